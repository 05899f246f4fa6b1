"""Compares a record with the words of a note, besides what was read from them.

A note has no fixed form, so its reader errs. Before a reference of a note contradicts a record,
refcore compares the record with the words of the note: a title or a name that is there was written,
whatever was read. And words that are names in no list were misread if they were read as names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from refcore.compare import AuthorComparison, Difference, DifferenceKind, TitleKind
from refcore.compare.fold import fold
from refcore.compare.kinds import AGREEING
from refcore.compare.titles import best_title, title_words
from refcore.model.noted import Noted
from refcore.model.people import Authors, Group, Name, Person
from refcore.model.reference import Reference
from refcore.names.elisions import is_of_another_work
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution, looks_like_group
from refcore.names.places import is_country, is_region, is_town
from refcore.names.rarewords import RARE_IN_NAMES
from refcore.names.shape import is_initials, may_list_people
from refcore.names.titlewords import is_title_word
from refcore.records.record import Record
from refcore.text.patterns import regex
from refcore.verification.strays import are_others, folded, stray_people

__all__ = ["as_noted", "doubt", "unread"]

_ELIDED = regex(r"\b[^\W\d_][\w.'’-]{0,40} et\.? ?al\b\.?", re.IGNORECASE)
# Signs that a list leaves others out, which the reader may have missed.
_ELIDES = regex(
    r"\bet\.? ?al\b|等|…|\.\.\.|\b(?:others|colleagues|co-?authors|co-?workers|collaborators)\b"
    r"|\bи др|\bu\. ?a\.|\botr[oa]s\b|\boutr[oa]s\b|\baltri\b|ほか|ら(?!\w)|외",
    re.IGNORECASE,
)
_BY = regex(r"(?:\bby|\bvon|\bpar|\bpor|\bdi|\bот|authors?:?|作者[:：]?)\W{0,4}\Z", re.IGNORECASE)
# A title of fewer words may be in a text by chance.
_LEAST_WORDS = 3
_LEAST_LETTERS = 3
_LONGEST_ACRONYM = 5
_SHOWN = 60
_NEAR = 30  # letters between a list and the sign that says that others follow
# In these, the people are right, and something else about the list is wrong.
_ORDER = frozenset({DifferenceKind.MOVED, DifferenceKind.SWAPPED, DifferenceKind.DUPLICATE})


def as_noted(reference: Reference, noted: Noted, record: Record) -> tuple[Reference, Noted]:
    """Return a reference with the record's title where the note writes that word for word.

    "Quill, Fenn, et al." has two family names if the record begins with these. A title that was
    read as a name, as two words with capitals may be, tells that the list was not understood.
    """
    reference = _as_families(reference, record)
    if not reference.title:
        return reference, noted
    titles = [title for title in (record.title, *record.titles) if title]
    best = best_title(reference.title, titles)
    if best is None or best.kind is not TitleKind.DIFFERENT:
        return reference, noted
    words = title_words(noted.text)
    names = _names_read(reference.authors)
    for title in titles:
        wanted = title_words(title)
        if wanted in names:
            unread = noted.unread or reference.title
            right = reference.evolve(title=title, authors=Authors())
            return right, attrs.evolve(noted, unread=unread)
        if len(wanted) >= _LEAST_WORDS and _place(words, wanted) is not None:
            if may_list_people(reference.title):
                noted = attrs.evolve(noted, unread=noted.unread or reference.title)
            return reference.evolve(title=title), noted
    return reference, noted


def _names_read(authors: Authors) -> list[list[str]]:
    """Return the words of each name that was read, and of all together.

    >>> _names_read(Authors((Person("Marie", "Curie"),)))
    [['marie', 'curie']]
    """
    names = [title_words(name.name) for name in authors.names]
    return [*names, [word for name in names for word in name]] if len(names) > 1 else names


def _as_families(reference: Reference, record: Record) -> Reference:
    """Return a reference whose one name turned around is two family names of the record."""
    held, people = reference.authors, record.author_list.names[:2]
    first = held.names[0] if len(held.names) == 1 and held.others else None
    if not isinstance(first, Person) or len(people) < 2 or " " in first.name.replace(" ", "", 1):
        return reference
    families = [folded(x.family) if isinstance(x, Person) else [] for x in people]
    if not first.given or families != [folded(first.family), folded(first.given)]:
        return reference
    names = (Person("", first.family), Person("", first.given))
    return reference.evolve(authors=attrs.evolve(held, names=names))


def unread(noted: Noted, record: Record, *, is_listed: bool = False) -> str:
    """Return the words of a note that may be authors of a paper and were not read, or "".

    These are what the reader of the note did not understand, names of the record in it, or
    people beside the title who are not in the record. Where authors were read (`is_listed`),
    these are people who were read as the title: "Berg et al. (2015) Bo Fei and Mo Far. On It".
    """
    if is_listed:
        return noted.unread if noted.unread and are_others(noted.unread, record) else ""
    if noted.unread or not noted.text:
        return noted.unread
    for elided in _ELIDED.finditer(noted.text):
        if not is_of_another_work(noted.text, elided.start()):
            return " ".join(elided[0].split())
    text = _Text(noted.text, record)
    people = [name for name in record.author_list.names if isinstance(name, Person)]
    there = [one.family for one in people if text.has_family(one) or (one.given and text.has(one))]
    if len(there) > 1 or (len(people) == 1 and text.has(people[0])):
        return ", ".join(there[:3])
    return stray_people(noted, record)


def doubt(noted: Noted, claimed: Authors, record: Record, found: AuthorComparison) -> str:
    """Say why a list that contradicts a record may be misread, or return "" where it is not."""
    wrong = [pair for pair in found.pairs if pair.is_breaking]
    odd = [] if noted.is_labelled else _odd(claimed, record)
    people = [name for name in claimed.names if isinstance(name, Person)]
    if odd and len(odd) >= len(people):
        return _misread(odd)
    return _doubt_of_list(noted, claimed, found, wrong) or _doubt_of_names(
        noted, record, wrong, odd
    )


def _doubt_of_list(
    noted: Noted, claimed: Authors, found: AuthorComparison, wrong: Sequence[Difference]
) -> str:
    """Say why a list may not be that of the authors, or not all of it; "" where it is."""
    if noted.is_loose and not any(pair.kind in AGREEING for pair in found.pairs):
        names = _quoted([name.name for name in claimed.names])
        return f"{names} may be other people than the authors"
    if not noted.is_labelled and _may_be_words(noted, claimed, found):
        return _misread([claimed.names[0].name])
    if not _is_cut(claimed, wrong):
        return ""
    if noted.is_loose and len(claimed.names) == 1:
        return f"the note may name {_quoted([claimed.names[0].name])} alone for all authors"
    if sign := _elision(noted.text, claimed.names[-1]):
        return f'the note leaves authors out after "{claimed.names[-1].name}": "{sign}"'
    return ""


def _doubt_of_names(
    noted: Noted, record: Record, wrong: Sequence[Difference], odd: Sequence[str]
) -> str:
    """Say which of the names that contradict may be misread, or "" if one of them is not."""
    text = _Text(noted.text, record)
    left: list[str] = []
    for pair in wrong:
        if pair.kind is DifferenceKind.COUNT_WRONG or pair.claimed in odd:
            continue
        if pair.kind in _ORDER or not _is_written(pair, record, text):
            return ""
        left.append(pair.actual)
    if left:
        return f"{_quoted(left)} is in the note, and was not read as an author"
    misread = [pair.claimed for pair in wrong if pair.claimed in odd]
    return _misread(misread) if misread else ""


def _may_be_words(noted: Noted, claimed: Authors, found: AuthorComparison) -> bool:
    """Return whether the one name of a note is other words, such as "South Korea".

    Its words are no known names, and neither a "by" nor initials show a person.
    """
    (name, *others) = claimed.names or (Group("-"),)
    if others or claimed.others or not isinstance(name, Person) or not name.given:
        return False
    if any(pair.kind in AGREEING for pair in found.pairs):
        return False
    words = name.name.split()
    before = noted.text.partition(words[0])[0]
    is_shown = any(map(is_initials, words)) or _BY.search(before) is not None
    is_known = is_given(words[0].casefold()) or is_family(words[-1].casefold())
    return name.name.casefold() in _HOUSES_OF_PEOPLE or not (is_known or is_shown)


def _is_cut(claimed: Authors, wrong: Sequence[Difference]) -> bool:
    """Return whether a list only lacks the last names of a record, and does not say so."""
    places = [pair.actual_position or 0 for pair in wrong]
    cut = all(pair.kind is DifferenceKind.MISSING for pair in wrong)
    return cut and not claimed.others and min(places, default=0) > len(claimed.names)


def _elision(text: str, last: Name) -> str:
    """Return the sign right after the last name of a list that says that others follow, or ""."""
    family = last.family if isinstance(last, Person) else last.name
    start = text.find(family)
    sign = _ELIDES.search(text, start, start + len(family) + _NEAR) if start >= 0 else None
    return sign[0] if sign else ""


def _misread(words: Sequence[str]) -> str:
    return f"the words {_quoted(words)} were read as names of authors, and may be none"


def _quoted(words: Sequence[str]) -> str:
    shown = ", ".join(words)
    return f'"{shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"}"'


def _is_written(pair: Difference, record: Record, text: _Text) -> bool:
    """Return whether the name that a list lacks, or has otherwise, is in the words of the note."""
    names = record.author_list.names
    place = pair.actual_position
    if place is None or not 0 < place <= len(names) or not pair.actual:
        return False
    return text.has(names[place - 1])


def _odd(claimed: Authors, record: Record) -> list[str]:
    """Return the names of a list that hardly are names: words of the title, of titles, acronyms."""
    titles = [title for title in (record.title, *record.titles) if title]
    words = {word.rstrip("s") for title in titles for word in title_words(title)}
    capitals = all(name.name.isupper() for name in claimed.names)
    odd = [name.name for name in claimed.names if _is_odd(name, words, capitals=capitals)]
    # "Boris Made" is a person, and so is Made among family names; no list has rare words alone.
    rare = [name.name for name in claimed.names if name.name in odd or _is_rare(name)]
    return rare if len(rare) == len(claimed.names) else odd


def _is_odd(name: Name, of_title: set[str], *, capitals: bool) -> bool:
    words = _long_words(name)
    if any(len(x) > _LEAST_LETTERS and fold(x).rstrip("s") in of_title for x in words):
        return True
    if isinstance(name, Group) or not words:
        return False
    if is_institution(name.name) or any(map(looks_like_group, words)) or _is_place(name):
        return True
    if len(words) > 1 and _is_rare(name):
        return True
    short = all(len(word) <= _LONGEST_ACRONYM and word.isupper() for word in words)
    return short and "." not in name.name and (not capitals or len(name.name) < _LEAST_LETTERS)


# Firms, prizes and institutes whose words are names of people too.
_HOUSES_OF_PEOPLE = frozenset(
    (
        "addison wesley,alan turing,eli lilly,goldman sachs,jane street,john wiley,marie curie,"
        "mary ann liebert,max planck,mcgraw hill,morgan kaufmann,morgan stanley,north holland,"
        "taylor francis"
    ).split(",")
)
# Publishers and places of presses, which are nobody's given name.
_HOUSES = frozenset("cambridge elsevier oxford princeton springer wiley".split())


def _is_place(name: Name) -> bool:
    """Return whether a name of several words is a town's or a publisher's.

    >>> _is_place(Person("San", "Francisco")), _is_place(Person("USA", "San Francisco"))
    (True, True)
    >>> _is_place(Person("Springer", "Nature")), _is_place(Person("Jack", "London"))
    (True, False)
    """
    if not isinstance(name, Person) or not name.given:
        return False
    turned = is_town(name.family) and is_region(name.given)
    is_there = is_town(name.name) or is_country(name.name)
    return is_there or turned or name.given.casefold() in _HOUSES


def _is_rare(name: Name) -> bool:
    """Return whether all words of a name but initials are of titles, and of hardly any name."""
    words = _long_words(name)
    return bool(words) and all(is_title_word(x) or x.casefold() in RARE_IN_NAMES for x in words)


def _long_words(name: Name) -> list[str]:
    return [word for word in name.name.replace("-", " ").split() if len(word.strip(".")) > 1]


class _Text:
    """The words of a note about one work, without the title of its record."""

    def __init__(self, text: str, record: Record) -> None:
        self._text = text
        self._titles = [title for title in (record.title, *record.titles) if title]

    @cached_property
    def words(self) -> list[str]:
        words = folded(self._text)
        for title in self._titles:
            own = folded(title)
            while (start := _place(words, own)) is not None:
                words[start : start + len(own)] = [""]
        return words

    def has_family(self, name: Person) -> bool:
        """Return whether the family name of a person is there."""
        family = folded(name.family)
        long = sum(map(len, family)) >= _LEAST_LETTERS
        return long and _place(self.words, family) is not None

    def has(self, name: Name) -> bool:
        """Return whether a name is there: family name and given name side by side, or a group's."""
        if isinstance(name, Group):
            return _place(self.words, folded(name.name)) is not None
        family, given = folded(name.family), folded(name.given)
        if not given:
            return self.has_family(name)
        return any(
            self._is_beside(start, start + len(family), given)
            for start in _places(self.words, family)
        )

    def _is_beside(self, start: int, end: int, given: list[str]) -> bool:
        """Return whether a given name or its initial is before a family name, or after it."""
        near = [*self.words[max(0, start - len(given) - 1) : start], *self.words[end : end + 1]]
        first = given[0]
        return any(
            word == first or (len(word) < _LEAST_LETTERS and word[:1] == first[0]) for word in near
        )


def _place(words: Sequence[str], wanted: Sequence[str]) -> int | None:
    return next(_places(words, wanted), None)


def _places(words: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    """Yield where words follow each other in a text.

    >>> list(_places(["by", "bo", "fei"], ["bo", "fei"]))
    [1]
    """
    size = len(wanted)
    if size:
        for start in range(len(words) - size + 1):
            if words[start] == wanted[0] and list(words[start : start + size]) == list(wanted):
                yield start
