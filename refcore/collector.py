"""Lets Python's garbage collector run rarely while refcore makes many objects and no cycles."""

from __future__ import annotations

import contextlib
import gc
import threading
from collections.abc import Iterator
from typing import Final

__all__ = ["collect_rarely", "rarely_collecting"]

# New objects before a pass over the young ones, then passes before one over the older ones.
_SELDOM: Final = (250_000, 20, 200)


class _Blocks:
    """The blocks that run now, in all threads: the process has one collector."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.count = 0
        self.before = _SELDOM

    def enter(self) -> None:
        with self.lock:
            self.count += 1
            if self.count == 1:
                self.before = gc.get_threshold()
                if self.before[0]:  # zero: the caller wants no passes at all
                    gc.set_threshold(*_SELDOM)

    def leave(self) -> None:
        with self.lock:
            self.count -= 1
            # What the caller set meanwhile stays.
            if not self.count and gc.get_threshold() == _SELDOM:
                _count_as_old()
                gc.set_threshold(*self.before)


def _count_as_old() -> None:
    """Move all objects to the oldest generation, which takes no time.

    They would be looked through as new ones as soon as the collector runs as before. What a program
    has frozen stays so.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


_BLOCKS: Final = _Blocks()


@contextlib.contextmanager
def rarely_collecting() -> Iterator[None]:
    """Let the garbage collector run rarely while a block runs.

    A verification holds all references and reports until its end, a build of an index makes
    millions of rows, and a reader keeps what it makes of a file. Each pass of the collector over
    them finds nothing. With 8,000 references the passes took a fifth of the time. Blocks may be
    nested and run in several threads: after the last one the collector is as it was before the
    first.
    """
    _BLOCKS.enter()
    try:
        yield
    finally:
        _BLOCKS.leave()


def collect_rarely() -> None:
    """Let the garbage collector run rarely until this process ends."""
    _BLOCKS.enter()
