"""The collector of circular garbage, kept from a run that makes next to none."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator
from typing import Final

__all__ = ["rarely_collecting"]

# New objects before a pass over the young ones, then passes before one over the older ones.
_SELDOM: Final = (50_000, 20, 200)


@contextlib.contextmanager
def rarely_collecting() -> Iterator[None]:
    """Let the collector look for circles seldom while a block runs.

    A verification holds all references and reports until its end, a build of an index makes
    millions of rows, and each pass over them finds nothing: with 8,000 references the passes
    took a fifth of the time.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
