"""Compares a record with the text of a reference itself, not only with its parsed fields.

A text can be read in several ways, and the reading nearest to the record counts. If the record's
names are there, in order, the text names them, however it was parsed. What differs in the nearest
reading differs in every reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from refcore.compare import AuthorComparison, TitleComparison, TitleKind, compare_authors
from refcore.compare.titles import best_title, title_words
from refcore.model.dates import Date
from refcore.model.people import Authors, Person
from refcore.model.reference import Reference
from refcore.text.ascii import to_ascii
from refcore.text.patterns import regex
from refcore.textlists.clean import cleaned
from refcore.textlists.dates import years_of_list
from refcore.textlists.names import authors_of
from refcore.textlists.segment import Reading, readings
from refcore.textlists.words import AND

__all__ = ["TextComparison", "compare_text", "other_titles"]

_MOST_NAMES: Final = 16
_MOST_TITLES: Final = 40
_WORD: Final = regex(r"[^\W_]+")
_LETTERS: Final = regex(r"[^\W\d_]+")
_NEAR: Final = 0.5
_LEAST_WORDS: Final = 3  # a title of one or two words is in many texts by chance
_NO_TITLE: Final = regex(
    r"\W*(?:in:? )?(?:(?:\d+\w\w |the )?(?:proceedings|proc\.|advances in neural)"
    r"|ph\.? ?d\.? (?:thesis|dissertation)|(?:master|doctoral)\S* (?:thesis|dissertation)"
    r"|technical report|preprint\b|unpublished)",
    re.IGNORECASE,
)


@attrs.frozen
class TextComparison:
    """A record compared with the text of a reference.

    `read` is the reference as the nearest reading has it. `authors` and `title` are None
    where the text does not show them or the record does not state them; `not_compared` names
    these parts, and the year.

    >>> from refcore.model import Date
    >>> record = Reference("k", title="Of Words", issued=Date.of(2019))
    >>> compare_text(record, "Fei, B. (2019). Of words. The Lancet, 12.").title.kind.value
    'same'
    """

    read: Reference
    authors: AuthorComparison | None
    title: TitleComparison | None
    years: tuple[int, int] | None
    not_compared: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """What contradicts the record: kinds of differences of names, "title", "year"."""
        found = [str(one.kind) for one in self.authors.differences if one.is_breaking] if (
            self.authors is not None and self.authors.is_wrong
        ) else []  # fmt: skip
        if self.title is not None and self.title.kind is TitleKind.DIFFERENT:
            found.append("title")
        if self.years is not None and self.years[0] != self.years[1]:
            found.append("year")
        return tuple(dict.fromkeys(found))


def compare_text(
    actual: Reference,
    text: str,
    parsed: Reference | None = None,
    titles: Iterable[str] = (),
) -> TextComparison:
    """Compare what a record states with the text of a reference.

    Args:
        actual: The record's statement.
        text: The reference, as its list has it.
        parsed: How the text was read within its list, which knows best where the year is.
        titles: Further titles of the record.

    Returns:
        The comparison.

    >>> from refcore.model import Authors, Date, Person
    >>> record = Reference("k", title="Of Words", issued=Date.of(2019),
    ...     authors=Authors([Person("Bo", "Fei"), Person("Aili", "Chen")]))
    >>> compare_text(record, "Fei, B. and Chen, A. (2019). Of words. The Lancet, 12.").kinds
    ()
    >>> compare_text(record, "Chen, A. (2019). Of words. The Lancet, 12.").kinds
    ('missing',)
    """
    plain = cleaned(text)
    ways = readings(plain)
    known = tuple(title for title in (actual.title, *titles) if title)
    span = _title_span(actual, known, plain, ways, parsed)
    title = plain[slice(*span)].strip(" .,;:") if span else ""
    authors = _nearest_names(plain, actual.authors, ways, span, parsed)
    year = parsed.year if parsed is not None else _year(plain, ways)
    read = attrs.evolve(
        parsed or Reference("-"),
        title=title,
        authors=authors,
        issued=(parsed.issued if parsed is not None else None) or (Date.of(year) if year else None),
    )
    return _compared(actual, known, read, year)


def other_titles(text: str, title: str) -> tuple[str, ...]:
    """Return the titles that other readings of a text have, the likeliest first.

    >>> other_titles("B. Fei, On moss, fern and fen, The Lancet 12 (2019) 3.", "On moss")[0]
    'On moss, fern and fen'
    """
    plain = cleaned(text)
    spans = dict.fromkeys(one.title for one in readings(plain) if one.title)
    found = dict.fromkeys(plain[slice(*span)].strip(" .,;:") for span in spans)
    return tuple(one for one in found if one != title and len(title_words(one)) >= _LEAST_WORDS)


def _compared(
    actual: Reference, known: Sequence[str], read: Reference, year: int | None
) -> TextComparison:
    is_named = bool(read.authors) and bool(actual.authors)
    years = (year, actual.year) if year is not None and actual.year is not None else None
    missing = [
        part
        for part, is_there in (
            ("authors", is_named),
            ("title", bool(read.title and known)),
            ("year", years is not None),
        )
        if not is_there
    ]
    return TextComparison(
        read,
        compare_authors(read.authors, actual.authors) if is_named else None,
        best_title(read.title, known) if read.title and known else None,
        years,
        tuple(missing),
    )


# The title


def _title_span(
    actual: Reference,
    known: Sequence[str],
    text: str,
    ways: Sequence[Reading],
    parsed: Reference | None,
) -> tuple[int, int] | None:
    """Return where the text has a title of the record, or the title nearest to one."""
    for title in known:
        if span := _exact(title, text):
            return span
    spans = dict.fromkeys(one.title for one in ways if one.title)
    tried = list(spans)[:_MOST_TITLES]
    # The reading within the list counts too, and is the one that stays if none is near.
    own = _exact(parsed.title, text, loose=True) if parsed is not None and parsed.title else None
    if own:
        tried.insert(0, own)
    best: tuple[float, tuple[int, int]] | None = None
    for span in tried:
        compared = best_title(text[slice(*span)], known)
        if compared is None or (
            compared.kind is TitleKind.DIFFERENT and _is_other(text[slice(*span)], actual)
        ):
            continue
        # A title without its subtitle is only a part of what the text has.
        likeness = 1.0 if compared.kind is TitleKind.SAME else compared.likeness
        if best is None or likeness > best[0] + 1e-9:
            best = likeness, span
    if best is not None and best[0] >= _NEAR:
        return best[1]
    first = own if parsed is not None else next((one.title for one in ways[:1]), None)
    return first if first and not _is_other(text[slice(*first)], actual) else None


def _is_other(title: str, actual: Reference) -> bool:
    """Return whether what was read as a title is the venue, or says what kind of work it is.

    Some styles print no titles; what is after the names is then another part.
    """
    if _NO_TITLE.match(title):
        return True
    words = [word for word in title_words(title) if not word.isdigit()]
    venues = (actual.fields.get(field, "") for field in ("container-title", "publisher"))
    return any(_is_part(words, title_words(venue)) for venue in venues)


def _is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether words follow each other in a text.

    >>> _is_part(["of", "moss"], ["journal", "of", "moss"])
    True
    >>> _is_part(["moss", "of"], ["journal", "of", "moss"])
    False
    """
    size = len(words)
    places = range(len(whole) - size + 1) if words else range(0)
    return any(list(whole[place : place + size]) == list(words) for place in places)


