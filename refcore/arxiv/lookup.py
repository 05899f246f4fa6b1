"""What came of asking for one arXiv id: `Lookup`, and `Plan` before anything is asked."""

from __future__ import annotations

import enum

import attrs

from refcore.arxiv.record import ArxivRecord
from refcore.model.identifiers import ArxivId

__all__ = ["Lookup", "LookupStatus", "Origin", "Plan"]


class LookupStatus(enum.StrEnum):
    """Whether a record was had, and if not, what that means."""

    FOUND = "found"
    NOT_FOUND = "not-found"  # arXiv answered and has no such paper or version
    UNAVAILABLE = "unavailable"  # nothing is known: no network, or a fault of the service
    INVALID = "invalid"  # arXiv refuses the id as malformed


class Origin(enum.StrEnum):
    """Where a record was taken from."""

    LOCK = "lock"
    CACHE = "cache"
    SNAPSHOT = "snapshot"
    NETWORK = "network"


@attrs.frozen
class Lookup:
    """The outcome for one id: the record, or why there is none.

    >>> lookup = Lookup(ArxivId("2506.13585"), reason="offline")
    >>> lookup.status.value, lookup.record
    ('unavailable', None)
    """

    id: ArxivId
    record: ArxivRecord | None = None
    status: LookupStatus = LookupStatus.UNAVAILABLE
    reason: str = ""
    origin: Origin | None = None

    @classmethod
    def found(cls, asked: ArxivId, record: ArxivRecord, origin: Origin) -> Lookup:
        """Give the outcome for a record that was had."""
        return cls(asked, record, LookupStatus.FOUND, origin=origin)


@attrs.frozen
class Plan:
    """What a lookup would do: the ids by where they are had, and the requests to make.

    `requests` is the number where the service answers well, `searches` how
    many of them search by title; faults and unknown ids cost more.
    """

    in_lock: tuple[ArxivId, ...] = ()
    in_cache: tuple[ArxivId, ...] = ()
    to_ask: tuple[ArxivId, ...] = ()
    requests: int = 0
    in_snapshot: tuple[ArxivId, ...] = ()
    searches: int = 0
