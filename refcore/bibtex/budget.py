"""How much text a .bib file may expand to through strings, `crossref` and `xdata`.

A few bytes that expand to much text, in many entries, would fill the memory.
"""

from __future__ import annotations

from typing import Final

__all__ = ["Budget"]

_LEAST: Final = 1_000_000
_FACTOR: Final = 10


class Budget:
    """The characters that the expansions of one file may have, and how many they have.

    >>> budget = Budget.of("@misc{a}")
    >>> budget.limit, budget.take(999_999), budget.take(2), budget.take(1)
    (1000000, True, False, True)
    """

    __slots__ = ("limit", "taken")

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.taken = 0

    @classmethod
    def of(cls, text: str) -> Budget:
        """Return the budget of a file: ten times its length, and a million at least."""
        return cls(max(_LEAST, _FACTOR * len(text)))

    @property
    def left(self) -> int:
        """How many characters there is room for."""
        return self.limit - self.taken

    def take(self, size: int) -> bool:
        """Take room for `size` characters; if too little is left, take none and return False."""
        if size > self.left:
            return False
        self.taken += size
        return True
