"""`Sources`: records from the lock file, then the cache and the index, then the network."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import attrs

from refcore.errors import ArxivNotFound, ArxivUnavailable, InvalidIdentifier
from refcore.files.paths import PathLike
from refcore.model.identifiers import Doi, Identifier, read_identifier
from refcore.model.reference import Reference
from refcore.records.locate import open_lock
from refcore.records.lock import Lock
from refcore.records.lookup import Lookup, LookupStatus, Origin, Plan
from refcore.records.record import Record
from refcore.records.search import Search, Sought
from refcore.records.searching import Several
from refcore.records.sidebyside import side_by_side
from refcore.records.source import Online
from refcore.records.stores import NoticeIndex, RecordStore
from refcore.text.markup import without_tags

if TYPE_CHECKING:
    from refcore.records.cache import Cache
    from refcore.records.finding import Finder

__all__ = ["Progress", "Sources"]

Progress = Callable[[int, int], None]

# No source takes fewer identifiers in one request.
_BATCH = 20
OFFLINE = "offline, and neither the lock file nor the cache has it"
NOT_IN_SNAPSHOT = "offline, and neither the lock file, the cache nor the snapshot has it"


class Sources:
    """All sources of records as one: lock file, then cache, then index, then network.

    Each argument can be left out.

    Args:
        lock: A `Lock`, or the path of a lock file.
        cache: A `Cache`, a path, or ``"default"`` for the user's cache folder.
        online: The sources that can be asked, in order.
        snapshot: An opened local index.
        refresh: Whether to ask only the network, for everything.

    Raises:
        LockError: The lock file is missing or malformed.

    >>> from refcore.model import ArxivId
    >>> sources, wanted = Sources(), ArxivId("2506.13585")
    >>> sources.is_offline, sources.lookup([wanted])[wanted].reason
    (True, 'offline, and neither the lock file nor the cache has it')
    """

    def __init__(
        self,
        lock: Lock | PathLike | None = None,
        cache: Cache | Literal["default"] | PathLike | None = None,
        online: Iterable[Online] = (),
        refresh: bool = False,
        snapshot: RecordStore | None = None,
    ) -> None:
        self.lock = lock if isinstance(lock, Lock) else open_lock(lock)
        self.cache = _open_cache(cache)
        self.online = tuple(online)
        self.refresh = refresh
        self.snapshot = snapshot

    @property
    def is_offline(self) -> bool:
        """Whether nothing can be asked over the network."""
        return not self.online

    def lookup(
        self, ids: Iterable[Identifier], progress: Progress | None = None
    ) -> dict[Identifier, Lookup]:
        """Return the outcome for each id, in the order asked, each id once.

        Records from the network are put into the cache as they arrive. Faults of the network and of
        the services raise nothing; they are the reason of an outcome.

        Args:
            ids: The identifiers, of any kind.
            progress: Called with the number of ids done and of all.

        Returns:
            The outcome of each id: its record, or why there is none.

        >>> from refcore.model import ArxivId
        >>> paper = Record(id=ArxivId("1706.03762", 7), source="arxiv", title="Attention")
        >>> wanted = ArxivId("1706.03762")
        >>> Sources(Lock([paper])).lookup([wanted])[wanted].record.title
        'Attention'
        """
        wanted = list(dict.fromkeys(ids))
        outcomes = {} if self.refresh else self._held(wanted)
        to_ask = [asked for asked in wanted if asked not in outcomes]
        if progress and wanted:
            progress(len(outcomes), len(wanted))
        for batch in self._ask(to_ask):
            outcomes.update({lookup.id: lookup for lookup in batch})
            if progress:
                progress(len(outcomes), len(wanted))
        return self._with_notices({asked: outcomes[asked] for asked in wanted})

    def _with_notices(self, found: dict[Identifier, Lookup]) -> dict[Identifier, Lookup]:
        """Return what was found, with the notices about the works that the index has.

        The index's table of retractions is newer than most records: a record in the lock or cache
        is of the day on which it was fetched.
        """
        if not isinstance(self.snapshot, NoticeIndex):
            return found
        dois = {
            asked: _own_doi(one.record)
            for asked, one in found.items()
            if one.record and one.origin is not Origin.SNAPSHOT  # the index has added them already
        }
        said = self.snapshot.notices_on(set(filter(None, dois.values())))
        for asked, doi in dois.items():
            record = found[asked].record
            if record is not None and doi in said:
                noticed = record.with_notices(said[doi])
                found[asked] = attrs.evolve(found[asked], record=noticed)
        return found

    def search(
        self, title: str, first_author: str = "", progress: Progress | None = None
    ) -> Search:
        """Search the works that may have a title and a first author, at most ten.

        The lock file, the index and the cache come first, if they are certain of a paper; then
        the network is asked. New results are put into the cache.

        Args:
            title: The title, in full or nearly.
            first_author: The first author, as a family name or a whole name.
            progress: Called with the number of searches done and of all.

        Returns:
            The works found, the likeliest first, or why none could be searched.

        >>> from refcore.model import ArxivId
        >>> title = "Attention Is All You Need"
        >>> paper = Record(id=ArxivId("1706.03762", 7), source="arxiv", title=title)
        >>> [found.title for found in Sources(Lock([paper])).search(title).records]
        ['Attention Is All You Need']
        """
        sought = Sought(title, first_author)
        return self.search_all([sought], progress)[sought]

    def search_all(
        self, wanted: Iterable[Sought], progress: Progress | None = None
    ) -> dict[Sought, Search]:
        """Return the outcome of each search, in the order asked; see `search`.

        A service that is down is not asked again after a few searches.

        Args:
            wanted: The titles and first authors.
            progress: Called with the number of searches done and of all.

        Returns:
            What each search found.

        >>> sought = Sought("Attention Is All You Need", "Vaswani")
        >>> Sources().search_all([sought])[sought].records
        ()
        """
        asked = list(dict.fromkeys(wanted))
        outcomes: dict[Sought, Search] = {}
        if progress and asked:
            progress(0, len(asked))
        for found in self._finder().search(asked):
            outcomes[found.sought] = found
            if progress:
                progress(len(outcomes), len(asked))
        return {sought: outcomes[sought] for sought in asked}

    def _finder(self) -> Finder:
        from refcore.records.finding import Finder

        searchers = [one.searcher for one in self._searching if one.searcher]
        searcher = Several(searchers) if len(searchers) > 1 else next(iter(searchers), None)
        return Finder(self.lock, self.snapshot, self.cache, searcher, self.refresh)

    @property
    def _searching(self) -> list[Online]:
        """The sources that can be searched, the quickest first."""
        found = [one for one in self.online if one.searcher]
        return sorted(found, key=lambda one: one.interval)

    def plan(self, ids: Iterable[Identifier], searches: Iterable[Sought] = ()) -> Plan:
        """Return where each id would be found and how many requests that takes; send none.

        Args:
            ids: The identifiers that `lookup` would be given.
            searches: What `search_all` would be given.

        Returns:
            The ids by the place where they are, the requests by source, and how long they take.

        >>> from refcore.model import ArxivId
        >>> paper = Record(id=ArxivId("1706.03762", 7), source="arxiv")
        >>> plan = Sources(Lock([paper])).plan([ArxivId("1706.03762"), ArxivId("2506.13585")])
        >>> plan.in_lock, plan.to_ask
        ((ArxivId('1706.03762'),), (ArxivId('2506.13585'),))
        """
        wanted = list(dict.fromkeys(ids))
        held = {} if self.refresh else self._held(wanted)
        to_ask = tuple(asked for asked in wanted if asked not in held)
        sought = list(searches)
        to_search = self._finder().requests_for(sought) if sought else 0
        by_source = self._requests(to_ask)
        if to_search:
            searcher = self._searching[0].source.name
            by_source[searcher] = by_source.get(searcher, 0) + to_search
        most = self._most_requests(to_ask, by_source, to_search)

        def at(origin: Origin) -> tuple[Identifier, ...]:
            return tuple(asked for asked, found in held.items() if found.origin is origin)

        return Plan(
            at(Origin.LOCK),
            at(Origin.CACHE),
            to_ask,
            sum(by_source.values()),
            at(Origin.SNAPSHOT),
            to_search,
            by_source,
            self._seconds(by_source),
            sum(most.values()),
            self._seconds(most),
        )

    def _seconds(self, by_source: Mapping[str, int]) -> float:
        """Return how long requests take at the paces of the sources, which work side by side."""
        intervals = {one.source.name: one.interval for one in self.online}
        return max((count * intervals[name] for name, count in by_source.items()), default=0.0)

    def _most_requests(
        self, to_ask: Sequence[Identifier], planned: Mapping[str, int], to_search: int
    ) -> dict[str, int]:
        """Return the requests by source if no source has what it is asked for and lists differ.

        Then ids go to every source that takes them, and once more to a source that lacks them;
        titles go to every source that can be searched.
        """
        most = dict(planned)
        for one in self.online:
            name, second = one.source.name, one.source.second
            ids = [asked for asked in to_ask if one.source.takes(asked) or second(asked)]
            batches = -(-len(ids) // _BATCH) if one.client is not None else 0
            searches = to_search if one.searcher is not None else 0
            found = 2 * batches + searches
            if found or name in planned:
                most[name] = max(planned.get(name, 0) + batches, found)
        return most

    def _requests(self, to_ask: Sequence[Identifier]) -> dict[str, int]:
        firsts: dict[Online, list[Identifier]] = defaultdict(list)
        for route, ids in self._routes(to_ask).items():
            first = next((one for one in route if one.client is not None), None)
            if first is not None:
                firsts[first] += ids
        return {
            one.source.name: one.client.requests_for(ids)
            for one, ids in firsts.items()
            if one.client is not None
        }

    def fetch(self, wanted: Identifier | str) -> Record:
        """Return the record of one id.

        Args:
            wanted: An identifier, or a text that is one.

        Returns:
            The record.

        Raises:
            InvalidIdentifier: The text is no identifier.
            ArxivNotFound: There is no such work.
            ArxivUnavailable: It is not known whether there is: no answer came.

        >>> from refcore.model import ArxivId
        >>> paper = Record(id=ArxivId("1706.03762", 7), source="arxiv", title="Attention")
        >>> Sources(Lock([paper])).fetch("arXiv:1706.03762").title
        'Attention'
        """
        asked = read_identifier(wanted) if isinstance(wanted, str) else wanted
        outcome = self.lookup([asked])[asked]
        if outcome.record is not None:
            return outcome.record
        errors = {
            LookupStatus.NOT_FOUND: ArxivNotFound,
            LookupStatus.INVALID: InvalidIdentifier,
        }
        raise errors.get(outcome.status, ArxivUnavailable)(f"{asked}: {outcome.reason}")

    def about(self, reference: Reference) -> list[Record]:
        """Return the records of the lock that are about what the reference cites.

        People name it in the lock file, by its address or its title.

        Args:
            reference: A reference, such as one of a web page.

        Returns:
            The latest version of each work whose record names the reference in `about`.

        >>> from refcore.model import ArxivId
        >>> page = "https://example.org/attention"
        >>> paper = Record(id=ArxivId("1706.03762", 7), source="arxiv", about=(page,))
        >>> [one.id for one in Sources(Lock([paper])).about(Reference("a", url=page))]
        [ArxivId('1706.03762', version=7)]
        """
        if not self.lock.records:
            return []
        names = {_folded(name) for name in (reference.url, reference.title) if name}
        # Sorted by version: the latest version of each work in the lock stays.
        latest = {
            record.work: record
            for record in self.lock
            if names & {_folded(name) for name in record.about}
        }
        return list(latest.values())

    def _held(self, wanted: Iterable[Identifier]) -> dict[Identifier, Lookup]:
        held = {}
        missing = []
        for asked in wanted:
            record = self.lock.get(asked)
            if record is None:
                missing.append(asked)
            else:
                held[asked] = Lookup.found(asked, record, Origin.LOCK)
        cached = self.cache.get_all(missing) if self.cache and missing else {}
        held.update({a: Lookup.found(a, record, Origin.CACHE) for a, record in cached.items()})
        if self.snapshot is not None:
            found = self.snapshot.get_all(asked for asked in missing if asked not in cached)
            held.update(
                {a: Lookup.found(a, record, Origin.SNAPSHOT) for a, record in found.items()}
            )
        if self.cache:
            held.update(self.cache.none_of(asked for asked in missing if asked not in held))
        return held

    def _routes(self, ids: Iterable[Identifier]) -> dict[tuple[Online, ...], list[Identifier]]:
        """Return the ids by the sources that take them, those that register them first."""
        routes: dict[tuple[Online, ...], list[Identifier]] = defaultdict(list)
        for asked in ids:
            taking = [one for one in self.online if one.source.takes(asked)]
            taking.sort(key=lambda one: not one.source.registers(asked))
            routes[tuple(taking)].append(asked)
        return routes

    def _ask(self, ids: Sequence[Identifier]) -> Iterator[tuple[Lookup, ...]]:
        """Look up each id at the sources that take it; ask different routes at the same time."""
        routes = self._routes(ids)
        yield from side_by_side([self._along(route, taken) for route, taken in routes.items()])

    def _along(
        self, route: Sequence[Online], ids: Sequence[Identifier]
    ) -> Iterator[tuple[Lookup, ...]]:
        """Ask the sources one after the other, each for what those before it do not have."""
        waiting = dict.fromkeys(ids)
        failures: dict[Identifier, list[Lookup]] = defaultdict(list)
        for one in route:
            client = one.client if waiting else None
            if client is None:
                continue
            for batch in client.ask(list(waiting), [record.id for record in self.lock]):
                self._keep(batch)
                settled = [found for found in batch if _is_settled(found)]
                for found in batch:
                    if not _is_settled(found):
                        failures[found.id].append(found)
                for found in settled:
                    waiting.pop(found.id, None)
                if settled:
                    yield tuple(settled)
        if waiting:
            yield self._or_stale(self._unsettled(asked, failures[asked]) for asked in waiting)

    def _unsettled(self, asked: Identifier, failures: Sequence[Lookup]) -> Lookup:
        if failures:
            # A source that could not answer outweighs one that lacks the record.
            first = sorted(failures, key=lambda f: f.status is LookupStatus.ABSENT)[0]
            reasons = "; ".join(dict.fromkeys(found.reason for found in failures))
            status = LookupStatus.UNAVAILABLE
            if all(found.status is LookupStatus.INVALID for found in failures):
                status = LookupStatus.INVALID
            return attrs.evolve(first, status=status, reason=reasons)
        if self.online:
            return Lookup(asked, reason=f"no source can be asked for {asked.tagged}")
        return Lookup(asked, reason=OFFLINE if self.snapshot is None else NOT_IN_SNAPSHOT)

    def _keep(self, batch: Iterable[Lookup]) -> None:
        if self.cache:
            self.cache.put_all((lookup.id, lookup.record) for lookup in batch if lookup.record)
            self.cache.put_none(batch)

    def _or_stale(self, batch: Iterable[Lookup]) -> tuple[Lookup, ...]:
        """Replace what is unavailable now by the latest version that the cache once stored."""
        batch = tuple(batch)
        missing = [found.id for found in batch if found.status is LookupStatus.UNAVAILABLE]
        if self.refresh or self.cache is None or not missing:
            return batch
        held = self.cache.get_all(missing, stale=True)
        return tuple(
            attrs.evolve(
                found,
                record=held[found.id],
                status=LookupStatus.FOUND,
                origin=Origin.CACHE,
                reason=f"the latest version as of a month ago or more ({self._why(found)})",
            )
            if found.id in held
            else found
            for found in batch
        )

    def _why(self, missing: Lookup) -> str:
        return "offline" if self.is_offline else missing.reason

    def __repr__(self) -> str:
        cache = "no" if self.cache is None else "a"
        names = ", ".join(one.source.name for one in self.online) or "no source online"
        return f"<Sources: {len(self.lock)} records locked, {cache} cache, {names}>"


def _own_doi(record: Record) -> str:
    """Return the DOI of a work itself in lower case, not that of its preprint or article."""
    own = next((one for one in (record.id, *record.ids) if isinstance(one, Doi)), None)
    return str(own).casefold() if own else ""


def _is_settled(found: Lookup) -> bool:
    return found.status in (LookupStatus.FOUND, LookupStatus.NOT_FOUND)


def _open_cache(cache: Cache | PathLike | None) -> Cache | None:
    if cache is None:
        return None
    from refcore.records.cache import Cache, default_folder

    if isinstance(cache, Cache):
        return cache
    return Cache(default_folder() if cache == "default" else Path(cache))


def _folded(name: str) -> str:
    text = " ".join(without_tags(name).split()).casefold()
    if not re.match(r"https?://", text):
        return text
    try:
        parts = urlsplit(text)
    except ValueError:  # such as "http://[1]"
        return text
    host = parts.netloc.removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")
