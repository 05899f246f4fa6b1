"""Dask: its data frames join, and its scheduler runs the steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dask
import dask.dataframe as dd
import pandas as pd
import pyarrow as pa

from refcore.corpus.engines.inorder import InOrder
from refcore.corpus.plan import Step

__all__ = ["open_engine"]


@contextmanager
def open_engine(_: int) -> Iterator[_Dask]:
    """Use the client of the running program, or Dask's own default."""
    # Texts and bytes are kept as Arrow has them, and not made texts.
    with dask.config.set({"dataframe.convert-string": False, "dataframe.shuffle.method": "tasks"}):
        yield _Dask()


class _Dask(InOrder):
    def read(self, paths: list[str], columns: list[str]) -> Any:
        return dd.read_parquet(paths, columns=columns, dtype_backend="pyarrow")

    def map(self, table: Any, step: Step) -> Any:
        return table.map_partitions(_apply, step, meta=_frame(step.schema.empty_table()))

    def join(self, left: Any, right: Any, on: str, how: str) -> Any:
        return left.merge(right, on=on, how=how)

    def union(self, one: Any, other: Any) -> Any:
        return dd.concat([one, other])

    def together(self, table: Any, step: Step) -> Any:
        return self.map(table.shuffle(on="bucket"), step)

    def write(self, table: Any, folder: Path) -> None:
        table.to_parquet(folder, write_index=False)


def _frame(table: pa.Table) -> Any:
    return table.to_pandas(types_mapper=pd.ArrowDtype)


def _apply(frame: Any, step: Step) -> Any:
    return _frame(step.function(pa.Table.from_pandas(frame, preserve_index=False)))
