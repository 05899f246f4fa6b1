"""Name orders and forms that are customary among some peoples, beyond given and family name.

Each rule compares two names one way; `same_by_custom` tries all of them both ways. A
rule requires every word of the shorter name, so it does not hide a contradiction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from refcore.compare.family import same_family
from refcore.compare.given import Kinds, same_given
from refcore.compare.kinds import VariantKind
from refcore.compare.letterings import same_by_lettering
from refcore.compare.parsed import ParsedName, Token, is_glued, letters_of, tokens_of
from refcore.compare.shortforms import is_short_or_full_form
from refcore.compare.sounding import same_by_sound
from refcore.names.customs import SURNAMES_FIRST, VIETNAMESE, is_iberian, is_particle
from refcore.names.givennames import is_given

__all__ = ["same_by_custom"]

_MIDDLE_NAMES: Final = frozenset(("van", "thi"))
_FLIPPED: Kinds = frozenset({VariantKind.FAMILY_FIRST})
_FLIPPED_SHORTER: Kinds = frozenset({VariantKind.FAMILY_FIRST, VariantKind.MIDDLE_NAME})
_CALLED: Kinds = frozenset({VariantKind.INITIALS, VariantKind.FIRST_NAME_DROPPED})
_PART_AS_INITIAL: Kinds = frozenset({VariantKind.INITIALS, VariantKind.COMPOUND_PART})


def same_by_custom(claimed: ParsedName, actual: ParsedName) -> Kinds | None:
    """Return how two names can be one by the customs of a people, or None."""
    if len(claimed.words) < 2 or len(actual.words) < 2:
        is_one_word = len(claimed.words) == len(actual.words)  # as the names of Indonesia
        return same_by_sound(claimed, actual) if is_one_word else None
    for rule in _RULES:
        found = rule(claimed, actual) or rule(actual, claimed)
        if found is not None:
            return found
    return same_by_lettering(claimed, actual) or same_by_sound(claimed, actual)


def _short(name: ParsedName) -> tuple[list[str], list[Token]] | None:
    """Return family words and initials of a name such as "Rinaldi ME" or "Rinaldi, M. E."."""
    if name.known:
        given = [token for word in name.tokens[: name.family_start] for token in word]
        family = name.words[name.family_start :]
    else:
        *family, last = name.words
        letters = last.replace("-", "")
        if family[0].isupper() or not is_glued(letters):
            return None
        given = list(letters_of(letters))
    return (family, given) if given and all(token.initial for token in given) else None


def _both_family_first(name: ParsedName, other: ParsedName) -> Kinds | None:
    """Compare "Durr HR" with "Dürr Hans Roland": both begin with the family name."""
    short = _short(name)
    if short is None or other.known or len(other.words) <= len(short[0]):
        return None
    family, initials = short
    width = len(family)
    words = [tokens_of(word) for word in family]
    kinds = same_family(words, [tokens_of(word) for word in other.words[:width]], compound=False)
    if kinds is None:
        return None
    given = same_given(initials, [token for word in other.tokens[width:] for token in word])
    return None if given is None else kinds | given | _FLIPPED


def _second_family_as_initial(name: ParsedName, other: ParsedName) -> Kinds | None:
    """Compare "de Oliveira SD" with "Danilo de Oliveira Silva": other words become initials."""
    short = _short(name)
    if short is None or not any(map(is_iberian, other.words)):
        return None
    family = [token.fold for word in short[0] for token in tokens_of(word)]
    folds = [tokens_of(word)[0].fold for word in other.words]
    for start in range(1, len(folds) - len(family)):
        end = start + len(family)
        if folds[start:end] != family:
            continue
        rest = [fold for fold in folds[:start] + folds[end:] if not is_particle(fold)]
        if Counter(fold[:1] for fold in rest) == Counter(token.fold[:1] for token in short[1]):
            return _PART_AS_INITIAL
    return None


def _middle_name_first(name: ParsedName, other: ParsedName) -> Kinds | None:
    """Compare "Vinh Van Nguyen" with "Van-Vinh Nguyen"; the middle name shows the order.

    "Tuan Anh Nguyen" and "Anh Tuan Nguyen" are two people.
    """
    family = name.tokens[-1][0].fold
    if family not in VIETNAMESE or other.tokens[-1][0].fold != family:
        return None
    ours, theirs = (
        ["-".join(token.fold for token in word) for word in one.tokens[:-1]]
        for one in (name, other)
    )
    if _is_rotated(ours, theirs) and (_has_hyphen(ours) or _has_middle(ours)):
        return _FLIPPED
    ours, theirs = (" ".join(words).replace("-", " ").split() for words in (ours, theirs))
    return _FLIPPED if _is_rotated(ours, theirs) and _has_middle(ours) else None


def _called_by_the_last(name: ParsedName, other: ParsedName) -> Kinds | None:
    """Compare "H. Tran" with "Quang Huy Tran": Vietnamese are called by the last given name."""
    family = name.tokens[-1][0].fold
    if family not in VIETNAMESE or other.tokens[-1][0].fold != family or len(name.words) != 2:
        return None
    given = [token for word in other.tokens[:-1] for token in word]
    initial = name.tokens[0]
    if len(initial) != 1 or not initial[0].initial or len(given) < 2 or given[-1].initial:
        return None
    return _CALLED if given[-1].fold[:1] == initial[0].fold[:1] else None


def _is_rotated(ours: list[str], theirs: list[str]) -> bool:
    """Return whether two names have the same words, begun at another one.

    >>> _is_rotated(["li", "wei", "ming"], ["wei", "ming", "li"])
    True
    >>> _is_rotated(["li", "wei"], ["li", "wei"])
    False
    """
    if len(ours) < 2 or len(ours) != len(theirs):
        return False
    return any(ours[place:] + ours[:place] == theirs for place in range(1, len(ours)))


def _has_hyphen(words: list[str]) -> bool:
    return any("-" in word for word in words)


def _has_middle(words: list[str]) -> bool:
    # Words that are never a given name by themselves, so they show the order.
    return not _MIDDLE_NAMES.isdisjoint(words)


def _without_patronymic(name: ParsedName, other: ParsedName) -> Kinds | None:
    """Compare "Avinash Warade" with "Warade Avinash Kalyan": family, given, father's name."""
    if len(name.words) != 2 or len(other.words) != 3 or other.known:
        return None
    if any(len(word) > 1 or word[0].abbreviated for word in (*name.tokens, *other.tokens)):
        return None
    given, family = (word[0].fold for word in name.tokens)
    first, second, _ = (word[0].fold for word in other.tokens)
    if (first, second) != (family, given) or is_short_or_full_form(first):
        return None
    return _FLIPPED_SHORTER


