"""Dates of an entry: BibLaTeX's `date`, BibTeX's `year`, `month` and `day`."""

from __future__ import annotations

import functools
import re
import unicodedata
from contextlib import suppress
from typing import Final, NamedTuple

from refcore.errors import InvalidDate
from refcore.model.dates import Date, Moment
from refcore.model.worddates import date_in_words, month_of, part_of_year
from refcore.text.patterns import regex

__all__ = ["read_date", "read_year", "year_text"]

_MONTHS: Final = 12
_LONGEST: Final = 200  # characters of a date, with words around it
_SHORT: Final = 60  # characters of a year, month and day that are remembered
_YEAR: Final = regex(r"-?[0-9]{1,4}")
_SHORT_YEARS: Final = regex(r"([0-9]{4})\s*(/|--?|[–—])\s*([0-9]{2})")
_ABOUT: Final = regex(
    r"(?:c(?=[.\s~])|ca|circa|about)\.?[\s~]*([0-9]{3,4})|([0-9]{3,4})\s*\?", re.IGNORECASE
)
# "c1988" and "cop. 1988": the year of the copyright, as libraries write it.
_COPYRIGHT: Final = regex(r"(?:c|cop\.?|copr\.)\s?([12][0-9]{3})")
_YEAR_SIGN: Final = regex(r"(?<=[0-9])\s?[年년]\s*\Z")
_BRACKETS: Final = regex(r"\[([^\[\]]+)\]|\(([^()]+)\)")
# The usual form: 2025, 2025-06, 2025-06-16, and a range of two such dates.
_PLAIN: Final = r"[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_ISO: Final = regex(rf"{_PLAIN}(?:/{_PLAIN})?")
_TIME: Final = regex(r"T[0-9]{2}:[0-9:.]+(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?")
# "Accessed: 2020-05-05", in `urldate`.
_LOOKED_UP: Final = regex(
    r"\A(?:last\s)?(?:accessed|visited|retrieved|viewed|checked|abgerufen|besucht|consulté|consultado)"
    r"(?:\s(?:on|am|le|el))?:?\s+",
    re.IGNORECASE,
)
_DECADE: Final = regex(r"([0-9]{2}XX|[0-9]{3}X)([~?%]?)")
# The words for an end that is open: an older EDTF's, and those that people write.
_UNKNOWN: Final = regex(
    r"(?<=/)(?:unknown|open|present|now|today|ongoing)\Z|\A(?:unknown|open)(?=/)", re.IGNORECASE
)
_UNSPECIFIED: Final = regex(r"(?:-(?:XX|00))+(?=$|/)")
# "(2001)", and MathSciNet's "[2021] ©2021".
_BRACKETED: Final = regex(
    r"[(\[{\s]*(?:©|copyright)?\s*([12][0-9]{3})[)\]}.\s]*(?:,?\s*(?:©|copyright)\s*[12][0-9]{3})?",
    re.IGNORECASE,
)
# What IEEE Xplore exports as the year of an article in early access.
_NO_YEAR_YET: Final = "5555"
# "2010a": the letter of an author-year style.
_LETTERED: Final = regex(r"([12][0-9]{3})[a-rt-z]")  # "1990s" are ten years


_ONE_SIDED: Final = regex(r"[~?%]\s*/\s*[0-9][^~?%]*\Z|^\s*-?[0-9][^~?%]*/.*[~?%]\s*\Z")
_TWO_MARKS: Final = regex(r"([~?%])\s*/.*(?!\1)[~?%]\s*\Z")
_LEFT_OUT: Final = (
    (_TIME, "the time of day is left out"),
    (_ONE_SIDED, "the mark of one end is read as that of both"),
    (_TWO_MARKS, "the marks of the ends are read as '%' of both"),
)


def read_date(text: str) -> tuple[Date, str]:
    """Read BibLaTeX's `date`; text that is not a date is kept as its literal, with the reason.

    A time of day is left out, and a mark on one end of a range is read as that of
    both: the reason says so. Digits that the source leaves open are read as
    the manual's table 3 has them: ``199X`` is a range of years.

    >>> read_date("2025-06-16"), read_date("1995/..")[0].open_end
    ((Date('2025-06-16'), ''), True)
    >>> read_date("1995/open")[0].open_end, read_date("1995/unknown")[0].open_end
    (True, True)
    >>> read_date("1995/present")[0].open_end
    True
    >>> read_date("199X")[0], read_date("1999-XX")[0], read_date("2019-04-01T10:00:00Z")[0]
    (Date('1990/1999'), Date('1999'), Date('2019-04-01'))
    """
    if _ISO.fullmatch(text) is not None:
        with suppress(InvalidDate):
            return Date.parse(text), ""
    plain = _UNSPECIFIED.sub("", _TIME.sub("", _LOOKED_UP.sub("", text.strip())))
    signs = _LEFT_OUT if len(text) <= _LONGEST else ()
    left = [said for sign, said in signs if sign.search(text)]
    if (worded := date_in_words(plain)) is not None:
        return worded, "; ".join(left)
    plain = _UNKNOWN.sub("..", plain)
    if (open_digits := _DECADE.fullmatch(plain)) is not None:
        years, mark = open_digits[1], open_digits[2]
        plain = f"{years.replace('X', '0')}{mark}/{years.replace('X', '9')}{mark}"
    try:
        return Date.parse(plain), "; ".join(left)
    except InvalidDate as fault:
        # Forms that people write in `year` are read in `date` too.
        bare = _BRACKETED.fullmatch(plain)
        worded = Date.of(int(bare[1])) if bare else _worded_year(plain.strip() or text)
        return (Date(literal=text), str(fault)) if worded.literal else (worded, "; ".join(left))


