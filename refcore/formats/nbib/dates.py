"""MEDLINE's dates of publication, such as ``2019 Dec 30-2020 Jan 2``, to `Date`."""

from __future__ import annotations

import re
from typing import Final

from refcore.errors import InvalidDate
from refcore.model.dates import Date, Moment
from refcore.text.months import SEASONS, month_number
from refcore.text.patterns import regex

__all__ = ["read_date"]

_SIDE: Final = regex(r"(?:([0-9]{4})\b)?\s*+(?:([A-Za-z]{3,6})\.?)?\s*+([0-9]{1,2})?", re.ASCII)


def read_date(text: str) -> Date:
    """Read a date of publication; other text is kept as text.

    Source: MEDLINE/PubMed Data Element (Field) Descriptions, "Date of Publication (DP)".

    >>> [read_date(text) for text in ("2020 Oct 14", "2019 Nov-Dec", "2019 Dec 30-2020 Jan 2")]
    [Date('2020-10-14'), Date('2019-11/2019-12'), Date('2019-12-30/2020-01-02')]
    >>> read_date("2020 Spring"), read_date("2020 Dept")
    (Date('2020-21'), Date(literal='2020 Dept'))
    """
    written = " ".join(text.split())
    sides = [side.strip() for side in written.split("-")]
    try:
        if len(sides) == 1:
            return Date(_moment(sides[0], None))
        if len(sides) == 2:
            start = _moment(sides[0], None)
            return Date(start, _moment(sides[1], start))
    except InvalidDate:
        pass
    return Date.from_text(written)


def _moment(text: str, before: Moment | None) -> Moment:
    match = _SIDE.fullmatch(text)
    if match is None or not text:
        raise InvalidDate(f"{text!r} is not a MEDLINE date")
    year = int(match[1]) if match[1] else before.year if before else None
    word, day = (match[2] or "").lower(), int(match[3]) if match[3] else None
    if year is None:
        raise InvalidDate(f"{text!r} has no year")
    if word in SEASONS and day is None:
        return Moment(year, season=SEASONS[word])
    month = month_number(word) if word else None
    if word and month is None:
        raise InvalidDate(f"{word!r} is not a month")
    if month is None and day is not None:
        month = before.month if before else None
    return Moment(year, month, day)
