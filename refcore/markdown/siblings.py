"""Names at the place where the other entries of a list have theirs.

Entries of one list are laid out alike. Where most of them have the names in a block of its own,
such as the first item under the title, that block lists names in the others too: also one name
alone, and words that are not understood, of which the note is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from refcore.markdown.attach import FoundList
from refcore.markdown.links import Mention
from refcore.markdown.reading import Identity, Reading
from refcore.markdown.regions import list_of
from refcore.markdown.rules import Kind
from refcore.markdown.titles import clean, is_generic
from refcore.markdown.venues import is_venue_or_date
from refcore.model.people import Person
from refcore.names.shape import may_list_people

__all__ = ["AsSiblings", "as_siblings"]

_LEAST: Final = 2  # entries that have their names at a place, so that others may have them there
_MOST: Final = 2  # such places of a list
_LONGEST: Final = 600

_Place = tuple[int, int]


@attrs.frozen
class AsSiblings:
    """The names of entries by the layout of their list, and what may be names there and is not."""

    lists: dict[Identity, FoundList]
    unread: dict[Identity, str]


def as_siblings(
    reading: Reading, firsts: Mapping[Identity, Mention], lists: Mapping[Identity, FoundList]
) -> AsSiblings:
    """Return the names of entries without any, where the others of their list have theirs.

    `firsts` are the first mentions of the works, `lists` the names that are read.

    >>> from refcore.markdown import read
    >>> items = (("Ada Berg, Bo Fei", 1), ("Mo Far, Al Go", 2), ("Tapa Ghosh", 3))
    >>> row = "- On Things [[1](https://arxiv.org/abs/2506.1358{})]\\n  - {}\\n  - 2016\\n"
    >>> library = read("".join(row.format(n, names) for names, n in items))
    >>> [str(reference.authors) for reference in library]
    ['Ada Berg, Bo Fei', 'Mo Far, Al Go', 'Tapa Ghosh']
    """
    counted: dict[object, Counter[_Place]] = {}
    for identity, held in lists.items():
        if identity in firsts and held.kind >= Kind.WHOLE:
            mention = firsts[identity]
            places = counted.setdefault(list_of(reading, mention), Counter())
            places.update(_place(reading, mention, held.block))
    found = AsSiblings({}, {})
    for identity, mention in firsts.items() if counted else ():
        places = (
            Counter() if identity in lists else counted.get(list_of(reading, mention), Counter())
        )
        for block in _blocks(places, reading, mention):
            if names := _names(reading, block):
                found.lists[identity] = names
            elif may_list_people(text := clean(reading.inlines[block].text)):
                found.unread[identity] = text
    return found


def _place(reading: Reading, mention: Mention, block: int) -> Iterator[_Place]:
    """Yield the place of a block in the item of an entry: how far, and how deep it is."""
    own, other = reading.blocks[mention.block], reading.blocks[block]
    inside = own.items and other.items[: len(own.items)] == own.items
    if block > mention.block and inside and other.sections == own.sections:
        yield block - mention.block, len(other.items) - len(own.items)


def _blocks(places: Counter[_Place], reading: Reading, mention: Mention) -> Iterator[int]:
    """Yield the block of an entry at the place where others of its list have their names."""
    for place, count in places.most_common(_MOST):
        block = mention.block + place[0]
        if count < _LEAST or block >= len(reading.blocks) or reading.by_block.get(block):
            continue
        if place in _place(reading, mention, block):
            yield block


def _names(reading: Reading, block: int) -> FoundList | None:
    """Return the names that a block consists of, one at least."""
    inline = reading.inlines[block]
    if len(inline.text) > _LONGEST or is_venue_or_date(inline.text) or is_generic(inline.text):
        return None
    names = inline.names(0, lenient=True)
    if names is None or inline.text[names.end :].strip(" .,;*_"):
        return None
    people = all(isinstance(name, Person) and name.given for name in names.names)
    return FoundList(names, inline.line, kind=Kind.WHOLE, block=block) if people else None
