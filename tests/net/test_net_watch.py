"""What a watch sees of an exchange, and how soon an unreachable service is given up."""

import socket

import httpx
import pytest
from fake_arxiv import FakeClock, Paper, running, status

from refcore.net.exchange import Exchange, Failure
from refcore.net.http import Fetcher
from refcore.net.pace import Pace
from refcore.net.retry import Fault, RetryPolicy
from refcore.net.watch import Answered, Asked, Failed, Paused, Queued, Watch


def exchange(clock: FakeClock, watch: Watch, transport: httpx.BaseTransport | None = None):
    fetcher = Fetcher(transport)
    return Exchange(fetcher, Pace(interval=0.0), clock, RetryPolicy(), "arxiv", watch)


@pytest.fixture
def closed() -> str:
    """Return an address of this machine at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


def test_until_any_service_answered_an_unreachable_one_is_asked_twice(closed: str) -> None:
    clock, events = FakeClock(), []
    watch = Watch(events.append)
    begun = clock.now()
    found = exchange(clock, watch).get(closed, bytes)
    assert isinstance(found, Failure)
    assert found.fault is Fault.CONNECT
    assert [type(event) for event in events].count(Asked) == 2
    assert clock.now() - begun <= 1.0
    assert watch.is_lost
    assert not watch.knows_no_network(clock.now())


def test_afterwards_a_fault_is_waited_out(closed: str) -> None:
    clock, events = FakeClock(), []
    watch = Watch(events.append)
    with running({"2506.00001": Paper("One")}) as server:
        exchange(clock, watch).get(f"{server.url}?id_list=2506.00001", bytes)
    events.clear()
    assert isinstance(exchange(clock, watch).get(closed, bytes), Failure)
    assert [type(event) for event in events].count(Asked) == 4
    assert not watch.is_lost


def test_the_events_of_a_request_in_order() -> None:
    clock, events = FakeClock(), []
    with running({"2506.00001": Paper("One")}) as server:
        server.faults.append(status(503))
        exchange(clock, Watch(events.append)).get(f"{server.url}?id_list=2506.00001", bytes)
    assert [type(event) for event in events] == [
        *(Queued, Asked, Answered, Paused),
        *(Queued, Asked, Answered),
    ]
    paused = events[3]
    assert isinstance(paused, Paused)
    assert (paused.status, paused.attempt, paused.attempts, paused.seconds) == (503, 2, 4, 3.0)


@pytest.mark.parametrize("code", ["ENETUNREACH", "EHOSTUNREACH"])
def test_without_a_way_to_a_host_there_is_no_network(code: str) -> None:
    import errno

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no way", request=request) from OSError(
            getattr(errno, code), "no way"
        )

    clock, watch = FakeClock(), Watch()
    asked = exchange(clock, watch, httpx.MockTransport(refuse))
    found = asked.get("http://example.invalid/", bytes)
    assert isinstance(found, Failure)
    assert (found.fault, found.reason) == (Fault.NOWHERE, "no network (no way)")
    assert watch.knows_no_network(clock.now())


def test_a_watch_observes_nothing_by_itself() -> None:
    assert Watch().observer(Failed("arxiv", "no answer")) is None
