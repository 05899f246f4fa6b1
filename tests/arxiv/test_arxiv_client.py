"""The client against a server on loopback that plays every fault of the service."""

from __future__ import annotations

import time
from collections.abc import Iterator

import attrs
import fake_arxiv as fake
import httpx
import pytest
from fake_arxiv import FakeArxiv, FakeClock, Paper

from refcore.arxiv import ArxivClient, Lookup, LookupStatus, Origin
from refcore.model import ArxivId
from refcore.net.http import Fetcher, Limits
from refcore.net.retry import RetryPolicy
from refcore.sources.arxiv.address import is_arxiv

FAST = Limits(connect=2.0, read=0.3, total=0.45)
# A machine under load answers late; only the tests of slow answers are in a hurry.
PATIENT = Limits(connect=10.0, read=10.0, total=20.0)
SLOW_FAULTS = (fake.silent, fake.dripping, fake.dripping_head)


def paper_id(number: int, version: int | None = None) -> ArxivId:
    return ArxivId(f"2506.{number:05}", version)


@pytest.fixture(scope="module")
def shared_server() -> Iterator[FakeArxiv]:
    papers = {f"2506.{number:05}": Paper(f"Paper {number}") for number in range(1, 1001)}
    papers["0704.0001"] = Paper("The First")
    papers["1706.03762"] = Paper("Attention", tuple((f"Author V{v}",) for v in range(1, 8)))
    with fake.running(papers) as server:
        yield server


@pytest.fixture
def server(shared_server: FakeArxiv) -> Iterator[FakeArxiv]:
    yield shared_server
    shared_server.faults.clear()
    shared_server.asked.clear()
    shared_server.malformed.clear()
    shared_server.always = None
    shared_server.longest_url = 100_000


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def client(
    server: FakeArxiv, clock: FakeClock, request: pytest.FixtureRequest
) -> Iterator[ArxivClient]:
    callspec = getattr(request.node, "callspec", None)
    is_slow = callspec is not None and callspec.params.get("fault") in SLOW_FAULTS
    client = ArxivClient(server.url, clock=clock, limits=FAST if is_slow else PATIENT)
    yield client
    client.close()


def is_right(lookup: Lookup) -> bool:
    """Whether an outcome for a numbered paper says what the server has, with its origin."""
    number = int(lookup.id.bare[-5:])
    return (
        lookup.record is not None
        and lookup.record.title == f"Paper {number}"
        and lookup.record.id == paper_id(number, 1)
        and (lookup.status, lookup.origin) == (LookupStatus.FOUND, Origin.NETWORK)
    )


def test_a_thousand_ids_cost_ten_requests(server: FakeArxiv, client: ArxivClient) -> None:
    ids = [paper_id(number) for number in range(1, 1001)]
    outcomes = client.fetch([*ids, *ids])
    assert list(outcomes) == ids
    assert all(is_right(lookup) for lookup in outcomes.values())
    assert len(server.asked) == client.requests_for(ids) == 10


@pytest.mark.parametrize(
    "fault",
    [
        fake.status(503),
        fake.status(500),
        fake.status(406),
        fake.status(429, b"Rate exceeded."),
        fake.EMPTY,
        fake.only_part,
        fake.cut,
        fake.silent,
        fake.dripping,
        fake.dripping_head,
        fake.instead(b""),
        fake.instead(b"<feed xmlns='http://www.w3.org/2005/Atom'><entry>"),
        fake.instead(b"<html><body>Down for maintenance</body></html>"),
        fake.instead(fake.BOMB),
        fake.instead(b"\x1f\x8b\x08", Content_Encoding="gzip"),
    ],
    ids="503 500 406 429 empty part cut silent drip drip-head none xml html bomb gzip".split(),
)
def test_a_fault_that_passes(
    server: FakeArxiv, client: ArxivClient, clock: FakeClock, fault: fake.Fault
) -> None:
    server.faults.append(fault)
    outcome = client.fetch([paper_id(7)])[paper_id(7)]
    assert is_right(outcome)
    assert len(server.asked) == 2
    assert sum(clock.waits) >= 3


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (fake.status(503), "HTTP 503"),
        (fake.status(429, b"Rate exceeded."), "HTTP 429: Rate exceeded."),
        (fake.EMPTY, "only empty pages came"),
        (fake.only_part, "cut off"),
        (fake.dripping, "no whole answer within 0.45 s"),
        (fake.silent, "no answer in time"),
        (fake.instead(b"<oops"), "expected an Atom feed"),
        (fake.instead(fake.BOMB), "document type"),
    ],
)
def test_a_fault_that_stays_is_not_a_verdict(
    server: FakeArxiv, client: ArxivClient, fault: fake.Fault, words: str
) -> None:
    server.always = fault
    outcome = client.fetch([paper_id(7)])[paper_id(7)]
    assert (outcome.status, outcome.record) == (LookupStatus.UNAVAILABLE, None)
    assert words in outcome.reason
    assert len(server.asked) == (2 if fault in (fake.dripping, fake.silent) else 4)


