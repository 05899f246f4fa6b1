"""Comparison of two dates that may be one, each known more or less exactly."""

from __future__ import annotations

from refcore.model.dates import Date, Moment

__all__ = ["better_date", "dates_agree"]


def dates_agree(kept: Date | None, other: Date | None) -> bool:
    """Return whether one date can be the other, known more or less exactly.

    >>> dates_agree(Date.of(2020), Date.of(2020, 3)), dates_agree(Date.of(2020), Date.of(2021))
    (True, False)
    """
    if kept is None or other is None or kept == other:
        return True
    if kept.literal or other.literal:
        return _literals_agree(kept, other)
    return _moments_agree(kept.start, other.start) and (
        kept.is_range != other.is_range or _moments_agree(kept.end, other.end)
    )


def _literals_agree(kept: Date, other: Date) -> bool:
    """Return whether a date in words is the other's words, or has its year.

    >>> _literals_agree(Date(literal="in press"), Date(literal="In press"))
    True
    >>> _literals_agree(Date.of(2020), Date(literal="summer 2020"))
    True
    """
    year = kept.year or other.year
    text = kept.literal or other.literal
    if kept.literal and other.literal:
        return kept.literal.casefold() == other.literal.casefold()
    return year is not None and str(year) in text


def _moments_agree(one: Moment | None, other: Moment | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.year != other.year:
        return False
    for ours, theirs in ((one.month, other.month), (one.day, other.day)):
        if ours is not None and theirs is not None and ours != theirs:
            return False
    seasons = (one.season, other.season)
    return None in seasons or one.season == other.season


def _exactness(date: Date | None) -> tuple[int, bool, bool]:
    if date is None or date.start is None:
        return (-1 if date is None else 0, False, False)
    start = date.start
    parts = 1 + (start.month is not None or start.season is not None) + (start.day is not None)
    return parts, date.is_range, not date.circa


def better_date(kept: Date | None, other: Date | None) -> Date | None:
    """Return the more exact of two dates that agree; the first if both are equally exact.

    >>> better_date(Date.of(2020), Date.of(2020, 3, 1))
    Date('2020-03-01')
    """
    return other if _exactness(other) > _exactness(kept) else kept
