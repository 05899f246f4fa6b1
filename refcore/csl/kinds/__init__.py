"""Finds what kind of work an item is from hints beside its type.

A .bib file has few types: newspapers are an ``@article``, talks and films a ``@misc``. Each rule
reads the hints of one kind, and gives the item the type and the variables that styles print.
"""

from __future__ import annotations

from typing import Final

from refcore.csl.fitting import Rule
from refcore.csl.kinds import (
    art,
    articles,
    data,
    law,
    letters,
    pages,
    preprints,
    reviews,
    shows,
    talks,
)

__all__ = ["RULES"]

# In this order: a later rule reads what an earlier one has set.
RULES: Final[tuple[Rule, ...]] = (
    shows.makers,
    articles.said_of_article,
    letters.letter,
    letters.untitled,
    shows.episode,
    law.patent,
    law.patent_office,
    data.said_kind,
    data.standard,
    data.data,
    data.request_for_comments,
    pages.addition_of_page,
    pages.post,
    reviews.review,
    reviews.addition,
    reviews.front_matter,
    articles.issue_of_periodical,
    articles.periodical,
    pages.wikipedia,
    preprints.preprint,
    pages.blog,
    talks.talk,
    shows.film,
    shows.video,
    shows.medium,
    law.cited,
    law.law,
    art.in_museum,
    art.work_of_art,
    shows.staged,
)
