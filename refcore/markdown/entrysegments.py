"""The segments of an entry: those of its own block, and of the blocks that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile, zip_longest

import attrs

from refcore.markdown.authorlists import are_authors
from refcore.markdown.links import Mention
from refcore.markdown.reading import ABOUT_PEOPLE, Reading
from refcore.markdown.regions import MOST_BLOCKS, region
from refcore.markdown.roles import is_acronym
from refcore.markdown.segments import Role, Segment, Style, segments
from refcore.markdown.titles import GENERIC, is_called, is_capitalised, is_generic, words_of
from refcore.text.patterns import regex

__all__ = [
    "MARKED",
    "MOST_OF_BLOCK",
    "PlacedSegment",
    "cut_block",
    "entry_segments",
    "is_marked",
    "tells_title",
    "without_values",
]

MOST_OF_BLOCK = 3000  # of a block of an entry
_MOST_OF_STAMP = 8  # words of a paragraph that is an id with its class and date
_OF_TITLE = regex(r"\b(?:title|paper|article|work|name|reference|citation)\b", re.IGNORECASE)
_MOST_OF_JOURNAL = 6  # words
_DATED = regex(r"[\s.,*_(]{1,6}(?:19|20)[0-9]{2}\b")
_PEOPLE = (Role.NAMES, Role.NAME, Role.LABEL)
MARKED = (Style.BOLD, Style.ITALIC, Style.QUOTED, Style.LINK)


@attrs.frozen
class PlacedSegment:
    """A segment and its block."""

    segment: Segment
    block: int


def entry_segments(reading: Reading, mention: Mention) -> Iterator[PlacedSegment]:
    """Return the segments of the entry that a mention belongs to, each block up to its prose."""
    own = region(reading, mention)[:MOST_BLOCKS]
    every = [held for block, start, stop in own for held in cut_block(reading, block, start, stop)]
    placed = list(without_values(held for held in every if not _is_below(reading, held, mention)))
    named = any(held.segment.role is Role.TITLE for held in placed)
    if placed and (above := _over_place(reading, placed)):
        yield from above
        return
    if own and not named and not tells_title(mention):
        below = [held for held in placed if reading.blocks[held.block].kind != "heading"]
        fields = bool(below) and (
            below[0].segment.role is Role.LABEL or _has_no_title(reading, placed, own[0][0])
        )
        over = fields or _is_part(reading, mention)
        yield from (
            _before(reading, own[0][0], fields=fields)
            or _over(reading, mention, over)
            or _page_after(reading, own[-1][0])
        )
    yield from placed
    if len(own) == 1 and named and not any(x.segment.role in _PEOPLE for x in placed):
        yield from _names_under(reading, own[0][0])


def _over_place(reading: Reading, placed: list[PlacedSegment]) -> list[PlacedSegment]:
    """Return the title and names in the paragraphs over a journal that is set like a title.

    "**On It**", "Ada Berg, Bo Fei", and below both "*Nat Lamps.* 2020 Feb 13. doi: …"
    """
    title = placed[0]
    called = title.segment.role in (Role.TITLE, Role.NAME)
    if title.segment.style is not Style.ITALIC or not called:
        return []
    dated = _DATED.match(reading.inlines[title.block].text, title.segment.end)
    if not dated or len(title.segment.text.split()) > _MOST_OF_JOURNAL:
        return []
    over = _before(reading, title.block, fields=False)
    roles = [held.segment.role for held in over]
    return over if Role.TITLE in roles and Role.NAMES in roles else []


def tells_title(mention: Mention) -> bool:
    """Return whether the words of a link are set as a title: then no other title is sought."""
    words = words_of(mention.text)
    plain = sum(word not in GENERIC for word in words)
    is_set = is_capitalised(mention.text) or (len(words) > 5 and not is_called(mention.text))
    return len(words) > 2 and plain * 2 > len(words) and is_set


def _is_part(reading: Reading, mention: Mention) -> bool:
    """Return whether a mention is under a heading for a part of an entry, such as "Abstract"."""
    sections = reading.blocks[mention.block].sections
    heading = reading.headings.get(sections[-1]) if sections else None
    return heading is not None and is_generic(reading.inlines[heading].text)


def _over(reading: Reading, mention: Mention, fields: bool) -> list[PlacedSegment]:
    """Return the heading over `fields`, if they are about the only paper under it."""
    heading = reading.heading_over(mention.block) if fields else None
    if heading is None or reading.papers_under[heading] != {mention.identity}:
        return []
    return list(cut_block(reading, heading, 0, len(reading.inlines[heading].text)))


def _has_no_title(reading: Reading, placed: list[PlacedSegment], block: int) -> bool:
    """Return whether a block can only belong to the heading over it: links alone, or names too."""
    roles = {held.segment.role for held in placed}
    if roles <= {Role.LINK, Role.META}:
        return True
    heading = block and reading.blocks[block - 1].kind == "heading"
    long = heading and len(reading.inlines[block - 1].text.split()) > 2
    named = Role.NAMES in roles and roles <= {Role.NAMES, Role.LINK, Role.META, Role.PLACE}
    return bool(long and named)


def cut_block(reading: Reading, block: int, start: int, stop: int) -> tuple[PlacedSegment, ...]:
    """Return the segments of a part of a block, which is cut once."""
    place = (block, start, stop)
    if place not in reading.cut_parts:
        inline, held = reading.inlines[block], reading.by_block.get(block, [])
        cut = segments(inline, held, start, min(stop, start + MOST_OF_BLOCK))
        reading.cut_parts[place] = tuple(PlacedSegment(segment, block) for segment in cut)
    return reading.cut_parts[place]


def _before(reading: Reading, block: int, *, fields: bool) -> list[PlacedSegment]:
    """Return the title of an entry without one from a separate block before it.

    The heading right before `fields` is their title.
    """
    found: list[PlacedSegment] = []
    if fields and block and reading.blocks[block - 1].kind == "heading":
        heading = reading.inlines[block - 1].text
        names_part = ABOUT_PEOPLE.search(heading) or is_generic(heading)
        return [] if names_part else list(cut_block(reading, block - 1, 0, len(heading)))
    for number in range(block - 1, max(-1, block - 4), -1):
        cites = any(held.is_paper for held in reading.by_block.get(number, ()))
        if reading.blocks[number].kind != "paragraph" or cites:
            return []
        placed = list(cut_block(reading, number, 0, len(reading.inlines[number].text)))
        if any(held.segment.role is Role.TITLE for held in placed):
            placed = [*dropwhile(_is_date_or_link, placed)]
        is_title = bool(placed) and placed[0].segment.role is Role.TITLE
        rest = {held.segment.role for held in placed[1:]}
        named = not rest or Role.NAMES in rest
        line = named and rest <= {Role.NAMES, Role.META} and _is_line(reading, number)
        alone = line or (len(placed) == 1 and (found or _names_over(reading, number)))
        if is_title and (is_marked(placed[0]) or alone):
            over = [] if found or rest else _names_over(reading, number)
            return over + placed + found
        if placed and placed[0].segment.role is Role.NAMES:
            found = placed + found
    return []


def _page_after(reading: Reading, block: int) -> list[PlacedSegment]:
    """Return a title and names in the two paragraphs under an id, as a paper's first page has."""
    if len(reading.inlines[block].text.split()) > _MOST_OF_STAMP:
        return []
    found: list[PlacedSegment] = []
    for number in (block + 1, block + 2):
        if number >= len(reading.blocks) or reading.by_block.get(number):
            return []
        if reading.blocks[number].kind != "paragraph" or reading.blocks[number].items:
            return []
        found += cut_block(reading, number, 0, len(reading.inlines[number].text))
    roles = [held.segment.role for held in found]
    is_page = roles[:2] == [Role.TITLE, Role.NAMES] and found[1].block == block + 2
    return found[:2] if is_page and _is_line(reading, block + 1) else []


