"""Which record of a feed answers which id; by id and version, never by position."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from refcore.model.frozen import FrozenDict
from refcore.model.identifiers import ArxivId
from refcore.records.record import Record
from refcore.sources.arxiv.atom import Feed

__all__ = ["Matched", "match"]


@attrs.frozen
class Matched:
    """The ids of one request by what the feed says of them.

    `unclear` are ids without a version whose latest record cannot be distinguished
    from one that was asked by version in the same request.
    """

    found: Mapping[ArxivId, Record] = FrozenDict()
    absent: tuple[ArxivId, ...] = ()
    unclear: tuple[ArxivId, ...] = ()
    unread: Mapping[ArxivId, str] = FrozenDict()
    refused: Mapping[ArxivId, str] = FrozenDict()


def match(asked: Sequence[ArxivId], feed: Feed) -> Matched:
    """Match the records of a feed to the ids that were asked.

    >>> from refcore.sources.arxiv.record import arxiv_record
    >>> records = [arxiv_record(ArxivId("1706.03762", v), "Attention", ()) for v in (7, 1)]
    >>> asked = [ArxivId("1706.03762", 1), ArxivId("1706.03762"), ArxivId("2506.13585")]
    >>> matched = match(asked, Feed(tuple(records)))
    >>> [(str(a), record.version) for a, record in matched.found.items()], matched.absent
    ([('1706.03762v1', 1), ('1706.03762', 7)], (ArxivId('2506.13585'),))
    """
    records, versions = defaultdict[str, list[Record]](list), _versions(asked)
    for record in feed.records:
        records[record.id.bare].append(record)
    refused, unread = _refused(asked, feed), _unread(asked, feed)
    found: dict[ArxivId, Record] = {}
    absent: list[ArxivId] = []
    unclear: list[ArxivId] = []
    for wanted in asked:
        candidates = records.get(wanted.bare, [])
        chosen = _chosen(wanted, candidates, versions[wanted.bare])
        if chosen is not None:
            found[wanted] = chosen
        elif wanted in refused or wanted in unread:
            continue
        elif candidates and wanted.version is None:
            unclear.append(wanted)
        else:
            absent.append(wanted)
    left = {wanted: why for wanted, why in unread.items() if wanted not in found}
    return Matched(found, tuple(absent), tuple(unclear), left, refused)


def _versions(asked: Sequence[ArxivId]) -> Mapping[str, set[int]]:
    versions = defaultdict[str, set[int]](set)
    for wanted in asked:
        if wanted.version is not None:
            versions[wanted.bare].add(wanted.version)
    return versions


def _chosen(wanted: ArxivId, candidates: Sequence[Record], versions: set[int]) -> Record | None:
    if wanted.version is not None:
        return next((record for record in candidates if record.id == wanted), None)
    # A record not asked by version can only be there as the latest; so can
    # the second copy of a version.
    free = [record for record in candidates if record.version not in versions]
    distinct = {record.version for record in candidates}
    if not free and len(candidates) > len(distinct):
        free = list(candidates)
    return max(free, key=lambda record: record.version, default=None)


def _refused(asked: Sequence[ArxivId], feed: Feed) -> dict[ArxivId, str]:
    refused = {}
    for error in feed.errors:
        try:
            named = ArxivId.parse(error.id) if error.id else None
        except ValueError:  # InvalidIdentifier, or a number too long to read
            continue
        if named in asked and named is not None:
            refused[named] = error.message
    return refused


def _unread(asked: Sequence[ArxivId], feed: Feed) -> dict[ArxivId, str]:
    reasons = {entry.id: entry.reason for entry in feed.unread if entry.id is not None}
    return {
        wanted: reason
        for wanted in asked
        for unread, reason in reasons.items()
        if wanted == unread or (wanted.version is None and wanted.bare == unread.bare)
    }
