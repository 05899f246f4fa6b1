"""How a name in Cyrillic or Greek letters is customarily written in Latin ones.

Passports, journals and libraries write one name in many ways: "Moskovskiy", "Moskovsky"
and "Moskovskii" are one. Each row says what may take the place of what.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from refcore.text.ascii import to_ascii
from refcore.text.patterns import regex

__all__ = ["romanized"]

_MOST: Final = 24
_NOT_LETTERS: Final = regex(r"[^a-z]+")
# What is found in the plain transliteration, and what other customs write there.
_CUSTOMS: Final = tuple(
    (regex(pattern), instead.split())
    for pattern, instead in (
        (r"(?<=[^aeiouy])iy$", "y ii ij i"),
        (r"yy$", "y yi yj iy"),
        (r"(?<=[aeo])y$", "i j"),
        (r"^ye|^e(?=[^aeiou])", "ye e"),
        (r"shch", "sch"),
        (r"kh", "h ch"),
        (r"ts", "c tz"),
        (r"yu", "iu ju u"),
        (r"ya", "ia ja"),
        (r"(?<=[^aeiouy])ev$", "yov iov ov"),
        (r"yov$", "ev iov"),
        (r"zh", "j z"),
        (r"ks", "x"),
    )
)


@lru_cache(maxsize=4096)
def romanized(word: str) -> tuple[str, ...]:
    """Return the Latin spellings of a word in another alphabet, in lower case.

    >>> romanized("Юрий")[:3], "dostoevsky" in romanized("Достоевский")
    (('yuriy', 'yury', 'yurii'), True)
    """
    found = [_NOT_LETTERS.sub("", to_ascii(word).lower())]
    for pattern, instead in _CUSTOMS:
        found += [
            pattern.sub(other, spelling, count=1)
            for spelling in list(found)
            if pattern.search(spelling)
            for other in instead
        ]
        found = list(dict.fromkeys(found))[:_MOST]
    return tuple(found)
