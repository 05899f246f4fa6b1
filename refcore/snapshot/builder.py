"""Building an index from arXiv's metadata snapshot."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
from filelock import FileLock, Timeout

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import SnapshotError, UnreadableInput
from refcore.snapshot.lines import read_blocks
from refcore.snapshot.parse import Parsed
from refcore.snapshot.schema import APPLICATION_ID, CREATE, FINISH, INSERT_ABOUT
from refcore.snapshot.workers import parse_all
from refcore.snapshot.writer import Writer

__all__ = ["Built", "build"]

# Below this size the start of worker processes costs more than it saves.
_LARGE = 64 << 20
_MOST_WORKERS = 4  # one process writes about so fast as four parse


@attrs.frozen
class Built:
    """What came of a build: the index, its papers, and the lines that gave none.

    `newest` is the last day of a change in the snapshot, `bad_lines` how many
    lines were passed over, `diagnostics` names the first of them.
    """

    path: Path
    papers: int
    bad_lines: int
    newest: str
    diagnostics: tuple[Diagnostic, ...] = ()


def build(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str] | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
    workers: int | None = None,
    most_diagnostics: int = 20,
) -> Built:
    """Build an index from the snapshot's file, JSON lines, plain or gzip.

    The index is built beside `target` (by default `source` with the suffix
    ``.sqlite``) and put in its place when it is whole: a build that fails or
    is killed leaves what was there. Lines that give no record are passed over
    and named in the result. `workers` is the number of processes that parse,
    0 for none beside this one; by default one a core, four at most, for a large
    file. `progress` is called with the bytes read and all bytes.

    Raises `UnreadableInput` for a file without any record and for damaged
    gzip data, `SnapshotError` where the target is no index, is being built by
    another process, or cannot be written, `OSError` where the source cannot be read.
    """
    origin = Path(source)
    goal = origin.with_suffix(".sqlite") if target is None else Path(target)
    size = origin.stat().st_size
    if workers is None:
        cores = os.cpu_count() or 1
        workers = min(cores, _MOST_WORKERS) if size >= _LARGE and cores > 1 else 0
    _check_target(origin, goal)
    goal.parent.mkdir(parents=True, exist_ok=True)
    with _claimed(goal), _partial(goal) as partial:
        built = _fill(origin, partial, goal, workers, most_diagnostics, progress)
        _settle(partial)
        partial.replace(goal)
    return built


def _check_target(source: Path, target: Path) -> None:
    if not target.exists():
        return
    if target.samefile(source):
        raise SnapshotError(f"{target}: the index cannot take the place of the snapshot itself")
    if target.is_dir() or not _is_index(target):
        raise SnapshotError(
            f"{target}: this is no index of a snapshot and is left alone; "
            "name another file, or remove it first"
        )


def _is_index(path: Path) -> bool:
    # The header of an SQLite file: its name, and at byte 68 the application's id.
    with path.open("rb") as file:
        head = file.read(72)
    return head[:16] == b"SQLite format 3\0" and head[68:] == APPLICATION_ID.to_bytes(4)


@contextlib.contextmanager
def _claimed(target: Path) -> Iterator[None]:
    """Hold the target against other builds; the system lets go of it when a process dies."""
    lock = FileLock(target.with_name(f"{target.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SnapshotError(f"{target}: another process is building this index now") from None
    try:
        yield
    finally:
        # Removed while it is held; who comes now makes a new one.
        with contextlib.suppress(OSError):
            Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()


@contextlib.contextmanager
def _partial(target: Path) -> Iterator[Path]:
    """Give the path to build at, free of what a killed build left; nothing stays there."""
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        yield partial
    finally:
        partial.unlink(missing_ok=True)


def _settle(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _fill(
    source: Path,
    partial: Path,
    target: Path,
    workers: int,
    most_diagnostics: int,
    progress: Callable[[int, int], None] | None,
) -> Built:
    size = source.stat().st_size
    found = _Findings(source, most_diagnostics)
    try:
        with contextlib.closing(sqlite3.connect(partial, isolation_level=None)) as db:
            db.executescript(CREATE)
            db.execute("BEGIN")
            writer = Writer(db)
            for block, parsed in parse_all(read_blocks(source), workers):
                writer.add(parsed[0])
                found.add(parsed)
                if progress:
                    progress(block.position, size)
            papers = writer.papers
            if not papers:
                raise UnreadableInput(found.nothing())
            about = {"papers": papers, "newest": found.newest}
            db.executemany(INSERT_ABOUT, about.items())
            for statement in FINISH:
                db.execute(statement)
    except sqlite3.Error as fault:
        raise SnapshotError(
            f"{partial}: the index cannot be written ({fault}); {target} is as it was"
        ) from fault
    return Built(target, papers, found.count, found.newest, tuple(found.first))


class _Findings:
    """What is found on the way through a file: lines at fault, and the newest day."""

    def __init__(self, source: Path, most: int) -> None:
        self.source = source
        self.most = most
        self.count = 0
        self.newest = ""
        self.first: list[Diagnostic] = []

    def add(self, parsed: Parsed) -> None:
        _, faults, newest = parsed
        self.newest = max(self.newest, newest)
        self.count += len(faults)
        for line, fault in faults[: max(0, self.most - len(self.first))]:
            place = Location(str(self.source), line)
            self.first.append(Diagnostic(fault, place, severity=Severity.ERROR))

    def nothing(self) -> str:
        """Say that the file holds no record."""
        why = ""
        if self.first:
            why = f" (line {self.first[0].location.line}: {self.first[0].message})"
        return (
            f"{self.source}: no line is a record of arXiv's metadata snapshot{why}; "
            "nothing was built"
        )
