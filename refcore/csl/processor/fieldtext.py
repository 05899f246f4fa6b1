"""A field's text as inlines: small markup, quotes and apostrophes."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from refcore.csl.processor.markup import parse_markup
from refcore.csl.processor.tree import Inline, Span

__all__ = ["field_text"]

_QUOTES = re.compile("([\"“”'‘’])")
# French sets these signs off with a narrow space, on which no line breaks.
_SPACED = re.compile("« | [:;!?»]")
_OPENS = {'"': '"', "“": '"', "'": "'", "‘": "'", "”": "", "’": ""}
_CLOSES = {'"': '"', "”": '"', "'": "'", "’": "'", "“": "", "‘": ""}
_LEFT = " \t\n\u00a0\u202f([{<-–—/\"“‘'«¿¡"


@functools.lru_cache(maxsize=4096)
def field_text(text: str) -> tuple[Inline, ...]:
    """Give a field's text as inlines.

    Quotes that pair become ``quotes`` spans, printed as the locale has them;
    a lone single quote is an apostrophe.

    >>> field_text("Don't"), field_text('A "B"')
    (('Don’t',), ('A ', Span(kind='quotes', value='', children=('B',))))
    """
    if _SPACED.search(text):
        text = _SPACED.sub(lambda match: match[0].replace(" ", "\u202f"), text)
    inlines = parse_markup(text)
    if _QUOTES.search(text) is None:
        return inlines
    return tuple(_quoted(inlines, " ", " "))


def _quoted(inlines: Sequence[Inline], before: str, after: str) -> list[Inline]:
    pieces = _pieces(inlines)
    frames: list[tuple[str, list[Inline]]] = [("", [])]
    for place, piece in enumerate(pieces):
        left = _edge(pieces[place - 1], -1) if place else before
        right = _edge(pieces[place + 1], 0) if place + 1 < len(pieces) else after
        if isinstance(piece, Span):
            inner = tuple(_quoted(piece.children, left, right))
            _put(frames[-1][1], piece._replace(children=inner))
        elif piece not in _OPENS:
            _put(frames[-1][1], piece)
        elif _closes(piece, left, right, frames):
            _close(_CLOSES[piece], frames)
        elif _OPENS[piece] and not right.isspace() and left in _LEFT:
            frames.append((piece, []))
        else:
            _put(frames[-1][1], "’" if piece == "'" else piece)
    while len(frames) > 1:
        _unwind(frames)
    return frames[0][1]


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


def _closes(piece: str, left: str, right: str, frames: list[tuple[str, list[Inline]]]) -> bool:
    kind = _CLOSES[piece]
    if not kind or left.isspace() or right.isalnum():
        return False
    return any(opened and _OPENS[opened] == kind for opened, _ in frames[-2:])


def _close(kind: str, frames: list[tuple[str, list[Inline]]]) -> None:
    while _OPENS[frames[-1][0]] != kind:
        _unwind(frames)
    mark, inner = frames.pop()
    _put(frames[-1][1], Span("quotes", mark if mark in "“‘" else "", tuple(inner)))


def _unwind(frames: list[tuple[str, list[Inline]]]) -> None:
    opened, inner = frames.pop()
    _put(frames[-1][1], "’" if opened == "'" else opened)
    for inline in inner:
        _put(frames[-1][1], inline)


def _put(out: list[Inline], inline: Inline) -> None:
    if isinstance(inline, str) and out and isinstance(out[-1], str):
        out[-1] += inline
    else:
        out.append(inline)
