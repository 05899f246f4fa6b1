"""What to do after an unusable answer: how long to wait, or to give up."""

from __future__ import annotations

import email.utils
import enum
import re
import threading
from collections import deque
from datetime import UTC, datetime

import attrs

__all__ = ["BudgetSpent", "Fault", "RetryPolicy", "Waits", "retry_after"]


class Fault(enum.StrEnum):
    """What arrived instead of a usable answer."""

    CONNECT = "connect"  # no connection
    NOWHERE = "nowhere"  # no network, or none on which the host is known
    SLOW = "slow"  # no whole answer in time
    LARGE = "large"  # more bytes than an answer may have
    TURN = "turn"  # another process keeps the turn to make a request
    CUT = "cut"  # the connection broke, or the answer is not HTTP
    STATUS = "status"  # an HTTP status that is not 200
    CONTENT = "content"  # 200, but not a feed
    EMPTY = "empty"  # 200 and a feed without entries

    @property
    def is_unreached(self) -> bool:
        """Whether the service was not reached at all."""
        return self in (Fault.CONNECT, Fault.NOWHERE)


_HOUR = 3600.0
_HASTY, _SOON = 2, 1.0  # attempts, and seconds between them, where there may be no network
_FOREVER = 1e9  # seconds; longer waits make no difference
# The same request would fail in the same way.
_LASTING = frozenset({Fault.LARGE, Fault.TURN})
# 406 is not documented, but it occurs and passes.
_PASSING = frozenset({406, 408, 425, 429})


@attrs.frozen
class RetryPolicy:
    """How often to retry and how long to wait, growing from `first` up to `cap` seconds.

    `attempts` includes the first one. `slow` limits the attempts that end without a
    whole answer in time. If a service asks for a longer wait than `longest`, there
    is not a retry. `budget` limits the seconds of all waits until the service answers, and
    `hourly` those of any hour, whether it answers in between or not.

    >>> policy = RetryPolicy()
    >>> [policy.wait(n, Fault.STATUS, 503) for n in (1, 2, 3, 4)]
    [3.0, 6.0, 12.0, None]
    >>> policy.wait(1, Fault.STATUS, 400), policy.wait(1, Fault.STATUS, 429, asked=20.0)
    (None, 20.0)
    """

    attempts: int = 4
    slow: int = 2
    first: float = 3.0
    factor: float = 2.0
    cap: float = 60.0
    longest: float = 300.0
    budget: float = 400.0
    hourly: float = 1200.0

    def most(self, fault: Fault, *, hasty: bool = False) -> int:
        """Return how many attempts a fault is worth; `hasty` means one more than the first."""
        most = min(self.attempts, self.slow) if fault is Fault.SLOW else self.attempts
        return min(most, _HASTY) if hasty else most

    def wait(
        self,
        attempt: int,
        fault: Fault,
        status: int | None = None,
        asked: float | None = None,
        *,
        hasty: bool = False,
    ) -> float | None:
        """Return the seconds to wait after this attempt (counted from 1), or None to give up.

        `asked` is the wait that the service requests with Retry-After. With `hasty` there is
        one more attempt, after a second at most.
        """
        if attempt >= self.most(fault, hasty=hasty) or not _may_pass(fault, status):
            return None
        if hasty:
            return min(self.first, _SOON)
        own = min(self.cap, self.first * self.factor ** (attempt - 1))
        if asked is None:
            return own
        return None if asked > self.longest else max(own, asked)


class BudgetSpent(Exception):
    """The waits for an answer used up their budget; the message says what to do."""


class Waits:
    """The waits for one service, counted against the budgets; threads may share it.

    >>> waits = Waits(RetryPolicy(budget=10.0))
    >>> waits.after(1, Fault.CUT), waits.after(2, Fault.CUT)
    (3.0, 6.0)
    >>> waits.after(3, Fault.CUT)
    Traceback (most recent call last):
    refcore.net.retry.BudgetSpent: no usable answer within 10 s of waiting; try again later
    """

    def __init__(self, policy: RetryPolicy) -> None:
        self._policy = policy
        self._spent = 0.0
        self._recent: deque[tuple[float, float]] = deque()
        self._guard = threading.Lock()

    def after(
        self,
        attempt: int,
        fault: Fault,
        status: int | None = None,
        asked: float | None = None,
        now: float = 0.0,
        *,
        hasty: bool = False,
    ) -> float | None:
        """Return the seconds to wait after this attempt, or None to give up.

        Raises `BudgetSpent` if the wait does not fit into the time that is left.
        """
        wait = self._policy.wait(attempt, fault, status, asked, hasty=hasty)
        if wait is not None:
            self.spend(wait, now)
        return wait

    def spend(self, wait: float, now: float) -> None:
        """Count a wait that begins now; raise `BudgetSpent` if it does not fit.

        The next question then starts afresh, within the budget of the hour.
        """
        with self._guard:
            while self._recent and not now - _HOUR < self._recent[0][0] <= now:
                self._recent.popleft()
            recent = sum(seconds for _, seconds in self._recent)
            if self._spent + wait > self._policy.budget:
                self._spent = 0.0
                words = f"no usable answer within {self._policy.budget:g} s of waiting"
                raise BudgetSpent(f"{words}; try again later")
            if recent + wait > self._policy.hourly:
                words = f"waited {self._policy.hourly:g} s for it within an hour"
                raise BudgetSpent(f"{words}; try again later")
            self._spent += wait
            self._recent.append((now, wait))

    def end(self) -> None:
        """Set the waits back to zero: an answer came."""
        with self._guard:
            self._spent = 0.0


def _may_pass(fault: Fault, status: int | None) -> bool:
    if fault in _LASTING:
        return False
    if fault is not Fault.STATUS or status is None:
        return True
    return status in _PASSING or 500 <= status <= 599


def retry_after(value: str | None, now: float) -> float | None:
    """Read a Retry-After header, seconds or a date, as seconds from `now` (epoch seconds).

    Source: RFC 9110, section 10.2.3.

    >>> retry_after("120", 0.0), retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 20.0)
    (120.0, 40.0)
    >>> retry_after("soon", 0.0) is None
    True
    """
    text = (value or "").strip()
    if re.fullmatch(r"[0-9]+", text):
        return float(text) if len(text) < 10 else _FOREVER
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.fromtimestamp(0, UTC)).total_seconds() - now)
