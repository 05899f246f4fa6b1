"""Halves of surrogate pairs, which are not characters and which UTF-8 cannot represent."""

from __future__ import annotations

from typing import Final

from refcore.text.patterns import regex

__all__ = ["REPLACEMENT", "WHAT_IS_WRONG", "has_half", "has_half_in_json", "without_halves"]

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


def has_half_in_json(text: str) -> bool:
    r"""Return whether a JSON text holds half a surrogate pair, as a letter or as an escape.

    >>> has_half_in_json(r'"\ud800"'), has_half_in_json(r'"\ud83d\ude00"'), has_half_in_json('"a"')
    (True, False, False)
    """
    if "\\ud" in text or "\\uD" in text:
        import json  # few texts have such an escape

        return has_half(json.dumps(json.loads(text), ensure_ascii=False))
    return has_half(text)
