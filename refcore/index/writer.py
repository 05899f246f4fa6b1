"""Rows, notices and signatures put into an index that is being built."""

from __future__ import annotations

import sqlite3
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from typing import IO, Final

from refcore.index.parse import Parsed
from refcore.index.row import key_of
from refcore.index.schema import (
    INSERT,
    INSERT_ABOUT,
    INSERT_FURTHER,
    INSERT_NOTICE,
    INSERT_PARTS,
    ONCE,
)

__all__ = ["MOST_ALIKE", "Writer"]

# A part that more titles have tells too little, and is left out.
MOST_ALIKE: Final = 400
_FILES: Final = 128  # the signatures are sorted one file at a time, so memory stays flat
_SHIFT: Final = 57  # the highest seven bits of 64 choose the file
_ROW: Final = 0xFFFFFFFF  # the bits of a signature that number its work
_IN_BUCKET: Final = 64  # at most about so many signatures are read for one part of a title


class Writer:
    """Writes parsed rows into an index.

    The signatures wait in files without a name, which vanish with the process.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._next = 1
        self._signatures = 0
        self._buffers = [bytearray() for _ in range(_FILES)]
        self._files: list[IO[bytes] | None] = [None] * _FILES

    def add(self, parsed: Parsed) -> None:
        """Write one block."""
        base = self._next
        self._db.executemany(INSERT, parsed.rows)
        self._next += len(parsed.rows)
        self._db.executemany(INSERT_FURTHER, ((key, base + at, None) for key, at in parsed.further))
        for notice in parsed.notices:
            doi_key = key_of(notice.doi)
            self._db.execute(INSERT_NOTICE, (*notice[:5], doi_key))
            if notice.pmid:
                number = notice.pmid.lstrip("0")
                self._db.execute(INSERT_FURTHER, (key_of("pmid", number), None, doi_key))
        self._keep(array("Q", parsed.signatures), base)

    @property
    def works(self) -> int:
        """How many works were put in, those that came twice counted twice."""
        return self._next - 1

    def _keep(self, signatures: array[int], base: int) -> None:
        ordered = [one + base for one in signatures]
        self._signatures += len(ordered)
        start = 0
        while start < len(ordered):
            place = ordered[start] >> _SHIFT
            end = bisect_left(ordered, (place + 1) << _SHIFT, start)
            buffer = self._buffers[place]
            buffer += array("Q", ordered[start:end]).tobytes()
            if len(buffer) > 1 << 16:
                self._flush(place)
            start = end

    def _flush(self, place: int) -> None:
        file = self._files[place]
        if file is None:
            file = self._files[place] = tempfile.TemporaryFile()  # noqa: SIM115 - closed below
        file.write(self._buffers[place])
        self._buffers[place].clear()

    def finish(self) -> int:
        """Remove repeated works, write the signatures, and return the number of works."""
        gone = {row[0] for statement in ONCE for row in self._db.execute(statement)}
        bits = max(8, min(24, (self._signatures // _IN_BUCKET).bit_length()))
        self._db.execute(INSERT_ABOUT, ("bucket_bits", bits))
        for place in range(_FILES):
            self._db.executemany(INSERT_PARTS, _buckets(self._take(place, gone), 64 - bits))
        return self.works - len(gone)

    def _take(self, place: int, gone: set[int]) -> list[int]:
        content = bytes(self._buffers[place])
        file = self._files[place]
        if file is not None:
            file.seek(0)
            content = file.read() + content
        self._buffers[place].clear()
        held = array("Q", content)
        return sorted(one for one in held if one & _ROW not in gone) if gone else sorted(held)

    def close(self) -> None:
        """Close the files."""
        for file in self._files:
            if file is not None:
                file.close()


def _buckets(ordered: list[int], shift: int) -> Iterator[tuple[int, bytes]]:
    content = array("Q", ordered).tobytes()
    start = 0
    while start < len(ordered):
        bucket = ordered[start] >> shift
        end = bisect_left(ordered, (bucket + 1) << shift, start)
        if end - start > MOST_ALIKE:
            if part := _telling(ordered[start:end]):
                yield bucket, array("Q", part).tobytes()
        else:
            yield bucket, content[8 * start : 8 * end]
        start = end


def _telling(part: list[int]) -> list[int]:
    """Return the signatures without those that too many titles have."""
    runs = (list(run) for _, run in groupby(part, key=lambda one: one >> 32))
    return [one for run in runs if len(run) <= MOST_ALIKE for one in run]
