"""The records of one file, as many of them as are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from refcore.diagnostics import Location
from refcore.model.library import Library
from refcore.text.bounds import Bound

__all__ = ["bounded"]

_Record = TypeVar("_Record")
_EACH: Final = 25  # characters


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
    bound = Bound(text, _EACH)
    for number, record in enumerate(records):
        if number == bound.most:
            place = Location(library.path, line_of(record))
            library.diagnostics.append(bound.finding(place))
            return
        yield record
