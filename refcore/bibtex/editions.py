"""Editions: BibTeX has an ordinal in words, BibLaTeX and CSL a number.

Source: *BibTeXing*, section 3.2, on `edition` ("this should be an ordinal, and should
have the first letter capitalized"); the BibLaTeX manual, section 2.2.2.
"""

from __future__ import annotations

import re
from typing import Final

from refcore.text.patterns import regex

__all__ = ["edition_number", "edition_word"]

_WORDS: Final = (
    "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth "
    "Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth".split()
)
_NUMBER_OF: Final = {word.lower(): number for number, word in enumerate(_WORDS, 1)}
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_TAG: Final = regex(r"</?[^<>]*>")
_NOUN: Final = r"(?:edition|edn|ed|édition|éd|auflage|aufl|edizione|edición|edição|uitgave|utgåva)"
_EDITION: Final = regex(
    rf"(?:the\s+)?(?:0*([1-9][0-9]{{0,3}})\s*(?:st|nd|rd|th|e|ème|[aªº°.])?|([a-z]+(?:-[a-z]+)?))"
    rf"(?:[\s\u00a0]*{_NOUN})?\.?",
    re.IGNORECASE,
)


def edition_number(text: str) -> str:
    """Return the number of an edition, or the text if it says more.

    >>> [edition_number(text) for text in ("Second", "2nd ed.", "Twenty-first edition", "02")]
    ['2', '2', '21', '2']
    >>> edition_number("Revised"), edition_number("3rd, revised")
    ('Revised', '3rd, revised')
    """
    if text.isdecimal() and text.isascii():  # as nearly all are
        number = text.lstrip("0")
        return number if 0 < len(number) <= 4 else text
    match = _EDITION.fullmatch(_TAG.sub("", text).strip())
    if match is None:
        return text
    if match[1]:
        return match[1]
    word = match[2].lower()
    tens, _, rest = word.partition("-")
    value = _NUMBER_OF.get(word) or (tens in _TENS and _TENS[tens] + _NUMBER_OF.get(rest, 0))
    return str(value) if value and (not rest or rest in _NUMBER_OF) else text


def edition_word(text: str) -> str:
    """Return the ordinal of an edition as BibTeX's styles print it.

    >>> edition_word("2"), edition_word("21"), edition_word("Revised")
    ('Second', '21st', 'Revised')
    """
    if not text.isdecimal() or not text.isascii() or not 0 < int(text[:5]) < 10_000:
        return text
    number = int(text)
    if number <= len(_WORDS):
        return _WORDS[number - 1]
    teen = 10 < number % 100 < 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
