"""One work of a bibliography beside a reference: title, names and fields compared."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

import attrs

from refcore.compare import (
    AuthorComparison,
    ListVerdict,
    TitleComparison,
    TitleDifference,
    TitleKind,
)
from refcore.compare.agreement import Agreement, FieldComparison
from refcore.compare.titles import are_of_two_languages
from refcore.compare.venues import best_venue
from refcore.compare.years import compare_years, meeting_years
from refcore.index.row import Row
from refcore.index.works import fields_of, names_of, record_from, titles_of, venues_of, years_of
from refcore.model.reference import Reference
from refcore.text.servers import SERVERS
from refcore.verification.fields import compare_places, compare_title, venue_of, year_beside
from refcore.verification.grounds import Ground
from refcore.verification.lists import SORTED_PREFIXES, Compared, ComparedLists, compare_people
from refcore.verification.verdict import Verdict
from refcore.verification.weighed import Weighed

__all__ = ["UNCOMPARED_DOIS", "ComparedWork", "compare_work", "registrant_of"]

_DEPOSITED: Final = "crossref"
_NOTHING_OPEN: Final = Compared(None)


@attrs.frozen
class ComparedWork:
    """One work beside the reference; further fields are compared when they are asked for.

    Most works that are found by parts of a title are put aside by the title alone.
    """

    reference: Reference
    work: Row
    title: TitleComparison
    today: int
    lists: ComparedLists
    preprints: Iterable[int] = ()

    @cached_property
    def authors(self) -> AuthorComparison | None:
        """The author lists; they are not evidence if the titles have little in common."""
        if self._names and self.work.source == _DEPOSITED:
            return self.listed.comparison
        return self.lists.beside(self._names) if self._names else None

    @cached_property
    def listed(self) -> Compared:
        """How far the author list that a publisher deposited is evidence, as those can err.

        The lists of bibliographies are made with care: of them, nothing is left open.
        """
        if not self._names or self.work.source != _DEPOSITED:
            return _NOTHING_OPEN
        found = self.lists.beside(self._names)
        if not found.is_wrong and registrant_of(self.work.doi) not in SORTED_PREFIXES:
            return Compared(found)
        try:
            record = record_from(self.work)
        except ValueError:
            return Compared(found)  # the text in the dump only looks like a DOI
        return compare_people(self.reference, self.lists.claimed, record, self.lists)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        if self.title.difference is TitleDifference.OTHER or not self.lists.claimed:
            return ()
        return names_of(self.work)

    @cached_property
    def venue(self) -> FieldComparison | None:
        """The venue, or None where one of the two names none."""
        return best_venue(venue_of(self.reference), venues_of(self.work))

    @cached_property
    def year(self) -> FieldComparison | None:
        """The year beside those of the work and of its preprints."""
        reference, work = self.reference, self.work
        years = years_of(work)
        if years and (meeting := meeting_years(work.venue, work.type)):
            years = {**years, "meeting": meeting}
        claimed = year_beside(reference, [year for some in years.values() for year in some])
        if claimed is None:
            return None
        # Other versions count only where the year is not the work's.
        is_stated = any(claimed in some for some in years.values())
        arxiv = None if is_stated else reference.arxiv_from_any
        related = (*self.preprints, *([arxiv.year] if arxiv else []))
        return compare_years(claimed, years, related=related, type=work.type, today=self.today)

    @cached_property
    def doi(self) -> FieldComparison | None:
        """The DOI, or None where it cannot be compared."""
        return _dois(self.reference, self.work)

    @property
    def has_title(self) -> bool:
        """Whether the titles are those of one work."""
        return self.title.kind is not TitleKind.DIFFERENT

    @property
    def is_near(self) -> bool:
        """Whether the title differs in one place only, or by a few letters.

        People write several works whose titles have most words in common.
        """
        real = [change for change in self.title.changes if not change.is_variant]
        return self.title.is_near or len(real) == 1

    @property
    def is_misquoted(self) -> bool:
        """Whether the reference most likely means this work, though the title differs.

        People write several works with titles that begin or end alike. One with several other
        words, of another venue and another year, is one of those.
        """
        if not (self.is_near and self.has_authors):
            return False
        real = [change for change in self.title.changes if not change.is_variant]
        several = any(" " in change.claimed or " " in change.actual for change in real)
        is_elsewhere = self.venue is None or self.venue.is_different
        is_of_other_year = self.year is not None and self.year.is_different
        return not (several and is_elsewhere and is_of_other_year)

    @cached_property
    def has_authors(self) -> bool:
        """Whether the work has the authors that the reference claims."""
        if not self._names or self.work.source != _DEPOSITED:
            return bool(self._names) and self.lists.agrees(self._names)
        return self.authors is not None and self.authors.is_right

    @cached_property
    def fields(self) -> tuple[FieldComparison, ...]:
        """Venue, year and DOI, as far as they were compared."""
        return tuple(one for one in (self.venue, self.year, self.doi) if one is not None)

    @cached_property
    def places(self) -> tuple[FieldComparison, ...]:
        """Volume, issue and pages that differ; those of another venue are not compared."""
        venue = self.venue
        if venue is not None and (venue.is_different or venue.difference in _OF_OTHER_PAGES):
            return ()
        compared = compare_places(self.reference.fields, fields_of(self.work))
        return tuple(one for one in compared if one.is_different)

    @property
    def rank(self) -> tuple[float, ...]:
        """How much agrees; of several works, that of the highest rank is judged."""
        agreeing = sum(not field.is_different for field in self.fields)
        differing = sum(field.is_different for field in self.fields)
        return (
            self.has_title,
            self.has_authors,
            self.is_telling,
            agreeing - differing,
            self.title.likeness,
        )

    @property
    def is_telling(self) -> bool:
        """Whether the work's list says all that a list can: who, how many, in which order."""
        if self.work.source != _DEPOSITED:
            return bool(self._names)
        return bool(self._names) and not (self.listed.gap or self.listed.order)

    @property
    def is_reordered(self) -> bool:
        """Whether the lists name the same people in another order."""
        return self.authors is not None and self.authors.verdict is ListVerdict.ORDER_DIFFERS

    @property
    def is_translated(self) -> bool:
        """Whether the work has titles in other languages than the claimed one only."""
        if self.has_title:
            return False
        claimed = self.title.claimed
        return all(are_of_two_languages(claimed, title) for title in titles_of(self.work) if title)

    @property
    def label(self) -> str:
        """How reasons name the work: its source and its key there."""
        return f"{self.work.source}:{self.work.key}"

    def judged(self, verdict: Verdict, ground: Ground, reason: str) -> Weighed:
        """Return a verdict with what was compared of this work."""
        work, title, authors, fields = self.work, self.title, self.authors, self.fields
        return Weighed(verdict, ground, reason, work, title, authors, fields)

    @property
    def has_other_order(self) -> bool:
        """Whether a list that is kept in the paper's order has the same people in another one."""
        return self.has_title and self.is_telling and self.is_reordered


