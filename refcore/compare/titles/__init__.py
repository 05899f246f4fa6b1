"""The comparison of titles: of two, and of one with all titles of a record."""

from __future__ import annotations

from refcore.compare.titles.best import best_title
from refcore.compare.titles.comparing import TitleComparison, TitleKind, compare_titles
from refcore.compare.titles.difference import TitleDifference, WordChange
from refcore.compare.titles.languages import are_of_two_languages, may_be_of_two_languages
from refcore.compare.titles.notes import corrects
from refcore.compare.titles.words import title_words

__all__ = [
    "TitleComparison",
    "TitleDifference",
    "TitleKind",
    "WordChange",
    "are_of_two_languages",
    "best_title",
    "compare_titles",
    "corrects",
    "may_be_of_two_languages",
    "title_words",
]
