"""`Arxiv`: records from the lock file, then the cache and the snapshot, then the network."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol
from urllib.parse import urlsplit

import attrs

from refcore.arxiv.address import BASE_URL, check_base_url
from refcore.arxiv.lock import LOCK_NAME, Lock, read_lock
from refcore.arxiv.lookup import Lookup, LookupStatus, Origin, Plan
from refcore.arxiv.record import ArxivRecord
from refcore.arxiv.search import Search, Sought
from refcore.errors import ArxivNotFound, ArxivUnavailable, InvalidIdentifier, LockError
from refcore.model.identifiers import ArxivId
from refcore.model.reference import Reference
from refcore.text.markup import without_tags

if TYPE_CHECKING:
    from refcore.arxiv.cache import Cache
    from refcore.arxiv.client import ArxivClient
    from refcore.arxiv.finding import Finder

__all__ = ["Arxiv", "Lookup", "LookupStatus", "Origin", "Plan", "Progress", "find_locks"]

Progress = Callable[[int, int], None]
PathLike = str | os.PathLike[str]

OFFLINE = "offline, and neither the lock file nor the cache has it"
NOT_IN_SNAPSHOT = "offline, and neither the lock file, the cache nor the snapshot has it"


class RecordStore(Protocol):
    """Records at hand by id, such as `refcore.snapshot.Snapshot`."""

    def get_all(self, ids: Iterable[ArxivId]) -> dict[ArxivId, ArxivRecord]:
        """Give the records that are held of those asked for."""
        ...


class Arxiv:
    """The source of arXiv records: lock file, then cache, then snapshot, then network.

    `lock` is a `Lock` or the path of a lock file, `cache` a `Cache`, a path or
    ``"default"`` for the user's cache folder, `client` an `ArxivClient` or what
    makes one when it is first needed, `snapshot` an opened index of arXiv's
    metadata snapshot. Each can be left out: without a client nothing is asked.
    With `refresh` only the client is asked, for everything.

    Raises `LockError` for a lock file that is missing or malformed.

    >>> from refcore.arxiv.record import RecordAuthor
    >>> m1 = ArxivRecord(ArxivId("2506.13585", 1), "M1", [RecordAuthor("Aili Chen")])
    >>> arxiv = Arxiv(lock=Lock([m1]))
    >>> arxiv.fetch("arXiv:2506.13585").title
    'M1'
    >>> arxiv.fetch("2506.13585v2")
    Traceback (most recent call last):
    refcore.errors.ArxivUnavailable: 2506.13585v2: offline, and neither the lock file nor ...
    """

    def __init__(
        self,
        lock: Lock | PathLike | None = None,
        cache: Cache | Literal["default"] | PathLike | None = None,
        client: ArxivClient | Callable[[], ArxivClient] | None = None,
        refresh: bool = False,
        snapshot: RecordStore | None = None,
    ) -> None:
        self.lock = lock if isinstance(lock, Lock) else _open_lock(lock)
        self.cache = _open_cache(cache)
        self._client = client
        self.refresh = refresh
        self.snapshot = snapshot

    @classmethod
    def default(
        cls,
        lock: Lock | PathLike | None = None,
        near: Iterable[PathLike] = (),
        environ: Mapping[str, str] | None = None,
        cwd: PathLike | None = None,
        refresh: bool = False,
        snapshot: RecordStore | None = None,
    ) -> Arxiv:
        """Build the source as a person at a terminal wants it.

        Without `lock`, the lock files beside the files in `near` are used, or
        that of ``references/`` or of the folder `cwd`. Of `environ` (the
        environment unless given) these count: ``REFCORE_OFFLINE`` (``1``: no
        network), ``REFCORE_ARXIV_URL`` (another base URL) and
        ``REFCORE_CACHE_DIR`` (another cache folder).

        Raises `LockError` for a malformed lock file, `ValueError` for a base
        URL that is none.
        """
        environ = os.environ if environ is None else environ
        if lock is None:
            lock = _merged(read_lock(path) for path in find_locks(near, cwd))
        cache = _cache_of(environ)
        return cls(lock, cache, _client_of(environ, cache), refresh, snapshot)

    @property
    def client(self) -> ArxivClient | None:
        """The client, made now if it was not needed before; None when offline."""
        if callable(self._client):
            self._client = self._client()
        return self._client

    def lookup(
        self, ids: Iterable[ArxivId], progress: Progress | None = None
    ) -> dict[ArxivId, Lookup]:
        """Give the outcome for each id, in the order asked, each id once.

        Records from the network are put into the cache as they arrive.
        `progress` is called with the number of ids done and of all.
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
        return {asked: outcomes[asked] for asked in wanted}

    def search(
        self, title: str, first_author: str = "", progress: Progress | None = None
    ) -> Search:
        """Search the papers that may have a title and a first author, at most ten.

        The lock file, the snapshot and the cache come first, where they surely
        have it; then arXiv is asked once. What is found is put into the cache.
        """
        sought = Sought(title, first_author)
        return self.search_all([sought], progress)[sought]

    def search_all(
        self, wanted: Iterable[Sought], progress: Progress | None = None
    ) -> dict[Sought, Search]:
        """Give the outcome of each search, in the order asked; see `search`.

        A service that is down is left alone after a few searches. `progress`
        is called with the number of searches done and of all.
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
        from refcore.arxiv.finding import Finder

        return Finder(self.lock, self.snapshot, self.cache, self.client, self.refresh)

    def plan(self, ids: Iterable[ArxivId], searches: Iterable[Sought] = ()) -> Plan:
        """Tell where each id would be had and how many requests all takes; asks nothing."""
        wanted = list(dict.fromkeys(ids))
        held = {} if self.refresh else self._held(wanted)
        to_ask = tuple(asked for asked in wanted if asked not in held)
        sought = list(searches)
        to_search = self._finder().requests_for(sought) if sought else 0
        by_id = self.client.requests_for(to_ask) if to_ask and self.client else 0
        return Plan(
            tuple(asked for asked, found in held.items() if found.origin is Origin.LOCK),
            tuple(asked for asked, found in held.items() if found.origin is Origin.CACHE),
            to_ask,
            by_id + to_search,
            tuple(asked for asked, found in held.items() if found.origin is Origin.SNAPSHOT),
            to_search,
        )

    def fetch(self, wanted: ArxivId | str) -> ArxivRecord:
        """Give the record of one id.

        Raises `InvalidIdentifier` for a malformed id, `ArxivNotFound` where
        arXiv has no such paper, `ArxivUnavailable` where that is not known.
        """
        asked = ArxivId.parse(wanted) if isinstance(wanted, str) else wanted
        outcome = self.lookup([asked])[asked]
        if outcome.record is not None:
            return outcome.record
        errors = {
            LookupStatus.NOT_FOUND: ArxivNotFound,
            LookupStatus.INVALID: InvalidIdentifier,
        }
        raise errors.get(outcome.status, ArxivUnavailable)(f"{asked}: {outcome.reason}")

    def about(self, reference: Reference) -> list[ArxivRecord]:
        """Give the records of the lock that are about what the reference cites.

        People name it in the lock file, by its address or its title.
        """
        names = {_folded(name) for name in (reference.url, reference.title) if name}
        # Sorted by version: of each paper the latest that the lock holds stays.
        latest = {
            record.id.bare: record
            for record in self.lock
            if names & {_folded(name) for name in record.about}
        }
        return list(latest.values())

    def _held(self, wanted: Iterable[ArxivId]) -> dict[ArxivId, Lookup]:
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
        return held

    def _ask(self, ids: Sequence[ArxivId]) -> Iterator[tuple[Lookup, ...]]:
        if not ids:
            return
        if self.client is None:
            reason = OFFLINE if self.snapshot is None else NOT_IN_SNAPSHOT
            yield self._or_stale(Lookup(asked, reason=reason) for asked in ids)
            return
        for batch in self.client.ask(ids, (record.id for record in self.lock)):
            if self.cache:
                self.cache.put_all((lookup.id, lookup.record) for lookup in batch if lookup.record)
            yield self._or_stale(batch)

    def _or_stale(self, batch: Iterable[Lookup]) -> tuple[Lookup, ...]:
        """Put what the cache once had as the latest in the place of what is not to be had now."""
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
        return "offline" if self._client is None else missing.reason

    def __repr__(self) -> str:
        cache, client = ("no" if part is None else "a" for part in (self.cache, self._client))
        return f"<Arxiv: {len(self.lock)} records locked, {cache} cache, {client} client>"


def find_locks(near: Iterable[PathLike] = (), cwd: PathLike | None = None) -> list[Path]:
    """Find the lock files that belong to some files.

    Those beside the files; where there is none, the first of
    ``references/arxiv.lock.json`` and ``arxiv.lock.json`` under `cwd`.
    """
    beside = dict.fromkeys(Path(path).resolve().parent / LOCK_NAME for path in near)
    found = [path for path in beside if path.is_file()]
    here = Path.cwd() if cwd is None else Path(cwd)
    usual = (here / "references" / LOCK_NAME, here / LOCK_NAME)
    return found or [path for path in usual if path.is_file()][:1]


def _merged(locks: Iterable[Lock]) -> Lock:
    records: dict[ArxivId, ArxivRecord] = {}
    for lock in locks:
        for record in lock:
            records.setdefault(record.id, record)
    return Lock(records.values())


def _open_lock(path: PathLike | None) -> Lock:
    if path is None:
        return Lock()
    try:
        return read_lock(path)
    except OSError as fault:
        raise LockError(f"{path}: cannot be read: {fault.strerror or fault}") from fault


def _open_cache(cache: Cache | PathLike | None) -> Cache | None:
    if cache is None:
        return None
    from refcore.arxiv.cache import Cache, default_folder

    if isinstance(cache, Cache):
        return cache
    return Cache(default_folder() if cache == "default" else Path(cache))


def _cache_of(environ: Mapping[str, str]) -> Cache:
    from refcore.arxiv.cache import Cache, default_folder

    folder = environ.get("REFCORE_CACHE_DIR")
    return Cache(Path(folder) if folder else default_folder())


def _client_of(environ: Mapping[str, str], cache: Cache) -> Callable[[], ArxivClient] | None:
    if environ.get("REFCORE_OFFLINE", "0") not in ("", "0"):
        return None
    base_url = check_base_url(environ.get("REFCORE_ARXIV_URL") or BASE_URL)

    def make() -> ArxivClient:
        from refcore.arxiv.cache import slot_path
        from refcore.arxiv.client import ArxivClient
        from refcore.arxiv.pace import Pace

        return ArxivClient(base_url, pace=Pace(slot_path(cache.folder)))

    return make


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
