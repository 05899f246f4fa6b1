"""Blocks parsed on other cores, their results in the order of the file.

Each worker is a Python process that reads blocks from its standard input and
ends with it: one whose parent was killed does not stay behind.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from typing import IO

from refcore.errors import SnapshotError
from refcore.snapshot.lines import Block
from refcore.snapshot.parse import Parsed, parse_block

__all__ = ["parse_all", "work"]

_HEAD = struct.Struct("<qq")  # the number of the first line, the length of what follows
_ENDED = "a process that parses the snapshot ended early; the index is as it was"
_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; from refcore.snapshot.workers import work; "
    "work(sys.stdin.buffer, sys.stdout.buffer)"
)


def parse_all(blocks: Iterable[Block], workers: int) -> Iterator[tuple[Block, Parsed]]:
    """Parse blocks with so many worker processes, or in this one where `workers` is 0."""
    if workers < 1:
        for block in blocks:
            yield block, parse_block(block.first, block.content)
        return
    with contextlib.ExitStack() as stack:
        idle = deque(stack.enter_context(_Worker()) for _ in range(workers))
        busy: deque[tuple[_Worker, Block]] = deque()
        for block in blocks:
            # A worker is given a block only when its last result was read: no pipe fills up.
            if not idle:
                yield _collect(busy, idle)
            worker = idle.popleft()
            worker.send(block)
            busy.append((worker, block))
        while busy:
            yield _collect(busy, idle)


class _Worker:
    def __init__(self) -> None:
        command = [sys.executable, "-c", _PROGRAM, *sys.path]
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdin is not None  # noqa: S101 - both are pipes
        assert self._process.stdout is not None  # noqa: S101
        self._to, self._from = self._process.stdin, self._process.stdout

    def send(self, block: Block) -> None:
        try:
            self._to.write(_HEAD.pack(block.first, len(block.content)))
            self._to.write(block.content)
            self._to.flush()
        except OSError as fault:
            raise SnapshotError(_ENDED) from fault

    def receive(self) -> Parsed:
        try:
            parsed: Parsed = marshal.load(self._from)  # noqa: S302 - from our own process
        except (EOFError, ValueError, TypeError) as fault:
            raise SnapshotError(_ENDED) from fault
        return parsed

    def __enter__(self) -> _Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            self._to.close()
        self._from.close()


def _collect(busy: deque[tuple[_Worker, Block]], idle: deque[_Worker]) -> tuple[Block, Parsed]:
    worker, block = busy.popleft()
    parsed = worker.receive()
    idle.append(worker)
    return block, parsed


def work(source: IO[bytes], target: IO[bytes]) -> None:
    """Parse the blocks that come in, until there are no more: what a worker process does."""
    import signal

    # At Ctrl-C the parent ends the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while len(head := source.read(_HEAD.size)) == _HEAD.size:
        first, length = _HEAD.unpack(head)
        parsed = parse_block(first, source.read(length))
        try:
            target.write(marshal.dumps(parsed))
            target.flush()
        except BrokenPipeError:
            os._exit(1)  # the parent is gone; an ordinary end would complain of the pipe again
