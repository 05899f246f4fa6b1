"""Names in different scripts: which cannot be compared, and Chinese ones beside their pinyin."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from refcore.compare.parsed import ParsedName
from refcore.text.ascii import to_ascii
from refcore.text.patterns import regex

__all__ = ["are_of_two_scripts", "is_in_pinyin", "pinyin"]

_HAN: Final = regex("[\u3400-\u4dbf\u4e00-\u9fff]+")
_LENGTHS: Final = range(2, 6)
_LONGEST: Final = 200


def are_of_two_scripts(one: str, other: str) -> bool:
    """Return whether two names have no script in common, so that nothing can be compared.

    Cyrillic and Greek letters are compared with Latin ones, see `romanized`.

    >>> are_of_two_scripts("山田太郎", "Taro Yamada"), are_of_two_scripts("山田太郎", "山田たろう")
    (True, False)
    """
    if one.isascii() and other.isascii():
        return False
    ours, theirs = _scripts(one[:_LONGEST]), _scripts(other[:_LONGEST])
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@lru_cache(maxsize=4096)
def _scripts(name: str) -> frozenset[str]:
    """Return the first word of each letter's name in Unicode: LATIN, CJK, HANGUL …

    >>> sorted(_scripts("山田たろう")), sorted(_scripts("Taro Yamada"))
    (['CJK', 'HIRAGANA'], ['LATIN'])
    """
    letters = (char for char in unicodedata.normalize("NFKC", name) if char.isalpha())
    found = frozenset(unicodedata.name(char, "").partition(" ")[0] for char in letters)
    return found | {"LATIN"} if found & _BESIDE_LATIN else found


_BESIDE_LATIN: Final = frozenset(("CYRILLIC", "GREEK", "FULLWIDTH"))


def pinyin(name: ParsedName) -> tuple[str, ...]:
    """Return the syllables of a name in Chinese characters, or nothing for any other name.

    >>> from refcore.compare.parsed import parse
    >>> pinyin(parse("王伟")), pinyin(parse("Wei Wang"))
    (('wang', 'wei'), ())
    """
    text = "" if name.text.isascii() else "".join(name.text.split())
    return _syllables(text) if len(text) in _LENGTHS else ()


@lru_cache(maxsize=4096)
def _syllables(text: str) -> tuple[str, ...]:
    return tuple(to_ascii(char).lower() for char in text) if _HAN.fullmatch(text) else ()


def is_in_pinyin(one: ParsedName, other: ParsedName) -> bool:
    """Return whether one name is the other's in Chinese characters, by the common readings.

    The family name has one character or two, and comes first; the Latin name may have it at
    either end, and initials for the rest.

    >>> from refcore.compare.parsed import parse
    >>> name = parse("王小明")
    >>> is_in_pinyin(name, parse("Xiaoming Wang")), is_in_pinyin(name, parse("Na Li"))
    (True, False)
    """
    for syllables, latin in ((pinyin(one), other), (pinyin(other), one)):
        if syllables and latin.text.isascii() and len(latin.words) > 1:
            words = [[token.fold for token in tokens] for tokens in latin.tokens]
            orders = ((words[-1], words[:-1]), (words[0], words[1:]))
            return any(_are_syllables(family, given, syllables) for family, given in orders)
    return False


def _are_syllables(family: list[str], given: list[list[str]], syllables: tuple[str, ...]) -> bool:
    said = [part for word in given for part in word]
    for width in (1, 2):
        rest = syllables[width:]
        if not rest or "".join(family) != "".join(syllables[:width]):
            continue
        initials = [syllable[0] for syllable in rest]
        if "".join(said) == "".join(rest) or said in (initials, initials[:1]):
            return True
    return False