def test_retry_after_is_honoured(server: FakeArxiv, client: ArxivClient, clock: FakeClock) -> None:
    server.faults.append(fake.status(429, Retry_After="42"))
    server.faults.append(fake.status(503, Retry_After="Tue, 14 Nov 2023 22:15:20 GMT"))
    assert is_right(client.fetch([paper_id(7)])[paper_id(7)])
    assert clock.waits[0] == 42.0
    # The clock of the test began at 22:13:20; the pace asks for no more on top.
    assert sum(clock.waits) == 120.0


def test_versions_of_one_paper_are_distinct(server: FakeArxiv, client: ArxivClient) -> None:
    bare = "1706.03762"
    ids = [ArxivId(bare, 1), ArxivId(bare, 7), ArxivId(bare), ArxivId(bare, 3)]
    outcomes = client.fetch(ids)
    records = [outcomes[asked].record for asked in ids]
    assert [record and record.names for record in records] == [
        ("Author V1",),
        ("Author V7",),
        ("Author V7",),
        ("Author V3",),
    ]
    assert len(server.asked) == 1


def test_the_latest_is_asked_alone_where_it_cannot_be_told(
    server: FakeArxiv, client: ArxivClient
) -> None:
    paper = server.papers["1706.03762"]
    server.faults.append(fake.instead(fake.feed([paper.entry("1706.03762", 1)])))
    ids = [ArxivId("1706.03762", 1), ArxivId("1706.03762")]
    outcomes = client.fetch(ids)
    assert [outcomes[asked].record.version for asked in ids if outcomes[asked].record] == [1, 7]
    assert server.asked[1] == ["1706.03762"]


def test_an_unknown_id_among_others(server: FakeArxiv, client: ArxivClient) -> None:
    ids = [paper_id(1), paper_id(2000), paper_id(2), ArxivId("1706.03762", 9)]
    outcomes = client.fetch(ids)
    assert is_right(outcomes[ids[0]])
    assert is_right(outcomes[ids[2]])
    for asked, words in (
        (ids[1], "arXiv has no such paper"),
        (ids[3], "no version 9 of this paper"),
    ):
        assert outcomes[asked].status is LookupStatus.NOT_FOUND
        assert words in outcomes[asked].reason


def test_an_unknown_id_alone(server: FakeArxiv, client: ArxivClient) -> None:
    outcome = client.fetch([paper_id(2000)])[paper_id(2000)]
    assert outcome.status is LookupStatus.NOT_FOUND
    assert server.asked[0] == ["2506.02000"]
    assert all("0704.0001" in texts for texts in server.asked[1:])


def test_an_entry_that_was_dropped_is_asked_again(server: FakeArxiv, client: ArxivClient) -> None:
    server.faults.append(
        fake.instead(fake.feed([server.papers["2506.00001"].entry("2506.00001", 1)]))
    )
    outcomes = client.fetch([paper_id(1), paper_id(2)])
    assert all(is_right(lookup) for lookup in outcomes.values())


def test_a_malformed_id_does_not_cost_its_batch(server: FakeArxiv, client: ArxivClient) -> None:
    server.malformed.add("2506.00050")
    outcomes = client.fetch([paper_id(number) for number in range(1, 101)])
    bad = outcomes.pop(paper_id(50))
    assert bad.status is LookupStatus.INVALID
    assert "incorrect id format for 2506.00050" in bad.reason
    assert all(is_right(lookup) for lookup in outcomes.values())
    assert len(server.asked) == 2


def test_a_malformed_id_under_status_200(server: FakeArxiv, client: ArxivClient) -> None:
    server.faults.append(fake.instead(fake.refusal("2506.00002")))
    outcomes = client.fetch([paper_id(1), paper_id(2)])
    assert outcomes[paper_id(2)].status is LookupStatus.INVALID
    assert is_right(outcomes[paper_id(1)])


