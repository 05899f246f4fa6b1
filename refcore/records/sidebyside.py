"""Several streams of results at once, as they come."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from typing import TypeVar

from refcore.net.stop import in_context

__all__ = ["side_by_side"]

_T = TypeVar("_T")


def side_by_side(streams: Sequence[Iterator[_T]]) -> Iterator[_T]:
    """Return the results of several iterators, each read by a thread of its own.

    One alone is read without a thread. What an iterator raises is raised here; threads end
    with the process.

    >>> sorted(side_by_side([iter("ab"), iter("c")]))
    ['a', 'b', 'c']
    """
    if len(streams) < 2:
        for stream in streams:
            yield from stream
        return
    results: queue.SimpleQueue[tuple[str, object]] = queue.SimpleQueue()
    for stream in streams:
        threading.Thread(target=in_context(_read), args=(stream, results), daemon=True).start()
    left = len(streams)
    while left:
        kind, value = results.get()
        if kind == "result":
            yield value  # type: ignore[misc]
        elif kind == "fault":
            raise value  # type: ignore[misc]
        else:
            left -= 1


def _read(stream: Iterator[_T], results: queue.SimpleQueue[tuple[str, object]]) -> None:
    try:
        for result in stream:
            results.put(("result", result))
    except BaseException as fault:
        results.put(("fault", fault))
    else:
        results.put(("end", None))
