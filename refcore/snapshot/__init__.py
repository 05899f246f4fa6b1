"""arXiv's public metadata snapshot as a local index: `build` makes one, `Snapshot` reads it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refcore.snapshot.builder import Built, build
    from refcore.snapshot.index import Snapshot
    from refcore.snapshot.search import TitleMatch

__all__ = ["Built", "Snapshot", "TitleMatch", "build"]

_HOME = {"Built": "builder", "Snapshot": "index", "TitleMatch": "search", "build": "builder"}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
