"""`Lookup`, the outcome for one identifier, and `Plan`, the requests that a run would make."""

from __future__ import annotations

import enum
from collections.abc import Mapping

import attrs

from refcore.model.frozen import FrozenDict
from refcore.model.identifiers import Identifier
from refcore.records.record import Record

__all__ = ["Lookup", "LookupStatus", "Origin", "Plan"]


class LookupStatus(enum.StrEnum):
    """Whether a record was found, and if not, what that means.

    >>> LookupStatus("absent")
    <LookupStatus.ABSENT: 'absent'>
    """

    FOUND = "found"
    NOT_FOUND = "not-found"  # it is proved that there is no such work or version
    ABSENT = "absent"  # the source answered and does not have it, which proves nothing
    UNAVAILABLE = "unavailable"  # nothing is known: no network, or a fault of the service
    INVALID = "invalid"  # the source refuses the identifier as malformed


class Origin(enum.StrEnum):
    """Where a record was taken from.

    >>> [origin.value for origin in Origin]
    ['lock', 'cache', 'snapshot', 'network']
    """

    LOCK = "lock"
    CACHE = "cache"
    SNAPSHOT = "snapshot"
    NETWORK = "network"


@attrs.frozen
class Lookup:
    """The outcome for one identifier: the record, or why there is none.

    `source` names the source that answered or failed, "" if none was asked.

    >>> from refcore.model.identifiers import ArxivId
    >>> lookup = Lookup(ArxivId("2506.13585"), reason="offline")
    >>> lookup.status.value, lookup.record
    ('unavailable', None)
    """

    id: Identifier
    record: Record | None = None
    status: LookupStatus = LookupStatus.UNAVAILABLE
    reason: str = ""
    origin: Origin | None = None
    source: str = ""

    @classmethod
    def found(cls, asked: Identifier, record: Record, origin: Origin) -> Lookup:
        """Return the outcome for a record that was found.

        Args:
            asked: The identifier that was looked up.
            record: Its record.
            origin: Where the record is from.

        Returns:
            The outcome, with the status `FOUND`.

        >>> from refcore.model import Doi
        >>> record = Record(id=Doi("10.1000/182"), source="crossref")
        >>> Lookup.found(record.id, record, Origin.CACHE).status
        <LookupStatus.FOUND: 'found'>
        """
        return cls(asked, record, LookupStatus.FOUND, origin=origin, source=record.source)


def _counts(values: Mapping[str, int]) -> FrozenDict[str, int]:
    return FrozenDict(values)


@attrs.frozen
class Plan:
    """What a lookup would do: the ids by the place where they are found, and the requests to make.

    Attributes:
        in_lock, in_cache, in_snapshot: The ids that are found there.
        to_ask: The ids to ask for over the network.
        requests: How many requests that takes if every service answers well.
        searches: How many of these search by title.
        by_source: The requests of each source, by its name.
        seconds: The time that the requests take at the services' pace.
        most, most_seconds: Their number and time if no source has what it is asked for first, and
            every reference needs a second source. Faults of the services cost more.

    >>> from refcore.model import ArxivId
    >>> from refcore.records.sources import Sources
    >>> plan = Sources().plan([ArxivId("2506.13585")])
    >>> plan.to_ask, plan.requests
    ((ArxivId('2506.13585'),), 0)
    """

    in_lock: tuple[Identifier, ...] = ()
    in_cache: tuple[Identifier, ...] = ()
    to_ask: tuple[Identifier, ...] = ()
    requests: int = 0
    in_snapshot: tuple[Identifier, ...] = ()
    searches: int = 0
    by_source: Mapping[str, int] = attrs.field(factory=FrozenDict, converter=_counts)
    seconds: float = 0.0
    most: int = 0
    most_seconds: float = 0.0
