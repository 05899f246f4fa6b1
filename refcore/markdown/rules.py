"""What a rule of the note reader is: a name, the form it reads, a pattern and an example."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from typing import Any

import attrs

__all__ = ["Kind", "Rule"]


class Kind(enum.IntEnum):
    """How a list is marked as one, the weakest first."""

    SOME = -1  # some of the authors, in no certain order: "Key authors: A, B"
    SHORT = 0  # "Vaswani et al."
    AFTER = 1  # the names after a title or link: "[T](…) — A, B and C"
    OPENING = 2  # the names before a title, as in a list of references
    BY = 3  # "by A, B and C"
    WHOLE = 4  # a block or line of nothing but names
    MARKED = 5  # under a label, a heading or a sentence that says "authors"


@attrs.frozen
class Rule:
    """One row of a table of rules; the tables are listed in docs/notes.md.

    `example` is a whole note and `found` is what the rule reads from it: a
    test reads every example. `kind` says how certain a list is, `weight` how
    likely a title is; tables that need neither omit them. A text without any of `needs`, in
    lower case, cannot match the pattern and is not searched.
    """

    name: str
    form: str
    pattern: re.Pattern[str]
    example: str
    found: str
    read: Callable[..., Any]
    kind: Kind = Kind.WHOLE
    weight: float = 0.0
    needs: tuple[str, ...] = ()

    def may_read(self, folded: str) -> bool:
        """Return whether a text in lower case has what the pattern needs."""
        return not self.needs or any(word in folded for word in self.needs)
