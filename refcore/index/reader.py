"""`Index`: works of many sources in one file, found by id, by DOI and by title."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import threading
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import attrs

from refcore.compare.titles import TitleComparison, TitleKind, best_title
from refcore.errors import InvalidIdentifier, SnapshotError
from refcore.index.coverage import Coverage
from refcore.index.dumps.arxiv import record_of
from refcore.index.row import Notice, Row, key_of
from refcore.index.schema import APPLICATION_ID, COLUMNS, FORMAT
from refcore.index.search import candidates
from refcore.index.works import Proceedings, record_from, row_from, titles_of
from refcore.model.identifiers import ArxivId, Doi, Identifier, Isbn, Pmid, read_identifier
from refcore.records.record import Record

__all__ = ["Index", "TitleMatch", "WorkMatch"]

_T = TypeVar("_T")
_AT_ONCE: Final = 500  # ids in one query, well below SQLite's limit
_MOST_WORKS: Final = 30  # of one title, of which many may be one record
# Sources whose works people name by the source's own key, and what they write before it.
_NAMING: Final = ("dblp", "acl", "shared")
_ADDRESS: Final = re.compile(
    r"(?:https?://(?:www\.)?(?:dblp\.org/rec|aclanthology\.org|aclweb\.org/anthology)/|dblp:|acl:)"
    r"|(?:\.html|\.pdf|\.bib|/)$",
    re.IGNORECASE,
)
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
    """A record and how its title compares with the one that was asked for."""

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
        self._has_notices = about.get("notices") != 0
        self._bits = int(bits or 0)
        self._coverage: Coverage | None = None
        self._prefixes: frozenset[str] | None = None

    def __len__(self) -> int:
        return self._works

    def get(self, wanted: ArxivId) -> Record | None:
        """Return the record of an arXiv id, or None where the index lacks that version."""
        return self.get_all([wanted]).get(wanted)

    def get_all(self, ids: Iterable[Identifier]) -> dict[Identifier, Record]:
        """Return the records that are held, of arXiv ids, DOIs, PMIDs and ISBNs.

        Of an arXiv id without a version it is the latest as of `newest`; of a work that
        several dumps have, it is the registration agency's record.
        """
        wanted = list(dict.fromkeys(ids))
        found: dict[Identifier, Record] = {}
        if papers := [asked for asked in wanted if isinstance(asked, ArxivId)]:
            found |= self._papers(papers)
        if works := [asked for asked in wanted if isinstance(asked, Doi)]:
            found |= self._with_dois(works)
        if numbers := [asked for asked in wanted if isinstance(asked, (Pmid, Isbn))]:
            found |= self._with_numbers(numbers)
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
        works = self.works_of_all([str(asked) for asked in wanted])
        # The DOI of an arXiv row is that of the article that the paper became.
        rows = {
            asked: row
            for asked in wanted
            if (row := _first(r for r in works.get(str(asked), ()) if r.source != "arxiv"))
        }
        notices = self._notices([row.doi for row in rows.values()])
        return {
            asked: self._work_record(row, notices.get(row.doi.casefold(), ()))
            for asked, row in rows.items()
        }

    def _with_numbers(self, wanted: Sequence[Pmid | Isbn]) -> dict[Identifier, Record]:
        found: dict[Identifier, Record] = {}
        for asked in wanted:
            row = _first(self.works_by(asked))
            if row is not None and row.source == "arxiv":
                found[asked] = self._record(row)
            elif row is not None:
                found[asked] = self._work_record(row, self.notices_of(row.doi), asked)
        return found

    def _work_record(
        self, row: Row, notices: Sequence[Notice], asked: Identifier | None = None
    ) -> Record:
        try:
            return record_from(row, notices, asked)
        except (ValueError, TypeError, AttributeError) as fault:
            raise self._damaged(fault) from fault

    def find(self, title: str, *, most: int = 5, least: float = 0.6) -> list[TitleMatch]:
        """Return the records that have a title or one like it, the most alike first.

        They are those of works with an arXiv id or a DOI; see `find_works` for all.
        """
        found = self.find_works(title, most=_MOST_WORKS, least=least)
        matches: dict[Identifier, TitleMatch] = {}
        for match in found:
            row = match.work
            try:
                record = self._record(row) if row.source == "arxiv" else self._of_doi(row)
            except InvalidIdentifier:
                continue  # a DOI that a dump has and that is none
            if record is not None:
                matches.setdefault(record.id, TitleMatch(record, match.comparison))
        return list(matches.values())[:most]

    def _of_doi(self, row: Row) -> Record | None:
        if not row.doi:
            return None
        asked = Doi.parse(row.doi)
        return self._with_dois([asked]).get(asked)

    def find_works(self, title: str, *, most: int = 5, least: float = 0.6) -> list[WorkMatch]:
        """Return the works of a title, the most alike first.

        Where works have the very title (case, punctuation and accents do not
        count), these; otherwise those that share parts of it and have it
        in another form, or are at least so alike as `least` says, from 0 to 1.
        """
        return self.find_all([title], most=most, least=least)[title]

    def find_all(
        self, titles: Iterable[str], *, most: int = 5, least: float = 0.6
    ) -> dict[str, list[WorkMatch]]:
        """Return the works of each title, as `find_works` does; many at once cost less."""
        wanted = list(dict.fromkeys(titles))
        ids = self._read(lambda db: candidates(db, wanted, self._bits, least))
        rows = self._by_id({one for several in ids.values() for one in several})
        return {
            title: _best((rows[one] for one in ids[title] if one in rows), title, most, least)
            for title in wanted
        }

    def works_of(self, doi: str) -> list[Row]:
        """Return the works that have a DOI, of each source that has it."""
        return self.works_of_all([doi])[doi]

    def works_of_all(self, dois: Iterable[str]) -> dict[str, list[Row]]:
        """Return the works of each DOI, as `works_of` does."""
        names = {doi: doi.casefold() for doi in dois}
        by_name: dict[str, list[Row]] = defaultdict(list)
        for row in self._rows("doi_key", sorted({key_of(name) for name in names.values()})):
            by_name[row.doi.casefold()].append(row)
        return {doi: by_name.get(name, []) for doi, name in names.items()}

    def works_by(self, wanted: Identifier | str) -> list[Row]:
        """Return the works of an identifier, of each source that has it.

        `wanted` is an arXiv id, a DOI, a PMID, an ISBN, a key of dblp (``conf/nips/Hinton12``)
        or an id of the ACL Anthology (``P19-1001``, ``2020.acl-main.1``), as a value or as
        people write it. Empty also for a text that is no identifier.
        """
        if isinstance(wanted, str):
            name = _ADDRESS.sub("", wanted.strip())
            keys = sorted({key_of(source, name) for source in _NAMING})
            found = [row for row in self._rows("name_key", keys) if row.key == name]
            return found or self._by_identifier(_read_or_none(wanted))
        return self._by_identifier(wanted)

    def _by_identifier(self, wanted: Identifier | None) -> list[Row]:
        paper = wanted.arxiv if isinstance(wanted, Doi) else wanted
        if isinstance(paper, ArxivId):
            rows = self._rows("name_key", [key_of("arxiv", paper.bare)])
            return [row for row in rows if paper.version in (None, row.version)]
        if isinstance(wanted, Doi):
            return self.works_of(str(wanted))
        return self._by_number(wanted) if isinstance(wanted, (Pmid, Isbn)) else []

    def _by_number(self, wanted: Pmid | Isbn) -> list[Row]:
        query = "SELECT work, doi_key FROM further WHERE name_key = ? LIMIT ?"
        key = key_of(wanted.scheme, str(wanted))
        held = self._read(lambda db: db.execute(query, (key, _AT_ONCE)).fetchall())
        rows = self._by_id({work for work, _ in held if work})
        for row in self._rows("doi_key", sorted({doi for _, doi in held if doi})):
            rows.setdefault(-len(rows), row)
        return list(rows.values())

    def notices_of(self, doi: str) -> list[Notice]:
        """Return what is known of a work's retraction, correction or doubts."""
        return self._notices([doi]).get(doi.casefold(), [])

    def _notices(self, dois: Iterable[str]) -> dict[str, list[Notice]]:
        names = {doi.casefold() for doi in dois if doi} if self._has_notices else set()
        columns = "doi, kind, date, notice, reason"
        rows = self._select("notice", columns, "doi_key", sorted(map(key_of, names)))
        found: dict[str, list[Notice]] = defaultdict(list)
        for row in sorted(set(rows), key=lambda row: str(row[2])):
            if row[0] in names:
                found[row[0]].append(Notice(*row))
        return found

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
        if self._prefixes is None:
            rows = self._read(lambda db: db.execute("SELECT name FROM prefix").fetchall())
            self._prefixes = frozenset(row[0] for row in rows)
        return doi.casefold().partition("/")[0] in self._prefixes

    def _held(self) -> Coverage:
        if self._coverage is None:
            self._coverage = Coverage(self._read(_proceedings))
        return self._coverage

    def _rows(self, column: str, keys: Sequence[int]) -> list[Row]:
        return list(map(self._row, self._select("work", COLUMNS, column, keys)))

    def _by_id(self, ids: Iterable[int]) -> dict[int, Row]:
        rows = self._select("work", f"id, {COLUMNS}", "id", sorted(ids))
        return {row[0]: self._row(row[1:]) for row in rows}

    def _select(
        self, table: str, columns: str, column: str, keys: Sequence[int]
    ) -> list[tuple[Any, ...]]:
        """Return the columns of a table where one of them is any of the keys."""
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(keys), _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(part))
            query = f"SELECT {columns} FROM {table} WHERE {column} IN ({marks})"  # noqa: S608
            found += self._read(lambda db, q=query, p=part: db.execute(q, p).fetchall())  # type: ignore[misc]
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
            # An index that nobody closes is closed with the last that knows of it.
            weakref.finalize(self, _close, self._db, self._owner)
        return self._db

    def close(self) -> None:
        """Close the file; the next read opens it again."""
        with self._guard:
            if self._db is not None:
                _close(self._db, self._owner)
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
    return {row[0] for row in rows} >= _TABLES


