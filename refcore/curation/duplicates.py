"""References that are the same work: one identifier, or one title by the same authors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

import attrs

from refcore.compare import DifferenceKind, compare_authors
from refcore.compare.fold import readings
from refcore.compare.titles import compare_titles, title_words
from refcore.curation.apart import (
    LEAST_WORDS,
    are_at_one_place,
    are_other_parts,
    are_other_works,
    have_id_of_another,
    is_common,
)
from refcore.curation.identity import DuplicateReason, identities
from refcore.curation.title_keys import joined, main_title, title_key
from refcore.model.library import references_in
from refcore.model.people import Authors, Name, Person
from refcore.model.reference import Reference
from refcore.text.patterns import regex

__all__ = [
    "DuplicateReason",
    "Duplicates",
    "find_duplicates",
    "same_authors",
]

_MOST_COMPARED: Final = 8  # works of one title and one first author that are compared
_PAGE_ENDS: Final = regex("[-–,]")

_SHOWN: Final = {
    DuplicateReason.DOI: "the same DOI",
    DuplicateReason.ARXIV: "the same arXiv id",
    DuplicateReason.PMID: "the same PubMed id",
    DuplicateReason.ISBN: "the same ISBN",
    DuplicateReason.TITLE: "the same title and authors",
    DuplicateReason.KEY: "the same citation key",
}


@attrs.frozen
class Duplicates:
    """References that are the same work, in their order, and every reason why.

    >>> found = Duplicates((Reference("a"), Reference("b")), (DuplicateReason.DOI,))
    >>> found.keys, str(found)
    (('a', 'b'), 'a, b: the same DOI')
    """

    references: tuple[Reference, ...]
    reasons: tuple[DuplicateReason, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The citation keys, in order."""
        return tuple(reference.key for reference in self.references)

    def __str__(self) -> str:
        why = ", ".join(_SHOWN[reason] for reason in self.reasons)
        return f"{', '.join(self.keys)}: {why}"


def find_duplicates(references: Reference | Iterable[Reference]) -> tuple[Duplicates, ...]:
    """Return the groups of references that are the same work, in the order of their first ones.

    Two references are the same work if they share a DOI (as a field or in an address), an arXiv id
    in any version, a PubMed id or an ISBN. They are also the same if their titles differ at most in
    case, accents, punctuation and markup, and their authors do not contradict each other. A title
    of one or two words also needs the same year. Two entries of one file with the same key are the
    same work unless their titles or authors contradict each other.

    An identifier does not count if the works are plainly different, as a chapter and its book are,
    volumes with the ISBN of their set, or a paper with the identifier of another one. A title does
    not count if two DOIs or arXiv ids differ, nor for what `refcore.curation.apart` lists: volumes,
    editions, years of a series, a thesis and its article. The time grows linearly with the number
    of references. No input raises an error.

    Args:
        references: The references; several may have the same key.

    Returns:
        A group for each work that has two references or more, with every reason.

    >>> from refcore.model import Doi
    >>> a = Reference("a", title="One", doi=Doi("10.1000/X"))
    >>> b = Reference("b", title="Another", doi=Doi("10.1000/x"))
    >>> print(*find_duplicates([a, Reference("c"), b]))
    a, b: the same DOI
    """
    items = references_in(references)
    groups = _Groups(items)
    stated = [identities(reference) for reference in items]
    _join_identifiers(items, stated, groups)
    _join_titles(items, stated, groups)
    _join_keys(items, groups)
    return tuple(
        Duplicates(tuple(items[place] for place in places), reasons)
        for places, reasons in groups.found()
    )


class _Groups:
    """Places that belong together, joined one pair at a time (union and find).

    A pair is not joined where that would bring two works together.
    """

    def __init__(self, items: Sequence[Reference]) -> None:
        self.items = items
        self.parents = list(range(len(items)))
        self.members: dict[int, list[int]] = {}
        self.reasons: dict[int, set[DuplicateReason]] = {}

    def root(self, place: int) -> int:
        while self.parents[place] != place:
            self.parents[place] = self.parents[self.parents[place]]
            place = self.parents[place]
        return place

    def join(self, one: int, other: int, reason: DuplicateReason) -> bool:
        """Join two places, and return whether they are together now."""
        low, high = sorted((self.root(one), self.root(other)))
        if low == high:
            self.reasons.setdefault(low, set()).add(reason)
            return True
        ours, theirs = (self.members.get(place, [place]) for place in (low, high))
        if any(
            {first, second} != {one, other} and self.differ(first, second)
            for first in ours[:_MOST_COMPARED]
            for second in theirs[:_MOST_COMPARED]
        ):
            return False
        self.parents[high] = low
        self.members[low] = ours + theirs
        self.members.pop(high, None)
        self.reasons[low] = self.reasons.pop(high, set()) | self.reasons.get(low, set()) | {reason}
        return True

    def differ(self, one: int, other: int) -> bool:
        """Return whether the group that joining would make has two different works."""
        first, second = self.items[one], self.items[other]
        if set(identities(first)) & set(identities(second)):
            return False
        return title_words(first.title) == title_words(second.title) and are_other_works(
            first, second
        )

    def found(self) -> Iterator[tuple[list[int], tuple[DuplicateReason, ...]]]:
        for root, places in sorted(self.members.items()):
            reasons = self.reasons[root]
            yield sorted(places), tuple(why for why in DuplicateReason if why in reasons)


