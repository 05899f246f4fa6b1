"""Paths that cannot name a file: refcore raises `InvalidPath`, whatever the system raises."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from refcore.errors import InvalidPath

__all__ = ["PathLike", "require_plain", "resolved", "usable"]

PathLike: TypeAlias = str | os.PathLike[str]

_SHOWN = 80


@contextlib.contextmanager
def usable(path: PathLike) -> Iterator[None]:
    """Raise `InvalidPath` instead of the system's errors for a path that cannot name a file."""
    try:
        yield
    except ValueError as fault:  # a name with a zero character
        raise _invalid(path, errno.EINVAL, str(fault)) from None
    except RuntimeError:  # a loop of links, in Python 3.11 and 3.12
        raise _invalid(path, errno.ELOOP, os.strerror(errno.ELOOP)) from None
    except OSError as fault:
        if fault.errno not in (errno.ELOOP, errno.ENAMETOOLONG):
            raise
        raise _invalid(path, fault.errno, os.strerror(fault.errno)) from None


def require_plain(*paths: Path) -> None:
    """Raise `InvalidPath` for a link, a pipe, a device or a folder; a missing file is fine.

    This is for files of refcore itself. Reading a pipe of that name would wait forever,
    and writing to a link would change another file.

    Args:
        *paths: The paths of the files.

    Raises:
        InvalidPath: One of them is not a plain file.

    >>> require_plain(Path("missing"))
    >>> require_plain(Path())
    Traceback (most recent call last):
    refcore.errors.InvalidPath: ...
    """
    for path in paths:
        with usable(path), contextlib.suppress(FileNotFoundError):
            if not stat.S_ISREG(path.lstat().st_mode):
                raise _invalid(path, errno.EINVAL, "a plain file was expected")


def resolved(path: Path) -> Path:
    """Return the file that a path leads to; raise `InvalidPath` if it cannot name a file."""
    with usable(path):
        return path.resolve()


def _invalid(path: PathLike, number: int, reason: str) -> InvalidPath:
    name = os.fspath(path)
    shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
    return InvalidPath(number, reason, shown)
