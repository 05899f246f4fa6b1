"""An entry's source in pieces; the time to change one does not depend on the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

import attrs

from refcore.bibtex.edits import BETWEEN, REMARK, closing_after_key
from refcore.bibtex.layout import Layout
from refcore.bibtex.scan import HEADER, Block
from refcore.text.patterns import regex

__all__ = ["Piece", "Pieces"]

_LINE_START: Final = regex(r".*[\r\n]", re.DOTALL)


@attrs.define(eq=False, repr=False)
class Piece:
    """A field: the text before it, its name, the text around ``=``, its expression."""

    lead: str
    name: str
    middle: str
    value: str
    before: Piece | None = None
    after: Piece | None = None


class Pieces:
    """The pieces of a sound entry, in order; together they are its source.

    `layout` returns the layout of the entry as it was; only some edits need it.
    """

    def __init__(self, text: str, block: Block, layout: Callable[[], Layout]) -> None:
        header = HEADER.match(text, block.start)
        start = header.end() if header else block.start
        position = text.find(block.key, start) + len(block.key)
        self.type = block.type
        self.key = block.key
        self._layout = layout
        self._head = text[block.start : position]
        self._first: Piece | None = None
        self._last: Piece | None = None
        self._named: dict[str, list[Piece]] = {}
        for field in block.fields:
            middle = text[field.offset + len(field.name) : field.start]
            piece = Piece(text[position : field.offset], field.name, middle, field.value)
            self._append(piece)
            position = field.end
        self._tail = text[position : block.end]

    @cached_property
    def layout(self) -> Layout:
        """The layout of the entry before it was changed."""
        return self._layout()

    def __iter__(self) -> Iterator[Piece]:
        piece = self._first
        while piece is not None:
            yield piece
            piece = piece.after

    def find(self, name: str) -> Piece | None:
        """Return the first field of a name, in any case."""
        found = self._named.get(name.lower())
        return found[0] if found else None

    @property
    def text(self) -> str:
        """The source of the entry."""
        parts = [self._head]
        for piece in self:
            parts += (piece.lead, piece.name, piece.middle, piece.value)
        return "".join([*parts, self._tail])

    def line_before(self, piece: Piece) -> str:
        """Return the text before the value of a field in its line."""
        found = piece.lead + piece.name + piece.middle
        before = piece.before
        while _LINE_START.match(found) is None and before is not None:
            found = before.lead + before.name + before.middle + before.value + found
            before = before.before
        if before is None and _LINE_START.match(found) is None:
            found = self._head + found
        return _LINE_START.sub("", found, count=1)

    def add(self, name: str, expression: str) -> None:
        """Put a new field after the last, in the entry's layout."""
        layout = self.layout
        separator = layout.before_field(name, first=self._first is None)
        if self._last is None:
            self._tail = self._closing()
        else:
            remark = REMARK.match(self._tail)
            if remark and separator.startswith(","):  # it stays with the field that it is on
                separator = remark[0] + separator[1:]
                self._tail = "," + self._tail[remark.end() :]
        head = layout.head(name)
        self._append(Piece(separator, head[: len(name)], head[len(name) :], expression))

    def remove(self, piece: Piece) -> bool:
        """Take a field out; return False, and leave it, if a remark precedes it."""
        if not BETWEEN.fullmatch(piece.lead) or not (piece.before or self.key):
            return False
        if piece.before is None and piece.after is None and self._tail == ")":
            self._tail = closing_after_key("(")
        if piece.before is None:
            self._first = piece.after
        else:
            piece.before.after = piece.after
        if piece.after is None:
            self._last = piece.before
        else:
            piece.after.before = piece.before
        same = self._named[piece.name.lower()]
        same.remove(piece)
        if not same:
            del self._named[piece.name.lower()]
        return True

    def _append(self, piece: Piece) -> None:
        piece.before = self._last
        if self._last is None:
            self._first = piece
        else:
            self._last.after = piece
        self._last = piece
        self._named.setdefault(piece.name.lower(), []).append(piece)

    def _closing(self) -> str:
        """Return what closes an entry that gets its first field."""
        tail, end = self._tail, self.layout.end
        rest = end if tail.strip(" \t\r\n,") in ("}", ")") else tail
        return rest[:-1] + tail[-1:] if end[-1:] != tail[-1:] else rest
