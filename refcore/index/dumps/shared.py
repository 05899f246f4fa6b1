"""JSON lines with one record of a bibliography each, as converters of dblp and others write them.

A line has ``key``, ``type`` (of BibTeX), ``title``, ``author`` and ``editor`` (lists of names),
``booktitle`` or ``journal``, ``year``, ``doi`` and further fields of BibTeX.
"""

from __future__ import annotations

from typing import Any, Final

from refcore.index.dumps.bibliography import BOOKS, SKIPPED, lines_of, row_of
from refcore.index.row import BadRecord, Row, one_line, plain_lines

__all__ = ["read_object"]

_FIELDS: Final = frozenset("series publisher volume number pages isbn pmid school eprint".split())


def read_object(values: dict[str, Any]) -> Row | None:
    """Return the row of a line, or None for what is not a work."""
    key = one_line(values.get("key"))
    if not key:
        raise BadRecord("it has no key")
    if values.get("type") in SKIPPED:
        return None
    source, colon, name = key.partition(":")
    if colon and source.isalpha():
        source, key = source.casefold(), name
    else:
        source = "shared"
    fields = {field: one_line(values[field]) for field in values if field in _FIELDS}
    kind = one_line(values.get("type")).casefold()
    authors = _names(values.get("author"))
    if "editor" in values and (editors := _names(values["editor"])):
        if kind in BOOKS:
            fields["editors"] = lines_of(editors)
        authors = authors or ([] if kind in BOOKS else editors)
    return row_of(
        "acl" if "aclanthology" in one_line(values.get("biburl")) else source,
        key,
        kind,
        one_line(values.get("title")),
        authors,
        venue=one_line(values.get("booktitle")) or one_line(values.get("journal")),
        year=values.get("year"),
        doi=one_line(values.get("doi")),
        fields=fields,
    )


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        value = value.split(" and ")
    if not isinstance(value, list):
        return []
    try:
        if plain_lines(value):
            return value
    except TypeError:
        pass  # an entry is not a text
    return [name for entry in value if (name := one_line(entry))]
