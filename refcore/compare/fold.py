"""Folding of a word to plain letters, with every customary reading of it."""

from __future__ import annotations

import itertools
import unicodedata
from functools import lru_cache
from typing import Final

from refcore.compare.kinds import VariantKind
from refcore.compare.letters import CAPITAL_LOOK_ALIKES, EXPANSIONS, LIGATURES, LOOK_ALIKES
from refcore.compare.romanized import romanized
from refcore.text.patterns import regex
from refcore.text.translations import translation

__all__ = ["alike_glyphs", "alike_umlaut", "fold", "plain_umlauts", "readings", "spelling_kinds"]

_NOT_LETTERS: Final = regex(r"[^0-9a-z]+")
_MOST_READINGS: Final = 16
_LONGEST: Final = 60
_OTHER_ALPHABET: Final = regex(r"[\u0370-\u03ff\u0400-\u04ff'’.-]{1,40}")
# A capital I between lower-case letters, or a digit, in place of the letter that was meant.
_CAPITAL_I: Final = regex(r"(?<=[a-z])I(?=[a-z]|$)|(?<=[A-Za-z])0|(?<=[a-z])1")


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[str, ...]:
    """Return the ASCII readings of a word, the shortest folding first.

    >>> readings("Küttler"), readings("Sørensen"), readings("O'Brien")
    (('kuttler', 'kuettler'), ('sorensen', 'soerensen'), ('obrien',))
    """
    if word.isascii() and word.isalpha():
        return (word.lower(),)
    if word.isascii() and not any(map(str.isdigit, word)):
        return (_NOT_LETTERS.sub("", word.lower()) or word,)
    options = [_letter(char) for char in _look_alikes(word[:_LONGEST])]
    several = sum(len(option) > 1 for option in options)
    if several > 4:
        found = ["".join(option[0] for option in options), "".join(o[-1] for o in options)]
        found.insert(1, "".join(o[min(1, len(o) - 1)] for o in options))
    else:
        found = ["".join(parts) for parts in itertools.product(*options)][:_MOST_READINGS]
    found += _pinyin(word, found[0])
    if _OTHER_ALPHABET.fullmatch(word):
        found = [*romanized(word), *found]
    if len(word) > _LONGEST:
        found = [part + word[_LONGEST:].casefold() for part in found]
    return tuple(dict.fromkeys(part for part in found if part)) or (word.casefold(),)


def _pinyin(word: str, short: str) -> list[str]:
    # lü is also written lv, lyu or lue.
    if short in ("lu", "nu", "lue", "nue") and "ü" in unicodedata.normalize("NFC", word.lower()):
        return [short[0] + middle + short[2:] for middle in ("v", "yu")]
    return []


def _look_alikes(word: str) -> str:
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word))
    text = text.translate(CAPITAL_LOOK_ALIKES)
    return _CAPITAL_I.sub(lambda found: {"I": "l", "0": "o", "1": "l"}[found[0]], text).lower()


def _letter(char: str) -> tuple[str, ...]:
    if char.isascii():
        return (char,) if char.isalnum() else ("",)
    if char in EXPANSIONS:
        return EXPANSIONS[char]
    if char in LOOK_ALIKES:
        return (LOOK_ALIKES[char],)
    base = unicodedata.normalize("NFKD", char)
    letters = "".join(LOOK_ALIKES.get(c, c) for c in base if unicodedata.category(c)[0] == "L")
    return (letters,)


def fold(word: str) -> str:
    """Return the shortest ASCII folding of a word.

    >>> fold("Gülçehre"), fold("Łukasz"), fold("Ming-Wei")
    ('gulcehre', 'lukasz', 'mingwei')
    """
    return readings(word)[0]


