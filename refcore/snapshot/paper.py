"""One line of the snapshot as a row of the index, and a row as a record."""

from __future__ import annotations

import datetime
import functools
import json
import re
from typing import Any, NamedTuple

from refcore.arxiv.record import ArxivRecord, looks_withdrawn
from refcore.errors import InvalidDate, InvalidIdentifier
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi
from refcore.snapshot.keys import id_of, number_of
from refcore.snapshot.people import author_lines, read_author_lines

__all__ = ["SOURCE", "BadLine", "Row", "parse_line", "record_of"]

SOURCE = "arXiv metadata snapshot"
_MOST_VERSIONS = 10_000
_MONTHS = {
    name: number
    for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
}
_HALF_PAIR = re.compile("[\ud800-\udfff]")


class BadLine(ValueError):
    """A line that gives no record; the message says why."""


class Row(NamedTuple):
    """What the index keeps of a paper: what a verification needs, dates as YYYYMMDD."""

    number: int
    version: int
    title: str
    authors: str
    published: int | None
    updated: int | None
    categories: str
    doi: str | None
    journal_ref: str | None
    comment: str | None
    withdrawn: int


def parse_line(line: bytes) -> tuple[Row, str]:
    """Read a line; gives the row and the day of the paper's last change in the snapshot.

    The comment is kept only of a paper that is withdrawn.
    Raises `BadLine` for a line that is no JSON object or lacks the id, the
    title, the authors or the versions.

    >>> parse_line(b'{"id": "2506.13585"}')
    Traceback (most recent call last):
    refcore.snapshot.paper.BadLine: 2506.13585: it has no title
    """
    values = _object(line)
    number = _number(values.get("id"))
    try:
        row = _row(number, values)
    except ValueError as fault:
        raise BadLine(f"{values['id']}: it has {fault}") from None
    if not all(map(str.isascii, filter(None, row[2:4] + row[6:10]))):
        row = _whole(row, line)
    return row, _text(values.get("update_date"))[:10]


def _object(line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line.decode())
    except UnicodeDecodeError as fault:
        raise BadLine(f"byte {fault.start + 1} is not UTF-8") from None
    except (ValueError, RecursionError):
        raise BadLine(f"it is no JSON: {_beginning(line)}") from None
    if not isinstance(values, dict):
        raise BadLine(f"expected a JSON object, found {_beginning(line)}")
    return values


def _beginning(line: bytes) -> str:
    text = line[:60].decode(errors="replace")
    return repr(text + ("…" if len(line) > 60 else ""))


def _number(name: Any) -> int:
    if not isinstance(name, str):
        raise BadLine("it has no id")
    try:
        return number_of(ArxivId(name))
    except (InvalidIdentifier, LookupError) as fault:
        raise BadLine(str(fault)) from None


def _row(number: int, values: dict[str, Any]) -> Row:
    title = _text(values.get("title"))
    if not title:
        raise ValueError("no title")
    version, first, latest = _versions(values.get("versions"))
    authors = author_lines(values.get("authors_parsed"), values.get("authors"))
    comment = values.get("comments")
    withdrawn = _is_withdrawn(comment, values.get("abstract"))
    return Row(
        number,
        version,
        title,
        authors,
        first,
        latest,
        _text(values.get("categories")),
        _text(values.get("doi")).partition(" ")[0] or None,
        _text(values.get("journal-ref")) or None,
        (_text(comment) or None) if withdrawn else None,
        int(withdrawn),
    )


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _whole(row: Row, line: bytes) -> Row:
    """Put a replacement character where JSON has half a surrogate pair, which SQLite refuses."""
    if b"\\ud" not in line and b"\\uD" not in line:
        return row
    return Row._make(_HALF_PAIR.sub("\ufffd", v) if isinstance(v, str) else v for v in row)


def _is_withdrawn(comment: Any, abstract: Any) -> bool:
    said = comment if isinstance(comment, str) else ""
    head = abstract[:300] if isinstance(abstract, str) else ""
    # Most papers are spared the search.
    if "withdraw" not in said.lower() and "withdraw" not in head.lower():
        return False
    return looks_withdrawn(said, head)


def _versions(versions: Any) -> tuple[int, int | None, int | None]:
    """Give the latest version, the day of the first and the day of the latest."""
    try:
        days = {int(entry["version"].removeprefix("v")): entry.get("created") for entry in versions}
        latest = max(days)
    except (TypeError, KeyError, AttributeError, ValueError):
        raise ValueError("no list of versions") from None
    if not 1 <= latest <= _MOST_VERSIONS:
        raise ValueError(f"the version {latest}")
    first, last = (
        _day(created[:16]) if isinstance(created, str) else None
        for created in (days.get(1), days[latest])
    )
    return latest, first, last


@functools.lru_cache(maxsize=16_384)
def _day(created: str) -> int | None:
    """Read ``Mon, 2 Apr 2007``, and any hour behind it, as 20070402."""
    try:
        _, day, month, year, *_ = created.split()
        moment = datetime.date(int(year), _MONTHS[month], int(day))
    except (LookupError, ValueError):
        return None
    return moment.year * 10_000 + moment.month * 100 + moment.day


def record_of(row: Row, retrieved: str) -> ArxivRecord:
    """Give the record of a row; raises `ValueError` where the row is damaged."""
    categories = row.categories.split()
    return ArxivRecord(
        id_of(row.number, row.version),
        row.title,
        read_author_lines(row.authors),
        published=_date(row.published),
        updated=_date(row.updated),
        primary_category=categories[0] if categories else "",
        categories=tuple(categories),
        comment=row.comment or "",
        journal_ref=row.journal_ref or "",
        doi=_doi(row.doi),
        is_withdrawn=bool(row.withdrawn),
        source=SOURCE,
        retrieved=retrieved,
    )


def _date(day: int | None) -> Date | None:
    try:
        return Date.of(day // 10_000, day // 100 % 100, day % 100) if day else None
    except InvalidDate as fault:
        raise ValueError(str(fault)) from fault


def _doi(name: str | None) -> Doi | None:
    try:
        return Doi.parse(name) if name else None
    except InvalidIdentifier:
        return None