class YearRead(NamedTuple):
    """The date of `year`, `month` and `day`, the fields that it does not use, and what is odd."""

    date: Date | None
    unused: tuple[str, ...] = ()
    fault: str = ""


def read_year(year: str, month: str, day: str) -> YearRead:
    """Read `year`, `month` and `day`.

    Short ones recur in a file, and are read once.

    >>> read_year("2025", "June", "").date, read_year("1999", "16~June", "").date
    (Date('2025-06'), Date('1999-06-16'))
    >>> read_year("1998", "spring", "").date, read_year("2020", "June~7--12", "").date
    (Date('1998-21'), Date('2020-06-07/2020-06-12'))
    >>> read_year("1999--2001", "", "").date, read_year("c. 1850", "", "").date
    (Date('1999/2001'), Date('1850~'))
    >>> read_year("to appear", "", "").date
    Date(literal='to appear')
    >>> found = read_year("2020", "soon", "3")
    >>> found.date, found.unused, found.fault
    (Date('2020'), ('month', 'day'), "'soon' is not a month: expected a name or 1 to 12")
    """
    short = len(year) + len(month) + len(day) < _SHORT
    return (_recurring if short else _read_year)(year, month, day)


def _read_year(year: str, month: str, day: str) -> YearRead:
    beside = tuple(name for name, value in (("month", month), ("day", day)) if value)
    if not year.strip():
        return YearRead(None, beside, "a month or day without a year" if beside else "")
    if not year.isascii():
        year = _YEAR_SIGN.sub("", unicodedata.normalize("NFKC", year)).strip()  # "２０１０年"
    if (alone := _BRACKETED.fullmatch(year)) is not None:
        year = alone[1]
    if (lettered := _LETTERED.fullmatch(year.strip())) is not None:
        read = _with_month(int(lettered[1]), month, day)
        return read._replace(fault=read.fault or f"{year!r} has a letter that is no year's")
    if year.strip() == _NO_YEAR_YET:
        return _with_month(int(year), month, day)._replace(
            fault="'5555' is no year: IEEE writes it for articles without an issue; write the year"
        )
    if not _YEAR.fullmatch(year):
        return YearRead(_worded_year(_with_century(year)), beside)
    try:
        return _with_month(int(year), month, day)
    except InvalidDate as error:
        return YearRead(Date.of(int(year)), beside, str(error))


_recurring = functools.lru_cache(maxsize=4096)(_read_year)


def _with_century(year: str) -> str:
    """Return two years with the century of both: "1998/99".

    >>> [_with_century(year) for year in ("1998/99", "1999--00", "2005/06", "2005-06", "1998/97")]
    ['1998/1999', '1999/2000', '2005/2006', '2005-06', '1998/97']
    """
    short = _SHORT_YEARS.fullmatch(year.strip())
    if short is None:
        return year
    first, last = int(short[1]), int(short[3])
    is_next = last == (first + 1) % 100
    # "2005-06" is June, and "2005/06" are two years.
    if (is_next and short[2] != "-") or last > max(first % 100, _MONTHS):
        return f"{first}/{first + (last - first) % 100}"
    return year


def _worded_year(text: str) -> Date:
    """Read years that are more than a number: a range, or one that is about right.

    >>> _worded_year("1999--2001"), _worded_year("[c. 1850]"), _worded_year("c1988")
    (Date('1999/2001'), Date('1850~'), Date('1988'))
    """
    if (inner := _BRACKETS.fullmatch(text.strip())) is not None:
        found = _worded_year(inner[1] or inner[2])
        return Date.from_text(text) if found.literal else found
    if (claimed := _COPYRIGHT.fullmatch(text)) is not None:
        return Date.of(int(claimed[1]))
    about = _ABOUT.fullmatch(text)
    if about:
        mark = "~" if about[1] else "?"
        return Date(Moment(int(about[1] or about[2])), circa=True, mark=mark)
    return date_in_words(text) or Date.from_text(_UNSPECIFIED.sub("", text).strip() or text)


def year_text(date: Date) -> str:
    """Return what BibTeX prints as the year, so that `read_year` returns the date again.

    >>> year_text(Date.parse("1999/2001")), year_text(Date.parse("1850~"))
    ('1999--2001', 'c. 1850')
    >>> year_text(Date.parse("1999/.."))
    ''
    """
    plain = date.start is not None and date.start.iso.isdigit() and date.start.year >= 1000
    if not plain or date.open_end or date.start is None:
        return ""
    if date.end is None:
        about = {"~": f"c. {date.start.year}", "?": f"{date.start.year}?"}
        return about.get(date.mark, "") if date.circa else str(date.start.year)
    ranged = date.end.iso.isdigit() and date.start.year < date.end.year and not date.circa
    return f"{date.start.year}--{date.end.year}" if ranged else ""


def _with_month(year: int, month: str, day: str) -> YearRead:
    left = ("day",) if day else ()
    month = month.rstrip(" ,;~")
    # A year in `month` is the year of the entry; otherwise `month` holds more than a month.
    if str(year) in month:
        month = re.sub(rf"(?:,?[\s~]+{year}|(?<=\d),\s*{year})\s*\Z|\A\s*{year}[\s-]+", "", month)
    if not month:
        return YearRead(Date.of(year), left, "a day without a month" if day else "")
    if day and (number := month_of(month)) is not None:
        if not day.strip().isdigit():
            return YearRead(Date.of(year, number), left, f"{day!r} is not a day of a month")
        return YearRead(Date.of(year, number, int(day)))
    found = part_of_year(year, month)
    if found is not None and not (day and found.start and found.start.day):
        return YearRead(found, left)
    return YearRead(
        Date.of(year), ("month", *left), f"{month!r} is not a month: expected a name or 1 to 12"
    )
