"""The blocks of a note that make the entry of one paper: an item, a section, a line or a row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from refcore.markdown.blocks import CELL
from refcore.markdown.links import Mention
from refcore.markdown.reading import ABOUT_PEOPLE, Reading
from refcore.names.running import surely_names
from refcore.names.surnames import opening_surnames

__all__ = ["MOST_BLOCKS", "list_of", "region"]

MOST_BLOCKS = 6  # of an entry that are looked at


def region(reading: Reading, mention: Mention) -> list[tuple[int, int, int]]:
    """Return the parts of blocks that make the entry: block, start and stop."""
    block = reading.blocks[mention.block]
    if block.kind == "code":
        return []
    if block.kind == "row":
        cell = _citing_cell(reading, mention)
        if cell:
            return [(mention.block, *cell)]
        only = _only(reading.by_block[mention.block], mention)
        return [(mention.block, 0, len(reading.inlines[mention.block].text))] if only else []
    whole = _of_scope(reading, mention)
    if whole:
        return [(number, 0, len(reading.inlines[number].text)) for number in whole]
    if _only(reading.by_block[mention.block], mention):
        return [(mention.block, 0, len(reading.inlines[mention.block].text))]
    return _line_of(reading, mention)


def list_of(reading: Reading, mention: Mention) -> tuple[object, ...]:
    """Return what the entries of one list have in common."""
    block = reading.blocks[mention.block]
    return block.kind, block.sections if not block.items else (), block.items[:-1]


def _citing_cell(reading: Reading, mention: Mention) -> tuple[int, int] | None:
    """Return the place of the cell of a mention, if it opens with names and so cites the work."""
    inline = reading.inlines[mention.block]
    start = inline.text.rfind(CELL, 0, mention.start) + 1
    stop = inline.text.find(CELL, mention.start)
    stop = stop if stop >= 0 else len(inline.text)
    names = inline.names(start, stop=mention.start) if mention.start - start > 6 else None
    surnames, _ = opening_surnames(inline.text, start)
    return (start, stop) if surnames or (names is not None and surely_names(names)) else None


def _only(mentions: Sequence[Mention], mention: Mention) -> bool:
    return all(m.identity == mention.identity for m in mentions if m.is_paper)


def _of_scope(reading: Reading, mention: Mention) -> list[int]:
    """Return the blocks of the item or section that mentions this paper alone."""
    block = reading.blocks[mention.block]
    items = [depth for depth, item in enumerate(block.items, 1) if item > 0]
    for depth in reversed(items):
        path = block.sections + block.items[:depth]
        if not _only(reading.papers_by_scope[path][:200], mention):
            return []
        blocks = _blocks_under(reading, path, mention.block)
        if not reading.is_field(block) or depth == items[0]:
            first = reading.first_blocks[block.items[depth - 1]]
            if not (len(blocks) == 1 and reading.is_field(reading.blocks[first])):
                return blocks
    path = block.sections
    heading = reading.headings.get(path[-1]) if path else None
    if heading is not None and ABOUT_PEOPLE.search(reading.inlines[heading].text):
        return []
    if not path or not _only(reading.papers_by_scope[path][:200], mention):
        return []
    return _blocks_under(reading, path, mention.block)


def _blocks_under(reading: Reading, path: tuple[int, ...], near: int) -> list[int]:
    """Return the blocks around a block within a scope."""

    def inside(number: int) -> bool:
        return reading.blocks[number].path[: len(path)] == path

    first = last = near
    while first > 0 and inside(first - 1) and near - first < 4 * MOST_BLOCKS:
        first -= 1
    while last + 1 < len(reading.blocks) and inside(last + 1) and last - first < MOST_BLOCKS:
        last += 1
    sections = reading.blocks[near].sections
    return [
        number
        for number in range(first, last + 1)
        if reading.blocks[number].kind not in ("row", "code")
        and reading.blocks[number].sections == sections
    ]


def _line_of(reading: Reading, mention: Mention) -> list[tuple[int, int, int]]:
    """Return the line of a mention in a block of several lines with one paper each."""
    line = reading.line_of(mention)
    if len(line) == len(reading.inlines[mention.block].text):
        return []
    starts = reading.starts[mention.block]
    first, last = bisect_left(starts, line.start), bisect_left(starts, line.stop)
    inside = reading.by_block[mention.block][first:last]
    return [(mention.block, line.start, line.stop)] if _only(inside, mention) else []
