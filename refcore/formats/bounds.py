"""How many records of one file are read: as many as a file of its size can sensibly have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.model.library import Library

__all__ = ["BYTES_EACH", "LEAST", "bounded"]

_Record = TypeVar("_Record")
# A record with a title is longer, so a file of references never reaches the limit.
BYTES_EACH: Final = 25
LEAST: Final = 1_000


def bounded(
    records: Iterable[_Record],
    text: str,
    library: Library,
    line_of: Callable[[_Record], int | None],
) -> Iterator[_Record]:
    """Return the records of a text up to the limit; a diagnostic names the limit.

    >>> library = Library()
    >>> len(list(bounded(range(5_000), "x" * 50_000, library, lambda record: record + 1)))
    2000
    >>> print(library.diagnostics[0])
    line 2001: at most 2,000 records of a file of this size are read (one for each 25 \
characters); the rest is not read
    """
    most = max(LEAST, len(text) // BYTES_EACH)
    for number, record in enumerate(records):
        if number == most:
            message = (
                f"at most {most:,} records of a file of this size are read (one for each "
                f"{BYTES_EACH} characters); the rest is not read"
            )
            place = Location(library.path, line_of(record))
            library.diagnostics.append(Diagnostic(message, place, severity=Severity.ERROR))
            return
        yield record
