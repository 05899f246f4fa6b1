"""A server on loopback that plays all services of records, and measures how it is asked.

Each service answers below a folder of its own, such as `/crossref/works`. It keeps a record
of every request: when it began, how many were open at once, and which identifiers were
answered for.
"""

from __future__ import annotations

import contextlib
import random
import re
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import attrs

from benchmarks.services import answers
from benchmarks.services.works import Stated, Work

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "arxiv"))
from fake_arxiv import feed, refusal
from fake_search import found_by
from loopback import serving

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers import ArxivId

__all__ = ["Fault", "Handler", "Reply", "Seen", "Services", "running"]

NAMES = ("arxiv", "crossref", "datacite", "doi", "pubmed", "openlibrary", "openalex", "inspire")
_LONGEST_URL = 8000
_HTML = "text/html; charset=utf-8"
# The papers that a search asks for beside the one it seeks: author, words of the title.
CONTROLS = (
    ("P. M. Nadolsky", "Calculation of prompt diphoton production cross sections at Tevatron"),
    ("Ileana Streinu", "Sparsity-certifying Graph Decompositions"),
    ("Hongjun Pan", "The evolution of the Earth-Moon system based on the dark matter fluid model"),
    ("David Callan", "A determinant of Stirling cycle numbers counts unlabeled acyclic automata"),
    ("Alberto Torchinsky", "From dyadic to all of them"),
    ("Y. H. Pong", "Bosonic characters of atomic Cooper pairs across resonance"),
    ("Alejandro Corichi", "Polymer Quantum Mechanics and its Continuum Limit"),
    ("Damian Swift", "Numerical solution of shock and ramp compression"),
    ("Paul Harvey", "The Spitzer c2d survey in Serpens"),
    ("Sergei Ovchinnikov", "Partial cubes: structures, characterizations, and constructions"),
)


@attrs.frozen
class Reply:
    """What a service would answer."""

    status: int = 200
    body: bytes = b""
    kind: str = "application/json"
    ids: tuple[str, ...] = ()


# A fault gets the handler and the sound reply; it answers in its own way.
Fault = Callable[["Handler", Reply], None]


@attrs.define
class Seen:
    """What one service saw: when requests began, how many were open at once.

    `early` counts the requests that came before the time was over for which it asked for
    a pause, `until`.
    """

    begun: list[float] = attrs.field(factory=list)
    at_once: int = 0
    most_at_once: int = 0
    answered: Counter[str] = attrs.field(factory=Counter)
    until: float = 0.0
    early: int = 0

    @property
    def smallest_gap(self) -> float:
        """The shortest time between the beginnings of two requests, in seconds."""
        pairs = zip(self.begun, self.begun[1:], strict=False)
        return min((later - first for first, later in pairs), default=float("inf"))


