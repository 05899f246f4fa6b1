"""References that the head of a document holds, as pandoc has them: CSL's items in YAML.

Source: *Pandoc User's Guide*, "Specifying bibliographic data", on inline references.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from refcore.diagnostics import Diagnostic
from refcore.documents.emphasis import marked_up
from refcore.formats.csljson import read
from refcore.model.reference import DATE_ROLES, Reference

__all__ = ["merged", "read_references"]

# Fields in which a star does not mean emphasis.
_PLAIN: Final = frozenset(("id", "type", "URL", "DOI", "PMID", "PMCID", "ISBN", "ISSN", "language"))
_PARTS: Final = ("year", "month", "day")


def read_references(
    value: Any, path: str | None = None
) -> tuple[tuple[Reference, ...], list[Diagnostic]]:
    """Read the list ``references`` of a document's head; anything else holds none.

    >>> found, _ = read_references([{"id": "a", "type": "book", "title": "On *moss*",
    ...     "author": {"family": "Ash"}, "issued": {"year": "2018"}}])
    >>> found[0].title, str(found[0].authors[0]), found[0].year
    ('On <i>moss</i>', 'Ash', 2018)
    """
    listed = (
        [_item(one) for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    )
    if not listed:
        return (), []
    library = read(json.dumps(listed), path)
    return tuple(library), list(library.diagnostics)


def merged(own: Iterable[Reference], others: Iterable[Reference]) -> list[Reference]:
    """Return all references; of two with one key, the document's own is meant."""
    first = list(own)
    keys = {reference.key for reference in first}
    return [*first, *(reference for reference in others if reference.key not in keys)]


def _item(table: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(name, part) for name, part in table.items()}


def _value(name: str, part: Any) -> Any:
    if name in DATE_ROLES:
        return _date(part)
    if isinstance(part, dict):
        part = [part]  # one name
    if isinstance(part, list):
        return [_name(one) for one in part]
    return part if name in _PLAIN or not isinstance(part, str) else marked_up(part)


def _name(one: Any) -> Any:
    if isinstance(one, str):
        return {"literal": str(one)}
    if not isinstance(one, dict):
        return one
    return {part: _joined(text) for part, text in one.items()}


def _joined(text: Any) -> Any:
    return " ".join(map(str, text)) if isinstance(text, list) else text


def _date(value: Any) -> Any:
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(one, dict) and "year" in one for one in listed) or not listed:
        return value
    found: dict[str, Any] = {"date-parts": [_parts(one) for one in listed]}
    for name in ("season", "circa"):
        if name in listed[0]:
            found[name] = listed[0][name]
    return found


def _parts(one: dict[str, Any]) -> list[str]:
    return [str(one[name]) for name in _PARTS if one.get(name)]
