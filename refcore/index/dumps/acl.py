"""The XML of the ACL Anthology: one collection of volumes a file."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from refcore.index.dumps.bibliography import row_of
from refcore.index.row import BadRecord, Row, one_line

__all__ = ["read_piece"]

_PREFIX = "10.18653/v1/"


def read_piece(content: bytes) -> Iterator[Row | BadRecord | None]:
    """Return the rows of a collection's papers; a document with a DTD is not read."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        yield BadRecord("it declares entities, which no file of the Anthology does")
        return
    try:
        collection = ET.fromstring(content)  # noqa: S314 - without a DTD nothing expands
    except ET.ParseError as fault:
        yield BadRecord(f"it is no XML: {fault}")
        return
    name = collection.get("id", "")
    for volume in collection.iter("volume"):
        meta = volume.find("meta")
        venue = _text(meta.find("booktitle")) if meta is not None else ""
        year = _text(meta.find("year")) if meta is not None else ""
        for paper in volume.iter("paper"):
            yield _row(paper, f"{name}-{volume.get('id', '')}", venue, year)


def _row(paper: ET.Element, volume: str, venue: str, year: str) -> Row | BadRecord:
    url = _text(paper.find("url"))
    number = paper.get("id", "")
    # Since 2020 an id is 2020.acl-main.1, before it was P19-1001: volume and paper in one number.
    old = f"{volume}{number.zfill(3 if not volume.startswith('W') else 2)}"
    key = url if url and "/" not in url else (f"{volume}.{number}" if "." in volume else old)
    try:
        row = row_of(
            "acl",
            key,
            "inproceedings",
            _text(paper.find("title")),
            [name for person in paper.findall("author") if (name := _name(person))],
            venue=venue,
            year=year,
            doi=_text(paper.find("doi")),
            fields={n: t for n in ("pages",) if (t := _text(paper.find(n)))},
        )
    except BadRecord as fault:
        return fault
    return row._replace(stream=volume)


def _name(person: ET.Element) -> str:
    # A variant in another script is a child of its own, with names again.
    first, last = _text(person.find("first")), _text(person.find("last"))
    return f"{first} {last}" if first and last else first or last


def _text(element: ET.Element | None) -> str:
    if element is None:
        return ""
    # Most elements hold text alone.
    return one_line("".join(element.itertext()) if len(element) else element.text or "")
