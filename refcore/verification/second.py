"""A second source's word on an author list that one record contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from refcore.compare import AuthorComparison
from refcore.compare.titles import TitleKind, best_title
from refcore.index.row import Row
from refcore.index.works import names_of, titles_of
from refcore.records.record import Record, RecordAuthor
from refcore.sources.registry import maker_of
from refcore.verification.case import Case
from refcore.verification.labels import source_of
from refcore.verification.paper import PaperFinding, PaperKind

__all__ = ["has_other_maker", "is_same_work", "record_differs", "records_at_hand"]


def has_other_maker(one: Record, other: Record) -> bool:
    """Return whether two people or services made the author lists of two records."""
    return maker_of(one.source) != maker_of(other.source)


def is_same_work(one: Record, other: Record) -> bool:
    """Return whether two records that are said to be of one work have one title, too."""
    titles = [title for title in (one.title, *one.titles) if title]
    found = [best_title(title, (other.title, *other.titles)) for title in titles]
    return any(title is not None and title.kind is not TitleKind.DIFFERENT for title in found)


def records_at_hand(case: Case, record: Record) -> Iterator[Record]:
    """Yield what other makers in the index say of the work of a record."""
    if case.known is None:
        return
    doi = str(record.doi or "").casefold()
    for row in (*case.known.by_doi, *case.known.works):
        if row.authors and maker_of(row.source) != maker_of(record.source):
            found = _record_of(row, record)
            if (doi and row.doi.casefold() == doi) or is_same_work(record, found):
                yield found


def _record_of(row: Row, record: Record) -> Record:
    return Record(
        id=record.id,
        source=row.source,
        type=row.type,
        title=row.title,
        titles=titles_of(row)[1:],
        authors=[RecordAuthor(name) for name in names_of(row)],
        fields=record.fields,
        dates=record.dates,
        via=f"index of {row.source}",
    )


def record_differs(
    first: Record, comparison: AuthorComparison | None, other: Record
) -> PaperFinding | None:
    """Say where a record differs from a reference with which another maker agrees."""
    wrong = (
        next((one for one in comparison.differences if one.is_breaking), None)
        if comparison
        else None
    )
    if wrong is None:
        return None
    source, second = source_of(first), source_of(other)
    said = (
        f"{source} has {wrong.actual!r}" if wrong.actual else f"{source} does not have this author"
    )
    rule = f"{said}, {second} agrees with the reference"
    return PaperFinding(PaperKind.RECORD, wrong.claimed, wrong.actual, rule)
