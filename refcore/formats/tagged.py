"""Lines of tag and value, as RIS and MEDLINE have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import attrs

from refcore.text.patterns import regex

__all__ = ["Record", "Tagged", "lines_of"]

_LINE_END = regex(r"\r\n|\r|\n")


class Tagged(NamedTuple):
    """One tag with its value, and its line."""

    tag: str
    value: str
    line: int


@attrs.define
class Record:
    """The tags of a record as they come; values over several lines are joined once."""

    parts: list[tuple[str, list[str], int]] = attrs.field(factory=list)
    tags: set[str] = attrs.field(factory=set)

    def add(self, tag: str, value: str, line: int) -> None:
        """Begin a value."""
        self.parts.append((tag, [value], line))
        self.tags.add(tag)

    def extend(self, text: str) -> None:
        """Add a line to the last value."""
        self.parts[-1][1].append(text)

    @property
    def last(self) -> str:
        """The tag of the last value."""
        return self.parts[-1][0]

    def tagged(self) -> list[Tagged]:
        """Return the tags with their whole values."""
        return [
            Tagged(tag, lines[0] if len(lines) == 1 else " ".join(filter(None, lines)), at)
            for tag, lines, at in self.parts
        ]


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    r"""Return the lines with their numbers; only CR, LF and CRLF end one.

    >>> list(lines_of("a\r\nb\u2028c"))
    [(1, 'a'), (2, 'b\u2028c')]
    """
    yield from enumerate(_LINE_END.split(text), start=1)
