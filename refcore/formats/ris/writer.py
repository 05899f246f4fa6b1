"""One `Reference` to the lines of a RIS record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from refcore.formats.csljson.arxiv import number_of_arxiv
from refcore.formats.findings import Findings
from refcore.formats.ris.dates import date_to_ris
from refcore.formats.ris.fields import CONFERENCES, COUNTED, NAME_ROWS, ROWS, WRITE_TYPES
from refcore.formats.ris.habits import page_count
from refcore.formats.ris.reader import pages, reference_from, serial_variable
from refcore.formats.tagged import Tagged
from refcore.latex.escapes import unjoined
from refcore.model.dates import Date
from refcore.model.people import Authors, Name
from refcore.model.reference import Reference
from refcore.names.filed import filed_forms, names_from, read_indexed
from refcore.text.patterns import regex

__all__ = ["lines", "one_line"]

# Every character that some program reads as the end of a line.
_BREAKS: Final = regex("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NOCASE: Final = regex(r'<span class="nocase">(.*?)</span>', re.DOTALL)
_EXTRA: Final = regex(r"ris-([a-z][a-z0-9])")
_RANGE: Final = regex(r"([^-–]+)-([^-–]+)")


def lines(reference: Reference) -> list[tuple[str, str]]:
    """Return the lines of a record as tags and values, from ``TY`` to ``ER``.

    >>> lines(Reference("a", "figure"))
    [('TY', 'FIGURE'), ('ID', 'a'), ('ER', '')]
    """
    kind = reference.extra.get("ris-ty") or WRITE_TYPES.get(reference.type, "GEN")
    found = _clean([("TY", kind), *_content(reference, kind)])
    extra = _clean(_extra(reference))
    if extra and not _same_but_extra(found, [*found, *extra]):
        extra = [line for line in extra if _same_but_extra(found, [*found, line])]
    return [*found, *extra, ("ER", "")]


def one_line(text: str) -> str:
    r"""Return a value on one line, as RIS requires.

    >>> one_line("a\t\n b\u2028")
    'a b'
    """
    text = unjoined(text)
    if text.isprintable():
        return text.strip()
    parts = (part.strip() for part in _BREAKS.split(text))
    return " ".join(part for part in parts if part)


def _clean(lines: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    clean = ((tag, one_line(value)) for tag, value in lines)
    return [(tag, value) for tag, value in clean if value]


def _same_but_extra(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> bool:
    """Return whether two records read as the same work, except what has no CSL variable."""
    one, other = (
        reference_from([Tagged(tag, value, 1) for tag, value in lines], Findings())[0]
        for lines in (before, after)
    )
    return one.evolve(extra={}) == other.evolve(extra={})


def _content(reference: Reference, kind: str) -> Iterator[tuple[str, str]]:
    yield "ID", reference.key
    yield "TI", _marked(reference.title)
    for role, names in ({"author": reference.authors} | dict(reference.names)).items():
        if tag := _tag_of(role, kind):
            yield from ((tag, text) for text in _names(names))
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


def _extra(reference: Reference) -> Iterator[tuple[str, str]]:
    for name, value in reference.extra.items():
        tag = _EXTRA.fullmatch(name)
        if tag is not None and tag[1] not in ("ty", "er", "id"):
            yield from ((tag[1].upper(), line) for line in value.split("\n"))


def _tag_of(role: str, kind: str) -> str:
    """Return the tag of a role in a RIS type, empty if the format has none.

    >>> _tag_of("editor", "CHAP"), _tag_of("recipient", "PCOMM"), _tag_of("recipient", "BOOK")
    ('A2', 'A2', '')
    """
    taken: set[str] = set()
    for row in NAME_ROWS:
        if row.fits(kind) and row.tag not in taken:
            if row.role == role:
                return row.tag
            taken.add(row.tag)
    return ""


def _marked(title: str) -> str:
    end = title.rfind("</span>") + len("</span>")  # an opening tag after this has no closing one
    return _NOCASE.sub(r"\1", title[:end]) + title[end:]


def _names(names: Authors) -> Iterator[str]:
    for name in names:
        forms = filed_forms(name)
        yield next((form for form in forms if _same(form, name)), forms[-1])
    if names.others:
        yield "et al."


def _same(form: str, name: Name) -> bool:
    return names_from([form], read_indexed) == Authors([name])


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    issued = reference.issued
    if issued is not None:
        if issued.year is not None and 1 <= issued.year <= 9999:
            yield "PY", f"{issued.year:04}"
        written = date_to_ris(issued)
        if not written.isdigit():
            yield "DA", written
    if "accessed" in reference.dates:
        yield "Y2", date_to_ris(reference.dates["accessed"])
    original = reference.dates.get("original-date")
    if original is not None and original == Date.of(original.year or 0) and original.iso.isdigit():
        yield "OP", original.iso


def _pages(reference: Reference) -> Iterator[tuple[str, str]]:
    page = reference.fields.get("page", "")
    match = _RANGE.fullmatch(page)
    if match is not None and pages(match[1], match[2]) == page:
        yield "SP", match[1]
        yield "EP", match[2]
    elif page:
        yield "SP", page
    elif count := reference.fields.get("number-of-pages", ""):
        if reference.type in COUNTED and count.isdigit():
            yield "SP", count
        elif page_count(f"{count} p."):
            yield "SP", f"{count} p."


def _rows(reference: Reference) -> Iterator[tuple[str, str]]:
    fields = dict(reference.fields)  # much quicker than the frozen one where a name is absent
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
