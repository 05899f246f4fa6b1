"""Halves of surrogate pairs: no letters, and nothing that a file in UTF-8 can hold."""

from __future__ import annotations

from typing import Final

from refcore.text.patterns import regex

__all__ = ["REPLACEMENT", "WHAT_IS_WRONG", "has_half", "without_halves"]

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_HALF: Final = regex("[\ud800-\udfff]")
WHAT_IS_WRONG: Final = "half of a surrogate pair is not a character; replaced by U+FFFD"


def has_half(text: str) -> bool:
    r"""Return whether a text holds half a surrogate pair.

    >>> has_half("a\ud800"), has_half("a😀")
    (True, False)
    """
    if text.isascii():
        return False
    try:
        text.encode()  # nothing else keeps a text from UTF-8, and this is quicker than a search
    except UnicodeEncodeError:
        return True
    return False


def without_halves(text: str) -> str:
    r"""Return a text with the replacement character for each half of a pair.

    >>> without_halves("a\ud800b")
    'a�b'
    """
    return _HALF.sub(REPLACEMENT, text) if has_half(text) else text
