"""Which of the papers found by title is the one that a reference means."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final

import attrs

from refcore.compare import (
    TitleComparison,
    TitleKind,
    compare_names,
    compare_titles,
)
from refcore.compare.titles import title_words
from refcore.model.reference import Reference
from refcore.records.record import Record
from refcore.verification.lists import compare_list, compared_with

__all__ = ["Certainty", "Found", "choose"]


class Certainty(enum.StrEnum):
    """How certain it is that a paper found by title is the one meant."""

    SURE = "certain"
    LIKELY = "uncertain"
    TITLE_ONLY = "by its title only"  # a long title, word by word, and none of the authors


_LONG: Final = 5  # words: a title this long hardly belongs to two works


@attrs.frozen
class Found:
    """The paper chosen, how its title compares, and how certain the choice is."""

    record: Record
    title: TitleComparison
    certainty: Certainty
    rule: str


def choose(reference: Reference, records: Iterable[Record]) -> Found | None:
    """Return the paper that a reference without an id means, or None.

    The choice is certain if the title is the same and the first author is one of the paper's; if
    the title is long, any author is enough. It is likely if the title is a variant, or if it is
    the same and short, and no author agrees. Two works hardly have the same long title, so if no
    author agrees, the choice is by the title only. Anything less is another paper.
    """
    best: tuple[tuple[int, float], Found] | None = None
    for record in records:
        title = compare_titles(reference.title, record.title)
        if not title.is_near:
            continue
        same = title.kind is TitleKind.SAME
        is_long = same and len(title_words(reference.title)) >= _LONG
        agrees = _authors_agree(reference, record, most=None if is_long else 1)
        if not (same or agrees):
            continue
        sound = bool(reference.authors) and not _is_wrong(reference, record)
        sure = agrees and (same or sound)
        certainty = Certainty.SURE if sure else Certainty.LIKELY
        if is_long and not sure and _names_others(reference, record):
            certainty = Certainty.TITLE_ONLY
        found = Found(record, title, certainty, _words(title, agrees))
        rank = (2 * sure + agrees, title.likeness)
        if best is None or rank > best[0]:
            best = rank, found
    return best[1] if best else None


def _is_wrong(reference: Reference, record: Record) -> bool:
    return compared_with(reference.authors, record).is_wrong


def _authors_agree(reference: Reference, record: Record, most: int | None) -> bool:
    """Return whether one of the first `most` authors of a reference is among those of a record."""
    actual = [name.name for name in record.author_list]
    claimed = [name.name for name in reference.authors.names[:most]]
    return any(compare_names(one, other).can_be_same for one in claimed for other in actual)


def _names_others(reference: Reference, record: Record) -> bool:
    """Return whether both sides name people, in letters that can be compared."""
    compared = compare_list(reference.authors, record)
    is_wrong = compared.comparison is not None and compared.comparison.is_wrong
    return bool(reference.authors.people) and is_wrong and not compared.gap


def _words(title: TitleComparison, agrees: bool) -> str:
    names = "an author agrees" if agrees else "the authors do not agree"
    return f"{title.rule}; {names}"
