"""References of files, of JSON lines and of Parquet as one table in parts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

import attrs
import pyarrow as pa
import pyarrow.parquet as pq

from refcore.corpus.keys import keys_of, parts_of, title_key
from refcore.corpus.packed import pack
from refcore.corpus.processes import in_order
from refcore.corpus.schemas import REFERENCES
from refcore.errors import RefcoreError, UnreadableInput
from refcore.formats import load, loads
from refcore.formats.registry import FORMATS
from refcore.latex import to_plain
from refcore.model.reference import Reference
from refcore.text.halves import has_half
from refcore.text.patterns import regex
from refcore.text.visible import visible_line
from refcore.verification.fields import venue_of

__all__ = ["Written", "references_table", "write_references"]

# Lines of a file of references that one process reads at once.
_LINES: Final = 2000
_LINED: Final = (".jsonl", ".ndjson")
_MOST_FAULTS: Final = 20
_PLACE: Final = regex(r"\A[0-9]+:[0-9]+: ")
_SUFFIXES: Final = frozenset(suffix for known in FORMATS for suffix in known.suffixes)


def references_table(references: Iterable[Reference], first: int = 0) -> pa.Table:
    """Return references as a table that `write_references` would write.

    Args:
        references: The references, in order.
        first: The number of the first one's row.

    Returns:
        A table with one row a reference.

    >>> table = references_table([Reference("a", "book", "On Moss")])
    >>> table.column("title").to_pylist(), table.column("row").to_pylist()
    (['On Moss'], [0])
    """
    rows = [_row(one, at) for at, one in enumerate(references, first)]
    return pa.Table.from_pylist(rows, REFERENCES)


def _row(reference: Reference, row: int) -> dict[str, Any]:
    if reference.location and reference.location.path and has_half(reference.location.path):
        # A table holds texts in UTF-8 alone.
        shown = attrs.evolve(reference.location, path=visible_line(reference.location.path))
        reference = reference.evolve(location=shown)
    place, fields, title = reference.location, reference.fields, reference.title
    arxiv = reference.arxiv_from_any
    return {
        "row": row,
        "key": reference.key,
        "file": place.path if place else None,
        "line": place.line if place else None,
        "type": reference.type,
        "title": to_plain(title),
        "authors": [name.name for name in reference.authors],
        "year": reference.year,
        "venue": to_plain(venue_of(reference)) or None,
        "arxiv": str(arxiv) if arxiv else None,
        "doi": str(reference.doi) if reference.doi else None,
        "pmid": fields.get("PMID"),
        "isbn": fields.get("ISBN"),
        "title_key": title_key(title) if title else None,
        "keys": keys_of(reference),
        "parts": parts_of(title) if title else [],
        "reference": pack(reference),
    }


@attrs.frozen
class Written:
    """References that were written: the parts in order, how many rows, what was not read.

    `faults` names the first files and lines that gave no reference, `bad` counts them all.

    >>> Written((Path("references-0.parquet"),), rows=3).rows
    3
    """

    parts: tuple[Path, ...]
    rows: int
    bad: int = 0
    faults: tuple[str, ...] = ()


def write_references(
    source: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    rows: int = 250_000,
    processes: int = 0,
) -> Written:
    """Write the references of a source as Parquet files of at most so many rows each.

    A file or a line that cannot be read is skipped, and named in the result. Memory does not grow
    with the number of references.

    Args:
        source: A file of any format that refcore reads, JSON lines with one item of CSL-JSON each
            (``.jsonl``), or a folder of such files, which are read in the order of their names.
        folder: The folder to write.
        rows: How many references a file has at most.
        processes: The number of further processes that read.

    Returns:
        The files in order, the number of references, and what could not be read.

    Raises:
        UnreadableInput: There is no reference at all.
        OSError: The source cannot be opened, or the folder cannot be written.

    >>> _ = Path("refs.bib").write_text("@misc{a, title = {On Moss}}")
    >>> write_references("refs.bib", "refs").rows
    1
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    writer = _Parts(target, rows)
    bad, faults = 0, list[str]()
    for table, wrong in in_order(_read, _pieces(Path(source)), processes):
        writer.add(table)
        bad += len(wrong)
        faults += wrong[: max(0, _MOST_FAULTS - len(faults))]
    parts = writer.close()
    if not writer.rows:
        why = f": {faults[0]}" if faults else ""
        raise UnreadableInput(f"{source}: it has no references{why}")
    return Written(parts, writer.rows, bad, tuple(faults))


_Piece = tuple[Path, int, tuple[str, ...] | None]


def _pieces(source: Path) -> Iterator[_Piece]:
    """Yield what one process reads at once: a file, or some lines with the number of the first."""
    if source.is_dir():
        known = {*_SUFFIXES, *_LINED}
        # A pipe in the folder would be waited for.
        files = sorted(p for p in source.rglob("*") if p.suffix.casefold() in known and p.is_file())
    else:
        files = [source]
    for file in files:
        if file.suffix.casefold() not in _LINED:
            yield file, 0, None
            continue
        with file.open(encoding="utf-8", errors="replace") as lines:
            first = 1
            while some := tuple(islice(lines, _LINES)):
                yield file, first, some
                first += len(some)


def _read(piece: _Piece) -> tuple[pa.Table, list[str]]:
    file, first, lines = piece
    if lines is not None:
        return _of_lines(file, first, lines)
    try:
        return references_table(load(file)), []
    except (RefcoreError, OSError) as fault:
        return REFERENCES.empty_table(), [str(fault)]


def _of_lines(file: Path, first: int, lines: Sequence[str]) -> tuple[pa.Table, list[str]]:
    found: list[Reference] = []
    faults: list[str] = []
    for number, line in enumerate(lines, first):
        if not (item := line.strip()):
            continue
        try:
            read = loads(f"[{item}]", "csl-json", path=str(file))
            if not len(read):
                faults.append(f"{file}:{number}: it holds no reference")
            for reference in read:
                place = (
                    attrs.evolve(reference.location, line=number) if reference.location else None
                )
                found.append(reference.evolve(location=place))
        except RefcoreError as fault:
            # The line was read as a file of its own, with a bracket before it.
            why = _PLACE.sub("", str(fault).removeprefix(f"{file}:"))
            faults.append(f"{file}:{number}: {why}")
    return references_table(found), faults


class _Parts:
    """Tables that come in, as files of equal length; rows are numbered through."""

    def __init__(self, folder: Path, size: int) -> None:
        self._folder = folder
        self._size = size
        self._paths: list[Path] = []
        self._writer: pq.ParquetWriter | None = None
        self._left = 0
        self.rows = 0

    def add(self, table: pa.Table) -> None:
        """Write a table; what does not fit into the present file goes into the next one."""
        numbers = pa.array(range(self.rows, self.rows + len(table)), pa.int64())
        table = table.set_column(0, REFERENCES.field("row"), numbers)
        self.rows += len(table)
        while len(table):
            if not self._left:
                self._open()
            some = table.slice(0, self._left)
            self._writer.write_table(some)  # type: ignore[union-attr]
            self._left -= len(some)
            table = table.slice(len(some))

    def _open(self) -> None:
        self.close()
        path = self._folder / f"part-{len(self._paths):05}.parquet"
        self._paths.append(path)
        self._writer = pq.ParquetWriter(path, REFERENCES, compression="zstd")
        self._left = self._size

    def close(self) -> tuple[Path, ...]:
        """Close the last file and return all."""
        if self._writer is not None:
            self._writer.close()
        self._writer = None
        return tuple(self._paths)