def _names_under(reading: Reading, block: int) -> list[PlacedSegment]:
    """Return the names in the paragraph under a title that has none, if it has nothing else.

    Where such names are over the title too, they may be of the next one.
    """
    if reading.blocks[block].kind != "paragraph" or _names_alone(reading, block, block - 1):
        return []
    return _names_alone(reading, block, block + 1)


def _names_alone(reading: Reading, block: int, near: int) -> list[PlacedSegment]:
    """Return the segments of a paragraph beside a block, if they are names, dates and places."""
    if not 0 <= near < len(reading.blocks) or reading.by_block.get(near):
        return []
    own, other = reading.blocks[block], reading.blocks[near]
    if other.kind != "paragraph" or other.path != own.path or own.items:
        return []
    placed = list(cut_block(reading, near, 0, len(reading.inlines[near].text)))
    roles = {held.segment.role for held in placed}
    beside = {Role.NAMES, Role.META, Role.PLACE}
    lists = [x.segment.names for x in placed if x.segment.names is not None]
    several = bool(lists) and are_authors(lists[0])
    return placed if several and Role.NAMES in roles and roles <= beside else []


def _names_over(reading: Reading, block: int) -> list[PlacedSegment]:
    """Return the names of the paragraph right over a title, if it has a year and nothing more."""
    near = block - 1
    if block == 0 or reading.blocks[near].kind != "paragraph" or reading.by_block.get(near):
        return []
    if reading.blocks[near].path != reading.blocks[block].path:
        return []
    placed = list(cut_block(reading, near, 0, len(reading.inlines[near].text)))
    roles = [held.segment.role for held in placed]
    return placed if roles == [Role.NAMES, Role.META] else []


