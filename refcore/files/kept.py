"""What a new file takes over from the one that it replaces: mode, owner and attributes."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

__all__ = ["keep"]


def keep(target: Path, scratch: Path, handle: int) -> tuple[str, ...]:
    """Set the mode, owner, group and attributes of the target on a scratch file.

    A new target gets the mode that the process gives to new files. Returns in
    words what cannot be kept.
    """
    try:
        old = target.stat()
    except FileNotFoundError:
        _set_mode(scratch, handle, 0o666 & ~_umask())
        return ()
    said = [*_keep_owner(target, handle, old)]
    _set_mode(scratch, handle, stat.S_IMODE(old.st_mode))
    said += _keep_attributes(target, handle)
    if old.st_nlink > 1:
        said.append(
            f"{target} has {old.st_nlink} names (hard links): the others keep the old content"
        )
    return tuple(said)


def _set_mode(scratch: Path, handle: int, mode: int) -> None:
    if hasattr(os, "fchmod"):
        os.fchmod(handle, mode)
    else:
        scratch.chmod(mode)


def _umask() -> int:
    """Return the mask of modes of this process, without changing it where that is possible."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return int(status.split("Umask:", 1)[1].split(None, 1)[0], 8)
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _keep_owner(target: Path, handle: int, old: os.stat_result) -> list[str]:
    if not hasattr(os, "fchown"):
        return []
    new = os.fstat(handle)
    if (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid):
        return []
    try:
        os.fchown(handle, old.st_uid, old.st_gid)
    except OSError:
        with contextlib.suppress(OSError):
            os.fchown(handle, -1, old.st_gid)
    new = os.fstat(handle)
    if (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid):
        return []
    return [
        f"{target} belonged to user {old.st_uid} and group {old.st_gid}, "
        f"and now belongs to user {new.st_uid} and group {new.st_gid}"
    ]


def _keep_attributes(target: Path, handle: int) -> list[str]:
    if not hasattr(os, "listxattr"):
        return []
    lost = []
    try:
        names = os.listxattr(target)
    except OSError:
        return []  # a file system without attributes
    for name in names:
        try:
            os.setxattr(handle, name, os.getxattr(target, name))
        except OSError:
            # The system sets its own labels by itself.
            if not name.startswith("security."):
                lost.append(name)
    return [f"{target}: its extended attribute {name} could not be kept" for name in lost]
