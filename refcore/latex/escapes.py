"""Escapes that keep text from acting as markup: CSL's small markup has none of its own."""

from __future__ import annotations

from typing import Final

from refcore.text.patterns import regex

__all__ = ["JOINER", "TAG_PAIR", "from_plain", "less_than", "unjoined"]

# An invisible word joiner after "<" keeps text from being read as a tag. Text that leaves
# the library does not contain it.
JOINER: Final = "\u2060"
_LOOKS_LIKE_TAG: Final = regex(rf"<(?=(?:/?(?:i|b|sub|sup|sc)|span [^<>]*+|/span)>|{JOINER})")

# A pair of tags that publishers and Crossref write in titles, around a text.
TAG_PAIR: Final = regex(
    r"<(i|em|b|strong|italic|bold|sub|sup|inf)>(?=\S)([^<>]{1,400})(?<=\S)</\1>"
)


def less_than(text: str, position: int) -> str:
    """Return the ``<`` at a position, escaped if it would begin a tag.

    >>> less_than("a < b", 2) == "<", less_than("<i>", 0) == "<"
    (True, False)
    """
    return "<" + JOINER if _LOOKS_LIKE_TAG.match(text, position) else "<"


def from_plain(text: str) -> str:
    """Return plain text as text in small markup, with no part of it acting as a tag.

    Args:
        text: Plain text.

    Returns:
        The text in small markup.

    >>> from_plain("a < b") == "a < b", from_plain("the <i> tag") == "the <i> tag"
    (True, False)
    """
    return _LOOKS_LIKE_TAG.sub("<" + JOINER, text) if "<" in text else text


def unjoined(text: str) -> str:
    """Return a text for other programs: without the escapes of tags.

    >>> unjoined(from_plain("the <i> tag"))
    'the <i> tag'
    """
    return text.replace("<" + JOINER, "<") if JOINER in text else text
