"""What engines share that run on other machines: one part after the other, in one session."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Self, TypeVar

__all__ = ["InOrder"]

R = TypeVar("R")


class InOrder:
    """An engine that spreads each part over its machines, and so runs the parts one by one."""

    def each(self, run: Callable[[int], R], parts: Sequence[int]) -> Generator[R]:
        """Run every part in order, and yield what each returns."""
        yield from map(run, parts)

    def part(self) -> AbstractContextManager[Self]:
        """Return the engine itself: a part needs nothing of its own."""
        return nullcontext(self)
