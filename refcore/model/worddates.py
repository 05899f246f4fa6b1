"""Reads dates as people write them, such as ``19 October 2016``, into `Date`."""

from __future__ import annotations

import re
from typing import Final

from refcore.errors import InvalidDate
from refcore.model.dates import Date
from refcore.text.months import SEASONS, month_number
from refcore.text.patterns import regex

__all__ = ["date_in_words"]

_YEAR: Final = r"(?P<year>[12][0-9]{3})"
_MONTH: Final = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY: Final = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\.?"
_SPACE: Final = r"[\s~]+"  # includes LaTeX's tie
_FORMS: Final = tuple(
    regex(form)
    for form in (
        rf"{_DAY}{_SPACE}(?:of\s+)?{_MONTH}(?:,?{_SPACE}{_YEAR})?",  # 19 October 2016
        rf"{_MONTH}{_SPACE}{_DAY}(?:,?{_SPACE}{_YEAR})?",  # October 19, 2016
        rf"{_MONTH}(?:(?:,?{_SPACE}|/){_YEAR})?",  # Oct 2016, Spring 2016, October, Oct./2016
        rf"{_YEAR}(?:,?[\s~-]+|/){_MONTH}(?:[\s~-]+{_DAY})?",  # 2016 Oct 19, 2021/Winter
        rf"(?P<number>0?[1-9]|1[0-2])\s*[/.]\s*{_YEAR}",  # 12/2001
        rf"{_YEAR}/(?P<number>0?[1-9]|1[0-2])/(?P<day>[0-3]?[0-9])",  # 2016/10/19
        # With full stops between the numbers, the day comes first: 19.10.2016.
        rf"(?P<day>[0-3]?[0-9])\.\s?(?P<number>0?[1-9]|1[0-2])\.\s?{_YEAR}",
        rf"{_YEAR}(?P<number>0[1-9]|1[0-2])(?P<day>[0-3][0-9])",  # 20161019
        rf"{_YEAR}-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])[T ][0-9:.]+(?:Z|[+-][0-9:]+)?",
    )
)

_BEFORE_CHRIST: Final = regex(
    r"(c\.?\s*|ca\.?\s*|circa\s+)?([1-9][0-9]{0,3})\s*(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?Chr\.)",
    re.IGNORECASE,
)


def date_in_words(text: str, year: int | None = None) -> Date | None:
    """Read a date with the name of its month or season; return None for anything else.

    `year` is used for a date that states no year. A time of day is ignored.

    >>> [date_in_words(text) for text in ("19 October 2016", "Oct. 19, 2016", "Spring 2016")]
    [Date('2016-10-19'), Date('2016-10-19'), Date('2016-21')]
    >>> date_in_words("44 B.C."), date_in_words("19.10.2016")
    (Date('-0043'), Date('2016-10-19'))
    >>> date_in_words("Oct 19", 2016), date_in_words("12/2001"), date_in_words("soon")
    (Date('2016-10-19'), Date('2001-12'), None)
    """
    if (before := _BEFORE_CHRIST.fullmatch(text.strip())) is not None:
        return Date.of(1 - int(before[2]), circa=bool(before[1]))
    for form in _FORMS:
        match = form.fullmatch(text.strip())
        if match is not None and (found := _date(match.groupdict(), year)) is not None:
            return found
    return None


def _date(parts: dict[str, str | None], year: int | None) -> Date | None:
    stated = parts.get("year")
    when = int(stated) if stated else year
    word, day = (parts.get("month") or "").lower(), parts.get("day")
    number = parts.get("number") or ""
    month = int(number) if number else month_number(word)
    if when is None:
        return None
    if word in SEASONS and not day:
        return Date.of(when, season=SEASONS[word])
    if month is None:
        return None
    try:
        return Date.of(when, month, int(day) if day else None)
    except InvalidDate:
        return None
