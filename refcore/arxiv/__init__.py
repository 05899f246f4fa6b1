"""Records of arXiv, under the names of earlier versions.

The parts are now `refcore.records` (records, lookups, the lock file, the cache),
`refcore.net` (requests) and `refcore.sources.arxiv` (arXiv's API).
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from refcore.records.locate import find_locks
from refcore.records.lock import Lock, read_lock, update_lock, write_lock
from refcore.records.lookup import Lookup, LookupStatus, Origin, Plan
from refcore.records.record import Record as ArxivRecord
from refcore.records.record import RecordAuthor
from refcore.records.search import Search, SearchStatus, Sought
from refcore.sources.arxiv.source import Arxiv

if TYPE_CHECKING:
    from refcore.net.pace import Pace
    from refcore.records.cache import Cache
    from refcore.sources.arxiv.client import ArxivClient

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

_LATER = {
    "ArxivClient": "refcore.sources.arxiv.client",
    "Cache": "refcore.records.cache",
    "Pace": "refcore.net.pace",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_LATER[name]), name)
