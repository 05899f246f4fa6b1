"""Vowel signs of the scripts of Asia, which a pattern does not take for letters.

In Devanagari, Thai, Arabic and their like a vowel is a mark at a letter, and `\\w` matches no
mark. While a list is read, each mark is replaced by a letter of a script that no name is in.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import Final

from refcore.text.patterns import regex

__all__ = ["with_letters", "with_vowels"]

_FIRST: Final = 0x590  # Hebrew
_LAST: Final = 0x18AF  # Mongolian
# Joiners, the hyphen and apostrophes of Hebrew, the point between syllables of Tibetan.
_JOINERS: Final = (0x200C, 0x200D, 0x05BE, 0x05F3, 0x05F4, 0x0F0B)
_STAND_IN: Final = 0x17000  # Tangut, which has as many letters
_MAY_HAVE_MARKS: Final = regex(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_HAS_STAND_IN: Final = regex(
    f"[{chr(_STAND_IN)}-{chr(_STAND_IN + _LAST + len(_JOINERS) - _FIRST)}]"
)


def with_letters(text: str) -> str:
    """Return a text with a letter for each vowel sign.

    >>> with_letters("रीता").isalpha(), with_letters("Bo Fei")
    (True, 'Bo Fei')
    """
    return text.translate(_letters()) if _MAY_HAVE_MARKS.search(text) else text


def with_vowels(text: str) -> str:
    """Return a text with the vowel signs that the letters in it replace.

    >>> with_vowels(with_letters("रीता"))
    'रीता'
    """
    return text.translate(_vowels()) if _HAS_STAND_IN.search(text) else text


@functools.cache
def _letters() -> dict[int, int]:
    """Return the letter for each vowel sign, as `str.translate` takes them."""
    marks = (code for code in range(_FIRST, _LAST) if unicodedata.category(chr(code))[0] == "M")
    stand_ins = {code: code - _FIRST + _STAND_IN for code in marks}
    for place, code in enumerate(_JOINERS):
        stand_ins[code] = _LAST - _FIRST + _STAND_IN + place
    return stand_ins


@functools.cache
def _vowels() -> dict[int, int]:
    return {letter: mark for mark, letter in _letters().items()}
