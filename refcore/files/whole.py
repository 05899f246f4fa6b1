"""Writes a file whole or not at all; every file that refcore writes is written here."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from refcore.errors import FileChanged, RefcoreError
from refcore.files.guard import sole_writer
from refcore.files.kept import keep
from refcore.files.paths import resolved, usable
from refcore.files.scratch import discard, new_scratch, sweep
from refcore.files.state import ReadState
from refcore.files.streams import is_stream, write_stream

__all__ = ["update_whole", "write_whole"]

_TRIES = 5  # how often a change is repeated because another program wrote first


def write_whole(
    path: Path, data: bytes, *, read: Iterable[ReadState | None] = ()
) -> tuple[str, ...]:
    """Put bytes in a file at once: whoever reads it sees the old content or the new.

    A link stays a link, to the new content; the file keeps its mode, owner, group
    and extended attributes. A device, a pipe or a terminal is written to.

    Args:
        path: The path of the file.
        data: The new content.
        read: What the caller read before. Where the target is among it and another program
            changed it since, nothing is written.

    Returns:
        In words what could not be kept, such as a second hard link.

    Raises:
        FileChanged: Another program changed the file since it was read.
        OSError: The file cannot be written; it is then as it was.

    >>> write_whole(Path("a.bib"), b"@misc{a}"), Path("a.bib").read_bytes()
    ((), b'@misc{a}')
    """
    if is_stream(path):
        write_stream(path, data)
        return ()
    states = [state for state in read if state is not None]
    target = resolved(path)
    with sole_writer(target):
        said = _replace(path, target, data, partial(_check, states, path))
    for state in states:
        if state.is_of(path):
            state.written(data)
    return said


def update_whole(
    path: Path, change: Callable[[bytes | None], bytes]
) -> tuple[bytes, tuple[str, ...]]:
    """Change a file that others may change too.

    Args:
        path: The path of the file.
        change: Makes the new content from what the file holds now, None if there is no file. It is
            called again if another program wrote first.

    Returns:
        The bytes that were written, and what could not be kept, as `write_whole` says.

    Raises:
        OSError: The file cannot be written.
        FileChanged: Others never stop changing the file.

    >>> update_whole(Path("a.bib"), lambda held: (held or b"") + b"@misc{a}")
    (b'@misc{a}', ())
    """
    if is_stream(path):
        data = change(None)
        write_stream(path, data)
        return data, ()
    target = resolved(path)
    with sole_writer(target):
        for _ in range(_TRIES):
            with usable(path):
                before = target.read_bytes() if target.exists() else None
            state = None if before is None else ReadState(path, before)
            data = change(before)
            try:
                said = _replace(path, target, data, partial(_unchanged, path, state))
            except FileChanged:
                continue
            return data, said
    raise FileChanged(
        f"{path}: other programs keep changing the file; it was not written; try again later"
    )


def _check(states: Iterable[ReadState], path: Path) -> None:
    for state in states:
        state.check(path)


def _unchanged(path: Path, state: ReadState | None) -> None:
    if state is not None:
        state.check(path)
    elif path.exists():
        raise FileChanged(
            f"{path}: another program created the file meanwhile; look at it and repeat the change"
        )


def _replace(path: Path, target: Path, data: bytes, check: Callable[[], None]) -> tuple[str, ...]:
    with usable(path):
        if target.exists() and not os.access(target, os.W_OK):
            # The folder allows replacing the file, but the file itself is read-only.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    try:
        sweep(target)
        with usable(path), new_scratch(target) as scratch:
            try:
                scratch.file.write(data)
                said = keep(target, scratch.path, scratch.file.fileno())
                scratch.file.flush()
                os.fsync(scratch.file.fileno())
                if os.name == "nt":
                    scratch.file.close()  # Windows moves no file that is open
                check()
                scratch.path.replace(target)
            except BaseException:
                discard(scratch.path)
                raise
    except RefcoreError:
        raise
    except OSError as fault:
        # The message names the target, not the scratch file.
        raise OSError(fault.errno, fault.strerror, str(path)) from fault
    return said
