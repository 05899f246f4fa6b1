"""Any httpx transport can stand in for the network."""

import httpx
from fake_arxiv import FakeClock, Paper, feed

from refcore.arxiv import ArxivClient
from refcore.model import ArxivId


def test_a_transport_that_answers_from_memory_is_enough() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.params["id_list"])
        ids = [ArxivId.parse(text) for text in asked[-1].split(",")]
        return httpx.Response(200, content=feed(Paper().entry(one.bare, 1) for one in ids))

    clock = FakeClock()
    client = ArxivClient(transport=httpx.MockTransport(answer), clock=clock)
    ids = [ArxivId(f"2506.{number:05}") for number in range(1, 251)]
    outcomes = client.fetch(ids)
    assert all(outcomes[asked].record for asked in ids)
    assert len(asked) == 3
    assert sum(clock.waits) >= 6
