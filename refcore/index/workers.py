"""Blocks parsed, and signatures sorted, on other cores; the results come in order.

Each worker is a Python process that reads tasks from its standard input and
ends with it: one whose parent was killed does not stay after.
"""

from __future__ import annotations

import contextlib
import itertools
import marshal
import os
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, NamedTuple, Self

from refcore.errors import SnapshotError
from refcore.index.blocks import Block, read_blocks
from refcore.index.parse import Parsed, parse_block
from refcore.index.parts import buckets
from refcore.index.row import Notice

__all__ = ["Workers", "work"]

_HEAD = struct.Struct("<8sqqq")  # what to do, a number, the lengths of the content and the rest
_LENGTH = struct.Struct("<q")
# Tasks that a worker has at once, so that it need not wait for the next one. Results are taken in
# the order of the tasks, and one takes several times as long as another.
_AHEAD = 4
_PIPE = 1 << 20  # bytes that a pipe holds, where the system lets us choose: a block fits
_SORT = "sort"  # the task of `buckets`; any other is the form of a block
_ENDED = "a process that parses a dump ended early; the index did not change"
_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; from refcore.index.workers import work; "
    "work(sys.stdin.buffer, sys.stdout.buffer)"
)


class _Task(NamedTuple):
    what: str
    number: int
    content: bytes
    rest: bytes = b""


class Workers:
    """So many processes that parse blocks and sort signatures, beside this one.

    This one writes what they found, and does tasks itself where it would wait for them.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._open = contextlib.ExitStack()
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        self._workers = [self._open.enter_context(_Worker()) for _ in range(self._count)]
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def parse_all(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Parsed]]:
        """Parse blocks; the results come in the order of the blocks."""
        if not self._count:
            for block in blocks:
                yield block, parse_block(block.form, block.first, block.content)
            return
        sent: deque[Block] = deque()
        for found in self._done(_each(blocks, sent), _AHEAD * self._count):
            rows, notices, *rest = found
            yield sent.popleft(), Parsed(rows, [Notice(*notice) for notice in notices], *rest)

    def parse_files(self, files: Sequence[Path]) -> Iterator[tuple[int, Block, Parsed]]:
        """Parse the blocks of files in their order; each comes with the number of its file.

        The next file is begun while the last blocks of one are parsed: many are one block.
        """
        places: deque[int] = deque()
        for block, parsed in self.parse_all(_blocks_of(files, places)):
            yield places.popleft(), block, parsed

    def sort_all(
        self, parts: Iterable[bytes], gone: bytes, bits: int, ahead: int
    ) -> Iterator[list[tuple[int, bytes]]]:
        """Return the buckets of each part of the signatures, as `buckets` does.

        The workers begin at once, with `ahead` parts at most.
        """
        if not self._count:
            return (buckets(part, gone, bits) for part in parts)
        tasks = (_Task(_SORT, bits, part, gone) for part in parts)
        return self._done(tasks, max(ahead, _AHEAD * self._count))

    def _done(self, tasks: Iterable[_Task], ahead: int) -> Iterator[Any]:
        """Send the first tasks, and return what yields the results of all, in their order."""
        left, turns = iter(tasks), itertools.cycle(self._workers)
        waiting: deque[_Worker | _Made] = deque()
        for task in itertools.islice(left, ahead):
            waiting.append(next(turns).sent(task))
        return self._results(left, waiting, 2 * ahead)

    def _results(
        self, left: Iterator[_Task], waiting: deque[_Worker | _Made], most: int
    ) -> Iterator[Any]:
        """Yield the results; while the next one is not there, this process does tasks, too.

        At most so many tasks are under way or done.
        """
        while waiting:
            first = waiting[0]
            is_late = not first.is_ready and len(waiting) < most
            if is_late and (task := next(left, None)) is not None:
                waiting.append(_Made(_result(task)))
                continue
            result = waiting.popleft().receive()
            if isinstance(first, _Worker) and (task := next(left, None)) is not None:
                waiting.append(first.sent(task))
            yield result


def _blocks_of(files: Sequence[Path], places: deque[int]) -> Iterator[Block]:
    """Yield the blocks of files, and keep of each the number of its file."""
    for at, file in enumerate(files):
        for block in read_blocks(file):
            places.append(at)
            yield block


def _each(blocks: Iterable[Block], sent: deque[Block]) -> Iterator[_Task]:
    """Yield the task of each block, and keep the block, without its content, until it is done."""
    for block in blocks:
        sent.append(block._replace(content=b""))
        yield _Task(block.form, block.first, block.content)


class _Made(NamedTuple):
    """The result of a task that this process did itself."""

    result: Any
    is_ready: bool = True

    def receive(self) -> Any:
        return self.result


class _Worker:
    def __init__(self) -> None:
        command = [sys.executable, "-c", _PROGRAM, *sys.path]
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pipesize=_PIPE
        )
        assert self._process.stdin is not None  # noqa: S101 - both are pipes
        assert self._process.stdout is not None  # noqa: S101
        self._to, self._from = self._process.stdin, self._process.stdout
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._results: SimpleQueue[bytes] = SimpleQueue()
        # A block is longer than a pipe holds; a worker does not read while it parses. So that the
        # caller never waits for it, blocks go out and results come in on threads.
        self._threads = [
            threading.Thread(target=work, daemon=True) for work in (self._give, self._take)
        ]
        for thread in self._threads:
            thread.start()

    def _take(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # the pipe is closed
            while len(head := self._from.read(_LENGTH.size)) == _LENGTH.size:
                self._results.put(self._from.read(_LENGTH.unpack(head)[0]))
        self._results.put(b"")

    def _give(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # the worker ended: `receive` says so
            while (task := self._tasks.get()) is not None:
                what, sizes = task.what.encode(), (len(task.content), len(task.rest))
                self._to.write(_HEAD.pack(what, task.number, *sizes))
                self._to.write(task.content)
                self._to.write(task.rest)
                self._to.flush()

    def sent(self, task: _Task) -> _Worker:
        """Send a task, and return the worker, which gives the results in the order of its tasks."""
        self._tasks.put(task)
        return self

    @property
    def is_ready(self) -> bool:
        return not self._results.empty()

    def receive(self) -> Any:
        try:
            return marshal.loads(self._results.get())  # noqa: S302 - our own process
        except (EOFError, ValueError, TypeError) as fault:
            raise SnapshotError(_ENDED) from fault

    def __enter__(self) -> _Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._tasks.put(None)
        for thread in self._threads:
            thread.join()
        with contextlib.suppress(OSError):
            self._to.close()
        self._from.close()


def work(source: IO[bytes], target: IO[bytes]) -> None:
    """Do tasks until the queue ends; a worker process runs this."""
    import gc
    import signal

    # Records have no reference cycles, and the search for cycles would take a tenth of the time.
    gc.disable()
    # At Ctrl-C the parent ends the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while len(head := source.read(_HEAD.size)) == _HEAD.size:
        what, number, length, more = _HEAD.unpack(head)
        name = what.rstrip(b"\0").decode()
        task = _Task(name, number, source.read(length), source.read(more))
        content = marshal.dumps(_result(task))
        try:
            target.write(_LENGTH.pack(len(content)))
            target.write(content)
            target.flush()
        except BrokenPipeError:
            os._exit(1)  # the parent is gone; a normal exit would fail on the pipe again


def _result(task: _Task) -> Any:
    if task.what == _SORT:
        return buckets(task.content, task.rest, task.number)
    parsed = parse_block(task.what, task.number, task.content)
    notices = [tuple(notice) for notice in parsed.notices]
    return (parsed.rows, notices, *parsed[2:])
