"""Data sets, software, standards and the publications of the RFC Editor."""

from __future__ import annotations

import re
from typing import Final

from refcore.csl.fitting import LOOSE_TYPES, Fitting
from refcore.csl.kinds.shared import is_loose
from refcore.text.patterns import regex

__all__ = ["data", "request_for_comments", "said_kind", "standard"]

_KINDS: Final = {
    "dataset": "dataset",
    "data set": "dataset",
    "software": "software",
    "computer software": "software",
    "computer program": "software",
    "map": "map",
    "standard": "standard",
}
_KEEPS_DATA: Final = regex(
    r"dryad.*|pangaea.*|.*\bdataverse|icpsr|mendeley data|.*\bdata (?:archive|bank|center|centre"
    r"|repository|service)|inter-university consortium for political and social research.*",
    re.IGNORECASE,
)
_STANDARD: Final = regex(
    r"(?:IEEE|ISO|IEC|ANSI|ASTM|DIN|BS|EN|ITU|NIST|ETSI|NISO)\b[\w /.:-]{0,20}[0-9][\w.:/-]{0,20}"
    r"(?: standard)?",
)


def standard(one: Fitting) -> None:
    """Set a ``@misc`` with the number of a standard as a standard."""
    item = one.item
    words = item.get("publisher", "")
    is_bare = item["type"] == "document" and one.reference.lowered and "number" not in item
    if is_bare and "author" not in item and _STANDARD.fullmatch(words):
        item |= {"type": "standard", "number": item.pop("publisher")}
        if one.guide.titles_books:
            item["title"] = one.reference.title  # in title case, as those of books


def said_kind(one: Fitting) -> None:
    """Set a ``@misc`` whose ``type`` names a CSL type as that type."""
    item, guide = one.item, one.guide
    if is_loose(one) and (kind := _KINDS.get(item.get("genre", "").lower())):
        item["type"] = kind
        if kind != "map" or not guide.names_maps or "map" in item.get("title", "").lower():
            del item["genre"]
        if kind in ("software", "standard") and guide.titles_books:
            item["title"] = one.reference.title  # in title case, as those of books


def data(one: Fitting) -> None:
    """Set a ``@misc`` published by a data archive as a data set (APA 7, section 10.9)."""
    item = one.item
    is_bare = item["type"] == "document" and "genre" not in item and one.reference.lowered
    if "figshare.com/articles/dataset/" in one.reference.url and item["type"] == "webpage":
        item["type"] = "dataset"
    if is_bare and "DOI" in item and _KEEPS_DATA.fullmatch(item.get("publisher", "")):
        item["type"] = "dataset"


def request_for_comments(one: Fitting) -> None:
    """Set the publications of the RFC Editor as reports."""
    item = one.item
    series = item.get("collection-title", "").lower()
    number = item.get("number", "") or item.get("collection-number", "")
    if item["type"] in LOOSE_TYPES and series == "request for comments" and number:
        item |= {"type": "report", "genre": "RFC", "number": number}
        for name in ("collection-title", "collection-number"):
            item.pop(name, None)
