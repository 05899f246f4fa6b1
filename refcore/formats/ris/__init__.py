"""RIS texts to libraries and back.

read(text, path=None) -> Library        write(references) -> str
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import UnreadableInput
from refcore.formats.bounds import bounded
from refcore.formats.draft import add, keys_apart
from refcore.formats.findings import Findings
from refcore.formats.ris.fields import TAGS
from refcore.formats.ris.habits import LONG_TAGS
from refcore.formats.ris.reader import reference_from
from refcore.formats.ris.writer import lines, one_line
from refcore.formats.tagged import Record, Tagged, lines_of
from refcore.model.library import Library
from refcore.model.reference import Reference
from refcore.text.patterns import regex

__all__ = ["read", "write"]

# A tag, two spaces, a dash and a space; a known tag may lack a space or have a tab or another dash.
_TAG: Final = regex(r"\s{0,3}([A-Z][A-Z0-9])  ?-(?: (.*)|\s*)", re.DOTALL)
_LOOSE: Final = regex(r"\s{0,3}([A-Z][A-Z0-9])\s{1,4}[-–][^\S\r\n]*(.*)", re.DOTALL)
_LONG: Final = regex(rf"\s{{0,3}}({'|'.join(LONG_TAGS)})\s{{1,3}}[-–]\s+(\S.*)", re.DOTALL)
_ENDS: Final = regex(r"\s{0,3}(TY|ER)\s{0,4}[-–](?:\s+(.*)|\s*)", re.DOTALL)
# A file in which no record begins with "TY  - ", but all with "ty  - " or "TY- ".
_USUAL: Final = regex(r"(?m)^\s{0,3}TY\s{1,4}[-–]")
_UNUSUAL: Final = regex(r"(?m)^\s{0,3}(?:ty\s{0,4}|TY)-[ \t]*\w")
_ANY_TAG: Final = regex(r"(?m)^[ \t]{0,3}([A-Za-z][A-Za-z0-9])[ \t]{0,4}-(?:[ \t]|$)")
# Tags of fields: all but those that begin and end a record.
_OF_FIELDS: Final = TAGS - {"TY", "ER"}
# Values of these tags are written one per line.
_LISTS: Final = frozenset({"KW", "AU", "A1", "A2", "A3", "A4", "ED", "UR"})


def read(text: str, path: str | None = None) -> Library:
    """Read a RIS text: records from ``TY`` to ``ER``, one tag a line.

    A line without a tag belongs to the value before it. Whatever is odd is a
    diagnostic with key and line; raises `UnreadableInput` for a text without
    any ``TY`` line.

    >>> library = read("TY  - BOOK\\nAU  - Knuth, Donald\\nTI  - The TeXbook\\nPY  - 1984\\nER  - ")
    >>> library["knuth1984texbook"]
    Reference('knuth1984texbook', 'book', 'The TeXbook', 1 author)
    """
    library = Library(path=path)
    if not _USUAL.search(text) and _UNUSUAL.search(text):
        text = _ANY_TAG.sub(lambda match: f"{match[1].upper()}  - ", text)
        _note(library, 1, "tags in lower case or without spaces; read as 'TY  - '")
    started = False
    for record in bounded(_records(text, library), text, library, _line):
        started = True
        findings = Findings(location=Location(path, record[0].line))
        reference, stated = reference_from(record, findings)
        add(library, reference, findings, stated=stated)
    if not started and text.strip():
        raise UnreadableInput(f"{path or 'input'}: not RIS: no line begins a record with 'TY  - '")
    return library


def write(references: Iterable[Reference]) -> str:
    """Write references as RIS.

    >>> print(write([Reference("a", "book", "One")]), end="")
    TY  - BOOK
    ID  - a
    TI  - One
    ER  -
    <BLANKLINE>
    """
    return "".join(
        "".join(f"{tag}  - {value}\n" for tag, value in lines(reference)) + "\n"
        for reference in keys_apart(references, _written_key)
    )


def _written_key(key: str) -> str:
    return one_line(key) or "item"


def _line(record: list[Tagged]) -> int:
    return record[0].line


def _tagged(number: int, line: str) -> Tagged | None:
    # Most lines follow the format exactly and need no pattern.
    if line[2:6] == "  - " and line[:2] in TAGS:
        return Tagged(line[:2], line[6:].strip(), number)
    match = _TAG.fullmatch(line)
    if match is not None:
        tag, value = match.groups()
        if tag in TAGS or line.lstrip()[2:4] == "  ":
            return Tagged(tag, value.strip() if value else "", number)
    match = _LOOSE.fullmatch(line) or _ENDS.fullmatch(line)
    if match is not None and match[1] in TAGS:
        return Tagged(match[1], (match[2] or "").strip(), number)
    match = _LONG.fullmatch(line)
    return Tagged(LONG_TAGS[match[1]], match[2].strip(), number) if match else None


def _add_early(early: Record, found: Tagged | None, line: str, number: int) -> None:
    """Add a line before TY to the fields of its record."""
    if found is not None:
        early.add(found)
    elif early.parts:
        _continue(early, line, number)


# A call for each line would slow the reader: so the cases stand in one loop.
def _records(text: str, library: Library) -> Iterator[list[Tagged]]:
    record: Record | None = None
    early = Record()  # lines before TY, where some programs put the first fields of a record
    parts: list[Tagged] = []  # those of the record
    make = tuple.__new__
    for number, line in lines_of(text):
        # Most lines are exactly a field of a record, and are taken here without a call.
        if line[2:6] == "  - " and record is not None and (tag := line[:2]) in _OF_FIELDS:
            parts.append(make(Tagged, (tag, line[6:].strip(), number)))
            continue
        found = _tagged(number, line) if line else None
        if found is not None and found.tag == "TY":
            if record is not None:
                _note(library, number, "a record without 'ER  - ' before the next one")
                yield record.tagged()
            record = _begun(found, early, library)
            parts, early = record.parts, Record()
        elif record is None:
            if found is not None and found.tag == "ER":
                _left_out(early, library)
                early = Record()
            else:
                _add_early(early, found, line.strip(), number)
        elif found is None:
            _continue(record, line.strip(), number)
        elif found.tag == "ER":
            yield record.tagged()
            record = None
        else:
            record.add(found)
    _left_out(early, library)
    if record is not None:
        _note(library, record.parts[-1].line, "the last record has no 'ER  - '")
        yield record.tagged()


def _begun(first: Tagged, early: Record, library: Library) -> Record:
    """Begin a record with TY; the lines before it belong to it."""
    record = Record()
    record.add(first)
    for entry in early.tagged():
        record.add(entry)
    if early.parts:
        line = early.parts[0].line
        _note(
            library,
            line,
            f"{early.parts[0].tag} before 'TY  - ', expected after it; read anyway",
        )
    return record


def _left_out(early: Record, library: Library) -> None:
    for entry in early.parts:
        _note(
            library,
            entry.line,
            f"{entry.tag} outside a record, expected between TY and ER; left out",
        )


def _continue(record: Record, text: str, line: int) -> None:
    if not text:
        return
    if record.last in _LISTS:
        record.add(Tagged(record.last, text, line))
    elif record.last != "TY":
        record.extend(text)


def _note(library: Library, line: int, message: str) -> None:
    where = Location(library.path, line)
    library.diagnostics.append(Diagnostic(message, where, severity=Severity.WARNING))
