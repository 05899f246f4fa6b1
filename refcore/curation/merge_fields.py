"""Two values of one field that may say the same, each kind of field by its own comparison."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from refcore.compare.agreement import Agreement, FieldComparison
from refcore.compare.pages import compare_numbers, compare_pages
from refcore.compare.publishers import compare_publishers
from refcore.compare.venues import best_venue
from refcore.errors import InvalidIdentifier
from refcore.model.identifiers import Isbn
from refcore.text.editions import edition_number

__all__ = ["values_say_the_same"]


def values_say_the_same(name: str, kept: str, other: str) -> bool:
    """Return whether two values of a field, named as in CSL, are two writings of one.

    >>> values_say_the_same("edition", "2nd", "Second")
    True
    >>> values_say_the_same("container-title", "J. Sand", "Journal of Sand")
    True
    >>> values_say_the_same("volume", "12", "13"), values_say_the_same("annote", "a", "A b")
    (False, False)
    """
    same = _BY_FIELD.get(name)
    return same is not None and same(kept, other)


def _agrees(found: FieldComparison | None) -> bool:
    return found is not None and found.kind is not Agreement.DIFFERENT


def _is_same(found: FieldComparison | None) -> bool:
    return found is not None and found.kind is Agreement.SAME


def _venues(kept: str, other: str) -> bool:
    found = best_venue(other, (kept,))
    # A workshop, or a series, is not the venue itself.
    return found is not None and found.difference in ("none", "abbreviation", "name", "acronym")


def _isbns(kept: str, other: str) -> bool:
    try:
        return Isbn.parse(kept) == Isbn.parse(other)
    except InvalidIdentifier:
        return False


def _editions(kept: str, other: str) -> bool:
    number = edition_number(kept)
    return bool(number) and number == edition_number(other)


_BY_FIELD: Final[dict[str, Callable[[str, str], bool]]] = {
    "collection-title": _venues,
    "container-title": _venues,
    "container-title-short": _venues,
    "edition": _editions,
    "ISBN": _isbns,
    "ISSN": lambda kept, other: kept.replace("-", "") == other.replace("-", ""),
    "issue": lambda kept, other: _is_same(compare_numbers("issue", other, kept)),
    "page": lambda kept, other: _agrees(compare_pages(other, kept)),
    "publisher": lambda kept, other: _agrees(compare_publishers(other, kept)),
    "volume": lambda kept, other: _is_same(compare_numbers("volume", other, kept)),
}
