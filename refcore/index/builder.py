"""Building one index from the dumps of many sources."""

from __future__ import annotations

import contextlib
import itertools
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import attrs
from filelock import FileLock, Timeout

from refcore.collector import rarely_collecting
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import SnapshotError, UnreadableInput
from refcore.index.blocks import files_of
from refcore.index.parse import Parsed
from refcore.index.schema import APPLICATION_ID, CREATE, FINISH, INSERT_ABOUT
from refcore.index.workers import Workers
from refcore.index.writer import Writer

__all__ = ["Built", "build"]

# Below this size the start of worker processes costs more than it saves.
_LARGE = 64 << 20
_MOST_WORKERS = 4  # one process writes about as fast as four parse


@attrs.frozen
class Built:
    """The result of a build: the index, its works and notices, and the lines that gave none.

    `newest` is the last day of a change in arXiv's snapshot, `bad_lines` how many
    lines or records were passed over, `diagnostics` names the first of them.

    >>> Built(Path("papers.sqlite"), works=2, notices=0, bad_lines=0, newest="2026-01-01").works
    2
    """

    path: Path
    works: int
    notices: int
    bad_lines: int
    newest: str
    diagnostics: tuple[Diagnostic, ...] = ()


_Sources: TypeAlias = "str | os.PathLike[str] | Sequence[str | os.PathLike[str]]"


def build(
    sources: _Sources,
    target: str | os.PathLike[str] | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
    workers: int | None = None,
    most_diagnostics: int = 20,
) -> Built:
    """Build an index from one dump or from many, plain or packed.

    It reads JSON lines (of arXiv's metadata snapshot, of Crossref, of the shared form of
    bibliographies), dblp.xml, the ACL Anthology's XML, Crossref's public data file (a folder
    or a tar archive) and Retraction Watch's CSV; its content shows which one a file is.

    The index is built beside the target, and moved into its place when it is complete: a build
    that fails or is killed leaves what was there.

    Args:
        sources: The path of a dump or of a folder of dumps, or several.
        target: The path of the index. Default: the first source with the suffix ``.sqlite``.
        progress: Called with the bytes read and all bytes.
        workers: The number of further processes that parse. Default: for large files one for each
            core but the first, at most four; for small ones 0.
        most_diagnostics: How many of the lines without a record the result names.

    Returns:
        The path of the index, and the numbers of works, of notices and of lines without a record.

    Raises:
        UnreadableInput: A file has no record, or its packed data is damaged.
        SnapshotError: The target is not an index, another process is building it, or it cannot
            be written.
        OSError: A source cannot be read.
    """
    given = [sources] if isinstance(sources, (str, os.PathLike)) else list(sources)
    files = [file for source in given for file in files_of(Path(source))]
    goal = Path(given[0]).with_suffix(".sqlite") if target is None else Path(target)
    size = sum(file.stat().st_size for file in files)
    if workers is None:
        cores = os.cpu_count() or 1
        workers = min(cores - 1, _MOST_WORKERS) if size >= _LARGE else 0
    for file in files:
        _check_target(file, goal)
    goal.parent.mkdir(parents=True, exist_ok=True)
    with _claimed(goal), _partial(goal) as partial, rarely_collecting():
        built = _Build(files, goal, workers, most_diagnostics, progress).fill(partial)
        _settle(partial)
        partial.replace(goal)
    return built


def _check_target(source: Path, target: Path) -> None:
    if not target.exists():
        return
    if target.samefile(source):
        raise SnapshotError(f"{target}: the index would overwrite the dump; name another file")
    if target.is_dir() or not _is_index(target):
        raise SnapshotError(
            f"{target}: this is not an index of dumps and is not overwritten; "
            "name another file, or remove it first"
        )


def _is_index(path: Path) -> bool:
    # The header of an SQLite file: its name, and at byte 68 the application's id.
    with path.open("rb") as file:
        head = file.read(72)
    return head[:16] == b"SQLite format 3\0" and head[68:] == APPLICATION_ID.to_bytes(4)


@contextlib.contextmanager
def _claimed(target: Path) -> Iterator[None]:
    """Lock the target against other builds; the system releases the lock when the process ends."""
    lock = FileLock(target.with_name(f"{target.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SnapshotError(f"{target}: another process is building this index now") from None
    try:
        yield
    finally:
        # The file is removed while locked; the next process makes a new one.
        with contextlib.suppress(OSError):
            Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()


@contextlib.contextmanager
def _partial(target: Path) -> Iterator[Path]:
    """Return the path to build at, after removing what a killed build left there."""
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        yield partial
    finally:
        partial.unlink(missing_ok=True)


def _settle(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


class _Build:
    """One build: files read in a row, and what is found on the way."""

    def __init__(
        self,
        files: Sequence[Path],
        target: Path,
        workers: int,
        most: int,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self.files = files
        self.target = target
        self.workers = workers
        self.progress = progress
        self.most = most
        self.bad = 0
        self.newest = ""
        self.first: list[Diagnostic] = []
        self.notices = 0

    def fill(self, partial: Path) -> Built:
        """Write the index at a path that is free."""
        try:
            with contextlib.closing(sqlite3.connect(partial, isolation_level=None)) as db:
                db.executescript(CREATE)
                db.execute("BEGIN")
                with contextlib.closing(Writer(db)) as writer, Workers(self.workers) as pool:
                    self._write(writer, pool)
                    works = writer.finish(pool)
                about = {"works": works, "notices": self.notices, "newest": self.newest}
                db.executemany(INSERT_ABOUT, about.items())
                for statement in FINISH:
                    db.execute(statement)
        except sqlite3.Error as fault:
            raise SnapshotError(
                f"{partial}: the index cannot be written ({fault}); {self.target} did not change"
            ) from fault
        return Built(self.target, works, self.notices, self.bad, self.newest, tuple(self.first))

    def _write(self, writer: Writer, pool: Workers) -> None:
        sizes = (file.stat().st_size for file in self.files)
        *done, size = itertools.accumulate(sizes, initial=0)
        ended = before = 0
        for at, block, parsed in pool.parse_files(self.files):
            while ended < at:
                before = self._end(self.files[ended], writer, before)
                ended += 1
            writer.add(parsed)
            self._note(self.files[at], parsed)
            if self.progress:
                self.progress(done[at] + block.position, size)
        for file in self.files[ended:]:
            before = self._end(file, writer, before)

    def _end(self, file: Path, writer: Writer, before: int) -> int:
        """Return how many works and notices there are when a file ended, more than before it."""
        found = writer.works + self.notices
        if found == before:
            raise UnreadableInput(self._nothing(file))
        return found

    def _note(self, file: Path, parsed: Parsed) -> None:
        self.newest = max(self.newest, parsed.newest)
        self.notices += len(parsed.notices)
        self.bad += len(parsed.faults)
        for line, fault in parsed.faults[: max(0, self.most - len(self.first))]:
            place = Location(str(file), line)
            self.first.append(Diagnostic(fault, place, severity=Severity.ERROR))

    def _nothing(self, file: Path) -> str:
        """Say that a file holds no record."""
        first = next((d for d in self.first if d.location.path == str(file)), None)
        why = f" (line {first.location.line}: {first.message})" if first else ""
        return f"{file}: it has no record of a dump that refcore knows{why}; nothing was built"
