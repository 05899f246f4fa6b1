"""Korean names in Latin letters: the Revised form, McCune and Reischauer's, and people's own.

A sound has several spellings, and a spelling can be of several sounds: "Jung" is Jeong or Jung.
Two names are alike if they can be of the same sounds.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from refcore.text.patterns import regex

__all__ = ["are_korean_families", "korean_sounds"]

# Spellings of one family name on each line.
_FAMILIES: Final = """
lee yi rhee ri rhie
park pak bak bahk pahk
choi choe choy
kim gim
jung chung jeong cheong joung
kang gang
cho jo joh
yoon yun youn
jang chang
lim im rim yim
shin sin
kwon gwon
ahn an
yoo yu ryu you ryoo
jeon jun chun
ko koh go
moon mun
son sohn
bae pae bai
baek paik back baik paek
heo hur huh her
shim sim
noh roh no ro
kwak gwak
sung seong
joo ju chu
woo u
koo gu ku goo
na ra nah
eom um ohm
chae chai
cheon chun
bang pang
kong gong
hyun hyon hyeon
suk seok sok
seol sul
kil gil
ki gi kee
myung myeong
keum geum
yook yuk
"""
_SAME_FAMILY: Final = frozenset(
    (one, other) for line in _FAMILIES.split("\n") for one in line.split() for other in line.split()
)
# A spelling at the beginning of a syllable, and its sound.
_ONSETS: Final = {
    "kk": "k", "gg": "k", "g": "k", "k": "k", "tt": "t", "dd": "t", "d": "t", "t": "t",
    "bb": "p", "pp": "p", "b": "p", "p": "p", "jj": "ch", "tch": "ch", "ch": "ch", "j": "ch",
    "ss": "s", "sh": "s", "s": "s", "r": "l", "l": "l", "m": "m", "n": "n", "h": "h", "": "",
}  # fmt: skip
# A spelling of a vowel, and the vowels of the Revised form that it can be.
_VOWELS: Final = {
    "a": "a", "ae": "ae", "ai": "ae", "ay": "ae", "e": "e", "eo": "eo", "o": "o",
    "u": "u eo", "oo": "u", "ou": "u eo", "eu": "eu", "i": "i", "ee": "i ui",
    "ie": "i", "ui": "ui", "eui": "ui", "oe": "oe", "oi": "oe", "ya": "ya", "yae": "yae",
    "ye": "ye", "yeo": "yeo", "you": "yeo yu", "yo": "yo", "yu": "yu yeo", "yoo": "yu",
    "yi": "i", "wa": "wa", "wae": "wae", "we": "we oe", "wi": "wi", "wee": "wi", "wo": "wo",
    "weo": "wo",
}  # fmt: skip
# The vowels of an open syllable, where they are fewer: "Minsu" is no Minseo.
_OPEN: Final = {"u": "u", "yu": "yu", "ou": "u", "you": "yu"}
_CODAS: Final = {"ng": "ng", "n": "n", "m": "m", "l": "l", "ll": "l", "r": "l", "k": "k", "g": "k",
                 "p": "p", "b": "p", "t": "t", "": ""}  # fmt: skip
_NOT_KOREAN: Final = regex("[cfqvxz](?!h)")
_LONGEST: Final = 14


def are_korean_families(one: str, other: str) -> bool:
    """Return whether two folded words are one Korean family name.

    >>> are_korean_families("rhee", "yi"), are_korean_families("kim", "lim")
    (True, False)
    """
    return (one, other) in _SAME_FAMILY


@lru_cache(maxsize=4096)
def korean_sounds(given: tuple[str, ...]) -> frozenset[str]:
    """Return what a given name of two syllables can be in the Revised form; or nothing.

    It is one word, or two.

    >>> sorted(korean_sounds(("jungwoo",))), sorted(korean_sounds(("jung", "woo")))
    (['cheong u', 'chung u'], ['cheong u', 'chung u'])
    >>> korean_sounds(("friedrich",))
    frozenset()
    """
    whole = "".join(given)
    if len(whole) > _LONGEST or len(given) > 2 or _NOT_KOREAN.search(whole):
        return frozenset()
    cuts = range(1, len(whole)) if len(given) == 1 else (len(given[0]),)
    return frozenset(
        f"{one} {other}"
        for cut in cuts
        for one in _sounds(whole[:cut])
        for other in _sounds(whole[cut:])
    )


@lru_cache(maxsize=1024)
def _sounds(syllable: str) -> tuple[str, ...]:
    """Return the sounds of one syllable: of "Sun", Seon and Sun.

    >>> _sounds("sun"), _sounds("su"), _sounds("moss")
    (('sun', 'seon'), ('su',), ())
    """
    if syllable in _WHOLE:
        return (_WHOLE[syllable],)
    found = _SYLLABLE.fullmatch(syllable)
    if not found:
        return ()
    onset, vowel, coda = found.groups()
    said = _VOWELS[vowel] if coda else _OPEN.get(vowel, _VOWELS[vowel])
    return tuple(_ONSETS[onset] + one + _CODAS[coda] for one in said.split())


# Syllables whose spelling is of one sound alone.
_WHOLE: Final = {"oh": "o", "woo": "u", "yun": "yun", "wook": "uk", "woong": "ung", "woon": "un"}


def _one_of(table: dict[str, str]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


_SYLLABLE: Final = regex(rf"({_one_of(_ONSETS)})({_one_of(_VOWELS)})({_one_of(_CODAS)})")
