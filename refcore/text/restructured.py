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

__all__ = ["FIRST_LINK", "with_items", "without_markup"]

_FOOTNOTE: Final = regex(
    r"^([ \t]{0,12})\.\.(?:[ \t]{1,4}\[(?:(\d{1,4})|#?[\w.:+-]{0,60}|\*)\]"
    # "..[1]": docstrings in which the space was forgotten.
    r"|\[(\d{1,4})\])(?=[ \t])",
    re.MULTILINE,
)
_DIVIDER: Final = regex(r"(?<=[*`_])\\ (?=\S)|(?<![\w`\\])\\(?=[^\W\d_a-z][\w.'’ -])")
# "`Of Moss <https://a.org>`__", ":doi:`Of Moss <10.1000/1>`", ":DOI:`10.1000/1`".
_LINK: Final = regex(
    r"(?::(?P<role>[\w+-]{1,20}):)?"
    r"`(?P<text>[^`<>]{2,600}?),? ?<(?P<target>[^<>`\s]{3,300})>`_{0,2}"
)
# A link with some words in front of everything else: "`Of Moss and Fern <https://a.org>`_".
FIRST_LINK: Final = regex(r"`[^`<>]{1,300}? [^`<>]{2,300}?,? ?<[^<>`\s]{3,300}>`_{0,2}")
_NAMED_ID: Final = regex(r":(doi|arxiv):`([^`<>\s]{1,200})`", re.IGNORECASE)
# "`Of Moss`": interpreted text, whose marks are not the accents that PDFs set beside letters.
_INTERPRETED: Final = regex(r"(?<![\w`:])`(?=\S)([^`<>]{2,300})(?<=\S)`_{0,2}(?![\w`])")
_ROLE: Final = regex(r":(doi|arxiv):`([^`<>\n]{1,200})`")


def with_items(text: str) -> str:
    r"""Return a text with each footnote of reStructuredText as an item of a numbered list.

    Lines stay where they are; a number stays as the item's label.

    >>> with_items(".. [#Fei2020] Fei, B. *On Moss*\\ , 3.\n.. [2] \\A. Lee. :arxiv:`2001.00001`")
    '[1] Fei, B. *On Moss*, 3.\n[2] A. Lee. arxiv:2001.00001'
    >>> with_items("see .. [1] there")
    'see .. [1] there'
    """
    if ".." not in text or not _FOOTNOTE.search(text):
        return text
    count = itertools.count(1)

    def item(match: re.Match[str]) -> str:
        return f"{match[1]}[{match[2] or match[3] or next(count)}]"

    return _DIVIDER.sub("", _ROLE.sub(r"\1:\2", _FOOTNOTE.sub(item, text)))


def without_markup(text: str) -> str:
    """Return a line without links and roles: what they print stays, and their targets come last.

    >>> without_markup("Fei (2019). `Of Moss <https://a.org>`__. Cell.")
    'Fei (2019). Of Moss. Cell. https://a.org'
    >>> without_markup(":doi:`A. Fei, Of Moss, 1990. <10.1000/1>`")
    'A. Fei, Of Moss, 1990. doi:10.1000/1'
    """
    targets: list[str] = []

    def shown(match: re.Match[str]) -> str:
        role = (match["role"] or "").lower()
        is_id = role in ("doi", "arxiv")
        targets.append(f"{role}:{match['target']}" if is_id else match["target"])
        is_glued = match.string[match.end() : match.end() + 1].isalnum()
        return match["text"] + " " * is_glued

    text = _NAMED_ID.sub(r"\1:\2", _LINK.sub(shown, text))
    return " ".join((_INTERPRETED.sub(r"\1", text).rstrip(), *targets))
