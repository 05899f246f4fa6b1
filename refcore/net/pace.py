"""The pace of requests, across processes: one at a time, so many seconds apart, none when held."""

from __future__ import annotations

import contextlib
import math
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from refcore.files import require_plain
from refcore.net.clock import Clock, SystemClock

__all__ = ["INTERVAL", "Clock", "Held", "Pace", "SystemClock", "TurnKept", "wait_before"]

# Source: arXiv API Terms of Use, "Rate limits".
INTERVAL = 3.0
# Clocks of processes and servers differ in speed by less than this.
_MARGIN = 0.01
# Seconds: no service can make refcore wait longer, whatever it says.
_LONGEST_HOLD = 3600.0


def wait_before(last: float | None, now: float, interval: float) -> float:
    """Return the seconds to wait if the last request ended at `last`.

    A clock that was set back never makes the wait longer than the interval.

    >>> wait_before(100.0, 101.0, 3.0), wait_before(None, 101.0, 3.0), wait_before(999.0, 1.0, 3.0)
    (2.0, 0.0, 3.0)
    """
    if last is None:
        return 0.0
    return min(interval, max(0.0, last + interval - now))


class TurnKept(Exception):
    """Another process keeps the turn and does not go on: which one, and what to do."""


class Held(Exception):
    """The service has asked all processes to wait: for so many `seconds` more."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the service asked for a pause, which lasts {seconds:.0f} s more")
        self.seconds = seconds


class Pace:
    """Turns to make a request, at least `interval` seconds apart.

    The gap runs from the end of one request to the start of the next, so a server
    never sees two within the interval. All processes share the file `path`. Without
    `path`, or if the file cannot be written, only the threads that use this object
    keep the pace.

    Every `look` seconds it looks at the process that has the turn. It raises `TurnKept` if
    that process is stopped, or does not end within `patience` seconds.

    >>> Pace(interval=1.0).interval
    1.0
    """

    def __init__(
        self,
        path: Path | None = None,
        interval: float = INTERVAL,
        look: float = 3.0,
        patience: float = 120.0,
    ) -> None:
        self.path = path
        self.interval = interval
        self._look = look
        self._patience = patience
        self._guard = threading.Lock()
        self._last: float | None = None
        self._until = 0.0

    def hold(self, seconds: float, clock: Clock) -> None:
        """Let no process make a request for so many seconds, at most an hour."""
        until = clock.now() + min(seconds, _LONGEST_HOLD)
        self._until = max(self._until, until)
        if self.path is not None and _ahead(_moment(_beside(self.path, "until")), clock) < seconds:
            with contextlib.suppress(OSError, ValueError):
                require_plain(_beside(self.path, "until"))
                _beside(self.path, "until").write_text(repr(until), "ascii")

    def _must_be_free(self, clock: Clock) -> None:
        if left := self._held(clock):
            raise Held(left)

    def _held(self, clock: Clock) -> float:
        """Return for how many more seconds the service must not be asked."""
        shared = 0.0 if self.path is None else _moment(_beside(self.path, "until"))
        return max(_ahead(self._until, clock), _ahead(shared, clock))

    @contextlib.contextmanager
    def turn(self, clock: Clock) -> Iterator[None]:
        """Wait for the turn to make one request, and keep it until the request is over.

        Raises `TurnKept` if the process that has the turn does not go on, and `Held` where the
        service has asked any process to wait: that wait is not part of the turn.
        """
        with self._guard, self._shared():
            self._must_be_free(clock)
            wait = wait_before(self._read(clock), clock.now(), self.interval)
            if wait:
                clock.sleep(wait + _MARGIN)
                self._must_be_free(clock)
            # The start is recorded too: a process killed during the request has still made it.
            self._write(clock.now())
            try:
                yield
            finally:
                self._write(clock.now())

    def undo(self, clock: Clock) -> None:
        """Let the next request begin at once: the last one found no network."""
        self._write(clock.now() - self.interval)

    @contextlib.contextmanager
    def _shared(self) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            if self.path is not None:
                try:
                    self.path.parent.mkdir(parents=True, exist_ok=True)
                    beside = _beside(self.path, "lock")
                    require_plain(self.path, beside, _beside(self.path, "holder"))
                    stack.enter_context(self._locked(FileLock(beside), self.path))
                except (OSError, ValueError, NotImplementedError):
                    # The file system has no locks or is read-only, or a link or a pipe has the
                    # file's name: this process keeps the pace by itself.
                    self.path = None
            yield

    @contextlib.contextmanager
    def _locked(self, lock: FileLock, path: Path) -> Iterator[None]:
        """Take the lock; raise `TurnKept` as soon as its holder is known to be stuck."""
        holder = _beside(path, "holder")
        before, waited = "", 0.0
        while True:
            try:
                lock.acquire(timeout=self._look)
                break
            except Timeout:
                # Another holder than before: the queue moves, so the wait is counted from now.
                seen = f"{_content(holder)} {_content(path)}"
                waited = waited + self._look if seen == before else self._look
                before = seen
                _require_going_on(_content(holder), waited, self._patience)
        try:
            with contextlib.suppress(OSError):
                holder.write_text(str(os.getpid()), "ascii")
            yield
        finally:
            lock.release()

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


def _beside(path: Path, what: str) -> Path:
    return path.with_name(f"{path.name}.{what}")


def _moment(path: Path) -> float:
    try:
        return float(_content(path) or "0")
    except ValueError:
        return 0.0


def _ahead(moment: float, clock: Clock) -> float:
    """Return the seconds until a moment; 0 if it is too far away, as the clock was set back."""
    left = moment - clock.now()
    return left if 0 < left <= _LONGEST_HOLD else 0.0


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(64).decode("ascii", "replace")
    except OSError:
        return ""


def _require_going_on(holder: str, waited: float, patience: float) -> None:
    """Raise `TurnKept` if the process of this number is stopped, or is waited for too long."""
    is_number = holder.isascii() and holder.isdigit()
    name = f"process {holder}" if is_number else "another process"
    if is_number and _is_stopped(int(holder)):
        raise TurnKept(
            f"{name} has the turn to make a request and is stopped: "
            f"let it go on (kill -CONT {holder}) or end it, and ask again"
        )
    if waited >= patience:
        raise TurnKept(
            f"{name} has the turn to make a request and did not end it in {waited:.0f} s: "
            "end that process, and ask again"
        )


def _is_stopped(process: int) -> bool:
    """Return whether a process is stopped or traced; only Linux tells.

    Source: proc(5), /proc/pid/stat: the state follows the name, which is in parentheses.
    """
    state = _content(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()
    return bool(state) and state[0] in ("T", "t")
