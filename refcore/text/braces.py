"""Balanced braces."""

from __future__ import annotations

import sys

from refcore.text.patterns import regex

__all__ = ["balanced", "closing_brace", "group_end"]

_BRACES = regex("[{}]")


def balanced(text: str) -> bool:
    """Return whether each closing brace of a text has an opening one before it, and none is open.

    A backslash protects no brace: BibTeX counts all of them.

    >>> balanced("a {b} c"), balanced("a } b {"), balanced(r"\\{")
    (True, False, False)
    """
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for brace in _BRACES.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def closing_brace(text: str, start: int, stop: int = sys.maxsize) -> int:
    """Return where the group closes that opens at a place or after it, or -1.

    Nothing from `stop` on is looked at.

    >>> closing_brace("{a {b} c} d", 0), closing_brace("{a {b} c", 0)
    (8, -1)
    """
    depth = 0
    for brace in _BRACES.finditer(text, start, stop):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    return -1


def group_end(text: str, start: int) -> int:
    """Return the index after the group that opens at a place, or the end of the text.

    >>> group_end("{a {b} c} d", 0), group_end("{a {b} c", 0)
    (9, 8)
    """
    end = closing_brace(text, start)
    return end + 1 if end >= 0 else len(text)
