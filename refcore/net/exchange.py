"""One request until it is answered: kept to the pace, and repeated after a fault."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar
from urllib.parse import quote

import attrs

from refcore.errors import BadAnswer
from refcore.net.clock import Clock
from refcore.net.http import Fetcher, HttpAnswer, HttpFault
from refcore.net.pace import Held, Pace, TurnKept
from refcore.net.retry import BudgetSpent, Fault, RetryPolicy, Waits, retry_after
from refcore.net.watch import Answered, Asked, Failed, Paused, Queued, Watch

__all__ = ["Exchange", "Failure", "Question", "is_down", "status_words"]

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_MOST_REDIRECTS = 5
_SILENCES_IN_A_ROW = 2
_FAILURES_IN_A_ROW = 4
_TOO_MANY = 429


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
    def is_too_long(self) -> bool:
        """Whether the address was too long for the service."""
        return self.status in (413, 414, 431)

    @property
    def is_refusal(self) -> bool:
        """Whether the request as such fails, because it is too long or asks for too much."""
        return self.status == 400 or self.is_too_long or self.fault is Fault.LARGE

    @property
    def is_silence(self) -> bool:
        """Whether the service could not be reached or did not answer in time."""
        return self.fault.is_unreached or self.fault is Fault.SLOW


def is_down(failures: Sequence[Failure], silences: int = _SILENCES_IN_A_ROW) -> bool:
    """Return whether a service that failed so often in a row should not be asked again.

    `silences` is how often it may leave a request without an answer.

    >>> slow = Failure(Fault.SLOW, "no answer in 20 s")
    >>> is_down([slow]), is_down([slow, slow])
    (False, True)
    """
    silent = sum(failure.is_silence for failure in failures)
    if any(failure.fault is Fault.NOWHERE for failure in failures):
        return True
    told_off = any(failure.is_told_off for failure in failures)
    return told_off or silent >= silences or len(failures) >= _FAILURES_IN_A_ROW


class Question(Protocol[_T_co]):
    """One request: where it goes, and how its answer is read.

    A redirect or a fault may change the address of the next attempt.
    """

    @property
    def address(self) -> str:
        """The address to fetch."""
        ...

    @property
    def accept(self) -> str | None:
        """The type of answer to ask for; None asks for the fetcher's own."""
        ...

    def redirect(self, address: str) -> None:
        """Go to another address from now on."""

    def fail(self, failure: Failure) -> None:
        """Record a fault before the next attempt."""

    def read(self, answer: HttpAnswer) -> _T_co | Failure | None:
        """Return what an answer says or why it is unusable; None leaves it to the status."""
        ...


