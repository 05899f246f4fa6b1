"""Words of Arabic, Japanese and Chinese in Latin letters: the form that all customs share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import Final

from refcore.compare.respelling import respelt, rules
from refcore.text.patterns import regex

__all__ = ["is_chinese", "is_japanese", "plain_arabic", "plain_japanese"]

_OF_ARABIC: Final = rules(
    (r"([^\W\d_])\1", r"\1", "Ghazzali"),
    (r"[ae][iy]", "ay", "Taimiya"),
    (r"ou|oo|o|u", "u", "Youssouf"),
    (r"ee|iy|e|i|y", "i", "Saleem"),
    (r"[ai]h?$", "a", "Muqaddimah"),
    (r"w|v", "v", "Diwan"),
    (r"dh|z", "z", "Hafidh"),
    (r"q|k(?!h)", "k", "Qazwini"),
)


@lru_cache(maxsize=1024)
def plain_arabic(word: str) -> str:
    """Return a word of Arabic or Persian in Latin letters, the same for each custom.

    >>> plain_arabic("taimiya") == plain_arabic("taymiyya"), plain_arabic("hafez")
    (True, 'hafiz')
    """
    return respelt(word, _OF_ARABIC)


_OF_SYLLABLES: Final = regex(
    r"(?:(?:[kgsztdnhbpmyrwfj]|[kgsztdnhbpmrj]y|sh|ch|ts|dz|(?P<twice>[kstp])(?P=twice)|tch)?[aeiou]"
    r"|n(?![aeiou])|m(?=[bp])|h(?![aeiou]))+"
)
# By the customs of Kunrei and Nippon, then long vowels.
_OF_KUNREI: Final = rules(
    (r"(?<!s)sy|(?<=s)sy", "sh", "syasin"),
    (r"ty|cch", "ch", "tyuugoku"),
    (r"(?:zy|dy|jy)", "j", "zyunsui"),
    (r"si", "shi", "sinzyuku"),
    (r"ti", "chi", "tikyuu"),
    (r"tu", "tsu", "tuki"),
    (r"(?<![sc])hu", "fu", "huzi"),
    (r"[zd]i", "ji", "huzi"),
    (r"[dz]zu|du|dzu", "zu", "tuduku"),
    (r"m(?=[bp])", "n", "shimbun"),
    (r"ou|oo|oh(?![aeiou])", "o", "toukyou"),
    (r"uu", "u", "yuuki"),
    (r"aa", "a", "okaasan"),
    (r"ii", "i", "oniisan"),
    (r"ei|ye", "e", "sensei, Inouye"),
)


def is_japanese(word: str) -> bool:
    """Return whether a word has the syllables of Japanese, by any custom.

    >>> is_japanese("zyunniti"), is_japanese("shimbun"), is_japanese("moss")
    (True, True, False)
    """
    return _OF_SYLLABLES.fullmatch(word) is not None


@lru_cache(maxsize=1024)
def plain_japanese(word: str) -> str:
    """Return a Japanese word in Latin letters, the same for each custom.

    >>> plain_japanese("huzisan") == plain_japanese("fujisan")
    True
    """
    return respelt(word, _OF_KUNREI)


def _is_syllable(word: str) -> bool:
    """Return whether a word is one of Chinese and hardly of English.

    >>> _is_syllable("lou"), _is_syllable("to"), _is_syllable("king")
    (True, False, False)
    """
    return len(word) > 2 and word not in _ENGLISH and bool(_in_pinyin(word))


_ENGLISH: Final = frozenset(
    "ban can chin fan hung king lung man men pan pin ran run she song sung tan ten tin ton win yen "
    "sing ping ting wing sang hen pang tong sun shun mien tie pie lie chi pei".split()
)


def is_chinese(wade: Sequence[str], pinyin: Sequence[str], around: Sequence[str] = ()) -> bool:
    """Return whether words are Chinese ones as Wade and Giles wrote them, and others as pinyin.

    One syllable could be an English word, so that it must have other Chinese words `around` it,
    or a letter that shows its custom.

    >>> is_chinese(["tao", "te", "ching"], ["dao", "de", "jing"]), is_chinese(["tzu"], ["zi"])
    (True, True)
    >>> is_chinese(["tan"], ["dan"]), is_chinese(["sung"], ["song"])
    (False, False)
    """
    if not (wade and pinyin) or len(wade) > _MOST_SYLLABLES:
        return False
    wanted = "".join(pinyin)
    if len(wade) == 1 and len(wade[0]) >= _SYLLABLE and not _in_pinyin(wade[0]):
        wade = _syllables(wade[0])
    spelt = []
    for word in wade:
        spelt.append(_in_pinyin(word))
        if not spelt[-1]:
            return False
    if not any("".join(one) == wanted for one in product(*spelt)):
        return False
    is_shown = len(wade) > 1 or _SURELY_PINYIN.match(wanted) or _SURELY_WADE.match(wade[0])
    return bool(is_shown) or sum(map(_is_syllable, around)) >= _LEAST_AROUND


def _syllables(word: str) -> Sequence[str]:
    """Return the Chinese syllables of a longer word, or the word itself.

    >>> _syllables("kuomintang"), _syllables("mossgarden")
    (('kuo', 'min', 'tang'), ('mossgarden',))
    """
    found = _divided(word)
    return found if found and len(found) <= _MOST_SYLLABLES else (word,)


@lru_cache(maxsize=1024)
def _divided(word: str) -> tuple[str, ...] | None:
    if not word or len(word) > _LONGEST:
        return None if word else ()
    for end in range(min(_SYLLABLE, len(word)), 0, -1):
        if _in_pinyin(word[:end]) and (rest := _divided(word[end:])) is not None:
            return (word[:end], *rest)
    return None


_LEAST_AROUND: Final = 2  # other Chinese words
_MOST_SYLLABLES: Final = 5
_LONGEST: Final = 40
_SYLLABLE: Final = 6
_SURELY_PINYIN: Final = regex("q|x|zh")
_SURELY_WADE: Final = regex("hs|ts|tz|ss")
_WHOLE_SYLLABLES: Final = {
    "chih": "zhi chi", "shih": "shi", "jih": "ri", "tzu": "zi ci", "ssu": "si", "szu": "si",
    "erh": "er", "i": "yi", "in": "yin", "ing": "ying", "lee": "li",
    "yu": "you yu", "yen": "yan", "yeh": "ye", "yueh": "yue",
}  # fmt: skip
_INITIALS: Final = tuple(
    (initial, spelt.split() or [""])
    for initial, spelt in (
        ("ch", "zh ch j q"), ("sh", "sh"), ("hs", "x"), ("ts", "z c"), ("tz", "z c"),
        ("k", "g k"), ("p", "b p"), ("t", "d t"), ("j", "r"), ("m", "m"), ("f", "f"), ("n", "n"),
        ("l", "l"), ("h", "h"), ("w", "w"), ("y", "y"), ("", ""),
    )
)  # fmt: skip
_FINALS: Final = {
    **{one: (one,) for one in "a ai ei ao ou an en ang eng i ia iao iu in iang ing".split()},
    **{one: (one,) for one in "u ua uo uai ui un uan uang".split()},
    "e": ("e",), "eh": ("e",), "o": ("o", "e", "uo"), "ung": ("ong",), "iung": ("iong",),
    "ien": ("ian",), "ieh": ("ie",), "ueh": ("ue",), "uei": ("ui",),
}  # fmt: skip


@lru_cache(maxsize=4096)
def _in_pinyin(syllable: str) -> tuple[str, ...]:
    """Return what a syllable of Wade and Giles can be in pinyin.

    >>> _in_pinyin("tung"), _in_pinyin("hsiao"), _in_pinyin("moss")
    (('dong', 'tong'), ('xiao',), ())
    """
    if syllable in _WHOLE_SYLLABLES:
        return tuple(_WHOLE_SYLLABLES[syllable].split())
    initial, spelt = next((i, to) for i, to in _INITIALS if syllable.startswith(i))
    finals = _FINALS.get(syllable[len(initial) :], ())
    return tuple(begin + end for begin in spelt for end in finals if _is_said(begin, end))


def _is_said(initial: str, final: str) -> bool:
    """Return whether a final can follow an initial: "q" and "x" have "i" or "u" behind them.

    >>> _is_said("x", "iao"), _is_said("x", "ao"), _is_said("zh", "iao")
    (True, False, False)
    """
    if final[0] == "i":
        return initial not in ("zh", "ch", "z", "c")
    return initial not in ("j", "q", "x") or final[0] == "u"
