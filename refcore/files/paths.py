"""Paths that can name no file are an error of refcore, whichever way the system says so."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from refcore.errors import InvalidPath

__all__ = ["require_plain", "resolved", "usable"]

_SHOWN = 80


@contextlib.contextmanager
def usable(path: str | os.PathLike[str]) -> Iterator[None]:
    """Raise `InvalidPath` for what the system says of a path that can name no file."""
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
    """Raise `InvalidPath` for a link, a pipe, a device or a folder; no file is fine too.

    For files of refcore itself: what else has their name is not read, as a pipe would
    be waited for, and not written, as a link would lead to another file.
    """
    for path in paths:
        with usable(path), contextlib.suppress(FileNotFoundError):
            if not stat.S_ISREG(path.lstat().st_mode):
                raise _invalid(path, errno.EINVAL, "a plain file was expected")


def resolved(path: Path) -> Path:
    """Return the file that a path leads to; raises `InvalidPath` where there can be none."""
    with usable(path):
        return path.resolve()


def _invalid(path: str | os.PathLike[str], number: int, reason: str) -> InvalidPath:
    name = os.fspath(path)
    shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
    return InvalidPath(number, reason, shown)
