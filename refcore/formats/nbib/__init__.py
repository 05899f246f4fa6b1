"""NBIB, PubMed's and MEDLINE's tagged format, to a library; it is not written.

read(text, path=None) -> Library
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from refcore.diagnostics import Diagnostic, Location
from refcore.errors import UnreadableInput
from refcore.formats.bounds import bounded
from refcore.formats.draft import add
from refcore.formats.findings import Findings
from refcore.formats.nbib.reader import reference_from
from refcore.formats.tagged import Record, Tagged, lines_of
from refcore.model.library import Library
from refcore.text.patterns import regex

__all__ = ["read"]

_TAG: Final = regex(r"([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)", re.DOTALL)
_FIRST: Final = ("PMID", "OWN", "STAT", "TI", "JT", "FAU")


def read(text: str, path: str | None = None) -> Library:
    """Read records of PubMed; the keys are ``pmid`` and the number, if there is one.

    Raises `UnreadableInput` for a text without a tagged line of MEDLINE's.

    >>> library = read("PMID- 12\\nTI  - Of mice\\n      and men.\\nDP  - 2020 Oct")
    >>> library["pmid12"].title, library["pmid12"].issued
    ('Of mice and men', Date('2020-10'))
    """
    library = Library(path=path)
    for record in bounded(_records(text, library), text, library, _line):
        findings = Findings(location=Location(path, record[0].line))
        reference, stated = reference_from(record, findings)
        add(library, reference, findings, stated=stated)
    if not len(library) and text.strip():
        raise UnreadableInput(f"{path or 'input'}: not NBIB: no line begins a record with 'PMID- '")
    return library


def _line(record: list[Tagged]) -> int:
    return record[0].line


def _records(text: str, library: Library) -> Iterator[list[Tagged]]:
    record = Record()
    for number, line in lines_of(text):
        match = _TAG.fullmatch(line)
        if match is not None and (match[0][4:5] == "-" or match[1] in (*_FIRST, "ISSN", "ISBN")):
            if match[1] == "PMID" and "PMID" in record.tags:
                yield record.tagged()
                record = Record()
            record.add(Tagged(match[1], match[2].strip(), number))
        elif record.parts and line.startswith("  ") and line.strip():
            record.extend(line.strip())
        elif line.strip():
            where = Location(library.path, number)
            library.diagnostics.append(
                Diagnostic("a line without a tag such as 'TI  - '; left out", where)
            )
        elif record.parts and "PMID" not in record.tags:
            if not record.tags.isdisjoint(_FIRST):
                yield record.tagged()
            record = Record()
    if not record.tags.isdisjoint(_FIRST):
        yield record.tagged()
