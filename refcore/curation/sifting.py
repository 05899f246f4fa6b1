"""Duplicates in files of which few entries become references.

Two references can only be one work if they share an identifier, the words of a title or of its
main part, or a key in one file. An entry is read in brief for these; a whole reference is
made only of an entry that shares one. Most titles begin as no other does, and are not even
read for their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Protocol, TypeAlias

import attrs

from refcore.bibtex.entry import Brief, place_of
from refcore.collector import rarely_collecting
from refcore.compare.titles import title_words
from refcore.curation.duplicates import Duplicates, find_duplicates
from refcore.curation.identity import identities
from refcore.curation.title_keys import joined, key_starts, main_titles, title_key
from refcore.model.reference import Reference

__all__ = ["Read", "Sifted", "find_duplicates_in"]


_Keys: TypeAlias = list[tuple[str, str]]


class Sifted(Protocol):
    """The entries of a file, such as `refcore.bibtex.read.Unread`."""

    def __len__(self) -> int: ...

    def key(self, place: int) -> str:
        """Return the citation key of an entry."""
        ...

    def brief(self, place: int) -> Brief:
        """Return what shows of which work an entry may be."""
        ...

    def title(self, place: int) -> str:
        """Return the title of an entry as a reference has it, with or without marks of case."""
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
        fields = reference.fields
        volume, issue, pages = map(fields.get, ("volume", "issue", "page"))
        of_article = place_of(fields.get("container-title", ""), volume, issue, pages)
        return Brief(reference.title, has_place, reference, of_article)

    def title(self, place: int) -> str:
        """Return the title of a reference."""
        return self.references[place].title

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
        briefs = [file.brief(place) for file, place in entries]
        keys = [
            [(id(file), file.key(place)), *_identities(brief)]
            for (file, place), brief in zip(entries, briefs, strict=True)
        ]
        for key, numbers in _holders(_title_keys(entries, briefs)).items():
            if len(numbers) > 1:
                for number in _not_apart(numbers, briefs):
                    keys[number].append(key)
        shared = Counter(chain.from_iterable(keys))
        return find_duplicates(
            file.whole(place)
            for (file, place), own in zip(entries, keys, strict=True)
            if any(shared[key] > 1 for key in own)
        )


def _holders(keys: Mapping[int, _Keys]) -> dict[tuple[str, str], list[int]]:
    """Return who has each key.

    >>> _holders({1: [("title", "a")], 2: [("title", "a"), ("main", "b")]})
    {('title', 'a'): [1, 2], ('main', 'b'): [2]}
    """
    found: dict[tuple[str, str], list[int]] = {}
    for number, own in keys.items():
        for key in own:
            found.setdefault(key, []).append(number)
    return found


def _not_apart(numbers: Sequence[int], briefs: Sequence[Brief]) -> Sequence[int]:
    """Return those of one title that may be one work with another of them.

    The articles of a column in one journal are works of their own: none has the first page of
    another one, or the volume and the issue.

    >>> from refcore.bibtex.entry import Place
    >>> places = [Place("J", "1", "1", "9"), Place("J", "1", "2", "8"), Place("J", "2", "1", "8")]
    >>> _not_apart([0, 1, 2], [Brief("News", True, None, place) for place in places])
    [1, 2]
    """
    places = [place for number in numbers if (place := briefs[number].place)]
    if len(places) < len(numbers) or len({place.journal for place in places}) > 1:
        return numbers
    has_issues = all(place.issue for place in places)
    issues = [(place.volume, place.issue if has_issues else "") for place in places]
    in_issue, on_page = Counter(issues), Counter(place.page for place in places)
    return [
        number
        for number, issue, place in zip(numbers, issues, places, strict=True)
        if in_issue[issue] > 1 or on_page[place.page] > 1
    ]


def _identities(brief: Brief) -> Sequence[Hashable]:
    return () if brief.identified is None else identities(brief.identified)


def _title_keys(entries: Sequence[tuple[Sifted, int]], briefs: Sequence[Brief]) -> dict[int, _Keys]:
    """Return the keys of titles by the numbers of their entries, at least those that are shared.

    Of most titles the start of the keys is known at sight (`key_starts`). Only titles of which
    another one may have the key are read.
    """
    read: dict[int, _Keys] = {}
    shown: list[tuple[str, bool, int]] = []  # a start or a key, whether it is a key, whose it is

    def keys_of(number: int) -> _Keys:
        if number not in read:
            file, place = entries[number]
            read[number] = _keys_of(file.title(place), has_place=briefs[number].has_place)
        return read[number]

    for number, brief in enumerate(briefs):
        if starts := key_starts(brief.title, of_main=brief.has_place):
            shown += ((start, is_key, number) for start, is_key in starts)
        elif brief.title:
            shown += ((key, True, number) for _, key in keys_of(number))
    shown.sort()
    held, is_key, holder = "-", True, 0  # those that begin with a start follow it in this order
    for text, whole, number in shown:
        if text == held if is_key else text.startswith(held):
            keys_of(number)
            keys_of(holder)
        else:
            held, is_key, holder = text, whole, number
    return read


def _keys_of(title: str, *, has_place: bool) -> _Keys:
    """Return the keys of which two references with one title share one, and a few more."""
    if not (words := title_words(title)):
        return []
    keys = [("title", title_key(words))]
    if has_place:
        # Where volume and page are equal, one title may lack its subtitle.
        keys.append(("main", joined(words)))
        keys += (("main", joined(title_words(main))) for main in main_titles(title))
    return keys
