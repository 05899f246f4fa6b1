"""The XML of the ACL Anthology: one collection of volumes a file."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from refcore.index.dumps.bibliography import plain_doi, row_of
from refcore.index.row import BadRecord, Notice, Row, one_line
from refcore.text.patterns import regex

__all__ = ["read_piece"]

# What became of a paper, as an element in it.
_NOTICES = {"retracted": "retracted", "erratum": "corrected"}


def read_piece(content: bytes) -> Iterator[Row | Notice | BadRecord | None]:
    """Yield the rows of a collection's papers and their notices; a file with a DTD is not read."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        yield BadRecord("it declares entities, which no file of the Anthology does")
        return
    try:
        collection = ET.fromstring(content)  # noqa: S314 - without a DTD nothing expands
    except ET.ParseError as fault:
        yield BadRecord(f"it is not XML: {fault}")
        return
    name = collection.get("id", "")
    for volume in collection.iter("volume"):
        meta = volume.find("meta")
        venue = _text(meta.find("booktitle")) if meta is not None else ""
        year = _text(meta.find("year")) if meta is not None else ""
        for paper in volume.iter("paper"):
            yield _row(paper, f"{name}-{volume.get('id', '')}", venue, year)
            yield from _notices(paper)


def _notices(paper: ET.Element) -> Iterator[Notice]:
    """Yield that a paper was retracted or corrected."""
    doi = plain_doi(_text(paper.find("doi")))
    for child in paper if doi else ():
        if kind := _NOTICES.get(child.tag):
            reason = _text(child) if kind == "retracted" else ""
            day = child.get("date", "")
            yield Notice(doi, kind, day if _DAY.fullmatch(day) else "", "", reason[:300])


_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


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
    # Most elements hold only text.
    return one_line("".join(element.itertext()) if len(element) else element.text or "")
