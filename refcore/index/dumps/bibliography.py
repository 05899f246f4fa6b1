"""What dblp, the ACL Anthology and files of their form have in common: rows of a bibliography."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from refcore.index.row import BadRecord, Row, year_of

__all__ = ["BOOKS", "SKIPPED", "lines_of", "plain_doi", "row_of", "without_number"]

# BibTeX's types and dblp's elements as types of CSL.
_TYPES: Final = {
    "article": "article-journal",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "proceedings": "book",
    "incollection": "chapter",
    "inbook": "chapter",
    "book": "book",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
    "data": "dataset",
    "misc": "document",
}
# Kinds whose editors are those of the whole volume.
BOOKS: Final = frozenset(("book", "proceedings"))
# Pages of persons and of streams, which dblp keeps among its records.
SKIPPED: Final = frozenset(("www", "person"))
_DIGIT: Final = re.compile("[0-9]")
_PREPRINTS: Final = frozenset(("corr", "arxiv"))


def without_number(name: str) -> str:
    """Return a name without the number by which dblp tells people of one name apart.

    >>> without_number("Wei Wang 0001")
    'Wei Wang'
    """
    return name[:-5] if name[-4:].isdigit() and name[-5:-4] == " " else name


def plain_doi(text: str) -> str:
    """Return a DOI in lower case without its address, or nothing where the text has none.

    >>> plain_doi("https://doi.org/10.1000/ABC")
    '10.1000/abc'
    """
    at = text.find("10.")
    doi = text[at:].casefold() if at >= 0 else ""
    return doi if "/" in doi and " " not in doi else ""


def lines_of(names: Sequence[str]) -> str:
    r"""Return names one a line, without the numbers of `without_number`.

    >>> lines_of(["Bo Fei 0001", "Ada Berg"])
    'Bo Fei\nAda Berg'
    """
    text = "\n".join(names)
    # Most lists have no digit, and so no such number.
    return "\n".join(map(without_number, names)) if _DIGIT.search(text) else text


def row_of(
    source: str,
    key: str,
    kind: str,
    title: str,
    names: Sequence[str],
    *,
    venue: str,
    year: object,
    doi: str,
    fields: Mapping[str, str],
) -> Row:
    """Return a row; raises `BadRecord` for a record without a title."""
    if not title:
        raise BadRecord(f"{key}: it has no title")
    if title.endswith(".") and not title.endswith(".."):
        title = title[:-1]
    found = _TYPES.get(kind, "document")
    if found == "article-journal" and venue.casefold() in _PREPRINTS:
        found = "article"
    return Row(
        source,
        key,
        0,
        title,
        lines_of(names),
        found,
        venue,
        key.rpartition("/")[0],
        year_of(year),
        plain_doi(doi),
        dict(fields) or None,
    )
