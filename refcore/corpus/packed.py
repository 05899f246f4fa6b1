"""A reference as one JSON text and back, so that nothing of it is lost in a table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from refcore.diagnostics import Location
from refcore.errors import InvalidDate, RefcoreError, UnreadableInput
from refcore.index.jsontext import read_json, write_json
from refcore.model.dates import Date, Moment
from refcore.model.identifiers import ArxivId, Doi, Orcid
from refcore.model.people import Authors, Group, Name, Person
from refcore.model.reference import Provenance, Reference

__all__ = ["pack", "unpack"]


def pack(reference: Reference) -> str:
    """Return a reference as JSON on one line, without what it does not say.

    >>> pack(Reference("a", "book", "On Moss", Authors([Person("Bo", "Li")])))
    '{"key":"a","type":"book","title":"On Moss","authors":[["Bo","Li"]]}'
    """
    place, origin = reference.location, reference.provenance
    values: dict[str, Any] = {
        "key": reference.key,
        "type": reference.type,
        "title": reference.title,
        "authors": [_name(one) for one in reference.authors],
        "others": reference.authors.others,
        "issued": reference.issued and _date(reference.issued),
        "arxiv": reference.arxiv and str(reference.arxiv),
        "doi": reference.doi and str(reference.doi),
        "url": reference.url,
        "names": {
            role: {"authors": [_name(one) for one in who], "others": who.others}
            for role, who in reference.names.items()
        },
        "dates": {name: _date(date) for name, date in reference.dates.items()},
        "fields": dict(reference.fields),
        "extra": dict(reference.extra),
        "provenance": origin and [origin.source, origin.id, origin.retrieved],
        "location": place and [place.path, place.line, place.column],
        "lowered": reference.lowered,
        "implied": reference.implied,
    }
    return write_json({name: value for name, value in values.items() if value})


def unpack(text: str) -> Reference:
    """Return the reference that `pack` wrote; raises `UnreadableInput` for any other text.

    >>> reference = Reference("a", "book", "On Moss", issued=Date.of(2020))
    >>> unpack(pack(reference)) == reference
    True
    """
    try:
        return _reference(read_json(text.encode()))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, RefcoreError) as fault:
        shown = text[:60] if isinstance(text, str) else text
        raise UnreadableInput(
            f"expected a reference as refcore packs it, found {shown!r}: {fault}"
        ) from fault


def _reference(values: Mapping[str, Any]) -> Reference:
    held = values.get
    origin, place, issued = held("provenance"), held("location"), held("issued")
    return Reference(
        values["key"],
        values["type"],
        held("title", ""),
        _authors(values),
        issued=_read_date(issued) if issued else None,
        arxiv=ArxivId.parse(values["arxiv"]) if "arxiv" in values else None,
        doi=Doi(values["doi"]) if "doi" in values else None,
        url=held("url", ""),
        names={role: _authors(who) for role, who in held("names", {}).items()},
        dates={name: _read_date(date) for name, date in held("dates", {}).items()},
        fields=held("fields", {}),
        extra=held("extra", {}),
        provenance=Provenance(*origin) if origin else None,
        location=Location(*place) if place else None,
        lowered=values.get("lowered") or False,
        implied=values.get("implied") or False,
    )


# Most names are a given and a family name, or a family name alone: a short list.
_PARTS: Final = ("non_dropping_particle", "dropping_particle", "suffix")


def _name(name: Name) -> Any:
    if isinstance(name, Group):
        return {"name": name.name, "affiliations": list(name.affiliations)}
    parts: dict[str, Any] = {part: value for part in _PARTS if (value := getattr(name, part))}
    if name.orcid:
        parts["orcid"] = str(name.orcid)
    if name.affiliations:
        parts["affiliations"] = list(name.affiliations)
    if name.undivided:
        parts["undivided"] = True
    return [name.given, name.family, parts] if parts else [name.given, name.family]


def _authors(values: Mapping[str, Any]) -> Authors:
    names = values.get("authors")
    others = values.get("others", False)
    return Authors(tuple(map(_read_name, names or ())), others)


def _read_name(value: Any) -> Name:
    if isinstance(value, dict):
        return Group(value["name"], affiliations=value["affiliations"])
    if len(value) == 2:
        return _person(*value)
    given, family, rest = value
    parts = dict(rest)
    if "orcid" in parts:
        parts["orcid"] = Orcid(parts["orcid"])
    return Person(given, family, **parts)


# People write several papers, and references cite them again.
_person = lru_cache(maxsize=16384)(Person)


def _date(date: Date) -> Any:
    """Return a date as ISO 8601-2 writes it where that says all, else its parts."""
    try:
        if Date.parse(date.iso) == date:
            return date.iso
    except InvalidDate:
        pass
    ends = [
        moment and [moment.year, moment.month, moment.day, moment.season]
        for moment in (date.start, date.end)
    ]
    return [*ends, date.open_start, date.open_end, date.circa, date.mark, date.literal]


def _read_date(value: Any) -> Date:
    if isinstance(value, str):
        return _parsed(value)
    start, end, open_start, open_end, circa, mark, literal = value
    return Date(
        start and _moment(start),
        end and _moment(end),
        open_start=open_start,
        open_end=open_end,
        circa=circa,
        mark=mark,
        literal=literal,
    )


_parsed = lru_cache(maxsize=4096)(Date.parse)


def _moment(parts: list[Any]) -> Moment:
    year, month, day, season = parts
    return Moment(year, month, day, season=season)
