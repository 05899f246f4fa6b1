"""`Index`: works of many sources in one file, found by id, by DOI and by title."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self, TypeVar

from refcore.errors import SnapshotError
from refcore.index.answers import TitleMatch, WorkMatch, Works, rank_of
from refcore.index.packed import source_of, unpacked
from refcore.index.row import Notice, Row, key_of
from refcore.index.schema import APPLICATION_ID, COLUMNS, FORMAT
from refcore.index.search import TitlesOfFile, candidates
from refcore.index.works import Proceedings

__all__ = ["Index", "TitleMatch", "WorkMatch"]

_T = TypeVar("_T")
_AT_ONCE: Final = 500  # ids in one query, well below SQLite's limit
_NOTICED: Final = "EXISTS (SELECT 1 FROM notice WHERE notice.doi_key = work.doi_key)"
# sqlite3 cannot decode a message about a damaged schema that quotes bytes.
_FAULTS: Final = (sqlite3.Error, UnicodeDecodeError)
_AGAIN: Final = "build it again with 'refcore snapshot build FILE'"


class Index(Works):
    """An index made by `refcore.index.build`, opened to be read.

    It writes nothing, so many processes and threads may read one file, and an object may be
    sent to another process. Of an arXiv paper, it has only the latest version as of the day
    `newest`.

    Args:
        path: The file of the index.

    Raises:
        SnapshotError: The file is missing, damaged, not an index, or an index of another format;
            a later reading raises it, too, if it meets damage.

    >>> Index("missing.sqlite")
    Traceback (most recent call last):
    refcore.errors.SnapshotError: missing.sqlite: no such index; ...
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._guard = threading.Lock()
        self._db: sqlite3.Connection | None = None
        self._cursor: sqlite3.Cursor | None = None
        self._owner = 0
        self._columns = ""
        self._of_one: dict[str, str] = {}  # the queries for one key of each kind
        self._answers = ""  # that for a DOI
        about = self._read(_about)
        newest, works, bits = (about.get(name) for name in ("newest", "works", "bucket_bits"))
        sound = isinstance(works, int) and works >= 0 and bits in range(8, 25)
        if not isinstance(newest, str) or not isinstance(works, int) or not sound:
            said = f"newest is {newest!r}, works is {works!r}, bucket_bits is {bits!r}"
            raise self._damaged(ValueError(said[:200]))
        self.newest = newest
        self._works = works
        self._has_notices = about.get("notices") != 0
        self._bits = int(bits or 0)
        for column in ("name_key", "doi_key"):
            self._of_one[column] = _query("work", self._columns, column, 1)
        # One query for both: most works have no notice, and a query takes longer than a look.
        noticed = _NOTICED if self._has_notices else "0"
        self._answers = _query("work", f"{self._columns}, {noticed}", "doi_key", 1)

    def __len__(self) -> int:
        return self._works

    def _candidates(self, titles: Sequence[str], least: float) -> dict[str, list[int]]:
        return self._read(lambda db: candidates(TitlesOfFile(db, self._bits), titles, least))

    def _with_number(self, key: int) -> list[Row]:
        query = "SELECT work, doi_key FROM further WHERE name_key = ? LIMIT ?"
        held = self._read(lambda db: db.execute(query, (key, _AT_ONCE)).fetchall())
        rows = self._by_id({work for work, _ in held if work})
        for row in self._rows("doi_key", sorted({doi for _, doi in held if doi})):
            rows.setdefault(-len(rows), row)
        return list(rows.values())

    def _said(self, dois: Iterable[str]) -> list[Notice]:
        keys = sorted(map(key_of, dois)) if self._has_notices else ()
        rows = self._select("notice", "doi, kind, date, notice, reason", "doi_key", keys)
        return [Notice(*row) for row in rows]

    def _proceedings(self) -> dict[int, list[Proceedings]]:
        return self._read(_proceedings)

    @cached_property
    def _prefixes(self) -> frozenset[str]:
        rows = self._read(lambda db: db.execute("SELECT name FROM prefix").fetchall())
        return frozenset(row[0] for row in rows)

    def _rows(self, column: Literal["name_key", "doi_key"], keys: Sequence[int]) -> list[Row]:
        found = (
            self._rows_of(self._of_one[column], keys)
            if len(keys) == 1
            else self._select("work", self._columns, column, keys)
        )
        try:
            return [unpacked(*row) for row in found]
        except (ValueError, TypeError) as fault:
            raise self._damaged(fault) from fault

    def _answering(self, name: str) -> tuple[Row | None, bool]:
        found = self._rows_of(self._answers, (key_of(name),))
        if len(found) > 1:
            found.sort(key=lambda row: rank_of(source_of(row[2])))
        for *row, is_noticed in found:
            work = self._row(*row)
            if work.source != "arxiv" and work.doi.casefold() == name:
                return work, bool(is_noticed)
        return None, False

    def _by_id(self, ids: Iterable[int]) -> dict[int, Row]:
        rows = self._select("work", f"id, {self._columns}", "id", sorted(ids))
        return {row[0]: self._row(*row[1:]) for row in rows}

    def _select(
        self, table: str, columns: str, column: str, keys: Sequence[int]
    ) -> list[tuple[Any, ...]]:
        """Return the columns of a table where one of them is any of the keys."""
        if len(keys) == 1:
            return self._rows_of(_query(table, columns, column, 1), keys)
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(keys), _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            found += self._rows_of(_query(table, columns, column, len(part)), part)
        return found

    def _row(self, version: object, title: object, stated: object) -> Row:
        try:
            return unpacked(version, title, stated)
        except (ValueError, TypeError) as fault:
            raise self._damaged(fault) from fault

    def _rows_of(self, query: str, keys: Sequence[int]) -> list[tuple[Any, ...]]:
        # Like `_read`, but without a closure for each query: an index is queried very often.
        with self._guard:
            try:
                cursor = self._cursor if self._owner == os.getpid() else None
                return (cursor or self._connection().cursor()).execute(query, keys).fetchall()
            except _FAULTS as fault:
                raise self._damaged(fault) from fault

    def _read(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        with self._guard:
            try:
                return work(self._connection())
            except _FAULTS as fault:
                raise self._damaged(fault) from fault

    def _damaged(self, fault: Exception) -> SnapshotError:
        return SnapshotError(f"{self.path}: the index is damaged ({fault}): {_AGAIN}")

    def _connection(self) -> sqlite3.Connection:
        # A connection must not be carried into a forked process.
        if self._db is None or self._owner != os.getpid():
            self._db, self._columns = _open(self.path)
            self._cursor = self._db.cursor()
            self._owner = os.getpid()
            # An index that nobody closes is closed with its last reference.
            weakref.finalize(self, _close, self._db, self._owner)
        return self._db

    def close(self) -> None:
        """Close the file; the next read opens it again."""
        with self._guard:
            if self._db is not None:
                _close(self._db, self._owner)
            self._db = self._cursor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __reduce__(self) -> tuple[type[Index], tuple[Path]]:
        return type(self), (self.path,)

    def __repr__(self) -> str:
        return f"Index({str(self.path)!r}: {len(self)} works, {self.newest})"


@lru_cache(maxsize=64)
def _query(table: str, columns: str, column: str, count: int) -> str:
    marks = ", ".join("?" * count)
    return f"SELECT {columns} FROM {table} WHERE {column} IN ({marks})"  # noqa: S608


def _open(path: Path) -> tuple[sqlite3.Connection, str]:
    """Open an index; return it with the columns that it has of a work."""
    if not path.is_file():
        raise SnapshotError(
            f"{path}: no such index; build it with 'refcore snapshot build FILE --out {path}'"
        )
    # The file is only ever replaced as a whole, so no locks are needed to read it.
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    db = sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)
    with _closed_on_error(db):
        columns = COLUMNS[_checked(db, path)]
        db.execute("PRAGMA cache_size = -4096")
    return db, columns


