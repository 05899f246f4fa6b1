"""The comparison of family names: particles, compounds, hyphens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from refcore.compare.fold import alike_glyphs, alike_umlaut, spelling_kinds
from refcore.compare.given import NONE, Kinds
from refcore.compare.kinds import VariantKind
from refcore.compare.parsed import Token
from refcore.compare.slavic import are_of_two_customs
from refcore.names.customs import IBERIAN, LINKS, SAME_PARTICLE, is_particle

__all__ = ["joined_readings", "same_family"]

Words: TypeAlias = Sequence[tuple[Token, ...]]

_HYPHEN: Kinds = frozenset({VariantKind.HYPHEN_SPACE})
_PARTICLE: Kinds = frozenset({VariantKind.PARTICLE})
_PART: Kinds = frozenset({VariantKind.COMPOUND_PART})
_DIACRITICS: Kinds = frozenset({VariantKind.DIACRITICS})
_LOOK_ALIKE: Kinds = frozenset({VariantKind.LOOK_ALIKE})
_ROMANIZED: Kinds = frozenset({VariantKind.TRANSLITERATION})


def joined_readings(words: Words) -> tuple[str, ...]:
    """Return the readings of a family name written in one word."""
    if len(words) == 1 and len(words[0]) == 1:
        return words[0][0].folds
    folds = [_SAINTS.get(token.fold, token.folds) for word in words for token in word]
    most = max(map(len, folds))
    found = ["".join([fold[0] for fold in folds])]
    if most > 1:
        found.append("".join([fold[-1] for fold in folds]))
    if most > 2:
        found.append("".join([fold[min(1, len(fold) - 1)] for fold in folds]))
    return tuple(found)


# "St. John" is also written "Saint John" and "StJohn".
_SAINTS: dict[str, tuple[str, ...]] = {"saint": ("st",), "sainte": ("ste",)}
_OF_SAINTS = frozenset(("st", "ste"))


def _read_alike(one: Words, other: Words) -> bool:
    return not set(joined_readings(one)).isdisjoint(joined_readings(other))


def same_family(one: Words, other: Words, *, compound: bool) -> Kinds | None:
    """Return how two family names can be one, or None if they cannot.

    With `compound`, both names are known to be whole, so one may leave out a part.
    """
    if not one or not other:
        return None
    if len(one) == len(other) == len(one[0]) == len(other[0]) == 1:
        return _same_word(one[0][0], other[0][0])
    if _read_alike(one, other):
        return _same_letters(one, other)
    if len(one) > 1 or len(other) > 1 or len(one[0]) > 1 or len(other[0]) > 1:
        found = _without_particles(one, other)
        if found is not None:
            return found
    if compound or _is_compound(one) or _is_compound(other):
        found = _compound(one, other)
        if found is not None:
            return found
    return _by_custom(one, other)


def _by_custom(one: Words, other: Words) -> Kinds | None:
    """Compare Pyatetskii-Shapiro with Pjateckij-Šapiro: every part is the same or Slavic."""
    if [len(word) for word in one] != [len(word) for word in other]:
        return None
    pairs = (
        pair
        for ours, theirs in zip(one, other, strict=True)
        for pair in zip(ours, theirs, strict=True)
    )
    same = all(
        not set(a.folds).isdisjoint(b.folds) or are_of_two_customs(a.folds, b.folds)
        for a, b in pairs
    )
    return _ROMANIZED if same else None


def _same_word(one: Token, other: Token) -> Kinds | None:
    if one.raw == other.raw:
        return NONE
    if not set(one.folds).isdisjoint(other.folds):
        return spelling_kinds(one.raw, other.raw)
    if alike_umlaut(one.fold, other.fold):
        return _DIACRITICS
    if are_of_two_customs(one.folds, other.folds):
        return _ROMANIZED
    return _LOOK_ALIKE if alike_glyphs(one.raw, other.raw) else None


def _same_letters(one: Words, other: Words) -> Kinds | None:
    if [len(word) for word in one] == [len(word) for word in other]:
        return _spelling(one, other)
    tokens = [token for words in (one, other) for word in words for token in word]
    if any(token.raw[-1:] == "." and token.fold not in _OF_SAINTS for token in tokens):
        return None
    has_particle = any(_is_particle(word) for words in (one, other) for word in words[:-1])
    raw = ["".join(token.raw for word in words for token in word) for words in (one, other)]
    kinds = _PARTICLE if has_particle else _HYPHEN
    return kinds if raw[0] == raw[1] else kinds | spelling_kinds(raw[0], raw[1])


def _spelling(one: Words, other: Words) -> Kinds:
    kinds = NONE
    for left, right in zip(one, other, strict=True):
        for a, b in zip(left, right, strict=True):
            found = spelling_kinds(a.raw, b.raw)
            if found == {VariantKind.CASE} and _is_particle(left):
                found = _PARTICLE
            kinds |= found
    return kinds


def _is_particle(word: tuple[Token, ...]) -> bool:
    return len(word) == 1 and _reads_as_particle(word[0])


def _reads_as_particle(token: Token) -> bool:
    # An initial is not a particle: S. may be short for Sanchez, and is not 's.
    return is_particle(token.fold) and not (token.initial and token.raw[0].isupper())


def _core(words: Words) -> tuple[list[str], Words]:
    start = 0
    while start < len(words) - 1 and _is_particle(words[start]):
        start += 1
    particles = [words[index][0].fold for index in range(start)]
    rest = words[start:]
    if len(rest[0]) > 1 and rest[0][0].fold in ("al", "el") and not particles:
        # Al-Rfou: a hyphen joins the article to the name.
        return [rest[0][0].fold], [rest[0][1:], *rest[1:]]
    return particles, rest


def _without_particles(one: Words, other: Words) -> Kinds | None:
    (left, one), (right, other) = _core(one), _core(other)
    # Without a particle these are the names that do not read alike.
    if not (left or right) or not _read_alike(one, other):
        return None
    kinds = _same_letters(one, other)
    if kinds is None or not left or not right:
        return None if kinds is None else kinds | _PARTICLE
    same = [SAME_PARTICLE.get(p, p) for p in left] == [SAME_PARTICLE.get(p, p) for p in right]
    if same or "".join(left) == "".join(right) or _abbreviates(left, right):
        return kinds | _PARTICLE
    return None


def _abbreviates(left: list[str], right: list[str]) -> bool:
    # vd and v. d. abbreviate van der.
    short, long = sorted(("".join(left), "".join(right)), key=len)
    words = right if short == "".join(left) else left
    return len(words) > 1 and short == "".join(word[0] for word in words) and short != long


def _is_compound(words: Words) -> bool:
    if len(words) == 1:
        return len(words[0]) > 1
    if max(map(len, words)) > 1:
        return True
    folds = [word[0].folds[0] for word in words]
    return not LINKS.isdisjoint(folds[1:-1]) or not IBERIAN.isdisjoint(folds)


def _elements(words: Words) -> list[Token]:
    tokens = [token for word in words for token in word]
    return [token for index, token in enumerate(tokens) if not index or not _links(token)]


def _links(token: Token) -> bool:
    # The article inside Abu-El-Haija is not a part of the name by itself.
    return token.fold in LINKS or token.fold in ("al", "el")


def _compound(one: Words, other: Words) -> Kinds | None:
    left, right = _elements(one), _elements(other)
    if len(left) == len(right) and _equal(left, right):
        return _PARTICLE
    if len(left) == len(right) == 2:
        return _with_initial(left, right)
    if len(left) < len(right):
        left, right = right, left
    if len(left) - len(right) != 1:
        return None
    for kept in (left[:-1], left[1:]):
        if _equal(kept, right):
            return _PART
    return None


def _equal(left: list[Token], right: list[Token]) -> bool:
    return all(not set(a.folds).isdisjoint(b.folds) for a, b in zip(left, right, strict=True))


def _with_initial(left: list[Token], right: list[Token]) -> Kinds | None:
    for index in (0, 1):
        a, b = left[index], right[index]
        if a.initial == b.initial or _reads_as_particle(a) or _reads_as_particle(b):
            continue
        rest = not set(left[1 - index].folds).isdisjoint(right[1 - index].folds)
        if rest and a.fold[:1] == b.fold[:1]:
            return _PART
    return None
