"""`Answer`, the content of a service's answer; and readers of JSON of any shape."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from refcore.errors import BadAnswer, InvalidDate, InvalidIdentifier
from refcore.model.dates import Date
from refcore.model.identifiers import Doi, Identifier, read_identifier
from refcore.records.record import Record
from refcore.sources.programs import is_of_program
from refcore.text.halves import without_halves

__all__ = [
    "Answer",
    "Unread",
    "are_repeated",
    "date_of",
    "doi_of",
    "has_name",
    "identifier_of",
    "items",
    "listed_once",
    "load_json",
    "named_items",
    "people",
    "text",
]

MOST_BYTES = 24 * 1024 * 1024
# Signs that begin a value or a member: a work of 3,000 authors has about 20,000.
_MOST_SIGNS = 1_500_000


@attrs.frozen
class Unread:
    """An entry that gives no record: its identifier where that is known, and why."""

    id: Identifier | None
    reason: str


@attrs.frozen
class Answer:
    """The content of an answer, in its own order.

    `is_absent` says that the service answered that it does not have the work.
    """

    records: tuple[Record, ...] = ()
    unread: tuple[Unread, ...] = ()
    total: int | None = None
    is_absent: bool = False


def load_json(content: bytes, source: str) -> Any:
    """Read an answer in JSON.

    Raises `BadAnswer` for an answer that is too large, and for anything but JSON, such as a page
    that asks whether one is a robot.

    >>> load_json(b"<!DOCTYPE html>", "Crossref")
    Traceback (most recent call last):
    refcore.errors.BadAnswer: expected JSON from Crossref, found a web page
    """
    if len(content) > MOST_BYTES:
        raise BadAnswer(f"an answer of {len(content)} bytes, expected at most {MOST_BYTES}")
    if (signs := sum(content.count(sign) for sign in (b"[", b"{", b","))) > _MOST_SIGNS:
        raise BadAnswer(f"an answer of {signs} values, expected at most {_MOST_SIGNS}")
    head = content[:200].lstrip().lower()
    if head.startswith(b"<"):
        raise BadAnswer(f"expected JSON from {source}, found a web page")
    try:
        written = content.decode("utf-8-sig")
        found = json.loads(written)
        if "\\ud" in written.casefold():  # an escape can be half of a pair
            found = json.loads(without_halves(json.dumps(found, ensure_ascii=False)))
        return found
    except (ValueError, RecursionError) as fault:
        said = " ".join(content[:60].decode("utf-8", "replace").split())
        raise BadAnswer(f"expected JSON from {source}, found {said!r}") from fault


def items(value: Any, *path: str) -> Iterator[Mapping[str, Any]]:
    """Return the objects of the list under some names, none for another shape.

    >>> list(items({"a": {"b": [{"c": 1}, None]}}, "a", "b"))
    [{'c': 1}]
    """
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    listed = [value] if isinstance(value, Mapping) else value
    if isinstance(listed, list):
        yield from (item for item in listed if isinstance(item, Mapping))


def named_items(value: Any, name: str, key: str) -> Iterator[Mapping[str, Any]]:
    """Return the objects of a list; a plain text in it, or in its place, is one under `key`.

    A text in lower case in place of the list is a word of the service, not a name or a title.

    >>> list(named_items({"creators": ["Li, Bo", {"name": "Wu, Fei"}]}, "creators", "name"))
    [{'name': 'Li, Bo'}, {'name': 'Wu, Fei'}]
    >>> list(named_items({"creators": "busy"}, "creators", "name"))
    []
    """
    held = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(held, str) and held.islower():
        return
    for item in held if isinstance(held, list) else [held]:
        if isinstance(item, Mapping):
            yield item
        elif isinstance(item, str) and item:
            yield {key: item}


def people(value: Any, name: str, key: str = "") -> list[Mapping[str, Any]]:
    """Return the people of a list; none where a part of a name is damaged.

    With a `key`, a plain text is a name under it. A list with such a name shows neither the order
    nor who is on it, so it is left out as a whole.

    >>> people({"author": [{"family": "Li"}, {"family": "Wu", "given": "Bo"}]}, "author")
    [{'family': 'Li'}, {'family': 'Wu', 'given': 'Bo'}]
    >>> people({"author": [{"family": "Li"}, {"family": ["Wu"]}]}, "author")
    []
    """
    held = value.get(name) if isinstance(value, Mapping) else None
    found = list(named_items(value, name, key)) if key else list(items(value, name))
    if isinstance(held, list) and len(held) > len(found):
        return []
    is_sound = all(has_name(item, alone=len(found) == 1) for item in found)
    names = [str([item.get(part) for part in sorted(_PARTS_OF_NAMES)]) for item in found]
    return listed_once(found, names) if is_sound else []


_Entry = TypeVar("_Entry")


def listed_once(found: Sequence[_Entry], names: Sequence[str]) -> list[_Entry]:
    """Return a list once that is there several times, and none where each name is repeated.

    >>> listed_once([1, 2, 3, 4], ["Li", "Wu", "Li", "Wu"])
    [1, 2]
    >>> listed_once([1, 2, 3, 4], ["Li", "Li", "Wu", "Wu"])
    []
    """
    for times in _TIMES:
        once = len(names) // times
        if once and [*names[:once]] * times == [*names]:
            return list(found[:once])
    return [] if are_repeated(names) else list(found)


def are_repeated(names: Sequence[str]) -> bool:
    """Return whether a list has each of its names more than once, as a damaged answer has.

    >>> are_repeated(["Li", "Wu", "Li", "Wu"]), are_repeated(["Li", "Wu", "Wu"])
    (True, False)
    """
    counts = Counter(names)
    return (len(counts) > 1 or len(names) == 2) and min(counts.values()) > 1


_TIMES = (2, 3)
_PARTS_OF_NAMES = frozenset(
    "given family literal name suffix prefix non-dropping-particle dropping-particle givenName "
    "familyName full_name first_name last_name raw_author_name".split()
)
# A service leaves these out if it does not have them; an empty one means that a name was lost.
_NEVER_EMPTY = frozenset({"given", "family"})


def has_name(item: Mapping[str, Any], *, alone: bool = True) -> bool:
    """Return whether all parts of a person's name are texts; only a lone person's may be empty.

    >>> has_name({"given": None, "family": "Li"}), has_name({"given": "Bo", "family": 7})
    (True, False)
    >>> has_name({"given": None, "family": "Li"}, alone=False)
    False
    >>> has_name({"given": "undefined", "family": "undefined"})
    False
    """
    parts = {part: item[part] for part in _PARTS_OF_NAMES & item.keys()}
    if not alone and not all(parts.get(part, "absent") for part in _NEVER_EMPTY):
        return False
    if not all(part is None or isinstance(part, str) for part in parts.values()):
        return False
    said = [part for part in parts.values() if part]
    return bool(said or not parts) and not (said and all(map(is_of_program, said)))


def text(value: Any, *path: str) -> str:
    """Return the text under some names, the first of a list, "" for another shape.

    >>> text({"title": ["One", "Two"], "volume": 3}, "title"), text({"volume": 3}, "volume")
    ('One', '3')
    """
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())


def date_of(year: Any, month: Any = None, day: Any = None) -> Date | None:
    """Return a date, None if the year is invalid; an invalid month or day is left out."""
    numbers = []
    for value in (year, month, day):
        number = text(value)
        if not number.isascii() or not number.isdigit() or not int(number[:9]):
            break
        numbers.append(int(number[:9]))
    while numbers:
        try:
            return Date.of(*numbers)
        except InvalidDate:
            numbers.pop()
    return None


def doi_of(value: Any) -> Doi | None:
    """Return a value as a DOI, None if it is none."""
    try:
        return Doi.parse(value) if isinstance(value, str) and value else None
    except InvalidIdentifier:
        return None


def identifier_of(value: Any) -> Identifier | None:
    """Return a value as an identifier, None if it is none."""
    try:
        return read_identifier(value) if isinstance(value, str) and value else None
    except ValueError:  # InvalidIdentifier, or a number too long to read
        return None
