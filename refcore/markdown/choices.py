"""Which segment of an entry is the title, and which are the names."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

from refcore.markdown.entrysegments import MARKED, PlacedSegment
from refcore.markdown.links import Mention
from refcore.markdown.reading import Reading
from refcore.markdown.segments import Role, Style
from refcore.markdown.titles import clean, is_capitalised
from refcore.text.patterns import regex

__all__ = ["choose_title", "join_halves", "nearest_names", "reaches"]

_OF_AUTHORS = regex(r"[\s*_]*(?:authors?|(?:written|authored) by)[\s*_:]*", re.IGNORECASE)


def choose_title(reading: Reading, placed: list[PlacedSegment], mention: Mention) -> int | None:
    """Return the place of the title: linked to the paper, or else marked, a heading, or alone."""
    titles = [n for n, held in enumerate(placed) if held.segment.role is Role.TITLE]
    if any(_quotes(placed[n], mention) for n in titles):
        return None
    titles = _without_remarks(placed, titles, mention)
    titles = titles or [n for n in range(len(placed)) if _may_be_title(placed, n)]
    # A short text may be the title only if no text has the words of a title.
    long = [n for n in titles if len(placed[n].segment.text.split()) > 2]
    for own in (long, [n for n in titles if n not in long]):
        for rank in _RANKS:
            for number in own:
                if rank(reading, placed[number], mention):
                    return number
        if own and _is_closed(reading, placed, own[0]):
            return own[0]
    return None


def _quotes(held: PlacedSegment, mention: Mention) -> bool:
    """Return whether a quotation goes on past a mention: '"Berg (arXiv:2506.13585) shows it"'."""
    segment = held.segment
    within = held.block == mention.block and segment.start < mention.start < segment.end
    return within and segment.style is Style.QUOTED and not mention.text


def _without_remarks(placed: list[PlacedSegment], titles: list[int], mention: Mention) -> list[int]:
    """Return the titles without plain words after the work that are not set as a title.

    They describe the thing whose name is before the work.
    """

    def is_before(held: PlacedSegment) -> bool:
        return held.block == mention.block and held.segment.end <= mention.start

    if not any(is_before(placed[n]) for n in titles):
        return titles
    return [
        n
        for n in titles
        if is_before(placed[n])
        or placed[n].block != mention.block
        or placed[n].segment.style is not Style.PLAIN
        or is_capitalised(placed[n].segment.text)
    ]


def join_halves(reading: Reading, placed: list[PlacedSegment], number: int) -> list[PlacedSegment]:
    """Join the halves of a plain title that a dash separates."""
    title = placed[number]
    before = placed[number - 1] if number > 1 else title
    if before.segment.role is Role.NAME and placed[number - 2].segment.role is Role.NAMES:
        # After the names, what reads as one more is the first half.
        half = attrs.evolve(before, segment=attrs.evolve(before.segment, role=Role.TITLE))
        tried = [*placed[: number - 1], half, *placed[number:]]
        joined = join_halves(reading, tried, number - 1)
        return joined if len(joined) < len(placed) else placed
    while number + 1 < len(placed):
        following = placed[number + 1]
        between = reading.inlines[title.block].text[title.segment.end : following.segment.start]
        plain = title.segment.style is following.segment.style is Style.PLAIN
        is_half = plain and following.segment.role is Role.TITLE and following.block == title.block
        wrapped = between == "\n" and _is_wrapped(reading, placed, number)
        if not (is_half and (wrapped or between.strip() in ("-", "–", "—"))):
            break
        end = following.segment.end
        text = clean(reading.inlines[title.block].text[title.segment.start : end])
        title = attrs.evolve(title, segment=attrs.evolve(title.segment, text=text, end=end))
        placed = [*placed[:number], title, *placed[number + 2 :]]
    return placed


def _is_wrapped(reading: Reading, placed: list[PlacedSegment], number: int) -> bool:
    """Return whether a plain title after names goes on in the next line, up to a full stop."""
    title, following = placed[number], placed[number + 1]
    named = any(
        held.segment.role is Role.NAMES and held.block == title.block for held in placed[:number]
    )
    text = reading.inlines[title.block].text
    return named and text[following.segment.end : following.segment.end + 1] == "."


def _may_be_title(placed: list[PlacedSegment], number: int) -> bool:
    """Return whether what reads as names can be a title: three words, or after other names."""
    segment = placed[number].segment
    words = segment.text.split()
    if segment.role is Role.META and segment.style is not Style.BRACKET:
        # The title of a workshop reads as a venue.
        named = any(held.segment.role is Role.NAMES for held in placed)
        return named and len(words) > 4 and segment.linked is None
    if segment.role is Role.NAMES:
        others = [n for n, held in enumerate(placed) if held.segment.role is Role.NAMES]
        # What opens an entry is its title where the names are said to be further on.
        said = number == 0 and any(placed[n - 1].segment.role is Role.LABEL for n in others[1:])
        return (others[0] < number or said) and len(words) > 3
    if segment.role is not Role.NAME or any("." in word for word in words):
        return False
    named = any(held.segment.role is Role.NAMES for held in placed)
    return len(words) > 2 or (named and segment.style in MARKED)


_Rank = Callable[[Reading, PlacedSegment, Mention], bool]


def _leads_to(_: Reading, held: PlacedSegment, mention: Mention) -> bool:
    linked = held.segment.linked
    return linked is not None and linked.identity == mention.identity and bool(linked.text)


def _marked_before(_: Reading, held: PlacedSegment, mention: Mention) -> bool:
    near = held.block == mention.block and held.segment.start < mention.start
    return near and held.segment.style in MARKED


def _is_heading(reading: Reading, held: PlacedSegment, _: Mention) -> bool:
    return reading.blocks[held.block].kind == "heading"


def _is_in_marks(_: Reading, held: PlacedSegment, __: Mention) -> bool:
    return held.segment.style in MARKED


_RANKS: tuple[_Rank, ...] = (_leads_to, _marked_before, _is_heading, _is_in_marks)


def _is_closed(reading: Reading, placed: list[PlacedSegment], number: int) -> bool:
    """Return whether names follow a plain title, or a link after nothing but dates and venues."""
    own = placed[number]
    for held in placed:
        if held.block != own.block or held.segment.start <= own.segment.start:
            continue
        if held.segment.role in (Role.LINK, Role.NAMES):
            return True
        if held.segment.linked is not None:
            return True
        if held.segment.role is Role.LABEL and held is placed[number + 1]:
            # Fields below a line belong to what the line names.
            text = reading.inlines[own.block].text
            return (
                "\n" in text[own.segment.end : held.segment.start]
                or nearest_names(placed, number) is not None
            )
        if held.segment.role in (Role.TITLE, Role.PROSE, Role.LABEL):
            return nearest_names(placed, number) is not None
    beside = [held for held in placed if held is not own]
    if any(held.segment.role in (Role.NAMES, Role.LINK) for held in beside):
        return True
    # "- [[pdf](…)] On It": nothing else is in the item.
    item = bool(reading.blocks[own.block].items) and len(own.segment.text.split()) > 2
    return item and any(held.segment.linked for held in beside)


def nearest_names(placed: list[PlacedSegment], title: int) -> PlacedSegment | None:
    """Return the names nearest to the title: those of its own block first."""
    order = [*range(title - 1, -1, -1), *range(title + 1, len(placed))]
    order.sort(key=lambda number: placed[number].block != placed[title].block)
    for role in (Role.NAMES, Role.NAME):
        for number in order:
            held: PlacedSegment = placed[number]
            if held.segment.role is not role or not reaches(placed, title, number):
                continue
            if role is Role.NAMES or not _is_of_sentence(placed, title, number):
                return held
    return None


def _is_of_sentence(placed: list[PlacedSegment], title: int, number: int) -> bool:
    """Return whether one name is in another block than the title, with words that it may belong to.

    "Numbers are no insight. — Bo Fei" over a title names whom the sentence is from.
    """
    own = placed[number].block
    if own == placed[title].block:
        return False
    return any(
        held.block == own and held.segment.role in (Role.TITLE, Role.PROSE) for held in placed
    )


def reaches(placed: list[PlacedSegment], title: int, number: int) -> bool:
    """Return whether only dates, venues, links and places lie between a title and names."""
    between = placed[min(title, number) + 1 : max(title, number)]
    if between and _OF_AUTHORS.fullmatch(between[-1].segment.text) and title < number:
        between = between[:-1]
    if any(held.segment.role in (Role.LABEL, Role.PROSE) for held in between):
        return False
    return not any(held.segment.role is Role.TITLE for held in between)