def _exact(title: str, text: str, *, loose: bool = False) -> tuple[int, int] | None:
    """Return where a text has all words of a title, between signs that can end a title.

    >>> _exact("Of Words", "Chen, A. (2019). Of words. The Lancet, 12.")
    (17, 25)
    >>> _exact("Of Moss", "Chen, A. (2019). Of words.") is None
    True
    """
    wanted = "".join(title_words(title))
    if len(wanted) < 4:
        return None
    letters: list[str] = []
    places: list[int] = []
    for match in _WORD.finditer(text):
        folded = "".join(title_words(match[0]))
        letters.append(folded)
        step = len(match[0]) / max(len(folded), 1)
        places += [match.start() + int(n * step) for n in range(len(folded))]
    whole = "".join(letters)
    at = whole.find(wanted)
    while at >= 0:
        start = places[at]
        end = places[at + len(wanted) - 1] + 1
        while end < len(text) and text[end].isalnum():
            end += 1
        if loose or (_is_edge(text[:start]) and _is_end(text[end:])):
            return start, end
        at = whole.find(wanted, at + 1)
    return None


def _is_edge(before: str) -> bool:
    """Return whether a title can begin after a text.

    >>> _is_edge("B. Fei (2020). "), _is_edge("and the ")
    (True, False)
    """
    return not before.strip() or bool(
        re.search(r"[^\w\s'’-]\s*$|\d[a-z]?\s*$|\b[A-Z]{1,3}\s$", before)
    )


