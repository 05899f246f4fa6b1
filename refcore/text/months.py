"""The months and seasons in English, by name and number."""

from __future__ import annotations

from typing import Final

__all__ = ["MONTHS", "SEASONS", "abbreviation", "month_number"]

MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()
)
# The numbers are those of CSL and, from 21 on, of ISO 8601-2.
SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_BY_START: Final = {month[:3].lower(): number for number, month in enumerate(MONTHS, start=1)}


def abbreviation(month: int) -> str:
    """Return the first three letters of a month, in lower case: BibTeX's macro for it.

    >>> abbreviation(6)
    'jun'
    """
    return MONTHS[month - 1][:3].lower()


def month_number(word: str) -> int | None:
    """Return the number of a month from its name or a usual short form, in any case.

    >>> [month_number(word) for word in ("January", "sept.", "JUN", "Marchioness", "ma")]
    [1, 9, 6, None, None]
    """
    low = word.lower().removesuffix(".")
    number = _BY_START.get(low[:3])
    if number is None:
        return None
    short = len(low) == 3 or (low == "sept")
    return number if short or low == MONTHS[number - 1].lower() else None
