"""Papers by title and first author: from local records if one is certain, else from the network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from refcore.compare.persons import compare_names
from refcore.compare.titles import TitleKind, compare_titles, title_words
from refcore.records.lookup import Origin
from refcore.records.record import Record
from refcore.records.search import NO_WORDS, Search, SearchStatus, Sought
from refcore.records.source import Searcher
from refcore.records.stores import RecordStore, TitleIndex

if TYPE_CHECKING:
    from refcore.records.cache import Cache

__all__ = ["Finder"]

MOST_RECORDS = 10
OFFLINE = "offline, and no local record has this title"


class Finder:
    """Searches in the order lock, snapshot, cache, network.

    Local records end a search if one is certainly the paper: the same title
    and, if a first author is named, one who can be among its authors. Records
    that are only similar count if the network finds nothing.
    """

    def __init__(
        self,
        locked: Iterable[Record],
        snapshot: RecordStore | None,
        cache: Cache | None,
        searcher: Searcher | None,
        refresh: bool = False,
    ) -> None:
        self._locked = _Titles(() if refresh else locked)
        self._snapshot: TitleIndex | None = None
        if isinstance(snapshot, TitleIndex) and not refresh:
            self._snapshot = snapshot
        self._cache = cache
        self._searcher = searcher
        self._refresh = refresh

    def search(self, wanted: Iterable[Sought]) -> Iterator[Search]:
        """Return the outcome of each once, the local ones first; ask the network for the rest.

        Titles that make the same query share a request.
        """
        waiting: dict[str, list[tuple[Sought, Search | None]]] = defaultdict(list)
        for sought in dict.fromkeys(wanted):
            near = self.held(sought)
            if near is not None and near.status is not SearchStatus.UNAVAILABLE:
                yield near
            else:
                waiting[self._key(sought)].append((sought, near))
        for sought, near in waiting.pop("", []):
            yield near or Search(sought, reason=NO_WORDS)
        for same, found in self._asked(list(waiting.values())):
            for sought, near in same:
                yield _better(near, attrs.evolve(found, sought=sought))

    def requests_for(self, wanted: Iterable[Sought]) -> int:
        """Return the number of requests that the searches take where nothing fails."""
        if self._searcher is None:
            return 0
        held = ((sought, self.held(sought)) for sought in dict.fromkeys(wanted))
        to_ask = {
            self._key(sought)
            for sought, near in held
            if near is None or near.status is SearchStatus.UNAVAILABLE
        }
        return len(to_ask - {""})

    def _asked(
        self, waiting: list[list[tuple[Sought, Search | None]]]
    ) -> Iterator[tuple[list[tuple[Sought, Search | None]], Search]]:
        firsts = [same[0][0] for same in waiting]
        if self._searcher is None:
            found: Iterable[Search] = (Search(sought, reason=OFFLINE) for sought in firsts)
        else:
            found = self._searcher.search(firsts)
        for same, outcome in zip(waiting, found, strict=True):
            self._keep(outcome)
            yield same, outcome

    def held(self, sought: Sought) -> Search | None:
        """Return the local result, None for nothing; an uncertain one is `unavailable`."""
        unsure: Search | None = None
        for origin, records in self._near(sought):
            sure = [record for record in records if _is_surely(record, sought)]
            if sure:
                return Search(sought, sure[:MOST_RECORDS], SearchStatus.FOUND, origin=origin)
            if records and unsure is None:
                unsure = Search(sought, records[:MOST_RECORDS], reason=OFFLINE, origin=origin)
        made = self._made(sought)
        return unsure if made is None else _better(unsure, made)

    def _near(self, sought: Sought) -> Iterator[tuple[Origin, list[Record]]]:
        yield Origin.LOCK, self._locked.like(sought.title)
        if self._snapshot is not None:
            matches = self._snapshot.find(sought.title, most=MOST_RECORDS)
            yield Origin.SNAPSHOT, [match.record for match in matches]
        if self._cache is not None and not self._refresh:
            yield Origin.CACHE, self._cache.with_title(sought.title)

    def _key(self, sought: Sought) -> str:
        return (
            self._searcher.search_key(sought)
            if self._searcher
            else " ".join(title_words(sought.title))
        )

    def _made(self, sought: Sought) -> Search | None:
        """Return the outcome of a search that was made before."""
        query = self._key(sought)
        if self._cache is None or self._refresh or not query:
            return None
        records = self._cache.search(query)
        if records is None:
            return None
        status = SearchStatus.FOUND if records else SearchStatus.NONE
        reason = "" if records else "there was no such paper when it was last asked"
        return Search(sought, records, status, reason, Origin.CACHE)

    def _keep(self, found: Search) -> None:
        if self._cache is not None and found.status is not SearchStatus.UNAVAILABLE:
            self._cache.put_search(self._key(found.sought), found.records)


def _better(near: Search | None, found: Search) -> Search:
    """Take what was found, or else similar local records."""
    if near is None or found.records:
        return found
    return attrs.evolve(near, status=SearchStatus.FOUND, reason=found.reason)


def _is_surely(record: Record, sought: Sought) -> bool:
    if compare_titles(sought.title, record.title).kind is not TitleKind.SAME:
        return False
    author = sought.first_author
    return not author or any(compare_names(author, name).can_be_same for name in record.names)


class _Titles:
    """Some records by the words of their titles."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_word: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            for word in set(title_words(record.title)):
                self._by_word[word].append(record)

    def like(self, title: str) -> list[Record]:
        """Return the records with the same title or a variant of it; identical titles first."""
        words = sorted(title_words(title), key=len, reverse=True)
        near = next((self._by_word[word] for word in words if word in self._by_word), [])
        compared = [(compare_titles(title, record.title), record) for record in near]
        like = [pair for pair in compared if pair[0].kind is not TitleKind.DIFFERENT]
        same_first = sorted(like, key=lambda pair: pair[0].kind is not TitleKind.SAME)
        return [record for _, record in same_first]
