"""What a run costs before it is made, and that a run cut off goes on where it stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import fake_arxiv as fake
import pytest
from fake_arxiv import FakeClock, Paper

from refcore.arxiv import Arxiv, ArxivClient, Lock, Origin, RecordAuthor
from refcore.model import ArxivId
from refcore.net.http import Limits
from refcore.records.record import Record
from refcore.sources.arxiv.record import arxiv_record

PATIENT = Limits(connect=10.0, read=60.0, total=60.0)
IDS = [ArxivId(f"2506.{number:05}") for number in range(1, 101)]
# A shell lets what it starts in the background ignore Ctrl-C.
CODE = """
import signal
import sys

signal.signal(signal.SIGINT, signal.default_int_handler)
from refcore.arxiv import Arxiv, ArxivClient, Pace
from refcore.model import ArxivId
url, folder = sys.argv[1:]
client = ArxivClient(url, pace=Pace(None, 0.001), batch=10)
Arxiv(cache=folder, client=client).lookup(ArxivId(f"2506.{n:05}") for n in range(1, 101))
"""


@pytest.mark.slow
@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGINT])
def test_a_run_cut_off_goes_on_where_it_stopped(tmp_path: Path, way: signal.Signals) -> None:
    reached, killed = threading.Event(), threading.Event()

    def holding(handler: fake.Handler, body: bytes) -> None:
        reached.set()
        killed.wait(60)
        handler.close_connection = True

    papers = {asked.bare: Paper(f"Paper {asked.bare}") for asked in IDS}
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with fake.running(papers) as server:
        server.faults.extend([None] * 5 + [holding])
        command = [sys.executable, "-c", CODE, server.url, str(tmp_path)]
        run = subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL)
        assert reached.wait(60)
        run.send_signal(way)
        assert run.wait(60) != 0
        killed.set()
        assert len(server.asked) == 6

        client = ArxivClient(server.url, clock=FakeClock(), limits=PATIENT, batch=10)
        arxiv = Arxiv(cache=tmp_path, client=client)
        plan = arxiv.plan(IDS)
        assert (plan.in_cache, plan.to_ask, plan.requests) == (tuple(IDS[:50]), tuple(IDS[50:]), 5)
        outcomes = arxiv.lookup(IDS)
        assert {found.record.title for found in outcomes.values() if found.record} == {
            paper.title for paper in papers.values()
        }
        assert server.asked[6:] == [
            [str(asked) for asked in IDS[start : start + 10]] for start in range(50, 100, 10)
        ]
        assert [arxiv.lookup(IDS)[asked].origin for asked in IDS] == [Origin.CACHE] * 100
        assert len(server.asked) == 11
        client.close()


def record(number: int) -> Record:
    return arxiv_record(ArxivId(f"2506.{number:05}", 1), "T", [RecordAuthor("Bo Fei")])


def test_the_number_of_requests_is_known_before(tmp_path: Path) -> None:
    ids = [ArxivId(f"2506.{number:05}") for number in range(1, 1001)]
    versions = [asked.with_version(1) for asked in ids[:50]]
    with fake.running({asked.bare: Paper() for asked in ids}) as server:
        client = ArxivClient(server.url, clock=FakeClock(), limits=PATIENT)
        arxiv = Arxiv(cache=tmp_path, client=client)
        assert arxiv.plan(ids).requests == 10
        assert arxiv.plan([*ids, *reversed(ids)]).requests == 10
        assert arxiv.plan([*ids[:50], *versions]).requests == 1
        assert arxiv.plan([]).requests == 0
        assert server.asked == []
        arxiv.lookup([*ids[:50], *versions, *ids[:50]])
        assert len(server.asked) == 1
        assert arxiv.plan(ids).requests == 10
        arxiv.lookup(ids)
        assert len(server.asked) == 11
        assert arxiv.plan([*ids, *versions]).requests == 0
        arxiv.lookup([*ids, *versions])
        assert len(server.asked) == 11
        client.close()


def test_what_is_locked_costs_no_request() -> None:
    locked = [record(number) for number in range(1, 1001)]
    with fake.running({}) as server:
        client = ArxivClient(server.url, clock=FakeClock(), limits=PATIENT)
        arxiv = Arxiv(lock=Lock(locked), client=client)
        ids = [held.id.unversioned for held in locked]
        assert arxiv.plan(ids).requests == 0
        assert {found.origin for found in arxiv.lookup(ids).values()} == {Origin.LOCK}
        assert server.asked == []
        client.close()
