"""Removes what pasted author lists have beside the names, by tables of patterns.

Each row says what it is, which pattern finds it, what takes its place, and an
example: a text before and after. A table is one subject. The tables apply in order,
and the rows of each: whole references go before their markup, and marks last.
"""

from __future__ import annotations

import html
import unicodedata
from typing import Final

from refcore.names.noise.between import BETWEEN
from refcore.names.noise.marks import MARKS
from refcore.names.noise.markup import MARKUP
from refcore.names.noise.pages import PAGES
from refcore.names.noise.people import CREDIT, PEOPLE, POSITION
from refcore.names.noise.records import RECORDS
from refcore.names.noise.row import GAP, SIGNS, Noise
from refcore.names.noise.work import ENDS, WORK
from refcore.text.patterns import regex

__all__ = ["CREDIT", "GAP", "NOISE", "POSITION", "SIGNS", "Noise", "without_noise"]

NOISE: Final = (*RECORDS, *PEOPLE, *WORK, *PAGES, *BETWEEN, *MARKUP, *ENDS, *MARKS)
# Three blanks or more separate the columns of a table.
_BLANKS: Final = regex(r"[^\S\n]{3,}")
_EMPTY_LINES: Final = regex(r"\n\s*\n")


def without_noise(text: str) -> str:
    """Return a pasted list with its noise taken out; line breaks and tabs stay.

    >>> without_noise("**Aili Chen**¹ (aili@example.org), Bo Fei[^2]").replace(GAP, "")
    'Aili Chen , Bo Fei'
    """
    if "&" in text:
        text = html.unescape(text)
    text = _BLANKS.sub("\t", unicodedata.normalize("NFC", text))
    text = _EMPTY_LINES.sub("\n\n", text)
    for row in NOISE:
        if not row.needs or row.needs in text.lower():
            text = row.pattern.sub(row.instead, text)
    return text
