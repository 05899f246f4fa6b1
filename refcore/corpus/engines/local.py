"""One machine: DuckDB joins, and a pool of processes runs the heavy steps."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from refcore.corpus.plan import Step, begin, whole_buckets
from refcore.corpus.processes import through
from refcore.processes import processes

__all__ = ["open_engine"]

R = TypeVar("R")
# While the processes verify one part, this one joins the next.
_AT_ONCE: Final = 2
_ROWS: Final = 20_000  # of a piece that one process gets


@contextmanager
def open_engine(further: int) -> Iterator[_Local]:
    """Open the engine with so many further processes; with none, this one does all."""
    with (
        TemporaryDirectory(prefix="refcore-") as folder,
        duckdb.connect() as database,
        # Closed after the processes: if an error ends those, the threads end too.
        ThreadPoolExecutor(_AT_ONCE) if further else nullcontext() as threads,
        processes(further) if further else nullcontext() as pool,
    ):
        database.execute("SET temp_directory = ?", [folder])
        if pool is not None:
            # The processes load what they need while the first join runs.
            for _ in range(further):
                pool.submit(begin)
        yield _Local(database, Path(folder), threads, pool, further)


class _Local:
    """Tables are queries; the result of a step is stored in an Arrow file."""

    def __init__(
        self,
        database: duckdb.DuckDBPyConnection,
        folder: Path,
        threads: ThreadPoolExecutor | None,
        pool: ProcessPoolExecutor | None,
        further: int,
    ) -> None:
        self._database = database
        self._folder = folder
        self._threads = threads
        self._pool = pool
        self._further = further
        self._numbers = count()

    def each(self, run: Callable[[int], R], parts: Sequence[int]) -> Generator[R]:
        if self._threads is None:
            yield from map(run, parts)
            return
        running = [self._threads.submit(run, part) for part in parts]
        try:
            yield from (one.result() for one in as_completed(running))
        finally:
            for one in running:
                one.cancel()

    @contextmanager
    def part(self) -> Iterator[_Local]:
        with TemporaryDirectory(dir=self._folder) as folder:
            yield _Local(self._database, Path(folder), self._threads, self._pool, self._further)

    def read(self, paths: list[str], columns: list[str]) -> str:
        names = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
        return f"SELECT {', '.join(columns)} FROM read_parquet([{names}])"  # noqa: S608

    def map(self, table: str, step: Step) -> str:
        return self._run((pa.Table.from_batches([batch]) for batch in self._batches(table)), step)

    def join(self, left: str, right: str, on: str, how: str) -> str:
        return f"SELECT * FROM ({left}) {how} JOIN ({right}) USING ({on})"  # noqa: S608

    def union(self, one: str, other: str) -> str:
        return f"{one} UNION ALL BY NAME {other}"

    def together(self, table: str, step: Step) -> str:
        ordered = self._batches(f"SELECT * FROM ({table}) ORDER BY bucket")  # noqa: S608
        return self._run(whole_buckets(ordered), step)

    def write(self, table: str, folder: Path) -> None:
        reader = self._batches(f"SELECT * FROM ({table}) ORDER BY row")  # noqa: S608
        with pq.ParquetWriter(folder / "part.parquet", reader.schema, compression="zstd") as writer:
            for batch in reader:
                writer.write_batch(batch)

    def _batches(self, query: str) -> Any:
        # A cursor of its own, since further queries run while this one is read.
        return self._database.cursor().sql(query).to_arrow_reader(_ROWS)

    def _run(self, pieces: Iterator[pa.Table], step: Step) -> str:
        path = self._folder / f"{next(self._numbers)}.parquet"
        pool = self._pool if step.heavy else None
        # Files of a run are read once and by this machine, so speed counts and not size.
        with pq.ParquetWriter(path, step.schema, compression="lz4") as writer:
            for table in through(step.function, pieces, pool, self._further):
                writer.write_table(table)
        return self.read([str(path)], step.schema.names)
