"""A name without its encoding: LaTeX, HTML entities, braces, and the marks around it."""

from __future__ import annotations

import html
from typing import Final

from refcore.names import written
from refcore.text.misread import mended
from refcore.text.patterns import regex

__all__ = ["clean", "in_braces"]

_LATEX: Final = regex(r"[\\{}$~`]|--")
# Notes in LaTeX, and a line number.
_NOTE: Final = regex(
    r"\\(?:thanks|footnotemark|footnote|inst|textsuperscript|orcid\w*)\s*(?:\[[^\]]*\])?"
    r"(?:\{[^{}]*\})?|\$\s*\^[^$]*\$"
)
_LINE_NUMBER: Final = regex(r"^(?:\d{1,3}[.)]|\[\d{1,3}\])\s+(?=[^\W\d_])")

# Marks of affiliations after a name on a title page. A single 0 or 1 may be a misread letter.
_PLACES: Final = regex(
    r"(?<=[^\W\d_]{2})\s?(?:[2-9]|[1-9][0-9]|[1-9][0-9]?(?:\s?,\s?[1-9][0-9]?){1,5})[*†‡§]?$"
)


def clean(text: str) -> str:
    """Return a name without LaTeX, braces, entities, wrong encodings, variant dashes and spaces.

    >>> clean("{\\\\'E}va  Tardos 0001"), clean("Allen\u2013Zhu,\u00a0Zeyuan")
    ('Éva Tardos', 'Allen-Zhu, Zeyuan')
    """
    if written.is_plain(text):
        return written.without_full_stop(text)
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = mended(text)
    if text[:1].isdigit() or text[:1] == "[":
        text = _LINE_NUMBER.sub("", text)
    if text[-1:].isdigit() or text[-1:] in "*†‡§":
        text = _PLACES.sub("", text)
    if _LATEX.search(text):
        if "\\" in text or "$" in text:
            text = _NOTE.sub("", text)
        text = _decoded(text)
    return written.clean(text)


def _decoded(text: str) -> str:
    if "\\" in text or "$" in text:
        from refcore.latex import decode, to_plain

        return to_plain(decode(text)).replace("{", "").replace("}", "")
    return text.replace("{", "").replace("}", "").replace("~", " ")


def in_braces(text: str) -> bool:
    """Return whether one pair of braces encloses the whole of a name, as around a group.

    >>> in_braces("{Google Research}"), in_braces("{\\\\'E}va {Tardos}")
    (True, False)
    """
    text = text.strip()
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for index, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return index == len(text) - 1
    return False
