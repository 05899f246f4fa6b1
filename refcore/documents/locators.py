"""The locator at the head of what a writer puts behind a key: ``, p. 3, and passim``.

Source: *Pandoc User's Guide*, "Citation syntax": a locator is a term and a number, or
a number alone, which means a page; braces mark what is meant where that is not clear.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from refcore.csl.processor.labelled import label_of

__all__ = ["Suffix", "split_suffix"]

_BRACED: Final = re.compile(r"\s*,?\s*\{([^{}]*)\}")
_TERM: Final = re.compile(r"\s*,?\s*((?:s\.\s?vv?|[^\W\d_]+)\.?(?=[\s\d])|[§¶]{1,2})\s*")
_PLAIN: Final = re.compile(r"\s*,?\s*(?=\d)")
# A number, a range, a roman numeral, a number with letters, such as 17r, A3 or 2.1.
_ROMAN: Final = r"(?:[ivxlcdm]+|[IVXLCDM]+)"
_NUMBER: Final = rf"(?:[^\W\d_]{{0,3}}\d[\w.:/]*(?<![.:/])|{_ROMAN}(?!\w)|[A-Za-z](?![\w.]))"
_RANGE: Final = rf"{_NUMBER}(?:\s?(?:--?|–|—)\s?{_NUMBER})?\+?(?:\s?ff?\.)?"
_VALUE: Final = re.compile(rf"{_RANGE}(?:(?:\s*[,&]\s*|\s+and\s+){_RANGE}){{0,200}}")


class Suffix(NamedTuple):
    """A locator, its CSL label, and the text behind it."""

    locator: str
    label: str
    text: str


def split_suffix(suffix: str) -> Suffix:
    """Split what follows a key into locator, label and the rest.

    >>> split_suffix(", pp. 33-35, 38 and passim")
    Suffix(locator='33-35, 38', label='page', text=' and passim')
    >>> split_suffix(", with suffix 3"), split_suffix(" 33").locator
    (Suffix(locator='', label='page', text=', with suffix 3'), '33')
    """
    braced = _BRACED.match(suffix)
    if braced:
        inner = split_suffix(braced[1])
        locator, label = (
            (inner.locator + inner.text, inner.label) if inner.locator else ("", "page")
        )
        return Suffix(locator or braced[1].strip(), label, suffix[braced.end() :])
    term = _TERM.match(suffix)
    label = label_of(term[1]) if term else ""
    start = term.end() if term and label else None
    if start is None:
        plain = _PLAIN.match(suffix)
        start, label = (plain.end(), "page") if plain else (None, "page")
    value = _VALUE.match(suffix, start) if start is not None else None
    if value is None:
        return Suffix("", "page", suffix)
    return Suffix(value[0], label, suffix[value.end() :])
