"""A work as it is read from the index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import attrs

from refcore.errors import InvalidDate, InvalidIdentifier
from refcore.index.jsontext import read_object
from refcore.index.people import names_in, read_author_lines
from refcore.index.row import Notice as RowNotice
from refcore.index.row import Row, one_line
from refcore.model.dates import Date
from refcore.model.frozen import FrozenDict
from refcore.model.identifiers import Doi, Identifier, read_identifier
from refcore.records.record import Notice, Record, Relation

__all__ = [
    "Proceedings",
    "fields_of",
    "names_of",
    "notices_from",
    "record_from",
    "row_from",
    "row_of",
    "titles_of",
    "venues_of",
    "years_of",
]

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
    "pmid": "PMID",
    "edition-number": "edition",
    "event": "event-title",
    "short": "container-title-short",
}


# Of the columns of a row, in their order, with and without a year and a rest.
_TYPES = frozenset(
    (str, str, int, str, str, str, str, str, year, str, rest)
    for year in (int, type(None))
    for rest in (str, type(None))
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
    """Return the row of some columns; raises `ValueError` or `TypeError` for damaged ones."""
    if tuple(map(type, values)) not in _TYPES:
        raise TypeError("a row has a value of another type than expected")
    rest = values[-1]
    if rest is None:
        return Row._make(values)
    return Row._make((*values[:-1], read_object(rest)))


def names_of(row: Row) -> tuple[str, ...]:
    """Return the author list, entry by entry, as the source writes it; the editors of a book.

    The editors count only for a book that has no authors: those of a chapter are its book's.
    """
    editors = (row.rest or {}).get("editors") if not row.authors and row.type == "book" else ""
    listed = row.authors or editors
    return names_in(listed) if isinstance(listed, str) and listed else ()


def titles_of(row: Row) -> tuple[str, ...]:
    """Return every title that the source gives."""
    # Most works have one title and one venue, and a check is quicker than a list.
    if not row.rest or "titles" not in row.rest:
        return (row.title,)
    return (row.title, *_texts(row, "titles"))


def venues_of(row: Row) -> tuple[str, ...]:
    """Return every name of the venue that the source gives, its series too."""
    rest = row.rest
    if not rest or rest.keys().isdisjoint(_VENUES):
        return (row.venue,) if row.venue else ()
    names = (row.venue, *_texts(row, "venues"), *map(rest.get, _VENUES[1:]))
    return tuple(name for name in names if isinstance(name, str) and name)


_VENUES: Final = ("venues", "series", "journal-ref", "short", "event")


def years_of(row: Row) -> dict[str, tuple[int, ...]]:
    """Return every year that the source gives, by kind."""
    stated = (row.rest or {}).get("years")
    if isinstance(stated, dict) and stated:
        return {kind: (year,) for kind, year in stated.items() if isinstance(year, int)}
    return {"issued": (row.year,)} if row.year else {}


def fields_of(row: Row) -> dict[str, str]:
    """Return volume, issue, pages and other fields that the source gives, by CSL's names."""
    rest = row.rest
    if not rest:
        return {}
    return {variable: str(rest[name]) for name, variable in _fields_in(tuple(rest)) if rest[name]}


