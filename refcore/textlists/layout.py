"""The layout that the references of one list share, found by their votes.

Each reference has several readings, and each reading shows traits of a layout: how names are
written, what is behind them, where the date is, whether titles have quotes. The traits of the
best readings are counted, and every reading is scored again with the count of its traits.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from refcore.names.customs import SURNAMES_FIRST
from refcore.names.groups import looks_like_group
from refcore.text.ascii import to_ascii
from refcore.textlists.namelists import FORMS
from refcore.textlists.segment import Reading, Trait
from refcore.textlists.words import is_initials, is_link

__all__ = ["Layout", "best_readings", "layout_of"]

# How much the agreement with the rest of the list counts, by trait.
WEIGHTS: Final[Mapping[str, float]] = {
    "form": 1.0,
    "gap": 0.5,
    "and": 0.5,
    "date": 1.0,
    "before": 1.0,
    "behind": 0.8,
    "quote": 1.0,
    "title": 0.7,
    "names": 0.5,
}
_ROUNDS: Final = 3
_SMOOTH: Final = 0.4
_KINDS: Final = 8


@attrs.frozen
class Layout:
    """How often each trait was seen in a list, by kind."""

    counts: Mapping[str, Mapping[str, float]]
    _known: dict[Trait, float] = attrs.field(factory=dict, eq=False)

    def score(self, traits: Sequence[Trait]) -> float:
        """Return how well traits agree with the list."""
        found = 0.0
        for trait in traits:
            weight = self._known.get(trait)
            if weight is None:
                weight = self._known[trait] = self._weight(*trait)
            found += weight
        return found

    def _weight(self, kind: str, value: str) -> float:
        held = self.counts.get(kind, {})
        share = (held.get(value, 0.0) + _SMOOTH) / (sum(held.values()) + _SMOOTH * _KINDS)
        return WEIGHTS.get(kind.partition(" ")[0], 0.5) * math.log(share * _KINDS)


def layout_of(chosen: Sequence[Reading]) -> Layout:
    """Count the traits of the readings chosen."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in chosen:
        for kind, value in reading.traits:
            counts[kind][value] += 1
    return Layout(counts)


def best_readings(all_readings: Sequence[Sequence[Reading]]) -> list[Reading | None]:
    """Return the best reading of each reference, by its own cues and the votes of all."""
    best = [max(found, key=lambda one: one.score) if found else None for found in all_readings]
    if len(all_readings) < 2:
        return best
    for _ in range(_ROUNDS):
        layout = layout_of([one for one in best if one])
        again = [
            max(found, key=lambda one: one.score + layout.score(one.traits)) if found else None
            for found in all_readings
        ]
        if again == best:
            break
        best = again
    return _with_turned_names(best)


def _with_turned_names(chosen: list[Reading | None]) -> list[Reading | None]:
    """Take "Fei Bo" for family name first where the list is sorted by the first words.

    The order of a list, and initials at the end of names, show which word is the family name.
    """
    held = [one for one in chosen if one and one.names and one.names.form is not None]
    plain = [one for one in held if one.names and one.names.form in _PLAIN]
    if len(plain) < max(3, 0.6 * len(held)):
        return chosen
    names = [one.names.names for one in plain if one.names]
    flat = [name.replace(", ", " ").split() for several in names for name in several]
    ends = sum(is_initials(words[-1]) for words in flat if len(words) > 1)
    starts = sum(is_initials(words[0]) for words in flat if len(words) > 1)
    families = sum(words[0].casefold() in SURNAMES_FIRST for words in flat)
    lasts = sum(words[-1].casefold() in SURNAMES_FIRST for words in flat)
    others = [name.replace(", ", " ").split() for several in names for name in several[1:]]
    # "Brooks Tim and Jonathan T. Barron": only the first name is turned.
    inner = sum(any(map(is_initials, words[1:-1])) for words in others)
    behind = sum(is_initials(words[-1]) for words in others if len(words) > 1)
    with_others = inner <= behind
    if families > 2 * lasts + 3 and not starts:
        return [_turned(one, with_others) for one in chosen]
    first = [several[0].replace(", ", " ").split() for several in names]
    by_first, by_last = _order([w[0] for w in first]), _order([w[-1] for w in first])
    if ends > starts + 1 or (len(first) > 5 and by_first > 0.9 and by_last < 0.8 and not starts):
        return [_turned(one, with_others) for one in chosen]
    return chosen


_PLAIN: Final = tuple(form for form in FORMS if form.first in ("GF", "FG"))


def _order(words: Sequence[str]) -> float:
    """Return the share of neighbours that are in the order of the alphabet."""
    keys = [to_ascii(word).casefold() for word in words]
    pairs = list(itertools.pairwise(keys))
    return sum(one <= other for one, other in pairs) / max(len(pairs), 1)


def _turned(reading: Reading | None, with_others: bool) -> Reading | None:
    if reading is None or reading.names is None or reading.names.form not in _PLAIN:
        return reading
    names = tuple(
        _filed(name) if with_others or not place else name
        for place, name in enumerate(reading.names.names)
    )
    return attrs.evolve(reading, names=attrs.evolve(reading.names, names=names))


def _filed(name: str) -> str:
    words = name.replace(", ", " ").split()
    if len(words) < 2 or looks_like_group(name):
        return name
    start = 1
    while start < len(words) - 1 and is_link(words[start - 1]):
        start += 1
    return f"{' '.join(words[:start])}, {' '.join(words[start:])}"
