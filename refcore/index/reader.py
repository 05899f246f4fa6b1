"""`Index`: works of many sources in one file, found by id, by DOI and by title."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import attrs

from refcore.compare.titles import TitleComparison, TitleKind, best_title
from refcore.errors import SnapshotError
from refcore.index.coverage import Coverage
from refcore.index.dumps.arxiv import record_of
from refcore.index.row import Notice, Row, key_of
from refcore.index.schema import APPLICATION_ID, COLUMNS, FORMAT
from refcore.index.search import candidates
from refcore.index.works import Proceedings, record_from, row_from, titles_of
from refcore.model.identifiers import ArxivId, Doi, Identifier
from refcore.records.record import Record

__all__ = ["Index", "TitleMatch", "WorkMatch"]

_T = TypeVar("_T")
_AT_ONCE: Final = 500  # ids in one query, well below SQLite's limit
_AGAIN: Final = "build it again with 'refcore snapshot build FILE'"


@attrs.frozen
class WorkMatch:
    """A work and how its title compares with the one that was asked for."""

    work: Row
    comparison: TitleComparison

    @property
    def likeness(self) -> float:
        """How alike the titles are, from 0 to 1."""
        return 1.0 if self.comparison.kind is TitleKind.SAME else self.comparison.likeness


@attrs.frozen
class TitleMatch:
    """A record of arXiv and how its title compares with the one that was asked for."""

    record: Record
    comparison: TitleComparison

    @property
    def likeness(self) -> float:
        """How alike the titles are, from 0 to 1."""
        return 1.0 if self.is_exact else self.comparison.likeness

    @property
    def is_variant(self) -> bool:
        """Whether one title is the other in another form, such as without its subtitle."""
        return self.comparison.kind is TitleKind.VARIANT

    @property
    def is_exact(self) -> bool:
        """Whether the titles are the same but for case, punctuation and accents."""
        return self.comparison.kind is TitleKind.SAME


class Index:
    """An index made by `refcore.index.build`, opened to be read.

    Nothing is written, and many processes and threads may read one file. Of arXiv it
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
        newest, works, bits = (about.get(name) for name in ("newest", "works", "bucket_bits"))
        sound = isinstance(works, int) and works >= 0 and bits in range(8, 25)
        if not isinstance(newest, str) or not isinstance(works, int) or not sound:
            said = f"newest is {newest!r}, works is {works!r}, bucket_bits is {bits!r}"
            raise self._damaged(ValueError(said[:200]))
        self.newest = newest
        self._works = works
        self._bits = int(bits or 0)
        self._coverage: Coverage | None = None

    def __len__(self) -> int:
        return self._works

    def get(self, wanted: ArxivId) -> Record | None:
        """Return the record of an arXiv id, or None where the index lacks that version."""
        return self.get_all([wanted]).get(wanted)

    def get_all(self, ids: Iterable[Identifier]) -> dict[Identifier, Record]:
        """Return the records that are held, of arXiv ids and DOIs.

        Of an arXiv id without a version it is the latest as of `newest`; of a DOI that
        several dumps have, it is the registration agency's record.
        """
        wanted = list(dict.fromkeys(ids))
        papers = self._papers([asked for asked in wanted if isinstance(asked, ArxivId)])
        works = self._with_dois([asked for asked in wanted if isinstance(asked, Doi)])
        found = papers | works
        return {asked: found[asked] for asked in wanted if asked in found}

    def _papers(self, wanted: Sequence[ArxivId]) -> dict[Identifier, Record]:
        keys = {key_of("arxiv", asked.bare) for asked in wanted}
        rows = {row.key: row for row in self._rows("name_key", sorted(keys))}
        return {
            asked: self._record(row)
            for asked in wanted
            if (row := rows.get(asked.bare)) and asked.version in (None, row.version)
        }

    def _with_dois(self, wanted: Sequence[Doi]) -> dict[Identifier, Record]:
        keys = {key_of(str(asked).casefold()) for asked in wanted}
        rows: dict[str, Row] = {}
        for row in self._rows("doi_key", sorted(keys)):
            name = row.doi.casefold()
            # The DOI of an arXiv row is that of the article that the paper became.
            if row.source != "arxiv" and _before(row, rows.get(name)):
                rows[name] = row
        return {
            asked: self._work_record(held)
            for asked in wanted
            if (held := rows.get(str(asked).casefold()))
        }

    def _work_record(self, row: Row) -> Record:
        try:
            return record_from(row, self.notices_of(row.doi))
        except (ValueError, TypeError, AttributeError) as fault:
            raise self._damaged(fault) from fault

    def find(self, title: str, *, most: int = 5, least: float = 0.6) -> list[TitleMatch]:
        """Return the papers of arXiv that have a title or one like it, the most alike first."""
        found = self.find_works(title, most=most, least=least, source="arxiv")
        return [TitleMatch(self._record(match.work), match.comparison) for match in found]

    def find_works(
        self, title: str, *, most: int = 5, least: float = 0.6, source: str = ""
    ) -> list[WorkMatch]:
        """Return the works of a title, the most alike first.

        Where works have the very title (case, punctuation and accents do not
        count), these; otherwise those that share parts of it and have it
        in another form, or are at least so alike as `least` says, from 0 to 1.
        """
        ids = self._read(lambda db: candidates(db, title, self._bits, source))
        found = [match for row in self._rows("id", ids) if (match := _match(title, row))]
        found = [
            match
            for match in found
            if match.likeness >= least or match.comparison.kind is TitleKind.VARIANT
        ]
        order = (TitleKind.SAME, TitleKind.VARIANT, TitleKind.DIFFERENT)
        found.sort(key=lambda m: (order.index(m.comparison.kind), -m.likeness, m.work[:2]))
        return found[:most]

    def works_of(self, doi: str) -> list[Row]:
        """Return the works that have a DOI, of each source that has it."""
        wanted = doi.casefold()
        found = self._rows("doi_key", [key_of(wanted)])
        return [row for row in found if row.doi.casefold() == wanted]

    def notices_of(self, doi: str) -> list[Notice]:
        """Return what is known of a work's retraction, correction or doubts."""
        query = "SELECT doi, kind, date, notice, reason FROM notice WHERE doi_key = ?"
        wanted = doi.casefold()
        rows = self._read(lambda db: db.execute(query, (key_of(wanted),)).fetchall())
        return sorted({Notice(*row) for row in rows if row[0] == wanted}, key=lambda n: n.date)

    def holds_whole(self, venue: str, year: int) -> tuple[Proceedings, ...]:
        """Return the proceedings of a venue and year that the index holds whole.

        A title that is not among them was not published there. Empty where the index has
        none, or a part only.
        """
        return self._held().whole(venue, year)

    def knows_venue(self, venue: str, year: int) -> bool:
        """Whether a bibliography has proceedings of a venue in any of the years around one."""
        return self._held().knows(venue, year)

    def knows_prefix(self, doi: str) -> bool:
        """Whether any work has a DOI of the same registrant."""
        prefix = doi.casefold().partition("/")[0]
        query = "SELECT 1 FROM prefix WHERE name = ?"
        return self._read(lambda db: db.execute(query, (prefix,)).fetchone()) is not None

    def _held(self) -> Coverage:
        if self._coverage is None:
            self._coverage = Coverage(self._read(_proceedings))
        return self._coverage

    def _rows(self, column: str, keys: Sequence[int]) -> list[Row]:
        found: list[Row] = []
        for start in range(0, len(keys), _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(part))
            query = f"SELECT {COLUMNS} FROM work WHERE {column} IN ({marks})"  # noqa: S608
            rows = self._read(lambda db, q=query, p=part: db.execute(q, p).fetchall())  # type: ignore[misc]
            found += map(self._row, rows)
        return found

    def _row(self, values: Sequence[Any]) -> Row:
        try:
            return row_from(values)
        except (ValueError, TypeError) as fault:
            raise self._damaged(fault) from fault

    def _record(self, row: Row) -> Record:
        try:
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

    def __reduce__(self) -> tuple[type[Index], tuple[Path]]:
        return type(self), (self.path,)

    def __repr__(self) -> str:
        return f"Index({str(self.path)!r}: {len(self)} works, {self.newest})"


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
            f"{path}: this is no index of dumps, or damaged ({fault}): {_AGAIN}"
        ) from fault
    if owner != APPLICATION_ID or not _has_tables(db):
        raise SnapshotError(f"{path}: this is no index of dumps: {_AGAIN}")
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
    return {"about", "work", "notice", "part", "proceedings", "prefix"} <= {row[0] for row in rows}


def _about(db: sqlite3.Connection) -> dict[str, str | int]:
    return dict(db.execute("SELECT name, value FROM about LIMIT 100").fetchall())


def _proceedings(db: sqlite3.Connection) -> dict[int, list[Proceedings]]:
    found: dict[int, list[Proceedings]] = defaultdict(list)
    for row in db.execute("SELECT source, stream, year, venue, papers FROM proceedings"):
        found[row[2]].append(Proceedings(*row))
    return found


# Which source answers for a DOI where several have it; others come last.
_ORDER: Final = ("crossref", "acl", "dblp")


def _before(row: Row, held: Row | None) -> bool:
    places = {source: place for place, source in enumerate(_ORDER)}
    return held is None or places.get(row.source, 9) < places.get(held.source, 9)


def _match(title: str, row: Row) -> WorkMatch | None:
    compared = best_title(title, titles_of(row))
    return WorkMatch(row, compared) if compared else None
