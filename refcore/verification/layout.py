"""Lines of a report at the width of a terminal: long ones go on in indented lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from refcore.text.patterns import regex
from refcore.verification.spans import Line, Span

__all__ = ["LEAST", "MOST", "columns", "wrapped"]

LEAST, MOST = 40, 200
_HANGING: Final = 4
_PIECES: Final = regex(r"\s+|\S+")


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> columns("Fei"), columns("费波"), columns("e\\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(lines: Iterable[Line], width: int) -> list[Line]:
    """Return lines of which none is wider; widths below 40 count as 40, above 200 as 200.

    A line breaks at a space and goes on four columns further in. Lines that are to be read side
    by side break at the same column.

    >>> line = [Span("  missing: "), Span("Bangwei Gong, after Aonian Li (number 4)")]
    >>> for found in wrapped([line], 40):
    ...     print("".join(span.text for span in found))
      missing: Bangwei Gong, after Aonian Li
          (number 4)
    """
    width = max(LEAST, min(MOST, width))
    found: list[Line] = []
    aligned: list[Line] = []
    for line in [*lines, []]:
        if line and line[-1].is_aligned:
            aligned.append(line)
            continue
        found += _side_by_side(aligned, width)
        aligned = []
        if line:
            found += _broken(line, width)
    return found


def _broken(line: Line, width: int) -> Iterator[Line]:
    """Yield the parts of a line, the later ones further in."""
    text = "".join(span.text for span in line)
    if columns(text) <= width:
        yield line
        return
    indent = min(len(text) - len(text.lstrip(" ")) + _HANGING, width // 2)
    current: Line = []
    used = 0
    for word in _words(line, width - indent):
        size = sum(columns(span.text) for span in word)
        is_space = word[0].text.isspace()
        if used + size > width and current:
            yield _stripped(current)
            current, used = [Span(" " * indent)], indent
            if is_space:
                continue
        current += word
        used += size
    yield _stripped(current)


def _words(line: Line, most: int) -> Iterator[Line]:
    """Yield the words of a line and the spaces between them; a word may be of several spans.

    A word that is wider than `most` comes in parts.
    """
    word: Line = []
    for span in line:
        for match in _PIECES.finditer(span.text):
            if match[0].isspace():
                yield from [word] if word else []
                yield [attrs.evolve(span, text=match[0])]
                word = []
                continue
            for part in _parts(match[0], most):
                size = columns(part) + sum(columns(before.text) for before in word)
                if size > most:
                    yield word
                    word = []
                word.append(attrs.evolve(span, text=part))
    if word:
        yield word


def _parts(word: str, most: int) -> Iterator[str]:
    if columns(word) <= most:
        yield word
        return
    start, used = 0, 0
    for at, letter in enumerate(word):
        if used + _width(letter) > most:
            yield word[start:at]
            start, used = at, 0
        used += _width(letter)
    yield word[start:]


def _stripped(line: Line) -> Line:
    """Return a line without the spaces at its end, and spans of one tone joined."""
    found: Line = []
    for span in line:
        if found and found[-1].tone is span.tone:
            found[-1] = attrs.evolve(found[-1], text=found[-1].text + span.text)
        else:
            found.append(span)
    while found and not found[-1].text.rstrip(" "):
        found.pop()
    if found:
        found[-1] = attrs.evolve(found[-1], text=found[-1].text.rstrip(" "))
    return found


def _side_by_side(lines: list[Line], width: int) -> Iterator[Line]:
    """Yield lines of a label and a text each; texts that are too long break at one column."""
    if not lines:
        return
    labels = [line[0].text for line in lines]
    room = max(10, width - max(map(columns, labels)))
    texts = [line[-1].text for line in lines]
    while any(texts):
        for at, line in enumerate(lines):
            part = _first_part(texts[at], room)
            texts[at] = texts[at][len(part) :]
            if part.strip():
                yield [Span(labels[at]), attrs.evolve(line[-1], text=part)]


def _first_part(text: str, room: int) -> str:
    return next(_parts(text, room), "") if text else ""
