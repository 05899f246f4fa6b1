"""A few of the faults and references of the benchmarks: no fault of a service is a verdict."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.faults import services as faults
from benchmarks.services.clients import QuickClock, connected
from benchmarks.services.references import cases
from benchmarks.services.server import Services, by_chance, running
from benchmarks.services.works import made_works
from refcore.verification.case import identifiers_of
from refcore.verification.outcome import Verdict
from refcore.verification.verify import sought, verify

ROWS = {row.name: row for row in faults.FAULTS}
SOME = (
    "429, Retry-After 86400",
    "a web page under the type",
    "cut in the middle",
    "the first entry is missing",
    "names are empty",
    "entries in another order",
)


@pytest.fixture(scope="module")
def server() -> Iterator[Services]:
    with running(faults.works()) as services:
        yield services


def test_there_are_enough_faults_each_with_a_name_of_its_own() -> None:
    assert len(ROWS) == len(faults.FAULTS) >= 160


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("how", faults.QUESTIONS)
def test_no_fault_is_a_verdict(server: Services, name: str, how: str) -> None:
    assert faults.tried(server, ROWS[name], how, lasts=True) == []


def test_a_fault_that_passes_is_none_either(server: Services) -> None:
    row = ROWS["names are empty"]
    assert faults.tried(server, row, "by identifier", lasts=False) == []


def test_mixed_references_over_a_bad_network(tmp_path: Path) -> None:
    works = made_works(80, seed=3)
    of = cases(works, seed=3)
    clock = QuickClock(4000, time.time())
    with running(works) as services:
        services.fault = by_chance(faults.PASSING, 0.2, seed=3)
        sources = connected(services.environ, tmp_path, clock, faults.QUICK)
        reports = verify([case.reference for case in of], arxiv=sources, lookup=True)
    pairs = list(zip(of, reports, strict=True))
    assert [(c.kind, str(r)) for c, r in pairs if not c.allows(r.verdict)] == []
    reached = sum(r.verdict not in (Verdict.UNCHECKED, Verdict.INCOMPLETE) for r in reports)
    assert reached > 60
    assert all(seen.most_at_once <= 1 for seen in services.seen.values())


def test_the_plan_is_what_is_asked(tmp_path: Path) -> None:
    works = [work for work in made_works(200, seed=5) if not work.defect]
    of = [case for case in cases(works, seed=5, true_only=True) if "at arXiv" not in case.kind]
    references = [case.reference for case in of]
    with running(works) as services:
        clock = QuickClock(4000, time.time())
        sources = connected(services.environ, tmp_path, clock, faults.QUICK)
        firsts = [one for r in references for one in identifiers_of(r)[:1]]
        plan = sources.plan(firsts, [s for s in map(sought, references) if s])
        verify(references, arxiv=sources, lookup=True)
    asked = {name: len(seen.begun) for name, seen in services.seen.items() if seen.begun}
    planned = dict(plan.by_source)
    planned["doi"] = planned.pop("doi.org")
    assert planned == asked
    assert plan.requests == sum(asked.values())


def test_the_plan_says_how_many_requests_there_can_be(tmp_path: Path) -> None:
    works = made_works(120, seed=9)
    references = [case.reference for case in cases(works, seed=9)]
    with running(works) as services:
        sources = connected(services.environ, tmp_path, QuickClock(4000, time.time()), faults.QUICK)
        firsts = [one for r in references for one in identifiers_of(r)[:1]]
        plan = sources.plan(firsts, [s for s in map(sought, references) if s])
        verify(references, arxiv=sources, lookup=True)
    made = sum(len(seen.begun) for seen in services.seen.values())
    assert plan.requests < made <= plan.most
    assert plan.most_seconds > plan.seconds
