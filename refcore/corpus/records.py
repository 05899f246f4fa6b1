"""Dumps of records as partitioned Parquet, with the keys by which references find them."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any, Final

import attrs
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from refcore.collector import rarely_collecting
from refcore.corpus.folder import ABOUT, ARTICLES, NOTICES, PROCEEDINGS, RECORDS, SUMMARY
from refcore.corpus.keys import NAME, NUMBER
from refcore.corpus.postings import Postings
from refcore.corpus.schemas import RECORDS as SCHEMA
from refcore.corpus.stored import is_stored, read_stored, size_of_dump
from refcore.errors import UnreadableInput
from refcore.index.answers import rank_of
from refcore.index.blocks import files_of
from refcore.index.packed import Columns, columns_of
from refcore.index.parse import IndexRow, Parsed
from refcore.index.row import Notice, key_of
from refcore.index.workers import Workers

__all__ = ["Converted", "Sources", "write_records"]

# About so many bytes of a dump make one partition.
_PARTITION: Final = 64 << 20
_MOST_PARTITIONS: Final = 256
_BUFFERED: Final = 4000  # rows of a partition that wait until they are written
_MOST_FAULTS: Final = 20


@attrs.frozen
class Converted:
    """The result of a conversion: the folder, its works and notices, the lines without a record.

    >>> Converted(Path("records"), works=2, notices=0, bad_lines=1).works
    2
    """

    folder: Path
    works: int
    notices: int
    bad_lines: int
    faults: tuple[str, ...] = ()


Sources = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]


def write_records(
    sources: Sources,
    folder: str | os.PathLike[str],
    *,
    workers: int = 0,
    partitions: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Converted:
    """Write one dump or many as a folder of Parquet files that references are joined with.

    If a work comes more than once, the highest version stays; of equal versions, the last one.
    The folder is written beside its place, and moved there when it is complete. Memory grows
    with the size of a partition, not with that of the dumps.

    Args:
        sources: Dumps that `refcore.index.build` reads, folders of earlier calls, and files in
            such folders.
        folder: The folder to write.
        workers: The number of further processes that parse.
        partitions: The number of files of each kind. Default: one for 64 MB of dumps.
        progress: Called with the bytes read and all bytes.

    Returns:
        The folder, the numbers of works, notices and lines without a record, and the first of
        these lines.

    Raises:
        UnreadableInput: A dump has no record, or the folder exists and has no records.
        OSError: A file cannot be read or written.
    """
    given = [sources] if isinstance(sources, (str, os.PathLike)) else list(sources)
    files = [file for source in given for file in _sources_in(Path(source))]
    size = sum(map(_size, files))
    count = partitions or max(1, min(_MOST_PARTITIONS, size // _PARTITION))
    target = Path(folder)
    if target.exists() and not (target / SUMMARY / ABOUT).is_file():
        raise UnreadableInput(f"{target} exists and has no records; name another folder")
    partial = target.with_name(f"{target.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        with rarely_collecting():
            written = _Conversion(partial, count).write(files, workers, progress, size)
        shutil.rmtree(target, ignore_errors=True)
        partial.rename(target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return attrs.evolve(written, folder=target)


def _sources_in(source: Path) -> list[Path]:
    """Return the files of a source of records; a folder of converted ones is one of its own."""
    return [source] if is_stored(source) else files_of(source)


def _size(file: Path) -> int:
    return size_of_dump(file) if is_stored(file) else file.stat().st_size


class _Conversion:
    """One conversion: files read in a row, and what is found on the way."""

    def __init__(self, folder: Path, count: int) -> None:
        self._folder = folder
        self._spool = _Spool(folder / "spool", count)
        self._postings = Postings(folder, count)
        self._notices: list[Notice] = []
        self._bad = 0
        self._faults: list[str] = []
        self._newest = ""
        self._next = 1  # as an index numbers its works

    def write(
        self,
        files: Sequence[Path],
        workers: int,
        progress: Callable[[int, int], None] | None,
        size: int,
    ) -> Converted:
        done = list(accumulate(map(_size, files), initial=0))
        ended, before = 0, self._next
        with contextlib.closing(self._postings), Workers(workers) as pool:
            for at, position, parsed in _parsed(files, pool):
                while ended < at:
                    before = self._end(files[ended], before)
                    ended += 1
                self._add(files[at], parsed)
                if progress:
                    progress(done[at] + position, size)
            for file in files[ended:]:
                before = self._end(file, before)
            return self._finish()

    def _end(self, file: Path, before: int) -> int:
        """Return how many works and notices there are when a file ended, more than before it."""
        found = self._next + len(self._notices)
        if found == before:
            why = f" ({self._faults[0]})" if self._faults else ""
            raise UnreadableInput(f"{file}: it has no record of a dump that refcore knows{why}")
        return found

    def _add(self, file: Path, parsed: Parsed) -> None:
        base, rows = self._next, parsed.rows
        self._next += len(rows)
        self._newest = max(self._newest, parsed.newest)
        self._bad += len(parsed.faults)
        left = max(0, _MOST_FAULTS - len(self._faults))
        self._faults += [f"{file}:{line}: {fault}" for line, fault in parsed.faults[:left]]
        self._notices += parsed.notices
        works = [columns_of(*row[:3]) for row in rows]
        self._spool.add(works, rows, base)
        self._postings.add_titles([row[3] for row in rows], base)
        self._postings.add_parts(np.frombuffer(parsed.signatures, np.uint64), base)
        placed = [
            (*row[4:], place, work[0])
            for place, (row, work) in enumerate(zip(rows, works, strict=True), base)
        ]
        names = [(name, place) for name, _, place, source in placed if source == "arxiv"]
        self._postings.add(NAME, names)
        dois = [(doi, place, _rank(source)) for _, doi, place, source in placed if doi is not None]
        self._postings.add_dois(dois)
        self._postings.add(NUMBER, [(key, base + at) for key, at in parsed.further])

    def _finish(self) -> Converted:
        gone: set[int] = set()
        proceedings: Counter[tuple[str, str, int, str]] = Counter()
        prefixes: set[str] = set()
        (self._folder / RECORDS).mkdir()
        works = 0
        for at, table in enumerate(self._spool.tables()):
            kept, without = _latest(table)
            gone |= without
            works += len(kept)
            _count(kept, proceedings, prefixes)
            path = self._folder / RECORDS / f"part-{at:05}.parquet"
            pq.write_table(kept.sort_by("place"), path, compression="zstd")
        numbers = [
            (key_of("pmid", one.pmid.lstrip("0")), key_of(one.doi))
            for one in self._notices
            if one.pmid
        ]
        articles = self._postings.finish(gone, numbers)
        self._write_summary(proceedings, prefixes, articles, works)
        return Converted(self._folder, works, len(self._notices), self._bad, tuple(self._faults))

    def _write_summary(
        self,
        proceedings: Counter[tuple[str, str, int, str]],
        prefixes: set[str],
        articles: pa.Table,
        works: int,
    ) -> None:
        summary = self._folder / SUMMARY
        summary.mkdir()
        lines = [[*key, count] for key, count in sorted(proceedings.items())]
        _write_json(summary / PROCEEDINGS, lines)
        _write_json(summary / NOTICES, list(map(list, self._notices)))
        with (
            pa.OSFile(str(summary / ARTICLES), "wb") as file,
            pa.ipc.new_file(file, articles.schema) as writer,
        ):
            writer.write_table(articles)
        about = {"form": 1, "newest": self._newest, "works": works, "prefixes": sorted(prefixes)}
        _write_json(summary / ABOUT, about)


def _parsed(files: Sequence[Path], pool: Workers) -> Iterator[tuple[int, int, Parsed]]:
    """Yield the number of a source, how far it is read, and what was read."""
    start = 0
    for stored, run in groupby(files, is_stored):
        some = list(run)
        if stored:
            for at, file in enumerate(some, start):
                yield from ((at, 0, parsed) for parsed in read_stored(file))
        else:
            for at, block, parsed in pool.parse_files(some):
                yield start + at, block.position, parsed
        start += len(some)


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=True), encoding="utf-8")


# Which source answers for a DOI where several have it, as in `refcore.index.answers`.
def _rank(source: str) -> int:
    return -1 if source == "arxiv" else rank_of(source)


def _latest(table: pa.Table) -> tuple[pa.Table, set[int]]:
    """Return the works once each, and the places of those that another one replaces."""
    best: dict[tuple[str, str], tuple[int, int]] = {}
    names = zip(
        table.column("source").to_pylist(),
        table.column("key").to_pylist(),
        table.column("version").to_pylist(),
        table.column("place").to_pylist(),
        strict=True,
    )
    for source, key, version, place in names:
        best[source, key] = max(best.get((source, key), (-1, -1)), (version, place))
    if len(best) == len(table):
        return table, set()
    kept = {place for _, place in best.values()}
    places = table.column("place").to_pylist()
    return table.filter(pa.array([place in kept for place in places])), set(places) - kept


def _count(
    table: pa.Table, proceedings: Counter[tuple[str, str, int, str]], prefixes: set[str]
) -> None:
    """Count the papers of each conference, and collect the registrants of DOIs."""
    columns = ("source", "stream", "year", "venue", "type", "doi")
    values = (table.column(name).to_pylist() for name in columns)
    for source, stream, year, venue, kind, doi in zip(*values, strict=True):
        if kind == "paper-conference" and stream and year is not None:
            proceedings[source, stream, year, venue] += 1
        prefix, slash, _ = doi.partition("/")
        if slash:
            prefixes.add(prefix)


class _Spool:
    """Rows that wait in files by the names of their works, so that a file holds all of a name."""

    def __init__(self, folder: Path, count: int) -> None:
        folder.mkdir()
        self._folder = folder
        self._waiting: list[list[tuple[Any, ...]]] = [[] for _ in range(count)]
        self._writers = [pa.ipc.new_stream(str(folder / str(at)), SCHEMA) for at in range(count)]

    def add(self, works: Sequence[Columns], rows: Sequence[IndexRow], base: int) -> None:
        """Take works in, numbered from a place on, with the rows that hold their keys."""
        count = len(self._waiting)
        for place, (work, row) in enumerate(zip(works, rows, strict=True), base):
            self._waiting[hash(row[4]) % count].append((place, *work, row[3]))
        for at, waiting in enumerate(self._waiting):
            if len(waiting) >= _BUFFERED:
                self._flush(at)

    def _flush(self, at: int) -> None:
        if self._waiting[at]:
            columns = zip(*self._waiting[at], strict=True)
            arrays = [
                pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)
            ]
            self._writers[at].write_batch(pa.record_batch(arrays, schema=SCHEMA))
            self._waiting[at].clear()

    def tables(self) -> Iterator[pa.Table]:
        """Yield what each file holds, and remove it."""
        for at, writer in enumerate(self._writers):
            self._flush(at)
            writer.close()
        for at in range(len(self._writers)):
            path = self._folder / str(at)
            with contextlib.suppress(OSError), pa.OSFile(str(path)) as file:
                yield pa.ipc.open_stream(file).read_all()
            path.unlink()
        self._folder.rmdir()
