"""What was read of a file, to tell later whether another program changed it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from refcore.errors import FileChanged
from refcore.files.bounded import read_to_end
from refcore.files.paths import usable

__all__ = ["ReadState", "read_file"]

_SHORT: Final = 100_000  # bytes, which are compared in less time than hashlib takes to load


class ReadState:
    """The path of a file and a digest of its content, as it was read or last written.

    >>> state = ReadState("refs.bib", b"@misc{a}")
    >>> state.holds(b"@misc{a}"), state.holds(b"@misc{a}@misc{b}")
    (True, False)
    """

    __slots__ = ("_digest", "_name", "_real")

    def __init__(self, path: str | os.PathLike[str], data: bytes) -> None:
        self._name = Path(path).absolute()
        self._real = os.path.realpath(path)
        self._digest = _digest(data)

    def holds(self, data: bytes) -> bool:
        """Return whether this is the content that was read."""
        return _digest(data) == self._digest

    def is_of(self, path: Path) -> bool:
        """Return whether a path names the file that was read, by any link to it."""
        if path.absolute() == self._name or os.path.realpath(path) == self._real:
            return True
        try:
            return path.samefile(self._real)
        except (OSError, ValueError):
            return False

    def written(self, data: bytes) -> None:
        """Note what was written to the file: from now on this is its content."""
        self._digest = _digest(data)

    def check(self, path: Path) -> None:
        """Raise `FileChanged` where the path names this file and its content is another now.

        A file that was deleted is not a conflict, as nothing in it can be lost.
        """
        if not path.is_file() or not self.is_of(path):
            return
        if not self.holds(path.read_bytes()):
            raise FileChanged(
                f"{path}: another program changed the file after it was read, so it was not "
                "written; read it again and repeat the change"
            )


def read_file(path: str | os.PathLike[str]) -> tuple[bytes, ReadState]:
    """Read a file; return its bytes and the state to write it with.

    Args:
        path: The path of the file.

    Returns:
        The bytes, and what the file was when it was read.

    Raises:
        InvalidPath: The path cannot name a file (an `OSError`).
        FileTooLarge: The file has more bytes than refcore reads (an `OSError`).
        OSError: The file cannot be read.

    >>> _ = Path("a.bib").write_bytes(b"@misc{a}")
    >>> read_file("a.bib")[0]
    b'@misc{a}'
    """
    with usable(path), Path(path).open("rb") as file:
        data = read_to_end(file, path)
    return data, ReadState(path, data)


def _digest(data: bytes) -> bytes:
    """Return what tells a content from others: a short one itself, of a longer one a hash."""
    if len(data) <= _SHORT:
        return data
    import hashlib

    return hashlib.sha256(data).digest()
