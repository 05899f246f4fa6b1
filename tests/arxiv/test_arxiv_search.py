"""Searching by title: what is at hand first, one request each, and no fault read as "none"."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import attrs
import fake_arxiv as fake
import pytest
from fake_arxiv import FakeArxiv, FakeClock, Paper

from refcore.arxiv import (
    Arxiv,
    ArxivClient,
    Cache,
    Lock,
    Origin,
    RecordAuthor,
    Search,
    SearchStatus,
    Sought,
)
from refcore.model import ArxivId
from refcore.net.http import Limits
from refcore.records.record import Record
from refcore.sources.arxiv import query
from refcore.sources.arxiv.atom import Feed
from refcore.sources.arxiv.record import arxiv_record
from refcore.sources.arxiv.searcher import search_each

PATIENT = Limits(connect=10.0, read=10.0, total=20.0)
CONTROL = Paper(
    "Calculation of prompt diphoton production cross sections at Tevatron and LHC energies",
    (("C. Balázs", "E. L. Berger", "P. M. Nadolsky", "C. -P. Yuan"),),
)
CONTROLS = {
    f"0704.{number:04}": Paper(" ".join(words), ((f"Ada {author.title()}",),))
    for number, (author, words) in enumerate(query.CONTROLS, 1)
}
PAPERS = {
    **CONTROLS,
    "0704.0001": CONTROL,
    "1706.03762": Paper("Attention Is All You Need", (("A. Vaswani",), ("Ashish Vaswani",))),
    "1810.04805": Paper("BERT: Pre-training of Deep Transformers", (("Jacob Devlin",),)),
    "2506.13585": Paper("MiniMax-M1: Scaling Test-Time Compute", (("MiniMax", ":", "Aili Chen"),)),
    "2006.00001": Paper("Is Attention All You Need?", (("Bo Fei",),)),
}
ATTENTION = Sought("Attention is all you need", "Vaswani, Ashish")
# The first answer shows one control, the second all; four more prove that there is no paper.
FOR_NONE = 6
UNKNOWN = Sought("A Study of Paper Boats on Dry Land", "Bo Fei")


@pytest.fixture
def server() -> Iterator[FakeArxiv]:
    with fake.running(dict(PAPERS)) as server:
        yield server


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def arxiv(server: FakeArxiv, clock: FakeClock, tmp_path: Path) -> Iterator[Arxiv]:
    client = ArxivClient(server.url, clock=clock, limits=PATIENT)
    yield Arxiv(cache=tmp_path, client=client)
    client.close()


def ids(search: Search) -> list[str]:
    return [str(record.id) for record in search.records]


def entries_gone(*bare: str) -> fake.Fault:
    """Answer with some entries missing; the total still counts them."""

    def fault(handler: fake.Handler, body: bytes) -> None:
        head, *entries = body.decode().split("<entry>")
        kept = [entry for entry in entries if not any(name in entry for name in bare)]
        tail = "" if entries and kept and kept[-1] is entries[-1] else "</feed>"
        handler.send(200, ("<entry>".join([head, *kept]) + tail).encode())

    return fault


def test_one_request_finds_a_paper(server: FakeArxiv, arxiv: Arxiv) -> None:
    found = arxiv.search(ATTENTION.title, ATTENTION.first_author)
    assert (found.sought, found.status, found.origin) == (
        ATTENTION,
        SearchStatus.FOUND,
        Origin.NETWORK,
    )
    assert ids(found) == ["1706.03762v2", "2006.00001v1"]
    assert len(server.asked) == 1


def test_none_is_believed_after_some_answers_with_the_controls(
    server: FakeArxiv, arxiv: Arxiv
) -> None:
    none = arxiv.search(UNKNOWN.title)
    assert (none.status, none.records, none.origin) == (SearchStatus.NONE, (), Origin.NETWORK)
    assert "no paper with these words" in none.reason
    assert len(server.asked) == FOR_NONE


def test_the_control_can_be_sought_itself(arxiv: Arxiv) -> None:
    assert ids(arxiv.search(CONTROL.title, "C. Balázs")) == ["0704.0001v1"]


@pytest.mark.parametrize(
    "fault",
    [
        fake.status(503),
        fake.status(429, b"", Retry_After="9"),
        fake.EMPTY,
        fake.only_part,
        fake.cut,
    ],
    ids="503 429 empty part cut".split(),
)
@pytest.mark.parametrize("sought", [ATTENTION, UNKNOWN], ids=["known", "unknown"])
def test_a_fault_that_passes(
    server: FakeArxiv, arxiv: Arxiv, clock: FakeClock, fault: fake.Fault, sought: Sought
) -> None:
    server.faults.append(fault)
    found = arxiv.search(sought.title, sought.first_author)
    known = sought is ATTENTION
    assert found.status is (SearchStatus.FOUND if known else SearchStatus.NONE)
    assert len(server.asked) == 1 + (1 if known else FOR_NONE)
    assert sum(clock.waits) >= 3


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (fake.EMPTY, "only empty pages came"),
        (fake.status(503), "HTTP 503"),
        (fake.status(400, b"no"), "HTTP 400: no"),
        (fake.instead(fake.BOMB), "document type"),
        (entries_gone("1706.03762", "2006.00001"), "entries are missing"),
        (entries_gone("1706.03762", "2006.00001", "0704.0001"), "only empty pages came"),
    ],
)
def test_a_fault_that_stays_is_never_none(
    server: FakeArxiv, arxiv: Arxiv, fault: fake.Fault, words: str
) -> None:
    server.always = fault
    found = arxiv.search(ATTENTION.title, ATTENTION.first_author)
    assert (found.status, found.records) == (SearchStatus.UNAVAILABLE, ())
    assert words in found.reason
    assert len(server.asked) <= 4


def test_a_page_with_entries_missing_is_asked_again(server: FakeArxiv, arxiv: Arxiv) -> None:
    server.faults.append(entries_gone("1706.03762"))
    found = arxiv.search(ATTENTION.title, ATTENTION.first_author)
    assert sorted(ids(found)) == ["1706.03762v2", "2006.00001v1"]
    assert len(server.asked) == 2


def test_a_total_is_only_believed_against_a_page(server: FakeArxiv, arxiv: Arxiv) -> None:
    def without_total(handler: fake.Handler, body: bytes) -> None:
        handler.send(200, body.replace(b"totalResults", b"startIndex"))

    server.always = without_total
    assert ids(arxiv.search("BERT", "Devlin")) == ["1810.04805v1"]
    assert arxiv.search(UNKNOWN.title).status is SearchStatus.NONE
    assert len(server.asked) == 1 + FOR_NONE


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_outcome_is_right_or_unavailable(server: FakeArxiv, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - faults to repeat, no secrets
    faults = [fake.status(503), fake.EMPTY, fake.only_part, fake.cut, fake.instead(b"<feed>")]
    known = {f"Topic{n} of Kind{n}": f"2506.{n:05}" for n in range(1, 51)}
    server.papers.update({bare: Paper(title) for title, bare in known.items()})
    missing = entries_gone(*known.values())

    def fault(handler: fake.Handler, body: bytes) -> None:
        if chance.random() < 0.4:
            return chance.choice([*faults, missing])(handler, body)
        return handler.send(200, body)

    server.always = fault
    client = ArxivClient(server.url, clock=FakeClock(), limits=PATIENT)
    wanted = [Sought(title) for title in known] + [Sought(f"Nothing{n} here") for n in range(10)]
    chance.shuffle(wanted)
    outcomes = Arxiv(client=client).search_all(wanted)
    client.close()
    assert list(outcomes) == wanted
    for sought, found in outcomes.items():
        if found.status is SearchStatus.FOUND:
            assert [record.id.bare for record in found.records] == [known[sought.title]]
        elif found.status is SearchStatus.NONE:
            assert sought.title not in known
        else:
            assert found.reason
    assert sum(found.status is not SearchStatus.UNAVAILABLE for found in outcomes.values()) > 50
    assert server.most_at_once == 1


@pytest.mark.parametrize(
    ("fault", "most"),
    [(fake.cut, 20), (fake.status(503), 20), (fake.status(503, Retry_After="86400"), 1)],
)
def test_a_service_that_is_down_is_soon_not_asked_again(
    server: FakeArxiv, arxiv: Arxiv, fault: fake.Fault, most: int
) -> None:
    server.always = fault
    outcomes = arxiv.search_all(Sought(f"Paper number{n}") for n in range(50))
    assert {found.status for found in outcomes.values()} == {SearchStatus.UNAVAILABLE}
    assert len(server.asked) <= most


def test_searches_are_remembered(server: FakeArxiv, arxiv: Arxiv) -> None:
    wanted = [ATTENTION, UNKNOWN, attrs.evolve(ATTENTION, title="ATTENTION is all you need!")]
    assert arxiv.plan([], wanted).searches == 2
    assert arxiv.plan([ArxivId("2506.13585")], wanted).requests == 3
    first = arxiv.search_all(wanted)
    assert len(server.asked) == 1 + FOR_NONE
    again = arxiv.search_all(wanted)
    assert len(server.asked) == 1 + FOR_NONE
    assert arxiv.plan([], wanted) == arxiv.plan([])
    assert [found.status for found in again.values()] == [found.status for found in first.values()]
    assert {found.origin for found in again.values()} == {Origin.CACHE}
    assert arxiv.fetch("1706.03762").title == "Attention Is All You Need"
    assert len(server.asked) == 1 + FOR_NONE


def test_what_was_searched_long_ago_is_asked_anew(server: FakeArxiv, tmp_path: Path) -> None:
    now = 1_700_000_000.0
    client = ArxivClient(server.url, clock=FakeClock(), limits=PATIENT)
    arxiv = Arxiv(cache=Cache(tmp_path, now=lambda: now), client=client)
    arxiv.search(UNKNOWN.title)
    now += 86_401
    server.papers["2506.00001"] = Paper(UNKNOWN.title)
    assert ids(arxiv.search(UNKNOWN.title)) == ["2506.00001v1"]
    client.close()


def test_a_failed_search_is_not_remembered(server: FakeArxiv, arxiv: Arxiv) -> None:
    server.always = fake.EMPTY
    assert arxiv.search(ATTENTION.title).status is SearchStatus.UNAVAILABLE
    server.always = None
    assert arxiv.search(ATTENTION.title).status is SearchStatus.FOUND


def record(bare: str, title: str, *names: str, version: int = 1) -> Record:
    return arxiv_record(ArxivId(bare, version), title, [RecordAuthor(name) for name in names])


LOCKED = record("2506.13585", "MiniMax-M1: Scaling Test-Time Compute", "MiniMax", ":", "Aili Chen")


@pytest.mark.parametrize(
    ("title", "author", "requests"),
    [
        ("{MiniMax-M1}: scaling test-time compute", "", 0),
        ("MiniMax-M1: Scaling Test-Time Compute", "MiniMax", 0),
        ("MiniMax-M1: Scaling Test-Time Compute", "A. Chen", 0),
        ("MiniMax-M1: Scaling Test-Time Compute", "Bo Fei", 1),
        ("MiniMax-M1", "", 1),
    ],
)
def test_the_lock_ends_a_search_where_it_is_sure(
    server: FakeArxiv, title: str, author: str, requests: int
) -> None:
    client = ArxivClient(server.url, clock=FakeClock(), limits=PATIENT)
    found = Arxiv(lock=Lock([LOCKED]), client=client).search(title, author)
    client.close()
    assert ids(found) == ["2506.13585v1"]
    assert len(server.asked) == requests
    assert found.origin is (Origin.NETWORK if requests else Origin.LOCK)


def test_what_is_like_it_counts_where_nothing_else_is_had(server: FakeArxiv) -> None:
    offline = Arxiv(lock=Lock([LOCKED])).search("MiniMax-M1", "Bo Fei")
    assert (ids(offline), offline.status, offline.origin) == (
        ["2506.13585v1"],
        SearchStatus.FOUND,
        Origin.LOCK,
    )
    assert "offline" in offline.reason
    server.always = fake.status(503)
    client = ArxivClient(server.url, clock=FakeClock(), limits=PATIENT)
    found = Arxiv(lock=Lock([LOCKED]), client=client).search("MiniMax-M1", "Bo Fei")
    client.close()
    assert ids(found) == ["2506.13585v1"]
    assert "HTTP 503" in found.reason


def test_a_second_run_says_the_same(server: FakeArxiv, tmp_path: Path) -> None:
    locked = record("2506.13585", "Paper Boats: On the Physics of Folding", "Bo Fei")
    client = ArxivClient(server.url, clock=FakeClock(), limits=PATIENT)
    arxiv = Arxiv(lock=Lock([locked]), cache=tmp_path, client=client)
    runs = [arxiv.search("Paper Boats", "Bo Fei") for _ in range(2)]
    client.close()
    assert len(server.asked) == FOR_NONE
    assert [(run.status, run.origin, ids(run)) for run in runs] == [
        (SearchStatus.FOUND, Origin.LOCK, ["2506.13585v1"])
    ] * 2
    assert all("no" in run.reason for run in runs)


def test_offline_nothing_is_said() -> None:
    found = Arxiv(lock=Lock([LOCKED])).search(ATTENTION.title)
    assert (found.status, found.records) == (SearchStatus.UNAVAILABLE, ())
    assert "offline" in found.reason
    assert Arxiv().plan([], [ATTENTION]).requests == 0


def test_a_title_without_words_is_not_asked(server: FakeArxiv, arxiv: Arxiv) -> None:
    for title in ("", "$x$", "and"):
        found = arxiv.search(title, "Bo Fei")
        assert (found.status, "no words" in found.reason) == (SearchStatus.UNAVAILABLE, True)
    assert server.asked == []


def test_the_cache_knows_records_that_were_had_by_id(
    server: FakeArxiv, arxiv: Arxiv, tmp_path: Path
) -> None:
    arxiv.fetch("1810.04805")
    title = "{BERT}: Pre-Training of Deep Transformers"
    found = arxiv.search(title, "J. Devlin")
    assert (ids(found), found.origin) == (["1810.04805v1"], Origin.CACHE)
    assert len(server.asked) == 1
    # A paper that has another title now is not found by its old one.
    cached = Cache(tmp_path)
    cached.put_all([(ArxivId("1810.04805"), record("1810.04805", "BERT", "J. Devlin", version=2))])
    assert cached.with_title(title) == []
    assert [held.version for held in cached.with_title("bert")] == [2]


@attrs.frozen
class Match:
    record: Record


class Index:
    """A snapshot with one paper."""

    def get_all(self, ids: object) -> dict[ArxivId, Record]:
        return {}

    def find(self, title: str, *, most: int) -> list[Match]:
        return [Match(LOCKED)] if "minimax" in title.casefold() else []


def test_the_snapshot_comes_before_the_network(server: FakeArxiv) -> None:
    client = ArxivClient(server.url, clock=FakeClock(), limits=PATIENT)
    arxiv = Arxiv(client=client, snapshot=Index())
    found = arxiv.search(LOCKED.title, "MiniMax")
    assert (ids(found), found.origin, server.asked) == (["2506.13585v1"], Origin.SNAPSHOT, [])
    assert arxiv.search(ATTENTION.title).origin is Origin.NETWORK
    refreshed = Arxiv(lock=Lock([LOCKED]), client=client, snapshot=Index(), refresh=True)
    assert refreshed.search(LOCKED.title).origin is Origin.NETWORK
    client.close()


def test_progress_is_told(arxiv: Arxiv) -> None:
    seen: list[tuple[int, int]] = []
    arxiv.search(ATTENTION.title, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 1), (1, 1)]


class Service:
    """A service without a network that drops each entry with a chance of a half."""

    def __init__(self, title: str, *, tells: bool) -> None:
        self.chance = random.Random(7)  # noqa: S311 - faults to repeat, no secrets
        self.title = title
        self.tells = tells

    def search(self, asked: str, most: int) -> Feed:
        controls = [
            record(f"0704.{number:04}", " ".join(words), author)
            for number, (author, words) in enumerate(query.CONTROLS, 1)
            if f"au:{author}" in asked
        ]
        fitting = [record("2506.00001", self.title, "Bo Fei"), *controls]
        kept = [entry for entry in fitting if self.chance.random() < 0.5]
        self.chance.shuffle(kept)
        return Feed(tuple(kept), total=len(fitting) if self.tells else len(kept))


@pytest.mark.parametrize("tells", [False, True])
def test_hardly_a_false_none(tells: bool) -> None:
    wanted = [Sought("Boats of Paper on Water", f"Fei {number}") for number in range(1500)]
    outcomes = list(search_each(Service("Boats of Paper on Water", tells=tells), wanted))
    assert len(outcomes) == 1500
    assert all(found.status is not SearchStatus.NONE for found in outcomes)


def test_several_titles_are_glanced_at_in_one_request(server: FakeArxiv, arxiv: Arxiv) -> None:
    client = arxiv.client
    assert isinstance(client, ArxivClient)
    found = {record.title for record in client.glance([ATTENTION, UNKNOWN, CONTROL])}
    assert {"Attention Is All You Need", CONTROL.title} <= found
    assert len(server.asked) == 1
    assert list(client.glance([])) == list(client.glance([Sought("!")])) == []
    assert len(server.asked) == 1
    many = [Sought(f"Boats number {'x' * number}") for number in range(1, 26)]
    assert UNKNOWN.title not in {record.title for record in client.glance(many)}
    assert len(server.asked) == 4


def test_a_fault_ends_a_glance(server: FakeArxiv, arxiv: Arxiv) -> None:
    client = arxiv.client
    assert isinstance(client, ArxivClient)
    server.always = fake.status(503)
    assert list(client.glance([ATTENTION])) == []
