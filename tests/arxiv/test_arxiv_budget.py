"""The time for a question, and a process that keeps the turn to make a request."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import fake_arxiv as fake
import pytest
from fake_arxiv import FakeArxiv, FakeClock, Paper

from refcore.arxiv import ArxivClient, LookupStatus
from refcore.model import ArxivId
from refcore.net.exchange import Exchange, Failure
from refcore.net.http import Fetcher
from refcore.net.pace import Pace, TurnKept
from refcore.net.retry import Fault, RetryPolicy
from refcore.records.search import SearchStatus, Sought

IDS = [ArxivId(f"2506.{number:05}") for number in range(1, 251)]
BUSY = fake.status(429, b"Rate exceeded.", Retry_After="300")


@pytest.fixture
def server() -> Iterator[FakeArxiv]:
    with fake.running({IDS[0].bare: Paper("One")}) as running:
        yield running


class Watching(FakeClock):
    """A clock that takes the turn of a pace in each of its waits, as another process does."""

    def __init__(self, slot: Path) -> None:
        super().__init__()
        self.slot = slot
        self.turns = 0

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        if seconds > 4:  # not the wait of the pace itself
            with Pace(self.slot, look=0.05, patience=0.1).turn(FakeClock(self.time)):
                self.turns += 1


@pytest.mark.parametrize("asked", [60, 100, 200, 300])
def test_a_service_that_asks_for_long_waits_is_given_up_in_time(
    server: FakeArxiv, asked: int
) -> None:
    server.always = fake.status(503, b"", Retry_After=str(asked))
    clock = FakeClock()
    outcomes = ArxivClient(server.url, clock=clock).fetch(IDS)
    assert {found.status for found in outcomes.values()} == {LookupStatus.UNAVAILABLE}
    # The waits between requests are the pace.
    assert sum(wait for wait in clock.waits if wait >= 4) <= 400
    for found in outcomes.values():
        assert "no usable answer within 400 s of waiting; try again later" in found.reason


def test_a_search_that_is_out_of_time_is_never_none(server: FakeArxiv) -> None:
    server.always = BUSY
    clock = FakeClock()
    client = ArxivClient(server.url, clock=clock)
    found = list(client.search([Sought("A title of many words"), Sought("Another such title")]))
    assert {one.status for one in found} == {SearchStatus.UNAVAILABLE}
    assert all("of waiting; try again later" in one.reason for one in found)
    assert sum(clock.waits) <= 410


def test_another_service_is_given_up_in_time(server: FakeArxiv) -> None:
    server.always = BUSY
    clock = FakeClock()
    exchange = Exchange(Fetcher(), Pace(), clock, RetryPolicy(first=1.0))
    failure = exchange.get(f"{server.url}?id_list=1", lambda body: body)
    assert isinstance(failure, Failure)
    assert failure.is_told_off
    assert "of waiting; try again later" in failure.reason
    assert clock.waits == [300.0]


def test_one_long_wait_is_kept(server: FakeArxiv) -> None:
    server.faults.append(BUSY)
    clock = FakeClock()
    outcome = ArxivClient(server.url, clock=clock).fetch(IDS[:1])[IDS[0]]
    assert outcome.status is LookupStatus.FOUND
    assert clock.waits[0] == 300.0


@pytest.mark.parametrize("kind", ["arxiv", "other"])
def test_other_processes_ask_while_one_waits(server: FakeArxiv, tmp_path: Path, kind: str) -> None:
    server.always = BUSY
    clock = Watching(tmp_path / "slot")
    pace = Pace(tmp_path / "slot")
    if kind == "arxiv":
        ArxivClient(server.url, clock=clock, pace=pace).fetch(IDS[:1])
    else:
        address = f"{server.url}?id_list=1"
        Exchange(Fetcher(), pace, clock, RetryPolicy()).get(address, lambda body: body)
    assert clock.turns == 1


HOLDER = """
import sys
from pathlib import Path
from refcore.net.pace import Pace, SystemClock
with Pace(Path(sys.argv[1])).turn(SystemClock()):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[int]:
    """Yield the number of a process that has the turn."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "slot")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"held"
        try:
            yield process.pid
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells that a process is stopped")
def test_a_stopped_holder_is_named(server: FakeArxiv, tmp_path: Path, holder: int) -> None:
    os.kill(holder, signal.SIGSTOP)
    pace = Pace(tmp_path / "slot", look=0.05)
    outcome = ArxivClient(server.url, clock=FakeClock(), pace=pace).fetch(IDS[:1])[IDS[0]]
    assert outcome.status is LookupStatus.UNAVAILABLE
    assert f"process {holder} has the turn to make a request and is stopped" in outcome.reason
    assert f"kill -CONT {holder}" in outcome.reason
    assert not server.asked


def test_a_holder_that_does_not_end_is_named(tmp_path: Path, holder: int) -> None:
    pace = Pace(tmp_path / "slot", look=0.05, patience=0.1)
    with (
        pytest.raises(TurnKept, match=f"process {holder} .* end that process"),
        pace.turn(FakeClock()),
    ):
        raise AssertionError("two have the turn")


def test_a_kept_turn_ends_other_questions_too(tmp_path: Path, holder: int) -> None:
    pace = Pace(tmp_path / "slot", look=0.05, patience=0.1)
    failure = Exchange(Fetcher(), pace, FakeClock(), RetryPolicy()).get(
        "http://127.0.0.1:9/", lambda body: body
    )
    assert isinstance(failure, Failure)
    assert failure.fault is Fault.TURN
    assert failure.is_told_off
    assert str(holder) in failure.reason
