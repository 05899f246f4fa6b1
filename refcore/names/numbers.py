"""Numbers as lists of names write them: in digits or in English words."""

from __future__ import annotations

import re
from typing import Final

from refcore.text.numberwords import SPELLED, TENS, UNITS
from refcore.text.patterns import regex

__all__ = ["NUMBER", "holds_number", "spelled_number", "without_thousands"]

# What writers of different countries put between thousands: 2,931, 2.931, 2'931, 2 931.
_BETWEEN_THOUSANDS: Final = "[,.'’\u00a0\u2009\u202f]"
_THOUSANDS: Final = rf"[0-9]{{1,3}}(?:{_BETWEEN_THOUSANDS}[0-9]{{3}}){{1,2}}(?![0-9])"
# In other languages, as far as no English word and no name is the same.
_ABROAD: Final = {
    word: value
    for words in (
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze",
        "dos tres cuatro cinco seis siete ocho nueve diez",
        "due tre quattro cinque sei sette - nove dieci undici dodici tredici",
        "dois três quatro cinco seis sete oito nove dez onze doze treze",
        "twee drie vier vijf zes zeven acht negen tien elf twaalf",
        "två tre fyra fem sex sju åtta nio tio elva tolv",
        "dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu",
    )
    for value, word in enumerate(words.split(), 2)
    if word != "-"
}
_BELOW_HUNDRED: Final = (
    rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(UNITS[1:10])}))?|{'|'.join(UNITS[1:])})"
)
# "a hundred", "one hundred and twenty-six", "two thousand", "a dozen": a word that multiplies.
_TIMES: Final = {"dozen": 12, "hundred": 100, "thousand": 1000}
_MULTIPLIED: Final = (
    rf"(?:an?|{'|'.join(UNITS[1:])})[\s-](?:{'|'.join(_TIMES)})\b"
    rf"(?:[\s-](?:and[\s-])?{_BELOW_HUNDRED}\b)?"
)
# A pattern of numbers from 1 up: "27", "1,234", "2 931", "twenty-seven".
NUMBER: Final = rf"(?:{_THOUSANDS}|[0-9]{{1,6}}|{_MULTIPLIED}|{_BELOW_HUNDRED}|{'|'.join(_ABROAD)})"
_ALONE: Final = regex(rf"(?<![\w.,'’+/-]){_THOUSANDS}(?![\w/]|[.,][0-9])|(?<=\+){_THOUSANDS}")
# 0001 counts nobody: dblp numbers authors who have one name so.
_IN_DIGITS: Final = regex(r"(?<![0-9])(?:[1-9]|0(?![0-9]))")
_IN_WORDS: Final = frozenset((*TENS, *UNITS[1:], *_TIMES, *_ABROAD))
_WORD: Final = regex(r"\w+")
_BETWEEN: Final = regex(rf"{_BETWEEN_THOUSANDS}|\x20(?=[0-9])")


def holds_number(text: str) -> bool:
    """Return quickly whether a text may hold a number that counts authors.

    >>> holds_number("and 27 others"), holds_number("twelve more"), holds_number("Bo Jones 0001")
    (True, True, False)
    """
    if _IN_DIGITS.search(text):
        return True
    return not _IN_WORDS.isdisjoint(_WORD.findall(text.lower()))


def without_thousands(text: str) -> str:
    """Return a text whose numbers have no mark between the thousands, and so no comma.

    >>> without_thousands("Bo Fei, Al Go and 2,931 others")
    'Bo Fei, Al Go and 2931 others'
    """
    return _ALONE.sub(lambda number: _BETWEEN.sub("", number[0]), text)


def spelled_number(text: str) -> int:
    """Return the value of a number in digits or in words.

    >>> spelled_number("twenty-seven"), spelled_number("1,234"), spelled_number("2.931")
    (27, 1234, 2931)
    >>> spelled_number("a hundred"), spelled_number("one hundred and twenty-six")
    (100, 126)
    """
    digits = _BETWEEN.sub("", text)
    if digits.isdecimal():
        return int(digits)
    value = 0
    for word in re.split(r"[\s-]+", text.casefold()):
        if times := _TIMES.get(word):
            value = (value or 1) * times
        else:
            value += SPELLED.get(word) or _ABROAD.get(word, 0)
    return value
