"""How much the cues weigh for and against a part of a reference string."""

from __future__ import annotations

import functools
import itertools
import math
import operator
import re
from collections.abc import Callable, Iterable
from typing import Final

from refcore.text.letters import widened
from refcore.textlists.cues import CUES, INSIDE, Cue, Zone

__all__ = ["TitleWeights", "loosened", "weight_of"]

_MOST_OF_EACH: Final = 6


class _Beginning:
    """The cues of a zone that begin with its text, in one pattern.

    Each has an empty group of its own, which is set where the cue is found: one call asks all
    of them.
    """

    def __init__(self, rows: Iterable[Cue]) -> None:
        held = tuple(cue for cue in rows if _is_first(cue))
        self._weights = tuple(cue.weight for cue in held)
        self._match = re.compile(
            "".join(f"(?:(?={_inline(widened(cue.pattern))})()|)" for cue in held)
        ).match

    def weight_of(self, text: str) -> float:
        found = self._match(text)
        assert found is not None  # noqa: S101 - each of its parts may be empty
        return sum(itertools.compress(self._weights, map(operator.not_, found.groups(1))))


def _is_first(cue: Cue) -> bool:
    return cue.pattern.removeprefix("(?i)").startswith("^")


def _inline(pattern: str) -> str:
    """Return a pattern with its flag as a group, so that it can be a part of another.

    >>> _inline("(?i)moss"), _inline("moss")
    ('(?i:moss)', 'moss')
    """
    bare = pattern.removeprefix("(?i)")
    return bare if bare == pattern else f"(?i:{bare})"


_BEGINNINGS: Final = {zone: _Beginning(rows) for zone, rows in CUES.items()}
# Assertions, which match no characters (group 1), and what must not be taken for them.
_CLASS: Final = r"\[(?:\\.|[^\]\\])*\]"
_ROOMLESS: Final = re.compile(
    rf"{_CLASS}|\\[^b]|(\^|\$|\\b|\(\?<?[!=](?:[^()\\\[\]]|\\.|{_CLASS})*\))"
)


def loosened(pattern: str) -> str:
    """Return a pattern without its lookarounds: it matches wherever the pattern does.

    >>> loosened(r"(?<!\\w)[A-Z][^,]+ (?:Press|$)")
    '[A-Z][^,]+ (?:Press|)'
    """
    return _ROOMLESS.sub(lambda found: "" if found[1] else found[0], pattern)


# The other cues within titles. All cues of the other zones begin with the text.
_ELSEWHERE: Final = tuple(
    (cue, re.compile(widened(cue.pattern)), re.compile(widened(loosened(cue.pattern))))
    for cue in INSIDE
    if not _is_first(cue)
)


def weight_of(zone: Zone, text: str) -> float:
    """Return what the cues of a zone add for a text.

    >>> weight_of(Zone.AFTER, ". In Handbook of") > weight_of(Zone.AFTER, ", and signs")
    True
    """
    weight = 0.0
    for cue, pattern, _ in _ELSEWHERE if zone is Zone.INSIDE else ():
        if pattern.search(text):
            weight += cue.weight * (_count(pattern, text) if cue.each else 1)
    return weight + _BEGINNINGS[zone].weight_of(text)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in itertools.islice(pattern.finditer(text), _MOST_OF_EACH))


_Row = tuple[int, float, re.Pattern[str], Callable[[str], object], bool]
# Up to so many parts of a text are weighed one by one.
_FEW: Final = 3


class TitleWeights:
    """What the cues within titles add for the parts of one string.

    Most parts of a string are weighed as its title, and most cues are nowhere in it: where
    each begins at the earliest is found once.

    >>> weights = TitleWeights("Fei, B. Of Words. The Lancet")
    >>> weights.of(8, 16) == weight_of(Zone.INSIDE, "Of Words")
    True
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0

    @functools.cached_property
    def _rows(self) -> tuple[_Row, ...]:
        """The cues that are somewhere in the text, with the earliest place of each."""
        text, low = self._text, self._text.lower()
        return tuple(
            (found.start(), cue.weight, pattern, pattern.search, cue.each)
            for cue, pattern, loose in _ELSEWHERE
            if not cue.needs or any(part in low for part in cue.needs)
            if (found := loose.search(text))
        )

    def of(self, start: int, end: int, least: float = -math.inf) -> float:
        """Return the weight of the part from one place to another; minus infinity below `least`.

        Each cue in a title lowers its weight, so that the sum is ended where it is too low.
        """
        part, weight = self._text[start:end], 0.0
        self._asked += 1
        if self._asked <= _FEW:
            # The whole text is searched once many of its parts have been asked for.
            return self._of_part(part, least)
        for first, each, pattern, search, counts in self._rows:
            if first < end and search(part):
                weight += each * _count(pattern, part) if counts else each
                if weight < least:
                    return -math.inf
        return weight + _BEGINNINGS[Zone.INSIDE].weight_of(part)

    def _of_part(self, part: str, least: float) -> float:
        weight, low = _BEGINNINGS[Zone.INSIDE].weight_of(part), part.lower()
        for cue, pattern, _ in _ELSEWHERE:
            if cue.needs and not any(one in low for one in cue.needs):
                continue
            if pattern.search(part):
                weight += cue.weight * (_count(pattern, part) if cue.each else 1)
                if weight < least:
                    return -math.inf
        return weight
