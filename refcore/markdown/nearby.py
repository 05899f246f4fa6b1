"""The words of an entry, and what is said beside it."""

from __future__ import annotations

from collections.abc import Set

from refcore.markdown.entrysegments import MOST_OF_BLOCK
from refcore.markdown.links import Mention
from refcore.markdown.reading import Reading
from refcore.markdown.regions import MOST_BLOCKS, near_parts, region
from refcore.text.patterns import regex

__all__ = ["entry_text", "near_text"]

_ADDRESSES = regex(r"https?:\S+|\b[\w.-]+@[\w.-]+")
# What a reader of the page sees only beside the pointer: titles of links, words for images.
_UNSEEN = regex(
    r"\]\([^\s()]{1,500}\s+\"([^\"\n]{2,200})\"|\b(?:alt|title)=[\"']([^\"'\n]{2,200})[\"']"
    r"|!\[([^\[\]\n]{2,200})\]"
)


def entry_text(reading: Reading, mention: Mention) -> str:
    """Return the words of the entry that a mention belongs to, without addresses, or ""."""
    parts = [
        reading.inlines[block].text[start : min(stop, start + MOST_OF_BLOCK)]
        for block, start, stop in region(reading, mention)[:MOST_BLOCKS]
    ]
    return _ADDRESSES.sub(" ", "\n".join(parts))


def near_text(reading: Reading, mention: Mention, taken: Set[int]) -> str:
    """Return what is said beside the entry of a mention, apart from the lists of other works.

    It is in short blocks around the entry, and in the titles of links and images.
    `taken` are the blocks with the authors of the note's works.
    """
    own = region(reading, mention)[:MOST_BLOCKS]
    near = (
        reading.inlines[block].text[start:stop]
        for block, start, stop in near_parts(reading, own, mention)
        if block not in taken or start
    )
    unseen = (
        next(filter(None, match.groups()))
        for block, _, _ in own
        for match in _UNSEEN.finditer(reading.blocks[block].text[:MOST_OF_BLOCK])
    )
    return _ADDRESSES.sub(" ", "\n".join((*near, *unseen)))
