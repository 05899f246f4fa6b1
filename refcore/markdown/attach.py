"""Which author list belongs to which work: by place, nearest first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

import attrs

from refcore.markdown.blocks import CELL, Block
from refcore.markdown.links import Inline, Mention
from refcore.markdown.lists import NameList, is_name, read_names
from refcore.markdown.titles import GENERIC, clean, words_of

__all__ = ["FoundList", "Reading", "attach_lists", "lead_label"]

Identity = tuple[str, str]
_SENTENCE_END = re.compile(r"(?<!\bal)(?<![\s.(][^\W\d_])[.!?][\"”*_)\]]*\s+(?=[A-Z\"*“\[_])")
# How many neighbours are looked at, so that long notes stay fast.
_REACH = 12


@attrs.frozen(slots=False)
class Reading:
    """The blocks of a note, what stands in them, and the works mentioned, in order."""

    blocks: tuple[Block, ...]
    inlines: tuple[Inline, ...]
    mentions: tuple[Mention, ...]

    @cached_property
    def by_block(self) -> dict[int, list[Mention]]:
        """The mentions of each block that has some."""
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.block, []).append(mention)
        return found

    @cached_property
    def starts(self) -> dict[int, list[int]]:
        """Where the mentions of each block begin."""
        return {number: [m.start for m in held] for number, held in self.by_block.items()}

    @cached_property
    def papers_by_scope(self) -> dict[tuple[int, ...], list[Mention]]:
        """The papers mentioned in each scope and the scopes inside it."""
        found: dict[tuple[int, ...], list[Mention]] = {}
        for mention in self.mentions:
            if mention.is_paper:
                path = self.blocks[mention.block].path
                for depth in range(len(path) + 1):
                    found.setdefault(path[:depth], []).append(mention)
        return found

    def neighbours(self, mention: Mention) -> tuple[int, int]:
        """Where other works stand next to a mention in its block: their end, their start."""
        held = self.by_block[mention.block]
        index = bisect_left(self.starts[mention.block], mention.start)
        before = after = None
        for other in reversed(held[max(0, index - _REACH) : index]):
            if other.identity != mention.identity:
                before = other.end
                break
        for other in held[index : index + _REACH]:
            if other.identity != mention.identity and other.start >= mention.end:
                after = other.start
                break
        return before or 0, len(self.inlines[mention.block].text) if after is None else after

    def around(self, block: int, offset: int) -> tuple[list[Mention], list[Mention]]:
        """The mentions of a block before an offset (nearest first) and behind it."""
        held = self.by_block.get(block, [])
        index = bisect_right(self.starts.get(block, []), offset)
        before = [m for m in reversed(held[max(0, index - _REACH) : index]) if m.end <= offset]
        return before, held[index : index + _REACH]

    def nearest(self, block: int) -> Iterator[Mention]:
        """The papers in the scopes around a block, innermost scope first, nearest first."""
        path = self.blocks[block].path
        for depth in range(len(path), 0, -1):
            held = self.papers_by_scope.get(path[:depth], [])
            index = bisect_left([m.block for m in held], block) if len(held) < 500 else 0
            index = index or _position(held, block)
            yield from reversed(held[max(0, index - _REACH) : index])
            yield from held[index : index + _REACH]
        whole = self.papers_by_scope.get((), [])
        if whole and len({m.identity for m in whole[:200]}) == 1:
            yield whole[0]


def _position(held: list[Mention], block: int) -> int:
    return bisect_left(held, block, key=lambda mention: mention.block)


@attrs.frozen
class FoundList:
    """An author list of a note and the line on which it begins."""

    names: NameList
    line: int


def attach_lists(reading: Reading) -> dict[Identity, FoundList]:
    """Give each work its author list, the first that is found for it."""
    return {}
