"""One writer at a time: refcore's processes wait for each other before they write a file."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from refcore.errors import FileInUse

__all__ = ["sole_writer"]

WAIT = 60.0  # seconds for which one writer waits for another


@contextlib.contextmanager
def sole_writer(target: Path) -> Iterator[None]:
    """Keep refcore's other processes and threads from writing a file meanwhile.

    The lock is a file in a private folder of the user below the system's folder
    for temporary files, so nothing is left beside the target. Where no such lock
    can be made, there is none: the check for changes just before writing remains.
    Raises `FileInUse` where another writer does not end within a minute.
    """
    from filelock import FileLock, Timeout

    folder = _folder()
    if folder is None:
        yield
        return
    import hashlib

    name = hashlib.sha256(os.fsencode(target)).hexdigest()
    lock = FileLock(folder / f"{name}.lock")
    try:
        lock.acquire(timeout=WAIT)
    except Timeout:
        message = f"{target}: another process has been writing it for {WAIT:.0f} seconds"
        raise FileInUse(f"{message}; try again when it has ended") from None
    except (OSError, NotImplementedError):
        yield  # the file system has no locks
        return
    try:
        yield
    finally:
        lock.release()


def _folder() -> Path | None:
    """Return the user's private folder of locks, None where another user holds its name."""
    import tempfile

    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    try:
        folder = Path(tempfile.gettempdir()) / f"refcore-{user}"
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    owned = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return folder if owned and stat.S_ISDIR(found.st_mode) else None
