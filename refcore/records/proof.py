"""When it is believed that a service does not have a work: how many whole answers that takes.

A service that drops one entry of each page at random misses an asked work, and none of
`controls` other works on the same page, with a probability of at most 1 / (controls + 1) a
page. Absences multiply these, until at most one belief in 10,000 is false. A service that
was seen to drop entries drops each with a probability of up to a half: sixteen absences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

__all__ = ["MOST_CONTROLS", "Absences", "arranged"]

_Work = TypeVar("_Work", bound=Hashable)
_Item = TypeVar("_Item")
# At most this share of the absences that are believed is false.
_DOUBT = 1e-4
_DOUBT_OF_ONE_THAT_DROPS = 2.0**-16
# With so many controls, four whole answers are enough.
MOST_CONTROLS = 10


class Absences(Generic[_Work]):
    """The absences seen of each work, in answers that are whole.

    `drops` says that the service was seen to leave out an entry: then its
    controls prove less.

    >>> seen = Absences[str]()
    >>> [seen.add("a", controls=10) for _ in range(4)]
    [False, False, False, True]
    """

    def __init__(self) -> None:
        self.drops = False
        self._seen: dict[_Work, list[int]] = defaultdict(list)
        self._tries: dict[_Work, int] = defaultdict(int)

    def add(self, work: _Work, controls: int) -> bool:
        """Count an absence beside so many controls that are there; return whether it is believed.

        An answer without controls, or one that is not whole (0 controls), proves nothing.
        """
        self._tries[work] += 1
        if controls:
            self._seen[work].append(controls)
        return self.doubt(work) <= (_DOUBT_OF_ONE_THAT_DROPS if self.drops else _DOUBT)

    def doubt(self, work: _Work) -> float:
        """Return the probability, at most, that a service that has the work hides it so long."""
        doubt = 1.0
        for controls in self._seen.get(work, ()):
            doubt /= 2 if self.drops else controls + 1
        return doubt

    def tries(self, work: _Work) -> int:
        """Return the number of answers in which the work was absent, whole or not."""
        return self._tries.get(work, 0)

    def is_unproven(self, work: _Work) -> bool:
        """Return whether no answer so far said anything of the work."""
        return not self._seen.get(work)


def arranged(asked: Sequence[_Item], controls: Iterable[_Item], turn: int) -> list[_Item]:
    """Return the items mixed with the controls, at another position each turn.

    This exposes a service that always leaves out the first or the last entry.

    >>> [arranged(["a"], "xyz", turn) for turn in (0, 1)]
    [['x', 'a', 'y', 'z'], ['a', 'y', 'z', 'x']]
    """
    around = list(controls)
    if not around:
        return _turned(asked, turn)
    around = _turned(around, turn)
    place = (1 + 3 * turn) % (len(around) + 1)
    return [*around[:place], *_turned(asked, turn), *around[place:]]


def _turned(items: Sequence[_Item], turn: int) -> list[_Item]:
    start = turn % len(items) if items else 0
    return [*items[start:], *items[:start]]
