"""Reads a file, a pipe or a device to its end; a device may have none."""

from __future__ import annotations

import errno
import os
from typing import IO, Final

from refcore.errors import FileTooLarge

__all__ = ["MOST_BYTES", "read_to_end"]

# Bytes of a file that is read whole; docs/limits.md names this limit.
MOST_BYTES = 256_000_000
_PIECE: Final = 1 << 20


def read_to_end(file: IO[bytes], name: str | os.PathLike[str]) -> bytes:
    """Return the bytes of an open file.

    Args:
        file: The file, open for bytes.
        name: What messages call it.

    Returns:
        All bytes up to its end.

    Raises:
        FileTooLarge: They are more than `MOST_BYTES`.

    >>> import io
    >>> read_to_end(io.BytesIO(b"@misc{a}"), "a.bib")
    b'@misc{a}'
    """
    pieces = [file.read(_PIECE)]
    held = len(pieces[0])
    while pieces[-1] and held <= MOST_BYTES:
        pieces.append(file.read(_PIECE))
        held += len(pieces[-1])
    if held > MOST_BYTES:
        reason = f"larger than {MOST_BYTES // 1_000_000:,} MB, or without an end"
        raise FileTooLarge(errno.EFBIG, reason, os.fspath(name))
    return b"".join(pieces)
