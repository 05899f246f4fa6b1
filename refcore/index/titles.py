"""Titles as the index keeps them: a key for the whole, and signatures of its parts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final
from zlib import crc32

from refcore.compare.titles import title_words
from refcore.index.row import key_of

__all__ = ["index_title", "signatures", "title_key"]

_MOST_WORDS: Final = 24
# Titles up to this many words are also found when any one word is another.
_SHORT: Final = 5
# Up to this many pairs of words are all kept; of the further ones, every second.
_ALL_PAIRS: Final = 4
# Words that are in every second title and so distinguish nothing.
_COMMON: Final = frozenset(
    "a an and are as at be by can do does for from how in into is it its not of on or over the "
    "this to towards under using via we what when why with without".split()
)
_MOST_NUMBERS: Final = 1 << 17
# Of such a title the words before a colon and those after it are all of its words.
_SIMPLE: Final = re.compile(r"[A-Za-z0-9 :,.;?!'/()-]*")
_BITS: Final = 0xFFFFFFFF
_TURN: Final = 0x9E3779B1  # odd, so that no two words have the same product
_SUM: Final = 0x5BD1E995  # keeps the sums apart from the pairs


def title_key(title: str) -> int:
    """Return a number that titles of the same letters share, a signed 64-bit integer.

    >>> title_key("Attention Is All You Need") == title_key("{Attention is all you need}.")
    True
    """
    return key_of("".join(title_words(title)))


def signatures(words: list[str]) -> list[int]:
    """Return numbers of 32 bits that a title shares with those that differ in a word or two.

    Common words are left out. There is one signature for each pair of adjacent words, and one for
    all words in any order. A short title also has one for its words without each single word.
    `words` are those of `title_words`.

    >>> one = signatures("robust dynamic radiance fields".split())
    >>> other = signatures("resilient dynamic radiance fields".split())
    >>> len(set(one) & set(other)) > 2
    True
    """
    numbers = _numbers(words)
    return _pairs(numbers) + _sums(numbers)


def _pairs(numbers: list[int]) -> list[int]:
    return [(one * _TURN + other) & _BITS for one, other in pairwise(numbers)]


def _sums(numbers: list[int]) -> list[int]:
    total = sum(numbers) + _SUM
    if 1 < len(numbers) <= _SHORT:
        return [total & _BITS, *((total - number) & _BITS for number in numbers)]
    return [total & _BITS]


def _numbers(words: list[str]) -> list[int]:
    """Return a number for each word that tells something, or for all where none does."""
    return _chosen(_telling(words), words)


def _telling(words: list[str]) -> list[int]:
    return list(filter(None, map(_number, words)))


def _chosen(telling: list[int], words: list[str]) -> list[int]:
    return (telling or [_crc(word) for word in words])[:_MOST_WORDS]


def _crc(word: str) -> int:
    return crc32(word.encode(errors="replace"))


class _Numbers(dict[str, int]):
    """A number for each word, computed once, 0 for a common one; forgotten when there are many."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_NUMBERS:
            self.clear()
        number = self[word] = 0 if word in _COMMON else _crc(word)
        return number


_number = _Numbers().__getitem__


def index_title(title: str) -> tuple[int, list[int]]:
    """Return the key of a title, and those of its signatures that the index keeps.

    Of the pairs of words it keeps those with the smallest numbers, which two titles that
    share most words choose alike.
    """
    head, colon, tail = title.partition(": ")
    if not colon:
        words = title_words(title)
        numbers = _numbers(words)
    elif _SIMPLE.fullmatch(title):
        before, after = title_words(head), title_words(tail)
        words, first = before + after, _telling(before)
        numbers, begun = _chosen(first + _telling(after), words), _chosen(first, before)
    else:
        words = title_words(title)
        numbers, begun = _numbers(words), _numbers(title_words(head))
    pairs = _pairs(numbers)
    if len(pairs) > _ALL_PAIRS:
        pairs.sort()
        del pairs[_ALL_PAIRS + (len(pairs) - _ALL_PAIRS) // 2 :]
    pairs += _sums(numbers)
    if colon:
        # A title is often cited without its subtitle.
        pairs.append((sum(begun) + _SUM) & _BITS)
    return key_of("".join(words)), pairs
