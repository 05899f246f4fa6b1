"""Rows, notices and signatures put into an index that is being built."""

from __future__ import annotations

import sqlite3
import tempfile
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import IO, Final

from refcore.index.packed import columns_of
from refcore.index.parse import Parsed
from refcore.index.parts import moved
from refcore.index.row import key_of
from refcore.index.schema import (
    INDEXES,
    INSERT,
    INSERT_ABOUT,
    INSERT_FURTHER,
    INSERT_NOTICE,
    INSERT_PARTS,
    INSERT_PREFIX,
    INSERT_PROCEEDINGS,
    ONCE,
)
from refcore.index.tally import Conference, papers_in, prefixes_in
from refcore.index.workers import Workers

__all__ = ["Writer"]

_FILES: Final = 128  # the signatures are sorted one file at a time, so memory stays flat
_SHIFT: Final = 57  # the highest seven bits of 64 choose the file
_IN_BUCKET: Final = 64  # at most about so many signatures are read for one part of a title
# At most this many signatures wait in the workers, 64 MB.
_MOST_AHEAD: Final = 8 << 20


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
        self._papers: Counter[Conference] = Counter()
        self._prefixes: Counter[str] = Counter()

    def add(self, parsed: Parsed) -> None:
        """Write one block."""
        base = self._next
        self._db.executemany(INSERT, parsed.rows)
        self._next += len(parsed.rows)
        self._papers.update(parsed.papers)
        self._prefixes.update(parsed.prefixes)
        self._db.executemany(INSERT_FURTHER, ((key, base + at, None) for key, at in parsed.further))
        for notice in parsed.notices:
            doi_key = key_of(notice.doi)
            self._db.execute(INSERT_NOTICE, (*notice[:5], doi_key))
            if notice.pmid and notice.doi != (name := f"pmid:{notice.pmid}"):
                self._db.execute(INSERT_FURTHER, (key_of("pmid", notice.pmid), None, doi_key))
                # A reference may state the PMID alone, and no dump may have the work.
                self._db.execute(INSERT_NOTICE, (name, *notice[1:5], key_of(name)))
        self._keep(moved(parsed.signatures, base))

    @property
    def works(self) -> int:
        """How many works were put in, those that came twice counted twice."""
        return self._next - 1

    def _keep(self, content: bytes) -> None:
        ordered = array("Q", content)
        self._signatures += len(ordered)
        start = 0
        while start < len(ordered):
            place = ordered[start] >> _SHIFT
            end = bisect_left(ordered, (place + 1) << _SHIFT, start)
            buffer = self._buffers[place]
            buffer += content[8 * start : 8 * end]
            if len(buffer) > 1 << 16:
                self._flush(place)
            start = end

    def _flush(self, place: int) -> None:
        file = self._files[place]
        if file is None:
            file = self._files[place] = tempfile.TemporaryFile()  # noqa: SIM115 - closed below
        file.write(self._buffers[place])
        self._buffers[place].clear()

    def finish(self, pool: Workers) -> int:
        """Remove repeated works, write the look-up tables of the others, and return their number.

        The workers sort signatures while this process writes the indexes of the other keys.
        """
        gone = [row for statement in ONCE for row in self._db.execute(statement)]
        bits = max(8, min(24, (self._signatures // _IN_BUCKET).bit_length()))
        self._db.execute(INSERT_ABOUT, ("bucket_bits", bits))
        ahead = _MOST_AHEAD * _FILES // max(1, self._signatures)
        places = array("Q", (row[0] for row in gone)).tobytes()
        sorted_parts = pool.sort_all(self._parts(), places, bits, ahead)
        self._write_counts([columns_of(*row[1:]) for row in gone])
        for statement in INDEXES:
            self._db.execute(statement)
        for rows in sorted_parts:
            self._db.executemany(INSERT_PARTS, rows)
        return self.works - len(gone)

    def _write_counts(self, gone: list[tuple[object, ...]]) -> None:
        papers = self._papers - Counter(papers_in(gone))
        lines = ((*conference, count) for conference, count in sorted(papers.items()))
        self._db.executemany(INSERT_PROCEEDINGS, lines)
        prefixes = self._prefixes - Counter(prefixes_in(gone))
        self._db.executemany(INSERT_PREFIX, ((prefix,) for prefix in sorted(prefixes)))

    def _parts(self) -> Iterator[bytes]:
        """Yield the signatures, a file at a time; each file holds a range of them."""
        for place, file in enumerate(self._files):
            content = bytes(self._buffers[place])
            self._buffers[place].clear()
            if file is not None:
                file.seek(0)
                content = file.read() + content
            yield content

    def close(self) -> None:
        """Close the files."""
        for file in self._files:
            if file is not None:
                file.close()
