"""Arrow columns from Python values and back, without the functions of pyarrow that load pandas.

`pyarrow.array` and `to_numpy` import pandas if it is installed, to see whether a list is a
series of it. That takes 0.4 s in each process, as long as verifying a thousand references.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["array_of", "numbers_of", "table_of"]


def table_of(columns: Sequence[Sequence[Any]], schema: pa.Schema) -> pa.Table:
    """Return a table of columns in the order of a schema.

    >>> table = table_of([[1, 2], ["a", None]], pa.schema({"n": pa.int64(), "t": pa.string()}))
    >>> table.to_pylist()
    [{'n': 1, 't': 'a'}, {'n': 2, 't': None}]
    """
    arrays = [array_of(held, field.type) for held, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def array_of(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Return the array of numbers, texts or bytes; None is an empty cell.

    Raises `ValueError` for more than 2 GB of texts, and for a value that is not of the kind.
    """
    is_held = np.array([value is not None for value in values], bool)
    held = None if is_held.all() else pa.py_buffer(np.packbits(is_held, bitorder="little"))
    if pa.types.is_string(kind) or pa.types.is_binary(kind):
        cells = _texts(values) if pa.types.is_string(kind) else [one or b"" for one in values]
        ends = np.cumsum([0, *map(len, cells)])
        if ends[-1] > np.iinfo(np.int32).max:
            raise ValueError(f"a column of {ends[-1]} bytes is too long for one table")
        buffers = [held, pa.py_buffer(ends.astype(np.int32)), pa.py_buffer(b"".join(cells))]
        return pa.Array.from_buffers(kind, len(values), buffers)
    numbers = np.array([value or 0 for value in values], kind.to_pandas_dtype())
    return pa.Array.from_buffers(kind, len(values), [held, pa.py_buffer(numbers)])


def numbers_of(column: pa.ChunkedArray) -> npt.NDArray[np.int64]:
    """Return a column of int64 without empty cells.

    >>> numbers_of(pa.chunked_array([[1, 2], [3]], pa.int64()).slice(1))
    array([2, 3])
    """
    parts = [
        np.frombuffer(chunk.buffers()[1], np.int64, len(chunk), 8 * chunk.offset)
        for chunk in column.chunks
        if len(chunk)
    ]
    return np.concatenate(parts) if parts else np.empty(0, np.int64)


def _texts(values: Sequence[str | None]) -> list[bytes]:
    return [value.encode() if value else b"" for value in values]
