"""Which of the papers found by title is the one that a reference means."""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs

from refcore.compare import (
    TitleComparison,
    TitleKind,
    compare_names,
    compare_titles,
)
from refcore.model.reference import Reference
from refcore.records.record import Record
from refcore.verification.lists import compared_with

__all__ = ["Certainty", "Found", "choose"]


class Certainty(enum.StrEnum):
    """How certain it is that a paper found by title is the one meant."""

    SURE = "certain"
    LIKELY = "uncertain"


@attrs.frozen
class Found:
    """The paper chosen, how its title compares, and how certain the choice is."""

    record: Record
    title: TitleComparison
    certainty: Certainty
    rule: str


def choose(reference: Reference, records: Iterable[Record]) -> Found | None:
    """Return the paper that a reference without an id means, or None.

    The choice is certain if the title is the same and the first author is one of the
    paper's; likely where the title is a variant, or the same with no author
    that agrees. Anything less is another paper.
    """
    best: tuple[tuple[int, float], Found] | None = None
    for record in records:
        title = compare_titles(reference.title, record.title)
        if not title.is_near:
            continue
        agrees = _first_author_agrees(reference, record)
        sound = bool(reference.authors) and not _is_wrong(reference, record)
        same = title.kind is TitleKind.SAME
        if not (same or agrees):
            continue
        sure = (same and agrees) or (agrees and sound)
        found = Found(
            record, title, Certainty.SURE if sure else Certainty.LIKELY, _words(title, agrees)
        )
        rank = (2 * sure + agrees, title.likeness)
        if best is None or rank > best[0]:
            best = rank, found
    return best[1] if best else None


def _is_wrong(reference: Reference, record: Record) -> bool:
    return compared_with(reference.authors, record).is_wrong


def _first_author_agrees(reference: Reference, record: Record) -> bool:
    if not reference.authors or not reference.authors.names:
        return False
    first = reference.authors[0].name
    return any(compare_names(first, name.name).can_be_same for name in record.author_list)


def _words(title: TitleComparison, agrees: bool) -> str:
    names = "the first author agrees" if agrees else "the authors do not agree"
    return f"{title.rule}; {names}"
