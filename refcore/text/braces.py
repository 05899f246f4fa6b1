"""Balanced braces."""

from __future__ import annotations

__all__ = ["balanced"]


def balanced(text: str) -> bool:
    """Tell whether each closing brace of a text has an opening one before it, and none is open.

    A backslash protects no brace: BibTeX counts all of them.

    >>> balanced("a {b} c"), balanced("a } b {"), balanced(r"\\{")
    (True, False, False)
    """
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0
