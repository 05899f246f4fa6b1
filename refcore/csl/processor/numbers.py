"""Numbers in texts: what is numeric, and its ordinal and roman forms.

Source: CSL 1.0.2, "Number", "Choose" (``is-numeric``) and "Ordinals".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import attrs

from refcore.text.patterns import regex

__all__ = [
    "OrdinalTerm",
    "Part",
    "is_multiple",
    "is_numeric",
    "long_ordinal",
    "ordinal",
    "ordinal_suffix",
    "render_numbers",
    "roman",
    "split_numbers",
]

_NUMBER = r"(?:\d{0,9}[^\W\d_]{1,9})?\d+[^\W\d_]*"
_SEPARATOR = r"\s{0,9}(?:[,&–—]|-{1,3})\s{0,9}"
_ROMAN_NUMBER = r"(?=[ivxlc])l?x{0,3}(?:x[lc])?(?:v?i{0,3}|i[vx])(?![^\W_])"
_ONE = rf"(?:{_NUMBER}|{_ROMAN_NUMBER})"
_NUMERIC = regex(rf"\s*+{_ONE}(?:(?:{_SEPARATOR}|\s{{1,9}}and\s{{1,9}}){_ONE})*\s*")
# A comma before thousands joins them to one number.
_THOUSANDS = r"\d{1,3}(?:,\d{3}){1,4}(?!,?\d)"
_PARTS = regex(rf"(?<![^\W_])({_THOUSANDS}|{_NUMBER})(?![^\W_])|({_SEPARATOR})")
# Signs between two numbers; a thousands separator does not count.
_JOINT = regex(r"[^\W_]\s{0,9}(?:[&–—]|-{1,3}|(?!(?<=\d),\d{3}(?!\d)),)\s{0,9}\*?[^\W_]")
_MOST_DIGITS = 20
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def is_numeric(value: object) -> bool:
    """Return whether a value contains numbers only, with or without affixes.

    >>> [is_numeric(text) for text in ("2nd", "2, 3", "2-4", "2 & 4", "D2", "2b", "1n23", "iv")]
    [True, True, True, True, True, True, True, True]
    >>> [is_numeric(text) for text in ("second", "2nd edition", "", None, True, "civil")]
    [False, False, False, False, False, False]
    """
    if isinstance(value, bool):
        return False
    if isinstance(value, int):
        return True
    return isinstance(value, str) and _NUMERIC.fullmatch(value) is not None


def is_multiple(text: str) -> bool:
    """Return whether a text contains several numbers, which need a plural label.

    >>> [is_multiple(text) for text in ("3", "3-5", "3 & 5", "vii, ix", "e12", "US 7,654,321")]
    [False, True, True, True, False, False]
    """
    return _JOINT.search(text) is not None


class Part(NamedTuple):
    """A piece of a text with numbers: ``number``, ``separator`` or ``text``."""

    kind: str
    text: str


def split_numbers(text: str, delimiter: str = "–") -> tuple[Part, ...]:
    """Split numbers from the signs between them; the signs get the spaces that CSL requires.

    >>> [part.text for part in split_numbers("2,3&5 - 7")]
    ['2', ', ', '3', ' & ', '5', '–', '7']
    >>> [part.text for part in split_numbers("12,000-13,000")]
    ['12,000', '–', '13,000']
    """
    parts: list[Part] = []
    position = 0
    for match in _PARTS.finditer(text):
        if match.start() > position:
            parts.append(Part("text", text[position : match.start()]))
        if match[1]:
            parts.append(Part("number", match[1]))
        else:
            parts.append(Part("separator", _spaced(match[2], delimiter)))
        position = match.end()
    if position < len(text):
        parts.append(Part("text", text[position:]))
    return tuple(parts)


def _spaced(separator: str, delimiter: str) -> str:
    sign = separator.strip()
    if sign.strip("-–") == "":
        return delimiter
    return {",": ", ", "&": " & "}.get(sign, sign)


def render_numbers(
    text: str, form: Callable[[int], str] | None = None, delimiter: str = "–"
) -> str:
    """Return a numeric text with each plain number in a form; numbers with affixes stay.

    `delimiter` joins the ends of a range.

    >>> render_numbers("2,3", lambda number: f"<{number}>"), render_numbers("2E & 3", roman)
    ('<2>, <3>', '2E & iii')
    """
    written: dict[str, str] = {}  # most numbers and signs of a long text are there again

    def write(match: re.Match[str]) -> str:
        if (piece := match[0]) not in written:
            is_plain = form and match[1] and piece.isdecimal() and len(piece) < _MOST_DIGITS
            other = piece if match[1] else _spaced(piece, delimiter)
            written[piece] = form(int(piece)) if form and is_plain else other
        return written[piece]

    return _PARTS.sub(write, text)


def roman(number: int) -> str:
    """Return a number in small roman numerals, or in digits if it is not between 1 and 3999.

    >>> roman(1994), roman(4000)
    ('mcmxciv', '4000')
    """
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


@attrs.frozen
class OrdinalTerm:
    """One of a locale's terms ``ordinal`` and ``ordinal-00`` to ``ordinal-99``.

    `match` is the value in the locale file, or empty. `gender` is the term's
    ``gender-form``, or empty.
    """

    name: str
    value: str
    match: str = ""
    gender: str = ""


def ordinal(number: int, terms: Sequence[OrdinalTerm], gender: str = "") -> str:
    """Return a number with its ordinal suffix.

    >>> english = [OrdinalTerm("ordinal", "th"), OrdinalTerm("ordinal-01", "st"),
    ...     OrdinalTerm("ordinal-11", "th")]
    >>> [ordinal(number, english) for number in (1, 2, 11, 21, 111)]
    ['1st', '2th', '11th', '21st', '111th']
    """
    return f"{number}{ordinal_suffix(number, terms, gender)}"


def ordinal_suffix(number: int, terms: Sequence[OrdinalTerm], gender: str = "") -> str:
    """Return the suffix of the closest term: whole number, two digits, one, then any.

    A term of the noun's gender is preferred to one without gender. Terms of another
    gender are ignored, unless the locale has no others: then the first gender that it
    lists is meant.

    >>> ordinal_suffix(3, [OrdinalTerm("ordinal", "º", "", "masculine")])
    'º'
    """
    if terms and all(term.gender not in ("", gender) for term in terms):
        gender = terms[0].gender
    best, suffix = (-1, False), ""
    for term in terms:
        if term.gender not in ("", gender):
            continue
        close = _closeness(number, term)
        if close >= 0 and (close, bool(term.gender)) > best:
            best, suffix = (close, bool(term.gender)), term.value
    return suffix


def _closeness(number: int, term: OrdinalTerm) -> int:
    digits = term.name.removeprefix("ordinal").removeprefix("-")
    if not digits:
        return 0
    value = int(digits)
    match = term.match or ("last-digit" if value < 10 else "last-two-digits")
    if match == "whole-number":
        return 3 if number == value else -1
    if match == "last-two-digits":
        return 2 if number % 100 == value else -1
    return 1 if number % 10 == value else -1


def long_ordinal(
    number: int,
    words: Mapping[str, str],
    terms: Sequence[OrdinalTerm],
    gender: str = "",
) -> str:
    """Return a number as a word up to ten (``long-ordinal-01`` …), else as an ordinal.

    >>> long_ordinal(2, {"long-ordinal-02": "second"}, ()), long_ordinal(12, {}, ())
    ('second', '12')
    """
    word = words.get(f"long-ordinal-{number:02}") if 0 < number <= 10 else None
    return word or ordinal(number, terms, gender)
