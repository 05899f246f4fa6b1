"""Markdown's marks inside a line of text as CSL's small markup."""

from __future__ import annotations

import re
from typing import Final

from refcore.text.patterns import regex

__all__ = ["marked_up"]

_EMPHASIS: Final = (
    (re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\*(?=\S)([^*\n]+)(?<=\S)\*"), r"<i>\1</i>"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+)(?<=\S)_(?!\w)"), r"<i>\1</i>"),
    (re.compile(r"(?<![\\~])~([^~\s]+)~(?!~)"), r"<sub>\1</sub>"),
    (re.compile(r"(?<![\\^\[])\^([^\s^]+)\^"), r"<sup>\1</sup>"),
    (re.compile(r"\[([^\[\]]+)\]\{\.nocase\}"), r'<span class="nocase">\1</span>'),
    (re.compile(r"\[([^\[\]]+)\]\{\.(?:smallcaps|sc)\}"), r"<sc>\1</sc>"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_MATHEMATICS: Final = regex(r"((?<![\\$])\$(?![\s$])[^$\n]+(?<!\s)\$(?![$\d]))")


def marked_up(written: str) -> str:
    """Return Markdown's emphasis, raised and lowered text and spans as CSL's markup.

    Source: *Pandoc User's Guide*, "Inline formatting", "Capitalization in titles".

    >>> marked_up("*see* H~2~O of the [van]{.nocase} case, $x^2$")
    '<i>see</i> H<sub>2</sub>O of the <span class="nocase">van</span> case, $x^2$'
    """
    pieces = _MATHEMATICS.split(written)
    for place in range(0, len(pieces), 2):
        for pattern, markup in _EMPHASIS:
            pieces[place] = pattern.sub(markup, pieces[place])
    written = "".join(pieces)
    space = " " if written[:1].isspace() else ""
    return space + " ".join(written.split())
