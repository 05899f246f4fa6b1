"""The marked pieces of a block: emphasis, quotes, brackets and links, the outermost ones."""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from collections.abc import Sequence

import attrs

from refcore.markdown.authorlists import are_authors
from refcore.markdown.links import Inline, Link
from refcore.markdown.titles import FORMULA, is_generic
from refcore.markdown.venues import is_venue_or_date
from refcore.text.idforms import ARXIV_NUMBER
from refcore.text.patterns import regex

__all__ = ["Style", "Unit", "by_in", "link_around", "units"]


class Style(enum.Enum):
    """How a segment is set."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    QUOTED = "quoted"
    BRACKET = "bracket"
    CODE = "code"
    LINK = "link"


@attrs.frozen
class Unit:
    """A marked piece of a block, before its role is known."""

    style: Style
    start: int
    end: int


# Each pattern with the characters that it needs; most texts have none of them.
_MARKS = (
    (Style.BOLD, "*", regex(r"(?<![\w*])(\*{2,3})(?=[^\s*])[^*]{1,400}?(?<=[^\s*])\1(?![\w*])")),
    (Style.BOLD, "_", regex(r"(?<![\w_])(_{2,3})(?=[^\s_])[^_]{1,400}?(?<=[^\s_])\1(?![\w_])")),
    (Style.ITALIC, "*", regex(r"(?<![\w*])\*(?=[^\s*])[^*]{1,900}?(?<=[^\s*])\*(?![\w*])")),
    (Style.ITALIC, "_", regex(r"(?<![\w_])_(?=[^\s_])[^_]{1,900}?(?<=[^\s_])_(?![\w_])")),
    (
        Style.QUOTED,
        '"”»》',
        regex(
            r"\"[^\"\n]{3,400}\"|\"[^\"\n]{3,200}\n[^\"\n]{3,200}\"(?!\w)|“[^”]{3,400}”|«[^»]{3,400}»|《[^》]{3,400}》"
        ),
    ),
    (
        Style.BRACKET,
        ")]）】",
        regex(r"\[[^\[\]\n]{0,300}\]|\([^()]{0,300}\)|[【（][^【】（）\n]{0,300}[】）]"),
    ),
    (Style.CODE, "`", regex(r"`[^`\n]{1,200}`")),
)
_WORD_BEFORE = regex(r"\w[\w,'’-]*[?!]?\s\Z")
_CITES = regex(rf"[;:,&]|et al|http|\b[^\W\d_a-z]\S*\s\d{{4}}|^\d{{4}}|{ARXIV_NUMBER}")
_BY_WORD = regex(r",?\s+by\s+(?=[^\W\d_a-z])")


def units(inline: Inline, start: int, stop: int, around: Link | None) -> list[Unit]:
    """Return the marked pieces, the outermost of nested ones, apart from the link `around` all."""
    found = [
        Unit(style, match.start(), match.end())
        for style, signs, pattern in _MARKS
        if any(sign in inline.text for sign in signs)
        for match in pattern.finditer(inline.text, start, stop)
    ]
    if "$" in inline.text:
        formulas = [match.span() for match in FORMULA.finditer(inline.text, start, stop)]
        found = [x for x in found if not any(a < x.start < b or a < x.end < b for a, b in formulas)]
    found += [
        Unit(Style.LINK, link.start, link.end)
        for link in inline.links
        if start <= link.start < link.end <= stop and link is not around
    ]
    quoted = [unit for unit in found if unit.style is Style.QUOTED]
    linked = {(unit.start - 1, unit.end + 1) for unit in found if unit.style is Style.LINK}
    found = [
        x
        for x in found
        if (x.start, x.end) not in linked
        or inline.text[x.start] == "["
        or is_generic(inline.text[x.start : x.end])
    ]
    kept: list[Unit] = []
    for unit in sorted(found, key=lambda unit: (unit.start, -unit.end)):
        if unit.style not in (Style.QUOTED, Style.CODE) and _holds_entry(inline.text, unit, quoted):
            continue
        if unit.style is Style.LINK and by_in(inline, unit.start, unit.end):
            continue
        in_words = _in_words(inline.text, unit) or _opens_title(inline.text, unit)
        if (not kept or unit.start >= kept[-1].end) and not in_words:
            kept.append(unit)
    return kept


def _holds_entry(text: str, unit: Unit, quoted: Sequence[Unit]) -> bool:
    """Return whether emphasis surrounds names and a quoted title: **Berg, A. "On It."**."""
    return any(
        unit.start + 5 < inner.start < inner.end <= unit.end
        and re.search(r"[.,:;)]\s\Z", text[inner.start - 3 : inner.start])
        for inner in quoted
    )


def by_in(inline: Inline, start: int, end: int) -> int:
    """Return where "by" and names end a link, as in [On the Form by Berg, et al.](…), or 0."""
    link = next((link for link in inline.links if link.start <= start and end <= link.end), None)
    for by in _BY_WORD.finditer(inline.text, start, end) if link else ():
        names = inline.names(by.end(), stop=link.end) if link else None
        title = inline.text[link.start : by.start()] if link else ""
        if names and names.end >= end - 1 and are_authors(names) and len(title.split()) > 2:
            return by.start()
    return 0


def _opens_title(text: str, unit: Unit) -> bool:
    """Return whether a quotation is the first part of a title, as in "Read It": How Lamps Help."""
    after = text[unit.end : unit.end + 3]
    return unit.style is Style.QUOTED and after[:2] == ": " and after[2:].isupper()


def _in_words(text: str, unit: Unit) -> bool:
    """Return whether a piece is part of the words around it: "Not (Only) So", "A "New" Way"."""
    before = text[max(0, unit.start - 20) : unit.start]
    if unit.style is Style.QUOTED:
        words = re.search(r"\w\s\Z", before) and re.match(r"\s[^\W\d_]", text[unit.end :][:2])
        return bool(words) and text.count(" ", unit.start, unit.end) < 3
    inner = text[unit.start + 1 : unit.end - 1]
    after = text[unit.end : unit.end + 2]
    if text[unit.start] == "(" and after.lstrip("-")[:1].isalpha():  # "(D)QBF", "(k, P)-anonymity"
        return True
    attached = before[-1:].isalnum() and len(inner) < 4  # "SO(3)"
    if text[unit.start] != "(" or not (attached or _WORD_BEFORE.search(before)):
        return False
    if is_venue_or_date(inner) or (is_generic(inner) and not attached) or _CITES.search(inner):
        return False
    return len(inner.split()) < 5


def link_around(inline: Inline, start: int, stop: int) -> Link | None:
    """Return the link that a part of a block belongs to."""
    index = bisect_right(inline.links, start, key=lambda link: link.start) - 1
    link = inline.links[index] if index >= 0 else None
    return link if link is not None and stop <= link.end else None
