"""One `Reference` to a work of a CITATION.cff, plain YAML values."""

from __future__ import annotations

import json
from typing import Any, Final

from refcore.formats.cff.reader import ANONYMOUS, KEY, OTHERS, UNTITLED
from refcore.formats.cff.types import (
    ENTITIES,
    FIELDS,
    LISTS,
    NAMES,
    PLACES,
    ROOT_FIELDS,
    RULES,
    WRITE_TYPES,
)
from refcore.latex.markup import to_plain
from refcore.model.dates import Date
from refcore.model.keys import key_of
from refcore.model.people import Authors, Group, Name
from refcore.model.reference import Reference
from refcore.text.addresses import closed_address

__all__ = ["fits_root", "root_of", "work_of"]

# Kept values that may be written into a work again.
_KEPT: Final = frozenset(
    "commit contact copyright data-type database date-downloaded department entry filename format "
    "institution license license-url loc-end loc-start nihmsid patent-states repository "
    "repository-artifact repository-code scope senders status term collection-doi "
    "collection-type".split()
)
_LISTED: Final = frozenset({"contact", "patent-states", "senders"})


def work_of(reference: Reference) -> dict[str, Any]:
    """Return a reference as a work of the list ``references``.

    >>> from refcore.model.people import Group
    >>> work_of(Reference("minimaxm1", "software", "M1", Authors([Group("MiniMax")])))
    {'type': 'software', 'title': 'M1', 'authors': [{'name': 'MiniMax'}]}
    """
    work: dict[str, Any] = {
        "type": WRITE_TYPES.get(reference.type, "generic"),
        "title": " ".join(to_plain(reference.title).split()) or UNTITLED,
    }
    work["authors"] = _people(reference.authors) or [{"name": ANONYMOUS}]
    for name, role in NAMES.items():
        if role != "author" and (people := _people(reference.names_of(role))):
            work[name] = people
    _identifiers(work, reference)
    _dates(work, reference)
    _fields(work, reference)
    _entities(work, reference)
    _kept(work, reference)
    return work


def root_of(reference: Reference) -> dict[str, Any]:
    """Return a reference as the work that the file is about, but for version and message."""
    work = work_of(reference)
    kind = {"type": "dataset"} if reference.type == "dataset" else {"type": "software"}
    return work | kind


def fits_root(reference: Reference) -> bool:
    """Return whether the root of a file can state all that a work would say of a reference."""
    return reference.type in ("software", "dataset") and work_of(reference).keys() <= ROOT_FIELDS


def _people(names: Authors) -> list[dict[str, str]]:
    people: list[dict[str, str]] = []
    for person in [*map(_person, names), *([{"name": OTHERS}] if names.others else [])]:
        if person not in people:  # the schema does not allow equal entries
            people.append(person)
    return people


def _person(name: Name) -> dict[str, str]:
    if isinstance(name, Group):
        return {"name": name.name}
    parts = {
        "family-names": name.family,
        "given-names": name.given,
        "name-particle": name.non_dropping_particle,
        "name-suffix": name.suffix,
        "affiliation": "; ".join(filter(None, name.affiliations)),
        "orcid": f"https://orcid.org/{name.orcid}" if name.orcid else "",
    }
    return {label: part for label, part in parts.items() if part}


def _put(work: dict[str, Any], name: str, value: str) -> None:
    rule = RULES.get(name)
    if value and (rule is None or rule.fullmatch(value)):
        work[name] = value


def _identifiers(work: dict[str, Any], reference: Reference) -> None:
    listed: list[dict[str, str]] = []
    _put(work, "doi", "" if reference.doi is None else str(reference.doi))
    if reference.arxiv is not None:
        listed.append({"type": "other", "value": f"arXiv:{reference.arxiv}"})
    title = "" if work["title"] == UNTITLED else reference.title
    if key_of(reference.evolve(title=title)) != reference.key:
        listed.append({"type": "other", "value": reference.key, "description": KEY})
    for line in reference.extra.get("cff-identifiers", "").split("\n"):
        held = _identifier(_json(line))
        if held:
            listed.append(held)
    if listed:
        work["identifiers"] = [part for at, part in enumerate(listed) if part not in listed[:at]]
    _put(work, "url", closed_address(reference.url))


