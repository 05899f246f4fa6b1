"""The blocks of a note that make the entry of one paper: an item, a section, a line or a row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from refcore.markdown.blocks import CELL
from refcore.markdown.links import Mention
from refcore.markdown.reading import ABOUT_PEOPLE, Reading
from refcore.names.running import surely_names
from refcore.names.surnames import opening_surnames
from refcore.text.patterns import regex

__all__ = ["MOST_BLOCKS", "list_of", "near_parts", "region", "with_near"]

MOST_BLOCKS = 6  # of an entry that are looked at
_NEAR = 400  # length of a block beside an entry that may belong to it
# "Cited as: …": an item that is a field of an entry.
_LABELLED = regex(r"[\s*_]{0,6}[^\W\d_][\w ()/-]{0,30}[*_]{0,3}[:：]")
# "Berg, A. *On It*. Acta, 2020": a citation that has no id.
_CITES = regex(r"[^\n]{30,600}?[\s(](?:19|20)[0-9]{2}\b")
_NOT_BARE = regex(r"(?<!\S)(?!https?:)[^\W\d_]{3}")
_MOST_BEFORE = 5  # blocks before an entry that may belong to it


def region(reading: Reading, mention: Mention) -> list[tuple[int, int, int]]:
    """Return the parts of blocks that make the entry: block, start and stop."""
    place = mention.block, mention.start, mention.end
    if place not in reading.regions:
        reading.regions[place] = _region(reading, mention)
    return reading.regions[place]


def _region(reading: Reading, mention: Mention) -> list[tuple[int, int, int]]:
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


def with_near(reading: Reading, own: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the parts of an entry, with short blocks before it and one after it.

    These are two blocks, the fields of a group and the lines of an item before the entry, and
    the heading over it alone.
    """
    first, last = own[0][0], own[-1][0]
    found = list(own)
    near, group = first, reading.entries_of_fields.get(first)
    for number in range(first - 1, max(-1, first - 1 - _MOST_BEFORE), -1):
        if not _may_belong(reading, number, ("paragraph", "heading")):
            break
        if _is_of_other(reading, number, first):
            break
        if _is_of_item(reading, number, first) or _in_group(reading, number, group):
            near = number
        elif number < near - 2:
            break
        found.insert(0, (number, 0, len(reading.inlines[number].text)))
    heading = reading.heading_over(first)
    if heading is not None and heading < found[0][0] and len(reading.papers_under[heading]) == 1:
        found.insert(0, (heading, 0, min(_NEAR, len(reading.inlines[heading].text))))
    if last + 1 < len(reading.blocks) and _may_belong(reading, last + 1, ("paragraph",)):
        found.append((last + 1, 0, len(reading.inlines[last + 1].text)))
    return found


def near_parts(
    reading: Reading, own: Sequence[tuple[int, int, int]], mention: Mention
) -> list[tuple[int, int, int]]:
    """Return the parts of blocks beside an entry that may belong to it.

    These are short blocks, and a heading right under that of the entry. Below a bare address
    these are two: "https://…", the title, the names.
    Over a bare address among others in one block these are the lines since the one before.
    """
    if not own:
        return []
    held = {block for block, _, _ in own}
    found = [part for part in with_near(reading, own) if part[0] not in held]
    last = max(held)
    found += [
        (number, 0, len(reading.inlines[number].text)) for number in _items_under(reading, last)
    ]
    if reading.blocks[last].kind == "heading" and _is_heading_in(reading, last + 1, last):
        found.append((last + 1, 0, len(reading.inlines[last + 1].text)))
    if any(_NOT_BARE.search(reading.inlines[n].text, start, stop) for n, start, stop in own):
        return found
    start = own[0][1]
    if start:
        return [(mention.block, reading.neighbours(mention)[0], start)]
    below = max((part[0] for part in found), default=0) + 1
    if max(held) < below < len(reading.blocks) and _may_belong(reading, below, ("paragraph",)):
        found.append((below, 0, len(reading.inlines[below].text)))
    return found


def _items_under(reading: Reading, over: int) -> list[int]:
    """Return the first items of a list right under a paragraph, which may be its fields."""
    blocks, found = reading.blocks, list[int]()
    if blocks[over].kind != "paragraph" or blocks[over].items:
        return found
    for number in range(over + 1, min(over + 1 + MOST_BLOCKS, len(blocks))):
        cites = any(mention.is_paper for mention in reading.by_block.get(number, ()))
        if cites or not blocks[number].items or len(reading.inlines[number].text) > _NEAR:
            break
        found.append(number)
    return found


def _is_heading_in(reading: Reading, number: int, over: int) -> bool:
    """Return whether a block is a heading right under another, of a section inside its section."""
    if number >= len(reading.blocks) or not _may_belong(reading, number, ("heading",)):
        return False
    sections = reading.blocks[over].sections
    return reading.blocks[number].sections[: len(sections)] == sections


def _is_of_item(reading: Reading, number: int, first: int) -> bool:
    """Return whether a block is the item around an entry, a line beside it there, or a field."""
    items, own = reading.blocks[number].items, reading.blocks[first].items
    if not items or not own or items[0] != own[0]:
        return False
    depth = len(items) - 1
    fields = reading.is_field(reading.blocks[first]) and reading.is_field(reading.blocks[number])
    return own[: len(items)] == items or (items[:depth] == own[:depth] and (depth > 1 or fields))


def _is_of_other(reading: Reading, number: int, first: int) -> bool:
    """Return whether a block is within an item beside that of an entry, which has its own work.

    It has its own paper, or it cites a work without an id in a list of several works.
    """
    block, own = reading.blocks[number], reading.blocks[first]
    apart = next(
        (n for n, (a, b) in enumerate(zip(block.items, own.items, strict=False)) if a != b), None
    )
    if apart is None or block.sections != own.sections:
        return False
    if reading.papers_by_scope.get(block.sections + block.items[: apart + 1]):
        return True
    text = reading.inlines[number].text
    several = len(reading.papers_named_in.get(block.sections + block.items[:apart], ())) > 1
    return not _LABELLED.match(text) and (several or bool(_CITES.match(text)))


def _in_group(reading: Reading, number: int, group: int | None) -> bool:
    return group is not None and reading.entries_of_fields.get(number) == group


def _may_belong(reading: Reading, number: int, kinds: tuple[str, ...]) -> bool:
    block = reading.blocks[number]
    if block.kind not in kinds or (block.items and "heading" not in kinds):
        return False
    cites = any(mention.is_paper for mention in reading.by_block.get(number, ()))
    return not cites and len(reading.inlines[number].text) < _NEAR
