"""Records that were converted before, read again to be a part of other records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from refcore.corpus.folder import ABOUT, RECORDS, SUMMARY, summary_of
from refcore.corpus.schemas import RECORDS as SCHEMA
from refcore.corpus.sound import check_table
from refcore.errors import UnreadableInput
from refcore.index.parse import Parsed, parse_works
from refcore.index.works import row_from

__all__ = ["is_stored", "read_stored", "size_of_dump"]

_ROWS: Final = 5000  # that are read at once
# What a dump takes beside its records in Parquet.
_LARGER: Final = 4
# The columns of a work, in the order of a row.
_WORK: Final = tuple(name for name in SCHEMA.names if name not in ("place", "title_key"))


def is_stored(path: Path) -> bool:
    """Return whether a path is a folder of `write_records`, or a file of Parquet."""
    return (path / SUMMARY / ABOUT).is_file() or (path.is_file() and path.suffix == ".parquet")


def size_of_dump(path: Path) -> int:
    """Return about how many bytes the dump of converted records has."""
    return _LARGER * sum(file.stat().st_size for file in _files(path))


def read_stored(path: Path) -> Iterator[Parsed]:
    """Yield the records in the order in which they were converted, with what is known of all.

    Raises `UnreadableInput` for a file without the columns of records, and for a damaged one.
    """
    import duckdb

    summary = summary_of(path) if path.is_dir() else None
    for file in _files(path):
        _check(file)
    try:
        for batch in _in_order(_files(path)):
            parsed = parse_works(enumerate(_rows(batch)))
            if summary is not None:
                said = list(chain.from_iterable(summary.notices.values()))
                parsed = parsed._replace(notices=said, newest=summary.newest)
                summary = None
            yield parsed
    except (ValueError, TypeError, duckdb.Error) as fault:
        raise UnreadableInput(
            f"{path}: its records are damaged ({fault}): convert them again"
        ) from fault


def _files(path: Path) -> list[Path]:
    return sorted((path / RECORDS).glob("*.parquet")) if path.is_dir() else [path]


def _rows(batch: pa.RecordBatch) -> Iterator[Any]:
    columns = [batch.column(name).to_pylist() for name in _WORK]
    return (row_from(values) for values in zip(*columns, strict=True))


def _check(file: Path) -> None:
    check_table(file, SCHEMA, SCHEMA.names, "records")


def _in_order(files: Sequence[Path]) -> Iterator[pa.RecordBatch]:
    """Yield the rows of files by their places: the first works of a title are those that count."""
    import duckdb

    with closing(duckdb.connect()) as database:
        rows = database.read_parquet(list(map(str, files))).order("place")
        yield from rows.to_arrow_reader(_ROWS)
