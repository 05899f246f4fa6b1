"""Keys that find alike names in two lists without comparing every pair."""

from __future__ import annotations

from functools import lru_cache

from refcore.compare.parsed import ParsedName, Token

__all__ = ["family_keys", "narrow_keys"]


@lru_cache(maxsize=4096)
def family_keys(name: ParsedName) -> frozenset[str]:
    """Return every folding that may be the family name, or a part of it."""
    keys: set[str] = set()
    tokens = name.tokens
    for word in {0, len(tokens) - 1, name.family_start}:
        if 0 <= word < len(tokens):
            keys.update(_word_keys(tokens[word]))
    if len(tokens) > 2:
        for word in range(1, len(tokens) - 1):
            keys.update(_word_keys(tokens[word]))
        keys.add(_joined(tokens[name.family_start :]))
        keys.add(_joined(tokens[-2:]))
    return frozenset(key for key in keys if len(key) > 1)


def _word_keys(word: tuple[Token, ...]) -> set[str]:
    keys = {fold for token in word for fold in token.folds}
    if len(word) > 1:
        keys.add("".join(token.fold for token in word))
    return keys


def _joined(words: list[tuple[Token, ...]]) -> str:
    return "".join(token.fold for word in words for token in word)


@lru_cache(maxsize=4096)
def narrow_keys(name: ParsedName) -> frozenset[str]:
    """Return the family keys, each with an initial that the given name may begin with."""
    keys: set[str] = set()
    tokens = name.tokens
    last = len(tokens) - 1
    if last < 1:
        return family_keys(name)
    start = max(name.family_start, 1)
    first = {fold[0] for fold in tokens[0][0].folds if fold}
    for family in (_word_keys(tokens[last]), {_joined(tokens[start:])}):
        keys.update(f"{key}|{initial}" for key in family for initial in first)
    # The same keys for a name that is written family name first.
    flipped = {token.fold[:1] for word in tokens[1:] for token in word}
    keys.update(f"{key}|{initial}" for key in _word_keys(tokens[0]) for initial in flipped)
    return frozenset(keys)
