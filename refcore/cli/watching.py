"""Checking files again as they are saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

__all__ = ["saves"]

_LOOK: Final = 0.4  # seconds between two checks of the files
_State: TypeAlias = tuple[tuple[int, int, int] | None, ...]


def saves(files: Iterable[str], sleep: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Yield each time a file was saved, once it has not changed between two looks.

    Editors write a file in parts, or put a new one in its place; a file that is missing for a
    moment is waited for.
    """
    paths = [Path(path) for path in files]
    seen = _state(paths)
    last = seen
    while True:
        sleep(_LOOK)
        now = _state(paths)
        is_settled, last = now == last and None not in now, now
        if is_settled and now != seen:
            seen = now
            yield


def _state(paths: list[Path]) -> _State:
    return tuple(_file_state(path) for path in paths)


def _file_state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
