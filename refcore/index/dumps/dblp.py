"""dblp.xml, one piece of whole records at a time."""

from __future__ import annotations

import html.entities
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Final

from refcore.index.dumps.bibliography import BOOKS, SKIPPED, lines_of, row_of
from refcore.index.row import BadRecord, Row, one_line

__all__ = ["END", "read_piece"]

_RECORDS: Final = (
    "article|inproceedings|proceedings|book|incollection|phdthesis|mastersthesis|www|data"
)
# The end of a record: a dump is cut there.
END: Final = re.compile(rf"</(?:{_RECORDS})>\s*".encode())
_BEGIN: Final = re.compile(rf"<(?:{_RECORDS})[\s>]".encode())
_ENTITY: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_OWN: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))
_FIELDS: Final = "series publisher volume number pages isbn month school crossref".split()


def read_piece(content: bytes) -> Iterator[Row | BadRecord | None]:
    """Return the rows of a piece, and a `BadRecord` for each record that gives none.

    The entities of dblp.dtd are letters by the names of HTML; no other is known, and no
    declaration is read. A damaged record does not harm the others.
    """
    start = _BEGIN.search(content)
    if start is None:
        return
    content = content[start.start() :]
    try:
        elements = list(_parsed(content))
    except (ET.ParseError, UnicodeDecodeError):
        yield from _one_by_one(content)
        return
    for element in elements:
        yield _row(element)


def _one_by_one(content: bytes) -> Iterator[Row | BadRecord | None]:
    at = 0
    for end in END.finditer(content):
        record = content[at : end.end()]
        at = end.end()
        try:
            elements = list(_parsed(record))
        except (ET.ParseError, UnicodeDecodeError) as fault:
            yield BadRecord(f"{record[:60].decode(errors='replace')!r}: it is not XML ({fault})")
            continue
        yield from map(_row, elements)


def _parsed(content: bytes) -> Iterator[ET.Element]:
    # dblp.xml is US-ASCII with entities; a file in UTF-8 or Latin-1 is read too.
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    if "&" in text:
        text = _ENTITY.sub(_letter, text)
    end = text.rfind("</dblp>")
    yield from ET.fromstring(f"<dblp>{text[:end] if end >= 0 else text}</dblp>")  # noqa: S314 - no DTD


def _letter(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name in _OWN else html.entities.html5.get(f"{name};", match[0])


def _row(element: ET.Element) -> Row | BadRecord | None:
    if element.tag in SKIPPED or element.get("publtype") == "withdrawn":
        return None
    texts: dict[str, str] = {}
    people: dict[str, list[str]] = {"author": [], "editor": []}
    links: list[str] = []
    for child in element:
        tag = child.tag
        text = one_line("".join(child.itertext()) if len(child) else child.text or "")
        if tag in people:
            people[tag].append(text)
        elif tag == "ee":
            links.append(text)
        elif tag not in texts:
            texts[tag] = text
    doi = next((link for link in links if "doi.org/10." in link), "")
    fields = {name: texts[name] for name in _FIELDS if texts.get(name)}
    authors, editors = people["author"], people["editor"]
    if editors and element.tag in BOOKS:
        fields["editors"] = lines_of(editors)
    elif not authors:
        authors = editors
    try:
        return row_of(
            "dblp",
            element.get("key", ""),
            element.tag,
            texts.get("title", ""),
            authors,
            venue=texts.get("booktitle") or texts.get("journal") or "",
            year=texts.get("year"),
            doi=doi,
            fields=fields,
        )
    except BadRecord as fault:
        return fault
