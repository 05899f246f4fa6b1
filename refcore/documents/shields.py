"""The parts of a Markdown document in which nothing is a citation: code, mathematics, links.

Source: *Pandoc User's Guide*, "Pandoc's Markdown": verbatim text, mathematics, raw HTML
and TeX, and automatic links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from refcore.text.patterns import regex

__all__ = ["blocks", "shielded"]

_FENCE: Final = regex(r" {0,3}(`{3,}|~{3,})")
_FENCES: Final = ("```", "~~~")
# An item of a list, or a footnote: what is indented below it is no code.
_ITEM: Final = regex(
    r" {0,3}(?:(?:[-+*]|\(?(?:[0-9]{1,9}|[a-zA-Z#])[.)])(?: |\t|$)|\[\^[^\]\s]+\]:)"
)
_INDENTED: Final = regex(r"(?: {4}| {0,3}\t)")
_START: Final = regex(r"\\|`|\$|<|https?://|mailto:|\]\(")
_TICKS: Final = regex(r"`+")
_ENVIRONMENT: Final = regex(r"\\begin\{([A-Za-z]+\*?)\}")
_TEX: Final = regex(r"\\[A-Za-z]+(?:\[[^\[\]\n]{0,200}\]|\{[^{}\n]{0,200}\})+")
_TAG: Final = regex(r"</?[A-Za-z][^<>]{0,2000}>|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*>")
_MAIL: Final = regex(r"<[^<>\s@]+@[^<>\s@]+>")
# A link's destination: an address without spaces, or one in pointed brackets, and a title.
_DESTINATION: Final = regex(
    r"""\]\([ \t]*+(?:<[^<>\n]{0,2000}>|(?:[^\s()]|\([^\s()]{0,500}\)){0,2000})
    (?:(?:(?<=[ \t])\s*+|\s++)(?:"[^"]{0,1000}"|'[^']{0,1000}'))?[ \t]*\)""",
    re.VERBOSE,
)
_ADDRESS: Final = regex(r"(?:https?://|mailto:)[^\s<>\"\])}]*")


def blocks(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    r"""Yield the start and end of each block of text that is not code, in order.

    A block ends at an empty line. Fenced and indented code is left out, and so
    are HTML comments that begin a line.

    >>> [text[a:b] for text in ["a\n\n    code\n\n```\n@x\n```\nb"] for a, b in blocks(text)]
    ['a\n', 'b']
    """
    position = begin = start
    fence = ""
    is_list = after_empty = False
    for line in text[start:].splitlines(keepends=True):
        end = position + len(line)
        bare = line.strip()
        opened = _FENCE.match(line) if bare.startswith(_FENCES) else None
        if fence:
            closes = opened and opened[1].startswith(fence) and bare == opened[1]
            fence = "" if closes else fence
            begin = end
        elif not bare:
            if begin < position:
                yield begin, position
            begin, after_empty = end, True
        elif opened and not (opened[1][0] == "`" and "`" in line[opened.end() :]):
            if begin < position:
                yield begin, position
            fence, begin = opened[1], end
        elif after_empty and not is_list and begin == position and _INDENTED.match(line):
            begin = end
        else:
            if after_empty or begin == position:
                is_list = _ITEM.match(line) is not None or (is_list and line[0] in " \t")
            after_empty = False
        position = end
    if not fence and begin < position:
        yield begin, position


def shielded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of one block in which nothing is a citation, in order.

    >>> text = "a `@x` $@y$ @z"
    >>> [text[a:b] for a, b in shielded(text, 0, len(text))]
    ['`@x`', '$@y$']
    """
    reader = _Spans(text, start, end)
    position = start
    while (match := _START.search(text, position, end)) is not None:
        at = match.start()
        stop = reader.stop(at, match[0])
        if stop is None:
            position = match.end()
            continue
        yield at, stop
        position = stop


class _Spans:
    """The spans of one block; what closes them is looked up once."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.end = end
        self.ticks = _runs(text, start, end)
        self.dollars = _dollars(text, start, end)
        self.last: dict[str, int] = {}

    def stop(self, at: int, opener: str) -> int | None:
        """Return where the span that begins here ends, or None where none begins."""
        if opener == "\\":
            return self.after_backslash(at)
        if opener == "`":
            return _after_ticks(self.text, at, self.end, self.ticks)
        if opener == "$":
            return _after_dollar(self.text, at, self.dollars)
        if opener == "<" and self.text.startswith("<!--", at):
            return self.closed_by("-->", at) or self.end
        patterns = {"](": (_DESTINATION,), "<": (_MAIL, _TAG)}.get(opener, (_ADDRESS,))
        for pattern in patterns:
            match = pattern.match(self.text, at, self.end)
            if match:
                return match.end()
        return None

    def after_backslash(self, at: int) -> int:
        pair = self.text[at : at + 2]
        if pair in ("\\(", "\\["):
            return self.closed_by("\\)" if pair == "\\(" else "\\]", at + 2) or at + 2
        begun = _ENVIRONMENT.match(self.text, at, self.end)
        if begun:
            return self.closed_by(f"\\end{{{begun[1]}}}", begun.end()) or begun.end()
        command = _TEX.match(self.text, at, self.end)
        return command.end() if command else min(at + 2, self.end)

    def closed_by(self, mark: str, start: int) -> int | None:
        """Return the end of the next `mark`, or None if the block has none after `start`."""
        if mark not in self.last:
            self.last[mark] = self.text.rfind(mark, 0, self.end)
        if self.last[mark] < start:
            return None
        return self.text.find(mark, start, self.end) + len(mark)


def _runs(text: str, start: int, end: int) -> dict[int, list[int]]:
    """Return the places of runs of backticks by length, the last ones first."""
    runs: dict[int, list[int]] = {}
    for match in _TICKS.finditer(text, start, end):
        runs.setdefault(len(match[0]), []).append(match.start())
    for places in runs.values():
        places.reverse()
    return runs


def _after_ticks(text: str, at: int, end: int, ticks: dict[int, list[int]]) -> int:
    match = _TICKS.match(text, at, end)
    length = len(match[0]) if match else 1
    places = ticks.get(length, [])
    while places and places[-1] <= at:
        places.pop()
    return places[-1] + length if places else at + length


def _dollars(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the place and length of each ``$`` or ``$$``, the last ones first.

    >>> _dollars("a $x$ b", 0, 7)
    [(4, 1), (2, 1)]
    """
    found = [(match.start(), len(match[0])) for match in re.finditer(r"\$\$?", text[start:end])]
    return [(start + place, length) for place, length in reversed(found)]


def _after_dollar(text: str, at: int, dollars: list[tuple[int, int]]) -> int | None:
    """Return the end of mathematics: no space after its opening, none before its end."""
    while dollars and dollars[-1][0] < at:
        dollars.pop()
    if not dollars or dollars[-1][0] != at:
        return None
    length = dollars.pop()[1]
    for place, other in reversed(dollars[-50:]):
        if other != length or text[place - 1] == "\\":
            continue
        after = place + length
        if length == 2:
            return after
        if text[at + 1 : at + 2].isspace() or at + 1 == place:
            return None
        if not text[place - 1].isspace() and not text[after : after + 1].isdigit():
            return after
    return None