class Exchange:
    """Sends requests to one service, one after the other.

    `watch` sees each event under the name `service`; `secret` is a key that it never sees.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        pace: Pace,
        clock: Clock,
        retries: RetryPolicy,
        service: str = "",
        watch: Watch | None = None,
        secret: str = "",
    ) -> None:
        self._fetcher = fetcher
        self._secret = secret
        self._service = service
        self._watch = watch or Watch()
        self._pace = pace
        self._clock = clock
        self._retries = retries
        self._waits = Waits(retries)

    def get(
        self, address: str, read: Callable[[bytes], _T], accept: str | None = None
    ) -> _T | Failure:
        """Fetch an address and read the answer; repeat the request after a fault.

        `read` raises `BadAnswer` if the body is not an answer. It also sees the body of a 404, as
        some services report there that they do not have the work.
        """
        return self.ask(_Page(address, read, accept))

    def ask(self, question: Question[_T]) -> _T | Failure:
        """Ask a question until it is answered; repeat the request after a fault."""
        if self._watch.knows_no_network(self._clock.now()):
            return self._given_up(Failure(Fault.NOWHERE, "no network"))
        attempt, redirects = 1, 0
        while True:
            outcome = self._once(question)
            if isinstance(outcome, _Redirect):
                redirects += 1
                if redirects > _MOST_REDIRECTS:
                    return Failure(
                        Fault.STATUS, f"it redirects more than {_MOST_REDIRECTS} times", 310
                    )
                question.redirect(outcome.address)
                continue
            if not isinstance(outcome, Failure | Held):
                self._waits.end()
                return outcome
            wait = self._wait(outcome, attempt)
            if isinstance(wait, Failure):
                return self._given_up(wait)
            self._pause(outcome, wait, attempt)
            if isinstance(outcome, Failure):
                question.fail(outcome)
                attempt += 1
            # The wait is not part of the turn: other processes may have it meanwhile.
            self._clock.sleep(wait)

    def _given_up(self, failure: Failure) -> Failure:
        self._watch.fail(failure.fault, self._clock.now())
        self._watch.observer(Failed(self._service, self._shown(failure.reason)))
        return failure

    def _pause(self, outcome: Failure | Held, wait: float, attempt: int) -> None:
        failure = _held(outcome) if isinstance(outcome, Held) else outcome
        hasty = self._watch.is_hasty(failure.fault)
        most = self._retries.most(failure.fault, hasty=hasty)
        following = attempt + isinstance(outcome, Failure)
        said = self._shown(failure.reason)
        self._watch.observer(Paused(self._service, said, failure.status, wait, following, most))

    def _wait(self, outcome: Failure | Held, attempt: int) -> float | Failure:
        """Return the seconds to wait before the next attempt, or the failure that is final."""
        now = self._clock.now()
        failure = _held(outcome) if isinstance(outcome, Held) else outcome
        try:
            if isinstance(outcome, Held):
                if outcome.seconds > self._retries.longest:
                    return failure
                self._waits.spend(outcome.seconds, now)
                return outcome.seconds
            asked = failure.asked_wait
            wait = self._waits.after(
                attempt,
                failure.fault,
                failure.status,
                asked,
                now,
                hasty=self._watch.is_hasty(failure.fault),
            )
        except BudgetSpent as spent:
            return attrs.evolve(failure, reason=f"{failure.reason}; {spent}", is_told_off=True)
        if wait is None:
            return failure
        if failure.status == _TOO_MANY:
            self._hold(wait)
        return wait

    def _hold(self, seconds: float | None) -> None:
        if seconds:
            self._pace.hold(seconds, self._clock)

    def _once(self, question: Question[_T]) -> _T | Failure | Held | _Redirect:
        observe = self._watch.observer
        observe(Queued(self._service))
        try:
            with self._pace.turn(self._clock):
                observe(Asked(self._service, self._shown(question.address)))
                begun = self._clock.now()
                answer = self._fetcher.get(question.address, question.accept)
                observe(Answered(self._service, answer.status, self._clock.now() - begun))
                self._watch.answer()
                # A pause that the service asks of one process holds for all of them.
                self._hold(retry_after(answer.retry_after, self._clock.now()))
        except HttpFault as fault:
            if fault.fault is Fault.NOWHERE:
                self._pace.undo(self._clock)
            return Failure(fault.fault, str(fault))
        except TurnKept as kept:
            return Failure(Fault.TURN, str(kept), is_told_off=True)
        except Held as held:
            return held
        if answer.redirect is not None:
            return _Redirect(answer.redirect)
        outcome = question.read(answer)
        return self._refused(answer) if outcome is None else outcome

    def _shown(self, text: str) -> str:
        """Return an address without the key of the service."""
        for secret in filter(None, (self._secret, quote(self._secret))):
            text = text.replace(secret, "…")
        return text

    def _refused(self, answer: HttpAnswer) -> Failure:
        asked = retry_after(answer.retry_after, self._clock.now())
        is_long = asked is not None and asked > self._retries.longest
        words = status_words(answer)
        if is_long:
            words += f"; it asks for a pause of {asked:.0f} s"
        if 300 <= answer.status < 400 and answer.location:
            words += f"; it leads to {answer.location[:100]!r}, which is not followed"
        return Failure(Fault.STATUS, words, answer.status, asked, is_told_off=is_long)


def _held(held: Held) -> Failure:
    return Failure(Fault.STATUS, str(held), is_told_off=True)


@attrs.define
class _Page(Generic[_T]):
    """A question about one address, whose body is read by a function."""

    address: str
    read_body: Callable[[bytes], _T]
    accept: str | None

    def redirect(self, address: str) -> None:
        self.address = address

    def fail(self, failure: Failure) -> None:
        pass

    def read(self, answer: HttpAnswer) -> _T | Failure | None:
        if answer.status not in (200, 404):
            return None
        try:
            return self.read_body(answer.body)
        except BadAnswer as fault:
            return Failure(Fault.CONTENT, str(fault)) if answer.status == 200 else None


@attrs.frozen
class _Redirect:
    address: str


def status_words(answer: HttpAnswer) -> str:
    """Return the status of an answer in words, with its text unless that is markup.

    >>> status_words(HttpAnswer(503, b"Try later.\\n"))
    'HTTP 503: Try later.'
    """
    text = " ".join(answer.body[:200].decode("utf-8", "replace").split())
    said = f": {text[:80]}" if text and not text.startswith("<") else ""
    return f"HTTP {answer.status}{said}"
