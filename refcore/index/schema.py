"""The form of an index file."""

from __future__ import annotations

from typing import Final

__all__ = [
    "APPLICATION_ID",
    "COLUMNS",
    "CREATE",
    "FINISH",
    "FORMAT",
    "INDEXES",
    "INSERT",
    "INSERT_ABOUT",
    "INSERT_FURTHER",
    "INSERT_NOTICE",
    "INSERT_PARTS",
    "INSERT_PREFIX",
    "INSERT_PROCEEDINGS",
    "ONCE",
]

# Says to SQLite and to `file` whose database this is: "rfcs".
APPLICATION_ID: Final = 0x72666373
# Raised with every change of what is stored; an index of another format is rebuilt.
FORMAT: Final = 6
# What is stored of a work, in each format that can be read; see `refcore.index.packed`.
COLUMNS: Final = {
    FORMAT: "version, title, stated",
    5: "version, title, "
    + " || char(31) || ".join(
        "source key authors type venue stream ifnull(year,'') doi ifnull(rest,'')".split()
    ),
}
# The index is built as a new file and moved into place, so it needs no journal.
CREATE: Final = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -65536;
PRAGMA temp_store = FILE;
PRAGMA threads = 2;
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE work (
    id INTEGER PRIMARY KEY, version INTEGER NOT NULL, title_key INTEGER NOT NULL,
    name_key INTEGER NOT NULL, doi_key INTEGER, title TEXT NOT NULL, stated TEXT NOT NULL
);
CREATE TABLE notice (
    doi TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL, notice TEXT NOT NULL,
    reason TEXT NOT NULL, doi_key INTEGER NOT NULL
);
CREATE TABLE further (name_key INTEGER NOT NULL, work INTEGER, doi_key INTEGER);
-- What a bibliography holds of each conference in each year.
CREATE TABLE proceedings (source TEXT, stream TEXT, year INTEGER, venue TEXT, papers INTEGER);
-- The registrants of the DOIs that are held.
CREATE TABLE prefix (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE part (bucket INTEGER PRIMARY KEY, signatures BLOB NOT NULL);
"""
# SQLite numbers the works one by one, in the order in which they come.
INSERT: Final = (
    "INSERT INTO work (version, title, stated, title_key, name_key, doi_key) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)
INSERT_NOTICE: Final = "INSERT INTO notice VALUES (?, ?, ?, ?, ?, ?)"
# PMIDs and ISBNs, each with the work that has it, or with the DOI of that work.
INSERT_FURTHER: Final = "INSERT INTO further VALUES (?, ?, ?)"
INSERT_PARTS: Final = "INSERT INTO part VALUES (?, ?)"
INSERT_PROCEEDINGS: Final = "INSERT INTO proceedings VALUES (?, ?, ?, ?, ?)"
INSERT_PREFIX: Final = "INSERT INTO prefix VALUES (?)"
INSERT_ABOUT: Final = "INSERT INTO about (name, value) VALUES (?, ?)"
# Of several rows of one work, the highest version stays; of equal versions, the last row.
ONCE: Final = (
    "CREATE INDEX work_by_name ON work (name_key)",
    # Only the index is read to find them, not the works.
    f"""DELETE FROM work WHERE id IN (
        SELECT one.id
        FROM (SELECT name_key FROM work GROUP BY name_key HAVING COUNT(*) > 1) AS twice
        JOIN work AS one ON one.name_key = twice.name_key
        JOIN work AS other ON other.name_key = twice.name_key
        WHERE other.version > one.version OR (other.version = one.version AND other.id > one.id)
    ) RETURNING id, {COLUMNS[FORMAT]}""",  # noqa: S608 - all of it is our own text
)
INDEXES: Final = (
    "CREATE INDEX work_by_title ON work (title_key)",
    "CREATE INDEX work_by_doi ON work (doi_key) WHERE doi_key IS NOT NULL",
    "CREATE INDEX further_by_name ON further (name_key)",
    "CREATE INDEX notice_by_doi ON notice (doi_key)",
)
FINISH: Final = (
    "COMMIT",
    f"PRAGMA application_id = {APPLICATION_ID}",
    # Written last: a file that lacks the format was not finished.
    f"PRAGMA user_version = {FORMAT}",
)
