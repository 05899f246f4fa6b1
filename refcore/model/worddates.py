"""Reads dates as people write them, such as ``19 October 2016``, into `Date`."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final

from refcore.errors import InvalidDate
from refcore.model.dates import Date, Moment
from refcore.text.months import SEASONS, month_number
from refcore.text.patterns import regex

__all__ = ["date_in_words", "month_of", "part_of_year"]

_YEAR: Final = r"(?P<year>[12][0-9]{3})"
_MONTH: Final = r"(?P<month>[^\W\d_]{3,10})\.?"
_DAY: Final = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th|er)?\.?"
_SPACE: Final = r"[\s~]+"  # includes LaTeX's tie
_OF: Final = rf"{_SPACE}(?:(?:of|de|del|di){_SPACE})?"
_FORMS: Final = tuple(
    regex(form)
    for form in (
        # 19 October 2016, 5 de mayo de 2020, 1er janvier 2020
        rf"{_DAY}{_OF}{_MONTH}(?:(?:,?{_OF}){_YEAR})?",
        rf"{_DAY}-{_MONTH}-{_YEAR}",  # 19-Oct-2016
        rf"{_MONTH}{_SPACE}{_DAY}(?:,?{_SPACE}{_YEAR})?",  # October 19, 2016
        rf"{_MONTH}(?:(?:,?{_OF}|/){_YEAR})?",  # Oct 2016, Spring 2016, October, Oct./2016
        rf"{_YEAR}(?:,?[\s~-]+|/){_MONTH}(?:[\s~-]+{_DAY})?",  # 2016 Oct 19, 2021/Winter
        rf"(?P<number>0?[1-9]|1[0-2])\s*[/.]\s*{_YEAR}",  # 12/2001
        # 2016/10/19, 2016.10.19, 2016/10
        rf"{_YEAR}(?P<sign>[/.])(?P<number>0?[1-9]|1[0-2])(?:(?P=sign)(?P<day>[0-3]?[0-9]))?",
        # With full stops between the numbers, the day comes first: 19.10.2016.
        rf"(?P<day>[0-3]?[0-9])\.\s?(?P<number>0?[1-9]|1[0-2])\.\s?{_YEAR}",
        # A number above 12 is a day: 26/09/2020, 09/26/2020.
        rf"(?P<day>1[3-9]|2[0-9]|3[01])/(?P<number>0?[1-9]|1[0-2])/{_YEAR}",
        rf"(?P<number>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2[0-9]|3[01])/{_YEAR}",
        rf"{_YEAR}(?P<number>0[1-9]|1[0-2])(?P<day>[0-3][0-9])",  # 20161019
        rf"{_YEAR}-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])[T ][0-9:.]+(?:Z|[+-][0-9:]+)?",
        # 2020年5月3日, 2020년 5월 3일
        rf"{_YEAR}\s?[年년]\s?(?P<number>0?[1-9]|1[0-2])\s?[月월](?:\s?(?P<day>[0-3]?[0-9])\s?[日일])?",
    )
)
_LONGEST: Final = 120  # characters; a longer text is no date
_WEEKDAY: Final = regex(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+(?=\S)", re.IGNORECASE
)
# A year behind or before a part of it: "May 5-7, 2020", "2020 Jan-Feb".
_BESIDE_YEAR: Final = regex(
    r"(?P<part>.*?[^\W\d_].*?)(?:,\s*|[\s~]+)(?P<year>[12][0-9]{3})"
    r"|(?P<first>[12][0-9]{3})(?:,\s*|[\s~]+)(?P<rest>.*[^\W\d_].*)"
)

_YEARS: Final = regex(r"([12][0-9]{3})\s*(?:/|--?-?|[–—])\s*([12][0-9]{3})")
_BEFORE_CHRIST: Final = regex(
    r"(c\.?\s*|ca\.?\s*|circa\s+)?([1-9][0-9]{0,3})\s*(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?Chr\.)",
    re.IGNORECASE,
)
_MONTH_ALONE: Final = regex(r"([^\W\d_]+)\.?|0?([1-9]|1[0-2])(?:月|월)?")
_WITH_DAY: Final = regex(
    r"([^\W\d_]+)\.?[\s~]*([0-9]{1,2})(?:st|nd|rd|th)?|([0-9]{1,2})(?:st|nd|rd|th|\.)?[\s~]*([^\W\d_]+)\.?"
)
_DAYS: Final = regex(
    r"(?:(?P<month>[^\W\d_]+)\.?[\s~]*)?(?P<first>[0-9]{1,2})(?:st|nd|rd|th)?\.?"
    r"(?:[\s~]+(?P<month_after>[^\W\d_]+)\.?)?[\s~]*(?:--?-?|–|/|\band\b|&)[\s~]*"
    r"(?:(?P<end_month>[^\W\d_]+)\.?[\s~]*)?(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?\.?"
    r"(?:[\s~]+(?P<end_month_after>[^\W\d_]+)\.?)?"
)
_OTHER_YEAR: Final = regex(r"(.+?),?[\s~]+([12][0-9]{3})")
_RANGE: Final = regex(r"[\s~]*(?:/|--?|–|\\?&|\band\b)[\s~]*")


def month_of(text: str) -> int | None:
    """Return the month that a text is, by name or number, or None.

    >>> month_of("jun"), month_of("06"), month_of("Jan/Feb")
    (6, 6, None)
    """
    match = _MONTH_ALONE.fullmatch(text.strip())
    if match is None:
        return None
    return int(match[2]) if match[2] else month_number(match[1])


def part_of_year(year: int, text: str) -> Date | None:
    """Read a month, a season, some days, or a range of them, within a year.

    Raises:
        InvalidDate: There is no such day.

    >>> part_of_year(2020, "June"), part_of_year(2020, "June 7--12")
    (Date('2020-06'), Date('2020-06-07/2020-06-12'))
    >>> part_of_year(2020, "Summer/Fall"), part_of_year(2020, "soon")
    (Date('2020-22/2020-23'), None)
    """
    if (season := SEASONS.get(text.strip().lower())) is not None:
        return Date.of(year, season=season)
    if (number := month_of(text)) is not None:
        return Date.of(year, number)
    match = _WITH_DAY.fullmatch(text.strip())
    if match and (number := month_of(match[1] or match[4])) is not None:
        return Date.of(year, number, int(match[2] or match[3]))
    if (days := _days(year, text)) is not None:
        return days
    sides = [_moment(year, side) for side in _RANGE.split(text)]
    if len(sides) == 2 and sides[0] and sides[1] and sides[0] < sides[1]:
        return Date(sides[0], sides[1])
    return None


def _moment(year: int, text: str) -> Moment | None:
    """Read one side of a range: a month or a season.

    >>> _moment(2020, "June"), _moment(2020, "spring")
    (Moment('2020-06'), Moment('2020-21'))
    """
    season = SEASONS.get(text.strip().lower())
    if season is not None:
        return Moment(year, season=season)
    if (dated := _OTHER_YEAR.fullmatch(text.strip())) is not None:
        text, year = dated[1], int(dated[2])
    month = month_of(text)
    return None if month is None else Moment(year, month)


def _days(year: int, text: str) -> Date | None:
    """Read the days of a meeting: ``June 7--12``, ``30 June -- 2 July``.

    >>> _days(2020, "June 7--12"), _days(2020, "30 June -- 2 July")
    (Date('2020-06-07/2020-06-12'), Date('2020-06-30/2020-07-02'))
    """
    match = _DAYS.fullmatch(text.strip())
    if match is None:
        return None
    early = match["month"] or match["month_after"]
    late = match["end_month"] or match["end_month_after"]
    first, last = (month_number(word) for word in (early or late or "", late or early or ""))
    if first is None or last is None:
        return None
    start, end = Moment(year, first, int(match["first"])), Moment(year, last, int(match["last"]))
    return Date(start, end) if start < end else None


def date_in_words(text: str, year: int | None = None) -> Date | None:
    """Read a date with the name of its month or season; return None for anything else.

    `year` is used for a date that states no year. A time of day is ignored. Nothing is read of a
    text of more than 120 characters, as the time would grow faster than its length.

    >>> [date_in_words(text) for text in ("19 October 2016", "Oct. 19, 2016", "Spring 2016")]
    [Date('2016-10-19'), Date('2016-10-19'), Date('2016-21')]
    >>> date_in_words("44 B.C."), date_in_words("19.10.2016")
    (Date('-0043'), Date('2016-10-19'))
    >>> date_in_words("Oct 19", 2016), date_in_words("12/2001"), date_in_words("soon")
    (Date('2016-10-19'), Date('2001-12'), None)
    >>> date_in_words("May 30 -- June 2, 2020"), date_in_words("Jan-Feb", 2020)
    (Date('2020-05-30/2020-06-02'), Date('2020-01/2020-02'))
    >>> date_in_words("1998-1999")
    Date('1998/1999')
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    text = _WEEKDAY.sub("", text, count=1)
    if (before := _BEFORE_CHRIST.fullmatch(text.strip())) is not None:
        return Date.of(1 - int(before[2]), circa=bool(before[1]))
    if (years := _YEARS.fullmatch(text)) is not None and years[1] < years[2]:
        return Date(Moment(int(years[1])), Moment(int(years[2])))
    for form in _FORMS:
        match = form.fullmatch(text.strip())
        if match is not None and (found := _date(match.groupdict(), year)) is not None:
            return found
    if (beside := _BESIDE_YEAR.fullmatch(text)) is not None:
        year = int(beside["year"] or beside["first"])
        text = beside["part"] or beside["rest"]
    if year is not None:
        with suppress(InvalidDate):
            return part_of_year(year, text)
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
