"""Venue, volume, issue, pages, publisher and type of a reference beside the record's."""

from __future__ import annotations

from collections.abc import Iterator

from refcore.compare.agreement import FieldComparison
from refcore.compare.pages import compare_numbers, compare_pages
from refcore.compare.publishers import compare_publishers
from refcore.compare.venues import best_venue
from refcore.compare.worktypes import compare_types
from refcore.model.reference import Reference
from refcore.records.record import Record

__all__ = ["compare_fields"]

# Types for which the publisher is a part of the reference.
_PUBLISHED = frozenset(("book", "chapter", "collection", "report", "thesis"))


def compare_fields(reference: Reference, record: Record) -> tuple[FieldComparison, ...]:
    """Return the fields in which a reference differs from a record.

    A field that one side lacks is no difference. A record of arXiv is not compared.
    """
    if record.source == "arxiv":
        return ()
    return tuple(found for found in _compared(reference, record) if found and found.is_different)


def _compared(reference: Reference, record: Record) -> Iterator[FieldComparison | None]:
    ours, theirs = reference.fields, record.fields
    venues = (theirs.get("container-title", ""), theirs.get("collection-title", ""))
    yield best_venue(ours.get("container-title", ""), venues)
    yield compare_numbers("volume", ours.get("volume", ""), theirs.get("volume", ""))
    yield compare_numbers("issue", ours.get("issue", ""), theirs.get("issue", ""))
    yield compare_pages(ours.get("page", ""), theirs.get("page", ""), theirs.get("number", ""))
    if reference.type in _PUBLISHED:
        yield compare_publishers(ours.get("publisher", ""), theirs.get("publisher", ""))
    yield compare_types(reference.type, record.type)
