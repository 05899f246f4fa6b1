"""References that are the same work: one DOI, one arXiv id, or one title by the same authors."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from refcore.compare import compare_authors
from refcore.compare.fold import readings
from refcore.compare.kinds import ListVerdict
from refcore.compare.titles import compare_titles, title_words
from refcore.model.people import Authors, Name, Person
from refcore.model.reference import Reference

__all__ = ["DuplicateReason", "Duplicates", "find_duplicates", "same_authors"]

_AGREEING: Final = frozenset(
    {ListVerdict.MATCH, ListVerdict.MATCH_WITH_VARIANT, ListVerdict.TRUNCATED_OK}
)
_PARTS: Final = frozenset({"chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"})
_DASH: Final = re.compile(r"[-\u2010-\u2015,]")
_TELLING: Final = 3  # a title of fewer words ("Editorial") needs the same year beside it
_MOST_COMPARED: Final = 8  # works of one title and one first author that are held apart


class DuplicateReason(enum.StrEnum):
    """Why references are held to be the same work."""

    DOI = "doi"
    ARXIV = "arxiv"
    TITLE = "title"


_SHOWN: Final = {
    DuplicateReason.DOI: "the same DOI",
    DuplicateReason.ARXIV: "the same arXiv id",
    DuplicateReason.TITLE: "the same title and authors",
}


@attrs.frozen
class Duplicates:
    """References that are the same work, in their order, and every reason why."""

    references: tuple[Reference, ...]
    reasons: tuple[DuplicateReason, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The citation keys, in order."""
        return tuple(reference.key for reference in self.references)

    def __str__(self) -> str:
        why = ", ".join(_SHOWN[reason] for reason in self.reasons)
        return f"{', '.join(self.keys)}: {why}"


def find_duplicates(references: Iterable[Reference]) -> tuple[Duplicates, ...]:
    """Find the references that are the same work, in the order of the first of each.

    The same is: one DOI (a chapter and its book apart, which may share the
    book's), one arXiv id in any version, or one title (case,
    accents, punctuation and markup apart) by authors that do not contradict
    each other. Two different DOIs, two arXiv ids, or two places in one journal
    are never the same by title. A title of one or two words needs the same year
    as well. The time grows with the number of references, not with its square.

    >>> from refcore.model import Doi
    >>> a = Reference("a", title="One", doi=Doi("10.1000/X"))
    >>> b = Reference("b", title="Another", doi=Doi("10.1000/x"))
    >>> print(*find_duplicates([a, Reference("c"), b]))
    a, b: the same DOI
    """
    items = list(references)
    groups = _Groups(len(items))
    _join_identifiers(items, groups)
    _join_titles(items, groups)
    return tuple(
        Duplicates(tuple(items[place] for place in places), reasons)
        for places, reasons in groups.found()
    )


class _Groups:
    """Places that belong together, joined one pair at a time (union and find)."""

    def __init__(self, count: int) -> None:
        self.parents = list(range(count))
        self.reasons: dict[int, set[DuplicateReason]] = {}

    def root(self, place: int) -> int:
        while self.parents[place] != place:
            self.parents[place] = self.parents[self.parents[place]]
            place = self.parents[place]
        return place

    def join(self, one: int, other: int, reason: DuplicateReason) -> None:
        if one == other:
            return
        low, high = sorted((self.root(one), self.root(other)))
        self.parents[high] = low
        self.reasons[low] = self.reasons.pop(high, set()) | self.reasons.get(low, set()) | {reason}

    def found(self) -> Iterator[tuple[list[int], tuple[DuplicateReason, ...]]]:
        members: dict[int, list[int]] = {}
        for place in range(len(self.parents)):
            members.setdefault(self.root(place), []).append(place)
        for root, places in members.items():
            if len(places) > 1:
                yield places, tuple(why for why in DuplicateReason if why in self.reasons[root])


def _join_identifiers(items: Sequence[Reference], groups: _Groups) -> None:
    held: dict[tuple[DuplicateReason, str], list[int]] = {}
    for place, reference in enumerate(items):
        for key in _identifiers(reference):
            works = held.setdefault(key, [])
            for work in works:
                if not _are_parts(items[work], reference):
                    groups.join(work, place, key[0])
                    break
            else:
                if len(works) < _MOST_COMPARED:
                    works.append(place)


def _are_parts(one: Reference, other: Reference) -> bool:
    """Tell whether two references share the identifier of a whole that one is only part of.

    A chapter takes its book's DOI over by `crossref`.
    """
    if one.type not in _PARTS and other.type not in _PARTS:
        return False
    return compare_titles(one.title, other.title).names_another_paper


