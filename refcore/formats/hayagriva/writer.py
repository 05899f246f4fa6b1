"""One `Reference` to a Hayagriva entry, plain YAML values."""

from __future__ import annotations

from typing import Any, Final

from refcore.formats.hayagriva.fields import FIELDS, SERIALS
from refcore.formats.hayagriva.reader import name_in, read_date
from refcore.formats.hayagriva.text import to_hay
from refcore.formats.hayagriva.types import IN_SERIES, WRITE_ROLES, WRITE_TYPES
from refcore.model.dates import Date
from refcore.model.people import Authors, Group, Name
from refcore.model.reference import Reference
from refcore.names.filed import names_from
from refcore.text.addresses import closed_address
from refcore.text.patterns import regex

__all__ = ["entry_of"]

_ADDRESS: Final = regex(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")
_LANGUAGE: Final = regex(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")
_BARE: Final = {"publisher", "publisher-place"}
# Fields that the parent states, if there is one.
_OF_PARENT: Final = ("volume", "issue", "volume-total")


def entry_of(reference: Reference) -> dict[str, Any]:
    """Return a reference as a Hayagriva entry.

    >>> entry_of(Reference("a", "article-journal", "One", fields={"container-title": "J"}))
    {'type': 'article', 'title': 'One', 'parent': {'type': 'periodical', 'title': 'J'}}
    """
    kind, parent_kind = WRITE_TYPES.get(reference.type, ("misc", ""))
    entry: dict[str, Any] = {"type": kind}
    _put(entry, "title", _title(reference.title, reference.fields.get("title-short", "")))
    _people(entry, reference)
    _date(entry, "date", reference.issued)
    _fields(entry, reference)
    _serials(entry, reference)
    _url(entry, reference)
    parent = {} if kind in IN_SERIES else _parent(reference, parent_kind)
    if parent:
        moved = {name: entry.pop(name) for name in _OF_PARENT if name in entry}
        entry["parent"] = parent | moved
    tables = (_conference(reference) if parent else {}, _series(reference, kind, bool(parent)))
    further = [table for table in tables if table]
    _put(entry.get("parent", entry), "parent", further if len(further) > 1 else (*further, None)[0])
    return entry


def _conference(reference: Reference) -> dict[str, Any]:
    """Return the conference of the proceedings that a work is in, as their parent."""
    table: dict[str, Any] = {}
    if title := reference.fields.get("event-title", ""):
        table |= {"type": "conference", "title": to_hay(title, title=True)}
        _put(table, "location", to_hay(reference.fields.get("event-place", "")))
        _date(table, "date", reference.dates.get("event-date"))
    return table


def _put(entry: dict[str, Any], name: str, value: Any) -> None:
    if value:
        entry[name] = value


def _title(title: str, short: str) -> Any:
    written = to_hay(title, title=True)
    return {"value": written, "short": to_hay(short)} if short and written else written


def _people(entry: dict[str, Any], reference: Reference) -> None:
    _put(entry, "author", _names(reference.authors))
    affiliated = []
    for role, names in reference.names.items():
        if role == "editor":
            _put(entry, "editor", _names(names))
        elif role in WRITE_ROLES and names:
            affiliated.append({"role": WRITE_ROLES[role], "names": _names(names)})
    _put(entry, "affiliated", affiliated)


def _names(names: Authors) -> list[Any]:
    return [*map(_name, names), *(["et al."] if names.others else [])]


def _name(name: Name) -> Any:
    if isinstance(name, Group):
        same = names_from([name.name], name_in) == Authors([name])
        return name.name if same else {"name": name.name}
    parts = [name.full_family, name.given, *([name.suffix] if name.suffix else [])]
    text = ", ".join(parts if name.given or name.suffix else parts[:1])
    if name_in(text) == name and name.family and name.given:
        return text
    if not name.given and not name.suffix and not name.non_dropping_particle:
        return text
    prefix = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))
    found = {
        "name": name.family or name.given,
        "given-name": name.given if name.family else "",
        "prefix": prefix,
        "suffix": name.suffix,
    }
    return {label: part for label, part in found.items() if part}


def _date(entry: dict[str, Any], name: str, date: Date | None) -> None:
    if date is None or date.start is None or not -9999 <= date.start.year <= 9999:
        return
    start = date.start
    if start.season is not None:
        circa = {"approximate": True} if date.circa else {}
        entry[name] = {"year": start.year, "season": start.season, **circa}
        return
    moment = Date.of(start.year, start.month, start.day, circa=date.circa)
    written = ("~" if date.circa else "") + moment.evolve(circa=False).iso
    if read_date(written) == moment:
        entry[name] = written


def _fields(entry: dict[str, Any], reference: Reference) -> None:
    fields = reference.fields
    publisher, place = (to_hay(fields.get(name, "")) for name in ("publisher", "publisher-place"))
    if publisher and place:
        entry["publisher"] = {"name": publisher, "location": place}
    else:
        _put(entry, "publisher", publisher)
        _put(entry, "location", place)
    for name, (variable, formattable) in FIELDS.items():
        value = fields.get(variable, "")
        if variable in _BARE or not value or not _allowed(variable, value):
            continue
        entry[name] = to_hay(value) if formattable else value


def _allowed(variable: str, value: str) -> bool:
    if variable in ("number-of-volumes", "number-of-pages"):
        return value.isascii() and value.isdigit()
    if variable == "language":
        return bool(_LANGUAGE.fullmatch(value))
    return variable != "dimensions"


def _serials(entry: dict[str, Any], reference: Reference) -> None:
    serials: dict[str, str] = {}
    if reference.doi is not None:
        serials["doi"] = str(reference.doi)
    if reference.arxiv is not None:
        serials["arxiv"] = str(reference.arxiv)
    for name, variable in SERIALS.items():
        _put(serials, name, reference.fields.get(variable, ""))
    serial = "version" if reference.type == "software" else "number"
    _put(serials, "serial", reference.fields.get(serial, ""))
    _put(entry, "serial-number", serials)


def _url(entry: dict[str, Any], reference: Reference) -> None:
    address = closed_address(reference.url)
    if not _ADDRESS.fullmatch(address):
        return
    date: dict[str, Any] = {}
    _date(date, "date", reference.dates.get("accessed"))
    entry["url"] = {"value": address, **date} if date else address


def _parent(reference: Reference, kind: str) -> dict[str, Any]:
    fields = reference.fields
    title = _title(fields.get("container-title", ""), fields.get("container-title-short", ""))
    authors = _names(reference.names_of("container-author"))
    if not title and not authors and not kind:
        return {}
    parent: dict[str, Any] = {"type": kind or "misc"}
    _put(parent, "title", title)
    _put(parent, "author", authors)
    return parent


def _series(reference: Reference, kind: str, contained: bool) -> dict[str, Any]:
    title = to_hay(reference.fields.get("collection-title", ""), title=True).strip()
    if not title or not (contained or kind in IN_SERIES):
        return {}
    series = {"type": "anthology", "title": title}
    _put(series, "volume", reference.fields.get("collection-number", ""))
    return series
