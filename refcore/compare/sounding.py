"""Names by two customs of an alphabet: each part is the same but for letters that customs exchange.

One letter that a slip changes as well proves no custom, wherever it is: Mikolow is misspelt for
Mikolov. Two of them, or one that nobody writes by a slip (kh for h), are a custom where the names
show its language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from refcore.compare.alphabets import ALPHABETS, Alphabet
from refcore.compare.exchanges import CUSTOM, SLIP, exchanged
from refcore.compare.family import joined_readings
from refcore.compare.given import Kinds, same_element
from refcore.compare.kinds import VariantKind
from refcore.compare.othertongues import TRANSLATED
from refcore.compare.parsed import ParsedName, Token
from refcore.compare.shortforms import are_short_forms, are_transliterations
from refcore.names.customs import SURNAMES_FIRST
from refcore.text.patterns import regex

__all__ = ["same_by_sound"]

_ROMANIZED: Kinds = frozenset({VariantKind.TRANSLITERATION})
_INITIALS: Kinds = frozenset({VariantKind.INITIALS})
_MIDDLE: Kinds = frozenset({VariantKind.MIDDLE_NAME})
_LEAST_NEAR: Final = 0.4
_SHORTEST: Final = 5
_NEVER: Final = 99
_BOTH: Final = 2
_SIGNS: Final = regex("[čšžāēīōūḥṣṭẓḍṇṛśñʹʻʿʾ'’‘`]")


def same_by_sound(name: ParsedName, other: ParsedName) -> Kinds | None:
    """Return how two names can be one by two customs of an alphabet, or None.

    >>> from refcore.compare.parsed import parse
    >>> same_by_sound(parse("Ju. V. Prohorov"), parse("Yuri Prokhorov")) is None
    False
    >>> same_by_sound(parse("Tomas Mikolow"), parse("Tomas Mikolov"))
    """
    ours, theirs = name.tokens[-1][-1].fold, other.tokens[-1][-1].fold
    # Most people who are compared have little in common.
    if Indel.normalized_similarity(ours, theirs) < _LEAST_NEAR and not _is_known(ours, theirs):
        return None
    # Chinese and Korean names of few letters differ by one.
    if not SURNAMES_FIRST.isdisjoint((ours, theirs)):
        return None
    for alphabet in ALPHABETS:
        shown = alphabet.shows(_words(name)) + alphabet.shows(_words(other))
        for one, two in product(_cuts(name), _cuts(other)) if shown else ():
            found = _by(alphabet, one, two)
            if found is None or (shown < _BOTH and _says_little(one, two, found, alphabet)):
                continue
            return found
    return None


def _says_little(one: _Cut, two: _Cut, kinds: Kinds, alphabet: Alphabet) -> bool:
    """Return whether both of two names must show their alphabet: names of few letters must."""
    is_short = min(len(one.families[0]), len(two.families[0])) < _SHORTEST
    return is_short or (alphabet.has_loose_vowels and not kinds.isdisjoint(_INITIALS))


class _Cut(NamedTuple):
    """The given names, and the readings of the family name."""

    given: tuple[Token, ...]
    families: tuple[str, ...]
    text: str


@lru_cache(maxsize=4096)
def _cuts(name: ParsedName) -> tuple[_Cut, ...]:
    """Return the ways to cut a name: the family name may have two words."""
    last = len(name.words) - 1
    start = name.family_start or last
    starts = {start, last - 1} if last > 1 and not name.known else {start}
    return tuple(
        _Cut(
            tuple(token for word in name.tokens[:start] for token in word),
            _readings(name.tokens[start:]),
            name.text,
        )
        for start in sorted(starts, reverse=True)
    )


def _readings(family: list[tuple[Token, ...]]) -> tuple[str, ...]:
    """Return the readings of a family name, also without an article: Al-Tusi, Tusi."""
    whole = joined_readings(family)
    is_after_article = len(family) == 1 < len(family[0]) and family[0][0].fold in _ARTICLES
    return (*whole, *joined_readings([family[0][1:]])) if is_after_article else whole


_ARTICLES: Final = frozenset(("al", "el", "ul", "ol"))


@lru_cache(maxsize=4096)
def _words(name: ParsedName) -> frozenset[str]:
    """Return the words of a name, and those that its families are made of: Hosseini of Hossein."""
    words = {token.fold for word in name.tokens for token in word if not token.initial}
    return frozenset(words | {word[:-1] for word in words if word[-1:] == "i"})


def _by(alphabet: Alphabet, name: _Cut, other: _Cut) -> Kinds | None:
    """Return how two names can be one by the customs of an alphabet, or None."""
    family = _least(
        CUSTOM + SLIP if _is_one_family(one, two) else _weight(one, two, alphabet)
        for one in name.families
        for two in other.families
    )
    if family is None:
        return None
    signs = SLIP if _has_signs(name) is not _has_signs(other) else 0
    for weight, kinds in _givens(name.given, other.given, alphabet):
        if not family + weight:
            continue
        shortest = min(len(name.families[0]), len(other.families[0]))
        if family + weight + signs >= _asked(family, weight, shortest, alphabet):
            return _ROMANIZED | kinds
    return None


def _asked(family: int, given: int, shortest: int, alphabet: Alphabet) -> int:
    """Return what the changes weigh at least, by where they are and how short the family name is.

    A short family name that is another, beside the same given name, is another person.
    """
    if family and shortest < _SHORTEST:
        return CUSTOM + SLIP if given else _NEVER
    return CUSTOM if family and given else alphabet.least


def _has_signs(name: _Cut) -> bool:
    """Return whether a name has letters of scholars, so that its writer keeps to their custom."""
    return _SIGNS.search(name.text) is not None


def _givens(
    ours: Sequence[Token], theirs: Sequence[Token], alphabet: Alphabet
) -> Iterator[tuple[int, Kinds]]:
    """Yield the ways in which given names can be one, each with what its changes weigh."""
    if not (ours and theirs):
        if not (ours or theirs):
            yield 0, frozenset()
        return
    if len(ours) != len(theirs) and not any(one.abbreviated for one in (*ours, *theirs)):
        one_word, other_word = ("".join(one.fold for one in part) for part in (ours, theirs))
        joined = _weight(one_word, other_word, alphabet)
        if joined is not None:
            yield joined, frozenset()
    total = 0
    kinds: Kinds = frozenset() if len(ours) == len(theirs) else _MIDDLE
    for one, two in zip(ours, theirs, strict=False):
        weight = _element(one, two, alphabet)
        if weight is None:
            return
        total += weight
        if one.abbreviated or two.abbreviated:
            kinds |= _INITIALS
    yield total, kinds


def _element(one: Token, two: Token, alphabet: Alphabet) -> int | None:
    """Return the weight of the changes between two given names, or None."""
    if not (one.abbreviated or two.abbreviated):
        return _least(_weight(a, b, alphabet) for a in one.folds for b in two.folds)
    short, whole = (one, two) if one.abbreviated else (two, one)
    if whole.fold.startswith(short.fold):
        return 0
    return SLIP if same_element(one, two) or _begin_alike(short, whole, alphabet) else None


def _begin_alike(short: Token, whole: Token, alphabet: Alphabet) -> bool:
    """Return whether an initial may be that of a name by another custom: J. of Yaglom."""
    return any(
        exchanged(short.fold, whole.fold[:width], alphabet.changes) is not None
        for width in range(1, len(short.fold) + 2)
    )


def _weight(one: str, two: str, alphabet: Alphabet) -> int | None:
    if one == two:
        return 0
    if are_transliterations(one, two) or (one, two) in TRANSLATED:
        return SLIP
    found = exchanged(one, two, alphabet.changes)
    return 0 if found is None and _is_known(one, two) else found


def _is_one_family(one: str, two: str) -> bool:
    """Return whether two family names are forms of one in a table, or made of them alike.

    >>> _is_one_family("hosseini", "husseini"), _is_one_family("karimi", "karami")
    (True, False)
    """
    is_made = one[-1:] == two[-1:] == "i" and are_transliterations(one[:-1], two[:-1])
    return is_made or are_transliterations(one, two)


def _is_known(one: str, two: str) -> bool:
    """Return whether two given names are forms of one in a table.

    >>> _is_known("sergey", "siarhei"), _is_known("misha", "mikhail"), _is_known("misha", "masha")
    (True, True, False)
    """
    is_short = are_short_forms(one, two)
    return is_short or are_transliterations(one, two) or (one, two) in TRANSLATED


def _least(weights: Iterator[int | None]) -> int | None:
    return min((weight for weight in weights if weight is not None), default=None)
