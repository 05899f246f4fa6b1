"""What is written beside a title, taken away note by note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from refcore.compare.titles.notes import bare_title
from refcore.compare.titles.remarks import without_remark
from refcore.compare.titles.spellings import number
from refcore.compare.titles.words import title_words
from refcore.text.patterns import regex

__all__ = ["Peeled", "Remark", "deepest", "peeled", "peeled_pairs", "with_notes_after"]


class Remark(NamedTuple):
    """A note that may tell two works apart: its kind, such as an edition, and what it says."""

    kind: str
    said: tuple[int | str, ...]

    def differs(self, other: Remark) -> bool:
        """Return whether two works may differ in what two remarks of one kind say.

        >>> one, two = Remark("edition", (1,)), Remark("edition", (2,))
        >>> one.differs(two), one.differs(one), one.differs(Remark("edition", ()))
        (True, False, False)
        """
        if self.kind != other.kind or self.said == other.said:
            return False
        return self.kind not in _COUNTED or bool(self.said and other.said)


# Kinds of notes of which only the number tells two works apart, and the words that show them.
_COUNTED: Final = {
    "edition": frozenset(
        "aufl auflage ausgabe ed edicion edicao edition edizione edn izd uitgave wydanie".split()
    ),
    "volume": frozenset(
        "band bd book cilt deel del dl dil kotet t teil tom tome tomo vol volume vols volumes "
        "т том".split()
    ),
}


class Peeled(NamedTuple):
    """A title without some notes: its words, and the remarks that were taken away."""

    title: str
    words: tuple[str, ...]
    remarks: frozenset[Remark] = frozenset()

    def is_beside(self, other: Peeled) -> bool:
        """Return whether no remark that was taken away tells two works apart."""
        return not any(one.differs(two) for one in self.remarks for two in other.remarks)


_MOST_NOTES: Final = 6
# "Boats (1992)." ends as "Boats (1992)" does.
_STOPPED: Final = regex(r"(?<=[)\]”\"])\s*[.,;]+\s*$")
_QUOTED: Final = regex(
    r"""\s*(?:"([^"]{4,600})"|“([^“”]{4,600})”|``((?:(?!``|'').){4,600})''|«([^«»]{4,600})»"""
    r"|„([^„“”]{4,600})[“”])\s*$"
)


@lru_cache(maxsize=4096)
def peeled(title: str) -> tuple[Peeled, ...]:
    """Return a title, and the title without one note, two notes, and so on.

    >>> [one.title for one in peeled("[PDF] On Boats (Invited Paper), J. Carp. 12 (1999) 34")][1:]
    ['On Boats (Invited Paper), J. Carp. 12 (1999) 34', 'On Boats (Invited Paper)', 'On Boats']
    """
    found = [Peeled(title, tuple(title_words(title)))]
    text, remarks = title, frozenset[Remark]()
    for _ in range(_MOST_NOTES):
        text = _unquoted(_STOPPED.sub("", text))
        bare, remark = bare_title(text), ""
        if bare == text:
            bare, remark = without_remark(text)
        if bare == text:
            bare, remark = _without_citation(text), "venue"
        if bare == text and len(found) > 1:
            break
        words = tuple(title_words(bare))
        if not words:
            break
        remarks |= _remarks(remark, title_words(text), words)
        if words != found[-1].words:
            found.append(Peeled(bare, words, remarks))
        if bare == text:
            break
        text = bare
    return tuple(found)


def _remarks(kind: str, before: Sequence[str], after: Sequence[str]) -> frozenset[Remark]:
    """Return the remark of a kind, or that of an edition or a volume, which a title lost.

    >>> _remarks("", ["moss", "second", "edition"], ["moss"])
    frozenset({Remark(kind='edition', said=(2,))})
    """
    lost = tuple(Counter(before) - Counter(after))
    numbers = tuple(found for word in lost if (found := number(word)) is not None)
    if kind == "series" and numbers:  # which people write in full and in short
        return frozenset((Remark(kind, numbers),))
    if kind:
        return frozenset((Remark(kind, lost),))
    return frozenset(
        Remark(kind, numbers) for kind, words in _COUNTED.items() if words.intersection(lost)
    )


def _unquoted(title: str) -> str:
    """Return a title without the quotation marks around it.

    >>> _unquoted("“On Moss”"), _unquoted('"Moss" and "Fern"')
    ('On Moss', '"Moss" and "Fern"')
    """
    found = _QUOTED.match(title) if title.lstrip()[:1] in _OPENING else None
    return next(filter(None, found.groups())).rstrip(" .,;") if found else title


# "Boats, Carpentry, 1992", "Boats. In Proceedings of BOAT 1992", "Boats [J. Carp. 12, 3]"
_CITATION: Final = regex(
    r"(?:[,.;]\s+|\s[-–—]\s|\s\[|\s\()"
    r"(?P<said>(?:[Ii]n:?\s)?[A-Z][^:()\[\]]{2,100}(?:\([0-9, ]+\)[^()\[\]]{0,30})?)[\])]?\s*$"
)
_MOST_SIGNS: Final = 8
_LETTER: Final = regex(r"[^\W\d_]")


