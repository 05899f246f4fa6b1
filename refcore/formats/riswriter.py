"""One `Reference` to the lines of a RIS record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from refcore.formats.cslarxiv import number_of_arxiv
from refcore.formats.filed import filed_forms, names_from
from refcore.formats.risdates import date_to_ris
from refcore.formats.risfields import BOOKS, CONFERENCES, NAMES, ROWS, WRITE_TYPES
from refcore.formats.risreader import pages, serial_variable
from refcore.model.people import Authors, Name
from refcore.model.reference import Reference

__all__ = ["lines"]

_BREAK: Final = re.compile(r"\s*[\r\n]+\s*")
_NOCASE: Final = re.compile(r'<span class="nocase">(.*?)</span>', re.DOTALL)
_EXTRA: Final = re.compile(r"ris-([a-z][a-z0-9])")
_RANGE: Final = re.compile(r"([^-–]+)-([^-–]+)")
_TAG_OF: Final = {role: tag for tag, role in reversed(NAMES.items())}


def lines(reference: Reference) -> list[tuple[str, str]]:
    """Give the lines of a record as tags and values, from ``TY`` to ``ER``.

    >>> lines(Reference("a", "figure"))
    [('TY', 'FIGURE'), ('ID', 'a'), ('ER', '')]
    """
    found = [("TY", reference.extra.get("ris-ty") or WRITE_TYPES.get(reference.type, "GEN"))]
    found.extend(_content(reference))
    clean = [(tag, _BREAK.sub(" ", value).strip()) for tag, value in found]
    return [*((tag, value) for tag, value in clean if value), ("ER", "")]


def _content(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", reference.key
    yield "TI", _marked(reference.title)
    for role, names in ({"author": reference.authors} | dict(reference.names)).items():
        if role in _TAG_OF:
            yield from ((_TAG_OF[role], text) for text in _names(names))
    yield from _dates(reference)
    yield from _pages(reference)
    yield from _rows(reference)
    for variable in ("ISBN", "ISSN"):
        value = reference.fields.get(variable, "")
        if value and serial_variable(value, reference.type) == variable:
            yield "SN", value
    if reference.doi is not None:
        yield "DO", str(reference.doi)
    if reference.arxiv is not None:
        yield "AN", number_of_arxiv(reference.arxiv)
    yield "UR", reference.url
    for name, value in reference.extra.items():
        tag = _EXTRA.fullmatch(name)
        if tag is not None and tag[1] not in ("ty", "er", "id"):
            yield from ((tag[1].upper(), line) for line in value.split("\n"))


def _marked(title: str) -> str:
    return _NOCASE.sub(r"\1", title)


def _names(names: Authors) -> Iterator[str]:
    for name in names:
        forms = filed_forms(name)
        yield next((form for form in forms if _same(form, name)), forms[-1])
    if names.others:
        yield "et al."


def _same(form: str, name: Name) -> bool:
    return names_from([form]) == Authors([name])


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    issued = reference.issued
    if issued is not None:
        if issued.year is not None and 0 <= issued.year <= 9999:
            yield "PY", f"{issued.year:04}"
        written = date_to_ris(issued)
        if not written.isdigit():
            yield "DA", written
    if "accessed" in reference.dates:
        yield "Y2", date_to_ris(reference.dates["accessed"])


def _pages(reference: Reference) -> Iterator[tuple[str, str]]:
    page = reference.fields.get("page", "")
    match = _RANGE.fullmatch(page)
    if match is not None and pages(match[1], match[2]) == page:
        yield "SP", match[1]
        yield "EP", match[2]
    elif page:
        yield "SP", page
    elif (
        reference.type in BOOKS and (count := reference.fields.get("number-of-pages", "")).isdigit()
    ):
        yield "SP", count


def _rows(reference: Reference) -> Iterator[tuple[str, str]]:
    fields = reference.fields
    conference = reference.type in CONFERENCES
    both = {"event-title", "container-title"} <= fields.keys() and conference
    places = {"event-place", "publisher-place"} <= fields.keys() and conference
    used: set[str] = set()
    if both:
        yield "T2", _marked(fields["event-title"])
        used.add("T2")
    elif conference and fields.get("container-title"):
        yield "T2", _marked(fields["container-title"])
        used |= {"T2", "container-title"}
    if places:
        yield "CY", fields["event-place"]
        used.add("CY")
    for row in ROWS:
        value = fields.get(row.variable, "")
        if not value or not row.fits(reference.type) or used & {row.tag, row.variable}:
            continue
        used |= {row.tag, row.variable}
        yield from ((row.tag, part) for part in _values(row.variable, value))


def _values(variable: str, value: str) -> list[str]:
    if variable == "note":
        return value.split("\n")
    if variable == "keyword":
        return value.split(", ")
    return [_marked(value)]
