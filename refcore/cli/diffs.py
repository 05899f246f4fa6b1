"""Changes of an entry as a unified diff, with the line numbers of its file."""

from __future__ import annotations

import difflib
import re

from refcore.bibtex.draft import Change
from refcore.text.patterns import regex

__all__ = ["entry_diff"]

_HUNK = regex(r"@@ -(\d+)(,\d+)? \+(\d+)(,\d+)? @@")


def entry_diff(path: str, change: Change, shift: int = 0) -> list[str]:
    """Return the lines of the diff; `shift` is by how many lines earlier changes moved the entry.

    >>> change = Change(4, "@misc{a,\\n  title = {A},\\n}", "@misc{a,\\n  title = {B},\\n}")
    >>> print(*entry_diff("refs.bib", change), sep="\\n")
    --- refs.bib
    +++ refs.bib
    @@ -4,3 +4,3 @@
     @misc{a,
    -  title = {A},
    +  title = {B},
     }
    """
    before, after = _lines(change.before), _lines(change.after)
    found = difflib.unified_diff(before, after, path, path, lineterm="", n=1)
    return [_HUNK.sub(lambda match: _moved(match, change.line - 1, shift), line) for line in found]


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.split("\n")]


def _moved(match: re.Match[str], offset: int, shift: int) -> str:
    old, new = int(match[1]) + offset, int(match[3]) + offset + shift
    return f"@@ -{old}{match[2] or ''} +{new}{match[4] or ''} @@"
