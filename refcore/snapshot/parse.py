"""A block of lines as rows, in plain values that can be handed from process to process."""

from __future__ import annotations

from refcore.snapshot.lines import LONGEST_LINE
from refcore.snapshot.paper import BadLine, parse_line
from refcore.snapshot.titles import index_title

__all__ = ["IndexRow", "Parsed", "parse_block"]

# The columns of `refcore.snapshot.paper.Row`, the title's key, the words to search by.
IndexRow = tuple[int | str | None, ...]
# Rows; the number and fault of each line at fault; the newest day of a change.
Parsed = tuple[list[IndexRow], list[tuple[int, str]], str]


def parse_block(first: int, content: bytes) -> Parsed:
    """Read the lines of a block; `first` is the number of its first line.

    Blank lines are passed over.

    >>> parse_block(7, b'\\n[]')
    ([], [(8, "expected a JSON object, found '[]'")], '')
    """
    rows: list[IndexRow] = []
    faults: list[tuple[int, str]] = []
    newest = ""
    for number, line in enumerate(content.split(b"\n"), first):
        if not line or line.isspace():
            continue
        try:
            if len(line) >= LONGEST_LINE:
                raise BadLine(f"it is longer than {LONGEST_LINE >> 20} MB")
            row, changed = parse_line(line)
        except BadLine as fault:
            faults.append((number, str(fault)))
        else:
            rows.append((*row, *index_title(row.title)))
            newest = max(newest, changed)
    return rows, faults, newest
