"""The sources as a user has them, on a quicker clock, against the services on loopback."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import attrs

from refcore.net.limits import Limits
from refcore.records.cache import Cache
from refcore.records.source import Online, Surroundings
from refcore.records.sources import Sources
from refcore.sources.registry import registered

__all__ = ["QuickClock", "connected"]

QUICK = Limits(connect=5.0, read=2.0, total=4.0)


@attrs.frozen
class QuickClock:
    """A clock that runs `factor` times as fast from a moment on, the same in all processes.

    All paces and waits are so scaled alike; what a server measures has to be multiplied.
    """

    factor: float
    origin: float

    def now(self) -> float:
        """Return the seconds since the epoch, as this clock counts them."""
        return self.origin + (time.time() - self.origin) * self.factor

    def sleep(self, seconds: float) -> None:
        """Wait, for less time than it says."""
        time.sleep(seconds / self.factor)


def connected(
    environ: Mapping[str, str],
    folder: Path,
    clock: QuickClock,
    limits: Limits = QUICK,
    *,
    keeps: bool = True,
) -> Sources:
    """Return all registered sources, with a cache in a folder unless nothing is to be kept."""
    around = Surroundings(environ, folder, clock, limits)
    online = [Online(one, partial(one.connect, around), one.pace(around)) for one in registered()]
    return Sources(None, Cache(folder) if keeps else None, online)
