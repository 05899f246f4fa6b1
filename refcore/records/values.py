"""Records as JSON values, as stored in lock files and the cache, format 1 included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Any

from refcore.errors import InvalidDate, InvalidIdentifier
from refcore.latex import decode
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi, Identifier, read_identifier
from refcore.model.reference import CSL_TYPES, NAME_ROLES
from refcore.records.record import Notice, Record, RecordAuthor, Relation

__all__ = ["record_from_values", "record_to_values"]

_LONG = ("summary",)


def record_to_values(record: Record, *, summary: bool = True) -> dict[str, Any]:
    """Return a record as JSON values, empty ones left out; `record_from_values` reads them.

    Without `summary` the abstract stays out.
    """
    details = {k: v for k, v in record.details.items() if summary or k not in _LONG}
    values: dict[str, Any] = {
        "id": record.id.tagged,
        "source": record.source,
        "type": record.type,
        "title": record.title,
        "titles": list(record.titles),
        "authors": [_author_value(author) for author in record.authors],
        "partial": record.is_partial,
        "roles": {role: [_author_value(a) for a in who] for role, who in record.roles.items()},
        "dates": {kind: date.iso for kind, date in record.dates.items()},
        "fields": dict(record.fields),
        "ids": [found.tagged for found in record.ids],
        "notices": [_notice_value(notice) for notice in record.notices],
        "relations": [{"kind": r.kind, "id": r.id.tagged} for r in record.relations],
        "details": details,
        "via": record.via,
        "retrieved": record.retrieved,
        "about": list(record.about),
    }
    always = ("title", "authors")
    return {name: value for name, value in values.items() if value or name in always}


def record_from_values(values: Mapping[str, Any]) -> Record:
    """Read what `record_to_values` returned, or a record of format 1.

    Raises `ValueError` (also as `InvalidIdentifier` or `InvalidDate`) that names the wrong
    value.
    """
    if "version" in values or ("id" in values and "source" not in values):
        return _from_format_1(values)
    _check(values, _TYPES, ("id", "source", "title", "authors"))
    if not values["source"].strip():
        raise ValueError("'source' is empty, expected the name of a source")
    kind, roles = values.get("type", "document"), values.get("roles", {})
    _check_known("type", [kind], CSL_TYPES)
    _check_known("roles", roles, NAME_ROLES - {"author"})
    return Record(
        id=_identifier("id", values["id"]),
        source=values["source"],
        type=kind,
        title=values["title"],
        titles=_texts("titles", values),
        authors=_authors(values["authors"]),
        is_partial=values.get("partial", False),
        roles={role: _authors(who) for role, who in roles.items()},
        dates={kind: _date(kind, text) for kind, text in values.get("dates", {}).items()},
        fields=_named_texts("fields", values),
        ids=tuple(_identifier("ids", text) for text in _texts("ids", values)),
        notices=tuple(_notice(item) for item in values.get("notices", ())),
        relations=tuple(_relation(item) for item in values.get("relations", ())),
        details=_named_texts("details", values),
        via=values.get("via", ""),
        retrieved=values.get("retrieved", ""),
        about=_texts("about", values),
    )


_TYPES: dict[str, tuple[type, str]] = {
    "id": (str, "a text"),
    "source": (str, "a text"),
    "type": (str, "a text"),
    "title": (str, "a text"),
    "titles": (list, "a list of texts"),
    "authors": (list, "a list"),
    "partial": (bool, "true or false"),
    "roles": (dict, "lists of names by role"),
    "dates": (dict, "ISO dates by kind"),
    "fields": (dict, "texts by name"),
    "ids": (list, "a list of texts"),
    "notices": (list, "a list"),
    "relations": (list, "a list"),
    "details": (dict, "texts by name"),
    "via": (str, "a text"),
    "retrieved": (str, "a text"),
    "about": (list, "a list of texts"),
}
_TEXTS_1 = ("primary_category", "summary", "comment", "journal_ref", "source", "retrieved")
_TYPES_1: dict[str, tuple[type, str]] = {
    "id": (str, "a text"),
    "version": (int, "a number"),
    "title": (str, "a text"),
    "authors": (list, "a list"),
    "published": (str, "an ISO date"),
    "updated": (str, "an ISO date"),
    "doi": (str, "a text"),
    "withdrawn": (bool, "true or false"),
    "categories": (list, "a list of texts"),
    "about": (list, "a list of texts"),
    **dict.fromkeys(_TEXTS_1, (str, "a text")),
}


def _from_format_1(values: Mapping[str, Any]) -> Record:
    """Read a record from a lock file of format 1, where all are arXiv's."""
    _check(values, _TYPES_1, ("id", "version", "title", "authors"))
    comment, doi = values.get("comment", ""), values.get("doi")
    dates = {"issued": "published", "updated": "updated"}
    names = ("primary_category", "comment", "journal_ref", "summary")
    return Record(
        id=ArxivId(values["id"], values["version"]),
        source="arxiv",
        type="article",
        title=decode(values["title"]),
        authors=_authors(values["authors"]),
        dates={k: _date(name, values[name]) for k, name in dates.items() if values.get(name)},
        notices=(Notice("withdrawn", by="arXiv", text=comment),) if values.get("withdrawn") else (),
        relations=(Relation("article", Doi(doi)),) if doi else (),
        details={
            **{name: values.get(name, "") for name in names},
            "categories": " ".join(_texts("categories", values)),
        },
        via=values.get("source", ""),
        retrieved=values.get("retrieved", ""),
        about=_texts("about", values),
    )


