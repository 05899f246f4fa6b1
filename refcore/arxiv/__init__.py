"""Records of arXiv: the values, the lock file, the cache and the client.

Importing this package loads no network, XML or database module; `ArxivClient`,
`Cache` and `Pace` are loaded when they are first named.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from refcore.arxiv.lock import Lock, read_lock, update_lock, write_lock
from refcore.arxiv.lookup import Lookup, LookupStatus, Origin, Plan
from refcore.arxiv.record import ArxivRecord, RecordAuthor
from refcore.arxiv.search import Search, SearchStatus, Sought
from refcore.arxiv.source import Arxiv, find_locks

if TYPE_CHECKING:
    from refcore.arxiv.cache import Cache
    from refcore.arxiv.client import ArxivClient
    from refcore.arxiv.pace import Pace

__all__ = [
    "Arxiv",
    "ArxivClient",
    "ArxivRecord",
    "Cache",
    "Lock",
    "Lookup",
    "LookupStatus",
    "Origin",
    "Pace",
    "Plan",
    "RecordAuthor",
    "Search",
    "SearchStatus",
    "Sought",
    "find_locks",
    "read_lock",
    "update_lock",
    "write_lock",
]

_LATER = {"ArxivClient": "client", "Cache": "cache", "Pace": "pace"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_LATER[name]}"), name)
