"""The difference of one word and another: spelling, slip, form, number or contrary."""

from __future__ import annotations

import re
from typing import Final

from refcore.compare.fold import plain_umlauts
from refcore.compare.titles.abbreviated import is_initial
from refcore.compare.titles.customs import is_custom
from refcore.compare.titles.difference import TitleDifference
from refcore.compare.titles.scanned import is_misread
from refcore.compare.titles.spellings import (
    number,
    plain_russian,
    plain_sounds,
    singular,
    spelling,
)
from refcore.text.letters import VOWELS, has_vowel

__all__ = ["difference_of_words"]

_CONTRARY: Final = frozenset("un non in im ir il dis anti a mis de semi".split())
# English words that are one letter apart, so that a slip makes another word.
_REAL_WORDS: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "causal casual",
        "martial marital",
        "united untied",
        "desert dessert",
        "adaptive adoptive",
        "adaption adoption",
        "complement compliment",
        "complementary complimentary",
        "stationary stationery",
        "learning leaning",
        "mediation meditation",
        "sampling sapling",
        "personal personnel",
        "starring staring",
        "planning planing",
        "hopping hoping",
        "scarring scaring",
        "striping stripping",
        "filing filling",
        "caching catching",
        "close cloze",
        "major mayor",
        "relief relieff",
        "tailor taylor",
        "dose doze",
        "grase graze",
        "rifle riffle",
        "rifles riffles",
        "wining winning",
        "raping rapping",
    )
)
# Words that say the contrary of one another and have no common ending.
_OPPOSITES: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "online offline",
        "dense sparse",
        "explicit implicit",
        "weak strong",
        "weakly strongly",
        "forward backward",
        "upper lower",
        "high low",
        "large small",
        "long short",
        "fast slow",
        "increase decrease",
        "increasing decreasing",
        "positive negative",
        "static dynamic",
        "discrete continuous",
        "deterministic stochastic",
        "local global",
        "convex concave",
        "discriminative generative",
        "autoregressive nonautoregressive",
        "intrinsic extrinsic",
        "internal external",
        "homogeneous heterogeneous",
        "homophilic heterophilic",
        "active passive",
        "maximum minimum",
        "pre post",
        "before after",
    )
)
# Beginnings of words that say the contrary of one another.
_OPPOSITE_BEGINNINGS: Final = tuple(
    tuple(pair.split())
    for pair in (
        "micro macro",
        "intra inter",
        "intra extra",
        "hyper hypo",
        "pre post",
        "ante post",
        "homo hetero",
        "endo exo",
        "over under",
        "maxi mini",
        "uni multi",
        "mono poly",
        "in out",
        "up down",
        "in ex",
    )
)
_FIRST_OF_OPPOSITES: Final = tuple(pair[0] for pair in _OPPOSITE_BEGINNINGS)
_VERSION: Final = re.compile(r"v([0-9]{1,3})")


def difference_of_words(one: str, other: str) -> TitleDifference:
    """Return how a word of the claim differs from the record's word at its place.

    >>> difference_of_words("oesophagus", "esophagus").value, difference_of_words("two", "3").value
    ('spelling', 'number')
    >>> difference_of_words("online", "offline").value, difference_of_words("tree", "trees").value
    ('contrary', 'word-inflected')
    """
    ours, theirs = _counted(one), _counted(other)
    if ours is not None and theirs is not None:
        return TitleDifference.SPELLING if ours == theirs else TitleDifference.NUMBER
    if min(len(one), len(other)) > 3 and plain_umlauts(one) == plain_umlauts(other):
        return TitleDifference.SPELLING
    if _sound_alike(one, other) or is_misread(one, other) or is_custom(one, other):
        return TitleDifference.SPELLING
    if is_initial(one, other) or is_initial(other, one):
        return TitleDifference.ABBREVIATION
    if frozenset((one, other)) in _OPPOSITES:
        return TitleDifference.CONTRARY
    if _begin_contrarily(one, other) or _begin_contrarily(other, one):
        return TitleDifference.CONTRARY
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if longer.endswith(shorter) and longer.removesuffix(shorter) in _CONTRARY:
        return TitleDifference.CONTRARY
    if spelling(singular(one)) == spelling(singular(other)):
        return TitleDifference.INFLECTED
    return TitleDifference.MISSPELT if _is_slip(one, other) else TitleDifference.REPLACED


def _sound_alike(one: str, other: str) -> bool:
    """Return whether two longer words differ only in letters that customs of spelling change.

    >>> _sound_alike("hypoglycaemia", "hypoglycemia"), _sound_alike("ferns", "fires")
    (True, False)
    """
    if min(len(one), len(other)) < _HEARD or frozenset((one, other)) in _REAL_WORDS:
        return False
    if not (one + other).isalpha() or not has_vowel(one):  # MCMC is no word
        return False
    if plain_sounds(one) == plain_sounds(other):
        return True
    return min(len(one), len(other)) > _HEARD and plain_russian(one) == plain_russian(other)


_HEARD: Final = 4


def _begin_contrarily(one: str, other: str) -> bool:
    return one.startswith(_FIRST_OF_OPPOSITES) and any(
        one.startswith(a) and other == b + one.removeprefix(a) and len(one) > len(a) + 2
        for a, b in _OPPOSITE_BEGINNINGS
    )


def _counted(word: str) -> int | None:
    """Return the number that a word means, that of a version too.

    >>> _counted("one"), _counted("licht")
    (1, None)
    """
    version = _VERSION.fullmatch(word)
    return int(version[1]) if version else number(word)


def _is_slip(one: str, other: str) -> bool:
    """Return whether one letter inside a long word is missing, doubled or out of place.

    In a short word, or with another consonant, the result may well be another word.

    >>> _is_slip("enviroment", "environment"), _is_slip("moss", "boss")
    (True, False)
    >>> _is_slip("banana", "bananana")
    False
    """
    if min(len(one), len(other)) < 6 or frozenset((one, other)) in _REAL_WORDS:
        return False
    if one[0] != other[0] or one[-2:] != other[-2:] or not (one + other).isalpha():
        return False
    # A word that begins the other one, as "banana" begins "bananana", differs behind its end.
    pairs = enumerate(zip(one, other, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
    if len(one) == len(other):
        swapped = one[:at] + one[at + 1] + one[at] + one[at + 2 :] == other
        vowels = {one[at], other[at]} <= VOWELS and one[at + 1 :] == other[at + 1 :]
        return swapped or (vowels and len(one) > 7)
    longer, shorter = sorted((one, other), key=len, reverse=True)
    missing = longer[:at] + longer[at + 1 :] == shorter
    return missing and (longer[at] == longer[at - 1] or len(shorter) > 7)
