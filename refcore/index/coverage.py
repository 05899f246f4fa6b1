"""What the index holds whole: the proceedings of a venue in a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from refcore.compare.venues.forms import PUBLISHERS, is_word
from refcore.compare.venues.meetings import MEETINGS
from refcore.compare.venues.names import GENERAL, VenueName, abbreviates, read_venue
from refcore.compare.venues.table import VENUES
from refcore.index.works import Proceedings

__all__ = ["Coverage"]

# Bibliographies that include every paper of a conference's proceedings.
_WHOLE: Final = frozenset(("dblp", "acl"))
# Fewer papers may be a selection: one volume of several, or an incomplete file.
_LEAST: Final = 20
# A year is incomplete if it has less than this share of the papers of the years around it.
_PART: Final = 0.4
# A venue is known if it has proceedings in one of this many years before or after.
_AROUND: Final = 6


class Coverage:
    """The proceedings of an index by year, and which of them are whole.

    Proceedings are whole if a bibliography that includes every paper has enough of their papers,
    and not far fewer than in the years before and after.
    """

    def __init__(self, proceedings: Mapping[int, Sequence[Proceedings]]) -> None:
        self._proceedings = proceedings
        self._years: dict[int, _Year] = {}
        self._found: dict[tuple[str, int], tuple[Proceedings, ...]] = {}

    def whole(self, venue: str, year: int) -> tuple[Proceedings, ...]:
        """Return the proceedings of a venue and year that are held whole."""
        found = self._of(venue, year)
        papers = sum(one.papers for one in found)
        if papers < _LEAST:
            return ()
        around = [sum(p.papers for p in self._of(venue, other)) for other in (year - 1, year + 1)]
        return found if papers >= _PART * max(around) else ()

    def knows(self, venue: str, year: int) -> bool:
        """Return whether a venue has proceedings in any of the years around one."""
        years = range(year - _AROUND, year + _AROUND + 1)
        return any(self._of(venue, other) for other in years)

    def _of(self, venue: str, year: int) -> tuple[Proceedings, ...]:
        key = (venue, year)
        if key not in self._found:
            name = read_venue(venue)
            speaks = not (name.is_preprint or name.is_series)
            self._found[key] = tuple(self._year(year).of(name)) if speaks else ()
        return self._found[key]

    def _year(self, year: int) -> _Year:
        if year not in self._years:
            held = (one for one in self._proceedings.get(year, ()) if one.source in _WHOLE)
            self._years[year] = _Year(held)
        return self._years[year]


class _Year:
    """The proceedings of one year by what their names say."""

    def __init__(self, proceedings: Iterable[Proceedings]) -> None:
        self._by_key: dict[str, list[Proceedings]] = defaultdict(list)
        self._others: dict[str, list[tuple[VenueName, Proceedings]]] = defaultdict(list)
        for one in proceedings:
            name = read_venue(one.venue)
            for key in name.keys:
                self._by_key[key].append(one)
            if not name.keys:
                for sign in {name.words[0][:1] if name.words else "", *name.shorts}:
                    self._others[sign].append((name, one))

    def of(self, name: VenueName) -> Iterator[Proceedings]:
        """Return the proceedings that certainly have a name.

        A name that only has most of the words, such as that of a journal, is not enough.
        """
        kind = (name.is_workshop, name.is_findings)
        once: dict[Proceedings, None] = {}
        if name.keys:
            for key in name.keys:
                for one in self._by_key.get(key, ()):
                    held = read_venue(one.venue)
                    same_kind = (held.is_workshop, held.is_findings) == kind
                    if same_kind and not _is_beside(name, held):
                        once[one] = None
        elif name.words:
            signs = {name.words[0][:1], *name.shorts}
            for held, one in (pair for sign in signs for pair in self._others.get(sign, ())):
                if (held.is_workshop, held.is_findings) == kind and _same(name, held):
                    once[one] = None
        yield from once


def _same(ours: VenueName, theirs: VenueName) -> bool:
    if ours.words == theirs.words or abbreviates(ours.words, theirs.words):
        return True
    return ours.is_short and bool(ours.shorts & theirs.shorts)


def _is_beside(name: VenueName, held: VenueName) -> bool:
    """Whether a name says more than that of some proceedings: it may be of a volume beside them.

    Companions, extended abstracts, symposia in spring, tracks and newsletters carry the name
    of the conference: "WWW Companion", "CHI Extended Abstracts", "SIGIR Forum".

    >>> known = read_venue("The Web Conference 2018, WWW 2018, Lyon, France")
    >>> [_is_beside(read_venue(n), known) for n in ("WWW Companion", "World Wide Web Conf.")]
    [True, False]
    """
    said = set(held.words).union(*(_WORDS_OF.get(key, ()) for key in name.keys | held.keys))
    left = [word for word in name.words if not (word in _SAYS_NOTHING or word.isdigit())]
    return any(not any(is_word(word, one) for one in said) for word in left)


_WORDS_OF: Final = {
    venue.key: frozenset((*venue.short, *" ".join(venue.names).split())) for venue in VENUES
}
# What a name says of the papers or their publisher, and not of a volume of its own.
_SAYS_NOTHING: Final = (
    GENERAL
    | MEETINGS
    | PUBLISHERS
    | frozenset(
        "associates curran full inc learning machine omnipress oral pmlr poster press regular "
        "research spotlight technical".split()
    )
)
