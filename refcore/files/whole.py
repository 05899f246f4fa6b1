"""Writing a file whole or not at all: the one door for every file that refcore writes."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from refcore.errors import FileChanged
from refcore.files.guard import sole_writer
from refcore.files.state import ReadState

__all__ = ["update_whole", "write_whole"]

_TRIES = 5  # how often a change is made again because another program was quicker


def write_whole(path: Path, data: bytes, *, read: Iterable[ReadState | None] = ()) -> None:
    """Put bytes in a file at once: whoever reads it sees the old content or the new.

    A link stays a link, to the new content; the file keeps its mode. `read` is
    what the caller read before: where the target is among it and another program
    changed it since, nothing is written and `FileChanged` is raised. Raises
    `OSError` too, and then the file is as it was.
    """
    states = [state for state in read if state is not None]
    target = path.resolve()
    with sole_writer(target):
        _replace(path, target, data, partial(_check, states, path))
    for state in states:
        if state.is_of(path):
            state.written(data)


def update_whole(path: Path, change: Callable[[bytes | None], bytes]) -> bytes:
    """Change a file that others may change too; return the bytes that were written.

    `change` makes the new content from what the file holds now, None where there
    is no file. It is called again where another program was quicker. Raises
    `OSError`, and `FileChanged` where others never stop changing the file.
    """
    target = path.resolve()
    with sole_writer(target):
        for _ in range(_TRIES):
            before = target.read_bytes() if target.exists() else None
            state = None if before is None else ReadState(path, before)
            data = change(before)
            try:
                _replace(path, target, data, partial(_unchanged, path, state))
            except FileChanged:
                continue
            return data
    raise FileChanged(f"{path}: other programs keep changing the file; it was not written")


def _check(states: Iterable[ReadState], path: Path) -> None:
    for state in states:
        state.check(path)


def _unchanged(path: Path, state: ReadState | None) -> None:
    if state is not None:
        state.check(path)
    elif path.exists():
        raise FileChanged(f"{path}: another program made the file meanwhile")


def _replace(path: Path, target: Path, data: bytes, check: Callable[[], None]) -> None:
    scratch = target.with_name(f".{target.name[:200]}.{secrets.token_hex(6)}.tmp")
    try:
        with scratch.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, scratch)
        check()
        scratch.replace(target)
    except FileChanged:
        scratch.unlink(missing_ok=True)
        raise
    except OSError as fault:
        scratch.unlink(missing_ok=True)
        # The file that was wanted is named, not the scratch file.
        raise OSError(fault.errno, fault.strerror, str(path)) from fault
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise
