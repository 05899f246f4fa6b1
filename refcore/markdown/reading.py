"""The content of a note by place: works mentioned, their surroundings, headings, fields."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs

from refcore.markdown.blocks import Block
from refcore.markdown.links import Inline, Mention
from refcore.markdown.titles import (
    GENERIC,
    TITLE_LABEL,
    TITLE_WORDS,
    bare_title,
    clean,
    is_generic,
    labelled_title,
    words_of,
)
from refcore.text.patterns import regex

__all__ = [
    "ABOUT_PEOPLE",
    "REACH",
    "Identity",
    "Reading",
    "field_title",
    "heading_title",
    "lead_label",
]

Identity = tuple[str, str]
# A heading with one of these speaks of the authors, and names no work.
ABOUT_PEOPLE = regex(
    r"\A(?=\W*(?:\w+\W+){0,8}\w+\W*\Z).*?\b(?:authors?|contributors?|who|wrote)\b|\A\W*\w+(?:\W+\w+){0,5}\W*\?\s*\Z",
    re.IGNORECASE,
)
# At most so many neighbours are examined, so that long notes stay fast.
REACH = 12
_NEAR = 6  # blocks on both sides of a work in which a label may name it


@attrs.frozen(slots=False)
class Reading:
    """The blocks of a note, their content, and the works mentioned, in order."""

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

    @cached_property
    def papers_named_in(self) -> dict[tuple[int, ...], set[Identity]]:
        """The papers of each scope, each once."""
        scopes = self.papers_by_scope.items()
        return {path: {mention.identity for mention in held} for path, held in scopes}

    @cached_property
    def first_block_of(self) -> dict[Identity, Block]:
        """The block that mentions a paper first."""
        papers = reversed(self.papers_by_scope.get((), []))
        return {mention.identity: self.blocks[mention.block] for mention in papers}

    @cached_property
    def _breaks(self) -> dict[int, list[int]]:
        """Where the lines of a block end, for the blocks that were asked for."""
        return {}

    @cached_property
    def cut_parts(self) -> dict[tuple[int, int, int], tuple[Any, ...]]:
        """The segments of the parts of blocks that were cut: each part is cut once."""
        return {}

    @cached_property
    def regions(self) -> dict[tuple[int, int, int], list[tuple[int, int, int]]]:
        """The parts of blocks that make an entry, by the place of its mention: found once."""
        return {}

    def line_of(self, mention: Mention) -> range:
        """Return the line of its block on which a mention is, or its lines."""
        text = self.inlines[mention.block].text
        if mention.block not in self._breaks:
            found = (match.start() for match in re.finditer("\n", text))
            self._breaks[mention.block] = list(found)
        breaks = self._breaks[mention.block]
        before, after = bisect_left(breaks, mention.start), bisect_left(breaks, mention.end)
        start = breaks[before - 1] + 1 if before else 0
        return range(start, breaks[after] if after < len(breaks) else len(text))

    def neighbours(self, mention: Mention) -> tuple[int, int]:
        """Return the end of the work before a mention in its block, and the start of the next."""
        held = self.by_block[mention.block]
        index = bisect_left(self.starts[mention.block], mention.start)
        before = after = None
        for other in reversed(held[max(0, index - REACH) : index]):
            if other.identity != mention.identity:
                before = other.end
                break
        for other in held[index : index + REACH]:
            if other.identity != mention.identity and other.start >= mention.end:
                after = other.start
                break
        return before or 0, len(self.inlines[mention.block].text) if after is None else after

    def around(self, block: int, offset: int) -> tuple[list[Mention], list[Mention]]:
        """Return the mentions of a block before an offset (nearest first) and after it."""
        held = self.by_block.get(block, [])
        index = bisect_right(self.starts.get(block, []), offset)
        before = [m for m in reversed(held[max(0, index - REACH) : index]) if m.end <= offset]
        return before, held[index : index + REACH]

    def covering(self, block: int, offset: int) -> Mention | None:
        """Return the mention whose own text contains an offset of a block."""
        index = bisect_right(self.starts.get(block, []), offset) - 1
        held = self.by_block[block][index] if index >= 0 else None
        return held if held and offset < held.end else None

    def nearest(self, block: int) -> Iterator[Mention]:
        """Return the papers in the scopes around a block, innermost scope first, nearest first."""
        path = self.blocks[block].path
        # Fields of one entry need no common heading.
        least = -1 if block in self.entries_of_fields else 0
        for depth in range(len(path), least, -1):
            held = self.papers_by_scope.get(path[:depth], [])
            index = bisect_left(held, block, key=lambda mention: mention.block)
            yield from reversed(held[max(0, index - REACH) : index])
            yield from held[index : index + REACH]
        yield from self._over_list(block)
        if self.has_one_paper:
            yield self.papers_by_scope[()][0]

    def _over_list(self, block: int) -> Iterator[Mention]:
        """Return the paper of the paragraph right over a list, in a note without headings."""
        own = self.blocks[block]
        first = self.first_blocks.get(own.items[0]) if own.items and not own.sections else None
        if first and not self.blocks[first - 1].items:
            papers = [mention for mention in self.by_block.get(first - 1, []) if mention.is_paper]
            if len({mention.identity for mention in papers}) == 1:
                yield papers[0]

    @cached_property
    def has_one_paper(self) -> bool:
        """Whether the whole note mentions one paper only."""
        return len({m.identity for m in self.papers_by_scope.get((), [])[:200]}) == 1

    def may_speak_of(self, block: int, mention: Mention) -> bool:
        """Return whether the text of a block may be about a work that another block mentions.

        Not if its item has a name of its own, and not if the work is named in
        another item or section and there are several works to choose from.
        """
        own, other = self.blocks[block], self.blocks[mention.block]
        entry = self.entries_of_fields.get(block)
        if entry is not None and mention.block in self.entries_of_fields:
            return entry == self.entries_of_fields[mention.block] or self._is_front(mention)
        for item in own.items:
            if item > 0 and item not in other.items and self._named_apart(item, mention):
                return False
        if self.is_field(own) and self.is_field(other) and own.items[:-1] == other.items[:-1]:
            return True
        if own.path[: len(other.path)] == other.path:
            return True
        depth = next(
            (n for n, (a, b) in enumerate(zip(own.path, other.path, strict=False)) if a != b),
            min(len(own.path), len(other.path)),
        )
        shared = self.papers_by_scope[own.path[:depth]]
        return all(held.identity == mention.identity for held in shared[:200])

    def _is_front(self, mention: Mention) -> bool:
        """Whether front matter names the only paper, and one group of fields follows it."""
        first = mention.block < min(self.headings.values(), default=0)
        return first and self.has_one_paper and len(set(self.entries_of_fields.values())) == 2

    def is_field(self, block: Block) -> bool:
        """Return whether a block begins an item such as "Link: …"."""
        if not block.items:
            return False
        return bool(_field_label(self.inlines[self.first_blocks[block.items[-1]]].text))

    @cached_property
    def entries_of_fields(self) -> dict[int, int]:
        """Which paragraphs like "Link: …" are one group; a repeated label starts a new group."""
        found: dict[int, int] = {}
        labels: set[str] = set()
        entry = part = 0
        for number, block in enumerate(self.blocks):
            plain = block.kind == "paragraph" and not block.items
            label = _field_label(self.inlines[number].text) if plain else ""
            if not label or label in labels or block.part != part:
                entry += 1
                labels.clear()
                part = block.part
            if label:
                labels.add(label)
                found[number] = entry
        return found

    def _named_apart(self, item: int, mention: Mention) -> bool:
        first = self.first_blocks.get(item)
        label = lead_label(self.inlines[first].text) if first is not None else ""
        if not label:
            return False
        text = self.inlines[mention.block].text
        context = text[max(0, mention.start - 600) : mention.end + 300]
        return not set(words_of(label)) <= set(words_of(context))

    @cached_property
    def headings(self) -> dict[int, int]:
        """The block of each heading."""
        return {
            block.sections[-1]: number
            for number, block in enumerate(self.blocks)
            if block.kind == "heading" and block.sections and not block.items
        }

    def heading_over(self, block: int) -> int | None:
        """Return the block of the nearest heading over a block that can name a work, or None.

        A heading such as "Metadata" names a part of what the heading over it names.
        """
        for section in reversed(self.blocks[block].sections):
            number = self.headings.get(section)
            if number is None or ABOUT_PEOPLE.search(self.inlines[number].text):
                return None
            if not is_generic(self.inlines[number].text):
                return number
        return None

    @cached_property
    def papers_under(self) -> dict[int, set[Identity]]:
        """The papers under each heading and above the next that can name a work."""
        found: dict[int, set[Identity]] = {}
        for number, held in self.by_block.items():
            heading = self.heading_over(number)
            if heading is not None:
                papers = {mention.identity for mention in held if mention.is_paper}
                found.setdefault(heading, set()).update(papers)
        return found

    @cached_property
    def _labelled(self) -> list[int]:
        """The blocks that have a label such as "Title:"; most notes have none."""
        return [
            number
            for number, inline in enumerate(self.inlines)
            if any(word in inline.folded for word in TITLE_WORDS)
            and TITLE_LABEL.search(inline.text)
        ]

    def labelled_near(self, block: int) -> list[int]:
        """Return the blocks near a block that have a label such as "Title:"."""
        first = bisect_left(self._labelled, block - _NEAR)
        return self._labelled[first : bisect_right(self._labelled, block + _NEAR)]

    @cached_property
    def first_blocks(self) -> dict[int, int]:
        """The first block of each list item."""
        found: dict[int, int] = {}
        for number, block in enumerate(self.blocks):
            for item in block.items[-4:]:
                found.setdefault(item, number)
        return found


# Labels of what a note says of a work beside its title, authors and address.
_FIELDS = frozenset(
    "affiliation affiliations venue summary institution institutions keywords tags conference "
    "journal comments category categories people subjects status published submitted".split()
)


def _field_label(text: str) -> str:
    match = re.match(r"[\s*_]*([^\W\d_][^:\n*_]{0,30})[*_]*:", text)
    label = match[1].casefold().strip() if match else ""
    return label if match and (is_generic(label) or label in _FIELDS) else ""


def lead_label(text: str) -> str:
    """Return the emphasised name with which an item begins, unless it names a field.

    >>> lead_label("**MiniMax-M2**: no paper"), lead_label("**Authors**: Bo Fei")
    ('MiniMax-M2', '')
    """
    match = re.match(r"\s*(?:\*\*|__)([^*_\n]{2,100})(?:\*\*|__)", text)
    label = clean(match[1]).rstrip(":") if match else ""
    is_field = all(word in GENERIC for word in words_of(label)) or ABOUT_PEOPLE.search(label)
    return "" if is_field else label


_SAYS_TITLE = regex(r"[\s*_]*(?:[a-z]+\s)?title\b", re.IGNORECASE)


def field_title(reading: Reading, mention: Mention, *, surely: bool = False) -> str:
    """Return the text of the item "Title: …" in the list of items that names a work.

    `surely` leaves out "Paper: …", which may say something else of it.
    """
    own = reading.blocks[mention.block]

    def order(number: int) -> tuple[bool, bool, int]:
        apart = reading.blocks[number].items != own.items
        return apart, number > mention.block, abs(number - mention.block)

    for number in sorted(reading.labelled_near(mention.block), key=order):
        block = reading.blocks[number]
        entry = reading.entries_of_fields.get(number, -1)
        beside = entry == reading.entries_of_fields.get(mention.block)
        below = own.items and block.items[: len(own.items)] == own.items
        if beside or below or (own.items and block.items[:-1] == own.items[:-1]):
            text = reading.inlines[number].text
            title, called = labelled_title(text)
            if title and not called and (not surely or _SAYS_TITLE.match(text)):
                return title
    return ""


def heading_title(reading: Reading, identity: Identity) -> str:
    """Return the heading over a paper with an author list, if it is the only one there."""
    block = reading.first_block_of.get(identity)
    if block is None or not (block.sections or reading.has_one_paper):
        return ""
    under = block.sections[-1] if block.sections else min(reading.headings, default=0)
    number = reading.headings.get(under)
    if number is None or reading.papers_named_in[block.sections] != {identity}:
        return ""
    text = re.sub(r"\s*\([^()]{1,20}\)\s*$", "", bare_title(reading.inlines[number].text))
    return "" if is_generic(text) or ABOUT_PEOPLE.search(text) else text