_TABLES: Final = frozenset("about work further notice part proceedings prefix".split())


def _about(db: sqlite3.Connection) -> dict[str, str | int]:
    return dict(db.execute("SELECT name, value FROM about LIMIT 100").fetchall())


def _proceedings(db: sqlite3.Connection) -> dict[int, list[Proceedings]]:
    found: dict[int, list[Proceedings]] = defaultdict(list)
    for row in db.execute("SELECT source, stream, year, venue, papers FROM proceedings"):
        found[row[2]].append(Proceedings(*row))
    return found


# Which source answers for a DOI where several have it; others come last.
_ORDER: Final = ("crossref", "acl", "dblp")


def _first(rows: Iterable[Row]) -> Row | None:
    places = {source: place for place, source in enumerate(_ORDER)}
    return min(rows, key=lambda row: places.get(row.source, len(_ORDER)), default=None)


def _read_or_none(text: str) -> Identifier | None:
    try:
        return read_identifier(text)
    except InvalidIdentifier:
        return None


_KINDS: Final = (TitleKind.SAME, TitleKind.VARIANT, TitleKind.DIFFERENT)


def _best(rows: Iterable[Row], title: str, most: int, least: float) -> list[WorkMatch]:
    compared = ((row, best_title(title, titles_of(row))) for row in rows)
    matches = [WorkMatch(row, comparison) for row, comparison in compared if comparison]
    found = [
        match
        for match in matches
        if match.likeness >= least or match.comparison.kind is TitleKind.VARIANT
    ]
    found.sort(key=lambda m: (_KINDS.index(m.comparison.kind), -m.likeness, m.work[:2]))
    return found[:most]
