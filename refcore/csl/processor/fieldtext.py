"""Reads a field's text into inlines: small markup, quotes and apostrophes."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence

from refcore.csl.processor.markup import parse_markup
from refcore.csl.processor.tree import LOW_MARKS, SETTLED, Inline, Span
from refcore.text.patterns import regex

__all__ = ["field_text"]

_QUOTES = regex("([\"“”'‘’„‚])")
# French puts a narrow no-break space beside these signs.
_SPACED = regex("« | [:;!?»]")
_MARKS = (".", ",", ";", ":", "!", "?")
_OPENS = {'"': '"', "“": '"', "'": "'", "‘": "'", "”": "", "’": "",
          "„": "„", "‚": "‚"}  # fmt: skip
_CLOSES = {'"': '"', "”": '"', "'": "'", "’": "'", "“": "", "‘": "",
           "„": "", "‚": ""}  # fmt: skip
# Marks that close a quote with a low mark, as in „Moor“ and „Bagno”.
_CLOSES_LOW = {"“": "„", "”": "„", "‘": "‚", "’": "‚"}
# Quotes nested deeper are plain marks, so that no text makes a tree too deep to walk.
_DEEPEST = 24
# More of them in one field are left as they are: each pair is a span of its own.
_MOST_QUOTES = 2_000
_LEFT = " \t\n\u00a0\u202f([{<-–—/\"“‘'«¿¡"


@functools.lru_cache(maxsize=4096)
def field_text(text: str) -> tuple[Inline, ...]:
    """Return a field's text as inlines.

    Paired quotes become ``quotes`` spans, printed with the locale's marks;
    a single quote without a partner is an apostrophe.

    >>> field_text("Don't"), field_text('A "B"')
    (('Don’t',), ('A ', Span(kind='quotes', value='"', children=('B',))))
    >>> field_text("Das „Moor“")
    ('Das ', Span(kind='quotes', value='„“', children=('Moor',)))
    """
    if _SPACED.search(text):
        text = _SPACED.sub(lambda match: match[0].replace(" ", "\u202f"), text)
    inlines = parse_markup(text)
    if not 0 < sum(map(text.count, _OPENS)) <= _MOST_QUOTES:
        return inlines
    return tuple(_quoted(inlines, " ", " "))


def _quoted(inlines: Sequence[Inline], before: str, after: str) -> list[Inline]:
    pieces = _pieces(inlines)
    frames: list[tuple[str, list[Inline]]] = [("", [])]
    straight: list[str] = []
    for place, piece in enumerate(pieces):
        left = _edge(pieces[place - 1], -1) if place else before
        right = _edge(pieces[place + 1], 0) if place + 1 < len(pieces) else after
        if isinstance(piece, Span):
            inner = tuple(_quoted(piece.children, left, right))
            frames[-1][1].append(piece._replace(children=inner))
        elif piece not in _OPENS:
            frames[-1][1].append(piece)
        elif _closes(piece, left, right, frames):
            if piece == frames[-1][0] == "'" and not frames[-1][1]:
                frames.pop()
                frames[-1][1].append("’’")  # Nothing is quoted.
                continue
            _close(piece, frames, straight)
        elif _opens(piece, left, right) and len(frames) <= _DEEPEST:
            frames.append((piece, []))
        else:
            frames[-1][1].append("’" if piece == "'" else piece)
    while len(frames) > 1:
        _unwind(frames)
    return _merged(frames[0][1])


def _pieces(inlines: Sequence[Inline]) -> list[Inline]:
    out: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, str):
            out.extend(part for part in _QUOTES.split(inline) if part)
        else:
            out.append(inline)
    return out


def _edge(piece: Inline, end: int) -> str:
    while not isinstance(piece, str):
        if not piece.children:
            return " "
        piece = piece.children[end]
    return piece[end] if piece else " "


def _opens(piece: str, left: str, right: str) -> bool:
    return bool(_OPENS[piece]) and not right.isspace() and left in _LEFT


def _closes(piece: str, left: str, right: str, frames: list[tuple[str, list[Inline]]]) -> bool:
    kind = _closed(piece, frames)
    if not kind or left.isspace() or right.isalnum():
        return False
    return any(opened and _OPENS[opened] == kind for opened, _ in frames[-2:])


def _closed(piece: str, frames: list[tuple[str, list[Inline]]]) -> str:
    """Return the kind of quote that a mark closes here, or nothing."""
    low = _CLOSES_LOW.get(piece, "")
    return low if low and any(opened == low for opened, _ in frames[-2:]) else _CLOSES[piece]


def _close(piece: str, frames: list[tuple[str, list[Inline]]], straight: list[str]) -> None:
    """Close a quote; `straight` holds the first straight mark that encloses a text here."""
    kind = _closed(piece, frames)
    while _OPENS[frames[-1][0]] != kind:
        _unwind(frames)
    mark, inner = frames.pop()
    if len(frames) == 1 and mark in "\"'":
        straight.append(mark)
        mark = mark if mark == straight[0] else f"{mark}2"
    elif mark in LOW_MARKS:
        mark += piece
    frames[-1][1].append(Span("quotes", mark, tuple(_merged(inner))))


def _unwind(frames: list[tuple[str, list[Inline]]]) -> None:
    """Turn a quote that never closes back into the mark itself."""
    opened, inner = frames.pop()
    frames[-1][1].append("’" if opened == "'" else opened)
    frames[-1][1].extend(inner)


def _merged(pieces: Sequence[Inline]) -> list[Inline]:
    """Join neighbouring texts."""
    out: list[Inline] = []
    for is_text, group in itertools.groupby(pieces, lambda piece: isinstance(piece, str)):
        if is_text:
            out.append("".join(map(str, group)))
        else:
            out.extend(group)
    return [_settled(piece, out, place) for place, piece in enumerate(out)]


def _settled(piece: Inline, pieces: Sequence[Inline], place: int) -> Inline:
    """Return a quote that a mark follows in the field with `SETTLED` after its value."""
    if isinstance(piece, str) or piece.kind != "quotes" or place + 1 == len(pieces):
        return piece
    after = pieces[place + 1]
    if isinstance(after, str) and after.startswith(_MARKS):
        return piece._replace(value=piece.value.removesuffix(SETTLED) + SETTLED)
    return piece
