"""Lines of tag and value, as RIS and MEDLINE have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import attrs

from refcore.text.patterns import LINE_END

__all__ = ["Record", "Tagged", "lines_of"]


class Tagged(NamedTuple):
    """One tag with its value, and its line."""

    tag: str
    value: str
    line: int


@attrs.define
class Record:
    """The tags of a record as they come; values over several lines are joined once.

    `more` has the further lines of a value, by its place in `parts`.
    """

    parts: list[Tagged] = attrs.field(factory=list)
    more: dict[int, list[str]] = attrs.field(factory=dict)

    def add(self, entry: Tagged) -> None:
        """Begin a value."""
        self.parts.append(entry)

    def extend(self, text: str) -> None:
        """Add a line to the last value."""
        self.more.setdefault(len(self.parts) - 1, []).append(text)

    @property
    def last(self) -> str:
        """The tag of the last value."""
        return self.parts[-1].tag

    @property
    def tags(self) -> set[str]:
        """The tags that the record has."""
        return {entry.tag for entry in self.parts}

    def tagged(self) -> list[Tagged]:
        """Return the tags with their whole values."""
        for place, lines in self.more.items():
            tag, value, line = self.parts[place]
            self.parts[place] = Tagged(tag, " ".join(filter(None, [value, *lines])), line)
        self.more.clear()
        return self.parts


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    r"""Return the lines with their numbers; only CR, LF and CRLF end one.

    >>> list(lines_of("a\r\nb\u2028c"))
    [(1, 'a'), (2, 'b\u2028c')]
    """
    has_return = "\r" in text
    return enumerate(LINE_END.split(text) if has_return else text.split("\n"), start=1)
