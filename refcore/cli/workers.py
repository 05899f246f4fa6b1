"""Work in several processes: if one is killed, no result is lost."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from refcore.processes import processes

__all__ = ["run_each"]

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


def run_each(function: Callable[[K], T], values: Sequence[K], count: int) -> dict[K, T | None]:
    """Call a function with each value in other processes; return the results by value.

    The result is None for a value whose process was killed. A process that ends early
    loses the results of the others in its pool, so what is left without a
    result is computed again, each value in a separate process. The exceptions of
    the function are raised here.
    """
    results = _in_pool(function, values, count)
    for value in values:
        if value not in results:
            results.update(_in_pool(function, [value], 1))
    return {value: results.get(value) for value in values}


def _in_pool(function: Callable[[K], T], values: Sequence[K], count: int) -> dict[K, T]:
    found: dict[K, T] = {}
    with processes(count) as pool:
        futures: dict[K, Future[T]] = {}
        with contextlib.suppress(BrokenProcessPool):
            for value in values:
                futures[value] = pool.submit(function, value)
        for value, future in futures.items():
            with contextlib.suppress(BrokenProcessPool):
                found[value] = future.result()
    return found
