"""CSL's items in YAML, as pandoc has them in documents and files, and Better BibTeX writes them.

Source: *Pandoc User's Guide*, "Specifying bibliographic data".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from refcore.formats.csljson import add_item
from refcore.formats.csljson.scan import ItemAt
from refcore.model.library import Library
from refcore.model.reference import DATE_ROLES, NAME_ROLES
from refcore.text.emphasis import marked_up

__all__ = ["read_items"]

# Fields in which a star does not mean emphasis.
_PLAIN: Final = frozenset(("id", "type", "URL", "DOI", "PMID", "PMCID", "ISBN", "ISSN", "language"))
_PARTS: Final = ("year", "month", "day")


def read_items(items: Iterable[Any], path: str | None = None) -> Library:
    """Read the items of a list, as `yamltext` gives them; what is no item is left out.

    >>> found = read_items([{"id": "a", "type": "book", "title": "On *moss* and H~2~O",
    ...     "author": {"family": "Ash"}, "issued": {"year": "2018"}}])
    >>> found["a"].title, str(found["a"].authors[0]), found["a"].year
    ('On <i>moss</i> and H<sub>2</sub>O', 'Ash', 2018)
    """
    library = Library(path=path)
    for number, one in enumerate(items, start=1):
        if isinstance(one, dict):
            item = {name: _value(name, part) for name, part in one.items() if part is not None}
            line, repeated = getattr(one, "line", 1), tuple(getattr(one, "repeated", ()))
            add_item(library, number, ItemAt(item, line, repeated))
    return library


def _value(name: str, part: Any) -> Any:
    if name in DATE_ROLES:
        return _date(part)
    if isinstance(part, dict) or (isinstance(part, str) and name in NAME_ROLES):
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
