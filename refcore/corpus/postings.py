"""Postings: for each key the places of the works that have it, one row a key.

A key that many works share is one row with a bounded list, so that a join never meets many rows
of one key. A title has the first works with it, and a part of a title that too many works have is
left out, both as in the local index.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from refcore.corpus.folder import POSTINGS
from refcore.corpus.keys import DOI, NUMBER, PART, TITLE, keyed, part_keys
from refcore.corpus.schemas import POSTINGS as SCHEMA
from refcore.errors import UnreadableInput
from refcore.index.parts import MOST_ALIKE
from refcore.index.search import MOST_SAME

__all__ = ["Postings", "packed", "unpacked"]

Numbers = npt.NDArray[np.int64]
_TURN: Final = np.uint64(0x9E3779B97F4A7C15)
_MOST_NUMBERED: Final = 500  # works of one PMID or ISBN, as the index reads them
_KIND: Final = 7
_RANKS: Final = 48  # the bits of a place; those above hold the rank of its source
_ARTICLES: Final = pa.schema([("place", pa.int64()), ("article", pa.int64())])


def packed(places: Sequence[int]) -> bytes:
    """Return places as the bytes of a posting.

    >>> unpacked(packed([7, 300]))
    [7, 300]
    """
    return np.array(places, "<i8").tobytes()


def unpacked(content: bytes) -> list[int]:
    """Return the places of a posting; raises `UnreadableInput` for a damaged one."""
    if content is None or len(content) % 8:
        raise UnreadableInput("a posting of the corpus is damaged: convert its records again")
    places: list[int] = np.frombuffer(content, "<i8").tolist()
    return places


class Postings:
    """Pairs of key and place that wait in files by their keys, and are grouped file by file."""

    def __init__(self, folder: Path, count: int) -> None:
        self._folder = folder
        self._spool = folder / "pairs"
        self._spool.mkdir()
        self._files = [(self._spool / str(at)).open("wb") for at in range(count)]
        self._numbers: list[tuple[int, int]] = []

    def add(self, kind: int, pairs: Sequence[tuple[int, int]]) -> None:
        """Take in numbers of the index, each with a place, as keys of a kind."""
        if kind == NUMBER:  # there are few of them; they wait for the rows with a DOI
            self._numbers += pairs
        elif pairs:
            numbers, places = np.array(pairs, np.int64).T
            self._keep((numbers & ~_KIND) | kind, places)

    def add_titles(self, numbers: Sequence[int], base: int) -> None:
        """Take in the numbers of titles, whose places follow each other."""
        keys = np.array(numbers, np.int64)
        self._keep((keys & ~_KIND) | TITLE, np.arange(base, base + len(keys)))

    def add_parts(self, signatures: npt.NDArray[np.uint64], base: int) -> None:
        """Take in signatures, each a part of a title with the place of its row after it."""
        parts = (signatures >> np.uint64(32)).astype(np.int64)
        places = (signatures & np.uint64(0xFFFFFFFF)).astype(np.int64)
        self._keep(part_keys(parts), places + base)

    def add_dois(self, found: Sequence[tuple[int, int, int]]) -> None:
        """Take in DOIs, each with a place and the rank of its source, which is -1 for arXiv."""
        if found:
            numbers, places, ranks = np.array(found, np.int64).T
            self._keep((numbers & ~_KIND) | DOI, places | ((ranks + 1) << _RANKS))

    def _keep(self, keys: Numbers, places: Numbers) -> None:
        count = len(self._files)
        spread = (keys.astype(np.uint64) * _TURN >> np.uint64(40)) % np.uint64(count)
        for at in range(count) if count > 1 else (0,):
            chosen = spread == at if count > 1 else slice(None)
            self._files[at].write(np.column_stack((keys[chosen], places[chosen])).tobytes())

    def close(self) -> None:
        """Close the files."""
        for file in self._files:
            file.close()

    def finish(self, gone: set[int], numbers: Sequence[tuple[int, int]]) -> pa.Table:
        """Write the postings; return which article each preprint with a DOI became.

        `gone` are the places of works that others replaced, `numbers` are PMIDs that are known by
        the DOI of their work.
        """
        target = self._folder / POSTINGS
        target.mkdir()
        wanted = {keyed(DOI, doi) for _, doi in numbers}
        left = np.array(sorted(gone), np.int64)
        articles: list[Numbers] = []
        with_doi: dict[int, list[int]] = {}
        self.close()
        for at, file in enumerate(self._files):
            groups = _Groups(np.fromfile(file.name, np.int64).reshape(-1, 2), left)
            Path(file.name).unlink()
            articles.append(groups.articles())
            with_doi |= groups.of(wanted)
            groups.write(target / f"part-{at:05}.parquet")
        self._spool.rmdir()
        self._write_numbers(target, left, numbers, with_doi)
        return _articles(articles)

    def _write_numbers(
        self,
        target: Path,
        gone: Numbers,
        numbers: Sequence[tuple[int, int]],
        with_doi: dict[int, list[int]],
    ) -> None:
        lists: dict[int, list[int]] = {}
        left = set(gone.tolist())
        for number, place in sorted(self._numbers):
            if place not in left:
                lists.setdefault(keyed(NUMBER, number), []).append(place)
        for number, doi in numbers:
            lists.setdefault(keyed(NUMBER, number), []).extend(with_doi.get(keyed(DOI, doi), ()))
        keys = sorted(lists)
        places = [packed(list(dict.fromkeys(lists[key]))[:_MOST_NUMBERED]) for key in keys]
        pq.write_table(pa.table([keys, places], schema=SCHEMA), target / "part-numbers.parquet")


class _Groups:
    """The pairs of one file by key, without the works that are gone."""

    def __init__(self, pairs: Numbers, gone: Numbers) -> None:
        keys, tagged = pairs[:, 0], pairs[:, 1]
        places, ranks = tagged & ((1 << _RANKS) - 1), tagged >> _RANKS
        if len(gone):
            kept = ~np.isin(places, gone)
            keys, places, ranks = keys[kept], places[kept], ranks[kept]
        order = np.lexsort((places, keys))
        self.keys, self.places, self.ranks = keys[order], places[order], ranks[order]
        changes = np.flatnonzero(np.diff(self.keys)) + 1
        self.starts = np.concatenate(([0], changes)) if len(keys) else np.empty(0, np.int64)
        self.ends = np.append(self.starts[1:], len(self.keys)) if len(keys) else self.starts

    def of(self, wanted: set[int]) -> dict[int, list[int]]:
        """Return the places of some keys."""
        found: dict[int, list[int]] = {}
        for key in wanted:
            start, end = np.searchsorted(self.keys, (key, key + 1))
            if end > start:
                found[key] = self.places[start:end].tolist()
        return found

    def articles(self) -> Numbers:
        """Return pairs: the place of a preprint, and of the record that answers for its DOI."""
        found = []
        dois = np.flatnonzero((self.keys & _KIND) == DOI)
        if not len(dois):
            return np.empty((0, 2), np.int64)
        arxiv = dois[self.ranks[dois] == 0]
        starts = np.searchsorted(self.keys, self.keys[arxiv])
        ends = np.searchsorted(self.keys, self.keys[arxiv], side="right")
        for at, start, end in zip(arxiv, starts, ends, strict=True):
            ranks = [(self.ranks[one], self.places[one]) for one in range(start, end)]
            if others := [pair for pair in ranks if pair[0] > 0]:
                found.append((self.places[at], min(others)[1]))
        return np.array(found, np.int64).reshape(-1, 2)

    def write(self, path: Path) -> None:
        """Write one row a key."""
        starts, ends = self.starts, self.ends
        kinds = self.keys[starts] & _KIND
        alike = (kinds == PART) & (ends - starts > MOST_ALIKE)
        starts, ends, kinds = starts[~alike], ends[~alike], kinds[~alike]
        ends = np.where(kinds == TITLE, np.minimum(ends, starts + MOST_SAME), ends)
        sizes = ends - starts
        # The places of each key are copied, and end where the list is cut.
        within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        places = self.places[np.repeat(starts, sizes) + within]
        offsets = np.concatenate(([0], np.cumsum(sizes * 8)))
        with pq.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
            for first in range(0, len(starts), _ROWS):
                last = min(first + _ROWS, len(starts))
                lists = _binaries(places, offsets[first : last + 1])
                keys = pa.array(self.keys[starts[first:last]])
                writer.write_table(pa.table([keys, lists], schema=SCHEMA))


_ROWS: Final = 100_000


def _binaries(places: Numbers, offsets: Numbers) -> pa.Array:
    content = places.astype("<i8")[offsets[0] // 8 : offsets[-1] // 8].tobytes()
    starts = pa.py_buffer((offsets - offsets[0]).astype(np.int32).tobytes())
    return pa.Array.from_buffers(
        pa.binary(), len(offsets) - 1, [None, starts, pa.py_buffer(content)]
    )


def _articles(found: Sequence[Numbers]) -> pa.Table:
    pairs = np.concatenate(found) if found else np.empty((0, 2), np.int64)
    pairs = pairs[np.argsort(pairs[:, 0])]
    return pa.table([pa.array(pairs[:, 0]), pa.array(pairs[:, 1])], schema=_ARTICLES)
