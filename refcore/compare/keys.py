"""Keys that find alike names in two lists without comparing every pair."""

from __future__ import annotations

from functools import lru_cache

from refcore.compare.parsed import ParsedName, Token, joined_fold
from refcore.compare.scripts import pinyin
from refcore.compare.slavic import slavic_forms

__all__ = ["family_keys", "narrow_keys"]


@lru_cache(maxsize=4096)
def family_keys(name: ParsedName) -> frozenset[str]:
    """Return every folding that may be the family name, or a part of it."""
    syllables = pinyin(name)
    keys: set[str] = set(syllables[:1]) | {"".join(syllables[:2])}
    if syllables:
        keys.add("".join(sorted(name.text)).strip())  # either part may come first
    tokens = name.tokens
    for word in {0, len(tokens) - 1, name.family_start}:
        if 0 <= word < len(tokens):
            keys.update(_word_keys(tokens[word]))
    if len(tokens) > 2:
        for word in range(1, len(tokens) - 1):
            keys.update(_word_keys(tokens[word]))
        keys.add(joined_fold(tokens[name.family_start :]))
        keys.add(joined_fold(tokens[-2:]))
    return frozenset(key for key in keys if len(key) > 1)


def _word_keys(word: tuple[Token, ...]) -> set[str]:
    keys = {fold for token in word for fold in token.folds}
    keys.update(*map(slavic_forms, list(keys)))
    if len(word) > 1:
        keys.add("".join(token.fold for token in word))
    return keys


@lru_cache(maxsize=4096)
def narrow_keys(name: ParsedName) -> frozenset[str]:
    """Return the family keys, each with an initial that the given name may begin with."""
    keys: set[str] = set()
    tokens = name.tokens
    last = len(tokens) - 1
    if last < 1 or pinyin(name):
        return family_keys(name) | {f"{key}|{rest[0]}" for key, rest in _in_pinyin(pinyin(name))}
    start = max(name.family_start, 1)
    first = {fold[0] for fold in tokens[0][0].folds if fold}
    for family in (_word_keys(tokens[last]), {joined_fold(tokens[start:])}):
        keys.update(f"{key}|{initial}" for key in family for initial in first)
    # The same keys for a name that is written family name first.
    flipped = {token.fold[:1] for word in tokens[1:] for token in word}
    keys.update(f"{key}|{initial}" for key in _word_keys(tokens[0]) for initial in flipped)
    return frozenset(keys)


def _in_pinyin(syllables: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return each family name that the syllables may begin with, and the rest of the name.

    >>> _in_pinyin(("wang", "xiao", "ming"))
    [('wang', 'xiao'), ('wangxiao', 'ming')]
    """
    return [
        ("".join(syllables[:width]), syllables[width]) for width in (1, 2) if width < len(syllables)
    ]
