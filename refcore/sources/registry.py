"""The sources that refcore asks, one line each, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, partial
from importlib import import_module
from typing import Final

import attrs

from refcore.errors import UnknownSource
from refcore.files.paths import PathLike
from refcore.net.limits import Limits
from refcore.net.watch import Watch
from refcore.records.locate import find_locks, merged
from refcore.records.lock import Lock, read_lock
from refcore.records.source import Online, Source, Surroundings, Trust
from refcore.records.sources import Sources
from refcore.records.stores import RecordStore
from refcore.text.nearest import did_you_mean

__all__ = ["SOURCES", "default_sources", "label_of", "maker_of", "named", "registered", "trust_of"]


# "module:NAME" of each source; a source is imported when it is needed.
SOURCES: list[str] = [
    "refcore.sources.arxiv.source:ARXIV",
    "refcore.sources.crossref.source:CROSSREF",
    "refcore.sources.datacite.source:DATACITE",
    "refcore.sources.openalex.source:OPENALEX",
    "refcore.sources.doiorg.source:DOI_ORG",
    "refcore.sources.pubmed.source:PUBMED",
    "refcore.sources.openlibrary.source:OPEN_LIBRARY",
    "refcore.sources.inspire.source:INSPIRE",
]


def registered() -> tuple[Source, ...]:
    """Return the registered sources.

    >>> [source.name for source in registered()][:1]
    ['arxiv']
    """
    return _imported(tuple(SOURCES))


@cache
def _imported(lines: tuple[str, ...]) -> tuple[Source, ...]:
    found = (line.split(":") for line in lines)
    return tuple(getattr(import_module(module), name) for module, name in found)


@cache
def _by_name(lines: tuple[str, ...]) -> Mapping[str, Source]:
    return {source.name: source for source in _imported(lines)}


def label_of(name: str) -> str:
    """Return the name of a source for people; an unknown one is returned as it is.

    >>> label_of("arxiv"), label_of("acl"), label_of("elsewhere")
    ('arXiv', 'the ACL Anthology', 'elsewhere')
    """
    source = _by_name(tuple(SOURCES)).get(name)
    return _OF_DUMPS.get(name, name) if source is None else source.label


# Sources that refcore knows from their dumps only.
_OF_DUMPS: Final = {"acl": "the ACL Anthology", "shared": "your bibliography"}


def trust_of(name: str) -> Trust:
    """Return what can be concluded from the records of a source."""
    source = _by_name(tuple(SOURCES)).get(name)
    return Trust(maker=name) if source is None else source.trust


def maker_of(name: str) -> str:
    """Return who makes the author lists of a source: two sources of one maker count as one.

    >>> maker_of("openalex") == maker_of("crossref"), maker_of("dblp")
    (True, 'dblp')
    """
    return trust_of(name).maker or name


def named(names: Iterable[str]) -> tuple[Source, ...]:
    """Return the sources of these names, in this order; raises `UnknownSource` for others.

    >>> [source.label for source in named(["crossref", "arxiv"])]
    ['Crossref', 'arXiv']
    """
    known = _by_name(tuple(SOURCES))
    wanted = list(dict.fromkeys(names))
    for name in wanted:
        if name not in known:
            raise UnknownSource(f"no source {name!r}. {did_you_mean(name, known, show_all=True)}")
    return tuple(known[name] for name in wanted)


def default_sources(
    lock: Lock | PathLike | None = None,
    near: Iterable[PathLike] = (),
    environ: Mapping[str, str] | None = None,
    cwd: PathLike | None = None,
    refresh: bool = False,
    snapshot: RecordStore | None = None,
    watch: Watch | None = None,
    limits: Limits | None = None,
    order: Iterable[str] | None = None,
) -> Sources:
    """Return all sources with the user's settings: lock file, cache, index and network.

    Args:
        lock: A lock, or the path of one. Default: the lock files beside the files in `near`, or
            else that of ``references/`` or of the folder `cwd`.
        near: The files that the run is about.
        environ: The environment. These variables count: ``REFCORE_OFFLINE`` (``1``: no network),
            ``REFCORE_CACHE_DIR`` (another cache folder), ``REFCORE_MAILTO`` (the address that
            services ask for), and those of the sources, such as ``REFCORE_ARXIV_URL``.
            Default: the environment of the process.
        cwd: The working folder.
        refresh: Whether to ask only the network, for everything.
        snapshot: An opened local index.
        watch: Sees what happens on the network.
        limits: The bounds of each request.
        order: The names of the sources to ask. Default: all that are registered.

    Returns:
        The sources; nothing is asked yet.

    Raises:
        LockError: A lock file is malformed.
        InvalidAddress: A base URL is invalid (a `ValueError`).
        UnknownSource: A name in `order` is not that of a source.
    """
    from refcore.records.cache import Cache

    around = Surroundings.of(environ)
    around = attrs.evolve(around, watch=watch or around.watch, limits=limits or around.limits)
    if lock is None:
        lock = merged(read_lock(path) for path in find_locks(near, cwd))
    online: list[Online] = []
    chosen = registered() if order is None else named(order)
    for source in () if around.is_offline else chosen:
        source.check(around.environ)
        online.append(Online(source, partial(source.connect, around), source.pace(around)))
    return Sources(lock, Cache(around.folder), online, refresh, snapshot)