def _without_citation(title: str) -> str:
    """Return a title without where it appeared, if that is the name of a venue, or one by its form.

    >>> _without_citation("On Boats, Nature, 2017"), _without_citation("On Boats, Ships and Rafts")
    ('On Boats', 'On Boats, Ships and Rafts')
    """
    start = 0
    for _ in range(_MOST_SIGNS):
        found = _CITATION.search(title, start)
        if found is None:
            return title
        if _is_venue(found["said"]):
            return title[: found.start()]
        start = found.start() + 1
    return title


def _is_venue(said: str) -> bool:
    """Return whether words name a venue, with a year, a volume and pages or without them.

    >>> _is_venue("Journal of Moss 12, 3"), _is_venue("Proceedings of ICML 2019"), _is_venue("Moss")
    (True, True, False)
    """
    # The names of venues are read by the words of titles.
    from refcore.compare.venues.cited import cited_venues
    from refcore.compare.venues.names import read_venue

    names = cited_venues(said)
    if not names:
        return False
    venue = read_venue(names[0])
    is_journal = venue.is_journal and not _SMALL_WORD.search(names[0])
    if not (venue.keys or is_journal):
        return False
    # All words belong to the venue, and the rest counts volumes, pages and years.
    rest = said.partition(names[0])[2]
    return len(_LETTER.findall(rest)) <= _MOST_LETTERS


# A word that no name of a journal has with a small letter.
_SMALL_WORD: Final = regex(
    r"^An?\s|\b(?!(?:and|for|from|the|und|für|der|des|les|del|its)\b)[a-z]{3,}"
)
_MOST_LETTERS: Final = 8  # "vol", "no", "pp"
_OPENING: Final = frozenset('"“`«„')


def peeled_pairs(claimed: str, actual: str) -> Iterator[tuple[Peeled, Peeled]]:
    """Yield what two titles may be without the notes of one or of both.

    A remark of one kind that both have may tell two works apart, and is left on both.

    >>> pairs = list(peeled_pairs("Boats, 1st ed.", "Boats, 2nd ed."))
    >>> [(one.title, other.title) for one, other in pairs][:2]
    [('Boats', 'Boats, 2nd ed.'), ('Boats, 1st ed.', 'Boats')]
    """
    ours, theirs = peeled(claimed), peeled(actual)
    for one in reversed(ours):
        for other in reversed(theirs):
            if one.is_beside(other):
                yield one, other


def deepest(claimed: str, actual: str) -> tuple[Peeled, Peeled]:
    """Return two titles without all notes, but for remarks of one kind that both have.

    >>> [one.title for one in deepest("[PDF] Boats", "Boats, 2nd ed.")]
    ['Boats', 'Boats']
    """
    ours, theirs = peeled(claimed), peeled(actual)
    first = next(one for one in reversed(ours) if one.is_beside(theirs[-1]))
    other = next(one for one in reversed(theirs) if one.is_beside(ours[-1]))
    return first, other


# What may end a title: the words of a note follow it.
_END: Final = regex(
    # Each run of spaces or of marks is tried from its beginning alone.
    r"(?<![,.;:|/*†‡])(?:(?<!\s)\s++)?[,.;:|/*†‡]++\s+|(?<!\s)\s++[-–—:|/]++\s+"
    r"|(?:(?<!\s)\s++)?[(\[]|(?<!\s)\s++(?=\w+ (?:ed(?:ition|\.)|by)\b)"
)
_MOST_ENDS: Final = 12
_MOST_BEFORE: Final = 4  # words of a note before the title


def with_notes_after(title: str, other: Peeled) -> Iterator[tuple[str, ...]]:
    """Yield the words of a title before notes, up to each place where the other one may end.

    What follows such a place is looked at alone, so that no note is taken for longer than it is.

    >>> moss = peeled("Moss, fern, and their leaves")[0]
    >>> list(with_notes_after("Moss, Fern, and Their Leaves. In ICML 2019", moss))
    [('moss', 'fern', 'and', 'their', 'leaves')]
    """
    wanted = len(other.words)
    if not wanted:
        return
    for end in list(_END.finditer(title))[-_MOST_ENDS:]:
        head = title[: end.start()]
        if not -2 <= len(title_words(head)) - wanted <= _MOST_BEFORE + 2:
            continue
        found = [one.words for one in peeled(head) if abs(len(one.words) - wanted) <= 2]
        if found and _are_notes(head, title[end.start() :], other):
            yield from found


_NOT_CLOSED: Final = regex(r"^[(\[\"“‘«]+|[)\]\"”’»]+$")


def _are_notes(head: str, after: str, other: Peeled) -> bool:
    """Return whether what follows a title is notes that do not tell it from another one.

    Only the last word of the title is looked at.

    >>> _are_notes("Moss, fern, and leaves", ", 2nd ed. (Carpentry Series)", peeled("Moss")[0])
    True
    """
    last = f"Moss {_NOT_CLOSED.sub('', head.split()[-1])}" if head.split() else ""
    wanted = tuple(title_words(last))
    return any(one.words == wanted and one.is_beside(other) for one in peeled(last + after))
