"""Answers that are odd: packed, about something else, or meant to send the client away."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator

import fake_arxiv as fake
import pytest
from fake_arxiv import FakeArxiv, FakeClock, Paper

from refcore.arxiv import ArxivClient, LookupStatus
from refcore.model import ArxivId
from refcore.net.unpack import unpacked


def paper_id(number: int) -> ArxivId:
    return ArxivId(f"2506.{number:05}")


@pytest.fixture
def server() -> Iterator[FakeArxiv]:
    papers = {f"2506.{number:05}": Paper(f"Paper {number}") for number in range(1, 501)}
    papers["0704.0001"] = Paper("The First")
    with fake.running(papers) as running:
        yield running


@pytest.fixture
def client(server: FakeArxiv) -> Iterator[ArxivClient]:
    made = ArxivClient(server.url, clock=FakeClock())
    yield made
    made.close()


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_packed_answer_is_read(server: FakeArxiv, client: ArxivClient, encoding: str) -> None:
    def packed(handler: fake.Handler, body: bytes) -> None:
        content = gzip.compress(body) if encoding == "gzip" else zlib.compress(body)
        handler.send(200, content, Content_Encoding=encoding)

    server.always = packed
    assert client.fetch([paper_id(7)])[paper_id(7)].record is not None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lambda: gzip.compress(b"<feed>")[:-4], "cut off"),
        (lambda: b"nothing of the kind", "damaged"),
        (lambda: gzip.compress(bytes(70_000_000), 1), "more than"),
    ],
    ids=["cut", "damaged", "long"],
)
def test_a_packed_answer_that_is_spoilt_is_a_fault(
    server: FakeArxiv, client: ArxivClient, content: Callable[[], bytes], words: str
) -> None:
    server.always = fake.instead(content(), Content_Encoding="gzip")
    outcome = client.fetch([paper_id(7)])[paper_id(7)]
    assert outcome.status is LookupStatus.UNAVAILABLE
    assert words in outcome.reason


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_bytes_after_the_end_of_a_packed_answer_end_the_reading(
    server: FakeArxiv, client: ArxivClient, encoding: str
) -> None:
    def trailed(handler: fake.Handler, body: bytes) -> None:
        content = gzip.compress(body) if encoding == "gzip" else zlib.compress(body)
        handler.send(200, content + bytes(200_000), Content_Encoding=encoding)

    server.always = trailed
    assert client.fetch([paper_id(7)])[paper_id(7)].record is not None


def test_reading_ends_with_the_piece_after_the_end_of_a_packed_stream() -> None:
    taken = 0

    def pieces() -> Iterator[bytes]:
        nonlocal taken
        yield gzip.compress(b"abc")
        while True:
            taken += 1
            yield bytes(1000)

    assert b"".join(unpacked(pieces(), 10_000)) == b"abc"
    assert taken == 1


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_members_of_gzip_are_one_answer(size: int) -> None:
    data = b"".join(map(gzip.compress, (b"ab", b"", b"cd")))
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    assert b"".join(unpacked(pieces, 100)) == b"abcd"
    assert b"".join(unpacked([data + b"tail"], 100)) == b"abcd"
    with pytest.raises(ValueError, match="cut off"):
        list(unpacked([data[:-9]], 100))
    assert list(unpacked([gzip.compress(b"") * 5_000], 100)) == [b""] * 1_000


def test_answers_to_another_question_are_no_proof(server: FakeArxiv, client: ArxivClient) -> None:
    other = fake.feed([Paper().entry("2401.00001", 1)])
    server.always = fake.instead(other)
    outcome = client.fetch([paper_id(7)])[paper_id(7)]
    assert outcome.status is LookupStatus.UNAVAILABLE
    assert "other papers" in outcome.reason
    assert len(server.asked) <= 4


def test_a_service_that_asks_for_a_pause_gets_one(server: FakeArxiv, client: ArxivClient) -> None:
    server.always = fake.status(503, Retry_After="86400")
    outcomes = client.fetch([paper_id(number) for number in range(1, 501)])
    assert {lookup.status for lookup in outcomes.values()} == {LookupStatus.UNAVAILABLE}
    assert all("asks for a pause of 86400 s" in lookup.reason for lookup in outcomes.values())
    assert len(server.asked) == 1


def test_an_address_that_is_not_followed_is_named(server: FakeArxiv, client: ArxivClient) -> None:
    server.always = fake.status(302, Location="https://example.org/login")
    outcome = client.fetch([paper_id(7)])[paper_id(7)]
    assert "https://example.org/login" in outcome.reason


def test_an_error_without_an_id_refuses_none(server: FakeArxiv, client: ArxivClient) -> None:
    entry = (
        "<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title>"
        "<summary>internal error</summary></entry>"
    )
    server.always = fake.instead(fake.feed([entry]))
    outcome = client.fetch([paper_id(7)])[paper_id(7)]
    assert outcome.status is LookupStatus.UNAVAILABLE
    assert "internal error" in outcome.reason


@pytest.mark.parametrize("location", ["http://[3]/", "http://a:99999/", "http://\x7f", "", "//"])
def test_an_address_that_is_none_is_not_followed(
    server: FakeArxiv, client: ArxivClient, location: str
) -> None:
    server.always = fake.status(302, Location=location)
    outcome = client.fetch([paper_id(7)])[paper_id(7)]
    assert outcome.status is LookupStatus.UNAVAILABLE
