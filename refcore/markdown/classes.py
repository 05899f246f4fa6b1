"""Elements of HTML whose class says that they contain a title or the authors."""

from __future__ import annotations

import re

from refcore.text.patterns import regex

__all__ = ["with_marked_classes"]

_ELEMENT = regex(
    r"<(?P<tag>a|b|cite|dd|div|dt|em|h[1-6]|i|li|p|span|strong|td)\b(?P<more>[^<>]{0,300}?)"
    r"\bclass\s*=\s*[\"'](?P<class>[^\"'<>]{1,100})[\"'][^<>]{0,300}>",
    re.IGNORECASE,
)
_KINDS = r"(?:(?:article|bib|card|entry|item|list|paper|post|pub|publication)[-_]?)?"
_TITLE = regex(rf"{_KINDS}title", re.IGNORECASE)
_AUTHORS = regex(rf"{_KINDS}(?:authors?|byline)", re.IGNORECASE)
_PLACE = regex(
    rf"{_KINDS}(?:booktitle|conf|conference|date|journal|periodical|publisher|venue|year)",
    re.IGNORECASE,
)
_HAS_LABEL = regex(r"\s*(?:<[^<>]{0,200}>\s*)?title\s*:", re.IGNORECASE)
_BLOCKS = frozenset("dd div dt li p td".split())
_BETWEEN = regex(r"(?:<[^<>]{0,300}>|[\s,;&·]|\band\b)*")
_SAID = regex(r"[\s*_]*(?:authors?|by)\b", re.IGNORECASE)
_LONGEST = 2000


def with_marked_classes(html: str) -> str:
    """Return HTML in which what a class calls a title is bold, and authors have a label.

    >>> with_marked_classes('<div class="title">On It</div><div class="author">Bo Fei</div>')
    '<div class="title">**On It**</div><div class="author">Authors: Bo Fei</div>'
    """
    if "class" not in html:
        return html
    parts: list[str] = []
    position = -1
    last_authors = -1
    for match in _ELEMENT.finditer(html):
        if match.start() < position:
            continue
        kind = _kind(match["class"])
        close = html.find(f"</{match['tag']}", match.end(), match.end() + _LONGEST) if kind else -1
        if close < 0:
            continue
        inner = html[match.end() : close]
        if re.search(rf"<{match['tag']}\b", inner):
            continue
        parts.append(html[max(position, 0) : match.end()])
        if kind == "title":
            marked = "*" in inner or not inner.strip() or _HAS_LABEL.match(inner)
            parts.append(inner if marked else _bold(inner))
        elif kind == "place":
            parts.append(inner if match["tag"].casefold() in _BLOCKS else f"<br>{inner}")
        else:
            goes_on = last_authors >= 0 and _BETWEEN.fullmatch(html, last_authors, match.start())
            said = goes_on or _SAID.match(inner) or not inner.strip()
            apart = "" if match["tag"].casefold() in _BLOCKS else "<br>"
            parts.append(inner if said else f"{apart}Authors: {inner.lstrip()}")
            last_authors = close
        position = close
    return "".join([*parts, html[max(position, 0) :]])


def _kind(names: str) -> str:
    for name in names.split():
        if _TITLE.fullmatch(name):
            return "title"
        if _AUTHORS.fullmatch(name):
            return "authors"
        if _PLACE.fullmatch(name):
            return "place"
    return ""


def _bold(inner: str) -> str:
    text = inner.strip()
    start = inner.index(text)
    return f"{inner[:start]}**{text}**{inner[start + len(text) :]}"