def _close(db: sqlite3.Connection, owner: int) -> None:
    """Close a connection, unless it is that of a process from which this one was forked."""
    if owner == os.getpid():
        db.close()


@contextlib.contextmanager
def _closed_on_error(db: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        db.close()
        raise


def _checked(db: sqlite3.Connection, path: Path) -> int:
    """Return the format of an index; raises `SnapshotError` where it cannot be read."""
    try:
        owner, form, pages, size = (
            db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "page_count", "page_size")
        )
    except _FAULTS as fault:
        raise SnapshotError(
            f"{path}: this is not an index of dumps, or damaged ({fault}): {_AGAIN}"
        ) from fault
    if owner != APPLICATION_ID or not _has_tables(db):
        raise SnapshotError(f"{path}: this is not an index of dumps: {_AGAIN}")
    if form not in COLUMNS:
        found = f"is of format {form}" if form else "was not finished"
        raise SnapshotError(f"{path}: the index {found}, expected format {FORMAT}: {_AGAIN}")
    if path.stat().st_size != pages * size:
        raise SnapshotError(f"{path}: the index is not complete: {_AGAIN}")
    return int(form)


def _has_tables(db: sqlite3.Connection) -> bool:
    """Return whether the tables are tables; a view of that name could compute for ever."""
    try:
        rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except _FAULTS:
        return False
    return {row[0] for row in rows} >= _TABLES


_TABLES: Final = frozenset("about work further notice part proceedings prefix".split())


def _about(db: sqlite3.Connection) -> dict[str, str | int]:
    return dict(db.execute("SELECT name, value FROM about LIMIT 100").fetchall())


def _proceedings(db: sqlite3.Connection) -> dict[int, list[Proceedings]]:
    found: dict[int, list[Proceedings]] = defaultdict(list)
    for row in db.execute("SELECT source, stream, year, venue, papers FROM proceedings"):
        found[row[2]].append(Proceedings(*row))
    return found
