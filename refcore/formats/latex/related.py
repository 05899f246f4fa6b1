"""Entries of a .bib file that stand for others, or that others need."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from refcore.bibtex.bibfile import BibFile

__all__ = ["Related"]

# Fields whose keys name entries that are in use where their entry is.
_NEEDS: Final = ("crossref", "xref", "xdata", "related")


@attrs.frozen
class Related:
    """What the entries of the bibliographies say of each other.

    `sets` are the members of each set, `former` the entry of each key in `ids`, and `needs`
    the keys of the entries that an entry takes fields from or names.
    """

    sets: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    former: dict[str, str] = attrs.field(factory=dict)
    needs: dict[str, tuple[str, ...]] = attrs.field(factory=dict)

    def add(self, file: BibFile) -> None:
        """Note what the entries of one file say of each other."""
        for key, entry in file.entries.items():
            if members := _keys([entry.get("entryset")]):
                self.sets.setdefault(key, members)
            for other in _keys([entry.get("ids")]):
                self.former.setdefault(other, key)
            if needed := _keys(entry.get(name) for name in _NEEDS):
                self.needs.setdefault(key, needed)

    def meant(self, key: str) -> tuple[str, ...]:
        """Return the keys of the entries that a cited key means."""
        return self.sets.get(key) or (self.former.get(key, key),)

    def used(self, cited: Iterable[str]) -> set[str]:
        """Return the keys that are in use where some are cited."""
        found: set[str] = set()
        waiting = list(cited)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += [*self.meant(key), *self.needs.get(key, ())]
        return found


def _keys(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(key.strip() for value in values for key in value.split(",") if key.strip())
