"""Collects what a bibliography at hand knows of a reference, as input for `weigh`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from refcore.index.row import Row
from refcore.index.works import Proceedings
from refcore.model.reference import Reference
from refcore.verification.weigh import Known, venue_of

__all__ = ["Bibliography", "gather"]

_MOST = 8


class _Match(Protocol):
    @property
    def work(self) -> Row: ...


@runtime_checkable
class Bibliography(Protocol):
    """Works of many sources by title and DOI, and complete proceedings; an `Index` is one."""

    def find_works(self, title: str, *, most: int) -> Sequence[_Match]:
        """Return the works of a title or of one like it, the most alike first."""
        ...

    def works_of(self, doi: str) -> Sequence[Row]:
        """Return the works that have a DOI."""
        ...

    def holds_whole(self, venue: str, year: int) -> Sequence[Proceedings]:
        """Return the proceedings of a venue and year that are complete."""
        ...

    def knows_venue(self, venue: str, year: int) -> bool:
        """Whether there are proceedings of a venue in any of the years around one."""
        ...

    def knows_prefix(self, doi: str) -> bool:
        """Whether any work has a DOI of the same registrant."""
        ...


def gather(reference: Reference, held: Bibliography) -> Known:
    """Ask a bibliography for the works and the proceedings that bear on a reference."""
    doi = str(reference.doi) if reference.doi else ""
    venue, year = venue_of(reference), reference.year
    matches = held.find_works(reference.title, most=_MOST) if reference.title else ()
    whole = tuple(held.holds_whole(venue, year)) if venue and year else ()
    return Known(
        works=tuple(match.work for match in matches),
        by_doi=tuple(held.works_of(doi)) if doi else (),
        whole=whole,
        knows_venue=bool(whole or (matches and venue and year and held.knows_venue(venue, year))),
        knows_prefix=bool(doi) and held.knows_prefix(doi),
    )
