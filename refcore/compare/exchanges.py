"""Letters that take each other's place by the customs of one language, and what they weigh.

A language of another alphabet has several customs of Latin letters. Each row has spellings of one
sound, what a change from one to the other weighs, and a word by two customs. A change that a slip
of the pen makes as well weighs half of what is asked for: one such letter alone is misspelt. A
letter doubled weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

__all__ = ["CUSTOM", "SLIP", "Row", "exchange", "exchanged", "rows"]

SLIP: Final = 1
CUSTOM: Final = 2
_UNLIKE: Final = 99
_CONSONANTS: Final = "bcdfghjklmnpqrstvwxz"


class Row(NamedTuple):
    """Spellings of one sound, the weight of a change, and a word by two customs."""

    weight: int
    spellings: tuple[str, ...]
    example: str


_Changes = dict[str, list[tuple[str, int]]]


def rows(*table: tuple[int, str, str]) -> tuple[Row, ...]:
    """Return the rows of a table, in each of which spaces part the spellings."""
    return tuple(Row(weight, tuple(sounds.split()), example) for weight, sounds, example in table)


def exchange(table: Iterable[Row]) -> _Changes:
    """Return for each spelling what may stand in its place; `^` and `$` are the ends of a word."""
    found: _Changes = {letter * 2: [(letter, 0)] for letter in _CONSONANTS}
    for letter in _CONSONANTS:
        found[letter] = [(letter * 2, 0)]
    for row in table:
        for one in row.spellings:
            others = [(other, row.weight) for other in row.spellings if other != one]
            found.setdefault(one, []).extend(others)
    return found


def exchanged(one: str, other: str, changes: _Changes) -> int | None:
    """Return the weight of the changes that make one word of the other, or None.

    >>> table = rows((CUSTOM, "sh ch", "Sharif, Charif"), (SLIP, "a e", "Sharif, Sherif"))
    >>> french = exchange(table)
    >>> exchanged("sharif", "cherif", french), exchanged("sharif", "sherif", french)
    (3, 1)
    >>> exchanged("sharif", "sharaf", french)
    """
    ours, theirs = f"^{one}$", f"^{other}$"

    @cache
    def least(i: int, j: int) -> int:
        if i == len(ours) and j == len(theirs):
            return 0
        found = _UNLIKE
        if i < len(ours) and j < len(theirs) and ours[i] == theirs[j]:
            found = least(i + 1, j + 1)
        for width in range(1, min(_LONGEST, len(ours) - i) + 1):
            for spelling, weight in changes.get(ours[i : i + width], ()):
                if weight < found and theirs.startswith(spelling, j):
                    found = min(found, weight + least(i + width, j + len(spelling)))
        return found

    weight = least(0, 0)
    return weight if weight < _UNLIKE else None


_LONGEST: Final = 8
