"""Titles as the index keeps them: a key for the whole, and signatures of its parts."""

from __future__ import annotations

from itertools import pairwise
from typing import Final
from zlib import crc32

from refcore.compare.titles import title_words
from refcore.index.row import key_of

__all__ = ["index_title", "signatures", "title_key"]

_MOST_WORDS: Final = 24
# Titles up to this many words are also found when any one word is another.
_SHORT: Final = 5
# Words that are in every second title, and tell nothing.
_COMMON: Final = frozenset(
    "a an and are as at be by can do does for from how in into is it its not of on or over the "
    "this to towards under using via we what when why with without".split()
)


def title_key(title: str) -> int:
    """Return a number that titles of the same letters share, a signed 64-bit integer.

    >>> title_key("Attention Is All You Need") == title_key("{Attention is all you need}.")
    True
    """
    return key_of("".join(title_words(title)))


def signatures(words: list[str]) -> list[int]:
    """Return numbers of 32 bits that a title shares with those that differ in a word or two.

    There is one for each two words that follow each other, common words left out, one for
    all of them, and for a short title one for what is left without each of its words.

    >>> one = signatures("robust dynamic radiance fields".split())
    >>> other = signatures("resilient dynamic radiance fields".split())
    >>> len(set(one) & set(other)) > 2
    True
    """
    telling = _telling(words)
    found = [crc32(f"{one} {other}".encode(errors="replace")) for one, other in pairwise(telling)]
    found.append(_without(telling, len(telling)))
    if 1 < len(telling) <= _SHORT:
        found += [_without(telling, at) for at in range(len(telling))]
    return list(dict.fromkeys(found))


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word not in _COMMON][:_MOST_WORDS] or words[:_MOST_WORDS]


def _without(words: list[str], at: int) -> int:
    return crc32("\0".join(words[:at] + words[at + 1 :]).encode(errors="replace"))


def index_title(title: str) -> tuple[int, list[int]]:
    """Return the key and the signatures of a title at once."""
    words = title_words(title)
    found = signatures(words)
    head, colon, _ = title.partition(": ")
    if colon:
        # A title is often cited without its subtitle.
        telling = _telling(title_words(head))
        found.append(_without(telling, len(telling)))
    return key_of("".join(words)), found
