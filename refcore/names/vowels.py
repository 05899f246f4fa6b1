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
    if text.isascii() or not _MAY_HAVE_MARKS.search(text):
        return text
    return text.translate(_letters())


def with_vowels(text: str) -> str:
    """Return a text with the vowel signs that the letters in it replace.

    >>> with_vowels(with_letters("रीता"))
    'रीता'
    """
    if text.isascii() or not _HAS_STAND_IN.search(text):
        return text
    return text.translate(_vowels())


class _Letters(dict[int, int]):
    """The letter for each vowel sign, as `str.translate` asks for them.

    It looks up the kind of a sign when a text first has it: there are thousands.

    >>> _Letters()[ord("a")] == ord("a"), _Letters()[0x0902] > _STAND_IN
    (True, True)
    """

    def __missing__(self, code: int) -> int:
        if code in _JOINERS:
            letter = _LAST - _FIRST + _STAND_IN + _JOINERS.index(code)
        elif not _FIRST <= code < _LAST:
            return code
        elif unicodedata.category(chr(code))[0] == "M":
            letter = code - _FIRST + _STAND_IN
        else:
            letter = code
        return self.setdefault(code, letter)


@functools.cache
def _letters() -> _Letters:
    return _Letters()


@functools.cache
def _vowels() -> dict[int, int]:
    codes = (*range(_FIRST, _LAST), *_JOINERS)
    return {letter: code for code in codes if (letter := _letters()[code]) != code}
