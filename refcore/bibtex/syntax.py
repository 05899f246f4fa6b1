"""The blocks of a .bib file in order, and the text between them."""

from __future__ import annotations

import bisect
import re
from array import array
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from refcore.bibtex.scan import HEADER, Block, Fault, Scanner
from refcore.text.patterns import regex

__all__ = ["Lines", "blocks", "marks", "split", "strays"]

_STRAY: Final = regex(r"(?:^|(?<=[\r\n]))[ \t]*+@[ \t]*+([A-Za-z]++|(?:\d\w*+)?(?=[ \t]*+[{(]))")

_MARK: Final = regex(r"(?<=[^\s@])@[ \t]*+([A-Za-z][\w-]*+)")
_STRAY_FIELD: Final = regex(r"(?:^|(?<=[\r\n]))[ \t,]*+([A-Za-z]\w*+)[ \t]*+=[ \t]*+[{\"\d]")


_and_its_end: Final = (1).__add__


class Lines:
    """Line and column, from 1, of an offset in a text."""

    def __init__(self, text: str) -> None:
        self._starts = array("q", [0])
        if text.count("\r") == text.count("\r\n"):
            sizes = map(len, text.split("\n"))
            self._starts.extend(accumulate(map(_and_its_end, sizes)))
            self._starts.pop()  # the last line has no end
        else:
            self._starts.extend(match.end() for match in re.finditer(r"\r\n|\r|\n", text))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset.

        >>> Lines("ab\\ncd").place(4)
        (2, 2)
        """
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def blocks(scanner: Scanner) -> Iterator[Block]:
    """Return the blocks of a text in order."""
    position = 0
    while (match := HEADER.search(scanner.text, position)) is not None:
        block = scanner.block(match.start())
        if block is None:  # pragma: no cover - the same pattern found it
            return
        yield block
        position = max(block.end, match.start() + 1)


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
