"""What is printed while a command waits; time passes only when a test moves the clock."""

import logging
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from fake_arxiv import FakeClock, Paper, running, status

from refcore.arxiv import ArxivClient
from refcore.cli.commands import cli
from refcore.cli.options import limits_of
from refcore.cli.waiting import Waiting, advice
from refcore.model import ArxivId
from refcore.net.watch import Answered, Asked, Event, Failed, Paused, Queued

ADDRESS = "https://api.example.org/works?q=1"


class Door:
    """A terminal, or a pipe, that keeps what is written to it."""

    def __init__(self, is_live: bool) -> None:
        self.is_live = is_live
        self.lines: list[str] = []

    def line(self, text: str) -> None:
        self.lines.append(text)

    def show(self, text: str) -> None:
        self.lines.append(text)

    def erase(self) -> None:
        self.lines.append("")


class Run:
    """A run that is observed at the moments of a clock."""

    def __init__(self, is_live: bool) -> None:
        self.now = 0.0
        self.door = Door(is_live)
        self.waiting = Waiting("Looking up", self.door, lambda: self.now)

    def at(self, now: float, *events: Event) -> list[str]:
        """Return what is printed up to a moment, at which some events happen."""
        self.now = now
        for event in events:
            self.waiting.observe(event)
        self.waiting.tick()
        return self.door.lines


def paused(attempt: int = 3, seconds: float = 12.0) -> Paused:
    return Paused("crossref", "HTTP 503: later", 503, seconds, attempt, 4)


def test_the_first_second_is_silent() -> None:
    for is_live in (True, False):
        assert Run(is_live).at(0.9, Queued("arxiv"), Asked("arxiv", ADDRESS)) == []


def test_a_terminal_shows_one_line_that_counts_down() -> None:
    run = Run(is_live=True)
    run.waiting.progress(3, 40)
    run.at(2.0, paused())
    run.at(7.0)
    assert run.door.lines == [
        "Looking up 3 of 40; Crossref answered 503; trying again in 12 s (3 of 4)",
        "Looking up 3 of 40; Crossref answered 503; trying again in 7 s (3 of 4)",
    ]
    run.waiting.end()
    assert run.door.lines[-1] == ""


def test_a_pipe_gets_each_pause_once() -> None:
    run = Run(is_live=False)
    for now in (1.5, 2.5, 3.5):
        run.at(now, *([paused(2)] if now == 1.5 else []))
    run.at(14.0, paused(3, 6.0))
    assert run.door.lines == [
        "refcore: Crossref answered 503; trying again in 12 s (2 of 4)",
        "refcore: Crossref answered 503; trying again in 6 s (3 of 4)",
    ]


def test_a_pipe_says_now_and_then_what_is_asked() -> None:
    run = Run(is_live=False)
    run.waiting.progress(1, 9)
    run.at(0.5, Asked("datacite", ADDRESS))
    for now in (1.5, 2.5, 9.0, 11.6):
        run.at(now)
    assert run.door.lines == [
        "refcore: asking DataCite (1 s), 1 of 9 done",
        "refcore: asking DataCite (11 s), 1 of 9 done",
    ]


@pytest.mark.parametrize("end", [Answered("arxiv", 200, 0.5), Failed("arxiv", "no answer")])
def test_what_ended_is_not_waited_for(end: Event) -> None:
    assert Run(is_live=False).at(5.0, Asked("arxiv", ADDRESS), end) == []


def test_a_service_that_fails_is_followed_from_the_server_to_the_line() -> None:
    clock = FakeClock()
    door = Door(is_live=False)
    waiting = Waiting("Looking up", door, clock.now)

    class Ticking(FakeClock):
        def sleep(self, seconds: float) -> None:
            clock.sleep(min(seconds, 1.5))
            waiting.tick()
            clock.sleep(max(0.0, seconds - 1.5))

        def now(self) -> float:
            return clock.now()

    with running({"2506.00001": Paper("One")}) as server:
        server.faults.extend([status(503), status(503)])
        client = ArxivClient(server.url, clock=Ticking(), watch=waiting.watch)
        found = client.fetch([ArxivId("2506.00001")])
        client.close()
    assert all(lookup.record for lookup in found.values())
    assert [line for line in door.lines if "503" in line] == [
        "refcore: arXiv answered 503; trying again in 2 s (2 of 4)",
        "refcore: arXiv answered 503; trying again in 4 s (3 of 4)",
    ]


