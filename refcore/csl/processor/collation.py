"""Sort keys for text, without ICU.

Text sorts by the Unicode Collation Algorithm, by letters alone. Accents, capitals and
punctuation make no difference, so the next sort key decides. Symbols sort before numbers, and
numbers, by value, before letters. A space, and the end of a text, sort among the symbols, at the
place of "|". Other white space does not count.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from refcore.csl.processor.alphabets import (
    EQUAL,
    FILED_BY,
    ORDERED,
    OWN_SCRIPT,
    TAILORED,
    alphabet,
)
from refcore.text.patterns import regex
from refcore.text.translations import translation

__all__ = ["collation_key"]

_SPELLED = EQUAL | {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ð": "d",
    "ŋ": "n", "ı": "i\uf8ee", "þ": "z\uf8ee",
}  # fmt: skip
# Signs that the Unicode Collation Algorithm puts before "|".
_BEFORE_SPACE = frozenset("+<=>©¬®°±×÷←↑→↓↔↕⇐⇑⇒⇓⇔∀∂∃∅∆∇∈∏∑")
_SPACE = "\u0002"
# The end of the first part of a name, which sorts before a space and before all signs.
_PART_END = "\u001f"
_ENDED = "\u0001\u0001"
# Vowel signs and viramas: letters although they combine.
_VOWELS = frozenset({9, 84, 91, 103, 118, 122, 129, 130, 132})
_DIGITS = regex("[0-9]+")
# Thai writes some vowels before the consonant that they follow.
_THAI = regex("([\u0e40-\u0e44])([\u0e01-\u0e2e])")


def collation_key(text: str, lang: str = "en") -> str:
    """Return a key that sorts texts in a language's order; equal letters give equal keys.

    >>> sorted(["Zoe", "ångström", "Angel", "élan", "a10", "a9", "2b", "(x)"], key=collation_key)
    ['2b', 'a9', 'a10', 'Angel', 'ångström', 'élan', '(x)', 'Zoe']
    >>> sorted(["Zoe", "Ångström", "Öst"], key=lambda text: collation_key(text, "sv-SE"))
    ['Zoe', 'Ångström', 'Öst']
    """
    # Long texts hardly ever tie, and no cache should hold them.
    return _key(text[:2000], alphabet(lang))


@functools.lru_cache(maxsize=65536)
def _key(text: str, language: str) -> str:
    table = TAILORED.get(language)
    if table is None and text.isascii():
        return _numbered(text.lower().translate(_ASCII))
    lower = unicodedata.normalize("NFC", text)
    if language in ("tr", "az"):
        lower = lower.replace("I", "ı")
    lower = _THAI.sub(r"\2\1", lower.replace("İ", "i").lower())
    units = _pattern(language).findall(lower) if table else lower
    return _numbered("".join(_unit(unit, language) for unit in units))


@functools.lru_cache(maxsize=32)
def _pattern(language: str) -> re.Pattern[str]:
    units = sorted(TAILORED[language], key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, units), "."]), re.DOTALL)


@functools.lru_cache(maxsize=8192)
def _unit(unit: str, language: str) -> str:
    """Return the sort text of a letter, or of two letters that sort as one, in a language.

    >>> _unit("å", "en"), _unit("n", "en")
    ('a', 'n')
    """
    filed = _tailored(unit, language)
    if not filed:
        return _placed(_base(unit, language), language)
    place = filed[1:]
    if not place.isdecimal():
        return filed
    # U+F8F1 and later sort after everything that begins with the letter.
    letter = _placed(ORDERED.get(filed[0], filed[0]), language)
    return letter + chr(0xF8F0 + int(place)) if place != "0" else letter


def _tailored(unit: str, language: str) -> str:
    """Return the place of a letter in a language; a further mark makes no difference.

    >>> _tailored("å", "sv"), _tailored("å", "en")
    ('z1', '')
    """
    table = TAILORED.get(language, {})
    while unit not in table:
        parts = unicodedata.normalize("NFD", unit)
        if len(unit) != 1 or len(parts) < 2:
            return ""
        unit = unicodedata.normalize("NFC", parts[:-1])
    return table[unit]


def _base(char: str, language: str) -> str:
    """Return the letters that a character sorts as, without its accents.

    >>> _base("é", ""), _base("ø", "")
    ('e', 'o')
    """
    if char == "й":
        return char  # A letter of its own, unlike others with a breve.
    if unicodedata.category(char) in ("Sk", "Zs"):
        return _sign(char)  # It decomposes to a space, which is wrong here.
    if language in FILED_BY and "\u3040" <= char <= "\u9fff":
        return _filed(char, language)
    apart = unicodedata.normalize("NFKD", _SPELLED.get(char, char)).lower()
    kept = (
        c for c in apart if unicodedata.combining(c) == 0 or unicodedata.combining(c) in _VOWELS
    )
    return "".join(_SPELLED.get(c) or _sign(c) for c in kept)


def _placed(letters: str, language: str) -> str:
    """Move the letters of a language's own script before the Latin ones.

    >>> _placed("a", "en")
    'a'
    """
    out = "".join(ORDERED.get(letter, letter) for letter in letters)
    own = OWN_SCRIPT.get(language)
    return re.sub(f"([{own}])", "\u001b\\1", out) if own else out


def _filed(char: str, language: str) -> str:
    """Return the sort text of a Chinese or Japanese character.

    >>> _filed("山", "zh") < _filed("水", "zh")
    True
    """
    before, codec = FILED_BY[language]
    if char < "\u3400":
        base = unicodedata.normalize("NFD", char)[0]
        return before + EQUAL.get(base, base) if language == "ja" else EQUAL.get(base, base)
    try:
        code = char.encode(codec).decode("latin-1")
    except UnicodeEncodeError:
        code = ""
    # Characters missing from the table, and its supplement, sort last.
    return f"{before}\u4e00{code}" if len(code) == 2 else f"{before}\u9fff{char}"


def _sign(char: str) -> str:
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.digit(char))
    if char in " |":
        return _SPACE
    if char == _PART_END:
        return _ENDED
    if kind[0] in "PCZ" and kind != "Co":
        return "\0"  # Removed once numbers have been found.
    if kind[0] != "S":
        return char
    return f"\u0001{char}" if kind == "Sk" or char in _BEFORE_SPACE else f"\u0019{char}"


def _numbered(text: str) -> str:
    """Rewrite numbers so that they sort by value, before letters.

    >>> _numbered("Moss 9") < _numbered("Moss 10")
    True
    """
    return _DIGITS.sub(_by_value, text).replace("\0", "") + _SPACE


def _by_value(match: re.Match[str]) -> str:
    digits = match[0].lstrip("0")
    return f"\u001a{chr(1 + len(digits))}{digits}"


_ASCII = translation({char: _sign(char) for char in map(chr, range(128)) if not char.isdigit()})
