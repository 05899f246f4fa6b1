"""The snapshot's file as blocks of whole lines, plain or gzip, never held as a whole."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from refcore.errors import UnreadableInput

__all__ = ["LONGEST_LINE", "Block", "read_blocks"]

_BLOCK = 1 << 20
# The longest lines of the snapshot, those of the large collaborations, are below 1 MB.
LONGEST_LINE = 16 << 20
_BOM = b"\xef\xbb\xbf"
_KINDS = ((b"PK\x03\x04", "a zip archive"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"))


class Block(NamedTuple):
    """Some whole lines: the number of the first, the bytes, and how far the file is read."""

    first: int
    content: bytes
    position: int


def read_blocks(path: Path) -> Iterator[Block]:
    """Give a file's lines in blocks of about a megabyte, gzip unpacked.

    Whether a file is gzip is told by its first bytes. A line longer than
    `LONGEST_LINE` is cut there. Raises `UnreadableInput` for another kind of
    archive and for gzip data that is damaged or ends early, `OSError` where
    the file cannot be read.
    """
    with path.open("rb") as raw:
        head = raw.peek(6)[:6]
        for magic, name in _KINDS:
            if head.startswith(magic):
                raise UnreadableInput(
                    f"{path}: this is {name}, expected JSON lines, plain or gzip: unpack it first"
                )
        packed = head.startswith(b"\x1f\x8b")
        try:
            yield from _blocks(gzip.GzipFile(fileobj=raw) if packed else raw, raw)
        except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
            raise UnreadableInput(
                f"{path}: its gzip data is damaged or ends early ({fault}): get the file anew"
            ) from fault


def _blocks(stream: IO[bytes] | gzip.GzipFile, raw: io.BufferedReader) -> Iterator[Block]:
    line, rest, begun = 1, b"", False
    may_tell = raw.seekable()  # a pipe has no position
    while block := stream.read(_BLOCK):
        if not begun:
            block, begun = block.removeprefix(_BOM), True
        head, newline, tail = block.rpartition(b"\n")
        if newline:
            content = rest + head
            yield Block(line, content, raw.tell() if may_tell else 0)
            line += content.count(b"\n") + 1
            rest = tail
        else:
            rest = (rest + block)[:LONGEST_LINE]
    if rest:
        yield Block(line, rest, raw.tell() if may_tell else 0)
