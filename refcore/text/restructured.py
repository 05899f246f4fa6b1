r"""Footnotes and citations of reStructuredText as list items.

Source: *reStructuredText Markup Specification*, "Footnotes", "Citations" and "Character-Level
Inline Markup": ``.. [1] text``, ``.. [#label] text``, ``.. [Fei2020] text``; a backslash with
a space divides markup from the sign after it, and prints nothing; one before a capital keeps
"A. Fei" from being an item of a list. Roles of Sphinx name identifiers.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

from refcore.text.patterns import regex

__all__ = ["with_items"]

_FOOTNOTE: Final = regex(
    r"^([ \t]{0,12})\.\.[ \t]{1,4}\[(?:(\d{1,4})|#?[\w.:+-]{0,60}|\*)\](?=[ \t])", re.MULTILINE
)
_DIVIDER: Final = regex(r"(?<=[*`_])\\ (?=\S)|(?<![\w`\\])\\(?=[^\W\d_a-z][\w.'’ -])")
_ROLE: Final = regex(r":(doi|arxiv):`([^`\n]{1,200})`")


def with_items(text: str) -> str:
    r"""Return a text with each footnote of reStructuredText as an item of a numbered list.

    Lines stay where they are; a number stays as the item's label.

    >>> with_items(".. [#Fei2020] Fei, B. *On Moss*\\ , 3.\n.. [2] \\A. Lee. :arxiv:`2001.00001`")
    '[1] Fei, B. *On Moss*, 3.\n[2] A. Lee. arxiv:2001.00001'
    >>> with_items("see .. [1] there")
    'see .. [1] there'
    """
    if ".. [" not in text or not _FOOTNOTE.search(text):
        return text
    count = itertools.count(1)

    def item(match: re.Match[str]) -> str:
        return f"{match[1]}[{match[2] or next(count)}]"

    return _DIVIDER.sub("", _ROLE.sub(r"\1:\2", _FOOTNOTE.sub(item, text)))
