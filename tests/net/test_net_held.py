"""A pause that a service asks of one process holds for all; the waits of an hour have a budget."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.net.exchange import Exchange, Failure
from refcore.net.http import Fetcher
from refcore.net.pace import Held, Pace
from refcore.net.retry import BudgetSpent, Fault, RetryPolicy, Waits


class Clock:
    """A clock that waits in no time."""

    def __init__(self) -> None:
        self.time = 1_700_000_000.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


class Service(httpx.BaseTransport):
    """Gives the prepared answers one after the other, then sound ones."""

    def __init__(self, *answers: httpx.Response) -> None:
        self.answers = list(answers)
        self.asked = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        del request
        self.asked += 1
        return self.answers.pop(0) if self.answers else httpx.Response(200, content=b"well")


Make = Callable[..., Exchange]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return what makes the exchange of a process; all share one pace."""

    def made(service: Service, clock: Clock, **policy: float) -> Exchange:
        pace = Pace(tmp_path / "slot", 1.0)
        return Exchange(Fetcher(service), pace, clock, RetryPolicy(**policy))  # type: ignore[arg-type]

    return made


def busy(after: str = "", status: int = 429) -> httpx.Response:
    return httpx.Response(status, headers={"Retry-After": after} if after else {})


def ask(exchange: Exchange) -> bytes | Failure:
    return exchange.get("http://127.0.0.1/", bytes)


def test_another_process_waits_as_the_first_was_told(make: Make) -> None:
    clock = Clock()
    assert isinstance(ask(make(Service(busy("200")), clock, attempts=1)), Failure)
    other = Service()
    assert ask(make(other, clock)) == b"well"
    assert sum(clock.waits) == pytest.approx(200, abs=2)
    assert other.asked == 1


def test_a_wait_that_is_too_long_is_told_to_the_others_too(make: Make) -> None:
    clock = Clock()
    assert isinstance(ask(make(Service(busy("1000")), clock)), Failure)
    other = Service()
    failure = ask(make(other, clock))
    assert isinstance(failure, Failure)
    assert failure.is_told_off
    assert failure.reason == "the service asked for a pause, which lasts 1000 s more"
    assert (other.asked, clock.waits) == (0, [])
    clock.time += 1000
    assert ask(make(other, clock)) == b"well"


def test_too_many_without_a_time_holds_the_others_for_the_usual_wait(make: Make) -> None:
    clock = Clock()
    service = Service(busy())
    assert ask(make(service, clock, first=5.0)) == b"well"
    assert sum(clock.waits) == pytest.approx(5, abs=2)
    before = Clock()
    assert ask(make(Service(), before)) == b"well"
    # The other process asks at the moment at which the first one was refused.
    assert sum(before.waits) == pytest.approx(5, abs=2)


def test_nobody_is_held_for_more_than_an_hour(make: Make) -> None:
    clock = Clock()
    assert isinstance(ask(make(Service(busy("9" * 20)), clock)), Failure)
    clock.time += 3601
    assert ask(make(Service(), clock)) == b"well"


def test_a_clock_that_is_set_back_holds_nobody(make: Make, tmp_path: Path) -> None:
    clock = Clock()
    Pace(tmp_path / "slot").hold(300, clock)
    clock.time -= 86_400
    assert ask(make(Service(), clock)) == b"well"
    assert clock.waits == []


@pytest.mark.parametrize("content", ["", "soon", "nan", "inf", "-5", "\xff" * 200])
def test_a_spoilt_file_holds_nobody(make: Make, tmp_path: Path, content: str) -> None:
    (tmp_path / "slot.until").write_text(content, "latin-1")
    assert ask(make(Service(), Clock())) == b"well"


def test_a_hold_is_never_made_shorter(tmp_path: Path) -> None:
    clock = Clock()
    pace = Pace(tmp_path / "slot")
    pace.hold(300, clock)
    Pace(tmp_path / "slot").hold(10, clock)
    with pytest.raises(Held, match="300 s more"), Pace(tmp_path / "slot").turn(clock):
        pass


def test_a_service_that_always_makes_one_wait_is_given_up(make: Make) -> None:
    clock = Clock()
    service = Service(*[one for _ in range(50) for one in (busy("290"), httpx.Response(200))])
    exchange = make(service, clock)
    outcomes = [ask(exchange) for _ in range(30)]
    failures = [one for one in outcomes if isinstance(one, Failure)]
    assert failures[0].is_told_off
    assert "waited 1200 s for it within an hour" in failures[0].reason
    assert sum(clock.waits) < 1300 + len(outcomes)


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(0, 300)), max_size=60))
def test_no_hour_has_more_waits_than_its_budget(steps: list[tuple[float, float]]) -> None:
    policy = RetryPolicy()
    waits, now = Waits(policy), 0.0
    made: list[tuple[float, float]] = []
    for idle, asked in steps:
        now += idle
        try:
            wait = waits.after(1, Fault.STATUS, 429, asked, now)
        except BudgetSpent:
            continue
        waits.end()
        assert wait is not None
        made.append((now, wait))
        now += wait
    for begin, _ in made:
        assert sum(s for at, s in made if begin <= at < begin + 3600) <= policy.hourly


def test_threads_share_the_budget_of_an_hour() -> None:
    waits = Waits(RetryPolicy(budget=1e9))
    spent: list[float] = []
    faults: list[BaseException] = []

    def wait() -> None:
        try:
            for moment in range(400):
                waits.spend(1.0, float(moment))
                spent.append(1.0)
        except BudgetSpent:
            pass
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=wait) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (faults, len(spent)) == ([], 1200)
