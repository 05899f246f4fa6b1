"""Two values of one field that may say the same, one of them more: dates and lists of names."""

from __future__ import annotations

import attrs

from refcore.compare import compare_authors
from refcore.model.dates import Date, Moment
from refcore.model.people import Authors, Name, Person

__all__ = ["better_authors", "better_date", "dates_agree", "lists_agree"]


def dates_agree(kept: Date | None, other: Date | None) -> bool:
    """Tell whether one date can be the other, known more or less exactly.

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
    """Give the more exact of two dates that agree; the first where they are alike.

    >>> better_date(Date.of(2020), Date.of(2020, 3, 1))
    Date('2020-03-01')
    """
    return other if _exactness(other) > _exactness(kept) else kept


def lists_agree(kept: Authors, other: Authors) -> bool:
    """Tell whether two lists of names can be one, whole or cut."""
    if kept == other:
        return True
    return not (compare_authors(kept, other).is_wrong and compare_authors(other, kept).is_wrong)


def better_authors(kept: Authors, other: Authors) -> Authors:
    """Give the longer of two lists that agree, a whole one before a cut one.

    Of two lists of equal length the one that writes given names out is taken,
    and names that both write alike keep the ORCIDs and affiliations of both.

    >>> cut = Authors([Person("A.", "Lee")], others=True)
    >>> better_authors(cut, Authors([Person("Ann", "Lee"), Person("Bo", "Wu")]))
    Authors([Person('Ann', 'Lee'), Person('Bo', 'Wu')])
    """
    if _fullness(other) > _fullness(kept):
        kept, other = other, kept
    if len(kept) != len(other):
        return kept
    names = [_with_more(one, two) for one, two in zip(kept, other, strict=True)]
    return Authors(names, kept.others)


def _fullness(authors: Authors) -> tuple[int, bool, int]:
    letters = sum(len(name.given) for name in authors.people)
    return len(authors), authors.others is False, letters


def _with_more(name: Name, other: Name) -> Name:
    if name.name != other.name or type(name) is not type(other):
        return name
    more = attrs.evolve(name, affiliations=name.affiliations or other.affiliations)
    if isinstance(more, Person) and isinstance(other, Person):
        return attrs.evolve(more, orcid=more.orcid or other.orcid)
    return more