def test_a_batch_is_halved_until_the_id_at_fault_is_alone(
    server: FakeArxiv, client: ArxivClient
) -> None:
    def fault(handler: fake.Handler, body: bytes) -> None:
        handler.send(500 if b"2506.00013v" in body else 200, body)

    server.always = fault
    outcomes = client.fetch([paper_id(number) for number in range(1, 65)])
    bad = outcomes.pop(paper_id(13))
    assert (bad.status, "HTTP 500" in bad.reason) == (LookupStatus.UNAVAILABLE, True)
    assert all(is_right(lookup) for lookup in outcomes.values())


def test_an_address_too_long_is_cut_into_shorter_ones(
    server: FakeArxiv, client: ArxivClient
) -> None:
    server.longest_url = 400
    outcomes = client.fetch([paper_id(number) for number in range(1, 301)])
    assert all(is_right(lookup) for lookup in outcomes.values())
    assert len(server.asked) < 20


@pytest.mark.parametrize(
    ("fault", "most"), [(fake.silent, 4), (fake.cut, 20), (fake.status(503), 20)]
)
def test_a_service_that_is_down_is_soon_not_asked_again(
    server: FakeArxiv, client: ArxivClient, fault: fake.Fault, most: int
) -> None:
    server.always = fault
    outcomes = client.fetch([paper_id(number) for number in range(1, 1001)])
    assert {lookup.status for lookup in outcomes.values()} == {LookupStatus.UNAVAILABLE}
    assert all(lookup.reason for lookup in outcomes.values())
    assert len(server.asked) <= most


def test_a_batch_that_is_told_off_is_not_halved(server: FakeArxiv, client: ArxivClient) -> None:
    server.always = fake.status(429, b"Rate exceeded.")
    outcomes = client.fetch([paper_id(number) for number in range(1, 101)])
    assert {lookup.status for lookup in outcomes.values()} == {LookupStatus.UNAVAILABLE}
    assert len(server.asked) == 4


def test_silence_between_answers_is_not_an_end(server: FakeArxiv, clock: FakeClock) -> None:
    server.faults.extend([None, fake.silent, None])
    once = RetryPolicy(attempts=1)
    client = ArxivClient(server.url, clock=clock, limits=FAST, batch=1, retries=once)
    outcomes = client.fetch([paper_id(1), paper_id(2), paper_id(3)])
    client.close()
    assert [lookup.record is None for lookup in outcomes.values()] == [False, True, False]


def test_a_slow_beginning_is_not_an_end(server: FakeArxiv, client: ArxivClient) -> None:
    # The first request is given up; what follows is asked all the same.
    server.faults.extend([fake.silent, fake.silent])
    outcomes = client.fetch([paper_id(number) for number in range(1, 201)])
    assert all(is_right(lookup) for lookup in outcomes.values())


def test_a_service_that_refuses_everything_is_not_asked_again(
    server: FakeArxiv, client: ArxivClient
) -> None:
    server.always = fake.status(400, b"no")
    outcomes = client.fetch([paper_id(number) for number in range(1, 201)])
    assert {lookup.status for lookup in outcomes.values()} == {LookupStatus.UNAVAILABLE}
    assert len(server.asked) <= 16


def test_a_control_is_never_of_a_paper_that_is_asked(
    server: FakeArxiv, client: ArxivClient
) -> None:
    server.faults.append(fake.EMPTY)
    asked = ArxivId("1706.03762")
    (outcome,) = next(client.ask([asked], known=[asked.with_version(1)]))
    assert outcome.record is not None
    assert outcome.record.version == 7
    assert [text for text in server.asked[1] if text.startswith("1706")] == ["1706.03762"]


@pytest.mark.parametrize("fault", [fake.dripping, fake.dripping_head])
def test_a_dripping_answer_is_cut_short(
    server: FakeArxiv, clock: FakeClock, fault: fake.Fault
) -> None:
    server.always = fault
    once = RetryPolicy(attempts=1)
    client = ArxivClient(server.url, clock=clock, limits=FAST, retries=once)
    begin = time.monotonic()
    outcome = client.fetch([paper_id(1)])[paper_id(1)]
    client.close()
    # Sent to the end, the answer would take over four seconds.
    assert time.monotonic() - begin < 3.5
    assert "no whole answer within 0.45 s" in outcome.reason


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/api/q", "https://export.arxiv.org/api/q"),
        ("https://arxiv.org/q", "https://arxiv.org/q"),
        ("http://export.arxiv.org/q", None),
        ("http://arxiv.org/q", None),
        ("https://notarxiv.org/q", None),
        ("https://example.org/q", None),
        ("//example.org/q", None),
    ],
)
def test_where_a_redirect_may_lead(location: str, target: str | None) -> None:
    answer = httpx.Response(301, headers={"Location": location}, stream=httpx.ByteStream(b""))
    fetcher = Fetcher(httpx.MockTransport(lambda _: answer))
    assert fetcher.get("https://export.arxiv.org/api/query").redirect == target
    fetcher.close()