_Stated = Sequence[Sequence[tuple[DuplicateReason, str]]]


def _join_identifiers(items: Sequence[Reference], stated: _Stated, groups: _Groups) -> None:
    held: dict[tuple[DuplicateReason, str], list[int]] = {}
    for place, reference in enumerate(items):
        for key in stated[place]:
            works = held.setdefault(key, [])
            for work in works:
                if _share(items[work], reference, key[0]) and groups.join(work, place, key[0]):
                    break
            else:
                if len(works) < _MOST_COMPARED:
                    works.append(place)


def _share(one: Reference, other: Reference, reason: DuplicateReason) -> bool:
    """Return whether a shared identifier means that two references are one work."""
    stated = (one.authors or one.editors) and (other.authors or other.editors)
    if have_id_of_another(one, other, authors_agree=not stated or same_authors(one, other)):
        return False
    if reason is not DuplicateReason.ISBN:
        return True
    # The volumes of a set may share its ISBN, and a chapter has its book's.
    titles = {joined(title_words(main_title(item.title))) for item in (one, other)}
    dated = other.evolve(issued=one.issued) if len(titles) == 1 else other  # a reprint
    return not (are_other_works(one, dated) or are_other_parts(one, other))


def _join_keys(items: Sequence[Reference], groups: _Groups) -> None:
    """Join the entries of one file that have one key, where nothing contradicts that."""
    held: dict[tuple[str, str], int] = {}
    for place, reference in enumerate(items):
        path = reference.location.path if reference.location else None
        if path is None:
            continue
        first = held.setdefault((path, reference.key), place)
        if first != place and _may_be_same(items[first], reference):
            groups.join(first, place, DuplicateReason.KEY)


def _may_be_same(one: Reference, other: Reference) -> bool:
    """Return whether neither titles nor authors show that two references are two works."""
    stated = (one.authors or one.editors) and (other.authors or other.editors)
    if (stated and not same_authors(one, other)) or are_other_works(one, other):
        return False
    return (
        not (one.title and other.title)
        or not compare_titles(one.title, other.title).names_another_paper
    )


@attrs.define
class _Work:
    """The data on one work of a title: its first reference and its identifiers."""

    place: int
    dois: set[str]
    arxivs: set[str]


def _join_titles(items: Sequence[Reference], stated: _Stated, groups: _Groups) -> None:
    works: dict[str, list[_Work]] = {}
    for place, keys in _that_meet(items):
        reference = items[place]
        own = _Work(
            place,
            {name for reason, name in stated[place] if reason is DuplicateReason.DOI},
            {name for reason, name in stated[place] if reason is DuplicateReason.ARXIV},
        )
        held = {work.place: work for key in keys for work in works.get(key, ())}
        for work in held.values():
            one = items[work.place]
            if (
                _may_be_one(work, own)
                and not are_other_works(one, reference)
                and _have_same_people(one, reference)
                and groups.join(work.place, place, DuplicateReason.TITLE)
            ):
                work.dois |= own.dois
                work.arxivs |= own.arxivs
                break
        else:
            for key in keys:
                bucket = works.setdefault(key, [])
                if len(bucket) < _MOST_COMPARED:
                    bucket.append(own)


def _that_meet(items: Sequence[Reference]) -> list[tuple[int, list[str]]]:
    """Return the references that share a title with another, each with the keys that they share.

    The references of a title that many have, such as "Introduction", meet by the first name too.
    """
    places = [_volume_and_page(reference) for reference in items]
    several = Counter(filter(None, places))
    keys = [
        _title_keys(reference, place if place and several[place] > 1 else None)
        for reference, place in zip(items, places, strict=True)
    ]
    shared = Counter(chain.from_iterable(keys))
    met: list[tuple[int, list[str]]] = []
    for place, own in enumerate(keys):
        if own := [key for key in own if shared[key] > 1]:
            if any(shared[key] > _MOST_COMPARED for key in own):
                own = list(_by_first_name(items[place], own))
            met.append((place, own))
    return met


