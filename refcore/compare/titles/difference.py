"""The kinds of differences between two titles, and one change of words."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Final

import attrs

from refcore.compare.titles.words import ROOT

__all__ = ["VARIANTS", "Findings", "TitleDifference", "WordChange"]


class TitleDifference(enum.StrEnum):
    """The kinds of differences between a claimed title and the record's.

    >>> TitleDifference.SPELLING.value
    'spelling'
    """

    NONE = "none"
    SPELLING = "spelling"
    MISSPELT = "misspelt"
    ABBREVIATION = "abbreviation"
    ARTICLE = "article"
    REPEATED = "repeated-word"
    NOTICE = "notice"
    EDITION = "edition"
    SUBTITLE = "subtitle"
    TRANSLATION = "translation"
    FORMULA = "formula"
    CUT_SHORT = "cut-short"
    LABEL = "label"
    ADDED = "word-added"
    LEFT_OUT = "word-left-out"
    REPLACED = "word-replaced"
    INFLECTED = "word-inflected"
    CONTRARY = "contrary"
    NUMBER = "number"
    ORDER = "order"
    OTHER = "other-words"


# How two titles agree, one way after the other: the difference, and the rule in words.
Findings = Iterator[tuple[TitleDifference, str]]
# A title with no changes but these is the same title in another spelling.
VARIANTS: Final = frozenset(
    {
        TitleDifference.SPELLING,
        TitleDifference.MISSPELT,
        TitleDifference.ABBREVIATION,
        TitleDifference.ARTICLE,
        TitleDifference.REPEATED,
    }
)


@attrs.frozen
class WordChange:
    """Some words of the claim, with the record's words at their place.

    >>> WordChange(TitleDifference.SPELLING, "colour", "color").is_variant
    True
    """

    difference: TitleDifference
    claimed: str
    actual: str

    @property
    def is_variant(self) -> bool:
        """Whether the change leaves the title the same."""
        return self.difference in VARIANTS

    def __str__(self) -> str:
        """Return the change in words."""
        claimed, actual = (words.replace(ROOT, "√") for words in (self.claimed, self.actual))
        return _SAYINGS[self.difference].format(claimed=claimed, actual=actual)


_SAYINGS: Final = {
    TitleDifference.SPELLING: '"{actual}" is spelt "{claimed}"',
    TitleDifference.MISSPELT: '"{actual}" is misspelt "{claimed}"',
    TitleDifference.ABBREVIATION: '"{actual}" is written "{claimed}"',
    TitleDifference.ARTICLE: "an article differs",
    TitleDifference.REPEATED: "a word is written twice",
    TitleDifference.ADDED: '"{claimed}" is added',
    TitleDifference.LEFT_OUT: '"{actual}" is left out',
    TitleDifference.REPLACED: '"{claimed}" is written for "{actual}"',
    TitleDifference.INFLECTED: '"{claimed}" is written for "{actual}"',
    TitleDifference.CONTRARY: '"{claimed}" is written for its contrary, "{actual}"',
    TitleDifference.NUMBER: 'the number "{claimed}" is written for "{actual}"',
}
