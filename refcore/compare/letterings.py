"""Whole names by two customs of Latin letters: Chinese, Japanese and Korean ones.

A letter more or less is a slip, or another name, where one word is looked at. Where both names
become equal by the rules of one language, and the words show this language, they are one name.
How many letters must differ is a matter of the language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA, Indel

from refcore.compare.dialects import are_of_dialect
from refcore.compare.eastern import is_chinese, is_japanese, plain_japanese
from refcore.compare.given import Kinds
from refcore.compare.kinds import VariantKind
from refcore.compare.korean import are_korean_families, korean_sounds
from refcore.compare.parsed import ParsedName, Token
from refcore.names.customs import SURNAMES_FIRST
from refcore.text.patterns import regex

__all__ = ["same_by_lettering"]


class _Parts(NamedTuple):
    """The family name and the given names in plain letters, each as one word."""

    family: str
    given: str
    tokens: tuple[Token, ...]


def same_by_lettering(name: ParsedName, other: ParsedName) -> Kinds | None:
    """Return how two names can be one in the letters of another custom, or None.

    >>> from refcore.compare.parsed import parse
    >>> found = same_by_lettering(parse("Chih-Ming Hsieh"), parse("Zhiming Xie"))
    >>> found == {VariantKind.TRANSLITERATION}
    True
    >>> same_by_lettering(parse("Chih-Ming Hsieh"), parse("Zhimin Xie"))
    """
    ours, theirs = _parts(name), _parts(other)
    if not (ours.family and ours.given and theirs.family and theirs.given):
        return None
    if _are_dialects(name, theirs) or _are_dialects(other, ours):
        return _ROMANIZED
    # Most people who are compared have little in common.
    if not _is_near(ours.given, theirs.given) or not _is_near(ours.family, theirs.family):
        return None
    return _ROMANIZED if any(are_one(ours, theirs) for are_one in _LANGUAGES) else None


_ROMANIZED: Kinds = frozenset({VariantKind.TRANSLITERATION})
# The breve of McCune and Reischauer is a letter of its own by any other custom.
_MARKED: Final = str.maketrans({"ŏ": "eo", "Ŏ": "Eo", "ŭ": "eu", "Ŭ": "Eu"})


@lru_cache(maxsize=4096)
def _parts(name: ParsedName) -> _Parts:
    start = name.family_start or len(name.words) - 1
    words = [[_plain(token) for token in word] for word in name.tokens]
    family = "".join(part for word in words[start:] for part in word)
    given = "".join(part for word in words[:start] for part in word)
    return _Parts(family, given, tuple(token for word in name.tokens[:start] for token in word))


def _are_dialects(name: ParsedName, pinyin: _Parts) -> bool:
    """Whether a name has the sounds of Cantonese or Hokkien, and the other is in pinyin.

    >>> from refcore.compare.parsed import parse
    >>> _are_dialects(parse("Chan Tai Man"), _parts(parse("Dawen Chen")))
    True
    """
    *given, family = (token.fold for word in name.tokens for token in word)
    wanted = pinyin.family, pinyin.given
    if are_of_dialect(family, given, wanted):
        return True
    return not name.known and are_of_dialect(given[0], [*given[1:], family], wanted)


def _is_near(one: str, other: str) -> bool:
    """Return whether two words have letters in common, or are one Korean family name.

    >>> _is_near("hsieh", "xie"), _is_near("rhee", "yi"), _is_near("wei", "tom")
    (True, True, False)
    """
    return Indel.normalized_similarity(one, other) >= _LEAST_NEAR or are_korean_families(one, other)


_LEAST_NEAR: Final = 0.4


def _plain(token: Token) -> str:
    marked = token.raw.translate(_MARKED)
    return token.fold if marked == token.raw else "".join(filter(str.isalpha, marked)).lower()


def _changed(ours: _Parts, theirs: _Parts) -> int:
    return OSA.distance(ours.family, theirs.family) + OSA.distance(ours.given, theirs.given)


def _are_chinese(ours: _Parts, theirs: _Parts) -> bool:
    """Whether one name is Wade's and Giles's form of the other: a word shows that it is no pinyin.

    "Chang Kai-wei" is also pinyin, and so another person than Zhang Kaiwei.
    """
    return _is_in_pinyin(ours, theirs) or _is_in_pinyin(theirs, ours)


def _is_in_pinyin(wade: _Parts, pinyin: _Parts) -> bool:
    if len(pinyin.tokens) > 1:  # in pinyin, a given name is one word
        return False
    given = tuple(token.fold for token in wade.tokens)
    words = (wade.family, *given)
    is_lee = wade.family == "lee" and wade.given != pinyin.given
    is_shown = (
        is_lee
        or any(map(_NO_PINYIN.search, words))
        or any(_ASPIRATED.match(token.raw) for token in wade.tokens)
    )
    if not is_shown or _changed(wade, pinyin) < _LEAST_CHANGED:
        return False
    same_family = wade.family == pinyin.family or _is_wade([wade.family], pinyin.family)
    return same_family and (wade.given == pinyin.given or _is_wade(given, pinyin.given))


def _is_wade(wade: Sequence[str], pinyin: str) -> bool:
    return is_chinese(wade, [pinyin], _AMONG_CHINESE)


_AMONG_CHINESE: Final = ("hsiao", "tsung")  # so that a single syllable is enough
_NO_PINYIN: Final = regex(r"^(?:hs|ts|tz|ss|sz|chi[^h])|(?:ih|eh|ung|ien|ueh|uei|erh)$")
_ASPIRATED: Final = regex("(?:[CcTt][hsz]|[KkPpTt])['’‘ʻ`]")  # Liang Ch'i-ch'ao
_LEAST_CHANGED: Final = 2


def _are_korean(ours: _Parts, theirs: _Parts) -> bool:
    """Whether the given names can have the same sounds, and the families are one name."""
    is_same = [token.raw for token in ours.tokens] == [token.raw for token in theirs.tokens]
    if is_same or _changed(ours, theirs) < _LEAST_CHANGED:
        return False
    if not are_korean_families(ours.family, theirs.family):
        return False
    one, other = (tuple(map(_plain, name.tokens)) for name in (ours, theirs))
    return not korean_sounds(one).isdisjoint(korean_sounds(other))


def _are_japanese(ours: _Parts, theirs: _Parts) -> bool:
    """Whether long vowels, or the customs of Hepburn and Kunrei, are all that differs.

    In short words, and beside a Chinese or Korean family name, they tell people apart: Hou, Ho.
    """
    pairs = ((ours.family, theirs.family), (ours.given, theirs.given))
    words = {word for pair in pairs for word in pair}
    if not all(map(is_japanese, words)):
        return False
    if any(map(_ONE_SYLLABLE.fullmatch, pairs[0])) or any(
        word in SURNAMES_FIRST and _ONE_SYLLABLE.fullmatch(word) for word in words
    ):
        return False
    return all(
        one == other or (_is_long(one, other) and plain_japanese(one) == plain_japanese(other))
        for one, other in pairs
    )


def _is_long(one: str, other: str) -> bool:
    if min(len(one), len(other)) >= _LEAST_LONG or {one, other} == {one[:3], one[:3] + "h"}:
        return True
    return any(map(_OF_KUNREI.search, (one, other)))


_LEAST_LONG: Final = 4
_OF_KUNREI: Final = regex("[stz]y|[st]i|tu|hu")
_ONE_SYLLABLE: Final = regex("[^aeiou]*[aeiou]+[^aeiou]*")


_Rule = Callable[[_Parts, _Parts], bool]
_LANGUAGES: Final[tuple[_Rule, ...]] = (
    _are_chinese,  # Chih-Ming Hsieh: Zhiming Xie
    _are_korean,  # Geun-hye Park: Kŭn-hye Pak
    _are_japanese,  # Zyuniti Tuzi: Junichi Tsuji
)
