"""An absence is believed only on proof: services that drop, reorder, repeat or cut pages short."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import attrs
import pytest

from refcore.arxiv import LookupStatus, RecordAuthor
from refcore.model import ArxivId
from refcore.net.exchange import Failure
from refcore.net.retry import Fault
from refcore.records.proof import Absences, Controls, arranged
from refcore.records.record import Record
from refcore.sources.arxiv.atom import Feed, FeedError
from refcore.sources.arxiv.client import Run
from refcore.sources.arxiv.record import arxiv_record

FIRST = [f"0704.{number:04}" for number in range(1, 11)]
Spoil = Callable[[Feed, random.Random], Feed]


class Service:
    """A service without a network: it has some papers, and spoils its answers."""

    def __init__(self, papers: set[str], spoil: Spoil, seed: int = 1) -> None:
        self.papers = papers
        self.spoil = spoil
        self.chance = random.Random(seed)  # noqa: S311 - faults to repeat, no secrets
        self.requests = 0

    def ask(self, ids: Sequence[ArxivId], after_empty: Sequence[ArxivId] = ()) -> Feed | Failure:
        for listed in (ids, *[after_empty] * 3):
            self.requests += 1
            whole = tuple(self.record(asked) for asked in listed if asked.bare in self.papers)
            answer = self.spoil(Feed(whole, total=len(whole)), self.chance)
            if answer.records or answer.errors:
                return answer
        return Failure(Fault.EMPTY, "only empty pages came")

    @staticmethod
    def record(asked: ArxivId) -> Record:
        return arxiv_record(asked.with_version(asked.version or 1), "A", [RecordAuthor("B. Fei")])


def dropping(share: float, *, tells: bool = False) -> Spoil:
    """Drop each entry at random, change the order and repeat some; `tells` keeps the total."""

    def spoil(feed: Feed, chance: random.Random) -> Feed:
        kept = [record for record in feed.records if chance.random() >= share]
        if kept and chance.random() < 0.3:
            kept += chance.choices(kept, k=2)
        chance.shuffle(kept)
        return Feed(tuple(kept), total=feed.total if tells else len(kept))

    return spoil


def without_one(feed: Feed, chance: random.Random) -> Feed:
    """Drop one entry of each page, at random."""
    kept = list(feed.records)
    if len(kept) > 1:
        kept.pop(chance.randrange(len(kept)))
    return Feed(tuple(kept), total=len(kept))


def without_place(place: int) -> Spoil:
    """Drop the entry at one place of each page, always."""

    def spoil(feed: Feed, _: random.Random) -> Feed:
        kept = list(feed.records)
        if len(kept) > abs(place):
            kept.pop(place)
        return Feed(tuple(kept), total=len(kept))

    return spoil


def pages_of(size: int, *, tells: bool) -> Spoil:
    """Show so many entries of a page and no more."""

    def spoil(feed: Feed, _: random.Random) -> Feed:
        shown = feed.records[:size]
        return Feed(shown, total=feed.total if tells else len(shown))

    return spoil


def with_an_error(feed: Feed, chance: random.Random) -> Feed:
    """Put an error in the place of an entry."""
    kept = list(feed.records)
    if kept:
        kept.pop(chance.randrange(len(kept)))
    return Feed(tuple(kept), (FeedError("internal error"),), total=len(kept))


def ids(count: int) -> list[ArxivId]:
    return [
        ArxivId(f"{2001 + number // 9000:04}.{1 + number % 9000:05}") for number in range(count)
    ]


FAULTS = {
    "half": dropping(0.5),
    "half-told": dropping(0.5, tells=True),
    "a third": dropping(0.3),
    "a tenth": dropping(0.1),
    "a hundredth": dropping(0.01),
    "one": without_one,
    "first": without_place(0),
    "fourth": without_place(3),
    "last": without_place(-1),
    "ten a page": pages_of(10, tells=True),
    "ten a page, untold": pages_of(10, tells=False),
    "one a page": pages_of(1, tells=True),
    "errors": with_an_error,
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("batch", [1, 20, 100])
def test_hardly_a_false_absence(fault: str, batch: int) -> None:
    papers = ids(2000)
    service = Service({paper.bare for paper in papers} | set(FIRST), FAULTS[fault])
    false = 0
    for start in range(0, len(papers), 100):
        run = Run(service, batch)
        outcomes = [found for part in run.outcomes(papers[start : start + 100]) for found in part]
        assert len(outcomes) == 100
        false += sum(found.status is LookupStatus.NOT_FOUND for found in outcomes)
    assert false == 0


@pytest.mark.parametrize("fault", FAULTS)
def test_no_false_absence_beside_true_ones(fault: str) -> None:
    for seed, (count, apart) in enumerate([(20, 20), (60, 7), (300, 30)]):
        papers = ids(count)
        absent = set(papers[::apart])
        there = {paper.bare for paper in papers if paper not in absent}
        run = Run(Service(there | set(FIRST), FAULTS[fault], seed), 100)
        outcomes = [found for part in run.outcomes(papers) for found in part]
        assert len(outcomes) == count
        none = {found.id for found in outcomes if found.status is LookupStatus.NOT_FOUND}
        assert none <= absent


def test_a_fault_of_one_answer_does_not_shrink_the_following_requests() -> None:
    def seldom(feed: Feed, chance: random.Random) -> Feed:
        return dropping(0.3, tells=True)(feed, chance) if chance.random() < 0.1 else feed

    papers = ids(1250)
    absent = set(papers[::31])
    there = {paper.bare for paper in papers if paper not in absent}
    for seed in range(3):
        service = Service(there | set(FIRST), seldom, seed)
        outcomes = [found for part in Run(service, 100).outcomes(papers) for found in part]
        assert {found.id for found in outcomes if not found} <= absent
        assert service.requests <= 60


@pytest.mark.parametrize("controls", range(1, 14))
def test_a_paper_comes_to_each_place_among_its_controls(controls: int) -> None:
    beside = [f"c{number}" for number in range(controls)]
    places = {arranged(["a"], beside, turn).index("a") for turn in range(controls + 1)}
    assert places == set(range(controls + 1))


@pytest.mark.parametrize(
    ("first", "most"), [(FIRST, 6), (FIRST[:1], 16)], ids=["all controls", "one"]
)
@pytest.mark.parametrize("counts", [False, True], ids=["found", "asked"])
def test_a_true_absence_is_believed(first: list[str], most: int, counts: bool) -> None:
    # "asked": arXiv's totals counted ids that it does not have in some years.
    def sound(feed: Feed, _: random.Random) -> Feed:
        return attrs.evolve(feed, total=feed.total + counts if feed.total is not None else None)

    service = Service(set(first), sound)
    (found,) = next(Run(service, 100).outcomes([ArxivId("2506.00001")]))
    assert found.status is LookupStatus.NOT_FOUND
    assert service.requests <= most


@pytest.mark.parametrize("fault", ["half", "one", "first", "ten a page", "errors"])
def test_a_true_absence_is_never_found(fault: str) -> None:
    absent = ids(50)
    service = Service(set(FIRST), FAULTS[fault])
    outcomes = [found for part in Run(service, 20).outcomes(absent) for found in part]
    assert [found.id for found in outcomes] != []
    assert {found.status for found in outcomes} <= {
        LookupStatus.NOT_FOUND,
        LookupStatus.UNAVAILABLE,
    }
    assert all(found.reason for found in outcomes)


def test_a_service_that_rarely_drops_entries_proves_absences() -> None:
    papers = ids(40)
    there, absent = papers[:30], papers[30:]
    service = Service({*FIRST, *(paper.bare for paper in there)}, FAULTS["a hundredth"])
    outcomes = {found.id: found for part in Run(service, 40).outcomes(papers) for found in part}
    assert {outcomes[paper].status for paper in there} == {LookupStatus.FOUND}
    assert {outcomes[paper].status for paper in absent} == {LookupStatus.NOT_FOUND}
    assert service.requests <= 100


@pytest.mark.parametrize(("controls", "hidden", "most"), [(10, 0, 5), (10, 1, 7), (5, 5, 19)])
def test_an_absence_is_proved_by_the_controls_that_are_there(
    controls: int, hidden: int, most: int
) -> None:
    seen = Absences[str]()
    seen.drops = True
    said = [seen.add("work", Controls(controls, hidden)) for _ in range(most)]
    assert said == [False] * (most - 1) + [True]
    assert not seen.add("other", Controls(0, 10))
    assert seen.is_unproven("other")


def test_pages_of_ten_cost_few_requests() -> None:
    papers = ids(100)
    service = Service({paper.bare for paper in papers}, pages_of(10, tells=True))
    outcomes = [found for part in Run(service, 100).outcomes(papers) for found in part]
    assert {found.status for found in outcomes} == {LookupStatus.FOUND}
    assert service.requests <= 40


class ToldOff(Service):
    """A service that is asked too often at some of its requests."""

    def __init__(self, papers: set[str], at: set[int]) -> None:
        super().__init__(papers, lambda feed, _: feed)
        self.at = at

    def ask(self, ids: Sequence[ArxivId], after_empty: Sequence[ArxivId] = ()) -> Feed | Failure:
        if self.requests + 1 in self.at:
            self.requests += 1
            return Failure(Fault.STATUS, "HTTP 429", 429)
        return super().ask(ids, after_empty)


@pytest.mark.parametrize(
    ("at", "reached", "requests"),
    [({2}, 50, 6), ({5}, 40, 5), ({2, 6}, 40, 6), ({2, 5}, 30, 5), (set(range(1, 99)), 0, 4)],
    ids=["once", "the last one", "twice", "and then the last one", "always"],
)
def test_what_is_told_off_is_asked_once_more_after_an_answer(
    at: set[int], reached: int, requests: int
) -> None:
    papers = ids(50)
    service = ToldOff({*FIRST, *(paper.bare for paper in papers)}, at)
    outcomes = [found for part in Run(service, 10).outcomes(papers) for found in part]
    assert {found.id for found in outcomes} == set(papers)
    assert sum(found.status is LookupStatus.FOUND for found in outcomes) == reached
    assert all("429" in found.reason for found in outcomes if not found.record)
    assert service.requests == requests
