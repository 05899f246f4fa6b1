"""Faults of the system in every call that writing a file makes: nothing is lost or left.

    python benchmarks/faults/system_calls.py

For each call (open, fsync, rename …), each error (no space, no permission …) and each time
the call is made, one write is tried in which just this call fails; and writes are tried
with every limit on the length of a file. Then the file holds the old content or the new,
whole; an error is an `OSError` that names the file; and nothing is left beside it, unless
removing is what fails. Needs POSIX.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from refcore import Library, Reference, dump
from refcore.errors import RefcoreError
from refcore.files import update_whole, write_whole

CALLS = (
    "open fdopen fsync fchmod fchown fstat stat lstat replace rename unlink scandir listxattr "
    "getxattr setxattr readlink mkdir close"
).split()
ERRORS = tuple(
    getattr(errno, name)
    for name in "ENOSPC EIO EACCES EPERM EROFS EDQUOT EINTR EMFILE ENOTSUP EBUSY ESTALE".split()
)
OLD, NEW = b"old\n" * 1_000, b"new content\n" * 2_000
MOST_CALLS = 12


def _library(path: Path) -> None:
    dump(Library([Reference(f"k{number}", title="T") for number in range(300)]), path, "bibtex")


WRITERS: dict[str, Callable[[Path], object]] = {
    "write_whole": lambda path: write_whole(path, NEW),
    "update_whole": lambda path: update_whole(path, lambda _: NEW),
    "dump": _library,
}


@contextmanager
def failing(call: str, number: int, error: int) -> Iterator[list[int]]:
    """Let the call of that number fail; the list yielded holds how often it was made."""
    real, made = getattr(os, call), [0]

    def stand_in(*given: object, **named: object) -> object:
        made[0] += 1
        if made[0] == number:
            named_too = given[:1] if given and not isinstance(given[0], int) else ()
            raise OSError(error, os.strerror(error), *map(str, named_too))
        return real(*given, **named)

    setattr(os, call, stand_in)
    try:
        yield made
    finally:
        setattr(os, call, real)


@contextmanager
def shortest(length: int) -> Iterator[None]:
    """Let no file of this process grow beyond a length."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def one_try(write: Callable[[Path], object], path: Path, new: bytes) -> str:
    """Write once; return what is wrong then, or nothing."""
    said = ""
    try:
        write(path)
    except OSError as error:
        if str(path.name) not in str(error) and not isinstance(error, RefcoreError):
            said = f"the error does not name the file: {error!r}"
    except Exception as error:
        said = f"an error that is no OSError: {error!r}"
    return said if path.read_bytes() in (OLD, new) else "the file is not whole"


def faults(errors: tuple[int, ...] = ERRORS) -> Iterator[tuple[str, str]]:
    """Yield each try and what is wrong after it, or nothing."""
    with tempfile.TemporaryDirectory() as name:
        for writer, write in WRITERS.items():
            path = Path(name) / writer / "refs.bib"
            path.parent.mkdir()
            write(path)
            new = path.read_bytes()
            for call in CALLS:
                yield from _with_call(writer, call, path, new, errors)
            for length in (0, 1, 100, 4_000, 16_000):
                path.write_bytes(OLD)
                with shortest(length):
                    said = one_try(write, path, new)
                yield f"{writer}: files of at most {length}", said or _left(path)


def _with_call(
    writer: str, call: str, path: Path, new: bytes, errors: tuple[int, ...]
) -> Iterator[tuple[str, str]]:
    for error in errors:
        for number in range(1, MOST_CALLS):
            path.write_bytes(OLD)
            with failing(call, number, error) as made:
                said = one_try(WRITERS[writer], path, new)
            if made[0] < number:
                break
            left = "" if call in ("unlink", "close") else _left(path)
            yield f"{writer}: {call} no. {number}: {errno.errorcode[error]}", said or left
            for other in path.parent.iterdir():
                if other != path:
                    other.unlink()


def _left(path: Path) -> str:
    left = [found.name for found in path.parent.iterdir() if found != path]
    return f"left beside the file: {left}" if left else ""


def main() -> None:
    """Print how many faults were put in, and each that did harm."""
    tries = list(faults())
    harm = [(name, said) for name, said in tries if said]
    for name, said in harm:
        print(f"{name}: {said}")
    print(f"{len(tries) - len(harm)} of {len(tries)} faults of the system did no harm")
    sys.exit(bool(harm))


if __name__ == "__main__":
    main()
