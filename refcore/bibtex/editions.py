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
# The ordinals of other languages, and Roman numerals, which have capitals only.
_FOREIGN: Final = (
    "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte",
    "première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
    "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
    "primeira segunda terceira quarta quinta sexta sétima oitava nona décima",
    "prima seconda terza quarta quinta sesta settima ottava nona decima",
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
)
_ROMAN: Final = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
_NUMBER_OF: Final = {
    word: number
    for words in (*_FOREIGN, " ".join(_WORDS).lower(), " ".join(_ROMAN))
    for number, word in enumerate(words.split(), 1)
}
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_TAG: Final = regex(r"</?[^<>]*>")
_NOUN: Final = r"(?:edition|edn|ed|édition|éd|auflage|aufl|edizione|edición|edição|uitgave|utgåva)"
_EDITION: Final = regex(
    rf"(?:the\s+)?(?:0*([1-9][0-9]{{0,3}})\s*(?:st|nd|rd|th|e|ème|[aªº°.])?|([^\W\d_]+(?:-[a-z]+)?))"
    rf"(?:[\s\u00a0]*{_NOUN})?\.?",
    re.IGNORECASE,
)


def edition_number(text: str) -> str:
    """Return the number of an edition, or the text if it says more.

    >>> [edition_number(text) for text in ("Second", "2nd ed.", "Twenty-first edition", "02")]
    ['2', '2', '21', '2']
    >>> edition_number("Zweite Auflage"), edition_number("IV"), edition_number("Iv")
    ('2', '4', 'Iv')
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
    if match[2] in _NUMBER_OF:
        return str(_NUMBER_OF[match[2]])
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
