"""How two texts differ, in a form that can be counted."""

from __future__ import annotations

import difflib
import re

__all__ = ["kind_of"]


def kind_of(mine: str, theirs: str) -> str:
    """Return the first place where two texts differ, letters and digits as one sign each."""
    matcher = difflib.SequenceMatcher(None, mine, theirs, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            ours, other = mine[max(a - 2, 0) : b + 2], theirs[max(c - 2, 0) : d + 2]
            return f"{sketch(ours)} | {sketch(other)}"
    return ""


def sketch(text: str) -> str:
    """Return a text with letters and digits as one sign each: what is left is punctuation."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "1", text))[:40]
