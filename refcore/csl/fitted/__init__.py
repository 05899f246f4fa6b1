"""Items of references, fitted to a style and its guide.

BibTeX has fields and habits that CSL has no variable for. Each rule is a function that
changes an item; `RULES` lists them in their order.
"""

from __future__ import annotations

from typing import Any, Final

from refcore.csl.exported import RULES as EXPORTED
from refcore.csl.fitted import dates, genres, numbers, people, published, titles
from refcore.csl.fitting import Fitting, Rule
from refcore.csl.guideforms import RULES as GUIDE_FORMS
from refcore.csl.guides import Guide
from refcore.csl.kinds import RULES as KINDS
from refcore.model.reference import Reference

__all__ = ["fit"]


def fit(item: dict[str, Any], guide: Guide, reference: Reference) -> None:
    """Change an item to what a style and its guide want."""
    one = Fitting(item, guide, reference)
    for rule in RULES:
        rule(one)


RULES: Final[tuple[Rule, ...]] = (
    titles.whole_book,
    numbers.two_numbers,
    published.placed,
    titles.catalogued,
    titles.titled_edition,
    titles.unclosed,
    titles.in_book,
    titles.title_case,
    titles.short_title,
    published.database,
    titles.volume_title,
    published.how_published,
    published.organization,
    published.eprint,
    dates.visit,
    dates.undated,
    dates.running,
    published.noted_kind,
    *EXPORTED,
    *KINDS,
    genres.genre,
    dates.year_of_page,
    people.beside,
    people.led,
    people.editor_and_translator,
    numbers.labels,
    numbers.article_number,
    numbers.issue,
    numbers.supplement,
    numbers.double_month,
    numbers.page_count,
    numbers.pages,
    titles.chapter,
    titles.part_of_book,
    genres.patent,
    genres.manuscript,
    numbers.journal_series,
    numbers.edition,
    published.site,
    titles.foreign_journal,
    titles.low_journal,
    people.editors_of_journal,
    dates.not_out,
    dates.ahead,
    dates.original,
    published.note,
    published.named_once,
    *GUIDE_FORMS,
    dates.event,
    published.archive,
)