def _identifier(held: Any) -> dict[str, str]:
    """Return an identifier that was kept, as one of type other where its type forbids it."""
    if not isinstance(held, dict):
        return {}
    parts = {name: str(held[name]) for name in ("type", "value", "description") if held.get(name)}
    rule = RULES.get(parts.get("type", ""))
    if "value" not in parts:
        return {}
    if rule is None or not rule.fullmatch(parts["value"]):
        parts["type"] = "other"
    return parts


def _dates(work: dict[str, Any], reference: Reference) -> None:
    issued, accessed = reference.issued, reference.dates.get("accessed")
    if issued is not None:
        _issued(work, issued)
    if accessed is not None and RULES["date-released"].fullmatch(accessed.iso):
        work["date-accessed"] = accessed.iso
    original = reference.dates.get("original-date")
    if original is not None:
        work["year-original"] = original.iso


def _issued(work: dict[str, Any], issued: Date) -> None:
    start = issued.start
    exact = start is not None and Date(start) == issued
    if start is None or not exact or not 0 <= start.year <= 9999 or start.season is not None:
        work["issue-date"] = issued.iso
    elif start.day is not None:
        work["date-released"] = issued.iso
    else:
        work["year"] = start.year
        if start.month is not None:
            work["month"] = start.month


def _fields(work: dict[str, Any], reference: Reference) -> None:
    fields = dict(reference.fields)
    if work["type"] == "conference-paper" and "collection-title" not in fields:
        fields["collection-title"] = fields.pop("container-title", "")
    elif work["type"] == "conference-paper" and "container-title" not in fields:
        del fields["collection-title"]  # it would be read as the proceedings
    for name, variable in FIELDS.items():
        value = fields.get(variable, "")
        _put(work, name, to_plain(value) if "title" in variable else value)
    for name, variable in LISTS.items():
        parts = list(dict.fromkeys(filter(None, reference.fields.get(variable, "").split(", "))))
        rule = RULES.get(name)
        if parts and all(rule is None or rule.fullmatch(part) for part in parts):
            work[name] = parts
    start, dash, end = reference.fields.get("page", "").partition("-")
    if start and (end or not dash):
        work["start"] = start
        if end:
            work["end"] = end


def _entities(work: dict[str, Any], reference: Reference) -> None:
    fields = reference.fields
    for name, variable in ENTITIES.items():
        if name == "institution" or not fields.get(variable, "").strip():
            continue
        label = "institution" if name == "publisher" and reference.type in _SCHOOLS else name
        work[label] = {"name": fields[variable]}
    for name, variable in PLACES.items():
        if name in work and fields.get(variable, "").strip():
            work[name]["location"] = fields[variable]
    date = reference.dates.get("event-date")
    if "conference" in work and date is not None and date.start is not None:
        ends = {"date-start": date.start, "date-end": date.end}
        said = {label: moment.iso for label, moment in ends.items() if moment is not None}
        if all(RULES["date-released"].fullmatch(text) for text in said.values()):
            work["conference"] |= said


_SCHOOLS: Final = frozenset({"thesis"})


def _kept(work: dict[str, Any], reference: Reference) -> None:
    for name, value in reference.extra.items():
        field = name.removeprefix("cff-")
        if field == name or field not in _KEPT or field in work:
            continue
        held = _json(value)
        if field in _LISTED or field == "license":
            if isinstance(held, list) or (field == "license" and value.strip()):
                work[field] = held if isinstance(held, list) else value
        elif field == "institution":
            work[field] = {"name": value}
        else:
            _put(work, field, value)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
