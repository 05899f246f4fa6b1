"""Dates as references state them, never more exact than the source."""

from __future__ import annotations

from typing import Any, Final, Self

import attrs

from refcore.errors import InvalidDate
from refcore.text.given import require_text
from refcore.text.halves import has_half
from refcore.text.patterns import regex

__all__ = ["Date", "Moment"]

_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _days_of(year: int, month: int) -> int:
    """Return how many days a month has in the Gregorian calendar, which counts before 1582 too.

    >>> _days_of(2024, 2), _days_of(1900, 2), _days_of(-400, 2), _days_of(2025, 12)
    (29, 28, 29, 31)
    """
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _DAYS[month - 1]


@attrs.frozen(order=True, repr=False)
class Moment:
    """A point in time known to the year, the season, the month or the day.

    Seasons are 1 (spring) to 4 (winter). Years are those of
    ISO 8601: 0 is 1 BCE, -43 is 44 BCE.
    Raises `InvalidDate` for a day that does not exist.

    >>> Moment(2025, 6, 16).iso
    '2025-06-16'
    >>> Moment(2025, season=1).iso
    '2025-21'
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.year, int):
            raise InvalidDate(f"{self.year!r} is not a number; Date.parse reads a text")
        try:
            self._check_parts()
        except TypeError:
            found = f"{self.month!r}, {self.day!r}, {self.season!r}"
            raise InvalidDate(f"month, day and season are numbers, not {found}") from None

    def _check_parts(self) -> None:
        if self.month is not None and not 1 <= self.month <= 12:
            raise InvalidDate(f"month {self.month} does not exist, expected 1 to 12")
        if self.season is not None and (not 1 <= self.season <= 4 or self.month is not None):
            raise InvalidDate("a season must be 1 (spring) to 4 (winter), without a month")
        if self.day is not None:
            self._check_day(self.day)

    def _check_day(self, day: int) -> None:
        if self.month is None:
            raise InvalidDate(f"day {day} without a month")
        last = _days_of(self.year, self.month)
        if not 1 <= day <= last:
            raise InvalidDate(f"{self.year}-{self.month:02} has no day {day}, expected 1 to {last}")

    @property
    def iso(self) -> str:
        """The moment in ISO 8601-2 notation, seasons as 21 to 24."""
        year = f"{self.year:04}" if self.year >= 0 else f"-{-self.year:04}"
        if self.season is not None:
            return f"{year}-{self.season + 20}"
        parts = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join([year, *parts])

    def __str__(self) -> str:
        return self.iso

    def __repr__(self) -> str:
        return f"Moment({self.iso!r})"


_MOMENT = regex(r"(-?[0-9]{1,4}|[+-][0-9]{4,})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?([~?%]?)")


def _moment(text: str, whole: str) -> tuple[Moment, str]:
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise InvalidDate(f"{whole!r} is not a date: expected YYYY, YYYY-MM, YYYY-MM-DD or a range")
    year, month, day = (None if part is None else int(part) for part in match.groups()[:3])
    assert year is not None  # noqa: S101 - the pattern guarantees a year
    if month is not None and 21 <= month <= 24 and day is None:
        return Moment(year, season=month - 20), match[4]
    return Moment(year, month, day), match[4]


@attrs.frozen(order=False, repr=False)
class Date:
    """A date, or a range of dates, as exact as its source and no more.

    `start` and `end` are moments; a plain date has no `end`. `open_start` and
    `open_end` mark ranges without a known beginning or end. `circa` marks a date
    that the source calls approximate or uncertain; `mark` says which: "~" approximate,
    "?" uncertain, "%" both. `literal` keeps a text that is not a date; such a value has no
    moments.
    Source: ISO 8601-2 level 1 as BibLaTeX reads it (manual, section 2.3.8).

    >>> Date.of(2025, 6, 16)
    Date('2025-06-16')
    >>> Date.parse("2019-21/2020").end
    Moment('2020')
    """

    start: Moment | None = None
    end: Moment | None = None
    open_start: bool = attrs.field(default=False, kw_only=True)
    open_end: bool = attrs.field(default=False, kw_only=True)
    circa: bool = attrs.field(default=False, kw_only=True)
    mark: str = attrs.field(default="", kw_only=True)
    literal: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        for moment in (self.start, self.end):
            if moment is not None and not isinstance(moment, Moment):
                raise InvalidDate(
                    f"the start and the end of a date are Moments, not {moment!r}; "
                    "Date.of(2025, 6, 16) takes numbers, Date.parse a text"
                )
        if self.literal and (self.start or self.end or self.open_start or self.open_end):
            raise InvalidDate("a literal date cannot have start and end as well")
        if has_half(self.literal):
            raise InvalidDate(
                f"{self.literal!r} contains half of a surrogate pair, "
                "which is not a valid character"
            )
        if not (self.literal or self.start or self.end):
            raise InvalidDate("a date needs a year or a literal text")
        if (self.open_start and self.start) or (self.open_end and self.end):
            raise InvalidDate("a range cannot be open at an end that has a date")
        if self.end and not (self.start or self.open_start):
            raise InvalidDate("a range needs a start, or open_start=True")
        if self.start and self.end and self.start.year > self.end.year:
            raise InvalidDate(f"a range must run forward, not from {self.start} to {self.end}")
        if self.mark not in ("", "~", "?", "%"):
            raise InvalidDate(f"the mark of a date must be '~', '?' or '%', not {self.mark!r}")
        # Each date has one form: no mark if it is certain, "~" if no other mark is stated.
        object.__setattr__(self, "mark", (self.mark or "~") if self.circa else "")

    @classmethod
    def of(
        cls,
        year: int,
        month: int | None = None,
        day: int | None = None,
        *,
        season: int | None = None,
        circa: bool = False,
    ) -> Self:
        """Return the date of one moment.

        Args:
            year: The year; 0 is 1 BCE.
            month: The month, from 1.
            day: The day, from 1.
            season: The season, from 1 for spring.
            circa: Whether the date is approximate.

        Returns:
            The date.

        Raises:
            InvalidDate: There is no such date.

        >>> str(Date.of(2020, 3)), str(Date.of(2020, circa=True))
        ('2020-03', '2020~')
        """
        return cls(Moment(year, month, day, season=season), circa=circa)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ISO 8601-2 notation.

        The notation includes ranges (``2019/2020``), open ends (``2019/``, ``2019/..``,
        ``../2020``), seasons (``2019-21`` to ``2019-24``) and the marks ``~``
        (approximate), ``?`` (uncertain) and ``%`` (both).

        Args:
            text: The date.

        Returns:
            The date.

        Raises:
            InvalidDate: The text is anything else.

        >>> Date.parse("1650~").circa, Date.parse("2019/..").open_end
        (True, True)
        >>> Date.parse("1984?").mark, Date.parse("1984?").circa
        ('?', True)
        """
        require_text("Date.parse", text)
        whole = text.strip()
        sides = [side.strip() for side in whole.split("/")]
        if len(sides) > 2:
            raise InvalidDate(f"{whole!r} is not a date: a range has one '/'")
        if len(sides) == 1:
            start, mark = _moment(sides[0], whole)
            return cls(start, circa=bool(mark), mark=mark)
        open_start, open_end = (side in ("", "..") for side in sides)
        if open_start and open_end:
            raise InvalidDate(f"{whole!r} is not a date: both ends are open")
        first = None if open_start else _moment(sides[0], whole)
        last = None if open_end else _moment(sides[1], whole)
        marks = {side[1] for side in (first, last) if side and side[1]}
        return cls(
            first and first[0],
            last and last[0],
            open_start=open_start,
            open_end=open_end,
            circa=bool(marks),
            mark="%" if len(marks) > 1 else "".join(marks),
        )

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read a date; keep a text that is not a date as `literal`.

        Args:
            text: A date in ISO 8601-2 notation, or any words.

        Returns:
            The date.

        >>> str(Date.from_text("2020-03/2020-04")), Date.from_text("in press").literal
        ('2020-03/2020-04', 'in press')
        """
        try:
            return cls.parse(text)
        except InvalidDate:
            return cls(literal=" ".join(text.split()))

    @property
    def year(self) -> int | None:
        """The year in which the date begins, or None."""
        return self.start.year if self.start else None

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, in which the date begins, or None."""
        return self.start.month if self.start else None

    @property
    def day(self) -> int | None:
        """The day of the month on which the date begins, or None."""
        return self.start.day if self.start else None

    @property
    def season(self) -> int | None:
        """The season, 1 (spring) to 4 (winter), in which the date begins, or None."""
        return self.start.season if self.start else None

    @property
    def is_range(self) -> bool:
        """Whether the date has two ends, or leaves one open."""
        return self.end is not None or self.open_start or self.open_end

    @property
    def iso(self) -> str:
        """The date in ISO 8601-2 notation, or its literal text."""
        if self.literal:
            return self.literal
        start = "" if self.start is None else self.start.iso + self.mark
        if not self.is_range:
            return start
        return f"{start or '..'}/{'..' if self.end is None else self.end.iso + self.mark}"

    def __str__(self) -> str:
        return self.iso

    def __repr__(self) -> str:
        return f"Date(literal={self.literal!r})" if self.literal else f"Date({self.iso!r})"

    def evolve(self, **changes: Any) -> Date:
        """Return a copy with some attributes changed.

        Args:
            **changes: The attributes and their new values.

        Returns:
            The copy.

        Raises:
            InvalidDate: There is no such date.

        >>> str(Date.of(2020, 3).evolve(circa=True))
        '2020-03~'
        """
        return attrs.evolve(self, **changes)
