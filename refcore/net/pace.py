"""The pace of requests: one at a time, and one every three seconds, across processes."""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from filelock import FileLock

from refcore.files import require_plain

__all__ = ["INTERVAL", "Clock", "Pace", "SystemClock", "Turn", "wait_before"]

# Source: arXiv API Terms of Use, "Rate limits".
INTERVAL = 3.0
# Clocks of processes and servers differ in speed by less than this.
_MARGIN = 0.01


class Clock(Protocol):
    """The time of day in seconds, the same for all processes, and a way to wait."""

    def now(self) -> float:
        """Return the seconds since the epoch."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> float:
        """Return the seconds since the epoch."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


def wait_before(last: float | None, now: float, interval: float) -> float:
    """Return the seconds to wait if the last request ended at `last`.

    A clock that was set back never makes the wait longer than the interval.

    >>> wait_before(100.0, 101.0, 3.0), wait_before(None, 101.0, 3.0), wait_before(999.0, 1.0, 3.0)
    (2.0, 0.0, 3.0)
    """
    if last is None:
        return 0.0
    return min(interval, max(0.0, last + interval - now))


class Turn:
    """The right to make one request; `end` records when the request was over."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.ended: float | None = None

    def end(self) -> None:
        """Record that the request is over; a longer stay in the turn makes others wait."""
        self.ended = self._clock.now()


class Pace:
    """Turns to make a request, at least `interval` seconds apart.

    The gap runs from the end of one request to the start of the next, so a server
    never sees two within the interval. All processes share the file `path`. Without
    `path`, or if the file cannot be written, only the threads that use this object
    keep the pace.
    """

    def __init__(self, path: Path | None = None, interval: float = INTERVAL) -> None:
        self.path = path
        self.interval = interval
        self._guard = threading.Lock()
        self._last: float | None = None

    @contextlib.contextmanager
    def turn(self, clock: Clock) -> Iterator[Turn]:
        """Wait for the turn to make one request, and keep it."""
        with self._guard, self._shared():
            wait = wait_before(self._read(clock), clock.now(), self.interval)
            if wait:
                clock.sleep(wait + _MARGIN)
            # The start is recorded too: a process killed during the request has still made it.
            self._write(clock.now())
            turn = Turn(clock)
            try:
                yield turn
            finally:
                self._write(clock.now() if turn.ended is None else turn.ended)

    @contextlib.contextmanager
    def _shared(self) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            if self.path is not None:
                try:
                    self.path.parent.mkdir(parents=True, exist_ok=True)
                    beside = self.path.with_name(self.path.name + ".lock")
                    require_plain(self.path, beside)
                    stack.enter_context(FileLock(beside))
                except (OSError, ValueError, NotImplementedError):
                    # The file system has no locks or is read-only, or a link or a pipe has the
                    # file's name: this process keeps the pace by itself.
                    self.path = None
            yield

    def _read(self, clock: Clock) -> float | None:
        shared: float | None = None
        if self.path is not None:
            try:
                shared = float(self.path.read_text("ascii"))
                shared = shared if math.isfinite(shared) else clock.now()
            except FileNotFoundError:
                shared = None
            except (OSError, ValueError):
                shared = clock.now()  # damaged while it was written: count from now
        known = [moment for moment in (shared, self._last) if moment is not None]
        return max(known, default=None)

    def _write(self, moment: float) -> None:
        self._last = moment
        if self.path is not None:
            with contextlib.suppress(OSError):
                self.path.write_text(repr(moment), "ascii")