def _identifiers(reference: Reference) -> Iterator[tuple[DuplicateReason, str]]:
    arxiv = reference.arxiv_from_any
    if arxiv is not None:
        yield DuplicateReason.ARXIV, arxiv.bare
    if doi := _publisher_doi(reference):
        yield DuplicateReason.DOI, doi


def _publisher_doi(reference: Reference) -> str:
    """Give the DOI folded, or nothing where it is arXiv's own."""
    if reference.doi is None or reference.doi.arxiv is not None:
        return ""
    return reference.doi.name.casefold()


@attrs.define
class _Work:
    """What is known of one work of a title: its first reference and its identifiers."""

    place: int
    dois: set[str]
    arxivs: set[str]


def _join_titles(items: Sequence[Reference], groups: _Groups) -> None:
    works: dict[str, list[_Work]] = {}
    for place, reference in enumerate(items):
        keys = _title_keys(reference)
        if not keys:
            continue
        doi, arxiv = _publisher_doi(reference), reference.arxiv_from_any
        own = _Work(place, {doi} - {""}, {arxiv.bare} if arxiv else set())
        held = {work.place: work for key in keys for work in works.get(key, ())}
        for work in held.values():
            one = items[work.place]
            if (
                _may_be_one(work, own)
                and not _stand_apart(one, reference)
                and same_authors(one, reference)
            ):
                groups.join(work.place, place, DuplicateReason.TITLE)
                work.dois |= own.dois
                work.arxivs |= own.arxivs
                break
        else:
            for key in keys:
                bucket = works.setdefault(key, [])
                if len(bucket) < _MOST_COMPARED:
                    bucket.append(own)


def _may_be_one(work: _Work, own: _Work) -> bool:
    if own.dois and work.dois and not own.dois & work.dois:
        return False
    return not (own.arxivs and work.arxivs and not own.arxivs & work.arxivs)


def _stand_apart(one: Reference, other: Reference) -> bool:
    """Tell whether two articles stand at different places of one journal or book.

    A column that comes back under one title is not the same work. Another
    issue tells it, or two of volume, first page and year; a slip in one number
    does not make two works of one.
    """
    journal, other_journal = (item.fields.get("container-title", "") for item in (one, other))
    if not journal or title_words(journal) != title_words(other_journal):
        return False
    ours, theirs = _place_in(one), _place_in(other)
    differ = [bool(a and b and a != b) for a, b in zip(ours, theirs, strict=True)]
    if differ[1] and not _same_range(one.fields.get("page", ""), other.fields.get("page", "")):
        return True
    return sum(differ) > 1


def _same_range(pages: str, other: str) -> bool:
    ends = [part.strip() for part in _DASH.split(pages)]
    return pages == other and ends[0] != ends[-1]


def _place_in(reference: Reference) -> tuple[str, str, str, str]:
    """Give volume, issue, first page and year."""
    fields = reference.fields
    first_page = _DASH.split(fields.get("page", ""))[0].strip()
    return fields.get("volume", ""), fields.get("issue", ""), first_page, str(reference.year or "")


def _title_keys(reference: Reference) -> list[str]:
    """Give the keys under which references of one title and first author meet."""
    words = title_words(reference.title)
    if not words or reference.extra.get("entrytype") == "set":  # it repeats its first member
        return []
    title = "".join(words)
    names = reference.authors or reference.editors
    if len(words) < _TELLING or not names:
        title += f"|{reference.year}"
    if not names:
        return [f"{title}|{reference.type}"]
    if not len(names):
        return []
    return [f"{title}|{word}" for word in _name_words(names[0])]


def _name_words(name: Name) -> list[str]:
    """Give every word of a name, folded, that may be its family name."""
    text = f"{name.given} {name.family}" if isinstance(name, Person) else name.name
    parts = text.replace("-", " ").replace(".", " ").split()
    long = [part for part in parts if len(part) > 1] or parts
    return list(dict.fromkeys(fold for part in long for fold in readings(part)))


def same_authors(one: Reference, other: Reference) -> bool:
    """Tell whether the authors of two references, or else the editors, can be the same list.

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
    if compare_authors(ours, theirs).verdict in _AGREEING:
        return True
    # Only a list that is cut can agree one way and not the other.
    cut = bool(ours.others or theirs.others or ours.groups or theirs.groups)
    return cut and compare_authors(theirs, ours).verdict in _AGREEING


def _differ_at_sight(ours: Authors, theirs: Authors) -> bool:
    """Tell cheaply that two whole lists of people differ in number or in the last name."""
    if ours.others or theirs.others or ours.groups or theirs.groups:
        return False
    if len(ours) != len(theirs):
        return True
    return set(_name_words(ours[-1])).isdisjoint(_name_words(theirs[-1]))
