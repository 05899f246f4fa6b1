"""What a verification found out, file by file, as plain values that a process can send."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from refcore.cli.exit import Exit, worst
from refcore.cli.view import View

__all__ = ["FileResult", "RunResult", "joined"]


@attrs.frozen
class FileResult:
    """The outcome of one file as plain values, or why it could not be read.

    `values` are what the wanted output prints for it, `counts` its verdicts,
    `severities` its findings of reading; `odd` the lines about the input; `exit` is the exit
    code that it asks for, `to_accept` what a new baseline has of it. A file `needs_network` where
    an answer can change its result; it `lacks_records` where a reference has no record yet.
    """

    path: str = ""
    values: Sequence[Any] = ()
    counts: Mapping[str, int] = attrs.field(factory=dict)
    severities: Mapping[str, int] = attrs.field(factory=dict)
    odd: Sequence[str] = ()
    exit: Exit = Exit.CONFIRMED
    needs_network: bool = False
    lacks_records: bool = False
    failure: str = ""
    to_accept: Mapping[tuple[str, str, str], str] = attrs.field(factory=dict)


def joined(parts: Sequence[FileResult]) -> FileResult:
    """Return the outcome of a file from those of its parts, one after the other."""
    if len(parts) == 1:
        return parts[0]
    counts, severities = Counter[str](), Counter[str]()
    for part in parts:
        counts.update(part.counts)
        severities.update(part.severities)
    failure = next((part.failure for part in parts if part.failure), "")
    return FileResult(
        parts[0].path,
        [] if failure else [value for part in parts for value in part.values],
        {} if failure else counts,
        {} if failure else severities,
        [line for part in parts for line in part.odd],
        worst(part.exit for part in parts if part.failure or not failure),
        any(part.needs_network for part in parts),
        any(part.lacks_records for part in parts),
        failure,
    )


@attrs.frozen
class RunResult:
    """The outcome of all files, in the order in which they were named."""

    files: Sequence[FileResult]
    view: View = View()

    @property
    def values(self) -> Iterator[Any]:
        """The values of all files, one after the other."""
        return (value for file in self.files for value in file.values)

    @property
    def counts(self) -> Counter[str]:
        """How many references have each verdict, and how many claims are false."""
        counts: Counter[str] = Counter()
        for file in self.files:
            counts.update(file.counts)
        return counts

    @property
    def severities(self) -> Counter[str]:
        """How many findings of reading have each severity; a file that is not read is an error."""
        counts: Counter[str] = Counter()
        for file in self.files:
            counts.update(file.severities)
            counts["error"] += bool(file.failure)
        return counts

    @property
    def is_unread(self) -> bool:
        """Whether no file could be read."""
        return all(file.failure for file in self.files)

    @property
    def exit(self) -> Exit:
        """The exit code of the run."""
        return worst(file.exit for file in self.files)
