"""The file beside a target in which its new content is written first."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

__all__ = ["Scratch", "discard", "new_scratch", "sweep"]

_TRIES = 100


class Scratch(NamedTuple):
    """A file that is being written, and its path."""

    path: Path
    file: IO[bytes]


@contextlib.contextmanager
def new_scratch(target: Path) -> Iterator[Scratch]:
    """Open a new file beside the target that only its owner can read.

    It is locked while it is open. So if another process can lock it, its own process
    was killed.
    """
    prefix = _prefix(target)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    for _ in range(_TRIES):
        path = target.with_name(f"{prefix}{os.urandom(6).hex()}.tmp")
        with contextlib.suppress(FileExistsError):
            handle = os.open(path, flags, 0o600)
            break
    else:
        raise FileExistsError(f"{target}: no name for a temporary file is free beside it")
    try:
        file = os.fdopen(handle, "w+b")
    except BaseException:
        os.close(handle)
        discard(path)
        raise
    with file:
        _lock(handle)
        yield Scratch(path, file)


def discard(path: Path) -> None:
    """Remove a scratch file, if that is possible."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def sweep(target: Path) -> None:
    """Remove the scratch files that killed writers of this target left behind."""
    prefix = _prefix(target)
    try:
        with os.scandir(target.parent) as found:
            left = [entry.path for entry in found if entry.name.startswith(prefix)]
    except OSError:
        return
    for path in left:
        with contextlib.suppress(OSError):
            _remove_if_left(Path(path))


def _remove_if_left(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        if _lock(handle):
            path.unlink(missing_ok=True)
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    """Lock an open file; return whether that was possible. Closing it unlocks it."""
    try:
        import fcntl
    except ImportError:  # on Windows a file that is open cannot be removed at all
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _prefix(target: Path) -> str:
    # The length does not depend on the target's name, which may be as long as names can be.
    import hashlib

    name = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]
    return f".refcore-{name}-"
