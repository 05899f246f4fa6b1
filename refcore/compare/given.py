"""The comparison of given names: initials, middle names, hyphens, short forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from refcore.compare.fold import alike_glyphs, alike_umlaut, spelling_kinds
from refcore.compare.kinds import VariantKind
from refcore.compare.othertongues import TRANSLATED
from refcore.compare.parsed import Token
from refcore.compare.shortforms import are_short_forms, are_transliterations, begins_otherwise

__all__ = ["NONE", "Kinds", "same_element", "same_given"]

Kinds: TypeAlias = frozenset[VariantKind]
Tokens: TypeAlias = Sequence[Token]

NONE: Kinds = frozenset()
_INITIALS: Kinds = frozenset({VariantKind.INITIALS})
_HYPHEN: Kinds = frozenset({VariantKind.HYPHEN_SPACE})
_SHORT: Kinds = frozenset({VariantKind.SHORT_FORM})
_TRANSLITERATED: Kinds = frozenset({VariantKind.TRANSLITERATION})
_FIRST_DROPPED: Kinds = frozenset({VariantKind.FIRST_NAME_DROPPED})
_MIDDLE: Kinds = frozenset({VariantKind.MIDDLE_NAME})
_PART: Kinds = frozenset({VariantKind.COMPOUND_PART})
_DIACRITICS: Kinds = frozenset({VariantKind.DIACRITICS})
_LOOK_ALIKE: Kinds = frozenset({VariantKind.LOOK_ALIKE})


def same_element(one: Token, other: Token) -> Kinds | None:
    """Return how two elements can be one name, or None if they cannot."""
    if one.raw == other.raw:
        return NONE
    if not set(one.folds).isdisjoint(other.folds):
        return spelling_kinds(one.raw, other.raw)
    if one.abbreviated or other.abbreviated:
        contracted = not (one.initial or other.initial) and are_short_forms(one.fold, other.fold)
        return _initial(one, other) or (_SHORT if contracted else None)
    if are_short_forms(one.fold, other.fold):
        return _SHORT
    if are_transliterations(one.fold, other.fold) or (one.fold, other.fold) in TRANSLATED:
        return _TRANSLITERATED
    if alike_umlaut(one.fold, other.fold):
        return _DIACRITICS
    return _LOOK_ALIKE if alike_glyphs(one.raw, other.raw) else None


def _initial(one: Token, other: Token) -> Kinds | None:
    if one.initial and other.initial:
        return None
    if not one.abbreviated or (other.abbreviated and len(other.fold) < len(one.fold)):
        one, other = other, one
    stems = tuple([fold[0] for fold in one.folds]) if one.initial else one.folds
    if [fold for fold in other.folds if fold.startswith(stems)]:
        return _INITIALS
    is_soft = _soft(other.fold).startswith(tuple(map(_soft, _long(stems))))
    return _INITIALS if is_soft or begins_otherwise(other.fold, stems[0]) else None


def _long(stems: tuple[str, ...]) -> list[str]:
    return [stem for stem in stems if len(stem) > 1] or ["-"]


def _soft(word: str) -> str:
    """Return a word with "i" for the letters that begin Юрий or Яков: Ju., Yu. and Iu. are one.

    >>> _soft("yu"), _soft("jurij"), _soft("john")
    ('iu', 'iurij', 'john')
    """
    return "i" + word[1:] if word[:2] in _SOFT else word


_SOFT: Final = frozenset(("ja", "ju", "ya", "yu"))


def same_given(one: Tokens, other: Tokens) -> Kinds | None:
    """Return how two runs of given names can be one person's, or None.

    Only one of the two may leave out names after the first.
    """
    if len(one) == len(other):
        kinds: Kinds | None = NONE
        for left, right in zip(one, other, strict=True):
            found = same_element(left, right)
            if found is None:
                kinds = None
                break
            kinds = (kinds or NONE) | found | (_HYPHEN if _apart(left, right) else NONE)
        if kinds is not None or len(one) == 1:
            return kinds
    if not one or not other:
        return None
    found = _walk(one, other, 0, 0, 0)
    return found if found is not None else _first_dropped(one, other)


def _apart(one: Token, other: Token) -> bool:
    return one.joined != other.joined and not (one.initial or other.initial)


def _walk(one: Tokens, other: Tokens, i: int, j: int, skipping: int) -> Kinds | None:
    if i == len(one) and j == len(other):
        return NONE
    if i < len(one) and j < len(other):
        found = _step(one, other, i, j, skipping)
        if found is not None:
            return found
    if i and i < len(one) and skipping != 2:
        rest = _walk(one, other, i + 1, j, 1)
        if rest is not None:
            return rest | _skipped(one[i], other, j)
    if j and j < len(other) and skipping != 1:
        rest = _walk(one, other, i, j + 1, 2)
        if rest is not None:
            return rest | _skipped(other[j], one, i)
    return None


def _skipped(token: Token, others: Tokens, index: int) -> Kinds:
    if not token.joined:
        return _MIDDLE
    return _INITIALS if index and others[index - 1].initial else _PART


def _step(one: Tokens, other: Tokens, i: int, j: int, skipping: int) -> Kinds | None:
    kinds = same_element(one[i], other[j])
    if kinds is not None:
        rest = _walk(one, other, i + 1, j + 1, skipping)
        if rest is not None:
            return kinds | rest | (_HYPHEN if _apart(one[i], other[j]) else NONE)
    for width in (2, 3):
        if i + width <= len(one) and _joins(one[i : i + width], other[j]):
            rest = _walk(one, other, i + width, j + 1, skipping)
            if rest is not None:
                return rest | _HYPHEN
        if j + width <= len(other) and _joins(other[j : j + width], one[i]):
            rest = _walk(one, other, i + 1, j + width, skipping)
            if rest is not None:
                return rest | _HYPHEN
    return None


def _joins(parts: Tokens, whole: Token) -> bool:
    if len(whole.fold) < 3 or parts[0].initial:
        return False
    if any(part.initial for part in parts):
        # "Mohammad T." is MohammadTaghi, as the capital inside shows.
        return whole.raw.startswith("".join(part.raw.rstrip(".") for part in parts))
    return "".join(part.fold for part in parts) == whole.fold or (
        len(whole.folds) > 1 and "".join(part.folds[-1] for part in parts) in whole.folds
    )


def _first_dropped(one: Tokens, other: Tokens) -> Kinds | None:
    # J. Zico Kolter signs as Zico Kolter: the remaining name is full and equal.
    if len(one) < len(other):
        one, other = other, one
    if other[0].abbreviated:
        return None
    if _is_beside_initials(one, other):
        return _FIRST_DROPPED | _INITIALS
    start = 1
    while start < len(one) and (
        one[start].joined or (one[start].initial and one[start - 1].initial)
    ):
        start += 1
    if start > 1 and one[1].joined and same_element(one[1], other[0]) is not None:
        start = 1
    if start >= len(one) or one[start].abbreviated or same_element(one[start], other[0]) is None:
        return None
    rest = same_given(one[start:], other) if len(one) - start >= len(other) else None
    return None if rest is None else rest | _FIRST_DROPPED


def _is_beside_initials(one: Tokens, other: Tokens) -> bool:
    """Whether a name has another first name, and the initials of all the other's given names.

    People who take a name abroad keep their own as initials: Ricky T. Q. Chen is Tian Qi Chen.
    """
    if len(one) != len(other) + 1 or len(other) < 2 or one[0].abbreviated:
        return False
    return all(
        initial.initial and not whole.abbreviated and same_element(initial, whole) is not None
        for initial, whole in zip(one[1:], other, strict=True)
    )
