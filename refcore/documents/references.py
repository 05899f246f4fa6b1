"""References that the head of a document holds, as pandoc has them: CSL's items in YAML.

Source: *Pandoc User's Guide*, "Specifying bibliographic data", on inline references.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from refcore.diagnostics import Diagnostic
from refcore.formats.csljson.inyaml import read_items
from refcore.model.reference import Reference

__all__ = ["merged", "read_references"]


def read_references(
    value: Any, path: str | None = None
) -> tuple[tuple[Reference, ...], list[Diagnostic]]:
    """Read the list ``references`` of a document's head; anything else holds none.

    >>> found, _ = read_references([{"id": "a", "type": "book", "title": "On *moss*",
    ...     "author": {"family": "Ash"}, "issued": {"year": "2018"}}])
    >>> found[0].title, str(found[0].authors[0]), found[0].year
    ('On <i>moss</i>', 'Ash', 2018)
    """
    library = read_items(value if isinstance(value, list) else [], path)
    return tuple(library), list(library.diagnostics)


def merged(own: Iterable[Reference], others: Iterable[Reference]) -> list[Reference]:
    """Return all references; of two with one key, the document's own is meant."""
    first = list(own)
    keys = {reference.key for reference in first}
    return [*first, *(reference for reference in others if reference.key not in keys)]
