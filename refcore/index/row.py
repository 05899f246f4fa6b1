"""A work as the index keeps it: one row, the same for every dump."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any, Final, NamedTuple

__all__ = ["BadRecord", "Notice", "Row", "key_of", "one_line", "plain_lines", "year_of"]

_number: Final = struct.Struct(">q").unpack
_BLANK: Final = blake2b(digest_size=8)  # copying it takes half the time of making a new one
_YEAR: Final = re.compile(r"(?<![0-9])(1[4-9][0-9]{2}|20[0-9]{2})(?![0-9])")


class BadRecord(ValueError):
    """A piece of a dump that gives no record; the message says why."""


class Row(NamedTuple):
    """What the index keeps of a work, as its source has it.

    `key` is the source's own name of the work, `authors` holds one line for each entry with
    affiliations after it, apart by tabs; `stream` is the series of a conference at its
    source, `rest` what has no column, as JSON.
    """

    source: str
    key: str
    version: int
    title: str
    authors: str
    type: str
    venue: str
    stream: str
    year: int | None
    doi: str
    rest: dict[str, Any] | None


class Notice(NamedTuple):
    """A notice on a work: its DOI, the kind and day, the notice's DOI, the reason, the work's PMID.

    The DOI of a work that has none is "pmid:" and its PMID.
    """

    doi: str
    kind: str
    date: str
    notice: str
    reason: str
    pmid: str = ""


def key_of(*parts: str) -> int:
    """Return a signed number of 64 bits for some texts, by which the index finds a row."""
    text = parts[0] if len(parts) == 1 else "\0".join(parts)
    hashed = _BLANK.copy()
    hashed.update(text.encode("utf-8", "replace"))
    number: int = _number(hashed.digest())[0]
    return number


def one_line(value: object) -> str:
    """Return a text with single spaces, or nothing for what is not a text."""
    # Most texts are tidy, and a check is quicker than splitting.
    if type(value) is str:
        if value.isprintable() and "  " not in value:
            return value.strip()
        return " ".join(value.split())
    return ""


def plain_lines(texts: Sequence[str]) -> str:
    """Return texts as lines where each is tidy as it is, or nothing; raises `TypeError`.

    Most lists of names are tidy, and one look at all is quicker than one at each.

    >>> plain_lines(["Bo Li", "Fei Wu"]), plain_lines(["Bo  Li"]), plain_lines(["Bo Li", ""])
    ('Bo Li\\nFei Wu', '', '')
    """
    text = "\n".join(texts)
    flat = text.replace("\n", " ")
    # Of what is printable, only a space is white space.
    if flat.isprintable():
        tidy = "  " not in flat and flat == flat.strip()
    else:
        tidy = " ".join(text.split()) == flat
    return text if tidy and text.count("\n") < len(texts) else ""


def year_of(value: object) -> int | None:
    """Return the year in a text or number, or None.

    >>> year_of("c1987"), year_of(2021), year_of("12345")
    (1987, 2021, None)
    """
    if isinstance(value, int):
        return value if 1400 <= value <= 2100 else None
    found = _YEAR.search(value) if isinstance(value, str) else None
    return int(found[1]) if found else None
