"""Items as the source objects of citeproc-py, built without its warnings and prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from citeproc.source import (
    BibliographySource,
    CitationItem,
    DateRange,
    LiteralDate,
    Name,
    Reference,
)
from citeproc.source import Date as SingleDate

from refcore.csl.citeproc_elements import MarkedText
from refcore.csl.items import Item
from refcore.model.dates import Date, Moment
from refcore.model.people import Group, Person

__all__ = ["NumberedItem", "source_of"]


class NumberedItem(CitationItem):  # type: ignore[misc]
    """A cite that knows its own reference and number.

    citeproc-py looks both up by a key in lower case and by counting.
    """

    def __init__(self, key: str, reference: Any, number: int) -> None:
        super().__init__(key)
        self._reference = reference
        self._number = number
        for variable in ("number-of-pages", "number-of-volumes"):
            value = str(reference.get(variable, ""))
            if value.isascii() and value.isdigit():
                self[variable] = value

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        return self[name]

    @property
    def reference(self) -> Any:
        """The variables of the reference."""
        return self._reference

    @property
    def number(self) -> int:
        """The number in the bibliography, from 1."""
        return self._number

    def get_field(self, field: str) -> Any:
        """Give a variable for sorting, or None."""
        return self._reference.get(field)


def source_of(items: Iterable[Item]) -> Any:
    """Give the source that holds the items under the keys item-0, item-1 …"""
    source = BibliographySource()
    for number, item in enumerate(items):
        source.add(_reference(f"item-{number}", item))
    return source


def _reference(key: str, item: Item) -> Any:
    reference = Reference(key, item.type)
    held: dict[str, Any] = {name: MarkedText(value) for name, value in item.texts.items()}
    held |= {role: [_name(name) for name in names] for role, names in item.names.items()}
    held |= {variable: _date(date) for variable, date in item.dates.items()}
    # citeproc-py asks for some variables with a hyphen and for others with "_".
    dict.update(reference, held)
    dict.update(reference, {name.replace("-", "_"): value for name, value in held.items()})
    if "language" in held:
        dict.__setitem__(reference, "language", str(held["language"]))
    return reference


def _name(name: Person | Group) -> Any:
    if isinstance(name, Group):
        return Name(literal=name.name)
    if not name.family:
        return Name(family=name.given)
    parts = {
        "family": name.family,
        "given": name.given,
        "dropping-particle": name.dropping_particle,
        "non-dropping-particle": name.non_dropping_particle,
        "suffix": name.suffix,
    }
    return Name(**{label: part for label, part in parts.items() if part})


def _date(date: Date) -> Any:
    if date.literal:
        return LiteralDate(date.literal, circa=date.circa)
    if date.start is None:
        return LiteralDate(f"–{date.end}", circa=date.circa)
    if not date.is_range:
        return _moment(date.start, date.circa)
    if date.end is None:
        return DateRange(begin=_moment(date.start), end=SingleDate(year=0), circa=date.circa)
    start, end = _alike(date.start, date.end)
    if start == end:
        return _moment(start, date.circa)
    return DateRange(begin=_moment(start), end=_moment(end), circa=date.circa)


def _alike(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """Cut both ends of a range within one year or month to what both state."""
    if start.year != end.year:
        return start, end
    if start.month is None or end.month is None:
        return Moment(start.year), Moment(start.year)
    if start.day is None or end.day is None:
        return Moment(start.year, start.month), Moment(end.year, end.month)
    return start, end


def _moment(moment: Moment, circa: bool = False) -> Any:
    parts = {
        "year": moment.year,
        "month": moment.month,
        "day": moment.day,
        "season": moment.season,
    }
    return SingleDate(
        circa=circa, **{name: part for name, part in parts.items() if part is not None}
    )
