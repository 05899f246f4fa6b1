"""Author lists that a note marks as such and that are not understood, in full or in part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from refcore.diagnostics import Diagnostic, Location
from refcore.markdown.links import Inline
from refcore.markdown.reading import Identity, Reading
from refcore.markdown.rules import Kind
from refcore.markdown.stretches import (
    LABEL,
    OF_THIS_TEXT,
    Stretch,
    goes_on,
    is_nobody,
    may_be_pairs,
)

__all__ = ["not_understood", "unread_lists"]

_SHOWN = 60


def unread_lists(
    reading: Reading, stretches: Sequence[Stretch], path: str | None, keys: Mapping[Identity, str]
) -> Iterator[Diagnostic]:
    """Return a finding for each list that a label or a column marks and that is not read whole.

    A note without papers gives no findings: its labels are about other things. `keys` are those
    of the papers: a finding names the one that its list is about, where there is only one.
    """
    if not reading.papers_by_scope:
        return
    read: dict[int, list[Stretch]] = {}
    for stretch in stretches:
        read.setdefault(stretch.block, []).append(stretch)
        inline = reading.inlines[stretch.block]
        if stretch.kind is Kind.MARKED and _is_partly_read(inline, stretch):
            yield _partly(inline, stretch, path)
    for number, inline in enumerate(reading.inlines):
        if reading.blocks[number].kind in ("code", "row", "heading"):
            continue
        for match in LABEL.pattern.finditer(inline.text):
            if not any(held.names.start >= match.start() for held in read.get(number, ())):
                key = _key_of(reading, number, keys)
                yield from (
                    attrs.evolve(one, key=key) for one in _unread(inline, match.end(), path)
                )


def _key_of(reading: Reading, block: int, keys: Mapping[Identity, str]) -> str | None:
    """Return the key of the only paper that the nearest scope with papers mentions."""
    path = reading.blocks[block].path
    for depth in range(len(path), -1, -1):
        papers = reading.papers_named_in.get(path[:depth], set())
        if papers:
            return keys.get(next(iter(papers))) if len(papers) == 1 else None
    return None


def _is_partly_read(inline: Inline, stretch: Stretch) -> bool:
    names = inline.names(stretch.names.start, lenient=True)
    return names is not None and goes_on(inline, names)


def _partly(inline: Inline, stretch: Stretch, path: str | None) -> Diagnostic:
    last = stretch.names.names[-1].name
    rest = _shown(inline.text[stretch.names.end :])
    return Diagnostic(
        f"the author list can be read only up to {last!r}; what follows is not a name: "
        f"{rest!r}; write the names with commas between them",
        Location(path, inline.line_at(stretch.names.end)),
        field="author",
    )


def not_understood(words: str, key: str, place: Location) -> Diagnostic:
    """Return a finding for words beside a title that may be authors and are not understood."""
    return Diagnostic(
        f"{_shown(words)!r} may list the authors, and is not understood as names; it is not "
        'compared; write "Authors:" before the names, or commas between them',
        place,
        key=key,
        field="author",
    )


def _unread(inline: Inline, start: int, path: str | None) -> Iterator[Diagnostic]:
    line = inline.text[start:].lstrip(" *_").split("\n", 1)[0]
    names = inline.names(start, lenient=True)
    if is_nobody(line) or not any(letter.isalpha() for letter in line):
        return
    if OF_THIS_TEXT.search(line):
        return
    place = Location(path, inline.line_at(start))
    if names is not None and may_be_pairs(inline, names):
        message = (
            f"{len(names.names)} single words may be family names or pairs of family and given "
            f'name: {_shown(line)!r}; the list is not compared; write "Given Family" for each name'
        )
    elif names is None:
        message = (
            f"the author list {_shown(line)!r} cannot be read, so it is not compared; "
            "write the names with commas between them"
        )
    else:
        return
    yield Diagnostic(message, place, field="author")


def _shown(text: str) -> str:
    line = text.strip(" ,;*_").split("\n", 1)[0]
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
