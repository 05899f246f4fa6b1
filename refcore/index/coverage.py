"""What the index holds whole: the proceedings of a venue in a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from refcore.compare.venues.names import abbreviates, read_venue
from refcore.index.works import Proceedings

__all__ = ["Coverage"]

# Bibliographies that take in the proceedings of a conference as a whole.
_WHOLE: Final = frozenset(("dblp", "acl"))
# Fewer papers may be a selection: one volume of several, or a file that somebody cut.
_LEAST: Final = 20
# A year with less than this part of what the years around it have is not whole.
_PART: Final = 0.4


class Coverage:
    """The proceedings of an index by year, and which of them are whole.

    Proceedings are whole where a bibliography that takes them in whole has a number of
    papers, and not far fewer than in the years before and after.
    """

    def __init__(self, proceedings: Mapping[int, Sequence[Proceedings]]) -> None:
        self._proceedings = proceedings
        self._known: dict[tuple[str, int], tuple[Proceedings, ...]] = {}

    def whole(self, venue: str, year: int) -> tuple[Proceedings, ...]:
        """Return the proceedings of a venue and year that are held whole."""
        key = (venue, year)
        if key not in self._known:
            self._known[key] = self._find(venue, year)
        return self._known[key]

    def knows(self, venue: str) -> bool:
        """Whether a venue has proceedings in any year."""
        return any(self._of(venue, year) for year in self._proceedings)

    def _find(self, venue: str, year: int) -> tuple[Proceedings, ...]:
        found = self._of(venue, year)
        papers = sum(one.papers for one in found)
        if papers < _LEAST:
            return ()
        around = [sum(p.papers for p in self._of(venue, other)) for other in (year - 1, year + 1)]
        return found if papers >= _PART * max(around) else ()

    def _of(self, venue: str, year: int) -> tuple[Proceedings, ...]:
        name = read_venue(venue)
        if name.is_preprint or name.is_series:
            return ()
        return tuple(
            one
            for one in self._proceedings.get(year, ())
            if one.source in _WHOLE and _is_of(venue, one.venue)
        )


def _is_of(claimed: str, venue: str) -> bool:
    """Whether a name surely is that of some proceedings.

    A name that only has most of the words, such as that of a journal, is not enough here.
    """
    ours, theirs = read_venue(claimed), read_venue(venue)
    if (ours.is_workshop, ours.is_findings) != (theirs.is_workshop, theirs.is_findings):
        return False
    if ours.keys or theirs.keys:
        return bool(ours.keys & theirs.keys)
    if ours.words == theirs.words or abbreviates(ours.words, theirs.words):
        return bool(ours.words)
    return ours.is_short and bool(ours.shorts & theirs.shorts)
