"""How references meet records: the steps, each run by an engine.

A reference asks for its keys, and the postings say which works have them. A title that no work has
asks for its parts, and the likeliest of the works that share them are chosen. Then each bucket of
references comes together with the records that were found for any of them. The engine joins,
shuffles and schedules; what runs in a worker are functions of this module, from an Arrow table to
an Arrow table.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from refcore.collector import rarely_collecting
from refcore.corpus.arrays import array_of, numbers_of, table_of
from refcore.corpus.folder import POSTINGS, RECORDS, Summary, summary_of
from refcore.corpus.postings import packed, unpacked
from refcore.corpus.schemas import ASKED, HITS, SIZE, VERDICTS, WORK
from refcore.corpus.sound import refuse_empty
from refcore.corpus.verdicts import verdicts_table
from refcore.index.search import likeliest

__all__ = ["USED", "Engine", "Step", "begin", "run_plan", "whole_buckets"]

R = TypeVar("R")
T = TypeVar("T")


def begin() -> None:
    """Do nothing; a process that calls this has loaded the modules that the steps need."""


class Step(NamedTuple):
    """What a worker does: a function of a table, and the schema of the tables it returns.

    A `heavy` step takes far longer than its tables take to be sent to another process.
    """

    function: Callable[[pa.Table], pa.Table]
    schema: pa.Schema
    heavy: bool = False


class Engine(Protocol[T]):
    """What an engine can do with tables of its own kind."""

    def each(self, run: Callable[[int], R], parts: Sequence[int]) -> Generator[R]:
        """Call a function with the number of each part, and yield the results as they come.

        An engine that has something left to do while it runs one part begins the next.
        """
        ...

    def part(self) -> AbstractContextManager[Engine[T]]:
        """Return what runs one part; what it keeps for that part is removed at the end."""
        ...

    def read(self, paths: list[str], columns: list[str]) -> T:
        """Return the rows of Parquet files."""
        ...

    def map(self, table: T, step: Step) -> T:
        """Apply a step to the rows, in pieces of any size."""
        ...

    def join(self, left: T, right: T, on: str, how: str) -> T:
        """Join two tables on a column that both have; `how` is inner or left."""
        ...

    def union(self, one: T, other: T) -> T:
        """Return the rows of two tables of one schema."""
        ...

    def together(self, table: T, step: Step) -> T:
        """Apply a step to pieces that hold all rows of each bucket that is in them."""
        ...

    def write(self, table: T, folder: Path) -> None:
        """Write the rows as Parquet files in a folder that is there and empty."""
        ...


def run_plan(
    engine: Engine[Any], references: Path, records: Path, target: Path, today: datetime.date
) -> None:
    """Write the verdicts of the references in a Parquet file into a folder."""
    summary_of(records)  # damage is reported before an engine starts
    asking = engine.read([str(references)], list(USED))
    postings = engine.read(_files(records / POSTINGS), ["key", "places"])
    held = engine.read(_files(records / RECORDS), [n for n in WORK.names if n in _RECORD])
    asked = engine.map(asking, Step(asked_keys, ASKED))
    found = engine.join(asked, postings, "key", "left")
    apart = engine.map(found, Step(asked_parts, ASKED))
    shared = engine.join(apart, postings, "key", "inner")
    near = engine.together(shared, Step(partial(near_hits, str(records)), HITS))
    hits = engine.union(engine.map(found, Step(partial(hits_of, str(records)), HITS)), near)
    rows = engine.map(engine.join(hits, held, "place", "inner"), Step(record_work, WORK))
    work = engine.union(engine.map(asking, Step(reference_work, WORK)), rows)
    step = Step(partial(verdicts_of, str(records), today), VERDICTS, heavy=True)
    engine.write(engine.together(work, step), target)


# The columns of references that are read.
USED: Final = ("row", "keys", "parts", "title_key", "reference")
_RECORD: Final = frozenset(WORK.names) - {"bucket", "asked", "level", "row", "reference"}


def _files(folder: Path) -> list[str]:
    return sorted(map(str, folder.glob("*.parquet")))


def asked_keys(references: pa.Table) -> pa.Table:
    """Return a row for each key of each reference; that of a title carries the title's parts."""
    asked: dict[tuple[int, int], bytes | None] = {}
    refuse_empty(references, ["row", "keys", "parts"])
    names = ("row", "keys", "title_key", "parts")
    columns = (references.column(name).to_pylist() for name in names)
    for row, several, title, signs in zip(*columns, strict=True):
        for key in several:
            asked[row // SIZE, key] = packed(signs) if key == title else None
    buckets, keys = zip(*asked, strict=True) if asked else ((), ())
    return table_of([buckets, keys, list(asked.values())], ASKED)


def asked_parts(found: pa.Table) -> pa.Table:
    """Return a row for each part of each title that no work has; `parts` is the title's key."""
    is_missing = pc.is_null(found.column("places"))
    missing = found.filter(pc.and_(is_missing, pc.is_valid(found.column("parts"))))
    buckets, keys, titles = [], [], []
    columns = (missing.column(name).to_pylist() for name in ("bucket", "key", "parts"))
    for bucket, title, parts in set(zip(*columns, strict=True)):
        for part in unpacked(parts):
            buckets.append(bucket)
            keys.append(part)
            titles.append(packed([title]))
    return table_of([buckets, keys, titles], ASKED)


def hits_of(folder: str, found: pa.Table) -> pa.Table:
    """Return a row for each work that has a key that was asked for."""
    held = found.filter(pc.is_valid(found.column("places")))
    hits = _Hits(summary_of(folder))
    columns = (held.column(name).to_pylist() for name in ("bucket", "key", "places"))
    for bucket, key, places in set(zip(*columns, strict=True)):
        hits.add(bucket, key, unpacked(places), 0)
    return hits.table()


def near_hits(folder: str, shared: pa.Table) -> pa.Table:
    """Return the works whose titles are likeliest to be near, for each title of a bucket."""
    postings: dict[tuple[int, bytes], dict[int, list[int]]] = defaultdict(dict)
    columns = (shared.column(name).to_pylist() for name in ("bucket", "parts", "key", "places"))
    for bucket, title, part, places in zip(*columns, strict=True):
        postings[bucket, title][part] = unpacked(places)
    hits = _Hits(summary_of(folder))
    for (bucket, title), parts in postings.items():
        likely, others = likeliest(parts.values())
        key = unpacked(title)[0]
        hits.add(bucket, key, likely, 1)
        hits.add(bucket, key, others, 2)
    return hits.table()


class _Hits:
    """Rows of hits, with the articles that preprints among them became."""

    def __init__(self, summary: Summary) -> None:
        self._summary = summary
        self._rows: list[tuple[int, int, int, int]] = []

    def add(self, bucket: int, key: int, places: list[int], level: int) -> None:
        self._rows += [(bucket, key, place, level) for place in places]

    def table(self) -> pa.Table:
        by_bucket: dict[int, set[int]] = defaultdict(set)
        for bucket, _, place, _ in self._rows if len(self._summary.preprints) else ():
            by_bucket[bucket].add(place)
        for bucket, places in by_bucket.items():
            articles = self._summary.articles_of(places)
            self._rows += [(bucket, 0, article, 3) for article in articles]
        columns = zip(*self._rows, strict=True) if self._rows else ([], [], [], [])
        return table_of(list(columns), HITS)


def record_work(rows: pa.Table) -> pa.Table:
    """Return joined records in the form of the work of a bucket."""
    return _as(WORK, rows)


def reference_work(references: pa.Table) -> pa.Table:
    """Return references in the form of the work of a bucket."""
    refuse_empty(references, ["row", "reference"])
    rows = references.column("row")
    buckets = array_of([row // SIZE for row in rows.to_pylist()], pa.int64())
    return _as(WORK, references.select(["row", "reference"]).append_column("bucket", buckets))


def _as(schema: pa.Schema, table: pa.Table) -> pa.Table:
    """Return a table with the columns of a schema; columns that it lacks are empty."""
    held = set(table.column_names)
    columns = [
        table.column(field.name).cast(field.type)
        if field.name in held
        else pa.nulls(len(table), field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def verdicts_of(folder: str, today: datetime.date, work: pa.Table) -> pa.Table:
    """Return the verdicts of the references of some whole buckets."""
    summary = summary_of(folder)
    found = [table_of([[] for _ in VERDICTS], VERDICTS)]
    with rarely_collecting():
        for bucket in by_bucket(work):
            is_asked = pc.is_valid(bucket.column("reference"))
            references = bucket.filter(is_asked).sort_by("row")
            candidates = bucket.filter(pc.invert(is_asked))
            found.append(verdicts_table(references, candidates, summary, today))
    return pa.concat_tables(found)


def by_bucket(table: pa.Table) -> Iterator[pa.Table]:
    """Yield the rows of each bucket, in the order of the buckets."""
    numbers = numbers_of(table.column("bucket"))
    ordered = table
    if np.any(numbers[1:] < numbers[:-1]):
        ordered = table.sort_by("bucket")
        numbers = numbers_of(ordered.column("bucket"))
    ends = [*np.flatnonzero(np.diff(numbers)) + 1, len(numbers)] if len(numbers) else []
    start = 0
    for end in ends:
        yield ordered.slice(start, end - start)
        start = end


def whole_buckets(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Cut batches that are in the order of the buckets so that each bucket is whole.

    >>> def batch(*buckets): return pa.record_batch([pa.array(buckets)], ["bucket"])
    >>> cut = whole_buckets([batch(1, 1), batch(1, 2), batch(2, 3)])
    >>> [table.column("bucket").to_pylist() for table in cut]
    [[1, 1, 1], [2, 2], [3]]
    """
    waiting: list[pa.Table] = []
    last = None
    for batch in batches:
        for some in by_bucket(pa.Table.from_batches([batch])):
            bucket = some.column("bucket")[0].as_py()
            if waiting and bucket != last:
                yield pa.concat_tables(waiting)
                waiting.clear()
            if last is not None and bucket < last:
                raise ValueError(f"bucket {bucket} comes after bucket {last}: no order of buckets")
            waiting.append(some)
            last = bucket
    if waiting:
        yield pa.concat_tables(waiting)
