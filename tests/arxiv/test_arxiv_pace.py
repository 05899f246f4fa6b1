"""The pace of requests and the policy after faults."""

from __future__ import annotations

import itertools
import os
import threading
from pathlib import Path

import pytest
from fake_arxiv import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from refcore.net.pace import INTERVAL, Pace, wait_before
from refcore.net.retry import Fault, RetryPolicy, retry_after

seconds = st.floats(0, 20)


@pytest.mark.slow
@given(st.lists(st.tuples(seconds, seconds, st.integers(0, 1)), max_size=8))
def test_no_two_requests_within_the_interval(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[float, float, int]]
) -> None:
    clock = FakeClock()
    path = tmp_path_factory.mktemp("pace") / "slot"
    paces = [Pace(path), Pace(path)]  # as two processes hold them
    arrivals = []
    for idle, length, which in steps:
        clock.time += idle
        with paces[which].turn(clock):
            arrivals.append(clock.now())
            clock.time += length
    gaps = [later - earlier for earlier, later in itertools.pairwise(arrivals)]
    assert all(gap >= 3.0 for gap in gaps)


@given(last=st.none() | st.floats(-1e9, 1e12), now=st.floats(-1e9, 1e12))
def test_no_wait_is_longer_than_the_interval(last: float | None, now: float) -> None:
    assert 0.0 <= wait_before(last, now, 3.0) <= 3.0


def test_a_clock_set_back_costs_one_interval(tmp_path: Path) -> None:
    clock = FakeClock()
    pace = Pace(tmp_path / "slot")
    with pace.turn(clock):
        pass
    clock.time -= 86_400
    with pace.turn(clock):
        pass
    assert sum(clock.waits) == pytest.approx(3.0, abs=0.1)


@pytest.mark.parametrize("content", ["", "soon", "nan", "inf", "\xff"])
def test_a_spoilt_slot_file_counts_as_a_request_just_made(tmp_path: Path, content: str) -> None:
    clock = FakeClock()
    (tmp_path / "slot").write_text(content, "latin-1")
    with Pace(tmp_path / "slot").turn(clock):
        pass
    assert sum(clock.waits) == pytest.approx(3.0, abs=0.1)


def test_a_folder_that_cannot_be_written_still_keeps_the_pace(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    clock = FakeClock()
    pace = Pace(tmp_path / "file" / "slot")
    for _ in range(2):
        with pace.turn(clock):
            pass
    assert sum(clock.waits) >= 3.0


def test_one_request_at_a_time(tmp_path: Path) -> None:
    inside, most, guard = 0, 0, threading.Lock()

    def ask(pace: Pace) -> None:
        nonlocal inside, most
        with pace.turn(FakeClock()):
            with guard:
                inside += 1
                most = max(most, inside)
            threading.Event().wait(0.01)
            with guard:
                inside -= 1

    path = tmp_path / "slot"
    shared = Pace(path)
    threads = [
        threading.Thread(target=ask, args=(pace,))
        for pace in (shared, shared, Pace(path), Pace(path))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_a_request_is_noted_before_it_is_made(tmp_path: Path) -> None:
    clock = FakeClock()
    with Pace(tmp_path / "slot").turn(clock):
        # What another process finds when this one is killed here.
        assert float((tmp_path / "slot").read_text()) == clock.now()


def test_a_request_that_raises_is_counted(tmp_path: Path) -> None:
    clock = FakeClock()
    pace = Pace(tmp_path / "slot")

    def fail() -> None:
        with pace.turn(clock):
            clock.time += 5
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert float((tmp_path / "slot").read_text()) == clock.now()


@given(
    attempt=st.integers(1, 10),
    fault=st.sampled_from(Fault),
    status=st.none() | st.integers(100, 599),
    asked=st.none() | st.floats(0, 1e9),
)
def test_waits_are_bounded(
    attempt: int, fault: Fault, status: int | None, asked: float | None
) -> None:
    policy = RetryPolicy()
    wait = policy.wait(attempt, fault, status, asked)
    assert wait is None or 3.0 <= wait <= 300.0
    if attempt >= policy.attempts:
        assert wait is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 413, 414])
def test_a_refusal_is_not_asked_again(status: int) -> None:
    assert RetryPolicy().wait(1, Fault.STATUS, status) is None


@pytest.mark.parametrize("status", [406, 408, 429, 500, 502, 503, 504])
def test_a_passing_status_is_asked_again(status: int) -> None:
    assert RetryPolicy().wait(1, Fault.STATUS, status) == 3.0


def test_waits_grow_up_to_a_cap() -> None:
    policy = RetryPolicy(attempts=9)
    assert [policy.wait(n, Fault.CUT) for n in range(1, 9)] == [3, 6, 12, 24, 48, 60, 60, 60]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", 0.0),
        (" 7 ", 7.0),
        ("Tue, 14 Nov 2023 22:13:50 GMT", 30.0),
        ("Tue, 14 Nov 2023 22:13:00 GMT", 0.0),
        ("Tuesday, 14-Nov-23 22:13:50 GMT", 30.0),
        ("-1", None),
        ("1.5", None),
        ("", None),
        (None, None),
        ("Tue, 99 Foo 2023", None),
        ("9" * 40, 1e9),
    ],
)
def test_retry_after(value: str | None, expected: float | None) -> None:
    assert retry_after(value, 1_700_000_000.0) == expected


@given(st.text())
def test_no_header_raises(value: str) -> None:
    found = retry_after(value, 0.0)
    assert found is None or found >= 0.0


@pytest.mark.parametrize("name", ["slot", "slot.lock"])
@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_another_file_with_the_name_of_the_slot_does_not_change(
    tmp_path: Path, name: str, kind: str
) -> None:
    other = tmp_path / "other"
    other.write_text("mine", encoding="utf-8")
    if kind == "pipe":
        os.mkfifo(tmp_path / name)
    elif kind == "link":
        (tmp_path / name).symlink_to(other)
    else:
        (tmp_path / name).mkdir()
    pace = Pace(tmp_path / "slot")
    clock = FakeClock()
    with pace.turn(clock):
        pass
    before = clock.now()
    with pace.turn(clock):
        pass
    assert clock.now() - before >= INTERVAL
    assert other.read_text(encoding="utf-8") == "mine"
