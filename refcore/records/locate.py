"""Lock files that belong to some files, and one lock of several."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from refcore.errors import InvalidPath, LockError
from refcore.files.paths import PathLike, resolved
from refcore.model.identifiers import Identifier
from refcore.records.lock import LOCK_NAME, OLD_LOCK_NAME, Lock, read_lock
from refcore.records.record import Record

__all__ = ["find_locks", "merged", "open_lock"]

NAMES = (LOCK_NAME, OLD_LOCK_NAME)


def find_locks(near: Iterable[PathLike] = (), cwd: PathLike | None = None) -> list[Path]:
    """Find the lock files that belong to some files.

    These lie beside the files; if there is none, take the first one in ``references/`` or
    in `cwd`. In each folder ``refcore.lock.json`` comes before ``arxiv.lock.json``.

    Args:
        near: The files that the lock files belong to.
        cwd: The folder to look in last. Default: the current one.

    Returns:
        The paths of the lock files, those beside the files first.

    >>> _ = Path("refcore.lock.json").write_text('{"format": 2, "records": []}')
    >>> [path.name for path in find_locks(["refs.bib"])]
    ['refcore.lock.json']
    """
    folders = dict.fromkeys(_folder_of(path) for path in near)
    beside = [found for folder in folders if (found := _lock_in(folder))]
    here = Path.cwd() if cwd is None else Path(cwd)
    usual = (_lock_in(here / "references"), _lock_in(here))
    return beside or [found for found in usual if found][:1]


def _folder_of(path: PathLike) -> Path:
    try:
        return resolved(Path(path)).parent
    except InvalidPath:  # reading the file later reports the fault
        return Path(path).absolute().parent


def _lock_in(folder: Path) -> Path | None:
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def merged(locks: Iterable[Lock]) -> Lock:
    """Return one lock with the records of several; of two of one version the first counts."""
    records: dict[tuple[Identifier, str], Record] = {}
    for lock in locks:
        for record in lock:
            records.setdefault((record.id, record.source), record)
    return Lock(records.values())


def open_lock(path: PathLike | None) -> Lock:
    """Read a lock file, an empty one for None; raises `LockError`, also if it is missing."""
    if path is None:
        return Lock()
    try:
        return read_lock(path)
    except OSError as fault:
        raise LockError(f"{path}: cannot be read: {fault.strerror or fault}") from fault
