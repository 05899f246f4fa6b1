"""`absent`: imports a library without one of its optional parts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

__all__ = ["absent"]


@contextmanager
def absent(module: str) -> Iterator[None]:
    """Hide a module while a block runs, as if it were not installed; it is not imported yet.

    >>> with absent("wave"):
    ...     import wave
    Traceback (most recent call last):
    ModuleNotFoundError: import of wave halted; None in sys.modules
    """
    if module in sys.modules:
        yield
        return
    sys.modules[module] = cast(Any, None)
    try:
        yield
    finally:
        del sys.modules[module]
