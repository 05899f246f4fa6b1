"""A work as it is read from the index."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import attrs

from refcore.index.people import read_author_lines
from refcore.index.row import Row
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.names import parse_list

__all__ = ["Proceedings", "names_of", "row_from", "says", "titles_of", "venues_of", "years_of"]

# Fields of a bibliography, and of Crossref, as variables of CSL.
_FIELDS = {
    "series": "collection-title",
    "publisher": "publisher",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "pages": "page",
    "page": "page",
    "article-number": "number",
    "isbn": "ISBN",
}


_NUMBER = (int, type(None))
_TEXT = (str, type(None))
# Of the columns of a row, in their order.
_TYPES: tuple[type | tuple[type, ...], ...] = (
    str,
    str,
    int,
    str,
    str,
    str,
    str,
    str,
    _NUMBER,
    str,
    _TEXT,
)


@attrs.frozen
class Proceedings:
    """What a source holds of a conference in one year: the name it gives, how many papers."""

    source: str
    stream: str
    year: int
    venue: str
    papers: int


def row_from(values: Sequence[Any]) -> Row:
    """Return the row of a query; raises `ValueError` for what is damaged."""
    row = Row(*values)
    if not all(isinstance(one, kind) for one, kind in zip(row, _TYPES, strict=True)):
        raise TypeError("a row has a value of another type than expected")
    if row.rest is None:
        return row
    rest = json.loads(row.rest) if isinstance(row.rest, str) else None
    if not isinstance(rest, dict):
        raise ValueError(f"{row.key}: its further fields are no JSON object")
    return row._replace(rest=rest)


def names_of(row: Row) -> tuple[str, ...]:
    """Return the author list, entry by entry, as the source writes it."""
    return tuple(entry.name for entry in read_author_lines(row.authors)) if row.authors else ()


def titles_of(row: Row) -> tuple[str, ...]:
    """Return every title that the source gives."""
    return (row.title, *_texts(row, "titles"))


def venues_of(row: Row) -> tuple[str, ...]:
    """Return every name of the venue that the source gives, its series too."""
    rest = row.rest or {}
    names = (row.venue, *_texts(row, "venues"), rest.get("series"), rest.get("journal-ref"))
    return tuple(name for name in names if isinstance(name, str) and name)


def years_of(row: Row) -> dict[str, tuple[int, ...]]:
    """Return every year that the source gives, by kind."""
    stated = (row.rest or {}).get("years")
    if isinstance(stated, dict) and stated:
        return {kind: (year,) for kind, year in stated.items() if isinstance(year, int)}
    return {"issued": (row.year,)} if row.year else {}


def _texts(row: Row, name: str) -> tuple[str, ...]:
    found = (row.rest or {}).get(name)
    return tuple(text for text in found if isinstance(text, str)) if isinstance(found, list) else ()


def says(row: Row) -> Reference:
    """Return what the source states, as a reference."""
    rest = row.rest or {}
    fields = {csl: str(rest[name]) for name, csl in _FIELDS.items() if rest.get(name)}
    if row.venue:
        fields["container-title"] = row.venue
    return Reference(
        row.key or "work",
        row.type,
        row.title,
        Authors(parse_list(names_of(row))),
        issued=Date.of(row.year) if row.year else None,
        arxiv=ArxivId(row.key, row.version) if row.source == "arxiv" else None,
        doi=Doi.parse(row.doi) if row.doi else None,
        fields=fields,
    )
