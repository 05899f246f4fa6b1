"""A second opinion: the same work at another maker of author lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from refcore.compare.titles import TitleKind, compare_titles
from refcore.model.identifiers import Identifier
from refcore.records.lookup import Lookup, Origin
from refcore.records.record import Record
from refcore.records.search import Sought
from refcore.records.source import Glancer, Online, Searcher

__all__ = ["lookup_beside", "search_beside"]


def lookup_beside(
    online: Iterable[Online], wanted: Mapping[Identifier, str]
) -> dict[Identifier, tuple[Lookup, ...]]:
    """Look up each identifier at sources of other makers than the one given with it.

    Only sources that call themselves a second source for it are asked; see `Source.second`.
    A fault raises nothing: its lookup has no record.
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
    """Search each title at sources of other makers; keep the works with exactly this title."""
    found: dict[Sought, tuple[Lookup, ...]] = defaultdict(tuple)
    for one in online:
        titles = [sought for sought, maker in wanted.items() if maker != one.source.maker]
        for sought, record in _works(one, titles) if titles else ():
            if compare_titles(sought.title, record.title).kind is TitleKind.SAME:
                found[sought] += (Lookup.found(record.id, record, Origin.NETWORK),)
    return dict(found)


def _works(one: Online, titles: Sequence[Sought]) -> Iterator[tuple[Sought, Record]]:
    """Return works that may have one of the titles, with as few requests as the source allows."""
    client = one.client
    if isinstance(client, Glancer):
        # A missing second opinion proves nothing, so its absence needs no proof.
        records = list(client.glance(titles))
        yield from ((sought, record) for sought in titles for record in records)
    elif isinstance(client, Searcher):
        for search in client.search(titles):
            yield from ((search.sought, record) for record in search.records)
