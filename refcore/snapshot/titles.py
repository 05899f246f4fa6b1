"""Titles as the index keeps them: a key for the whole, and the words to search by."""

from __future__ import annotations

import hashlib
import re

from refcore.compare.titles import title_words
from refcore.latex import decode

__all__ = ["index_title", "search_words", "title_key"]

# What SQLite's tokenizer and Python agree to be a word: Latin, Greek and Cyrillic letters.
_PLAIN = re.compile(r"[0-9a-zͰ-ԯ]+")


def _words(title: str) -> list[str]:
    return title_words(decode(title) if "\\" in title else title)


def _key(words: list[str]) -> int:
    digest = hashlib.blake2b("".join(words).encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def _searched(words: list[str]) -> list[str]:
    once = list(dict.fromkeys(words))
    if "".join(once).isascii():
        return once
    return [word for word in once if _PLAIN.fullmatch(word)]


def title_key(title: str) -> int:
    """Give a number that titles of the same letters share, a signed 64-bit integer.

    >>> title_key("Attention Is All You Need") == title_key("{Attention is all you need}.")
    True
    """
    return _key(_words(title))


def search_words(title: str) -> list[str]:
    """Give the words of a title to search by, each once.

    >>> search_words("To be or not to be")
    ['to', 'be', 'or', 'not']
    """
    return _searched(_words(title))


def index_title(title: str) -> tuple[int, str]:
    """Give both at once: the key, and the words with spaces between them."""
    words = _words(title)
    return _key(words), " ".join(_searched(words))
