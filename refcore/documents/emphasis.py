"""Emphasis in the words that a writer puts around a key, or into the head of a document."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["marked_up", "with_bare_number"]

_EMPHASIS: Final = (
    (re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\*(?=\S)([^*\n]+)(?<=\S)\*"), r"<i>\1</i>"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+)(?<=\S)_(?!\w)"), r"<i>\1</i>"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


# "p. **32**"
_MARKED_NUMBER: Final = re.compile(
    r"(\s{0,3},?\s{0,3}(?:[^\W\d_]{1,12}\.?\s|§\s?)?\s{0,3})(\*\*|\*|_)([0-9][\w–-]*)\2(?!\w)"
)


def with_bare_number(written: str) -> str:
    """Return the text after a key without the emphasis of the number that it begins with.

    >>> with_bare_number(" p. **32**, *my* emphasis")
    ' p. 32, *my* emphasis'
    """
    found = _MARKED_NUMBER.match(written)
    return found[1] + found[3] + written[found.end() :] if found else written


def marked_up(written: str) -> str:
    """Return Markdown's emphasis as CSL's markup.

    >>> marked_up("*see* also")
    '<i>see</i> also'
    """
    for pattern, markup in _EMPHASIS:
        written = pattern.sub(markup, written)
    space = " " if written[:1].isspace() else ""
    return space + " ".join(written.split())
