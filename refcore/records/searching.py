"""One searcher made of several: each title goes to the next source until a work of it is found."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import attrs

from refcore.compare.titles import TitleKind, compare_titles
from refcore.records.record import Record
from refcore.records.search import Search, SearchStatus, Sought
from refcore.records.source import Searcher

__all__ = ["Several", "is_like"]


def is_like(record: Record, sought: Sought) -> bool:
    """Return whether a record has the sought title, or one like it."""
    titles = (record.title, *record.titles)
    kinds = (compare_titles(sought.title, title).kind for title in titles if title)
    return any(kind is not TitleKind.DIFFERENT for kind in kinds)


class Several:
    """Searches several sources, the first one first.

    A search is *none* if every source says so, *unavailable* where one could not be asked
    and no other has found the title.
    """

    def __init__(self, searchers: Sequence[Searcher]) -> None:
        self._searchers = searchers

    def search_key(self, sought: Sought) -> str:
        """Return the same key for searches that send all sources the same query."""
        keys = [searcher.search_key(sought) for searcher in self._searchers]
        return "\x1f".join(keys) if any(keys) else ""

    def search(self, wanted: Iterable[Sought]) -> Iterator[Search]:
        """Return the outcome of each search, in the order asked, as soon as it is known.

        So a run that is interrupted keeps what it has found.
        """
        lines = [_Line(searcher) for searcher in self._searchers]
        for sought in wanted:
            outcome = Search(sought, reason="no source could be searched")
            for place, line in enumerate(lines):
                found = line.search(sought)
                outcome = _joined(outcome, found) if place else found
                if _is_found(outcome):
                    break
            yield outcome


class _Line:
    """One searcher, asked for one title after the other; it remembers its faults in a row."""

    def __init__(self, searcher: Searcher) -> None:
        self._waiting: deque[Sought] = deque()
        self._found = searcher.search(iter(self._waiting.popleft, None))

    def search(self, sought: Sought) -> Search:
        self._waiting.append(sought)
        return next(self._found)


def _is_found(found: Search) -> bool:
    return any(is_like(record, found.sought) for record in found.records)


def _joined(first: Search, second: Search) -> Search:
    if _is_found(second):
        return second
    records = (*first.records, *second.records)
    unsure = [one for one in (first, second) if one.status is SearchStatus.UNAVAILABLE]
    if unsure:
        return attrs.evolve(unsure[0], records=records)
    reasons = "; ".join(dict.fromkeys(one.reason for one in (first, second) if one.reason))
    status = SearchStatus.FOUND if records else SearchStatus.NONE
    return attrs.evolve(first, records=records, status=status, reason=reasons)
