"""Marks under the letters in which two names differ."""

from __future__ import annotations

import unicodedata

__all__ = ["carets"]


def carets(claimed: str, actual: str) -> str:
    """Return a line of ``^`` to print under `actual` where it differs from `claimed`.

    A letter that `actual` lacks is marked at its place. Wide letters
    take two columns, combining marks none.

    >>> print("Binyang Jiang\\n" + carets("Binyang Jian", "Binyang Jiang"))
    Binyang Jiang
                ^
    """
    from rapidfuzz.distance import Levenshtein

    claimed, actual = claimed[:500], actual[:500]
    marked = set()
    for change in Levenshtein.editops(claimed, actual):
        marked.add(change.dest_pos)
    cells = []
    for at, letter in enumerate(actual):
        cells.append(("^" if at in marked else " ") * _width(letter))
    if len(actual) in marked:
        cells.append("^")
    return "".join(cells).rstrip()


def _width(letter: str) -> int:
    r"""Return how many columns of a terminal a letter takes.

    >>> _width("a"), _width("王"), _width("\u0301")
    (1, 2, 0)
    """
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