def spelling_kinds(one: str, other: str) -> frozenset[VariantKind]:
    """Return how two words of equal folding differ.

    >>> sorted(spelling_kinds("müller", "Mueller"))
    [<VariantKind.CASE: 'case'>, <VariantKind.DIACRITICS: 'diacritics'>]
    """
    if one == other:
        return frozenset()
    kinds = set()
    one, other, punctuated = _without_punctuation(one, other)
    if punctuated:
        kinds.add(VariantKind.PUNCTUATION)
    if one != other and one.lower() == other.lower():
        return frozenset(kinds | {VariantKind.CASE})
    for glyphs, kind in ((LIGATURES, VariantKind.LIGATURE), (None, VariantKind.LOOK_ALIKE)):
        if one != other and _has(one, glyphs) != _has(other, glyphs):
            kinds.add(kind)
    if one != other:
        plain_one, plain_other = _look_alikes(one), _look_alikes(other)
        plain = [_without_look_alikes(plain_one), _without_look_alikes(plain_other)]
        if plain[0] != plain[1]:
            kinds.add(VariantKind.DIACRITICS)
        if one[:1].isupper() != other[:1].isupper():
            kinds.add(VariantKind.CASE)
    return frozenset(kinds or {VariantKind.CASE})


def _without_punctuation(one: str, other: str) -> tuple[str, str, bool]:
    bare_one, bare_other = one.translate(_DROPPED), other.translate(_DROPPED)
    return (
        bare_one,
        bare_other,
        one != other and (one.count(".") != other.count(".") or one.count("'") != other.count("'")),
    )


_DROPPED: Final = translation(dict.fromkeys(".'-"))


def _has(word: str, glyphs: frozenset[str] | None) -> bool:
    if glyphs is not None:
        return any(char in glyphs for char in word)
    if any(char in LOOK_ALIKES for char in word.lower() if not char.isascii()):
        return True
    compatible = unicodedata.normalize("NFKC", word) != unicodedata.normalize("NFC", word)
    odd = bool(_CAPITAL_I.search(word)) or any(char in "01" for char in word)
    return odd or (compatible and not _has(word, LIGATURES))


def _without_look_alikes(word: str) -> str:
    return "".join(LOOK_ALIKES.get(char, char) for char in word)


def alike_glyphs(one: str, other: str) -> bool:
    """Return whether one word begins with a small L and the other with a capital I.

    >>> alike_glyphs("lan", "Ian"), alike_glyphs("Lan", "Ian")
    (True, False)
    """
    return {one[:1], other[:1]} == {"l", "I"} and len(one) > 1 and one[1:] == other[1:]


_UMLAUT: Final = regex(
    r"(?<=[bcdfhklmnprstvwz])[uo]e"
    r"(?=ll|h[lmnr]|ck|tz|tt|ss|s?ch|ld|lz|nz|r[nkz]|bn|[bdgklmnt]er)"
    r"|(?<=[bdfghjklmnrstw])oe(?=l[kp]|ff|n(?:ig|[bfhmw])|r[gnrs]|pf|pp|bi|d[ei]l?|tt|tz|[bg]el|we)"
    r"|(?<=[bdfghjklmnrst])ue(?=nth|nch|r[gs]|mm|di)|(?<=g)ue(?=nter)"
    r"|(?<=[bfhjklmrsw])ae(?=[dfgkmt]er|ff|ck|h[lmnr]|mm|chs|nd|tz)"
)


def alike_umlaut(one: str, other: str) -> bool:
    """Return whether two plain foldings are both customary for one umlaut (ue and u).

    Only *ue* and *oe* at places where German names have them count.

    >>> alike_umlaut("mueller", "muller"), alike_umlaut("samuel", "samul")
    (True, False)
    """
    if abs(len(one) - len(other)) not in (1, 2) or not (one and other) or one[0] != other[0]:
        return False
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if longer.replace("e", "") != shorter.replace("e", ""):
        return False  # nearly always, and quick
    return _UMLAUT.sub(lambda found: found[0][0], longer) == shorter


def plain_umlauts(word: str) -> str:
    """Return a word with "ae", "oe" and "ue" as "a", "o" and "u": both forms write an umlaut.

    >>> plain_umlauts("ueber")
    'uber'
    """
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
