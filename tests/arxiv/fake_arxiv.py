"""A server on loopback that answers as arXiv's API does, and plays faults on request."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from email.message import Message
from html import escape
from http.server import ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import attrs
from fake_search import found_by
from loopback import WholeAnswers, serving

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers import ArxivId

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" '
    'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">\n'
    "<opensearch:totalResults>{total}</opensearch:totalResults>\n"
)


@attrs.define
class Paper:
    """A paper of the server: its title and the author list of each version."""

    title: str = "A Paper"
    versions: tuple[tuple[str, ...], ...] = (("Ada Byron", "Bo Fei"),)

    def entry(self, bare: str, version: int) -> str:
        authors = "".join(
            f"<author><name>{escape(name)}</name></author>" for name in self.versions[version - 1]
        )
        return (
            f"<entry><id>http://arxiv.org/abs/{bare}v{version}</id>"
            f"<title>{escape(self.title)}</title>"
            "<published>2025-06-16T17:59:59Z</published>"
            '<arxiv:primary_category term="cs.CL"/>'
            f"<summary>Text</summary>{authors}</entry>\n"
        )


def feed(entries: Iterable[str], total: int | None = None) -> bytes:
    """Return a feed with these entries, and how many there are in all."""
    listed = list(entries)
    head = HEAD.format(total=len(listed) if total is None else total)
    return (head + "".join(listed) + "</feed>").encode()


def refusal(text: str) -> bytes:
    """Return the answer to a malformed id."""
    return feed(
        [
            "<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_"
            f"{escape(text)}</id><title>Error</title>"
            f"<summary>incorrect id format for {escape(text)}</summary>"
            "<author><name>arXiv api core</name></author></entry>"
        ]
    )


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>&c;</title></feed>'
)

# A fault gets the handler and the sound body; it answers in its own way.
Fault = Callable[["Handler", bytes], None]


class FakeArxiv(ThreadingHTTPServer):
    """The server: `papers` by bare id, `faults` to play one by one, what was asked."""

    daemon_threads = True

    def __init__(self, papers: dict[str, Paper]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.papers = papers
        self.faults: deque[Fault | None] = deque()
        self.always: Fault | None = None
        self.asked: list[list[str]] = []
        self.headers: list[Message] = []
        self.longest_url = 100_000
        self.malformed: set[str] = set()
        self.arrivals: list[float] = []
        self.at_once = 0
        self.most_at_once = 0
        self.guard = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/api/query"

    def answer(self, texts: list[str], most: int) -> tuple[int, bytes]:
        entries = []
        for text in texts:
            try:
                wanted = ArxivId.parse(text)
            except InvalidIdentifier:
                return 400, refusal(text)
            if text in self.malformed:
                return 400, refusal(text)
            paper = self.papers.get(wanted.bare)
            if paper is None or (wanted.version or 1) > len(paper.versions):
                continue
            entries.append(paper.entry(wanted.bare, wanted.version or len(paper.versions)))
        return 200, feed(reversed(entries[:most]))

    def search(self, query: str, most: int) -> tuple[int, bytes]:
        """Answer a search_query: the papers with most of its words first, at most `most`."""
        try:
            weights = {
                bare: found_by(query, paper.title, paper.versions[-1])
                for bare, paper in self.papers.items()
            }
        except ValueError:
            return 400, refusal(query)
        fitting = sorted((bare for bare in weights if weights[bare]), key=lambda b: -weights[b])
        entries = (self.papers[b].entry(b, len(self.papers[b].versions)) for b in fitting[:most])
        return 200, feed(entries, len(fitting))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent where a client went away."""


class Handler(WholeAnswers):
    server: FakeArxiv
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the name is http.server's
        server = self.server
        with server.guard:
            server.arrivals.append(time.monotonic())
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
        self.is_open = True
        try:
            self.respond()
        finally:
            self.over()

    def over(self) -> None:
        """Count the request as answered: before its last byte goes out, or the next may overlap."""
        with self.server.guard:
            self.server.at_once -= self.is_open
            self.is_open = False

    def respond(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        searched = query.get("search_query", [""])[0]
        texts = [searched] if searched else query["id_list"][0].split(",")
        with self.server.guard:
            self.server.asked.append(texts)
            self.server.headers.append(self.headers)
            faults = self.server.faults
            fault = faults.popleft() if faults else self.server.always
        if len(self.path) > self.server.longest_url:
            return self.send(414, b"")
        most = int(query.get("max_results", ["10"])[0])
        answer = self.server.search(searched, most) if searched else self.server.answer(texts, most)
        status, body = answer
        if fault is not None:
            return fault(self, body)
        return self.send(status, body)


def status(code: int, body: bytes = b"", **headers: str) -> Fault:
    """Answer with a status."""
    return lambda handler, _: handler.send(code, body, **headers)


def instead(body: bytes, **headers: str) -> Fault:
    """Answer 200 with another body."""
    return status(200, body, **headers)


def only_part(handler: Handler, body: bytes) -> None:
    """Promise the whole answer and cut the connection in the middle of it."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.over()
    handler.wfile.write(body[: len(body) // 2])
    handler.close_connection = True


def cut(handler: Handler, body: bytes) -> None:
    """Cut the connection without a word."""
    handler.close_connection = True


def dripping(handler: Handler, body: bytes) -> None:
    """Send one byte after the other, for far longer than anyone waits."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    for place in range(200):
        handler.wfile.write(body[place : place + 1])
        handler.wfile.flush()
        time.sleep(0.02)
    handler.close_connection = True


def dripping_head(handler: Handler, body: bytes) -> None:
    """Send the header one byte after the other."""
    for letter in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 200:
        handler.wfile.write(bytes([letter]))
        handler.wfile.flush()
        time.sleep(0.02)
    handler.close_connection = True


def silent(handler: Handler, body: bytes) -> None:
    """Say nothing for longer than the client waits."""
    time.sleep(0.6)
    handler.close_connection = True


EMPTY = instead(feed([]))


def running(papers: dict[str, Paper]) -> AbstractContextManager[FakeArxiv]:
    """Run a server for the length of a block."""
    return serving(FakeArxiv(papers))


class FakeClock:
    """A clock that waits in no time and remembers how long it would have."""

    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self.time = now
        self.waits: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        if seconds > 0:
            self.waits.append(seconds)
            self.time += seconds
