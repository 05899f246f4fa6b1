"""Editions: BibTeX has an ordinal in words, BibLaTeX and CSL a number.

Source: *BibTeXing*, section 3.2, on `edition` ("this should be an ordinal, and should
have the first letter capitalized"); the BibLaTeX manual, section 2.2.2.
"""

from __future__ import annotations

import re
from typing import Final

from refcore.text.numberwords import ORDINALS, ROMAN
from refcore.text.patterns import regex

__all__ = ["EDITION_MARK", "EDITION_NOUN", "edition_number", "edition_word", "is_edition"]

_WORDS: Final = [word.capitalize() for word in ORDINALS]
# The ordinals of other languages, and Roman numerals, which have capitals only.
_FOREIGN: Final = (
    "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte",
    "première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
    "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
    "primeira segunda terceira quarta quinta sexta sétima oitava nona décima",
    "prima seconda terza quarta quinta sesta settima ottava nona decima",
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
    "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo",
    "premier second tiers",
    "- seconde",
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde",
    "første anden tredje fjerde femte sjette syvende ottende niende tiende",
    "- andre",
    "pierwsze drugie trzecie czwarte piąte szóste siódme ósme dziewiąte dziesiąte",
    "первое второе третье четвёртое пятое шестое седьмое восьмое девятое десятое",
    "první druhé třetí čtvrté páté šesté sedmé osmé deváté desáté",
    "első második harmadik negyedik ötödik hatodik hetedik nyolcadik kilencedik tizedik",
    "birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu",
    "ensimmäinen toinen kolmas neljäs viides kuudes seitsemäs kahdeksas yhdeksäs kymmenes",
    "一 二 三 四 五 六 七 八 九 十",
)
_NUMBER_OF: Final = {
    word: number for words in _FOREIGN for number, word in enumerate(words.split(), 1)
}
_NUMBER_OF.update(ORDINALS)
_NUMBER_OF.update((word.upper(), number) for word, number in ROMAN.items())
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_TAG: Final = regex(r"</?[^<>]*>")
# Mendeley cuts an edition off after ten characters: "Second Edi".
EDITION_NOUN: Final = (
    r"(?:edition|editio|editi|edit|edi|edn|ed|édition|éd|auflage|aufl|ausgabe|edizione|edición|edição|uitgave|druk|utgåva"
    r"|upplagan|upplaga|uppl|udgave|udg|utgave|utg|oplag|wydanie|wyd|издание|изд|vydání|vyd|kiadás"
    r"|kiad|baskı|bask|painos|laitos|版|판)"
)
# "2nd", "2e", "2/e", "2ème", "1re", "2da", "2.ª", "2-е", "3:e": what makes a number an ordinal.
EDITION_MARK: Final = (
    r"(?:st|nd|rd|th|[eè]me|[eè]re|n?de|re|er|:[ea]|/?e|[rnd]?[ao]|\.?[ªº°]|-[ея]|\.)"
)
# "Wyd. 2", "第2版", "제2판": the word before the number.
_BEFORE: Final = regex(
    r"(?:(?:wydanie|wyd|издание|изд|edition|ed|edición|edição|edizione)\.?\s+(?P<text>[^\W_]+)"
    r"|[第제](?P<count>[^\W_]+)[版판])\.?",
    re.IGNORECASE,
)
_EDITION: Final = regex(
    rf"(?:the\s+)?(?:0*([1-9][0-9]{{0,3}})\s*{EDITION_MARK}?|([^\W\d_]+(?:-[a-z]+)?))"
    rf"(?:[\s\u00a0]*{EDITION_NOUN})?\.?",
    re.IGNORECASE,
)


def edition_number(text: str) -> str:
    """Return the number of an edition, or the text if it says more.

    >>> [edition_number(text) for text in ("Second", "2nd ed.", "Twenty-first edition", "02")]
    ['2', '2', '21', '2']
    >>> edition_number("Zweite Auflage"), edition_number("IV"), edition_number("Iv")
    ('2', '4', 'Iv')
    >>> edition_number("2-е изд."), edition_number("Wyd. II"), edition_number("第2版")
    ('2', '2', '2')
    >>> edition_number("Revised"), edition_number("3rd, revised"), edition_number("First Edit")
    ('Revised', '3rd, revised', '1')
    """
    if text.isdecimal() and text.isascii():  # as nearly all are
        number = text.lstrip("0")
        return number if 0 < len(number) <= 4 else text
    said = _TAG.sub("", text).strip()
    before = _BEFORE.fullmatch(said)
    match = _EDITION.fullmatch((before["text"] or before["count"]) if before else said)
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


def is_edition(text: str) -> bool:
    """Return whether a text says which edition, in words of any language.

    >>> [is_edition(text) for text in ("2. vyd.", "Wyd. III", "第二版", "2", "II")]
    [True, True, True, False, False]
    """
    number = edition_number(text)
    return number != text and number.isdigit() and _NOUN.search(text) is not None


_NOUN: Final = regex(rf"(?<![^\W\d_]){EDITION_NOUN}\b|[版판]", re.IGNORECASE)


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
