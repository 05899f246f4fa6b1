"""`Answer`, the content of a service's answer; and readers of JSON of any shape."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from refcore.errors import BadAnswer, InvalidDate, InvalidIdentifier
from refcore.model.dates import Date
from refcore.model.identifiers import Doi, Identifier, read_identifier
from refcore.records.record import Record
from refcore.text.halves import without_halves

__all__ = [
    "Answer",
    "Unread",
    "date_of",
    "doi_of",
    "identifier_of",
    "items",
    "load_json",
    "named_items",
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

    A text in small letters in the list's place is a word of the service, not a name or a title.

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
