"""Looks up works by id, DOI and title, wherever their rows are stored."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, Literal

import attrs

from refcore.compare.titles import TitleComparison, TitleKind, best_title
from refcore.errors import InvalidIdentifier
from refcore.index.coverage import Coverage
from refcore.index.dumps.arxiv import record_of
from refcore.index.row import Notice, Row, key_of
from refcore.index.works import Proceedings, notices_from, record_from, titles_of
from refcore.model.identifiers import ArxivId, Doi, Identifier, Isbn, Pmid, read_identifier
from refcore.records.record import Notice as RecordNotice
from refcore.records.record import Record

__all__ = ["TitleMatch", "WorkMatch", "Works", "rank_of"]

_MOST_WORKS: Final = 30  # rows of one title; several of them can be one record
# Sources whose works people name by the source's own key, and what they write before it.
_NAMING: Final = ("dblp", "acl", "shared")
_ADDRESS: Final = re.compile(
    r"(?:https?://(?:www\.)?(?:dblp\.org/rec|aclanthology\.org|aclweb\.org/anthology)/|dblp:|acl:)"
    r"|(?:\.html|\.pdf|\.bib|/)$",
    re.IGNORECASE,
)


@attrs.frozen
class WorkMatch:
    """A work and how its title compares with the one that was asked for.

    >>> from refcore.compare.titles import compare_titles
    >>> doi = "10.1000/182"
    >>> work = Row("crossref", doi, 0, "On Moss", "Bo Fei", "book", "", "", 2020, doi, None)
    >>> WorkMatch(work, compare_titles("On moss", work.title)).comparison.kind.value
    'same'
    """

    work: Row
    comparison: TitleComparison

    @property
    def likeness(self) -> float:
        """How alike the titles are, from 0 to 1."""
        return 1.0 if self.comparison.kind is TitleKind.SAME else self.comparison.likeness


@attrs.frozen
class TitleMatch:
    """A record and how its title compares with the one that was asked for.

    >>> from refcore.compare.titles import compare_titles
    >>> from refcore.model import Doi
    >>> work = Record(id=Doi("10.1000/182"), source="crossref", title="On Moss")
    >>> TitleMatch(work, compare_titles("On moss", work.title)).comparison.kind.value
    'same'
    """

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


class Works(ABC):
    """Works of many sources, found by id, by DOI and by title.

    Each kind of store says how it finds its rows; the look-ups themselves are here, once.
    """

    newest: str = ""

    @abstractmethod
    def _rows(self, column: Literal["name_key", "doi_key"], keys: Sequence[int]) -> list[Row]:
        """Return the works whose source's name, or whose DOI, has any of the keys."""

    def _answering(self, name: str) -> tuple[Row | None, bool]:
        """Return the work that answers for a DOI in lower case, and whether it may have a notice.

        The DOI of an arXiv row is that of the article that the paper became.
        """
        rows = self._rows("doi_key", [key_of(name)])
        return _first([r for r in rows if r.source != "arxiv" and r.doi.casefold() == name]), True

    @abstractmethod
    def _by_id(self, ids: Iterable[int]) -> dict[int, Row]:
        """Return the works of some places of the store, in the order of these."""

    @abstractmethod
    def _with_number(self, key: int) -> list[Row]:
        """Return the works that have the PMID or the ISBN of a key."""

    @abstractmethod
    def _candidates(self, titles: Sequence[str], least: float) -> Mapping[str, Sequence[int]]:
        """Return for each title the works to compare with it; see `refcore.index.search`."""

    @abstractmethod
    def _said(self, dois: Iterable[str]) -> list[Notice]:
        """Return the notices about works with any of the DOIs, which are in lower case."""

    @abstractmethod
    def _proceedings(self) -> Mapping[int, Sequence[Proceedings]]:
        """Return what is held of each conference, by year."""

    @property
    @abstractmethod
    def _prefixes(self) -> frozenset[str]:
        """The registrants of the DOIs that are held."""

    @abstractmethod
    def _damaged(self, fault: Exception) -> Exception:
        """Return the error for a damaged row."""

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

    def get(self, wanted: Identifier) -> Record | None:
        """Return the record of one identifier, or None where the index lacks it, as `get_all`."""
        if isinstance(wanted, ArxivId):
            rows = self._rows("name_key", [key_of("arxiv", wanted.bare)])
            for row in rows:
                if row.key == wanted.bare:
                    is_it = wanted.version is None or wanted.version == row.version
                    return self._record(row, wanted) if is_it else None
            return None
        if isinstance(wanted, Doi):
            name = str(wanted).casefold()
            work, is_noticed = self._answering(name)
            said = self._notices_of(name) if is_noticed else ()
            return self._work_record(work, said) if work else None
        return self.get_all([wanted]).get(wanted)

    def _papers(self, wanted: Sequence[ArxivId]) -> dict[Identifier, Record]:
        keys = {key_of("arxiv", asked.bare) for asked in wanted}
        rows = {row.key: row for row in self._rows("name_key", sorted(keys))}
        return {
            asked: self._record(row, asked)
            for asked in wanted
            if (row := rows.get(asked.bare)) and asked.version in (None, row.version)
        }

    def _with_dois(self, wanted: Sequence[Doi]) -> dict[Identifier, Record]:
        works = self.works_of_all([str(asked) for asked in wanted])
        # The DOI of an arXiv row is that of the article that the paper became.
        rows = {
            asked: row
            for asked in wanted
            if (row := _first([r for r in works.get(str(asked), ()) if r.source != "arxiv"]))
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
                said = self.notices_of(row.doi) or self.notices_of(f"{asked.scheme}:{asked}")
                found[asked] = self._work_record(row, said, asked)
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
                continue  # the dump has a text here that is no DOI
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

        The works that have exactly this title (ignoring case, punctuation and accents). If there
        are none, works that share parts of it, and have it in another form or are at least `least`
        alike, from 0 to 1.
        """
        return self.find_all([title], most=most, least=least)[title]

    def find_all(
        self, titles: Iterable[str], *, most: int = 5, least: float = 0.6
    ) -> dict[str, list[WorkMatch]]:
        """Return the works of each title, as `find_works` does; many at once cost less."""
        wanted = list(dict.fromkeys(titles))
        ids = self._candidates(wanted, least)
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
        people write it. Empty also for a text that is not an identifier.
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
        return (
            self._with_number(key_of(wanted.scheme, str(wanted)))
            if isinstance(wanted, (Pmid, Isbn))
            else []
        )

    def notices_of(self, doi: str) -> list[Notice]:
        """Return what is known of a work's retraction, correction or doubts.

        A work without a DOI is named by its PMID: "pmid:31452104".
        """
        return self._notices_of(doi.casefold())

    def notices_on(self, dois: Iterable[str]) -> dict[str, list[RecordNotice]]:
        """Return what became of works, each named by its DOI in lower case, or "pmid:31452104"."""
        found = {doi: self._notices_from(said) for doi, said in self._notices(dois).items()}
        return {doi: notices for doi, notices in found.items() if notices}

    def _notices_from(self, said: Sequence[Notice]) -> list[RecordNotice]:
        try:
            return notices_from(said)
        except (ValueError, TypeError) as fault:
            raise self._damaged(fault) from fault

    def _notices(self, dois: Iterable[str]) -> dict[str, list[Notice]]:
        names = {doi.casefold() for doi in dois if doi}
        found: dict[str, list[Notice]] = defaultdict(list)
        for said in _by_date(self._said(names)):
            if said.doi in names:
                found[said.doi].append(said)
        return found

    def _notices_of(self, name: str) -> list[Notice]:
        """Return what is known of a DOI, which is in lower case."""
        said = self._said((name,)) if name else ()
        return [one for one in _by_date(said) if one.doi == name] if said else []

    def holds_whole(self, venue: str, year: int) -> tuple[Proceedings, ...]:
        """Return the proceedings of a venue and year that the index holds whole.

        A title that is not among them was not published there. Empty where the index has
        none, or a part only.
        """
        return self._held.whole(venue, year)

    def knows_venue(self, venue: str, year: int) -> bool:
        """Return whether a bibliography has proceedings of a venue in the years around one."""
        return self._held.knows(venue, year)

    def knows_prefix(self, doi: str) -> bool:
        """Return whether any work has a DOI of the same registrant."""
        return doi.casefold().partition("/")[0] in self._prefixes

    @cached_property
    def _held(self) -> Coverage:
        return Coverage(self._proceedings())

    def _record(self, row: Row, asked: ArxivId | None = None) -> Record:
        try:
            return record_of(row, self.newest, asked)
        except (ValueError, TypeError, AttributeError) as fault:
            raise self._damaged(fault) from fault


def _by_date(said: Iterable[Notice]) -> list[Notice]:
    return sorted(set(said), key=lambda one: one.date)


# Which source answers for a DOI where several have it; others come last.
_ORDER: Final = ("crossref", "acl", "dblp")
_RANKS: Final = {source: rank for rank, source in enumerate(_ORDER)}


def rank_of(source: str) -> int:
    """Return the rank of a source among those that have a DOI; the lowest answers for it.

    >>> rank_of("crossref") < rank_of("dblp")
    True
    """
    return _RANKS.get(source, len(_ORDER))


def _first(rows: Sequence[Row]) -> Row | None:
    if len(rows) == 1:
        return rows[0]
    return min(rows, key=lambda row: rank_of(row.source), default=None)


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
