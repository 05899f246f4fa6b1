"""A function called for many values, in other processes where there are some, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import nullcontext
from typing import Final, TypeVar

from refcore.processes import processes

__all__ = ["in_order", "through"]

K = TypeVar("K")
T = TypeVar("T")
# Values that a process has at once, so that it need not wait for the next one.
_AHEAD: Final = 2


def in_order(function: Callable[[K], T], values: Iterable[K], count: int) -> Iterator[T]:
    """Yield the result for each value, in their order, from so many processes; 0 is this one.

    Values are taken as results are wanted, so that memory does not grow with their number.

    >>> list(in_order(abs, [-1, 2], 0))
    [1, 2]
    """
    with processes(count) if count else nullcontext() as pool:
        yield from through(function, values, pool, count)


def through(
    function: Callable[[K], T], values: Iterable[K], pool: ProcessPoolExecutor | None, count: int
) -> Iterator[T]:
    """Yield the result for each value, in their order, from a pool of so many processes."""
    if pool is None:
        yield from map(function, values)
        return
    waiting: deque[Future[T]] = deque()
    for value in values:
        if len(waiting) >= count * _AHEAD:
            yield waiting.popleft().result()
        waiting.append(pool.submit(function, value))
    while waiting:
        yield waiting.popleft().result()
