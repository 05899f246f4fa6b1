"""The layout that the references of one list share: how often each of its traits is seen.

A reading of a reference shows traits of a layout: how names are written, what is after them,
where the date is, whether titles have quotes. Each trait has a kind and a value.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

__all__ = ["Layout", "Trait", "layout_of"]

Trait = tuple[str, str]
# How much the agreement with the rest of the list counts, by trait.
WEIGHTS: Final[Mapping[str, float]] = {
    "form": 1.0,
    "gap": 0.5,
    "and": 0.5,
    "date": 1.0,
    "before": 1.0,
    "after": 0.8,
    "quote": 1.0,
    "title": 0.7,
    "imprint": 0.7,
    "names": 0.5,
}
# What a journal or a publisher adds that is behind two titles of a list, and behind four.
_OF_VENUE: Final = 0.8
_MOST_OF_VENUE: Final = 4.0
# What a sign between two names costs that ends the names everywhere else, and a comma.
_OF_GAP: Final = 2.0
_OF_COMMA_GAP: Final = 0.7
# A stop within a title costs less where commas end the titles of a list.
# Commas within one cost less where stops end them: each of these gives back a part.
_STOPS: Final = (",", ":", ".4")
_OF_STOPS: Final = 3.4
_OF_COMMA: Final = 0.8
_LEAST_OF_STOPS: Final = 3
_MOSTLY: Final = 0.6
_SMOOTH: Final = 0.4
_KINDS: Final = 8


@attrs.frozen
class Layout:
    """How often each trait was seen in a list, by kind."""

    counts: Mapping[str, Mapping[str, float]]
    _known: dict[Trait, float] = attrs.field(factory=dict, eq=False)
    _most: dict[Trait, float] = attrs.field(factory=dict, eq=False)

    def without(self, traits: Sequence[Trait]) -> Layout:
        """Return the layout of the others, for a reference that has shown these traits.

        >>> layout = layout_of([[("quote", "“")], [("quote", "none")]])
        >>> layout.without([("quote", "“")]).counts["quote"]
        Counter({'none': 1, '“': 0})
        """
        counts = dict(self.counts)
        for kind, value in traits:
            held = Counter(counts[kind])
            held[value] -= 1
            counts[kind] = held
        return Layout(counts)

    def score(self, traits: Sequence[Trait]) -> float:
        """Return how well traits agree with the list."""
        found = 0.0
        for trait in traits:
            weight = self._known.get(trait)
            if weight is None:
                weight = self._known[trait] = self._weight(*trait)
            found += weight
        return found

    def most(self, kind: str, value: str = "") -> float:
        """Return the highest score that a trait of a kind, with this value if given, can add."""
        if kind == "stops":
            return max(map(self._of_stops, _STOPS))
        if (kind, value) not in self._most:
            found = [
                self._weight(one, each)
                for one, held in self.counts.items()
                if one.partition(" ")[0] == kind
                for each in ((value,) if value else held)
            ]
            self._most[kind, value] = max(found, default=0.0)
        return self._most[kind, value]

    def _weight(self, kind: str, value: str) -> float:
        if kind == "stops":
            return self._of_stops(value)
        held = self.counts.get(kind, {})
        if kind == "venue":
            # Most are there once, which says nothing against them.
            return _OF_VENUE * math.log2(min(max(held.get(value, 0.0), 1.0), _MOST_OF_VENUE))
        share = (held.get(value, 0.0) + _SMOOTH) / (sum(held.values()) + _SMOOTH * _KINDS)
        weight = WEIGHTS.get(kind.partition(" ")[0], 0.5) * math.log(share * _KINDS)
        if kind == "gap" and not held.get(value):
            weight -= self._share_of_ends(value) * (_OF_COMMA_GAP if value == "," else _OF_GAP)
        return weight

    def _share_of_ends(self, sign: str) -> float:
        """Return in how many of the references a sign ends the names."""
        held = self.counts.get("after names", {})
        found = sum(count for signs, count in held.items() if signs.strip(" “") == sign)
        return found / max(sum(held.values()), 1)

    def _of_stops(self, value: str) -> float:
        """Return what a stop in a title costs too much where another sign ends titles."""
        sign = value[:1]
        held = self.counts.get("after title", {})
        size = sum(held.values())
        share = sum(count for signs, count in held.items() if signs[:1] == sign) / max(size, 1)
        if size < _LEAST_OF_STOPS or share <= _MOSTLY:
            return 0.0
        return _OF_COMMA * int(value[1:]) if value[1:] else _OF_STOPS


def layout_of(chosen: Iterable[Sequence[Trait]]) -> Layout:
    """Count the traits of the readings chosen."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for traits in chosen:
        for kind, value in traits:
            counts[kind][value] += 1
    return Layout(counts)
