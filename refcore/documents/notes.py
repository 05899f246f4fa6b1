"""The footnotes that the author of a Markdown document wrote.

Source: *Pandoc User's Guide*, "Footnotes" and "Inline notes".
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from refcore.documents.shields import blocks, shielded
from refcore.text.patterns import regex

__all__ = ["Note", "find_notes", "notes_at"]

_MARK: Final = regex(r"\[\^([^\]\s\[]{1,200})\](:?)|\^\[")
_BRACKET: Final = regex(r"[\[\]]")
_WORD: Final = regex(r"\S")


@attrs.frozen
class Note:
    """A footnote of the author: its mark in the text and the span of its words.

    `label` is empty for a note that is written at its mark.
    """

    label: str
    mark: int
    start: int
    end: int


def find_notes(text: str, start: int = 0) -> list[Note]:
    """Return the footnotes in the order of their marks; a note without a mark is left out.

    >>> [note.label for note in find_notes("A[^b] and^[more] x[^a].\\n\\n[^a]: One\\n\\n[^b]: Two")]
    ['b', '', 'a']
    """
    marks: dict[str, int] = {}
    definitions: dict[str, tuple[int, int]] = {}
    inline: list[Note] = []
    last: str | None = None
    for begin, end, matches in _blocks_with_marks(text, start):
        found = _marks(text, begin, matches, end) if matches else []
        closings = _closings(text, begin, end) if found else {}
        heads = [one for one in found if one[1] and one[2]]
        # A block that is indented continues the definition before it.
        if last is not None and not heads and text[begin] in " \t":
            definitions[last] = (definitions[last][0], end)
        else:
            last = None
        stops = [*(at for at, _, _ in heads[1:]), end][: len(heads)]
        for (at, label, _), stop in zip(heads, stops, strict=True):
            definitions.setdefault(label, (at, stop))
            last = label
        for at, label, is_head in found:
            if label and not is_head:
                marks.setdefault(label, at)
            elif not label:
                inline.append(Note("", at, at + 2, closings.get(at + 1, end)))
    listed = [
        Note(label, at, *definitions[label]) for label, at in marks.items() if label in definitions
    ]
    return sorted([*listed, *inline], key=lambda note: note.mark)


def notes_at(notes: Sequence[Note], positions: Iterable[int]) -> list[int | None]:
    """Return, for each position, the index in `notes` of the note whose text contains it.

    >>> notes_at([Note("a", 0, 10, 20)], [5, 12])
    [None, 0]
    """
    order = sorted(range(len(notes)), key=lambda place: notes[place].start)
    starts = [notes[place].start for place in order]
    found: list[int | None] = []
    for position in positions:
        at = bisect.bisect_right(starts, position) - 1
        inside = at >= 0 and position < notes[order[at]].end
        found.append(order[at] if inside else None)
    return found


def _blocks_with_marks(text: str, start: int) -> Iterator[tuple[int, int, list[re.Match[str]]]]:
    """Yield the blocks of a text that has marks: start, end, and what may be marks in it.

    >>> [(a, b, len(marks)) for a, b, marks in _blocks_with_marks("a\\n\\nb[^1]", 0)]
    [(0, 2, 0), (3, 8, 1)]
    """
    matches = list(_MARK.finditer(text, start))
    if not matches:
        return
    matches.reverse()
    for begin, end in blocks(text, start):
        inside: list[re.Match[str]] = []
        while matches and (at := matches[-1].start()) < end:
            match = matches.pop()
            if at >= begin:
                inside.append(match)
        yield begin, end, inside


def _marks(
    text: str, start: int, matches: list[re.Match[str]], end: int
) -> list[tuple[int, str, bool]]:
    """Return the marks in a block: place, label, and whether it begins a definition.

    >>> _marks("a[^1] b", 0, list(_MARK.finditer("a[^1] b")), 7)
    [(1, '1', False)]
    """
    found = []
    spans = list(shielded(text, start, end))
    starts = [begin for begin, _ in spans]
    passed, first = start, _first_word(text, start)  # the line's first word, sought once a line
    for match in matches:
        if (line := text.rfind("\n", passed, match.start()) + 1) > 0:
            first = _first_word(text, line)
        passed = match.end()
        place = bisect.bisect_right(starts, match.start()) - 1
        if place >= 0 and match.start() < spans[place][1]:
            continue
        begins_line = match.start() <= first
        found.append((match.start(), match[1] or "", bool(match[2]) and begins_line))
    return found


def _first_word(text: str, start: int) -> int:
    """Return where the first word from a place on begins.

    >>> _first_word("a\\n  b", 1)
    4
    """
    found = _WORD.search(text, start)
    return found.start() if found else len(text)


def _closings(text: str, start: int, end: int) -> dict[int, int]:
    """Return where each bracket of a block closes, by the place where it opens."""
    closings: dict[int, int] = {}
    open_ones: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        if match[0] == "[":
            open_ones.append(match.start())
        elif open_ones:
            closings[open_ones.pop()] = match.start()
    return closings
