"""Balanced braces."""

from __future__ import annotations

from refcore.text.patterns import regex

__all__ = ["balanced"]

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
