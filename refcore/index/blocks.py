"""Dumps as blocks of whole records, plain or packed, never held as a whole."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import re
import tarfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final, NamedTuple, cast

from refcore.errors import UnreadableInput
from refcore.index.dumps import dblp

__all__ = ["LONGEST_LINE", "Block", "files_of", "read_blocks"]

_BLOCK: Final = 1 << 20
# The longest lines of the snapshot, those of the large collaborations, are below 1 MB.
LONGEST_LINE: Final = 16 << 20
# A file of Crossref with 5,000 works, or a collection of the ACL Anthology.
_LONGEST_WHOLE: Final = 1 << 30
_BOM: Final = b"\xef\xbb\xbf"
_SUFFIXES: Final = (".json", ".jsonl", ".xml", ".csv", ".json.gz", ".jsonl.gz", ".xml.gz")
_FORMS: Final = "JSON lines, dblp's or the ACL Anthology's XML, Crossref's files, or CSV"


class Block(NamedTuple):
    """Some whole records: their form, the number of their first line, bytes, place in the file.

    The form is ``lines`` (JSON lines), ``items`` (one object that holds all), ``dblp`` or ``acl``.
    """

    form: str
    first: int
    content: bytes
    position: int


def files_of(source: Path) -> list[Path]:
    """Return the files of a source: itself, or all files of a folder that can be dumps."""
    if not source.is_dir():
        return [source]
    found = sorted(p for p in source.rglob("*") if p.is_file() and p.name.endswith(_SUFFIXES))
    if not found:
        raise UnreadableInput(f"{source}: no file in this folder has an ending of {_SUFFIXES}")
    return found


def read_blocks(path: Path) -> Iterator[Block]:
    """Return a dump in blocks of about a megabyte, unpacked.

    The first bytes show the packing and the form. A line longer than
    `LONGEST_LINE` is cut there. Raises `UnreadableInput` for another kind of archive or
    file and for packed data that are damaged or end early, `OSError` where the file
    cannot be read.
    """
    with path.open("rb") as raw:
        if tarfile_like(raw):
            yield from _members(path, raw)
        else:
            yield from _one(path, raw, raw)


def tarfile_like(raw: io.BufferedReader) -> bool:
    """Return whether a file begins as a tar archive does."""
    return raw.peek(512)[257:262] == b"ustar"


def _members(path: Path, raw: io.BufferedReader) -> Iterator[Block]:
    try:
        with tarfile.open(fileobj=raw, mode="r|") as archive:
            files = (member for member in archive if member.name.endswith(_SUFFIXES))
            for member in files:
                if member.isfile() and (content := archive.extractfile(member)) is not None:
                    inner = io.BufferedReader(content)  # type: ignore[type-var]
                    yield from _one(path / member.name, inner, raw)
    except tarfile.TarError as fault:
        raise UnreadableInput(
            f"{path}: the archive is damaged ({fault}): download it again"
        ) from fault


def _one(path: Path, file: Any, raw: io.BufferedReader) -> Iterator[Block]:
    kind = "packed"
    try:
        stream, kind = _unpacked(path, file)
        head = stream.peek(1024)[:1024].removeprefix(_BOM).lstrip()
        where = raw if raw.seekable() else None
        yield from _by_form(path, stream, head, where)
    except (EOFError, zlib.error, gzip.BadGzipFile, lzma.LZMAError, OSError) as fault:
        if kind == "" or (isinstance(fault, OSError) and fault.errno is not None):
            raise
        raise UnreadableInput(
            f"{path}: its {kind} data is damaged or ends early ({fault}): download the file again"
        ) from fault


def _unpacked(path: Path, file: Any) -> tuple[io.BufferedReader, str]:
    head = file.peek(6)[:6]
    if head.startswith(b"PK\x03\x04"):
        raise UnreadableInput(
            f"{path}: this is a zip archive, expected {_FORMS}, plain or gzip: unpack it first"
        )
    packed: IO[bytes]
    if head.startswith(b"\x1f\x8b"):
        packed, kind = cast(IO[bytes], gzip.GzipFile(fileobj=file)), "gzip"
    elif head.startswith(b"BZh"):
        packed, kind = bz2.BZ2File(file), "bzip2"
    elif head.startswith(b"\xfd7zXZ"):
        packed, kind = lzma.LZMAFile(file), "xz"  # noqa: SIM115 - closed with `file`
    else:
        return file, ""
    return io.BufferedReader(packed, 1 << 16), kind  # type: ignore[arg-type]


def _by_form(
    path: Path, stream: io.BufferedReader, head: bytes, raw: io.BufferedReader | None
) -> Iterator[Block]:
    if head.startswith(b"<"):
        if b"<dblp" in head:
            return _pieces(stream, raw)
        if b"<collection" in head:
            return _whole(path, stream, raw, "acl")
        raise UnreadableInput(
            f"{path}: this XML is not a dump that refcore knows, expected {_FORMS}"
        )
    if re.match(rb'\{\s*"items"\s*:', head):
        return _whole(path, stream, raw, "items")
    if head.startswith(b"Record ID,"):
        return _table(stream, raw)
    return _lines(stream, raw)


def _position(raw: io.BufferedReader | None) -> int:
    return raw.tell() if raw else 0  # a pipe has no position


def _lines(stream: io.BufferedReader, raw: io.BufferedReader | None) -> Iterator[Block]:
    line, rest, begun = 1, b"", False
    while block := stream.read(_BLOCK):
        if not begun:
            block, begun = block.removeprefix(_BOM), True
        head, newline, tail = block.rpartition(b"\n")
        if newline:
            content = rest + head
            yield Block("lines", line, content, _position(raw))
            line += content.count(b"\n") + 1
            rest = tail
        else:
            rest = (rest + block)[:LONGEST_LINE]
    if rest:
        yield Block("lines", line, rest, _position(raw))


def _pieces(stream: io.BufferedReader, raw: io.BufferedReader | None) -> Iterator[Block]:
    line, rest = 1, b""
    while block := stream.read(_BLOCK):
        rest = (rest + block)[: 2 * LONGEST_LINE]
        ends = [match.end() for match in dblp.END.finditer(rest)]
        if ends:
            content, rest = rest[: ends[-1]], rest[ends[-1] :]
            yield Block("dblp", line, content, _position(raw))
            line += content.count(b"\n")
    if rest:
        yield Block("dblp", line, rest, _position(raw))


def _whole(
    path: Path, stream: io.BufferedReader, raw: io.BufferedReader | None, form: str
) -> Iterator[Block]:
    content = stream.read(_LONGEST_WHOLE)
    if stream.read(1):
        raise UnreadableInput(f"{path}: it is longer than {_LONGEST_WHOLE >> 30} GB unpacked")
    yield Block(form, 1, content, _position(raw))


def _table(stream: io.BufferedReader, raw: io.BufferedReader | None) -> Iterator[Block]:
    """Return the lines of a CSV as JSON lines, since a line of it may be several in the file."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
    rows = csv.DictReader(text)
    first = 2
    try:
        while part := [json.dumps(row) for row in islice(rows, 2000)]:
            yield Block("lines", first, "\n".join(part).encode(), _position(raw))
            first += len(part)
    finally:
        text.detach()
