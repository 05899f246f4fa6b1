"""Reads dates of CSL-JSON.

Source: the CSL-JSON schema; EDTF level 0 and 1 for dates given as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from refcore.text.months import BY_START, SEASONS
from refcore.text.patterns import regex

__all__ = ["Date", "Moment", "date_of"]

# Years in the form in which some exports write a range as text.
_JOINED_YEARS = regex("[0-9]{4}_[0-9]{4}")
_EDTF = regex(
    r"(?P<year>[+-]?\d{1,4}|Y-?\d{5,9}|\d{2}XX|\d{3}X)"
    r"(?:[-/.](?P<month>\d{1,2}))?(?:[-/.](?P<day>\d{1,2}))?(?:T[\d:.Z+-]*)?(?P<sign>[~?%]?)",
    re.IGNORECASE,
)
_ABOUT = regex(r"(?:circa|ca?\.)\s*(?=\d)", re.IGNORECASE)
_MONTHLY = regex(r"(0?[1-9]|1[0-2])/([0-9]{4})")
_OPEN = ("", "..", "open", "unknown")
_NUMBER = regex(r"\s*([+-]?\d{1,9})\s*")
_WORD_DATE = regex(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?P<month>[A-Za-z]{3,9})\.?"
    r"(?:\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?P<year>\d{3,4})"
)


@attrs.frozen
class Moment:
    """One end of a date; 0 means unknown, `season` is 1 to 4, `named` any other ("Easter")."""

    year: int
    month: int = 0
    day: int = 0
    season: int = 0
    named: str = ""


@attrs.frozen
class Date:
    """A date or a range, or a text in its place.

    `joint` separates the ends of a range in place of the style's delimiter.
    """

    start: Moment | None = None
    end: Moment | None = None
    literal: str = ""
    circa: bool = False
    open_end: bool = False
    joint: str = ""


def date_of(value: Any) -> Date | None:
    """Read a date variable's value, or return None if it has no date; ignore malformed parts.

    >>> date_of({"date-parts": [["1999", 5], [2000]], "circa": True})
    Date(start=Moment(year=1999, month=5, day=0, season=0, named=''),
         end=Moment(year=2000, month=0, day=0, season=0, named=''), literal='', circa=True,
         open_end=False, joint='')
    >>> date_of("-0043").start.year, date_of({"date-parts": [[-44]]}).start.year
    (-44, -44)
    >>> date_of("2020-21~").start.season, date_of({"raw": "May 3, 1999"}).start.day
    (1, 3)
    >>> date_of({"date-parts": [[]]}), date_of({"literal": "n.d."}).literal
    (None, 'n.d.')
    """
    if isinstance(value, str | int) and not isinstance(value, bool):
        return _from_text(str(value), circa=False)
    if not isinstance(value, Mapping):
        return None
    circa = value.get("circa") not in (None, False, 0, "0", "", "false")
    found = _from_parts(value.get("date-parts"), value.get("season"), circa=circa)
    if found is not None:
        joint = value.get("joint", "")
        return attrs.evolve(found, joint=joint) if joint else found
    for key in ("literal", "raw", "edtf"):
        text = value.get(key)
        if isinstance(text, str | int) and not isinstance(text, bool) and str(text).strip():
            written = str(text).strip()
            if key == "literal" and not _JOINED_YEARS.fullmatch(written):
                return Date(literal=written, circa=circa)
            return _from_text(written.replace("_", "/"), circa=circa)
    return None


def _from_parts(parts: Any, season: Any, *, circa: bool) -> Date | None:
    if isinstance(parts, list) and parts and not isinstance(parts[0], list):
        parts = [parts]
    if not isinstance(parts, list) or not parts:
        return None
    start = _moment(parts[0])
    if start is None:
        return None
    number = _season(season)
    if number and not start.month:
        start = attrs.evolve(start, season=number)
    elif isinstance(season, str) and not start.month and not _integer(season):
        start = attrs.evolve(start, named=season.strip())
    end = _moment(parts[1]) if len(parts) > 1 else None
    open_end = len(parts) > 1 and end is None and _is_open(parts[1])
    return Date(start, None if end == start else end, "", circa, open_end)


def _is_open(end: Any) -> bool:
    """Return whether the end of a range is left empty: ``[0]``, ``[0, 0, 0]``, ``[""]``, ``[]``."""
    listed = end if isinstance(end, list) else [end]
    return all(part in (0, "0", "", None) for part in listed)


def _season(value: Any) -> int:
    if isinstance(value, str) and value.strip().lower() in SEASONS:
        return SEASONS[value.strip().lower()]
    number = _integer(value)
    return number - 20 if 21 <= number <= 24 else number if 1 <= number <= 4 else 0


def _moment(parts: Any) -> Moment | None:
    listed = parts if isinstance(parts, list) else [parts]
    numbers = [_integer(part) for part in listed[:3]]
    year, month, day = (*numbers, 0, 0, 0)[:3]
    if not year:
        return None
    if 13 <= month <= 24:
        # Seasons are 21 to 24 in EDTF, 13 to 16 in citeproc-js.
        return Moment(year, season=(month - 13) % 4 + 1)
    if not 1 <= month <= 12:
        return Moment(year)
    return Moment(year, month, day if 1 <= day <= 31 else 0)


def _integer(value: Any) -> int:
    if isinstance(value, bool):
        return 0
    if isinstance(value, int | float):
        return int(value) if value == value // 1 and abs(value) < 10**9 else 0
    match = _NUMBER.fullmatch(str(value)) if isinstance(value, str | int) else None
    return int(match[1]) if match else 0


def _from_text(text: str, *, circa: bool) -> Date | None:
    text = text.strip()
    if not text:
        return None
    about = _ABOUT.match(text)
    if about is not None and (dated := _from_text(text[about.end() :], circa=True)) and dated.start:
        return dated
    monthly = _MONTHLY.fullmatch(text)
    if monthly is not None:
        return Date(Moment(int(monthly[2]), int(monthly[1])), circa=circa)
    first, slash, second = text.partition("/")
    if slash and _EDTF.fullmatch(text):
        second = slash = ""
        first = text
    start, unsure = _from_edtf(first)
    end, unsure_end = _from_edtf(second)
    if start is not None and (end is not None or second.strip().lower() in _OPEN):
        open_end = bool(slash) and end is None
        return Date(
            start, None if end == start else end, "", circa or unsure or unsure_end, open_end
        )
    worded = _from_words(text)
    return Date(worded, None, "", circa) if worded else Date(None, None, text, circa)


def _from_edtf(text: str) -> tuple[Moment | None, bool]:
    match = _EDTF.fullmatch(text.strip())
    if match is None:
        return None, False
    year = match["year"].upper().lstrip("Y")
    unsure = bool(match["sign"]) or "X" in year
    month = int(match["month"] or 0)
    if 13 <= month <= 20:
        month = 0  # Only lists of numbers have seasons in the month's place.
    number = int(year.replace("X", "0"))
    if number < 0 or year == "0000":
        number -= 1  # EDTF has a year 0, which is 1 BCE; CSL counts as people do.
    return _moment([number, month, match["day"] or 0]), unsure


def _from_words(text: str) -> Moment | None:
    match = _WORD_DATE.fullmatch(text)
    if match is None:
        return None
    word = match["month"].lower()
    if word in SEASONS:
        return Moment(int(match["year"]), season=SEASONS[word])
    month = BY_START.get(word[:3])
    return _moment([match["year"], month, match["day"] or match["day2"] or 0]) if month else None
