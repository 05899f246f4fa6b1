"""Ray Data: its hash joins, and its workers run the steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from refcore.corpus.engines.inorder import InOrder
from refcore.corpus.plan import Step

__all__ = ["open_engine"]


@contextmanager
def open_engine(_: int) -> Iterator[_Ray]:
    """Use the cluster that the program is connected to, or start one on this machine."""
    import ray

    started = not ray.is_initialized()
    if started:
        ray.init(log_to_driver=False)
    try:
        yield _Ray(max(1, int(ray.cluster_resources().get("CPU", 1))))
    finally:
        if started:
            ray.shutdown()


class _Ray(InOrder):
    def __init__(self, partitions: int) -> None:
        self._partitions = partitions

    def read(self, paths: list[str], columns: list[str]) -> Any:
        from ray.data import read_parquet

        return read_parquet(paths).select_columns(columns)

    def map(self, table: Any, step: Step) -> Any:
        return table.map_batches(step.function, batch_format="pyarrow", batch_size=None)

    def join(self, left: Any, right: Any, on: str, how: str) -> Any:
        kind = {"left": "left_outer"}.get(how, how)
        return left.join(right, kind, self._partitions, on=(on,))

    def union(self, one: Any, other: Any) -> Any:
        return one.union(other)

    def together(self, table: Any, step: Step) -> Any:
        return table.groupby("bucket").map_groups(step.function, batch_format="pyarrow")

    def write(self, table: Any, folder: Path) -> Any:
        return table.write_parquet(str(folder))