def _western_name_before(name: ParsedName, other: ParsedName) -> Kinds | None:
    """Compare "Ambrose Li Cheuk-Wing" with "Ambrose Cheuk-Wing Li", as in Hong Kong."""
    if len(name.words) != 3 or len(other.words) != 3 or name.known:
        return None
    (first, family, given), (their_first, their_given, their_family) = (
        ["-".join(token.fold for token in word) for word in one.tokens] for one in (name, other)
    )
    same = (first, family, given) == (their_first, their_family, their_given)
    return _FLIPPED if same and family in SURNAMES_FIRST and "-" in given else None


def _first_family_alone(name: ParsedName, other: ParsedName) -> Kinds | None:
    """Compare "Artur Ávila" with "Artur Avila Cordeiro de Melo": the first family name alone."""
    width = len(name.words)
    rest = other.words[width:]
    if width < _LEAST_WHOLE or len(rest) < _LEAST_LEFT_OUT or is_given(name.words[-1]):
        return None
    if not any(is_iberian(word) or word in _IBERIAN_PARTICLES for word in rest):
        return None
    if name.tokens[-1][0].initial or name.tokens[-1][0].fold != other.tokens[width - 1][0].fold:
        return None
    ours, theirs = (
        [token for word in one.tokens[: width - 1] for token in word] for one in (name, other)
    )
    given = same_given(ours, theirs)
    return None if given is None else given | _PART


_LEAST_WHOLE: Final = 2
_LEAST_LEFT_OUT: Final = 2
_PART: Kinds = frozenset({VariantKind.COMPOUND_PART})
_IBERIAN_PARTICLES: Final = frozenset("da das de del do dos e y".split())


_RULES: Final[tuple[Callable[[ParsedName, ParsedName], Kinds | None], ...]] = (
    _both_family_first,
    _second_family_as_initial,
    _middle_name_first,
    _called_by_the_last,
    _without_patronymic,
    _western_name_before,
    _first_family_alone,
)
