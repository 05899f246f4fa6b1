"""What ``howpublished`` and ``note`` say of a web page: its address, and the day of a visit."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from refcore.errors import InvalidDate
from refcore.model.dates import Date
from refcore.model.worddates import date_in_words
from refcore.text.patterns import regex

__all__ = ["Visit", "address_in", "visit_in"]

_ADDRESS: Final = regex(r"https?://[^\s<>\"]*[^\s<>\".,;:()\[\]]/?")
# The words that lead to an address, which styles print by themselves.
_AVAILABLE: Final = regex(
    r"[\[(]?(?:\b(?:website|web ?page|url|link|online|web|www)[\])]?[.:,;]?\s*)?"
    r"(?:\b(?:freely |publicly )?(?:available|accessible|retrieved|hosted|found)"
    r"(?: online)?[.:,]?\s?)?"
    r"(?:\b(?:at|from)[.:,]?)?\s?[<(\[]?\Z",
    re.IGNORECASE,
)
_MARKS: Final = " .,;:<>()[]"
_VISIT: Final = regex(
    r"(?:\bonline[;,:]?\s{0,3})?\b(?:last\s)?(?:access(?:ed)?|visited|retrieved|viewed|checked)"
    r"(?:\sdate)?(?:\son|\sin)?:?\s{0,3}"
    r"(?P<day>[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}"
    r"|[0-9]{1,2}(?:st|nd|rd|th)?[\s-](?:of\s)?[A-Za-z]{3,9}\.?,?[\s-][0-9]{4}"
    r"|[A-Za-z]{3,9}\.?\s(?:[0-9]{1,2}(?:st|nd|rd|th)?,?\s)?[0-9]{4})",
    re.IGNORECASE,
)
_NUMBERS: Final = regex(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")


def address_in(text: str) -> tuple[str, str]:
    """Return the address in a text, and the text without it and the words that lead to it.

    >>> address_in("[Online]. Available: https://a.example")
    ('https://a.example', '')
    >>> address_in("Bog Weblog, https://a.example/1.")
    ('https://a.example/1', 'Bog Weblog')
    """
    found = _ADDRESS.search(text)
    if found is None:
        return "", text
    before, after = text[: found.start()], text[found.end() :]
    rest = f"{_AVAILABLE.sub('', before)} {after.strip(_MARKS)}".strip(_MARKS)
    return found[0], rest[:1].upper() + rest[1:]


class Visit(NamedTuple):
    """The day on which somebody looked at a page, and the rest of the text that says so."""

    day: Date
    rest: str


def visit_in(text: str) -> Visit | None:
    """Return the day of a visit that a text states, or None.

    >>> visit_in("[Online; accessed 19-July-2020]")
    Visit(day=Date('2020-07-19'), rest='')
    >>> visit_in("Blog, last visited on May 5, 2021").rest, visit_in("accessed in May")
    ('Blog', None)
    """
    for found in _VISIT.finditer(text):
        day = _day(found["day"])
        if day is not None:
            parts = text[: found.start()].strip(_MARKS), text[found.end() :].strip(_MARKS)
            return Visit(day, ", ".join(filter(None, parts)))
    return None


def _day(text: str) -> Date | None:
    """Read a date; a day and a month as numbers only where their order is certain.

    >>> _day("2 March 2020"), _day("13/02/2020"), _day("03/02/2020")
    (Date('2020-03-02'), Date('2020-02-13'), Date('2020'))
    """
    if numbers := _NUMBERS.fullmatch(text):
        first, second, year = map(int, numbers.groups())
        if first > 12 or first == second:
            first, second = second, first
        elif second <= 12:
            return Date.of(year)
        text = f"{year}-{first}-{second}"
    iso = "-".join(part.zfill(2) for part in re.split("[-/]", text))
    try:
        return date_in_words(re.sub("[-\\s]+", " ", text)) or Date.parse(iso)
    except InvalidDate:
        return None
