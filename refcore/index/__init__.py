"""One local index of the dumps of many sources: `build` makes one, `Index` reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcore.later import names_of

if TYPE_CHECKING:
    from refcore.index.builder import Built, build
    from refcore.index.reader import Index, TitleMatch, WorkMatch

__all__ = ["Built", "Index", "TitleMatch", "WorkMatch", "build"]

__getattr__ = names_of(
    __name__,
    {
        "Built": "builder",
        "Index": "reader",
        "TitleMatch": "reader",
        "WorkMatch": "reader",
        "build": "builder",
    },
)
