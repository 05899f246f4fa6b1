"""Whole libraries over a bad network: right or unchecked, and never too fast."""

from __future__ import annotations

import itertools
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import fake_arxiv as fake
import pytest
from fake_arxiv import FakeClock, Paper

from refcore.arxiv import ArxivClient, LookupStatus
from refcore.model import ArxivId
from refcore.net.http import Limits

FAULTS = [
    fake.status(429, b"Rate exceeded.", Retry_After="5"),
    fake.status(503),
    fake.EMPTY,
    fake.only_part,
    fake.cut,
    fake.instead(b"<feed><entry>"),
    fake.instead(fake.BOMB),
]


def entries_dropped(chance: random.Random) -> fake.Fault:
    """Answer well, but leave out one entry of ten."""

    def fault(handler: fake.Handler, body: bytes) -> None:
        def keep(entry: re.Match[bytes]) -> bytes:
            return entry[0] if chance.random() > 0.1 else b""

        handler.send(200, re.sub(rb"<entry>.*?</entry>", keep, body, flags=re.DOTALL))

    return fault


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_outcome_is_right_or_unchecked(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - faults to repeat, no secrets
    papers = {f"2506.{number:05}": Paper(f"Paper {number}") for number in range(1, 1501)}
    papers["0704.0001"] = Paper("The First")
    unknown = {f"2507.{number:05}" for number in range(1, 21)}
    malformed = {"2508.00001", "2508.00002"}
    ids = [ArxivId(bare) for bare in (*papers, *unknown, *malformed)]
    chance.shuffle(ids)
    dropping = entries_dropped(chance)

    def fault(handler: fake.Handler, body: bytes) -> None:
        if b"api/errors" in body:
            return handler.send(400, body)
        return chance.choice(FAULTS if chance.random() < 0.3 else [dropping])(handler, body)

    with fake.running(papers) as server:
        server.always = fault
        server.malformed = malformed
        limits = Limits(connect=10.0, read=10.0, total=20.0)
        client = ArxivClient(server.url, clock=FakeClock(), limits=limits)
        outcomes = client.fetch(ids)
        client.close()
        assert server.most_at_once == 1
    for asked, outcome in outcomes.items():
        if outcome.status is LookupStatus.UNAVAILABLE:
            assert outcome.reason
        elif outcome.record is not None:
            assert outcome.record.id == asked.with_version(1)
            assert outcome.record.title == papers[asked.bare].title
        elif outcome.status is LookupStatus.INVALID:
            assert asked.bare in malformed
        else:
            assert asked.bare in unknown
    found = sum(outcome.record is not None for outcome in outcomes.values())
    assert found > 0.9 * len(papers)


CODE = """
import sys
from pathlib import Path
from refcore.arxiv import ArxivClient, Pace
from refcore.model import ArxivId
url, slot, start = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
client = ArxivClient(url, pace=Pace(slot, 0.1), batch=1)
outcomes = client.fetch([ArxivId(f"2506.{number:05}") for number in range(start, start + 4)])
sys.exit(0 if all(lookup.record for lookup in outcomes.values()) else 1)
"""


@pytest.mark.slow
def test_four_processes_keep_the_pace_together(tmp_path: Path) -> None:
    papers = {f"2506.{number:05}": Paper() for number in range(1, 17)}
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with fake.running(papers) as server:
        command = [sys.executable, "-c", CODE, server.url, str(tmp_path / "slot")]
        runs = [subprocess.Popen([*command, str(start)], env=environ) for start in (1, 5, 9, 13)]
        assert [run.wait(60) for run in runs] == [0, 0, 0, 0]
        gaps = [b - a for a, b in itertools.pairwise(server.arrivals)]
        assert len(gaps) == 15
        assert min(gaps) >= 0.1
        assert server.most_at_once == 1
