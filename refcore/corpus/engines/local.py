"""One machine: DuckDB joins, and a pool of processes runs the heavy steps."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from refcore.corpus.plan import Step, begin, whole_buckets
from refcore.corpus.processes import through
from refcore.processes import processes

__all__ = ["open_engine"]

_ROWS: Final = 20_000  # of a piece that one process gets


@contextmanager
def open_engine(further: int) -> Iterator[_Local]:
    """Open the engine with so many further processes; with none, this one does all."""
    with (
        # An error ends the processes while a part may still write what it keeps.
        TemporaryDirectory(prefix="refcore-", ignore_cleanup_errors=True) as folder,
        duckdb.connect() as database,
        processes(further) if further else nullcontext() as pool,
    ):
        database.execute("SET temp_directory = ?", [folder])
        if pool is not None:
            # The processes load what they need while the first join runs.
            for _ in range(further):
                pool.submit(begin)
        yield _Local(database, Path(folder), pool, further)


class _Local:
    """Tables are queries; what a step returns waits in a file of Arrow."""

    def __init__(
        self,
        database: duckdb.DuckDBPyConnection,
        folder: Path,
        pool: ProcessPoolExecutor | None,
        further: int,
    ) -> None:
        self._database = database
        self._folder = folder
        self._pool = pool
        self._further = further
        self._numbers = count()
        # While the processes verify one part, this one joins the next.
        self.at_once = 2 if pool else 1

    @contextmanager
    def part(self) -> Iterator[_Local]:
        with TemporaryDirectory(dir=self._folder, ignore_cleanup_errors=True) as folder:
            yield _Local(self._database, Path(folder), self._pool, self._further)

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
