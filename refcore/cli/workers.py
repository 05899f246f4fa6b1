"""Work in several processes, which end with the process that started them."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import parent_process
from typing import TypeVar

__all__ = ["run_each"]

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


def run_each(function: Callable[[K], T], values: Sequence[K], processes: int) -> dict[K, T | None]:
    """Call a function with each value in other processes; return the results by value.

    The result is None for a value whose process was killed. A process that ends early
    loses the results of the others in its pool, so what is left without a
    result is computed again, each value in a separate process. The exceptions of
    the function are raised here.
    """
    results = _in_pool(function, values, processes)
    for value in values:
        if value not in results:
            results.update(_in_pool(function, [value], 1))
    return {value: results.get(value) for value in values}


def _in_pool(function: Callable[[K], T], values: Sequence[K], processes: int) -> dict[K, T]:
    found: dict[K, T] = {}
    with _pool(processes) as pool:
        futures: dict[K, Future[T]] = {}
        with contextlib.suppress(BrokenProcessPool):
            for value in values:
                futures[value] = pool.submit(function, value)
        for value, future in futures.items():
            with contextlib.suppress(BrokenProcessPool):
                found[value] = future.result()
    return found


@contextlib.contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned, as a fork would copy threads and locks in an unknown state.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_end_with_parent)
    try:
        yield pool
    except BaseException:
        # Nothing waits for unfinished work.
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.kill()
        raise
    pool.shutdown()


def _end_with_parent() -> None:
    """End this process as soon as its parent ends, even if the parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # at Ctrl-C the parent ends the work
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
