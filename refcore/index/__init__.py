"""One local index of the dumps of many sources: `build` makes one, `Index` reads it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refcore.index.builder import Built, build
    from refcore.index.reader import Index, TitleMatch, WorkMatch

__all__ = ["Built", "Index", "TitleMatch", "WorkMatch", "build"]

_HOME = {
    "Built": "builder",
    "Index": "reader",
    "TitleMatch": "reader",
    "WorkMatch": "reader",
    "build": "builder",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
