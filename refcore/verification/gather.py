"""Collects what a local index says about a reference, as input for `weigh`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from refcore.index.row import Row
from refcore.index.works import Proceedings
from refcore.model.reference import Reference
from refcore.verification.fields import venue_of
from refcore.verification.weighed import Known

__all__ = ["Bibliography", "gather", "gather_all"]

_MOST = 8


class _Match(Protocol):
    @property
    def work(self) -> Row: ...


@runtime_checkable
class Bibliography(Protocol):
    """Works of many sources by title and DOI, and complete proceedings; an `Index` is one."""

    def find_all(self, titles: Iterable[str], *, most: int) -> Mapping[str, Sequence[_Match]]:
        """Return for each title the works that have it or one like it, the most alike first."""
        ...

    def works_of_all(self, dois: Iterable[str]) -> Mapping[str, Sequence[Row]]:
        """Return for each DOI the works that have it."""
        ...

    def holds_whole(self, venue: str, year: int) -> Sequence[Proceedings]:
        """Return the proceedings of a venue and year that are complete."""
        ...

    def knows_venue(self, venue: str, year: int) -> bool:
        """Return whether there are proceedings of a venue in any of the years around one."""
        ...

    def knows_prefix(self, doi: str) -> bool:
        """Return whether any work has a DOI of the same registrant."""
        ...


def gather(reference: Reference, held: Bibliography) -> Known:
    """Ask a bibliography for the works and the proceedings that bear on a reference."""
    return gather_all([reference], held)[0]


def gather_all(references: Sequence[Reference], held: Bibliography) -> list[Known]:
    """Ask a bibliography about several references at once, which costs less than one by one."""
    titles = held.find_all((one.title for one in references if one.title), most=_MOST)
    works = held.works_of_all(str(one.doi) for one in references if one.doi)
    return [
        _known(
            reference,
            tuple(match.work for match in titles.get(reference.title, ())),
            tuple(works.get(str(reference.doi), ())) if reference.doi else (),
            held,
        )
        for reference in references
    ]


def _known(
    reference: Reference, works: tuple[Row, ...], by_doi: tuple[Row, ...], held: Bibliography
) -> Known:
    venue, year = venue_of(reference), reference.year
    whole = tuple(held.holds_whole(venue, year)) if venue and year else ()
    return Known(
        works=works,
        by_doi=by_doi,
        whole=whole,
        knows_venue=bool(whole or (works and venue and year and held.knows_venue(venue, year))),
        knows_prefix=bool(reference.doi) and held.knows_prefix(str(reference.doi)),
    )
