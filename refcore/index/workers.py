"""Blocks parsed on other cores, their results in the order of the file.

Each worker is a Python process that reads blocks from its standard input and
ends with it: one whose parent was killed does not stay after.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from typing import IO, Self

from refcore.errors import SnapshotError
from refcore.index.blocks import Block
from refcore.index.parse import Parsed, parse_block
from refcore.index.row import Notice

__all__ = ["Workers", "work"]

_HEAD = struct.Struct("<8sqq")  # the form, the number of the first line, the length of the rest
_LENGTH = struct.Struct("<q")
# Blocks that a worker has at once, so that it need not wait for the next one: results are taken
# in the order of the file, and one block takes several times as long as another.
_AHEAD = 4
_ENDED = "a process that parses a dump ended early; the index did not change"
_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; from refcore.index.workers import work; "
    "work(sys.stdin.buffer, sys.stdout.buffer)"
)


class Workers:
    """So many processes that parse blocks; with none, this one does it."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._open = contextlib.ExitStack()
        self._idle: deque[_Worker] = deque()

    def __enter__(self) -> Self:
        started = [self._open.enter_context(_Worker()) for _ in range(self._count)]
        self._idle.extend(started * _AHEAD)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def parse_all(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Parsed]]:
        """Parse blocks; the results come in the order of the blocks."""
        if not self._count:
            for block in blocks:
                yield block, parse_block(block.form, block.first, block.content)
            return
        busy: deque[tuple[_Worker, Block]] = deque()
        for block in blocks:
            if not self._idle:
                yield _collect(busy, self._idle)
            worker = self._idle.popleft()
            worker.send(block)
            busy.append((worker, block))
        while busy:
            yield _collect(busy, self._idle)


class _Worker:
    def __init__(self) -> None:
        command = [sys.executable, "-c", _PROGRAM, *sys.path]
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdin is not None  # noqa: S101 - both are pipes
        assert self._process.stdout is not None  # noqa: S101
        self._to, self._from = self._process.stdin, self._process.stdout
        self._tasks: SimpleQueue[Block | None] = SimpleQueue()
        self._results: SimpleQueue[bytes] = SimpleQueue()
        # A block is longer than a pipe holds, and a worker that parses does not read: so that the
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
            while (block := self._tasks.get()) is not None:
                self._to.write(_HEAD.pack(block.form.encode(), block.first, len(block.content)))
                self._to.write(block.content)
                self._to.flush()

    def send(self, block: Block) -> None:
        self._tasks.put(block)

    def receive(self) -> Parsed:
        try:
            rows, notices, *rest = marshal.loads(self._results.get())  # noqa: S302 - our own process
        except (EOFError, ValueError, TypeError) as fault:
            raise SnapshotError(_ENDED) from fault
        return Parsed(rows, [Notice(*notice) for notice in notices], *rest)

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


def _collect(busy: deque[tuple[_Worker, Block]], idle: deque[_Worker]) -> tuple[Block, Parsed]:
    worker, block = busy.popleft()
    parsed = worker.receive()
    idle.append(worker)
    return block, parsed


def work(source: IO[bytes], target: IO[bytes]) -> None:
    """Parse blocks until the queue ends; a worker process runs this."""
    import gc
    import signal

    # Records hold no circles, and looking for them would take a tenth of the time.
    gc.disable()
    # At Ctrl-C the parent ends the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while len(head := source.read(_HEAD.size)) == _HEAD.size:
        form, first, length = _HEAD.unpack(head)
        parsed = parse_block(form.rstrip(b"\0").decode(), first, source.read(length))
        notices = [tuple(notice) for notice in parsed.notices]
        try:
            content = marshal.dumps((parsed.rows, notices, *parsed[2:]))
            target.write(_LENGTH.pack(len(content)))
            target.write(content)
            target.flush()
        except BrokenPipeError:
            os._exit(1)  # the parent is gone; an ordinary end would complain of the pipe again
