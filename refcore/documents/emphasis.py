"""Markup in the words that a writer puts around a key, or into the head of a document."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from refcore.text.patterns import regex

__all__ = ["KEPT_FROM", "KEPT_TO", "with_bare_number", "with_kept_markup"]

# Characters for private use, each of which stands for a piece that is kept as it is written; no
# font has signs in this plane of Unicode.
KEPT_FROM: Final = "\U000f0000"
KEPT_TO: Final = "\U000ffffd"
# Code, mathematics, links, spans with attributes, and what is raised, lowered or struck out.
_KEPT: Final = regex(
    r"""(?<![\\`])(`{1,3})(?!`)[^\n]+?(?<!`)\1(?!`)
    | (?<![\\$])\$(?![\s$])[^$\n]+(?<!\s)\$(?![$\d])
    | (?<!\\)!?\[[^\[\]\n]*\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\)|\[[^\[\]\n]*\]
        |\{[^{}\n]*\})
    | (?<!\\)<(?:https?|mailto):[^<>\s]*>
    | (?<![\\~])~~(?=\S)[^~\n]+(?<=\S)~~
    | (?<![\\~])~[^~\s]+~(?!~) | (?<![\\^\[])\^[^\s^]+\^""",
    re.VERBOSE,
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


def with_kept_markup(written: str, keep: Callable[[str], str]) -> str:
    """Return Markdown with `keep` in place of each piece that CSL has no markup for.

    >>> with_kept_markup("in [this](a.html) and `that`", lambda piece: "#")
    'in # and #'
    >>> with_kept_markup("for 5$ or 6$, [sic], *H~2~O*", lambda piece: "#")
    'for 5$ or 6$, [sic], *H#O*'
    """
    return _KEPT.sub(lambda found: keep(found[0]), written)
