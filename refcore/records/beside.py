"""A second opinion: the same work at another maker of author lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from refcore.compare.titles import TitleKind, compare_titles
from refcore.model.identifiers import Identifier
from refcore.records.lookup import Lookup, Origin
from refcore.records.search import Sought
from refcore.records.source import Online

__all__ = ["lookup_beside", "search_beside"]


def lookup_beside(
    online: Iterable[Online], wanted: Mapping[Identifier, str]
) -> dict[Identifier, tuple[Lookup, ...]]:
    """Ask each identifier of the sources of other makers than the one named beside it.

    Only the sources are asked that call themselves a second maker for it; see `Source.second`.
    Faults raise nothing: such a lookup has no record.
    """
    found: dict[Identifier, tuple[Lookup, ...]] = defaultdict(tuple)
    for one in online:
        ids = [
            asked
            for asked, maker in wanted.items()
            if maker != one.source.maker and one.source.second(asked)
        ]
        client = one.client if ids else None
        for batch in client.ask(ids) if client else ():
            for lookup in batch:
                found[lookup.id] += (lookup,)
    return dict(found)


def search_beside(
    online: Iterable[Online], wanted: Mapping[Sought, str]
) -> dict[Sought, tuple[Lookup, ...]]:
    """Search each title at the sources of other makers, and keep the works of just this title."""
    found: dict[Sought, tuple[Lookup, ...]] = defaultdict(tuple)
    for one in online:
        titles = [sought for sought, maker in wanted.items() if maker != one.source.maker]
        searcher = one.searcher if titles else None
        for search in searcher.search(titles) if searcher else ():
            found[search.sought] += tuple(
                Lookup.found(record.id, record, Origin.NETWORK)
                for record in search.records
                if compare_titles(search.sought.title, record.title).kind is TitleKind.SAME
            )
    return dict(found)
