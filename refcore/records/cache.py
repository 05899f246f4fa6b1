"""The user's cache of records: one SQLite file, shared by processes."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import platformdirs

from refcore.compare.titles import title_words
from refcore.model.identifiers import Identifier, read_identifier
from refcore.net.clock import timestamp
from refcore.records.lookup import Lookup, LookupStatus, Origin
from refcore.records.record import Record
from refcore.records.values import record_from_values, record_to_values
from refcore.text.halves import has_half_in_json

__all__ = ["Cache", "default_folder", "slot_path"]

_T = TypeVar("_T")
# Authors do correct their lists: the latest version is fetched again after a month.
MAX_AGE = 30 * 24 * 3600.0
# arXiv announces papers daily: "no such paper" is valid for a day.
MAX_AGE_OF_NONE = 24 * 3600.0
# Seconds: after an interruption, a run need not prove again that an identifier does not exist.
MAX_AGE_OF_NO_SUCH_ID = 3600.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS record (
    work TEXT NOT NULL, version INTEGER NOT NULL, source TEXT NOT NULL, retrieved TEXT NOT NULL,
    content TEXT NOT NULL, PRIMARY KEY (work, version, source)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS latest (
    work TEXT NOT NULL, source TEXT NOT NULL, version INTEGER NOT NULL, asked TEXT NOT NULL,
    PRIMARY KEY (work, source)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS title (
    words TEXT NOT NULL, work TEXT NOT NULL, PRIMARY KEY (words, work)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS search (
    query TEXT PRIMARY KEY, asked TEXT NOT NULL, found TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS none (
    id TEXT PRIMARY KEY, asked TEXT NOT NULL, source TEXT NOT NULL, reason TEXT NOT NULL
) WITHOUT ROWID;
"""
_LARGEST = 2**63 - 1  # the largest integer of SQLite
_EVER = ("", "~")  # before and after each moment
# The number rises when the stored form changes; another file is used then.
_FILE_NAME = "records-2.sqlite"


def default_folder() -> Path:
    """Return the folder of the user's cache as the system has it."""
    return Path(platformdirs.user_cache_dir("refcore", appauthor=False))


def slot_path(folder: Path, source: str = "arxiv") -> Path:
    """Return the file that processes share to keep the pace of requests to a source."""
    return folder / f"{source}-slot"


