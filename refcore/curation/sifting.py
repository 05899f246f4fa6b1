"""Duplicates in files of which few entries become references.

Two references can only be one work if they share an identifier, the words of a title or of its
main part, or a key in one file. An entry is read in brief for these; a whole reference is
made only of an entry that shares one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

import attrs

from refcore.bibtex.entry import Brief
from refcore.collector import rarely_collecting
from refcore.compare.titles import title_words
from refcore.curation.duplicates import Duplicates, find_duplicates, main_title, title_key
from refcore.curation.identity import identities
from refcore.model.reference import Reference

__all__ = ["Read", "Sifted", "find_duplicates_in"]


class Sifted(Protocol):
    """The entries of a file, such as `refcore.bibtex.read.Unread`."""

    def __len__(self) -> int: ...

    def key(self, place: int) -> str:
        """Return the citation key of an entry."""
        ...

    def brief(self, place: int) -> Brief:
        """Return what shows of which work an entry may be."""
        ...

    def whole(self, place: int) -> Reference:
        """Return the reference of an entry."""
        ...


@attrs.frozen
class Read:
    """References that are there already."""

    references: Sequence[Reference]

    def __len__(self) -> int:
        return len(self.references)

    def key(self, place: int) -> str:
        """Return the citation key of a reference."""
        return self.references[place].key

    def brief(self, place: int) -> Brief:
        """Return what shows of which work a reference may be."""
        reference = self.references[place]
        has_place = "volume" in reference.fields and "page" in reference.fields
        return Brief(reference.title, has_place, reference)

    def whole(self, place: int) -> Reference:
        """Return a reference."""
        return self.references[place]


def find_duplicates_in(files: Iterable[Sifted]) -> tuple[Duplicates, ...]:
    """Find what `find_duplicates` finds among all references of some files.

    >>> from refcore.bibtex.bibfile import BibFile
    >>> from refcore.bibtex.read import Unread
    >>> text = "@misc{a, doi={10.1000/X}} @misc{b, title={On Moss}} @misc{c, doi={10.1000/x}}"
    >>> print(*find_duplicates_in([Unread(BibFile.parse(text))]))
    a, c: the same DOI
    """
    with rarely_collecting():
        entries = [(file, place) for file in files for place in range(len(file))]
        keys = [[(id(file), file.key(place)), *_keys(file.brief(place))] for file, place in entries]
        shared = Counter(chain.from_iterable(keys))
        return find_duplicates(
            file.whole(place)
            for (file, place), own in zip(entries, keys, strict=True)
            if any(shared[key] > 1 for key in own)
        )


def _keys(brief: Brief) -> Iterator[Hashable]:
    """Yield keys of which two references of one work share one."""
    if brief.identified is not None:
        yield from identities(brief.identified)
    if not (words := title_words(brief.title)):
        return
    yield title_key(words)
    if brief.has_place:
        # Where volume and page are equal, one title may lack its subtitle.
        main = main_title(brief.title)
        yield "main", "".join(words if main == brief.title else title_words(main))
