"""Emphasis in the words that a writer puts around a key, or into the head of a document."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["marked_up"]

_EMPHASIS: Final = (
    (re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\*(?=\S)([^*\n]+)(?<=\S)\*"), r"<i>\1</i>"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+)(?<=\S)_(?!\w)"), r"<i>\1</i>"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def marked_up(written: str) -> str:
    """Return Markdown's emphasis as CSL's markup.

    >>> marked_up("*see* also")
    '<i>see</i> also'
    """
    for pattern, markup in _EMPHASIS:
        written = pattern.sub(markup, written)
    space = " " if written[:1].isspace() else ""
    return space + " ".join(written.split())