class Cache:
    """Records by identifier, version and source, and which version was the latest when asked.

    A latest version seen more than `max_age` seconds ago, or later than now (the clock was
    ahead then), does not count, unless `stale` is set; `now` returns the seconds since the epoch.
    A broken file is set aside and replaced; a folder that cannot be
    written leaves an empty cache. No method raises for a fault of the disk.

    >>> from refcore.model import Doi
    >>> cache = Cache(Path("cache"))
    >>> cache.get_all([Doi("10.1000/182")])
    {}
    """

    def __init__(
        self, folder: Path, max_age: float = MAX_AGE, now: Callable[[], float] = time.time
    ) -> None:
        self.folder = folder
        self.max_age = max_age
        self._now = now
        self.path = folder / _FILE_NAME
        self._guard = threading.Lock()

    def get_all(
        self, ids: Iterable[Identifier], *, stale: bool = False
    ) -> dict[Identifier, Record]:
        """Return the stored records; without a version, the one last seen as the latest."""
        wanted = list(ids)
        when = _EVER if stale else self._last(self.max_age)

        def read(db: sqlite3.Connection) -> dict[Identifier, Record]:
            found = ((asked, _read(db, asked, when)) for asked in wanted)
            return {asked: record for asked, record in found if record is not None}

        # A cache that was never written is not created to be read.
        return self._work(read, {}) if wanted and self.path.exists() else {}

    def put_all(self, records: Iterable[tuple[Identifier, Record]]) -> None:
        """Keep records under their id and version, beside the id that was asked.

        An id asked without a version shows which version is the latest.
        """
        rows = [(asked, record) for asked, record in records if record.version <= _LARGEST]
        now = timestamp(self._now())

        def write(db: sqlite3.Connection) -> None:
            for asked, record in rows:
                _write(db, asked, record, now)

        if rows:
            self._work(write, None)

    def none_of(self, ids: Iterable[Identifier]) -> dict[Identifier, Lookup]:
        """Return the lookups of the last hour that proved that there is no such work."""
        wanted = {asked.tagged: asked for asked in ids}
        when = self._last(MAX_AGE_OF_NO_SUCH_ID)

        def read(db: sqlite3.Connection) -> dict[Identifier, Lookup]:
            found = {}
            for text, asked in wanted.items():
                row = db.execute(
                    "SELECT reason, source FROM none WHERE id = ? AND asked BETWEEN ? AND ?",
                    (text, *when),
                ).fetchone()
                if row and all(isinstance(value, str) for value in row):
                    none = LookupStatus.NOT_FOUND
                    found[asked] = Lookup(asked, None, none, row[0], Origin.CACHE, row[1])
            return found

        return self._work(read, {}) if wanted and self.path.exists() else {}

    def put_none(self, lookups: Iterable[Lookup]) -> None:
        """Keep the lookups that proved that there is no such work."""
        now = timestamp(self._now())
        rows = [
            (one.id.tagged, now, one.source, one.reason)
            for one in lookups
            if one.status is LookupStatus.NOT_FOUND
        ]

        def write(db: sqlite3.Connection) -> None:
            db.executemany("INSERT OR REPLACE INTO none VALUES (?, ?, ?, ?)", rows)

        if rows:
            self._work(write, None)

    def with_title(self, title: str) -> list[Record]:
        """Return the latest records of the papers with a title, letter for letter when folded."""
        words = _title_words(title)

        def read(db: sqlite3.Connection) -> list[Record]:
            when = self._last(self.max_age)
            rows = db.execute("SELECT work FROM title WHERE words = ?", (words,)).fetchall()
            records = (_read(db, held, when) for row in rows if (held := _id(row[0])))
            # An older version of the paper may have had another title.
            return [r for r in records if r and _title_words(r.title) == words]

        return self._work(read, []) if words and self.path.exists() else []

    def search(self, query: str) -> list[Record] | None:
        """Return what a search found, an empty list for nothing; None where it was not made."""

        recent, _ = self._last(MAX_AGE_OF_NONE)

        def read(db: sqlite3.Connection) -> list[Record] | None:
            when = self._last(self.max_age)
            row = db.execute(
                "SELECT found, asked FROM search WHERE query = ? AND asked BETWEEN ? AND ?",
                (query, *when),
            ).fetchone()
            if row is None or (not row[0] and row[1] < recent):
                return None
            held_ids = [_id(text) for text in str(row[0]).splitlines()]
            records = [_read(db, held, when) if held else None for held in held_ids]
            held = [record for record in records if record is not None]
            return held if len(held) == len(records) else None

        return self._work(read, None) if self.path.exists() else None

    def put_search(self, query: str, records: Iterable[Record]) -> None:
        """Keep what a search found: the latest records of some papers, or none."""
        found = [record for record in records if record.version <= _LARGEST]
        now = timestamp(self._now())

        def write(db: sqlite3.Connection) -> None:
            for record in found:
                _write(db, record.work, record, now)
            listed = "\n".join(record.id.tagged for record in found)
            db.execute("INSERT OR REPLACE INTO search VALUES (?, ?, ?)", (query, now, listed))

        self._work(write, None)

    def _last(self, age: float) -> tuple[str, str]:
        """Return the first and the last moment of so many seconds, at most `max_age`, up to now.

        What was asked later than now was asked while the clock was ahead: its age is not known.
        """
        now = self._now()
        return timestamp(now - min(self.max_age, age)), timestamp(now)

    def _work(self, work: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        with self._guard:
            for _ in range(2):
                try:
                    with _opened(self.path) as db, db:
                        return work(db)
                except sqlite3.OperationalError:
                    return otherwise  # locked, read-only or full: the file itself is sound
                except (sqlite3.DatabaseError, ValueError):
                    self._set_aside()
                except OSError:
                    return otherwise
            return otherwise

    def _set_aside(self) -> None:
        with contextlib.suppress(OSError):
            self.path.replace(self.path.with_suffix(".broken"))

    def __repr__(self) -> str:
        return f"Cache({str(self.folder)!r})"


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, timeout=10)
    try:
        db.executescript(_SCHEMA)
        yield db
    finally:
        db.close()


def _read(db: sqlite3.Connection, asked: Identifier, when: tuple[str, str]) -> Record | None:
    """Return the record of one id; a row that does not fit its key does not count."""
    version, work = asked.version, _key(asked)
    if version is not None and version > _LARGEST:
        return None
    if version is None:
        row = db.execute(
            "SELECT version, source FROM latest WHERE work = ? AND asked BETWEEN ? AND ?"
            " ORDER BY asked DESC",
            (work, *when),
        ).fetchone()
        found = (work, *row) if row else None
        where = "work = ? AND version = ? AND source = ?"
    else:
        found, where = (work, version), "work = ? AND version = ?"
    if found is None:
        return None
    row = db.execute(f"SELECT content FROM record WHERE {where}", found).fetchone()  # noqa: S608
    return _record(row[0], work, found[1]) if row else None


def _record(content: object, work: str, version: object) -> Record | None:
    """Return the record of a row, or None if the row is damaged or belongs to another work."""
    if not isinstance(content, str):
        return None
    try:
        if has_half_in_json(content):
            return None
        record = record_from_values(json.loads(content))
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError):
        return None
    return record if (_key(record.work), record.version) == (work, version) else None


def _id(text: object) -> Identifier | None:
    try:
        return read_identifier(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _key(identifier: Identifier) -> str:
    return identifier.unversioned.tagged.casefold()


def _write(db: sqlite3.Connection, asked: Identifier, record: Record, now: str) -> None:
    content, tagged = json.dumps(record_to_values(record)), record.work.tagged
    work = tagged.casefold()
    db.execute(
        "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?)",
        (work, record.version, record.source, record.retrieved, content),
    )
    if asked.version is None:
        db.execute(
            "INSERT OR REPLACE INTO latest VALUES (?, ?, ?, ?)",
            (work, record.source, record.version, now),
        )
    if words := _title_words(record.title):
        db.execute("INSERT OR IGNORE INTO title VALUES (?, ?)", (words, tagged))


def _title_words(title: str) -> str:
    return "".join(title_words(title))
