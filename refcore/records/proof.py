"""How many whole answers it takes to believe that a service does not have a work.

Known works (controls) are asked for beside the work. A service that has the work and drops
entries of a page is as likely to drop one of these as another. So it misses the work and `hidden`
of the controls in at most (hidden + 1) / (controls + 1) of its pages, however often it drops
entries. If all of ten controls are there, this share is one in eleven. The shares of several
answers are multiplied; their product may be looked at after each answer (Ville's inequality). An
absence is believed once the product is at most one in 10,000, or one in 65,000 if the service was
seen to drop entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

__all__ = ["MOST_CONTROLS", "NO_PROOF", "Absences", "Controls", "arranged"]

_Work = TypeVar("_Work", bound=Hashable)
_Item = TypeVar("_Item")
# At most this share of the accepted absences is false.
_DOUBT = 1e-4
_DOUBT_OF_ONE_THAT_DROPS = 2.0**-16
# The step between turns; one that does not divide the number of places reaches all of them.
_STEPS = (3, 2, 5, 7, 11)
# With this many controls, four complete answers are enough.
MOST_CONTROLS = 10


class Controls(NamedTuple):
    """How many controls an answer shows, and how many that were asked for it hides."""

    shown: int
    hidden: int = 0


# An incomplete answer, or one to a request without controls.
NO_PROOF: Final = Controls(0)


class Absences(Generic[_Work]):
    """The absences seen of each work, in answers that are whole.

    `drops` says that the service left out an entry before: then more proof is needed.

    >>> seen = Absences[str]()
    >>> [seen.add("a", Controls(shown=10)) for _ in range(4)]
    [False, False, False, True]
    """

    def __init__(self) -> None:
        self.drops = False
        self._doubts: dict[_Work, float] = {}
        self._tries: dict[_Work, int] = defaultdict(int)

    def add(self, work: _Work, controls: Controls) -> bool:
        """Count an absence beside controls; return whether it is believed."""
        self._tries[work] += 1
        if controls.shown:
            share = (controls.hidden + 1) / (sum(controls) + 1)
            self._doubts[work] = self.doubt(work) * share
        return self.doubt(work) <= (_DOUBT_OF_ONE_THAT_DROPS if self.drops else _DOUBT)

    def doubt(self, work: _Work) -> float:
        """Return the probability, at most, that a service that has the work hides it so long."""
        return self._doubts.get(work, 1.0)

    def tries(self, work: _Work) -> int:
        """Return the number of answers in which the work was absent, whole or not."""
        return self._tries.get(work, 0)

    def is_unproven(self, work: _Work) -> bool:
        """Return whether no answer so far said anything of the work."""
        return work not in self._doubts


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
    places = len(around) + 1
    step = next(step for step in _STEPS if places % step)
    place = (1 + step * turn) % places
    return [*around[:place], *_turned(asked, turn), *around[place:]]


def _turned(items: Sequence[_Item], turn: int) -> list[_Item]:
    start = turn % len(items) if items else 0
    return [*items[start:], *items[:start]]