def _check(
    values: Mapping[str, Any], types: Mapping[str, tuple[type, str]], needed: tuple[str, ...]
) -> None:
    for name in needed:
        if name not in values:
            raise ValueError(f"{name!r} is missing")
    for name, value in values.items():
        if name not in types:
            raise ValueError(f"{name!r} is not known here, expected one of {', '.join(types)}")
        kind, words = types[name]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise ValueError(f"{name!r} is {value!r}, expected {words}")


def _check_known(name: str, words: Iterable[str], known: Set[str]) -> None:
    """Raise for a type or a role that no `Reference` can have."""
    for word in words:
        if word not in known:
            raise ValueError(f"{name!r} has {word!r}, which CSL does not have")


def _texts(name: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    found = values.get(name, ())
    if any(not isinstance(text, str) for text in found):
        raise ValueError(f"{name!r} is {found!r}, expected a list of texts")
    return tuple(found)


def _named_texts(name: str, values: Mapping[str, Any]) -> dict[str, str]:
    found = values.get(name, {})
    if any(not isinstance(text, str) for text in found.values()):
        raise ValueError(f"{name!r} is {found!r}, expected texts by name")
    return dict(found)


def _identifier(name: str, value: Any) -> Identifier:
    if not isinstance(value, str):
        raise ValueError(f"{name!r} is {value!r}, expected a text")
    try:
        return read_identifier(value)
    except InvalidIdentifier as fault:
        raise ValueError(f"{name!r}: {fault}") from fault


def _date(name: str, value: Any) -> Date:
    try:
        return Date.parse(value)
    except (InvalidDate, TypeError, AttributeError) as fault:
        raise ValueError(f"{name!r}: {fault}") from fault


_PARTS = ("given", "family", "suffix")


def _author_value(author: RecordAuthor) -> str | dict[str, Any]:
    is_name_alone = not (author.affiliations or author.given or author.has_parts or author.suffix)
    if is_name_alone:  # as for nearly all authors of arXiv
        return author.name
    parts: dict[str, Any] = {name: getattr(author, name) for name in _PARTS}
    parts["affiliations"] = list(author.affiliations)
    parts["group"] = author.is_group
    stated = {name: value for name, value in parts.items() if value}
    return {"name": author.name, **stated} if stated else author.name


def _authors(values: Any) -> tuple[RecordAuthor, ...]:
    if not isinstance(values, list):
        raise ValueError(f"{values!r} is not a list of names")
    return tuple(_author(value) for value in values)


def _author(value: Any) -> RecordAuthor:
    if isinstance(value, str):
        return RecordAuthor(value)
    if isinstance(value, dict) and set(value) <= {"name", "affiliations", "group", *_PARTS}:
        affiliations, is_group = value.get("affiliations", []), value.get("group", False)
        parts = {name: value[name] for name in _PARTS if name in value}
        texts = [value.get("name"), *parts.values()]
        texts += affiliations if isinstance(affiliations, list) else [None]
        if all(isinstance(text, str) for text in texts) and isinstance(is_group, bool):
            return RecordAuthor(value["name"], affiliations, is_group=is_group, **parts)
    raise ValueError(
        f"the author {value!r} is neither a name nor a name with a list of affiliations"
    )


def _notice_value(notice: Notice) -> dict[str, str]:
    values = {
        "kind": notice.kind,
        "date": notice.date.iso if notice.date else "",
        "id": notice.id.tagged if notice.id else "",
        "by": notice.by,
        "text": notice.text,
    }
    return {name: value for name, value in values.items() if value}


def _notice(item: Any) -> Notice:
    values = _plain_texts("notices", item, {"kind", "date", "id", "by", "text"})
    if not values["kind"]:
        raise ValueError("'notices': a notice without a kind")
    date, found = values.get("date"), values.get("id")
    return Notice(
        values["kind"],
        _date("notices", date) if date else None,
        _identifier("notices", found) if found else None,
        values.get("by", ""),
        values.get("text", ""),
    )


def _relation(item: Any) -> Relation:
    values = _plain_texts("relations", item, {"kind", "id"})
    return Relation(values["kind"], _identifier("relations", values.get("id", "")))


def _plain_texts(name: str, item: Any, known: set[str]) -> dict[str, str]:
    is_right = isinstance(item, dict) and "kind" in item and set(item) <= known
    if not is_right or any(not isinstance(text, str) for text in item.values()):
        raise ValueError(f"{name!r} holds {item!r}, expected texts: {', '.join(sorted(known))}")
    return dict(item)