def no_name(*_: object, **__: object) -> list[object]:
    raise socket.gaierror(-2, "Name or service not known")


def test_no_network_is_known_after_one_quick_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    clock, events = FakeClock(), []
    begun = clock.now()
    run = Waiting("Looking up", Door(is_live=False), clock.now)
    run.watch.observer = events.append
    client = ArxivClient("http://arxiv.invalid/query", clock=clock, watch=run.watch)
    (found,) = client.fetch([ArxivId("2506.00001")]).values()
    assert "no network" in found.reason
    assert clock.now() - begun < 2.0
    assert [type(event) for event in events].count(Asked) == 2
    assert run.watch.is_lost
    events.clear()
    client.fetch([ArxivId("2506.00002")])
    assert [type(event) for event in events] == [Failed]  # no service is asked again so soon
    client.close()


@pytest.fixture
def refcore(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REFCORE_OFFLINE", raising=False)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    Path("a.bib").write_text("@misc{a, author={Ann Lind}, eprint={2506.00001}}\n")
    return lambda *arguments: CliRunner().invoke(cli, arguments)


def test_a_run_without_a_network_ends_with_what_to_do(refcore, monkeypatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    monkeypatch.setattr("refcore.net.retry._SOON", 0.0)
    done = refcore("verify", "a.bib")
    assert done.exit_code == 3
    assert done.stderr.splitlines()[-1] == advice("a.bib")
    assert "no network" in done.stdout
    done = refcore("lock", "a.bib")
    assert done.stderr.splitlines()[-1] == advice(None)
    assert refcore("verify", "--offline", "a.bib").stderr == (
        "refcore: offline, and there is no lock file; with a network, run: refcore lock a.bib\n"
    )


def test_each_request_is_logged_where_that_is_wanted(refcore, monkeypatch) -> None:
    with running({"2506.00001": Paper("One", ("Ann Lind",))}) as server:
        monkeypatch.setenv("REFCORE_ARXIV_URL", server.url)
        done = refcore("verify", "-v", "a.bib", "--timeout", "9")
    assert f"arXiv: GET {server.url}" in done.stderr
    assert "arXiv: status 200" in done.stderr
    assert logging.getLogger("refcore").handlers == []


def test_a_key_of_a_service_is_never_shown() -> None:
    from refcore.net.exchange import Exchange
    from refcore.net.http import Fetcher
    from refcore.net.pace import Pace
    from refcore.net.retry import RetryPolicy
    from refcore.net.watch import Watch

    events: list[Event] = []
    with running({}) as server:
        exchange = Exchange(
            Fetcher(),
            Pace(interval=0.0),
            FakeClock(),
            RetryPolicy(attempts=1),
            "openalex",
            Watch(events.append),
            secret="a b",  # noqa: S106
        )
        exchange.get(f"{server.url}&api_key=a%20b", bytes)
    assert "a%20b" not in str(events)
    assert any(isinstance(event, Asked) for event in events)


@pytest.mark.parametrize("value", ["0", "-1", "soon", "601"])
def test_a_timeout_is_a_number_of_seconds(refcore, value: str) -> None:
    assert refcore("verify", "a.bib", "--timeout", value).exit_code == 2


def test_a_timeout_bounds_every_part_of_a_request() -> None:
    limits = limits_of(2.5)
    assert limits is not None
    assert (limits.connect, limits.read, limits.total) == (2.5, 2.5, 2.5)


def test_a_long_run_without_a_network_is_not_silent() -> None:
    run = Run(is_live=False)
    for now in (4.0, 15.5, 20.0, 26.0):
        run.at(now)
        run.waiting.progress(5, 9)
    assert run.door.lines == ["refcore: Looking up, 5 of 9 done"] * 2
