"""The order of the paired names: in place, swapped two by two, or moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from refcore.compare.chain import longest_increasing

__all__ = ["Order", "order_of"]

# With more moves than this, no swaps are looked for among the moved names.
_MOST_MOVED: Final = 12
_SEARCHES: Final = 6


@attrs.frozen
class Order:
    """How the order of a sequence differs from its sorted order, by index.

    `kept` are in place. `swaps` maps each swapped index to its partner. `moved` is the rest.
    """

    kept: tuple[int, ...] = ()
    swaps: dict[int, int] = attrs.Factory(dict)
    moved: tuple[int, ...] = ()

    @property
    def steps(self) -> int:
        """The number of edits that sort the sequence; a swap counts once."""
        return len(self.moved) + len(self.swaps) // 2

    def __add__(self, other: Order) -> Order:
        return Order(
            self.kept + other.kept, {**self.swaps, **other.swaps}, self.moved + other.moved
        )


def order_of(values: Sequence[int]) -> Order:
    """Explain the order of distinct numbers by the fewest swaps and moves.

    Two numbers at each other's place are swapped, even if others moved past them.
    Everything between them is in place.

    >>> order_of([2, 1, 0]).swaps, order_of([2, 1, 0]).kept
    ({0: 2, 2: 0}, (1,))
    >>> order_of([1, 2, 3, 0]).moved
    (3,)
    """
    return _solve(range(len(values)), values, _SEARCHES)


def _solve(indices: Sequence[int], values: Sequence[int], searches: int) -> Order:
    kept: list[int] = []
    tangled: list[Order] = []
    for part in _parts(indices, values):
        if len(part) == 1:
            kept.append(part[0])
        else:
            tangled.append(_untangle(part, values, searches))
    return sum(tangled, Order(tuple(kept)))


def _parts(indices: Sequence[int], values: Sequence[int]) -> Iterator[list[int]]:
    """Yield the shortest stretches that only change places among themselves."""
    ranks = _ranks(indices, values)
    start = highest = 0
    for place, rank in enumerate(ranks):
        highest = max(highest, rank)
        if highest == place:
            yield list(indices[start : place + 1])
            start = place + 1


def _ranks(indices: Sequence[int], values: Sequence[int]) -> list[int]:
    order = {value: rank for rank, value in enumerate(sorted(values[i] for i in indices))}
    return [order[values[i]] for i in indices]


def _untangle(part: list[int], values: Sequence[int], searches: int) -> Order:
    if len(part) == 2:
        return Order((), {part[0]: part[1], part[1]: part[0]})
    best = moves = _moves(part, values)
    if not searches or moves.steps == 1:
        return best
    swaps = _swaps(part, values)
    if swaps:
        rest = [i for i in part if i not in swaps]
        found = Order((), swaps) + _solve(rest, values, searches - 1)
        if found.steps < best.steps and _holds(found, values):
            best = found
    if moves.steps <= _MOST_MOVED:
        far = _farthest(part, values, moves.moved)
        rest = [i for i in part if i != far]
        found = Order((), {}, (far,)) + _solve(rest, values, searches - 1)
        if found.steps < best.steps or (found.steps == best.steps and best is moves):
            best = found
    return best


def _moves(part: list[int], values: Sequence[int]) -> Order:
    kept = {part[place] for place in longest_increasing([values[i] for i in part])}
    return Order(tuple(i for i in part if i in kept), {}, tuple(i for i in part if i not in kept))


def _swaps(part: list[int], values: Sequence[int]) -> dict[int, int]:
    ranks = _ranks(part, values)
    return {
        part[place]: part[rank]
        for place, rank in enumerate(ranks)
        if rank != place and ranks[rank] == place
    }


def _holds(order: Order, values: Sequence[int]) -> bool:
    # The swaps alone have to sort what remains without the moved names.
    staying = sorted((*order.kept, *order.swaps))
    ranks = _ranks(staying, values)
    places = {i: place for place, i in enumerate(staying)}
    return all(
        rank == places[order.swaps.get(i, i)] for i, rank in zip(staying, ranks, strict=True)
    )


def _farthest(part: list[int], values: Sequence[int], moved: Sequence[int]) -> int:
    ranks = dict(zip(part, _ranks(part, values), strict=True))
    places = {i: place for place, i in enumerate(part)}
    return max(moved, key=lambda i: abs(ranks[i] - places[i]))
