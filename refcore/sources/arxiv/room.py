"""How many ids arXiv answers in one page, as its answers so far show."""

from __future__ import annotations

from typing import Final

from refcore.records.proof import MOST_CONTROLS

__all__ = ["Room"]

# Whole answers in a row before more ids are asked for again.
_WHOLE_IN_A_ROW: Final = 2


class Room:
    """The ids that one request may ask for; less after a page is cut short, more after whole ones.

    `page` counts ids and controls, `batch` the ids that are asked for the first time, `absent`
    those that are asked again. A page that is shorter than another one of the same service, or
    lacks a few entries once, was not cut at a fixed length. What was lost may come next time.

    >>> room = Room(100)
    >>> room.cut(10, asked=100)
    >>> room.batch, room.absent
    (11, 5)
    >>> room = Room(100)
    >>> room.cut(90, asked=100)
    >>> room.batch
    100
    >>> room.cut(90, asked=100)
    >>> room.batch
    90
    """

    def __init__(self, batch: int) -> None:
        # Ids and controls that fit on one page for certain, including absent ids.
        self._most = self.page = batch + MOST_CONTROLS
        self.batch = batch
        self._absent = batch
        self._longest = self._cut = 0
        self._whole = 0

    @property
    def absent(self) -> int:
        """The ids to ask for again in one request, controls beside them."""
        beside = max(self.page - MOST_CONTROLS, self.page // 2)
        return max(1, min(self._absent, self.batch, beside))

    def controls(self, ids: int) -> int:
        """Return how many controls fit beside so many ids."""
        return max(1, min(MOST_CONTROLS, self.page - ids))

    def show(self, entries: int) -> None:
        """Note that a page has so many entries."""
        self._longest = max(self._longest, entries)

    def cut(self, entries: int, asked: int) -> None:
        """Note that a page of so many entries is not whole; it shows no control."""
        self._whole = 0
        if entries >= self._longest and (entries == self._cut or 2 * entries <= asked):
            self.page = max(MOST_CONTROLS + 1, min(self.page, entries))
            self.batch = max(1, min(self.batch, self.page))
        self._cut = entries

    def lose(self, entries: int) -> None:
        """Note that a page of so many entries lacks papers that were asked for and exist."""
        self._whole = 0
        self.page = max(2, min(self.page, entries))
        self.batch = max(1, min(self.batch, max(self.page, self._longest)))

    def fail(self, ids: int) -> None:
        """Note that the answer to so many ids proves nothing."""
        self._whole = 0
        self._absent = max(1, ids // 2)

    def hold(self) -> None:
        """Note that a page is whole: ask for more again, at most what a page has already held."""
        self._whole += 1
        if self._whole >= _WHOLE_IN_A_ROW:
            self.page = max(self.page, min(2 * self.page, self._longest, self._most))
            self._absent = min(2 * self._absent, self._most)

    def refuse(self, ids: int) -> None:
        """Note that a request for so many ids is too long."""
        self.batch = max(1, ids // 2)
