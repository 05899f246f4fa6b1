"""A line of arXiv's metadata snapshot as a row of the index, and a row as a record."""

from __future__ import annotations

import datetime
import functools
import re
from typing import Any, NamedTuple

from refcore.errors import InvalidDate, InvalidIdentifier
from refcore.index.people import author_lines, read_author_lines
from refcore.index.row import BadRecord, Row, one_line
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi
from refcore.records.record import Record, looks_withdrawn
from refcore.sources.arxiv.record import arxiv_record
from refcore.text.months import BY_START

__all__ = ["SOURCE", "read_object", "record_of"]

SOURCE = "arXiv metadata snapshot"
_MOST_VERSIONS = 10_000
# Most ids have this form and need no further check: 0801.0001 to 2912.99999.
_PLAIN_ID = re.compile(
    r"(?:(?:0[89]|1[0-4])(?:0[1-9]|1[0-2])\.(?!0000)[0-9]{4}"
    r"|(?:1[5-9]|2[0-9])(?:0[1-9]|1[0-2])\.(?!00000)[0-9]{5})"
)


def read_object(values: dict[str, Any]) -> tuple[Row, str]:
    """Return the row of a line, and the day of the paper's last change in the snapshot.

    The comment is kept only of a paper that is withdrawn.
    Raises `BadRecord` for a line that lacks the id, the title, the authors or the versions.

    >>> read_object({"id": "2506.13585"})
    Traceback (most recent call last):
    refcore.index.row.BadRecord: 2506.13585: it has no title
    """
    name = _id(values.get("id"))
    try:
        row = _row(name, values)
    except ValueError as fault:
        raise BadRecord(f"{values['id']}: it has {fault}") from None
    return row, one_line(values.get("update_date"))[:10]


def _id(name: Any) -> str:
    if not isinstance(name, str):
        raise BadRecord("it has no id")
    if _PLAIN_ID.fullmatch(name):
        return name
    try:
        return ArxivId(name).bare
    except InvalidIdentifier as fault:
        raise BadRecord(str(fault)) from None


def _row(name: str, values: dict[str, Any]) -> Row:
    title = one_line(values.get("title"))
    if not title:
        raise ValueError("no title")
    versions = _versions(values.get("versions"))
    authors = author_lines(values.get("authors_parsed"), values.get("authors"))
    comment = values.get("comments")
    rest: dict[str, Any] = {"published": versions.published, "updated": versions.updated}
    rest["categories"] = one_line(values.get("categories"))
    if journal := one_line(values.get("journal-ref")):
        rest["journal-ref"] = journal
    if _is_withdrawn(comment, values.get("abstract")):
        rest["withdrawn"] = one_line(comment)
    doi = one_line(values.get("doi")).partition(" ")[0]
    year = versions.published // 10_000 if versions.published else None
    return Row("arxiv", name, versions.latest, title, authors, "article", "", "", year, doi, rest)


def _is_withdrawn(comment: Any, abstract: Any) -> bool:
    said = comment if isinstance(comment, str) else ""
    head = abstract[:300] if isinstance(abstract, str) else ""
    # Most papers do not need the search.
    if "withdraw" not in said.lower() and "withdraw" not in head.lower():
        return False
    return looks_withdrawn(said, head)


class _Versions(NamedTuple):
    """The number of the latest version, and the days of the first and of the latest."""

    latest: int
    published: int | None
    updated: int | None


def _versions(versions: Any) -> _Versions:
    try:
        days = {int(entry["version"].removeprefix("v")): entry.get("created") for entry in versions}
        latest = max(days)
    except (TypeError, KeyError, AttributeError, ValueError):
        raise ValueError("no list of versions") from None
    if not 1 <= latest <= _MOST_VERSIONS:
        raise ValueError(f"the version {latest}")
    published, updated = (
        _day(created[:16]) if isinstance(created, str) else None
        for created in (days.get(1), days[latest])
    )
    return _Versions(latest, published, updated)


@functools.lru_cache(maxsize=16_384)
def _day(created: str) -> int | None:
    """Read ``Mon, 2 Apr 2007``, and any hour after it, as 20070402.

    >>> _day("Mon, 2 Apr 2007"), _day("2 April")
    (20070402, None)
    """
    try:
        _, day, month, year, *_ = created.split()
        moment = datetime.date(int(year), BY_START[month.lower()], int(day))
    except (LookupError, ValueError):
        return None
    return moment.year * 10_000 + moment.month * 100 + moment.day


def record_of(row: Row, retrieved: str, asked: ArxivId | None = None) -> Record:
    """Return the record of a row; raises `ValueError` where the row is damaged.

    `asked` is the id by which the row was found, if it was.
    """
    rest = row.rest or {}
    categories = str(rest.get("categories", "")).split()
    return arxiv_record(
        asked.with_version(row.version) if asked else ArxivId(row.key, row.version),
        row.title,
        read_author_lines(row.authors),
        published=_date(rest.get("published")),
        updated=_date(rest.get("updated")),
        primary_category=categories[0] if categories else "",
        categories=tuple(categories),
        comment=rest.get("withdrawn", ""),
        journal_ref=rest.get("journal-ref", ""),
        doi=_doi(row.doi),
        is_withdrawn="withdrawn" in rest,
        source=SOURCE,
        retrieved=retrieved,
    )


@functools.lru_cache(maxsize=16_384)
def _date(day: int | None) -> Date | None:
    try:
        return Date.of(day // 10_000, day // 100 % 100, day % 100) if day else None
    except InvalidDate as fault:
        raise ValueError(str(fault)) from fault


def _doi(name: str) -> Doi | None:
    try:
        return Doi.parse(name) if name else None
    except InvalidIdentifier:
        return None
