"""`Source`: one service that states records, and what it can be trusted for."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

import attrs

from refcore.model.identifiers import Doi, Identifier
from refcore.net.clock import Clock, SystemClock
from refcore.net.limits import Limits
from refcore.net.watch import Watch
from refcore.records.lookup import Lookup
from refcore.records.record import Record
from refcore.records.search import Search, Sought

__all__ = ["Client", "Glancer", "Online", "Searcher", "Source", "Surroundings", "Trust", "is_doi"]


class Client(Protocol):
    """What asks a service for records."""

    def requests_for(self, ids: Iterable[Identifier]) -> int:
        """Return the number of requests that these ids take where nothing fails."""
        ...

    def ask(
        self, ids: Iterable[Identifier], known: Iterable[Identifier] = ()
    ) -> Iterator[tuple[Lookup, ...]]:
        """Return the outcome of each id once, as the answers come in; raise nothing.

        `known` are ids that exist for certain; they help to detect faults.
        """
        ...


@runtime_checkable
class Searcher(Protocol):
    """A client that searches a service by title and first author."""

    def search_key(self, sought: Sought) -> str:
        """Return a key shared by searches with the same query, "" for a search not to be made."""
        ...

    def search(self, wanted: Iterable[Sought]) -> Iterator[Search]:
        """Return the outcome of each search, in the order asked; raise nothing."""
        ...


@runtime_checkable
class Glancer(Protocol):
    """A client that looks for several titles in one request."""

    def glance(self, wanted: Iterable[Sought]) -> Iterator[Record]:
        """Return works that may have one of the titles; what is not there proves nothing."""
        ...


@attrs.frozen
class Trust:
    """What can be concluded from the records of a source.

    `maker` says who makes its author lists: two sources with one maker count as one.
    `keeps_order` says that lists are in the order of the paper, `is_whole` that they are
    never cut to the first author, and titles never to what is before the subtitle. `can_be_kept`
    says that its terms allow records in lock files, which are passed on; where they do not,
    `refcore lock` leaves the record out. `mixes_roles` says that editors, translators and
    illustrators are listed as authors.
    """

    maker: str = ""
    keeps_order: bool = True
    is_whole: bool = True
    mixes_roles: bool = False
    can_be_kept: bool = True


@attrs.frozen
class Surroundings:
    """The settings of a client: environment, folder of the cache, contact, clock, observer.

    `clock` times all waits. A clock that runs faster is for a server of one's own only.
    `watch` sees what happens on the network.
    """

    environ: Mapping[str, str]
    folder: Path
    clock: Clock = SystemClock()
    limits: Limits = Limits()
    watch: Watch = attrs.field(factory=Watch, eq=False)

    @property
    def contact(self) -> str:
        """The user's contact address, "" if none is set."""
        return self.environ.get("REFCORE_MAILTO", "").strip()

    @property
    def is_offline(self) -> bool:
        """Whether nothing may be asked."""
        return self.environ.get("REFCORE_OFFLINE", "0") not in ("", "0")

    @classmethod
    def of(cls, environ: Mapping[str, str] | None = None) -> Surroundings:
        """Return the surroundings that an environment describes, by default the process's."""
        from refcore.records.cache import default_folder

        environ = os.environ if environ is None else environ
        folder = environ.get("REFCORE_CACHE_DIR")
        return cls(environ, Path(folder) if folder else default_folder())


@attrs.frozen
class Source:
    """One source: its name in records, its name for people, and how it is asked.

    `takes` says which identifiers it accepts, `registers` for which of these it is known to be
    the place: there it is asked before the others. `connect` makes its client and returns None
    if the source cannot be asked (no key, say). `interval` is the time between two requests,
    in seconds, and `polite` the same for somebody who names an address. `second` says
    of which identifiers it is asked as another maker of author lists, where one record seems to
    contradict a reference.
    """

    name: str
    label: str
    takes: Callable[[Identifier], bool]
    connect: Callable[[Surroundings], Client | None]
    trust: Trust = Trust()
    interval: float = 1.0
    check: Callable[[Mapping[str, str]], None] = lambda _: None
    polite: float | None = None
    registers: Callable[[Identifier], bool] = lambda _: False
    second: Callable[[Identifier], bool] = lambda _: False

    @property
    def maker(self) -> str:
        """Who makes the author lists of the source."""
        return self.trust.maker or self.name

    def pace(self, around: Surroundings) -> float:
        """Return the time between two requests under these settings, in seconds."""
        return self.interval if self.polite is None or not around.contact else self.polite


def is_doi(identifier: Identifier) -> bool:
    """Return whether an identifier is a DOI: what `takes` says for a source of DOIs."""
    return isinstance(identifier, Doi)


class Online:
    """A source with its client, which is made when it is first needed.

    `interval` is the time between two requests, by default the source's.
    """

    def __init__(
        self,
        source: Source,
        client: Client | Callable[[], Client | None],
        interval: float | None = None,
    ) -> None:
        self.source = source
        self.interval = source.interval if interval is None else interval
        self._client: Client | Callable[[], Client | None] | None = client
        self._guard = threading.Lock()

    @property
    def client(self) -> Client | None:
        """The client, None where the source cannot be asked."""
        with self._guard:
            if callable(self._client):
                self._client = self._client()
        return self._client

    @property
    def searcher(self) -> Searcher | None:
        """The client if it can search."""
        client = self.client
        return client if isinstance(client, Searcher) else None

    def __repr__(self) -> str:
        return f"Online({self.source.name!r})"