@lru_cache(maxsize=1024)  # the rows of a source have the same few sets of names
def _fields_in(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return those of the names that are fields, in the order of `_FIELDS`, with CSL's names."""
    return tuple((name, variable) for name, variable in _FIELDS.items() if name in names)


def _texts(row: Row, name: str) -> tuple[str, ...]:
    found = (row.rest or {}).get(name)
    return tuple(text for text in found if isinstance(text, str)) if isinstance(found, list) else ()


def record_from(
    row: Row, said: Sequence[RowNotice] = (), asked: Identifier | None = None
) -> Record:
    """Return the record that a bibliography, or Crossref, has of a work.

    `said` are the notices about the work, `asked` is the identifier of a work without a DOI.
    Raises `ValueError` where the row is damaged, or has no identifier.
    """
    rest = row.rest or {}
    fields = fields_of(row)
    if row.venue:
        fields["container-title"] = row.venue
    editors = rest.get("editors", "")
    source, via = _origin(row.source)
    try:
        number = Doi.parse(row.doi) if row.doi else None
        identifier = number or asked
        if identifier is None:
            raise ValueError(f"{row.key}: it has no identifier")
        return Record.prepared(
            identifier,
            source,
            row.title,
            titles=tuple(map(one_line, titles_of(row)[1:])) if "titles" in rest else (),
            authors=read_author_lines(row.authors) if row.authors else (),
            type=row.type,
            fields=FrozenDict(fields),
            roles=FrozenDict(editor=read_author_lines(editors)) if editors else _NO_ROLES,
            relations=_relations(rest),
            dates=_dates_of(row),
            ids=(asked,) if asked is not None and asked != identifier else (),
            notices=tuple(notices_from(said)) if said else (),
            via=via,
        )
    except (InvalidIdentifier, InvalidDate) as fault:
        raise ValueError(str(fault)) from fault


_NO_ROLES: Final[FrozenDict[str, Any]] = FrozenDict()
_NO_DATES: Final[FrozenDict[str, Date]] = FrozenDict()


@lru_cache(maxsize=64)
def _origin(source: str) -> tuple[str, str]:
    """Return the name of a source, and where a record of it came from.

    >>> _origin("dblp")
    ('dblp', 'index of dblp')
    """
    return one_line(source), one_line(f"index of {source}")


def _dates_of(row: Row) -> FrozenDict[str, Date]:
    stated = row.rest.get("years") if row.rest else None
    if isinstance(stated, dict) and stated:
        return FrozenDict({k: _year(year) for k, year in stated.items() if isinstance(year, int)})
    return _issued(row.year) if row.year else _NO_DATES


# Few years and many works; a date is never changed.
_year = lru_cache(maxsize=1024)(Date.of)


@lru_cache(maxsize=1024)
def _issued(year: int) -> FrozenDict[str, Date]:
    return FrozenDict(issued=_year(year))


def _relations(rest: Mapping[str, Any]) -> tuple[Relation, ...]:
    """Return the article that a preprint became, or the preprints of an article."""
    if rest.keys().isdisjoint(_RELATED):
        return ()
    return tuple(Relation(k, read_identifier(name)) for k in _RELATED for name in rest.get(k, ()))


_RELATED: Final = ("article", "preprint")


def row_of(record: Record) -> Row:
    """Return what a record says of a work, in the form of a row."""
    series = record.fields.get("collection-title")
    rest = {
        "titles": list(record.titles),
        "series": series or "",
        "years": {kind: date.year for kind, date in record.dates.items() if kind != "updated"},
    }
    return Row(
        record.source,
        str(record.id),
        record.version,
        record.title,
        "\n".join(record.names),
        record.type,
        record.fields.get("container-title", ""),
        "",
        record.year,
        str(record.doi or ""),
        rest,
    )


# Kinds of notices that a record knows.
_KINDS = frozenset(("retracted", "withdrawn", "corrected", "concern"))


def notices_from(said: Iterable[RowNotice]) -> list[Notice]:
    """Return notices of the index as a record has them; raises `ValueError` for damaged ones.

    A retraction that was taken back later does not count.
    """
    listed = list(said)
    if not listed:  # as of most works
        return []
    back = max((one.date for one in listed if one.kind == "reinstated"), default="")
    return [
        _notice(one)
        for one in listed
        if one.kind in _KINDS and not (back and one.kind == "retracted" and one.date <= back)
    ]


def _notice(said: RowNotice) -> Notice:
    number = Doi.parse(said.notice) if said.notice else None
    date = Date.parse(said.date) if said.date else None
    return Notice(said.kind, date, number, "Retraction Watch or Crossref", said.reason)