def test_nobody_listens(clock: FakeClock) -> None:
    with fake.running({}) as server:
        url = server.url
    client = ArxivClient(url, clock=clock, limits=FAST)
    outcome = client.fetch([paper_id(1)])[paper_id(1)]
    client.close()
    assert outcome.status is LookupStatus.UNAVAILABLE
    assert "no connection" in outcome.reason


def test_an_entry_without_authors_is_not_a_record(server: FakeArxiv, client: ArxivClient) -> None:
    entry = "<entry><id>http://arxiv.org/abs/2506.00001v1</id><title>Paper 1</title></entry>"
    server.faults.append(fake.instead(fake.feed([entry])))
    outcome = client.fetch([paper_id(1)])[paper_id(1)]
    assert outcome.status is LookupStatus.UNAVAILABLE
    assert "it has no authors" in outcome.reason


def test_a_redirect_is_followed_at_the_pace_and_kept(
    server: FakeArxiv, client: ArxivClient, clock: FakeClock
) -> None:
    server.faults.append(fake.status(301, Location="/api/query?moved=1"))
    assert is_right(client.fetch([paper_id(1)])[paper_id(1)])
    assert len(clock.waits) == 1
    assert clock.waits[0] >= 3


@pytest.mark.parametrize("target", ["http://localhost:1/", "ftp://127.0.0.1/", "file:///etc/hosts"])
def test_a_redirect_elsewhere_is_not_followed(
    server: FakeArxiv, client: ArxivClient, target: str
) -> None:
    server.faults.append(fake.status(302, Location=target))
    outcome = client.fetch([paper_id(1)])[paper_id(1)]
    assert (outcome.status, len(server.asked)) == (LookupStatus.UNAVAILABLE, 1)
    assert "HTTP 302" in outcome.reason


def test_redirects_in_a_circle_end(server: FakeArxiv, client: ArxivClient) -> None:
    server.always = fake.status(301, Location="/api/query")
    outcome = client.fetch([paper_id(1)])[paper_id(1)]
    assert "redirects more than" in outcome.reason


def test_who_asks_is_said(server: FakeArxiv, clock: FakeClock) -> None:
    client = ArxivClient(server.url, clock=clock, limits=FAST, contact="mailto:ada@example.org")
    client.fetch([paper_id(1)])
    client.close()
    agent = server.headers[-1]["User-Agent"]
    assert server.headers[-1]["Accept-Encoding"] == "identity"
    assert agent.startswith("refcore/")
    assert agent.endswith("(mailto:ada@example.org)")


def test_an_answer_too_large_is_refused(server: FakeArxiv, clock: FakeClock) -> None:
    limits = attrs.evolve(PATIENT, size=100)
    client = ArxivClient(server.url, clock=clock, limits=limits)
    outcome = client.fetch([paper_id(1)])[paper_id(1)]
    client.close()
    assert "more than 100 bytes" in outcome.reason


@pytest.mark.parametrize("url", ["ftp://x.org", "x.org", "", "http://", "http://a b", "http://[x"])
def test_a_base_url_is_checked(url: str) -> None:
    with pytest.raises(ValueError, match="not a base URL"):
        ArxivClient(url)


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("https://export.arxiv.org/api/query", True),
        ("https://arxiv.org/", True),
        ("https://arxiv.org.example.org/", False),
        ("https://notarxiv.org/", False),
        ("http://127.0.0.1:80/", False),
    ],
)
def test_arxiv_is_told_from_others(url: str, own: bool) -> None:
    assert is_arxiv(url) is own


def test_a_transport_can_be_passed_in(clock: FakeClock) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, stream=httpx.ByteStream(body))

    body = fake.feed([Paper("Paper 7").entry("2506.00007", 1)])
    client = ArxivClient(transport=httpx.MockTransport(answer), clock=clock)
    assert is_right(client.fetch([paper_id(7)])[paper_id(7)])
    client.close()
    assert str(asked[0].url) == (
        "https://export.arxiv.org/api/query?id_list=2506.00007&max_results=1"
    )


def test_the_error_of_a_transport_is_not_a_verdict(clock: FakeClock) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("reset by peer", request=request)

    client = ArxivClient(transport=httpx.MockTransport(answer), clock=clock)
    outcome = client.fetch([paper_id(7)])[paper_id(7)]
    client.close()
    assert outcome.status is LookupStatus.UNAVAILABLE
    assert "the connection was cut (reset by peer)" in outcome.reason
