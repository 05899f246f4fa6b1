"""Two lists of names that may say the same, one of them more."""

from __future__ import annotations

import attrs

from refcore.compare import compare_authors
from refcore.model.people import Authors, Name, Person

__all__ = ["better_authors", "lists_agree"]


def lists_agree(kept: Authors, other: Authors) -> bool:
    """Return whether two lists of names can be one, whole or cut."""
    if kept == other:
        return True
    return compare_authors(kept, other).is_right or compare_authors(other, kept).is_right


def better_authors(kept: Authors, other: Authors) -> Authors:
    """Return the longer of two lists that agree, a whole one before a cut one.

    Of two lists of equal length the one that writes given names out is taken,
    and names that both write alike keep the ORCIDs and affiliations of both.

    >>> cut = Authors([Person("A.", "Lee")], others=True)
    >>> better_authors(cut, Authors([Person("Ann", "Lee"), Person("Bo", "Wu")]))
    Authors([Person('Ann', 'Lee'), Person('Bo', 'Wu')])
    """
    if _fullness(other) > _fullness(kept):
        kept, other = other, kept
    if len(kept) != len(other):
        return kept
    names = [_with_more(one, two) for one, two in zip(kept, other, strict=True)]
    return Authors(names, kept.others)


def _fullness(authors: Authors) -> tuple[int, bool, int]:
    letters = sum(len(name.given) for name in authors.people)
    return len(authors), authors.others is False, letters


def _with_more(name: Name, other: Name) -> Name:
    if name.name != other.name or type(name) is not type(other):
        return name
    more = attrs.evolve(name, affiliations=name.affiliations or other.affiliations)
    if isinstance(more, Person) and isinstance(other, Person):
        return attrs.evolve(more, orcid=more.orcid or other.orcid)
    return more
