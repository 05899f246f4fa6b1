"""The form of an index file."""

from __future__ import annotations

__all__ = [
    "APPLICATION_ID",
    "COLUMNS",
    "CREATE",
    "FINISH",
    "FORMAT",
    "INSERT",
    "INSERT_ABOUT",
    "INSERT_WORDS",
]

# Says to SQLite and to `file` whose database this is: "rfcs".
APPLICATION_ID = 0x72666373
# Raised with every change of what is stored; an index of another format is built anew.
FORMAT = 1
COLUMNS = (
    "number, version, title, authors, published, updated, categories, doi, journal_ref, "
    "comment, withdrawn"
)
# The target is built apart and put in place whole, so nothing needs a journal.
CREATE = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -65536;
PRAGMA temp_store = FILE;
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE paper (
    number INTEGER PRIMARY KEY, version INTEGER NOT NULL, title TEXT NOT NULL,
    authors TEXT NOT NULL, published INTEGER, updated INTEGER, categories TEXT NOT NULL,
    doi TEXT, journal_ref TEXT, comment TEXT, withdrawn INTEGER NOT NULL,
    title_key INTEGER NOT NULL
);
CREATE VIRTUAL TABLE word USING fts5 (
    words, content='', detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 0'
);
INSERT INTO word (word, rank) VALUES ('hashsize', 16777216);
"""
INSERT = f"INSERT INTO paper ({COLUMNS}, title_key) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"  # noqa: S608
INSERT_WORDS = "INSERT INTO word (rowid, words) VALUES (?, ?)"
INSERT_ABOUT = "INSERT INTO about (name, value) VALUES (?, ?)"
FINISH = (
    "CREATE INDEX paper_by_title ON paper (title_key)",
    "CREATE VIRTUAL TABLE word_count USING fts5vocab (word, row)",
    "INSERT INTO word (word) VALUES ('optimize')",
    "COMMIT",
    f"PRAGMA application_id = {APPLICATION_ID}",
    # Written last: a file that lacks the format was not finished.
    f"PRAGMA user_version = {FORMAT}",
)
