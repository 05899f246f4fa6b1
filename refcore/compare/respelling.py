"""Words in one spelling: rows of a pattern, what takes its place, and an example."""

from __future__ import annotations

import re
from typing import NamedTuple

from refcore.text.patterns import regex

__all__ = ["Rule", "respelt", "rules"]


class Rule(NamedTuple):
    """A pattern in words of small letters, what takes its place, and words that have it."""

    pattern: re.Pattern[str]
    replacement: str
    example: str


def rules(*rows: tuple[str, str, str]) -> tuple[Rule, ...]:
    """Return the rules of a table, whose rows have a pattern, its replacement and an example."""
    return tuple(Rule(regex(pattern), one, example) for pattern, one, example in rows)


def respelt(word: str, by: tuple[Rule, ...]) -> str:
    """Return a word after each rule in turn.

    >>> respelt("kyriakides", rules((r"y", "i", "Kyriakides"), (r"ides$", "idis", "Kyriakides")))
    'kiriakidis'
    """
    for rule in by:
        word = rule.pattern.sub(rule.replacement, word)
    return word
