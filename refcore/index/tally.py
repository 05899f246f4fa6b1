"""What is counted over all works of an index: papers by conference and year, DOIs by registrant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["Conference", "papers_in", "prefixes_in"]

# A source, its series, the year, and the name of the proceedings.
Conference = tuple[str, str, int, str]


def papers_in(rows: Iterable[Sequence[Any]]) -> dict[Conference, int]:
    """Count the papers of each conference in each year; `rows` begin with the columns of `Row`.

    >>> row = ("acl", "P1", 0, "On Moss", "Bo Li", "paper-conference", "Moss", "moss", 2020, "")
    >>> papers_in([row, row])
    {('acl', 'moss', 2020, 'Moss'): 2}
    """
    held = (
        (row[0], row[7], row[8], row[6])
        for row in rows
        if row[5] == "paper-conference" and row[7] and row[8] is not None
    )
    return dict(Counter(held))


def prefixes_in(rows: Iterable[Sequence[Any]]) -> dict[str, int]:
    """Count the DOIs of each registrant; `rows` begin with the columns of `Row`.

    >>> prefixes_in([(*[""] * 9, "10.1000/a"), (*[""] * 9, "")])
    {'10.1000': 1}
    """
    return dict(Counter(row[9].partition("/")[0] for row in rows if "/" in row[9]))
