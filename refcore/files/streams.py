"""Outputs that are not files on a disk: devices, pipes, and streams that the process has open."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

__all__ = ["is_stream", "write_stream"]

_DESCRIPTOR = re.compile(r"/(?:dev/fd|proc/(?:self|thread-self|\d+)/fd)/(\d+)")
_STANDARD = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_MOST_LINKS = 40


def is_stream(path: Path) -> bool:
    """Return whether a path names what can only be written to, never replaced.

    >>> is_stream(Path("/dev/stdout")), is_stream(Path("refs.bib"))
    (True, False)
    """
    if _descriptor(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def write_stream(path: Path, data: bytes) -> None:
    """Write bytes to a device, a pipe or an open file of this process; raises `OSError`."""
    number = _descriptor(path)
    try:
        with os.fdopen(os.dup(number), "wb") if number is not None else path.open("wb") as file:
            file.write(data)
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(path)) from fault


def _descriptor(path: Path) -> int | None:
    """Return which open file of this process a path names, such as 1 for ``/dev/stdout``."""
    current = os.path.normpath(path.absolute())
    for _ in range(_MOST_LINKS):
        if current in _STANDARD:
            return _STANDARD[current]
        match = _DESCRIPTOR.fullmatch(current)
        if match and _is_own(current):
            return int(match[1])
        try:
            current = os.path.normpath(Path(current).parent / Path(current).readlink())
        except (OSError, ValueError):
            return None
    return None


def _is_own(name: str) -> bool:
    owner = name.split("/")[2]
    return not owner.isdigit() or int(owner) == os.getpid()