def _by_first_name(reference: Reference, keys: Iterable[str]) -> Iterator[str]:
    names = reference.authors or reference.editors
    words = _name_words(names[0]) if names else ("",)
    return (f"{key}|{word}" for key in keys for word in words)


def _volume_and_page(reference: Reference) -> tuple[str, str] | None:
    """Return the volume and the first page, if a reference states both."""
    fields = reference.fields
    volume, page = fields.get("volume"), fields.get("page")
    return (volume, _PAGE_ENDS.split(page, 1)[0]) if volume and page else None


def _may_be_one(work: _Work, own: _Work) -> bool:
    if own.dois and work.dois and not own.dois & work.dois:
        return False
    return not (own.arxivs and work.arxivs and not own.arxivs & work.arxivs)


def _title_keys(reference: Reference, place: tuple[str, str] | None) -> list[str]:
    """Return the keys under which references of one title meet.

    `place` is the volume and page that another reference has as well: with these, the title
    without its subtitle proves the work.
    """
    words = title_words(reference.title)
    if not words or reference.extra.get("entrytype") == "set":  # the group repeats its first member
        return []
    title = title_key(words)
    if len(words) < LEAST_WORDS:
        title += f"|{reference.year}"
    if not place:
        return [title]
    return [title, "|".join((joined(title_words(main_title(reference.title))), *place))]


def _name_words(name: Name) -> tuple[str, ...]:
    """Return every word of a name, folded, that may be its family name."""
    text = f"{name.given} {name.family}" if isinstance(name, Person) else name.name
    return _folded_words(text)


@lru_cache(maxsize=8192)  # a library names the same first authors many times
def _folded_words(text: str) -> tuple[str, ...]:
    parts = text.replace("-", " ").replace(".", " ").split()
    long = [part for part in parts if len(part) > 1] or parts
    return tuple(dict.fromkeys(fold for part in long for fold in readings(part)))


def same_authors(one: Reference, other: Reference) -> bool:
    """Return whether the authors of two references, or else the editors, can be the same list.

    >>> from refcore.model import Authors, Person
    >>> ann = Reference("a", authors=Authors([Person("Ann", "Lee"), Person("Bo", "Wu")]))
    >>> same_authors(ann, Reference("b", authors=Authors([Person("A.", "Lee")], others=True)))
    True
    """
    ours, theirs = one.authors or one.editors, other.authors or other.editors
    if ours == theirs:
        return True
    if not (ours and theirs) or _differ_at_sight(ours, theirs):
        return False
    if compare_authors(ours, theirs).verdict.is_right:
        return True
    # Agreement is asymmetric only if one of the lists is cut.
    cut = bool(ours.others or theirs.others or ours.groups or theirs.groups)
    return cut and compare_authors(theirs, ours).verdict.is_right


# How names differ in careless copies of one list.
_SLIPS: Final = frozenset(
    {
        DifferenceKind.SAME,
        DifferenceKind.VARIANT,
        DifferenceKind.MISSPELLED,
        DifferenceKind.MOVED,
        DifferenceKind.SWAPPED,
    }
)


def _have_same_people(one: Reference, other: Reference) -> bool:
    """Return whether two references of one title have one list of people, if one less careful.

    In one year, a list may have another order or misspelled names. Of two references of one type,
    one may name nobody. At one place, the names do not count.

    >>> from refcore.model import Authors, Date, Person
    >>> def cited(*names):
    ...     people = Authors([Person(*name.split()) for name in names])
    ...     return Reference("a", title="A Moss of Cumbria", authors=people, issued=Date.of(2001))
    >>> _have_same_people(cited("Ann Lee", "Bo Wu"), cited("Bo Wu", "Ann Lee"))
    True
    >>> _have_same_people(cited("Ann Lee", "Bo Wu"), cited("Ann Lee", "Cai Xu"))
    False
    """
    ours, theirs = one.authors or one.editors, other.authors or other.editors
    if (ours or theirs) and same_authors(one, other):
        return True
    if one.year != other.year:
        return False
    if not (ours or theirs):
        return one.type == other.type
    if one.year is None or is_common(one.title):
        return False
    words = title_words(one.title)
    if are_at_one_place(one, other) and words == title_words(other.title):
        return True
    if not (ours and theirs):
        return one.type == other.type and len(words) >= LEAST_WORDS
    if len(ours) != len(theirs):
        return False
    return all(found.kind in _SLIPS for found in compare_authors(ours, theirs).differences)


def _differ_at_sight(ours: Authors, theirs: Authors) -> bool:
    """Check cheaply whether two whole lists of people differ in number or in the last name."""
    if ours.others or theirs.others or ours.groups or theirs.groups:
        return False
    if len(ours) != len(theirs):
        return True
    return set(_name_words(ours[-1])).isdisjoint(_name_words(theirs[-1]))
