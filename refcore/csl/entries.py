"""Entries of a bibliography as trees, each with the place of its item."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

import attrs

from refcore.csl.inlines import Tree, parted
from refcore.csl.items import clean
from refcore.csl.processor.engine import Engine
from refcore.csl.processor.finish import finished
from refcore.csl.processor.tree import plain
from refcore.model.reference import Reference

__all__ = ["PlacedEntry", "entries_of", "named"]


@attrs.frozen
class PlacedEntry:
    """One entry of a bibliography: the place of its item in the input, and its tree.

    `number` is the number of its item; a label that is this number is numeric.
    """

    index: int
    tree: Tree
    number: int = 0

    @functools.cached_property
    def parts(self) -> tuple[Tree, Tree]:
        """The label in the margin (empty where there is none), and what it labels."""
        label, body = parted(self.tree)
        return (label, body) if plain(body) else ((), label)

    @property
    def label(self) -> Tree:
        """The label in the margin; empty where there is none."""
        return self.parts[0]

    @property
    def is_numbered(self) -> bool:
        """Whether the label is the item's number."""
        shown = plain(self.label)
        digits = re.findall("[0-9]+", shown)
        return digits == [str(self.number)] and not any(map(str.isalpha, shown))


def entries_of(
    engine: Engine, places: Mapping[str, int], links: bool = True
) -> tuple[PlacedEntry, ...]:
    """Return the entries in the order of the style, then an empty one for each item without."""
    printed = [
        PlacedEntry(
            places[entry.id],
            finished(entry.inlines, engine.locale, links),
            engine.numbers[entry.id],
        )
        for entry in engine.bibliography()
    ]
    found = {entry.index for entry in printed}
    return (*printed, *(PlacedEntry(at, ()) for at in places.values() if at not in found))


def named(entry: PlacedEntry, reference: Reference) -> PlacedEntry:
    """Return an entry; its key is added if it prints numbers and signs only."""
    text = plain(entry.parts[1])
    bare = not (reference.title or reference.authors)
    if (text.strip() and not bare) or any(map(str.isalpha, text)):
        return entry
    before = (*entry.tree, " ") if entry.tree else ()
    return attrs.evolve(entry, tree=(*before, clean(reference.key)))
