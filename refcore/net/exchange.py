"""One request until it is answered: kept to the pace, and repeated after a fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import attrs

from refcore.errors import BadAnswer
from refcore.net.http import Fetcher, HttpAnswer, HttpFault
from refcore.net.pace import Clock, Pace, TurnKept
from refcore.net.retry import BudgetSpent, Fault, RetryPolicy, Waits, retry_after

__all__ = ["Exchange", "Failure"]

_T = TypeVar("_T")
_MOST_REDIRECTS = 5


@attrs.frozen
class Failure:
    """Why a request has no usable answer after all attempts.

    `is_told_off` says that more requests make no sense now: the service asks for a long
    pause, the time to wait is spent, or another process keeps the turn.
    """

    fault: Fault
    reason: str
    status: int | None = None
    asked_wait: float | None = None
    is_told_off: bool = False

    @property
    def is_refusal(self) -> bool:
        """Whether the request as such fails, because it is too long or asks for too much."""
        return self.status in (400, 413, 414, 431) or self.fault is Fault.LARGE

    @property
    def is_silence(self) -> bool:
        """Whether the service could not be reached or did not answer in time."""
        return self.fault in (Fault.CONNECT, Fault.SLOW)


class Exchange:
    """Sends requests to one service, one after the other."""

    def __init__(self, fetcher: Fetcher, pace: Pace, clock: Clock, retries: RetryPolicy) -> None:
        self._fetcher = fetcher
        self._pace = pace
        self._clock = clock
        self._retries = retries
        self._waits = Waits(retries)

    def get(
        self, address: str, read: Callable[[bytes], _T], accept: str | None = None
    ) -> _T | Failure:
        """Fetch an address and read the answer; repeat the request after a fault.

        `read` raises `BadAnswer` if the body is no answer. It also sees the body of a 404, as
        some services report there that they do not have the work.
        """
        attempt, redirects = 1, 0
        while True:
            outcome = self._once(address, read, accept)
            if isinstance(outcome, _Redirect):
                redirects += 1
                if redirects > _MOST_REDIRECTS:
                    return Failure(Fault.STATUS, "it redirects without an end", 310)
                address = outcome.address
                continue
            if not isinstance(outcome, Failure):
                self._waits.end()
                return outcome
            try:
                wait = self._wait(outcome, attempt)
            except BudgetSpent as spent:
                words = f"{outcome.reason}; {spent}"
                return attrs.evolve(outcome, reason=words, is_told_off=True)
            if wait is None:
                return outcome
            # The wait is no part of the turn: other processes may ask meanwhile.
            self._clock.sleep(wait)
            attempt += 1

    def _wait(self, failure: Failure, attempt: int) -> float | None:
        return self._waits.after(attempt, failure.fault, failure.status, failure.asked_wait)

    def _once(
        self, address: str, read: Callable[[bytes], _T], accept: str | None
    ) -> _T | Failure | _Redirect:
        try:
            with self._pace.turn(self._clock):
                answer = self._fetcher.get(address, accept)
        except HttpFault as fault:
            return Failure(fault.fault, str(fault))
        except TurnKept as kept:
            return Failure(Fault.TURN, str(kept), is_told_off=True)
        return self._judge(answer, read)

    def _judge(self, answer: HttpAnswer, read: Callable[[bytes], _T]) -> _T | Failure | _Redirect:
        if answer.redirect is not None:
            return _Redirect(answer.redirect)
        if answer.status in (200, 404):
            try:
                return read(answer.body)
            except BadAnswer as fault:
                if answer.status == 200:
                    return Failure(Fault.CONTENT, str(fault))
        asked = retry_after(answer.retry_after, self._clock.now())
        is_long = asked is not None and asked > self._retries.longest
        words = f"HTTP {answer.status}{_said(answer.body)}"
        if is_long:
            words += f"; it asks to be left alone for {asked:.0f} s"
        return Failure(Fault.STATUS, words, answer.status, asked, is_told_off=is_long)


@attrs.frozen
class _Redirect:
    address: str


def _said(body: bytes) -> str:
    text = " ".join(body[:200].decode("utf-8", "replace").split())
    return f": {text[:80]}" if text and not text.startswith("<") else ""
