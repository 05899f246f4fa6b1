"""arXiv as a source; `Arxiv` is `Sources` with arXiv alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from refcore.files.paths import PathLike
from refcore.model.identifiers import ArxivId, Identifier
from refcore.records.lock import Lock
from refcore.records.source import Client, Online, Source, Surroundings, Trust
from refcore.records.sources import Sources
from refcore.records.stores import RecordStore
from refcore.sources.arxiv.address import BASE_URL, check_base_url

if TYPE_CHECKING:
    from refcore.records.cache import Cache
    from refcore.sources.arxiv.client import ArxivClient

__all__ = ["ARXIV", "Arxiv"]


def _takes(identifier: Identifier) -> bool:
    return isinstance(identifier, ArxivId)


def _connect(around: Surroundings) -> Client:
    from refcore.net.pace import Pace
    from refcore.records.cache import slot_path
    from refcore.sources.arxiv.client import ArxivClient

    return ArxivClient(
        around.environ.get("REFCORE_ARXIV_URL") or BASE_URL,
        clock=around.clock,
        limits=around.limits,
        pace=Pace(slot_path(around.folder)),
        contact=f"mailto:{around.contact}" if around.contact else "",
        watch=around.watch,
    )


def _check(environ: Mapping[str, str]) -> None:
    check_base_url(environ.get("REFCORE_ARXIV_URL") or BASE_URL)


ARXIV = Source("arxiv", "arXiv", _takes, _connect, Trust(maker="arxiv"), interval=3.0, check=_check)


class Arxiv(Sources):
    """The records of arXiv: lock file, then cache, then snapshot, then network.

    Each argument can be left out.

    Args:
        lock: A `Lock`, or the path of a lock file.
        cache: A `Cache`, a path, or ``"default"`` for the user's cache folder.
        client: An `ArxivClient`, or a function that makes one when it is first needed. Default:
            no requests.
        refresh: Whether to ask only the client, for everything.
        snapshot: An opened index of arXiv's metadata snapshot.

    Raises:
        LockError: The lock file is missing or malformed.

    >>> from refcore.records.record import Record, RecordAuthor
    >>> m1 = Record(id=ArxivId("2506.13585", 1), source="arxiv", title="M1")
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
        online = () if client is None else (Online(ARXIV, client),)
        super().__init__(lock, cache, online, refresh, snapshot)

    @property
    def client(self) -> Client | None:
        """The client, made now if it was not needed before; None when offline."""
        return next((one.client for one in self.online), None)

    @staticmethod
    def default(
        lock: Lock | PathLike | None = None,
        near: Iterable[PathLike] = (),
        environ: Mapping[str, str] | None = None,
        cwd: PathLike | None = None,
        refresh: bool = False,
        snapshot: RecordStore | None = None,
    ) -> Sources:
        """Return all sources with the user's settings; see `default_sources`.

        Args:
            lock: A `Lock`, or the path of a lock file.
            near: Files beside which a lock file is looked for.
            environ: The environment. Default: that of the process.
            cwd: The folder to start from. Default: the current one.
            refresh: Whether to ask only the network, for everything.
            snapshot: An opened local index.

        Returns:
            The sources of the registry, with lock file, cache and index.

        Raises:
            LockError: The lock file is missing or malformed.
            InvalidAddress: A base URL in the environment is invalid.

        >>> Arxiv.default(environ={"REFCORE_OFFLINE": "1"}).is_offline
        True
        """
        from refcore.sources.registry import default_sources

        return default_sources(lock, near, environ, cwd, refresh, snapshot)
