"""Whether a Parquet file can be a table of ours: its columns, their types, and what is damaged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from refcore.errors import UnreadableInput

__all__ = ["check_table", "damage_in", "refuse_empty"]

# The packages that read Parquet; what else goes wrong is a fault of refcore.
_READERS: Final = frozenset({"duckdb", "_duckdb", "pyarrow"})


def check_table(path: Path, schema: pa.Schema, columns: Sequence[str], what: str) -> int:
    """Return the number of rows of a file that has all columns of a schema.

    The types of those in `columns`, which are read, must fit. `what` is what the table should be
    of, and the command that makes it. Raises `UnreadableInput` for any other file.
    """
    try:
        with pq.ParquetFile(path) as file:
            found, rows = file.schema_arrow, int(file.metadata.num_rows)
    except Exception as fault:
        if isinstance(fault, OSError) and fault.errno is not None:
            raise
        # pyarrow has several words for what it cannot decode, UnicodeDecodeError among them.
        raise UnreadableInput(f"{path} is not a Parquet file ({fault})") from fault
    if missing := [name for name in schema.names if name not in found.names]:
        raise _refusal(path, what, f"it does not have {', '.join(missing)}")
    for name in columns:
        if found.names.count(name) > 1:
            raise _refusal(path, what, f"it has the column {name} twice")
        kind, wanted = found.field(name).type, schema.field(name).type
        if not _fits(kind, wanted):
            said = f"the column {name} is of the type {kind!s:.80}, expected {wanted}"
            raise _refusal(path, what, said)
    return rows


def _refusal(path: Path, what: str, why: str) -> UnreadableInput:
    return UnreadableInput(
        f"{path} is not a table of {what}: {why}: make it with 'refcore corpus {what}'"
    )


def _fits(found: pa.DataType, wanted: pa.DataType) -> bool:
    """Return whether values of a type can be read as those of another one.

    >>> _fits(pa.large_string(), pa.string()), _fits(pa.list_(pa.int32()), pa.list_(pa.int64()))
    (True, True)
    >>> _fits(pa.string(), pa.int64()), _fits(pa.int64(), pa.int32())
    (False, False)
    """
    kinds = pa.types
    if kinds.is_dictionary(found):
        found = found.value_type
    if kinds.is_list(wanted):
        is_list = kinds.is_list(found) or kinds.is_large_list(found)
        return is_list and _fits(found.value_type, wanted.value_type)
    if kinds.is_integer(wanted):
        return bool(kinds.is_integer(found) and found.bit_width <= wanted.bit_width)
    if kinds.is_string(wanted):
        return bool(kinds.is_string(found) or kinds.is_large_string(found))
    return bool(kinds.is_binary(found) or kinds.is_large_binary(found))


def refuse_empty(table: pa.Table, names: Sequence[str]) -> None:
    """Raise `UnreadableInput` where a column, or a list in it, has an empty cell.

    >>> refuse_empty(pa.table({"row": [1, None]}), ["row"])
    Traceback (most recent call last):
    refcore.errors.UnreadableInput: a reference has no row: the table of references is damaged
    """
    for name in names:
        column = table.column(name)
        empty = column.null_count
        if pa.types.is_list(column.type) or pa.types.is_large_list(column.type):
            empty += sum(chunk.flatten().null_count for chunk in column.chunks)
        if empty:
            raise UnreadableInput(f"a reference has no {name}: the table of references is damaged")


def _is_damage(fault: Exception) -> bool:
    """Return whether a reader of Parquet raised an error, and not the system."""
    if isinstance(fault, OSError):
        return fault.errno is None  # pyarrow's word for what it cannot decode
    return type(fault).__module__.partition(".")[0] in _READERS


@contextmanager
def damage_in(*paths: Path) -> Iterator[None]:
    """Raise `UnreadableInput` where a file among these cannot be read to its end."""
    try:
        yield
    except Exception as fault:
        if not _is_damage(fault):
            raise
        named = " or ".join(map(str, paths))
        raise UnreadableInput(f"{named} is damaged ({fault!s:.200}): make it again") from fault