def _is_date_or_link(held: PlacedSegment) -> bool:
    return held.segment.role in (Role.META, Role.LINK)


def _is_line(reading: Reading, block: int) -> bool:
    """Return whether a plain paragraph is set like a title: one line of capitals without a stop."""
    text = reading.inlines[block].text.strip()
    words = len(text.split())
    return 2 < words < 30 and text[-1] not in ".:;,!" and "\n" not in text and is_capitalised(text)


def is_marked(held: PlacedSegment) -> bool:
    """Return whether a segment is bold, italic, quoted or a link."""
    return held.segment.style in MARKED


def without_values(placed: Iterable[PlacedSegment]) -> Iterator[PlacedSegment]:
    """Return the segments without plain words after the label of another field."""
    before: PlacedSegment | None = None
    every = list(placed)
    for held, following in zip_longest(every, every[1:]):
        labelled = before is not None and before.segment.role is Role.LABEL
        value = labelled and held.segment.role is Role.TITLE and _is_plain_value(before, held)
        # "**Method 1**: On the Form of It — Ada Berg, Bo Fei": names follow the title.
        named = following is not None and following.segment.role is Role.NAMES
        if value and before and (named or is_acronym(before.segment.text)):
            value = is_generic(before.segment.text) or len(held.segment.text.split()) < 3
        before = held
        if not value:
            yield held


def _is_plain_value(label: PlacedSegment | None, held: PlacedSegment) -> bool:
    if label is None or label.block != held.block or held.segment.style is not Style.PLAIN:
        return False
    return label.segment.style in (Style.BOLD, Style.ITALIC) and not _OF_TITLE.search(
        label.segment.text
    )


def _is_below(reading: Reading, held: PlacedSegment, mention: Mention) -> bool:
    """Return whether plain words are in an item below the mention: they are about the work."""
    block = reading.blocks[held.block]
    own = reading.blocks[mention.block]
    plain = held.segment.style is Style.PLAIN and block.kind != "heading"
    return plain and held.block > mention.block and len(block.items) > len(own.items)
