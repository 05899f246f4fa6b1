"""RIS dates, ``YYYY/MM/DD/other``, to `Date` and back."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache

from refcore.errors import InvalidDate
from refcore.formats.csljson.dates import date_notation
from refcore.formats.findings import Findings
from refcore.model.dates import Date
from refcore.model.worddates import date_in_words, part_of_year
from refcore.text.months import SEASONS
from refcore.text.patterns import regex

__all__ = ["date_from_ris", "date_to_ris", "plain_date"]

_SLASHED = regex(r"\s*+(-?[0-9]{1,4})?(?:/([0-9]{0,2})(?:/([0-9]{0,2})(?:/(.*))?)?)?\s*", re.DOTALL)
# A year, or a year and a month, with or without a day, in the exact form of the format.
_NUMBERS = regex(r"([1-9][0-9]{3})(?:/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])?/)?")
_GLUED = regex(r"(?<=[^\W\d_])(?=[12][0-9]{3}\Z)")
_MONTH_AND_YEAR = regex(r"[0-9]{1,2}/[0-9]{4}")
_SAID = {1: "Spring", 2: "Summer", 3: "Autumn", 4: "Winter"}


def date_from_ris(text: str, tag: str, findings: Findings) -> Date | None:
    """Read a RIS date, in the form of the format or in words.

    The part after the last slash is free text.

    >>> date_from_ris("2025/06/16/", "DA", Findings()), date_from_ris("2019///Spring", "PY",
    ...     Findings())
    (Date('2025-06-16'), Date('2019-21'))
    """
    if (plain := plain_date(text)) is not None:
        return plain
    match = _SLASHED.fullmatch(text)
    if match is None or _MONTH_AND_YEAR.fullmatch(text.strip()):
        return _written(text) if text.strip() else None
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    other = (match[4] or "").strip()
    if other and not (day and other.casefold() in SEASONS):  # a day says more than its season
        said = _other(other, year)
        if said is not None:
            return said
        findings.warning(f"{other!r:.40} after the date is left out", tag)
    if year == 0:
        findings.warning(f"{text.strip()!r:.40} names no year, expected YYYY/MM/DD; left out", tag)
        return None
    if year is None:
        return Date(literal=text.strip()) if text.strip(" /") else None
    return _moment(year, month, day, tag, findings)


@lru_cache(maxsize=4096)  # few days and many records; a date is never changed
def plain_date(text: str) -> Date | None:
    """Return the date of a year alone or of ``2025/06/16/``, None for any other text.

    >>> plain_date("2025/06/16/"), plain_date("2025"), plain_date("June")
    (Date('2025-06-16'), Date('2025'), None)
    """
    match = _NUMBERS.fullmatch(text)
    year, month, day = (
        (int(part) if part else None for part in match.groups()) if match else [0] * 3
    )
    try:
        return Date.of(year, month, day) if year else None
    except InvalidDate:
        return None


def _written(text: str) -> Date:
    # "2016/Oct/19" has the order of the format, and the month in words.
    return date_in_words(text) or date_in_words(text.replace("/", " ")) or Date.from_text(text)


def _other(text: str, year: int | None) -> Date | None:
    season = SEASONS.get(text.casefold())
    if season is not None and year is not None:
        return Date.of(year, season=season)
    worded = _GLUED.sub(" ", text)  # "Fall2010"
    if (date := date_in_words(worded, year)) is not None and date.year == (year or date.year):
        return date
    if year is not None:
        with suppress(InvalidDate):
            if (date := part_of_year(year, worded)) is not None:
                return date
    try:
        date = Date.parse(text)
    except InvalidDate:
        return Date(literal=text) if year is None else None
    return date if year is None or date.year == year else None


def _moment(year: int, month: int | None, day: int | None, tag: str, findings: Findings) -> Date:
    month, day = month or None, day or None
    fault = ""
    for parts in ((month, day if month else None), (month, None), (None, None)):
        try:
            date = Date.of(year, *parts)
        except InvalidDate as error:
            fault = fault or str(error)
        else:
            break
    if fault:
        findings.warning(f"{fault}; read as {date}", tag)
    return date


def date_to_ris(date: Date) -> str:
    """Return a date in the form of RIS.

    >>> [date_to_ris(Date.parse(text)) for text in ("2025", "2025-06", "2019-21", "1650~/1660")]
    ['2025', '2025/06//', '2019///Spring', '1650///1650~/1660~']
    """
    if date.literal:
        return f"///{date.literal}"
    start = date.start
    if start is None or not 1 <= start.year <= 9999:
        return f"///{date_notation(date)}"
    year = f"{start.year:04}"
    if date.is_range or date.circa:
        return f"{year}///{date_notation(date)}"
    if start.season is not None:
        return f"{year}///{_SAID[start.season]}"
    if start.month is None:
        return year
    return f"{year}/{start.month:02}/{'' if start.day is None else f'{start.day:02}'}/"