# Names of a venue that agree, and may be of another publication with pages of its own.
_OF_OTHER_PAGES: Final = ("preprint", "series")
# Prefixes of DOIs for works to which bibliographies give another DOI or none.
UNCOMPARED_DOIS: Final = frozenset(server.prefix for server in SERVERS if server.prefix) | {
    "10.5555",  # ACM's own numbers, which are no DOIs
    "10.52202",  # Curran, who reprints proceedings
}


def compare_work(
    reference: Reference,
    work: Row,
    today: int,
    lists: ComparedLists,
    preprints: Iterable[int] = (),
) -> ComparedWork | None:
    """Compare a work with a reference; None if one of them has no title."""
    title = compare_title(reference, titles_of(work), type=work.type, source=work.source)
    return ComparedWork(reference, work, title, today, lists, preprints) if title else None


def _dois(reference: Reference, work: Row) -> FieldComparison | None:
    if work.type == "article":
        return None  # a preprint may have the DOI of the article, of another version, or none
    claimed = str(reference.doi).casefold() if reference.doi else ""
    actual = work.doi.casefold()
    if (
        not claimed
        or not actual
        or {registrant_of(claimed), registrant_of(actual)} & UNCOMPARED_DOIS
    ):
        return None
    if claimed == actual:
        rule = "the DOI is the work's"
        return FieldComparison("doi", Agreement.SAME, "none", claimed, actual, rule)
    rule = f"the work has the DOI {actual}"
    return FieldComparison("doi", Agreement.DIFFERENT, "doi", claimed, actual, rule)


def registrant_of(doi: str) -> str:
    """Return the prefix of a DOI, which says who registered it.

    >>> registrant_of("10.1145/3292500")
    '10.1145'
    """
    return doi.casefold().partition("/")[0]
