"""A number with its noun, as messages print it."""

from __future__ import annotations

__all__ = ["counted"]


def counted(number: int, word: str) -> str:
    """Return a number with its noun, in the plural unless the number is one.

    >>> counted(1, "line"), counted(0, "line")
    ('1 line', '0 lines')
    """
    return f"{number} {word}" + ("" if number == 1 else "s")
