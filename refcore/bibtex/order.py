"""Things in order, where a new one can take its place before another."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

__all__ = ["Order"]

_T = TypeVar("_T", bound=Hashable)


class Order(Generic[_T]):
    """Different things in order; adding or removing one takes the same time among any number.

    >>> order = Order(["a", "b"])
    >>> order.put("x", before="b")
    >>> order.put("y", before="b")
    >>> order.put("c")
    >>> order.remove("b")
    >>> list(order), list(reversed(order)), "b" in order
    (['a', 'x', 'y', 'c'], ['c', 'y', 'x', 'a'], False)
    """

    __slots__ = ("_before", "_last", "_there")

    def __init__(self, things: Iterable[_T] = ()) -> None:
        self._there: dict[_T, None] = dict.fromkeys(things)
        # What was put last; what was put before a thing, in order. Both keep a removed thing
        # while the place of another one depends on it.
        self._last: dict[_T, None] = dict(self._there)
        self._before: dict[_T, list[_T]] = {}

    def put(self, new: _T, before: _T | None = None) -> None:
        """Add a thing before another one, or last where the other one is not there."""
        if before is None or before not in self._there:
            self._last[new] = None
        else:
            self._before.setdefault(before, []).append(new)
        self._there[new] = None

    def remove(self, thing: _T) -> None:
        """Take a thing out; raises `KeyError` where it is not there."""
        del self._there[thing]
        if thing not in self._before:
            self._last.pop(thing, None)

    def __contains__(self, thing: object) -> bool:
        return thing in self._there

    def __len__(self) -> int:
        return len(self._there)

    def __iter__(self) -> Iterator[_T]:
        return reversed(list(reversed(self))) if self._before else iter(self._last)

    def __reversed__(self) -> Iterator[_T]:
        for last in reversed(self._last):
            waiting = [last]
            while waiting:
                thing = waiting.pop()
                if thing in self._there:
                    yield thing
                waiting += self._before.get(thing, ())
