"""Entries that cite a work by its names, title and year alone, without an id or a link."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from refcore.markdown.links import Readings
from refcore.markdown.reading import Reading
from refcore.markdown.segments import Role, Segment, Style, segments
from refcore.markdown.titles import bare_title, is_called, is_capitalised
from refcore.markdown.venues import year_of
from refcore.names.running import NameList

__all__ = ["Unlinked", "unlinked_entries"]

_LONGEST = 1500
_MARKED = (Style.QUOTED, Style.ITALIC, Style.BOLD)


@attrs.frozen
class Unlinked:
    """What an entry without an id says: title, names, year, and its line."""

    title: str
    names: NameList
    year: int
    line: int


def unlinked_entries(reading: Reading, most: Readings | None = None) -> Iterator[Unlinked]:
    """Return the entries of lists that name a work in full and give no id and no link.

    Only an item or a numbered entry counts, and only if nothing but names, one
    title, a venue and a year are in it: then it can be nothing else. `most` limits how
    many are read.

    >>> from refcore.markdown.note import inside
    >>> reading, _, _ = inside('- Bo Fei et al., "On the Form of Things", arXiv 2024.', None)
    >>> [(entry.title, entry.year) for entry in unlinked_entries(reading)]
    [('On the Form of Things', 2024)]
    """
    for number, block in enumerate(reading.blocks):
        text = reading.inlines[number].text
        listed = bool(block.items) or text.lstrip().startswith("[")
        if block.kind != "paragraph" or not listed or number in reading.by_block:
            continue
        # Cutting a block costs much more than a look for its year.
        if len(text) >= _LONGEST or not year_of(text):
            continue
        if most is not None and not most.take():
            return
        if found := _entry(reading, number):
            yield found


def _entry(reading: Reading, number: int) -> Unlinked | None:
    inline = reading.inlines[number]
    cut = segments(inline, (), 0, len(inline.text))
    # The number of an entry does not belong to it.
    held = [x for x in cut if not (x.role is Role.LINK and x.text.isdecimal())]
    titles = [segment for segment in held if segment.role is Role.TITLE]
    names = [segment for segment in held if segment.role is Role.NAMES]
    meta = [segment for segment in held if segment.role is Role.META]
    year = next((year for segment in meta if (year := year_of(segment.text))), 0)
    if len(titles) != 1 or len(names) != 1 or not year:
        return None
    if len(titles) + len(names) + len(meta) != len(held) or names[0].names is None:
        return None
    title = bare_title(titles[0].text)
    if is_called(title) or not (titles[0].style in _MARKED or _is_between(held, titles[0])):
        return None
    return Unlinked(title, names[0].names, year, inline.line_at(titles[0].start))


def _is_between(held: list[Segment], title: Segment) -> bool:
    """Return whether a plain title has the names before it and a venue or a year after it."""
    place = held.index(title)
    before = {segment.role for segment in held[:place]}
    return Role.NAMES in before and place + 1 < len(held) and is_capitalised(title.text)
