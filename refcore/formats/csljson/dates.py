"""CSL-JSON dates to `Date` and back.

Source: CSL 1.0.2 input data schema (csl-data.json), "date-variable".
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from refcore.errors import InvalidDate
from refcore.formats.csljson.scan import NumberText
from refcore.formats.findings import Findings
from refcore.model.dates import Date, Moment
from refcore.model.worddates import date_in_words, month_of
from refcore.text.months import SEASONS
from refcore.text.patterns import regex

__all__ = ["date_from_csl", "date_from_notation", "date_notation", "date_to_csl"]

_SLASHED = regex(r"[0-9]{4}/[0-9]{1,2}(?:/[0-9]{1,2})?")
_MONTH_FIRST = regex(r"(?P<month>0?[1-9]|1[0-2])/(?P<year>[12][0-9]{3})")
# A range as Zotero users write it, which exports as a literal: 1996_2004, 1996_.
_UNDERSCORED = regex(r"[0-9]{4}(?:-[0-9]{2}){0,2}_(?:[0-9]{4}(?:-[0-9]{2}){0,2})?")
_ISO = regex(r"[0-9]{4}(?:-[0-9]{2}){1,2}(?:T[0-9:.Z+-]{1,30})?")
_INTEGER = regex(r"[+-]?[0-9]{1,6}(?:\.0*)?")


def date_to_csl(date: Date) -> dict[str, Any]:
    """Return a date as a CSL-JSON object, as exactly as that can say it.

    >>> date_to_csl(Date.parse("2019-21"))
    {'date-parts': [[2019]], 'season': 1}
    >>> date_to_csl(Date.parse("1650~/1660"))
    {'date-parts': [[1650], [1660]], 'circa': True}
    >>> date_to_csl(Date.parse("-0043-03"))
    {'date-parts': [[-44, 3]]}
    """
    value: dict[str, Any] = {}
    if date.literal:
        value["literal"] = date.literal
    else:
        moments = [moment for moment in (date.start, date.end) if moment is not None]
        value["date-parts"] = [_parts(moment) for moment in moments]
        season = next((moment.season for moment in moments if moment.season), None)
        if season is not None:
            value["season"] = season
    if date.circa:
        value["circa"] = True
    return value


def _parts(moment: Moment) -> list[int]:
    # ISO 8601 counts a year 0, which is 1 BCE; CSL counts as people do, -1 for 1 BCE.
    year = moment.year if moment.year > 0 else moment.year - 1
    return [part for part in (year, moment.month, moment.day) if part is not None]


def date_notation(date: Date) -> str:
    """Return a date in ISO 8601-2 that `date_from_notation` reads as the same date.

    >>> date_notation(Date.of(2020, 6)), date_notation(Date.parse("2020~"))
    ('2020-06', '2020~')
    """

    def of(moment: Moment | None) -> str:
        if moment is None:
            return ".."
        plus = "+" if moment.year > 9999 else ""
        return plus + moment.iso + date.mark

    return f"{of(date.start)}/{of(date.end)}" if date.is_range else of(date.start)


def date_from_notation(text: str) -> Date:
    """Read ISO 8601-2, or keep the text as a literal; "3/2022" is a month.

    >>> date_from_notation("3/2022"), date_from_notation("2021/2022")
    (Date('2022-03'), Date('2021/2022'))
    """
    if found := _MONTH_FIRST.fullmatch(text.strip()):
        return Date.of(int(found["year"]), int(found["month"]))
    return Date.from_text(text.replace("/", "-") if _SLASHED.fullmatch(text.strip()) else text)


def date_from_csl(value: Any, variable: str, findings: Findings) -> Date | None:
    """Read a CSL-JSON date: an object, or a text in EDTF; None if it has no content.

    >>> date_from_csl({"date-parts": [["2025", 6, 16]]}, "issued", Findings())
    Date('2025-06-16')
    >>> findings = Findings(key="x")
    >>> date_from_csl({"date-parts": [[2025, 33]]}, "issued", findings)
    Date('2025')
    >>> print(findings.found[0])
    x: issued: month 33 does not exist, expected 1 to 12; read as 2025
    """
    if isinstance(value, int | NumberText) and not isinstance(value, bool):
        findings.warning(f"expected a date object, found the number {value}", variable)
        value = str(value)
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, list):
        findings.warning("expected a date object, found a list", variable)
        value = {"date-parts": [_parts_of(part) for part in value]}
    if not isinstance(value, dict):
        findings.error(f"expected a date object, found {value!r:.40}; left out", variable)
        return None
    return _from_object(value, variable, findings)


def _parts_of(value: Any) -> Any:
    """Return the parts of a date that is an object of its own in a list of dates.

    >>> _parts_of({"year": 2011, "month": 9}), _parts_of({"date-parts": [2018, 2]})
    ([2011, 9], [2018, 2])
    """
    if not isinstance(value, dict):
        return value
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts:
        return parts[0] if isinstance(parts[0], list) else parts
    return [value[name] for name in ("year", "month", "day") if value.get(name)]


def _from_text(text: str) -> Date | None:
    """Read a date as text, in EDTF or in words; other texts are kept.

    >>> _from_text("2020-01-05T10:00:00Z"), _from_text("5 May 2020"), _from_text("n.d.")
    (Date('2020-01-05'), Date('2020-05-05'), Date(literal='n.d.'))
    """
    if not text.strip():
        return None
    date = date_from_notation(text)
    return (date_in_words(text) or date) if date.literal else date


def _from_object(value: dict[str, Any], variable: str, findings: Findings) -> Date | None:
    circa = _truth(value.get("circa"))
    date = None
    parts = value.get("date-parts") or ([_parts_of(value)] if value.get("year") else None)
    if parts:
        date = _from_parts(parts, value.get("season"), variable, findings)
    if date is None:
        for name in ("edtf", "raw", "date-time"):
            text = value.get(name)
            if isinstance(text, str | int) and not isinstance(text, bool) and str(text).strip():
                date = _from_text(str(text))
                break
        else:
            literal = value.get("literal")
            date = _from_literal(literal) if isinstance(literal, str) and literal else None
    if date is None and not _is_empty(value):
        findings.error(f"no date in {value!r:.60}, expected date-parts; left out", variable)
    return date.evolve(circa=True) if date is not None and circa else date


def _from_literal(text: str) -> Date:
    """Keep a literal date as it is, unless it is a range with an underscore.

    >>> _from_literal("1996_2004"), _from_literal("ca. 1996")
    (Date('1996/2004'), Date(literal='ca. 1996'))
    """
    if _UNDERSCORED.fullmatch(text.strip()):
        start, _, end = text.strip().partition("_")
        with suppress(InvalidDate):
            return Date.parse(f"{start}/{end or '..'}")
    return Date(literal=text)


def _is_empty(value: dict[str, Any]) -> bool:
    return all(part in (None, "", [], [[]], [[None]]) for part in value.values())


def _truth(value: Any) -> bool:
    if isinstance(value, str):
        return value.strip().casefold() not in ("", "0", "false", "no")
    return bool(value)


def _integer(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    text = str(value).strip() if isinstance(value, str) else ""
    return int(text.partition(".")[0]) if _INTEGER.fullmatch(text) else None


def _from_parts(parts: Any, season: Any, variable: str, findings: Findings) -> Date | None:
    if not isinstance(parts, list):
        findings.error(f"date-parts: expected a list, found {parts!r:.40}", variable)
        return None
    if not isinstance(parts[0], list):
        findings.warning("date-parts: expected a list of lists", variable)
        parts = [parts]
    if len(parts) > 2:
        findings.warning(f"date-parts: {len(parts)} dates, the first two are read", variable)
    when = _season(season, variable, findings)
    start = _moment(parts[0], when, variable, findings)
    if start is None or len(parts) < 2:
        return None if start is None else Date(start)
    return _range(start, parts[1], when, variable, findings)


def _range(
    start: Moment, parts: Any, season: int | None, variable: str, findings: Findings
) -> Date:
    # citeproc processors write the open end of a range as zeros or as an empty list.
    if isinstance(parts, list) and all(part in (0, "0", "", None) for part in parts):
        return Date(start, open_end=True)
    end = _moment(parts, season, variable, findings)
    if end is None:
        return Date(start)
    if start.year > end.year:
        findings.warning(f"the range runs backward, {start} to {end}; kept as text", variable)
        return Date(literal=f"{start}/{end}")
    return Date(start, end)


def _season(value: Any, variable: str, findings: Findings) -> int | None:
    if value is None or value == "":
        return None
    number = _integer(value)
    if number is None and isinstance(value, str):
        number = SEASONS.get(value.strip().casefold())
    if number is not None and 21 <= number <= 24:
        number -= 20
    if number is not None and 1 <= number <= 4:
        return number
    findings.warning(f"season: expected 1 to 4, found {value!r:.40}", variable)
    return None


def _moment(parts: Any, season: int | None, variable: str, findings: Findings) -> Moment | None:
    if not isinstance(parts, list):
        findings.error(f"date-parts: expected a list, found {parts!r:.40}", variable)
        return None
    numbers: list[int] = []
    if len(parts) == 1 and isinstance(parts[0], str) and _ISO.fullmatch(parts[0].strip()):
        parts = parts[0].partition("T")[0].split("-")
    for part in parts[:3]:
        number = _integer(part)
        if number is None and len(numbers) == 1 and isinstance(part, str):
            number = month_of(part.strip())
        if number is None or (numbers and number == 0):
            if part not in (None, "", 0, "0"):
                findings.warning(f"date-parts: {part!r:.40} is not a number", variable)
            break
        numbers.append(number)
    if numbers and numbers[0] < 0:
        numbers[0] += 1  # as in `_parts`
    return _exact_as_can_be(numbers, season, variable, findings) if numbers else None


def _exact_as_can_be(
    numbers: list[int], season: int | None, variable: str, findings: Findings
) -> Moment:
    fault = ""
    if len(numbers) == 2 and 13 <= numbers[1] <= 24:
        # Seasons are 21 to 24 in EDTF, 13 to 16 in citeproc-js.
        return Moment(numbers[0], season=(numbers[1] - 13) % 4 + 1)
    while len(numbers) > 1:
        try:
            moment = Moment(*numbers)
        except InvalidDate as error:
            fault = fault or str(error)
            numbers = numbers[:-1]
        else:
            break
    else:
        moment = Moment(numbers[0], season=season)
    if fault:
        findings.warning(f"{fault}; read as {moment}", variable)
    return moment
