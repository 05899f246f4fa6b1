"""Gives names in capitals or small letters their usual case."""

from __future__ import annotations

from typing import Final

from refcore.names.customs import SURNAMES_FIRST, suffix_of
from refcore.names.elisions import elision
from refcore.names.familynames import is_family
from refcore.names.grouping import TURNED
from refcore.names.groups import looks_like_group
from refcore.text.patterns import regex

__all__ = ["recase", "recase_filed"]

# Particles that are rarely names themselves, so that "PETER DE WITH" is "Peter de With".
_SURE_PARTICLES: Final = frozenset(
    "de den der von vom zu zur della del dos das di du ibn ap af av".split()
)
# Letters without a vowel are initials and not a word: "TJ", "PMW".
_SURE_INITIALS: Final = regex(r"(?!NG\Z)[B-DF-HJ-NP-TV-XZ]{2,4}")
_JOINING: Final = frozenset("EIY")
_WORD: Final = regex(r"[^\W\d_]{2,}")


def recase(stretches: list[list[str]]) -> None:
    """Write a list in capitals, or with family names in capitals, as names are written."""
    for place in (None, -1, 0):
        change = _in_capitals if place is None else _family_in_capitals
        parts = [part for stretch in stretches for part in stretch if _is_personal(part)]
        known = any(map(_has_capitals, parts)) or (place == 0 and _open_with_surnames(parts))
        known = known and not (place is None and _are_acronyms(parts))
        if parts and all(change(part, place) for part in parts) and known:
            for stretch in stretches:
                stretch[:] = [
                    (_is_personal(part) and change(part, place)) or part for part in stretch
                ]
    _recase_mixed(stretches)


def _are_acronyms(parts: list[str]) -> bool:
    """Return whether parts in capitals are the short names of bodies, and of no people.

    >>> _are_acronyms(["FAO", "IFAD", "UNICEF"]), _are_acronyms(["VASWANI", "SHAZEER", "WAGNER"])
    (True, False)
    """
    short = [len(part) <= _LONGEST_ACRONYM and not is_family(part.title()) for part in parts]
    return all(short) and not any(" " in part for part in parts)


_LONGEST_ACRONYM: Final = 6


def _open_with_surnames(parts: list[str]) -> bool:
    """Return whether parts begin with family names in capitals, as short as they may be.

    >>> _open_with_surnames(["LIU Ao", "XIA Bin"]), _open_with_surnames(["TJ Fei"])
    (True, False)
    """
    firsts = [part.split()[0] for part in parts]
    known = [first.lower() in SURNAMES_FIRST or is_family(first.title()) for first in firsts]
    return len(parts) > 1 and all(map(str.isupper, firsts)) and all(known)


def _recase_mixed(stretches: list[list[str]]) -> None:
    """Write "FEI, Bo, Al GO und Mo FAR" as names are written: only the first is turned around."""
    parts = [part for stretch in stretches for part in stretch if _is_personal(part)]
    turned = [part for part in parts if " " not in part]
    written = [_family_in_capitals(part, -1) for part in parts if " " in part]
    if len(turned) != 2 or not written or not all(written) or not turned[0].isupper():
        return
    for stretch in stretches:
        stretch[:] = [
            _in_capitals(part, None) if part == turned[0] else _family_in_capitals(part, -1) or part
            for part in stretch
        ]


def recase_filed(stretches: list[list[str]]) -> None:
    """Write "CHEN, Aili; FEI, Bo" as names are written, if all family names are in capitals."""
    filed = [stretch for stretch in stretches if len(stretch) > 1 and not len(stretch) % 2]
    people = [stretch for stretch in stretches if any(map(_is_personal, stretch))]
    families = [family for stretch in filed for family in stretch[::2]]
    given = [word for stretch in filed for rest in stretch[1::2] for word in rest.split()]
    are_capitals = bool(families) and all(map(_has_two_capitals, families))
    if len(filed) < len(people) or not are_capitals or any(map(_has_two_capitals, given)):
        return
    for stretch in filed:
        stretch[::2] = [_in_capitals(family, None) for family in stretch[::2]]


def _is_personal(part: str) -> bool:
    return elision(part) is False and not suffix_of(part) and not looks_like_group(part)


def _has_capitals(part: str) -> bool:
    return any(len(word) > 3 and word.isupper() for word in _WORD.findall(part))


def _in_capitals(part: str, _: int | None) -> str:
    """Return "AILI CHEN" as "Aili Chen", and nothing for a part in other letters.

    >>> _in_capitals("LUDWIG VAN DER BERG", None), _in_capitals("Bo Fei", None)
    ('Ludwig van der Berg', '')
    """
    if not part.isupper():
        return ""
    words = [_WORD.sub(lambda word: word[0].capitalize(), word) for word in part.split()]
    last = part.split()[-1]
    if len(words) > 1 and _SURE_INITIALS.fullmatch(last) and not suffix_of(last):
        words[-1] = words[-1].upper()  # "O'MEARA TJ"
    for place in range(1 if len(words) > 1 else 0, len(words) - 1):
        low = words[place].lower()
        after = words[place + 1].lower()
        if low in _SURE_PARTICLES or (low == "van" and after in _SURE_PARTICLES):
            words[place] = low
    return " ".join(words)


def _family_in_capitals(part: str, place: int | None) -> str:
    """Return "Aili CHEN" or "CHEN Aili" as names are written, or nothing for another part.

    >>> _family_in_capitals("Piet VAN DAM", -1), _family_in_capitals("Aili Chen", -1)
    ('Piet van Dam', '')
    """
    words = part.split()
    if not 1 < len(words) < 6 or place is None:
        return ""
    family: list[str] = []
    while len(words) > 1 and _is_of_family(words, place):
        if "." in words[place]:
            break  # "FEI E. Bo"
        family.insert(0 if place else len(family), words.pop(place))
    if not family or any(map(_has_two_capitals, words)):
        return ""
    spelled = [_WORD.sub(lambda word: word[0].capitalize(), word) for word in family]
    # With a family name of several words, the particle in it is in capitals too.
    spelled = [
        word.lower() if word.lower() in _SURE_PARTICLES | {"van", *"eiy"} and not is_last else word
        for word, is_last in zip(spelled, [*[False] * (len(spelled) - 1), True], strict=True)
    ]
    name = " ".join(spelled)
    return f"{name}{TURNED}{' '.join(words)}" if place == 0 else " ".join([*words, name])


def _is_of_family(words: list[str], place: int) -> bool:
    """Return whether the first or last word is of a family name in capitals: "Y" of "GIL Y MORA".

    >>> _is_of_family(["Y", "MORA", "Ana"], 0), _is_of_family(["Y", "Ana"], 0)
    (True, False)
    """
    word = words[place]
    joins = word in _JOINING and place == 0 and len(words[1]) > 1 and words[1].isupper()
    return word.isupper() and (len(word) > 1 or word == "Ó" or joins)


def _has_two_capitals(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1 and "." not in word