def _is_end(after: str) -> bool:
    """Return whether a title can end before a text.

    >>> _is_end(". In Proc."), _is_end(" of the")
    (True, False)
    """
    return not after.strip() or bool(re.match(r"\s?[^\w\s'’-]|\s(?:[Ii]n\b|\d|[A-Z])", after))


# The names


def _nearest_names(
    text: str,
    actual: Authors,
    ways: Sequence[Reading],
    span: tuple[int, int] | None,
    parsed: Reference | None,
) -> Authors:
    """Return the names before the title in the reading that differs least from the record."""
    before = [one for one in ways if one.names and _is_before(one, span)]
    held: dict[tuple[object, ...], Authors] = {}
    if parsed is not None and parsed.authors:
        held["parsed",] = parsed.authors
    for one in before:
        assert one.names is not None  # noqa: S101 - chosen above
        key = (one.names.names, one.names.cut)
        if key not in held:
            held[key] = authors_of(one.names)
        if len(held) >= _MOST_NAMES:
            break
    if not held:
        return Authors()
    agreeing = (names for names in held.values() if actual and _agrees(names, actual))
    first = next(iter(held.values()))
    found = next(agreeing, None)
    if found is None and span is not None and names_in_order(actual, text[: span[0]]):
        return actual
    return found or first


def names_in_order(actual: Authors, head: str) -> bool:
    """Return whether a text has all names of a list, in order, and no other word.

    >>> from refcore.model import Person
    >>> names = Authors([Person("Bo", "Fei"), Person("Aili", "Chen")])
    >>> names_in_order(names, "Fei Bo Chen A. and"), names_in_order(names, "Chen Aili Fei Bo")
    (True, False)
    """
    words = _folded(head)
    at = 0
    for name in actual:
        whole = _folded(str(name))
        given = _folded(name.given) if isinstance(name, Person) else []
        turned = [*whole[len(given) :], *given]
        size = len(whole)
        # A word such as "and" may be before a name, and is an initial where that fits.
        starts = (at, at + 1) if words[at : at + 1] and words[at] in AND else (at,)
        ends = (
            start + size
            for start in starts
            if any(_are_alike(words[start : start + size], one) for one in (whole, turned))
        )
        if (end := next(ends, None)) is None:
            return False
        at = end
    return bool(actual) and all(word in AND for word in words[at:])


def _folded(text: str) -> list[str]:
    return [to_ascii(word).casefold() for word in _LETTERS.findall(text)]


def _are_alike(words: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether words are those of a name, of which some may be initials.

    >>> _are_alike(["b", "fei"], ["bo", "fei"]), _are_alike(["al", "fei"], ["bo", "fei"])
    (True, False)
    """
    return len(words) == len(name) and all(
        word == one or (len(word) == 1 and one.startswith(word))
        for word, one in zip(words, name, strict=True)
    )


def _is_before(reading: Reading, span: tuple[int, int] | None) -> bool:
    """Return whether a reading has names that end where the title begins, or the date before it."""
    if span is None or reading.title is None:
        return reading.title == span
    return abs(reading.title[0] - span[0]) <= 2


def _agrees(names: Authors, actual: Authors) -> bool:
    return compare_authors(names, actual).is_right


def _year(text: str, ways: Sequence[Reading]) -> int | None:
    found = years_of_list([text], [ways[0] if ways else None])[0]
    return found.value if found else None
