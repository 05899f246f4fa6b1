"""`Snapshot`: an index of arXiv's metadata snapshot, read by id and by title."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from refcore.arxiv.record import ArxivRecord
from refcore.errors import SnapshotError
from refcore.model.identifiers import ArxivId
from refcore.snapshot.keys import number_of
from refcore.snapshot.paper import Row, record_of
from refcore.snapshot.schema import APPLICATION_ID, COLUMNS, FORMAT
from refcore.snapshot.search import TitleMatch, candidates, matches

__all__ = ["Snapshot"]

_T = TypeVar("_T")
_SOME: Final = (int, type(None))
_WORDS: Final = (str, type(None))
# Of the columns of a row, in their order.
_TYPES: Final[tuple[type | tuple[type, ...], ...]] = (
    int,
    int,
    str,
    str,
    _SOME,
    _SOME,
    str,
    _WORDS,
    _WORDS,
    _WORDS,
    int,
)
_AT_ONCE = 500  # ids in one query, well below SQLite's limit
_AGAIN = "build it again with 'refcore snapshot build FILE'"


class Snapshot:
    """An index made by `refcore.snapshot.build`, opened to be read.

    Nothing is written, and many processes and threads may read one file. It
    holds of each paper the latest version as of the day `newest`; an older
    version is not found in it. An object may be handed to other processes.

    Raises `SnapshotError` for a file that is missing, no index, damaged, or
    of another format, and at any later reading where damage is met.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._guard = threading.Lock()
        self._db: sqlite3.Connection | None = None
        self._owner = 0
        about = self._read(_about)
        newest, papers = about.get("newest", ""), about.get("papers", 0)
        if not isinstance(newest, str) or not isinstance(papers, int) or papers < 0:
            raise self._damaged(ValueError(f"newest is {newest!r}, papers is {papers!r}"[:200]))
        self.newest = newest
        self._papers = papers

    def __len__(self) -> int:
        return self._papers

    def get(self, wanted: ArxivId) -> ArxivRecord | None:
        """Give the record of an id, or None where the index does not have that version."""
        return self.get_all([wanted]).get(wanted)

    def get_all(self, ids: Iterable[ArxivId]) -> dict[ArxivId, ArxivRecord]:
        """Give the records that are held; without a version, the latest as of `newest`."""
        wanted = list(dict.fromkeys(ids))
        numbers = sorted({number_of(asked) for asked in wanted})
        rows: dict[int, Row] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            part = numbers[start : start + _AT_ONCE]
            rows.update((row.number, row) for row in self._rows(part))
        found = {}
        for asked in wanted:
            row = rows.get(number_of(asked))
            if row is not None and asked.version in (None, row.version):
                found[asked] = self._record(row)
        return found

    def find(self, title: str, *, most: int = 5, least: float = 0.6) -> list[TitleMatch]:
        """Give the papers of a title, the most alike first.

        Where papers have the very title (case, punctuation and accents do not
        count), these; otherwise those that share its rarest words and have it
        in another form, or are at least so alike as `least` says, from 0 to 1.
        """
        numbers = self._read(lambda db: candidates(db, title))
        records = [self._record(row) for row in self._rows(numbers)]
        return matches(title, records, least)[:most]

    def _rows(self, numbers: list[int]) -> list[Row]:
        marks = ", ".join("?" * len(numbers))
        query = f"SELECT {COLUMNS} FROM paper WHERE number IN ({marks})"  # noqa: S608
        return self._read(lambda db: [Row(*row) for row in db.execute(query, numbers)])

    def _record(self, row: Row) -> ArxivRecord:
        try:
            if not all(isinstance(value, kind) for value, kind in zip(row, _TYPES, strict=True)):
                raise TypeError("a row has a value of another type than expected")
            return record_of(row, self.newest)
        except (ValueError, TypeError, AttributeError) as fault:
            raise self._damaged(fault) from fault

    def _read(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        with self._guard:
            try:
                return work(self._connection())
            except sqlite3.Error as fault:
                raise self._damaged(fault) from fault

    def _damaged(self, fault: Exception) -> SnapshotError:
        return SnapshotError(f"{self.path}: the index is damaged ({fault}): {_AGAIN}")

    def _connection(self) -> sqlite3.Connection:
        # A connection must not be carried into a forked process.
        if self._db is None or self._owner != os.getpid():
            self._db = _open(self.path)
            self._owner = os.getpid()
        return self._db

    def close(self) -> None:
        """Let go of the file; it is opened again when it is next read."""
        with self._guard:
            if self._db is not None and self._owner == os.getpid():
                self._db.close()
            self._db = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __reduce__(self) -> tuple[type[Snapshot], tuple[Path]]:
        return type(self), (self.path,)

    def __repr__(self) -> str:
        return f"Snapshot({str(self.path)!r}: {len(self)} papers, {self.newest})"


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise SnapshotError(
            f"{path}: there is no such index: build it with "
            f"'refcore snapshot build FILE --out {path}'"
        )
    # The file is only ever replaced as a whole, so no locks are needed to read it.
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    db = sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)
    with _closed_on_error(db):
        _check(db, path)
        db.execute("PRAGMA cache_size = -32768")
    return db


@contextlib.contextmanager
def _closed_on_error(db: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        db.close()
        raise


def _check(db: sqlite3.Connection, path: Path) -> None:
    try:
        owner, form, pages, size = (
            db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "page_count", "page_size")
        )
    except sqlite3.DatabaseError as fault:
        raise SnapshotError(
            f"{path}: this is no index of arXiv's metadata snapshot, or damaged ({fault}): {_AGAIN}"
        ) from fault
    if owner != APPLICATION_ID or not _has_tables(db):
        raise SnapshotError(f"{path}: this is no index of arXiv's metadata snapshot: {_AGAIN}")
    if form != FORMAT:
        found = f"is of format {form}" if form else "was not finished"
        raise SnapshotError(f"{path}: the index {found}, expected format {FORMAT}: {_AGAIN}")
    if path.stat().st_size != pages * size:
        raise SnapshotError(f"{path}: the index is not whole: {_AGAIN}")


def _has_tables(db: sqlite3.Connection) -> bool:
    """Return whether the tables are tables; a view of that name could compute for ever."""
    try:
        rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except sqlite3.DatabaseError:
        return False
    return {"about", "paper"} <= {row[0] for row in rows}


def _about(db: sqlite3.Connection) -> dict[str, str | int]:
    return dict(db.execute("SELECT name, value FROM about LIMIT 100").fetchall())
