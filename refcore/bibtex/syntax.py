"""The blocks of a .bib file in order, and the text between them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Final

from refcore.bibtex.scan import HEADER, Block, Fault, Scanner
from refcore.text.patterns import regex

__all__ = ["Lines", "blocks", "marks", "split", "strays"]

_STRAY: Final = regex(r"(?:^|(?<=[\r\n]))[ \t]*+@[ \t]*+([A-Za-z]++|(?:\d\w*+)?(?=[ \t]*+[{(]))")

_MARK: Final = regex(r"(?<=[^\s@])@[ \t]*+([A-Za-z][\w-]*+)")
_STRAY_FIELD: Final = regex(r"(?:^|(?<=[\r\n]))[ \t,]*+([A-Za-z]\w*+)[ \t]*+=[ \t]*+[{\"\d]")


_LONE_RETURN: Final = regex(r"\r(?!\n)")
_EACH: Final = 1024  # characters; the lines before each such piece of a text are counted once


class Lines:
    """Line and column, from 1, of an offset in a text."""

    def __init__(self, text: str) -> None:
        has_lone = text.count("\r") != text.count("\r\n")
        self._text = _LONE_RETURN.sub("\n", text) if has_lone else text
        self._before = array("q")  # the lines that end before each piece of the text
        self._ends = array("q")  # and where the last of them ends

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset.

        >>> Lines("ab\\ncd").place(4)
        (2, 2)
        """
        if not self._before:
            self._count()
        piece = offset // _EACH
        start = piece * _EACH
        line = self._before[piece] + self._text.count("\n", start, offset)
        end = self._text.rfind("\n", start, offset)
        return line + 1, offset - (self._ends[piece] if end < 0 else end)

    def _count(self) -> None:
        text, before, ends = self._text, array("q"), array("q")
        ended, end = 0, -1
        for start in range(0, len(text) + 1, _EACH):
            before.append(ended)
            ends.append(end)
            ended += text.count("\n", start, start + _EACH)
            end = max(end, text.rfind("\n", start, start + _EACH))
        # In this order, as another thread may look whether the lines are counted.
        self._ends = ends
        self._before = before


def blocks(scanner: Scanner, *, with_rows: bool = False) -> Iterator[Block]:
    """Return the blocks of a text in order; `with_rows` says that the rows will be asked for."""
    plain_block = scanner.rowed_block if with_rows else scanner.plain_block
    position = 0
    while (start := scanner.text.find("@", position)) >= 0:
        block = plain_block(start)  # as most are
        if block is None and (match := HEADER.search(scanner.text, start)) is not None:
            begins = match.start()
            block = scanner.any_block(begins) if begins == start else scanner.block(begins)
        if block is None:
            return
        yield block
        position = max(block.end, block.start + 1)


def split(text: str) -> tuple[list[Block], list[Fault]]:
    """Return the blocks of a file in order, and what is odd between them.

    Never raises.

    >>> found, faults = split("@misc{a, title = {A}}")
    >>> found[0].key, found[0].fields[0].value, faults
    ('a', '{A}', [])
    """
    found: list[Block] = []
    faults: list[Fault] = []
    position = 0
    for block in blocks(Scanner(text)):
        faults.extend(strays(text, position, block.start))
        found.append(block)
        position = block.end
    faults.extend(strays(text, position, len(text)))
    return found, faults


def _lacks(word: str) -> str:
    return "expected a type" if not word[:1].isalpha() else "expected '{' after it"


def marks(text: str, start: int, end: int) -> list[Fault]:
    """Return the ``@`` within a line between entries, at which BibTeX looks for an entry.

    >>> [fault.message for fault in marks("mail me@example.org", 0, 19)]
    ["BibTeX takes '@example' for the start of an entry"]
    """
    return [
        Fault(f"BibTeX takes '@{match[1]}' for the start of an entry", match.start())
        for match in _MARK.finditer(text, start, end)
        if match[1].lower() != "comment"
    ]


def strays(text: str, start: int, end: int) -> list[Fault]:
    """Return text that looks like an entry or a field, but lies where BibTeX reads nothing.

    >>> [found.message for found in strays("@book a, title = {T}", 0, 20)]
    ["'@book' opens no entry: expected '{' after it"]
    """
    if end - start < 2:
        return []
    gap = text[start:end]
    if "@" not in gap and "=" not in gap:
        return []
    found = [
        Fault(f"'@{match[1]}' opens no entry: {_lacks(match[1])}", start + match.start(1) - 1)
        for match in _STRAY.finditer(gap)
        if match[1].lower() != "comment"
    ]
    return found + [
        Fault(f"the field {match[1]!r} is outside any entry", start + match.start(1))
        for match in _STRAY_FIELD.finditer(gap)
    ]
