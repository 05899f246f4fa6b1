"""Spark: its SQL engine joins, and `mapInArrow` runs the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from refcore.corpus.engines.inorder import InOrder
from refcore.corpus.plan import Step, whole_buckets

__all__ = ["open_engine"]


@contextmanager
def open_engine(_: int) -> Iterator[_Spark]:
    """Use the session of the running program, or start one on this machine."""
    from pyspark.sql import SparkSession

    running = SparkSession.getActiveSession()
    session = running or SparkSession.builder.appName("refcore").getOrCreate()
    try:
        yield _Spark(session)
    finally:
        if running is None:
            session.stop()


class _Spark(InOrder):
    def __init__(self, session: Any) -> None:
        self._session = session

    def read(self, paths: list[str], columns: list[str]) -> Any:
        return self._session.read.parquet(*paths).select(*columns)

    def map(self, table: Any, step: Step) -> Any:
        return table.mapInArrow(partial(_each, step), _schema(step))

    def join(self, left: Any, right: Any, on: str, how: str) -> Any:
        return left.join(right, on, how)

    def union(self, one: Any, other: Any) -> Any:
        return one.unionByName(other)

    def together(self, table: Any, step: Step) -> Any:
        ordered = table.repartition("bucket").sortWithinPartitions("bucket")
        return ordered.mapInArrow(partial(_whole, step), _schema(step))

    def write(self, table: Any, folder: Path) -> None:
        table.write.mode("append").parquet(str(folder.absolute()))


def _each(step: Step, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield from step.function(pa.Table.from_batches([batch])).to_batches()


def _whole(step: Step, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for table in whole_buckets(batches):
        yield from step.function(table).to_batches()


def _schema(step: Step) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(step.schema)