class Services(ThreadingHTTPServer):
    """All services; `fault` says which fault is played at a request, None for none.

    `factor` is how much faster than the server's the clock of those who ask runs.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, works: Iterable[Work], hep_share: int = 5) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.guard = threading.Lock()
        self.factor = 1.0
        self.fault: Callable[[str], Fault | None] = lambda _: None
        self.seen: dict[str, Seen] = {name: Seen() for name in NAMES}
        papers = [
            Work(-number, "arxiv", f"0704.{number:04}", Stated(title, (("", author),), 2007, ""))
            for number, (author, title) in enumerate(CONTROLS, 1)
        ]
        self._at: dict[str, dict[str, Work]] = {name: {} for name in NAMES}
        for work in [*papers, *works]:
            self._put(work, hep_share)
        self.crossref_titles = _Titles(self._at["crossref"].values())
        self.arxiv_titles = _Titles(self._at["arxiv"].values(), control=len(papers))

    def _put(self, work: Work, hep_share: int) -> None:
        key = work.id.casefold()
        if work.home in ("arxiv", "title at arXiv"):
            self._at["arxiv"][key] = work
            if work.number % hep_share == 0:
                self._at["inspire"][key] = work
        elif work.home in ("crossref", "title"):
            self._at["crossref"][key] = work
            self._at["openalex"][key] = work
        elif work.home == "agency":
            self._at["doi"][key] = work
        elif work.home in self._at:
            self._at[work.home][key] = work

    @property
    def environ(self) -> dict[str, str]:
        """The addresses of the services, as the environment names them."""
        base = f"http://127.0.0.1:{self.server_address[1]}"
        found = {f"REFCORE_{name.upper()}_URL": f"{base}/{name}" for name in NAMES}
        return {**found, "REFCORE_ARXIV_URL": f"{base}/arxiv/api/query"}

    def known(self, service: str, wanted: Iterable[str]) -> list[Work]:
        """Return the works of some identifiers, in an order of the service's own."""
        at = self._at[service]
        return [at[one.casefold()] for one in wanted if one.casefold() in at][::-1]

    def reply(self, service: str, path: str, query: dict[str, list[str]]) -> Reply:
        """Return what a service answers where nothing fails."""
        return _SERVICES[service](self, path, query)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent where a client went away."""


class _Titles:
    """Works by the words of their titles."""

    def __init__(self, works: Iterable[Work], control: int = 0) -> None:
        self._works = list(works)
        self._always = list(range(control))
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for at, work in enumerate(self._works):
            for word in _words(work.says.title):
                self._by_word[word].append(at)

    def nearest(self, text: str, most: int) -> list[Work]:
        """Return the works with most of the words of a text."""
        counts = Counter(at for word in _words(text) for at in self._by_word.get(word, ()))
        return [self._works[at] for at, _ in counts.most_common(most)]

    def fitting(self, query: str) -> list[tuple[int, Work]]:
        """Return the works that fit a query of arXiv, those with most of its words first."""
        words = _words(" ".join(re.findall(r"ti:\"?([^\s()\"]+)", query)))
        rare = sorted((self._by_word[w] for w in words if w in self._by_word), key=len)[:3]
        near = {*self._always, *(at for held in rare for at in held)}
        found = [
            (found_by(query, w.says.title, w.names), w) for w in map(self._works.__getitem__, near)
        ]
        return sorted((pair for pair in found if pair[0]), key=lambda pair: -pair[0])


def _words(text: str) -> set[str]:
    # The stems of fake_search, so that nothing that fits is left out.
    words = re.findall(r"[^\W_]+", text.casefold())
    return {re.sub(r"(?<=\w{3})(?:ings?|ions?|e?s|e)$", "", word) for word in words}


def _arxiv(server: Services, _: str, query: dict[str, list[str]]) -> Reply:
    most = int(query.get("max_results", ["10"])[0])
    searched = query.get("search_query", [""])[0]
    if searched:
        fitting = server.arxiv_titles.fitting(searched)
        entries = [answers.arxiv_entry(work) for _, work in fitting[:most]]
        return Reply(200, feed(entries, len(fitting)), "application/atom+xml")
    found = []
    for text in query["id_list"][0].split(","):
        try:
            wanted = ArxivId.parse(text)
        except InvalidIdentifier:
            return Reply(400, refusal(text), "application/atom+xml")
        if wanted.version in (None, 1):
            found += server.known("arxiv", [wanted.bare])
    entries = [answers.arxiv_entry(work) for work in found[::-1][:most]]
    return Reply(200, feed(entries), "application/atom+xml", tuple(work.id for work in found))


def _crossref(server: Services, path: str, query: dict[str, list[str]]) -> Reply:
    one = re.fullmatch(r"/works/(.+)", path)
    if one:
        found = server.known("crossref", [unquote(one[1])])
        if not found or found[0].defect == "deleted":
            return Reply(404, b"Resource not found.", "text/plain")
        stated = answers.crossref(found[0])
        if found[0].defect == "alias":
            # It is answered with the record of the DOI that has taken its place.
            stated["DOI"] = f"10.5555/new.{found[0].number}"
        return Reply(200, _message(stated), ids=(found[0].id,))
    if "select" in query:
        fault = [{"type": "select-not-available", "value": "subtype", "message": "no such name"}]
        said = {"status": "failed", "message-type": "validation-failure", "message": fault}
        return Reply(400, answers.encoded(said))
    rows = int(query.get("rows", ["20"])[0])
    if "query.bibliographic" in query:
        near = server.crossref_titles.nearest(query["query.bibliographic"][0], rows)
        items = [answers.crossref(work) for work in near]
        return Reply(200, _message({"total-results": 100_000, "items": items}))
    wanted = [part.removeprefix("doi:") for part in query["filter"][0].split(",")]
    works = [w for w in server.known("crossref", wanted) if w.defect not in ("alias", "deleted")]
    listed = {"total-results": len(works), "items": [answers.crossref(w) for w in works[:rows]]}
    return Reply(200, _message(listed), ids=tuple(work.id for work in works))


def _message(message: Any) -> bytes:
    return answers.encoded({"status": "ok", "message-type": "work-list", "message": message})


def _datacite(server: Services, path: str, query: dict[str, list[str]]) -> Reply:
    kind = "application/vnd.api+json"
    one = re.fullmatch(r"/dois/(.+)", path)
    if one:
        found = server.known("datacite", [unquote(one[1])])
        if not found:
            said = "The resource you are looking for doesn't exist."
            return Reply(404, answers.encoded({"errors": [{"status": "404", "title": said}]}), kind)
        body = answers.encoded({"data": answers.datacite(found[0])})
        return Reply(200, body, kind, (found[0].id,))
    works = server.known("datacite", query["ids"][0].split(","))
    size = int(query.get("page[size]", ["25"])[0])
    listed = [answers.datacite(work) for work in works[:size]]
    body = answers.encoded({"data": listed, "meta": {"total": len(works)}})
    return Reply(200, body, kind, tuple(work.id for work in works))


def _doi(server: Services, path: str, _: dict[str, list[str]]) -> Reply:
    if not path.startswith("/doiRA/"):
        found = server.known("doi", [unquote(path[1:])])
        if not found:
            return Reply(404, b"<html><title>DOI Not Found</title></html>", _HTML)
        kind = "application/vnd.citationstyles.csl+json"
        return Reply(200, answers.encoded(answers.csl(found[0])), kind, (found[0].id,))
    said = []
    for doi in map(unquote, path[7:].split(",")):
        agency = next((n for s, n in _AGENCIES.items() if server.known(s, [doi])), "")
        state = {"RA": agency} if agency else {"status": "DOI does not exist"}
        said.append({"DOI": doi, **state})
    return Reply(200, answers.encoded(said))


_AGENCIES = {"crossref": "Crossref", "datacite": "DataCite", "doi": "mEDRA"}


def _pubmed(server: Services, path: str, query: dict[str, list[str]]) -> Reply:
    if path.endswith("esearch.fcgi"):  # no DOI of these works has an article there
        return Reply(200, b"<eSearchResult><IdList/></eSearchResult>", "text/xml")
    works = server.known("pubmed", query["id"][0].split(","))
    listed = "".join(map(answers.pubmed, works))
    body = f"<?xml version='1.0'?><PubmedArticleSet>{listed}</PubmedArticleSet>".encode()
    return Reply(200, body, "text/xml", tuple(work.id for work in works))


def _openlibrary(server: Services, _: str, query: dict[str, list[str]]) -> Reply:
    wanted = [key.removeprefix("ISBN:") for key in query["bibkeys"][0].split(",")]
    works = server.known("openlibrary", wanted)
    listed = {f"ISBN:{work.id}": answers.openlibrary(work) for work in works}
    return Reply(200, answers.encoded(listed), ids=tuple(work.id for work in works))


def _openalex(server: Services, _: str, query: dict[str, list[str]]) -> Reply:
    if "api_key" not in query:
        return Reply(429, answers.encoded({"error": "Too Many Requests", "message": "no key"}))
    wanted = query["filter"][0].removeprefix("doi:").split("|")
    works = server.known("openalex", wanted)
    body = {"meta": {"count": len(works)}, "results": [answers.openalex(w) for w in works]}
    return Reply(200, answers.encoded(body), ids=tuple(work.id for work in works))


def _inspire(server: Services, _: str, query: dict[str, list[str]]) -> Reply:
    terms = [term.partition(":")[2].strip('" ') for term in query["q"][0].split(" or ")]
    works = server.known("inspire", terms)
    hits = [answers.inspire(work) for work in works[: int(query["size"][0])]]
    body = {"hits": {"hits": hits, "total": len(works)}, "links": {}}
    return Reply(200, answers.encoded(body), ids=tuple(work.id for work in works))


_SERVICES: dict[str, Callable[[Services, str, dict[str, list[str]]], Reply]] = {
    "arxiv": _arxiv,
    "crossref": _crossref,
    "datacite": _datacite,
    "doi": _doi,
    "pubmed": _pubmed,
    "openlibrary": _openlibrary,
    "openalex": _openalex,
    "inspire": _inspire,
}


class Handler(BaseHTTPRequestHandler):
    """One connection; `service` is the one that is asked."""

    server: Services
    protocol_version = "HTTP/1.1"
    service = ""

    def do_GET(self) -> None:
        """Answer one request, or play a fault."""
        parts = urlsplit(self.path)
        self.service, _, path = parts.path[1:].partition("/")
        seen = self.server.seen[self.service]
        with self.server.guard:
            seen.begun.append(time.monotonic())
            seen.early += seen.begun[-1] < seen.until
            seen.at_once += 1
            seen.most_at_once = max(seen.most_at_once, seen.at_once)
        self.is_open = True
        try:
            reply = Reply(414)
            if len(self.path) <= _LONGEST_URL:
                reply = self.server.reply(self.service, f"/{path}", parse_qs(parts.query))
            fault = self.server.fault(self.service)
            if fault is None:
                self.send(reply)
            else:
                fault(self, reply)
        finally:
            self.over()

    def over(self) -> None:
        """Count the request as answered: before its last byte goes out, or the next may overlap."""
        with self.server.guard:
            self.server.seen[self.service].at_once -= self.is_open
            self.is_open = False

    def send(self, reply: Reply, **headers: str) -> None:
        """Send a reply whole."""
        with self.server.guard:
            seen = self.server.seen[self.service]
            if reply.status == 200:
                seen.answered.update(reply.ids)
            if reply.status in (429, 503) and headers.get("Retry_After", "").isdigit():
                wait = float(headers["Retry_After"]) / self.server.factor
                seen.until = time.monotonic() + wait
        self.head(reply, **headers)
        self.over()
        self.wfile.write(reply.body)

    def head(self, reply: Reply, length: int | None = None, **headers: str) -> None:
        """Send status and headers; the connection ends with this answer."""
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(reply.body) if length is None else length))
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent."""


def by_chance(faults: Sequence[Fault], share: float, seed: int) -> Callable[[str], Fault | None]:
    """Return what plays one of some faults in a share of the requests."""
    chance, guard = random.Random(seed), threading.Lock()

    def pick(_: str) -> Fault | None:
        with guard:
            return chance.choice(faults) if chance.random() < share else None

    return pick


def running(works: Iterable[Work]) -> contextlib.AbstractContextManager[Services]:
    """Run the services for the length of a block."""
    return serving(Services(works))
