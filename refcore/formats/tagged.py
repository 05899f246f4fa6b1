"""Lines of tag and value, as RIS and MEDLINE have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

__all__ = ["Tagged", "lines_of"]

_LINE_END = re.compile(r"\r\n|\r|\n")


@attrs.frozen
class Tagged:
    """One tag with its value, and the line on which it stands."""

    tag: str
    value: str
    line: int


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    r"""Give the lines with their numbers; only CR, LF and CRLF end one.

    >>> list(lines_of("a\r\nb\u2028c"))
    [(1, 'a'), (2, 'b\u2028c')]
    """
    yield from enumerate(_LINE_END.split(text), start=1)
