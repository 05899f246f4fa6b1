"""The search for a paper by its title: `Sought`, and its result, `Search`."""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs

from refcore.records.lookup import Origin
from refcore.records.record import Record

__all__ = ["NO_WORDS", "Search", "SearchStatus", "Sought"]

NO_WORDS = "the title has no words to search by"


def _text(value: str) -> str:
    return " ".join(value.split())


def _records(values: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(values)


class SearchStatus(enum.StrEnum):
    """Whether a search gave records, and if not, what that means.

    >>> [status.value for status in SearchStatus]
    ['found', 'none', 'unavailable']
    """

    FOUND = "found"
    NONE = "none"  # the source answered that no work fits
    UNAVAILABLE = "unavailable"  # nothing is known: no network, or a fault of the service


@attrs.frozen
class Sought:
    """A paper to search: its title and its first author, as a reference gives them.

    >>> Sought(" Attention Is\\n All You Need ", "Ashish Vaswani").title
    'Attention Is All You Need'
    """

    title: str = attrs.field(converter=_text)
    first_author: str = attrs.field(default="", converter=_text)


@attrs.frozen
class Search:
    """The outcome of one search: the papers that may be the one, or why there are none.

    The records are in the order of the source, the likeliest first by its
    judgement, and none of them has to be the paper. A `reason` beside records
    says why no better source was asked.

    >>> search = Search(Sought("Attention Is All You Need"), reason="offline")
    >>> search.status.value, search.records
    ('unavailable', ())
    """

    sought: Sought
    records: tuple[Record, ...] = attrs.field(default=(), converter=_records)
    status: SearchStatus = SearchStatus.UNAVAILABLE
    reason: str = ""
    origin: Origin | None = None
