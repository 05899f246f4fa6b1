"""Writers that are killed at any moment: the file is whole, private, and swept.

    python benchmarks/faults/killed_writers.py [TRIES]

Each try starts a process that writes one file over and over, by one of the writers of
refcore, and kills it. Then the file holds one of the contents, whole; its mode is as it
was; what the writer left beside it can be read by its owner alone; and one more write
removes that. Prints how many tries ended so; 2,000 by default. Needs POSIX.
"""

from __future__ import annotations

import os
import random
import signal
import stat
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from refcore import Library, Lock, Reference, dump
from refcore.arxiv import write_lock
from refcore.files import update_whole, write_whole

CONTENTS = (b"one\n" * 3_000, b"two, which is longer\n" * 5_000)
MODE = 0o640


def _whole(path: Path, number: int) -> None:
    write_whole(path, CONTENTS[number % 2])


def _update(path: Path, number: int) -> None:
    update_whole(path, lambda _: CONTENTS[number % 2])


def _library(path: Path, number: int) -> None:
    names = range(200 if number % 2 else 400)
    dump(Library([Reference(f"k{name}", title="T") for name in names]), path, "bibtex")


def _lock(path: Path, number: int) -> None:
    write_lock(path, Lock())
    write_whole(path, CONTENTS[number % 2])


WRITERS: tuple[Callable[[Path, int], None], ...] = (_whole, _update, _library, _lock)


def _write_for_ever(write: Callable[[Path, int], None], path: Path) -> None:
    number = 0
    while True:
        write(path, number)
        number += 1


def contents(write: Callable[[Path, int], None], folder: Path) -> set[bytes]:
    """Return what a writer writes, each content whole."""
    path, found = folder / "sample", set()
    for number in range(2):
        write(path, number)
        found.add(path.read_bytes())
    if write is _lock:
        write_lock(path, Lock())
        found.add(path.read_bytes())
    path.unlink()
    return found


def one_try(write: Callable[[Path, int], None], path: Path, whole: set[bytes]) -> str:
    """Kill a writer at any moment; return what is wrong then, or nothing."""
    write(path, 0)
    path.chmod(MODE)
    child = os.fork()
    if child == 0:
        try:
            _write_for_ever(write, path)
        finally:
            os._exit(1)
    time.sleep(random.uniform(0, 0.01))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if path.read_bytes() not in whole:
        return "the file is not whole"
    if stat.S_IMODE(path.stat().st_mode) != MODE:
        return "the file has another mode"
    left = [found for found in path.parent.iterdir() if found != path]
    # Its mode is set when it is complete, and is then that of the file.
    if any(stat.S_IMODE(found.stat().st_mode) not in (0o600, MODE) for found in left):
        return "what is left can be read by others"
    write(path, 1)
    if [found for found in path.parent.iterdir() if found != path]:
        return "what is left is not swept"
    return ""


def run(tries: int) -> Counter[str]:
    """Return how often each fault was met; the key of no fault is the empty text."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        whole = {}
        for write in WRITERS:
            folder = Path(name) / write.__name__
            folder.mkdir()
            whole[write] = contents(write, folder)
        for number in range(tries):
            write = WRITERS[number % len(WRITERS)]
            path = Path(name) / write.__name__ / "file"
            found[one_try(write, path, whole[write])] += 1
    return found


def main() -> None:
    """Print how many tries ended with the file whole, and what else was met."""
    tries = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    found = run(tries)
    print(f"{found.pop('', 0)} of {tries} killed writers left the file whole, private and swept")
    for fault, count in found.items():
        print(f"  {count}: {fault}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
