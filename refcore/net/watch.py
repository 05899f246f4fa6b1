"""What happens on the network, as events for an observer, and whether there is a network."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeAlias

import attrs

from refcore.net.retry import Fault

__all__ = [
    "Answered",
    "Asked",
    "Event",
    "Failed",
    "Observer",
    "Paused",
    "Queued",
    "Watch",
    "silent",
]

# Seconds after a failure without a network in which no other service is asked.
_QUIET = 10.0


@attrs.frozen
class Queued:
    """A request waits for its turn: services set a pace."""

    service: str


@attrs.frozen
class Asked:
    """A request is on its way."""

    service: str
    address: str


@attrs.frozen
class Answered:
    """An answer arrived, after so many seconds."""

    service: str
    status: int
    seconds: float


@attrs.frozen
class Paused:
    """A request waits after a fault: `attempt` of `attempts` follows in so many seconds.

    `status` is that of the answer, None where there was none.
    """

    service: str
    reason: str
    status: int | None
    seconds: float
    attempt: int
    attempts: int


@attrs.frozen
class Failed:
    """A request is given up."""

    service: str
    reason: str


Event: TypeAlias = Queued | Asked | Answered | Paused | Failed
Observer: TypeAlias = Callable[[Event], None]


def silent(_: Event) -> None:
    """Observe nothing."""


class Watch:
    """One run as its exchanges see it: who observes, and whether anything can be reached.

    Until a service has answered, one that cannot be reached is asked again only once and soon:
    there may be no network at all. Threads may share it.

    >>> watch = Watch()
    >>> watch.fail(Fault.NOWHERE, now=5.0)
    >>> watch.is_lost, watch.knows_no_network(now=6.0), watch.knows_no_network(now=60.0)
    (True, True, False)
    >>> watch.answer()
    >>> watch.is_lost
    False
    """

    def __init__(self, observer: Observer = silent) -> None:
        self.observer = observer
        self.has_answered = False
        self._lost_at: float | None = None
        self._without_network = False
        self._guard = threading.Lock()

    @property
    def is_lost(self) -> bool:
        """Whether a service could not be reached, and none has answered since."""
        return self._lost_at is not None

    def answer(self) -> None:
        """Record that a service answered."""
        with self._guard:
            self.has_answered, self._lost_at, self._without_network = True, None, False

    def fail(self, fault: Fault, now: float) -> None:
        """Record that a request was given up after this fault."""
        with self._guard:
            if fault.is_unreached and (fault is Fault.NOWHERE or not self.has_answered):
                self._lost_at = now
                self._without_network = self._without_network or fault is Fault.NOWHERE

    def is_hasty(self, fault: Fault) -> bool:
        """Return whether only one more attempt follows a fault, and soon."""
        return fault is Fault.NOWHERE or (fault is Fault.CONNECT and not self.has_answered)

    def knows_no_network(self, now: float) -> bool:
        """Return whether a request just failed because there is no network."""
        lost = self._lost_at
        return self._without_network and lost is not None and 0 <= now - lost < _QUIET
