"""What single programs write in tags of another purpose, put under the tag that is meant."""

from __future__ import annotations

import re
from typing import Final

from refcore.formats.ris.fields import EDITED, NAME_ROWS
from refcore.formats.tagged import Tagged
from refcore.text.patterns import regex

__all__ = ["LONG_TAGS", "as_meant", "page_count", "roles_of"]

# Tags of more than two letters that databases write, and the tag that is meant.
LONG_TAGS: Final = {"DOI": "DO", "ISBN": "SN", "ISSN": "SN", "PMCID": "PMCID", "PMID": "PMID"}
_Lines = dict[str, list[Tagged]]

_PAGES: Final = regex(
    r"(?:^|(?<=[-–]))(?:pages?\s+|pp?\.?\s+|pp\.?|p\.|S\.\s+)(?=[0-9ivxlcA-Z])", re.ASCII
)
_COUNT: Final = regex(
    r"((?:\[?[ivxlcdm0-9]{1,8}\]?\s?[,+]\s?){0,3}[0-9]{1,5})\s?(?:pp?\.?|pages|S\.|leaves)"
)
_JSTOR: Final = "full publication date:"
_PUBMED: Final = frozenset({"medline", "nlm", "pubmed"})
_PMID: Final = regex(r"(?:PMID:?\s*)?([1-9][0-9]{4,7})", re.IGNORECASE)
_YEAR: Final = regex(r"(?:19|20)[0-9]{2}")


def as_meant(kind: str, left: _Lines) -> None:
    """Put each value under the tag that its program meant, by RIS type.

    >>> left = {"VL": [Tagged("VL", "Ph.D.", 2)], "SP": [Tagged("SP", "pp. 3-9", 3)]}
    >>> as_meant("THES", left)
    >>> {tag: [entry.value for entry in entries] for tag, entries in left.items()}
    {'SP': ['3-9'], 'M3': ['Ph.D.']}
    """
    for tag in ("SP", "EP"):
        if tag in left and not left[tag][0].value[0].isdigit():
            left[tag] = [one._replace(value=_PAGES.sub("", one.value)) for one in left[tag]]
    if "C1" in left and left["C1"][0].value.casefold().startswith(_JSTOR):
        _move(left, "C1", "DA", left["C1"][0].value[len(_JSTOR) :].strip())
    if "AN" in left and (number := _PMID.fullmatch(left["AN"][0].value)) and _is_pubmed(left):
        _move(left, "AN", "PMID", number[1])
    if "SE" in left and "SP" in left and left["SE"][0].value == left["SP"][0].value:
        del left["SE"]  # EndNote's first page of an article
    if kind == "THES" and "VL" in left and not re.search("[0-9]", left["VL"][0].value):
        _move(left, "VL", "M3")  # EndNote's degree
    if kind in ("ELEC", "WEB") and "VL" in left and "Y2" not in left:
        _accessed(left)


def _accessed(left: _Lines) -> None:
    """Join EndNote's year and date of access, which stand in VL and M1."""
    year = left["VL"][0].value
    if not _YEAR.fullmatch(year):
        return
    day = left["M1"][0].value if "M1" in left else ""
    if day[:1].isalpha() or (day and _YEAR.search(day)):
        left["VL"][0] = left["VL"][0]._replace(value=day if _YEAR.search(day) else f"{day} {year}")
        del left["M1"]
    _move(left, "VL", "Y2")


def _is_pubmed(left: _Lines) -> bool:
    said = (entry.value.casefold() for tag in ("DB", "DP") for entry in left.get(tag, ()))
    return any(value in _PUBMED for value in said)


def _move(left: _Lines, tag: str, other: str, value: str = "") -> None:
    """Move the first value of a tag in front of those of another."""
    first, *rest = left.pop(tag)
    left[other] = [first._replace(tag=other, value=value or first.value), *left.get(other, [])]
    if rest:
        left[tag] = rest


def page_count(text: str) -> str:
    """Return how many pages a value of SP says that a work has; empty if it is a range or a page.

    >>> page_count("146p"), page_count("xvi, 320 pp."), page_count("146")
    ('146', 'xvi, 320', '')
    """
    match = _COUNT.fullmatch(text)
    return match[1] if match else ""


def roles_of(kind: str, tags: frozenset[str]) -> dict[str, str]:
    """Return the CSL role of each tag of names that a record has, by RIS type.

    >>> roles_of("CHAP", frozenset({"AU", "A3"})), roles_of("BOOK", frozenset({"AU", "A3"}))
    ({'AU': 'author', 'A3': 'collection-editor'}, {'AU': 'author', 'A3': 'editor'})
    """
    found: dict[str, str] = {}
    for row in NAME_ROWS:
        if row.tag in tags and row.tag not in found and row.fits(kind):
            found[row.tag] = row.role
    if kind in EDITED and "editor" not in found.values():
        series = next((tag for tag, role in found.items() if role == "collection-editor"), None)
        if series is not None:
            found[series] = "editor"
    return found
