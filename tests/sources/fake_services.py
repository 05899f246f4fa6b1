"""A server on loopback that answers as the services of records do, and plays faults."""

from __future__ import annotations

import json
import re
from collections import Counter, deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from http.server import ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from loopback import WholeAnswers, serving

Fault = Callable[["Handler", str, bytes], None]


def crossref(doi: str) -> dict[str, Any]:
    """Return a work as Crossref has it."""
    return {
        "DOI": doi.upper(),
        "type": "journal-article",
        "title": [f"Work {doi[8:]}"],
        "author": [{"given": "Ada", "family": "Byron"}, {"given": "Bo", "family": "Fei"}],
        "issued": {"date-parts": [[2020]]},
    }


def datacite(doi: str) -> dict[str, Any]:
    """Return a work as DataCite has it."""
    creators = [{"name": "Byron, Ada", "givenName": "Ada", "familyName": "Byron"}]
    stated = {"doi": doi, "titles": [{"title": f"Work {doi[8:]}"}], "creators": creators}
    return {"id": doi, "attributes": {**stated, "publicationYear": 2021}}


class Services(ThreadingHTTPServer):
    """The services: which DOIs each has, what was asked, the faults to play."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.crossref: set[str] = set()
        self.datacite: set[str] = set()
        self.others: set[str] = set()
        self.articles: dict[str, str] = {}
        self.asked: Counter[str] = Counter()
        self.faults: deque[Fault] = deque()
        self.always: dict[str, Fault] = {}
        self.headers: list[Any] = []

    @property
    def environ(self) -> dict[str, str]:
        """The addresses of the services, as the environment names them."""
        base = f"http://127.0.0.1:{self.server_address[1]}"
        names = ("crossref", "datacite", "doi", "pubmed", "openlibrary", "openalex", "inspire")
        found = {f"REFCORE_{name.upper()}_URL": f"{base}/{name}" for name in names}
        return {**found, "REFCORE_ARXIV_URL": f"{base}/arxiv"}

    def answer(self, service: str, path: str, query: dict[str, list[str]]) -> tuple[int, bytes]:
        """Answer one request."""
        made = getattr(self, f"_{service}", None)
        return (404, b"<html>nothing</html>") if made is None else made(path, query)

    def _crossref(self, path: str, query: dict[str, list[str]]) -> tuple[int, bytes]:
        one = re.fullmatch(r"/works/(.+)", path)
        if one:
            doi = unquote(one[1]).lower()
            if doi not in self.crossref:
                return 404, b"Resource not found."
            return 200, _json({"status": "ok", "message": crossref(doi)})
        if "query.bibliographic" in query:
            words = set(query["query.bibliographic"][0].casefold().split())
            found = [crossref(doi) for doi in sorted(self.crossref)]
            found.sort(key=lambda one: -len(words & set(one["title"][0].casefold().split())))
            return 200, _json({"status": "ok", "message": {"items": found[:5]}})
        wanted = [part[4:].lower() for part in query["filter"][0].split(",")]
        found = [crossref(doi) for doi in reversed(wanted) if doi in self.crossref]
        return 200, _json({"status": "ok", "message": {"items": found}})

    def _datacite(self, path: str, query: dict[str, list[str]]) -> tuple[int, bytes]:
        one = re.fullmatch(r"/dois/(.+)", path)
        if one:
            doi = unquote(one[1]).lower()
            if doi not in self.datacite:
                return 404, _json({"errors": [{"status": "404", "title": "gone"}]})
            return 200, _json({"data": datacite(doi)})
        wanted = query["ids"][0].lower().split(",")
        return 200, _json({"data": [datacite(doi) for doi in wanted if doi in self.datacite]})

    def _doi(self, path: str, _: dict[str, list[str]]) -> tuple[int, bytes]:
        if not path.startswith("/doiRA/"):
            doi = unquote(path[1:]).lower()
            known = {**crossref(doi), "title": f"Work {doi[8:]}", "source": "mEDRA"}
            return (200, _json(known)) if doi in self.others else (404, b"<html></html>")
        found = []
        for doi in unquote(path[7:]).split(","):
            names = (("Crossref", self.crossref), ("DataCite", self.datacite))
            agency = next((n for n, held in names if doi.lower() in held), None)
            agency = "mEDRA" if doi.lower() in self.others else agency
            said = {"RA": agency} if agency else {"status": "DOI does not exist"}
            found.append({"DOI": doi, **said})
        return 200, _json(found)

    def _pubmed(self, path: str, query: dict[str, list[str]]) -> tuple[int, bytes]:
        if path.endswith("esearch.fcgi"):
            found = [pmid for doi, pmid in self.articles.items() if f'"{doi}"' in query["term"][0]]
            ids = "".join(f"<Id>{pmid}</Id>" for pmid in found)
            return 200, f"<eSearchResult><IdList>{ids}</IdList></eSearchResult>".encode()
        dois = {pmid: doi for doi, pmid in self.articles.items()}
        articles = "".join(
            f"<PubmedArticle><MedlineCitation><PMID>{pmid}</PMID><Article><ArticleTitle>Work "
            f"{pmid}.</ArticleTitle><AuthorList><Author><LastName>Byron</LastName>"
            "<ForeName>Ada</ForeName></Author></AuthorList>"
            f'<ELocationID EIdType="doi">{dois.get(pmid, "")}</ELocationID>'
            "</Article></MedlineCitation></PubmedArticle>"
            for pmid in query["id"][0].split(",")
            if not pmid.startswith("9")
        )
        return 200, f"<PubmedArticleSet>{articles}</PubmedArticleSet>".encode()

    def _openlibrary(self, _: str, query: dict[str, list[str]]) -> tuple[int, bytes]:
        keys = query["bibkeys"][0].split(",")
        return 200, _json({key: {"title": "Book", "publish_date": "2009"} for key in keys[:1]})

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent where a client went away."""


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


class Handler(WholeAnswers):
    server: Services
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the name is http.server's
        parts = urlsplit(self.path)
        service, _, path = parts.path[1:].partition("/")
        self.server.asked[service] += 1
        self.server.headers.append(self.headers)
        status, body = self.server.answer(service, f"/{path}", parse_qs(parts.query))
        fault = self.server.faults.popleft() if self.server.faults else None
        fault = fault or self.server.always.get(service)
        if fault is not None:
            return fault(self, service, body)
        return self.send(status, body)


def status(code: int, body: bytes = b"", **headers: str) -> Fault:
    """Answer with a status."""
    return lambda handler, _, __: handler.send(code, body, **headers)


def cut(handler: Handler, _: str, __: bytes) -> None:
    """Cut the connection without a word."""
    handler.close_connection = True


def running() -> AbstractContextManager[Services]:
    """Run the services for the length of a block."""
    return serving(Services())
