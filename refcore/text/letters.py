"""Letters of Latin, Greek, Cyrillic and of East Asia, as parts of a class in a pattern.

Python's patterns have no class for them: `[A-Z]` knows neither Č nor Д.
"""

from __future__ import annotations

from typing import Final

from refcore.text.patterns import regex

__all__ = [
    "EAST_ASIAN",
    "EAST_ASIAN_LETTER",
    "LATIN_LOWER",
    "LATIN_UPPER",
    "LOWER",
    "UPPER",
    "VOWELS",
    "has_vowel",
    "widened",
]

_LATIN: Final = [chr(code) for code in range(0x100, 0x180)]
# Greek with its accents, and Cyrillic with the letters of Ukrainian, Serbian and Kazakh.
_OTHERS: Final = [chr(code) for code in (*range(0x370, 0x400), *range(0x400, 0x530))]
LATIN_UPPER: Final = "A-ZÀ-ÖØ-Þ" + "".join(filter(str.isupper, _LATIN))
LATIN_LOWER: Final = "a-zß-öø-ÿ" + "".join(filter(str.islower, _LATIN))
UPPER: Final = LATIN_UPPER + "".join(filter(str.isupper, _OTHERS))
LOWER: Final = LATIN_LOWER + "".join(filter(str.islower, _OTHERS))

# Kana, Chinese characters with those of extension A, and syllables of Hangul.
EAST_ASIAN: Final = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
EAST_ASIAN_LETTER: Final = regex(rf"[{EAST_ASIAN}]")

VOWELS: Final = frozenset("aeiou")
_SPOKEN: Final = frozenset("aeiouyAEIOUY")


def has_vowel(word: str) -> bool:
    """Return whether a Latin word has a vowel, where y is one; without, it is rarely a word.

    >>> has_vowel("Lyn"), has_vowel("MCMC")
    (True, False)
    """
    return not _SPOKEN.isdisjoint(word)


def widened(pattern: str) -> str:
    """Return a pattern whose classes have the letters of all three alphabets for A-Z and a-z.

    >>> import re
    >>> bool(re.match(widened("[A-Z][a-z]+"), "Čech")), bool(re.match(widened("[a-z]"), "Д"))
    (True, False)
    """
    return pattern.replace("A-Z", UPPER).replace("a-z", LOWER)
