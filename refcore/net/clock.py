"""The time of day, and how to wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol, TypeAlias

from refcore.net.stop import pause

__all__ = ["Clock", "Now", "SystemClock", "timestamp"]

# A clock that only runs forward, in seconds from any moment, as `time.monotonic`.
Now: TypeAlias = Callable[[], float]


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
        """Wait; a run that is stopped waits no longer."""
        pause(seconds)


def timestamp(seconds: float) -> str:
    """Return a moment, in seconds since the epoch, as records state it.

    >>> timestamp(1_750_000_000.9)
    '2025-06-15T15:06:40Z'
    """
    return datetime.fromtimestamp(max(0.0, seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
