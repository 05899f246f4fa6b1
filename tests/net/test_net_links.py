"""Web addresses, asked over real HTTP on loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from loopback import serving

from refcore.model import Reference
from refcore.net.addresses import LinkState, is_public
from refcore.net.links import LinkClient, LinkLimits
from refcore.records.sources import Sources
from refcore.verification.verify import verify


class Site(ThreadingHTTPServer):
    """A site: for each path the status to HEAD, the status to GET, and the location."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, tuple[int, int, str]] = {}
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.hold = threading.Event()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_HEAD(self) -> None:
        self._answer(0)

    def do_GET(self) -> None:
        self._answer(1)

    def _answer(self, at: int) -> None:
        self.server.asked.append((self.command, self.path))
        self.server.headers.append(dict(self.headers))
        if self.path == "/silent":
            self.server.hold.wait(20)
            return
        page = self.server.pages.get(self.path, (404, 404, ""))
        self.send_response(int(page[at]))
        if page[2]:
            self.send_header("Location", page[2])
        self.send_header("Set-Cookie", "who=you; Path=/")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as server:
        yield server
        server.hold.set()


@pytest.fixture
def client() -> LinkClient:
    return LinkClient(allow_loopback=True)


@pytest.mark.parametrize(
    ("page", "words", "methods"),
    [
        ((200, 200, ""), "answers", "HEAD"),
        ((204, 204, ""), "answers", "HEAD"),
        ((405, 200, ""), "answers", "HEAD GET"),
        ((404, 200, ""), "answers", "HEAD GET"),
        ((404, 404, ""), "gone (404)", "HEAD GET"),
        ((403, 410, ""), "gone (410)", "HEAD GET"),
        ((403, 403, ""), "could not be asked: its host answers with the status 403", "HEAD GET"),
        ((503, 503, ""), "could not be asked: its host answers with the status 503", "HEAD GET"),
        ((301, 301, ""), "could not be asked: its host answers with the status 301", "HEAD"),
    ],
)
def test_an_answer_is_named(site: Site, client: LinkClient, page, words: str, methods) -> None:
    site.pages["/a"] = page
    assert client.ask(site.url("/a#part")).words == words
    assert " ".join(method for method, _ in site.asked) == methods
    assert {path for _, path in site.asked} == {"/a"}


@pytest.mark.parametrize(
    ("status", "state"),
    [(301, "moved"), (308, "moved"), (302, "answers"), (303, "answers"), (307, "answers")],
)
def test_only_a_redirect_for_good_is_a_move(site: Site, client, status: int, state: str) -> None:
    site.pages |= {"/a": (status, status, "b"), "/b": (200, 200, "")}
    found = client.ask(site.url("/a"))
    assert (found.state, found.location) == (state, site.url("/b") if state == "moved" else "")


def test_a_move_ends_where_a_passing_redirect_begins(site: Site, client: LinkClient) -> None:
    site.pages |= {
        "/a": (301, 301, "/b"),
        "/b": (302, 302, "/c"),
        "/c": (301, 301, "/d"),
        "/d": (200, 200, ""),
    }
    assert client.ask(site.url("/a")).location == site.url("/b")


def test_an_address_that_moved_to_nothing_is_gone(site: Site, client: LinkClient) -> None:
    site.pages["/a"] = (301, 301, "/none")
    found = client.ask(site.url("/a"))
    assert found.state is LinkState.GONE
    assert found.words == f"moved to {site.url('/none')}, which is gone (404)"


def test_redirects_are_few(site: Site, client: LinkClient) -> None:
    site.pages["/round"] = (302, 302, "/round")
    found = client.ask(site.url("/round"))
    assert found.reason.endswith("it redirects more than 5 times")
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("http://10.0.0.1/", "not on the public internet (10.0.0.1)"),
        ("http://169.254.169.254/latest", "not on the public internet (169.254.169.254)"),
        ("http://[::ffff:192.168.0.1]/", "not on the public internet"),
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/hosts", "only http and https"),
        ("http://me:secret@127.0.0.1/", "a user name or a password"),
        ("http://[bad/", "it leads to what is not a web address"),
        ("http://127.0.0.1:99999/", "it is not a web address"),
        ("/" + "a" * 3000, "longer than 2000 characters"),
    ],
)
def test_a_redirect_is_judged_like_an_address(site: Site, client, target: str, words: str) -> None:
    site.pages["/a"] = (302, 302, target)
    found = client.ask(site.url("/a"))
    assert found.state is LinkState.NOT_ASKED
    assert words in found.reason
    assert len(site.asked) == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "[::1]", "2130706433"])  # noqa: S104
def test_this_machine_is_never_asked(site: Site, host: str) -> None:
    found = LinkClient().ask(f"http://{host}:{site.server_port}/a")
    assert found.state is LinkState.NOT_ASKED
    assert found.status is None
    assert site.asked == []


def test_one_private_address_of_a_host_is_enough_to_refuse_it(site: Site) -> None:
    client = LinkClient(allow_loopback=True, resolve=lambda *_: ["127.0.0.1", "192.168.1.1"])
    found = client.ask(f"http://example.org:{site.server_port}/a")
    assert "192.168.1.1" in found.reason
    assert site.asked == []


def test_the_address_that_was_judged_is_the_one_that_is_asked(site: Site) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    client = LinkClient(allow_loopback=True, resolve=lambda *_: next(answers))
    site.pages["/a"] = (405, 200, "")
    assert client.ask(f"http://example.org:{site.server_port}/a").state is LinkState.ANSWERS
    assert {one["Host"] for one in site.headers} == {f"example.org:{site.server_port}"}


def test_no_credentials_are_sent(
    site: Site, client: LinkClient, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://me:secret@127.0.0.1:9/")
    site.pages |= {"/a": (301, 301, "/b"), "/b": (405, 200, "")}
    assert client.ask(site.url("/a")).state is LinkState.MOVED
    sent = {name.casefold() for headers in site.headers for name in headers}
    assert sent == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_a_silent_host_takes_bounded_time_and_is_left(site: Site) -> None:
    client = LinkClient(LinkLimits(seconds=0.4, faults=1), allow_loopback=True)
    found = client.ask_all([site.url("/silent"), site.url("/a"), site.url("/silent")])
    assert [one.state for one in found.values()] == [LinkState.NOT_ASKED] * 2
    assert found[site.url("/a")].reason == "its host did not answer for 1 other addresses"
    assert {path for _, path in site.asked} == {"/silent"}


def test_the_clock_is_an_argument() -> None:
    moments = iter((0.0, 20.0))
    client = LinkClient(LinkLimits(seconds=15), resolve=lambda *_: [], now=lambda: next(moments))
    assert client.ask("http://a.example/").reason == "no answer within 15 s"


def test_a_host_that_is_not_there_is_said(site: Site, client: LinkClient) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    lost = LinkClient(resolve=unknown).ask("http://nowhere.example/a")
    assert lost.reason == "its host is not known"
    url = site.url("/a")
    site.shutdown()
    site.server_close()
    assert "no connection" in client.ask(url).reason


@pytest.mark.parametrize("url", ["", "a", "http://", "http://[", "//example.org/a", "http://\0/"])
def test_what_is_not_an_address_is_an_answer_in_words(url: str) -> None:
    found = LinkClient(resolve=lambda *_: []).ask(url)
    assert (found.state, found.url) == (LinkState.NOT_ASKED, url)
    assert found.reason


@pytest.mark.parametrize(
    "ip",
    [
        "127.8.8.8",
        "0.0.0.0",  # noqa: S104
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::a00:1",
        "no address",
    ],
)
def test_hosts_inside_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["1.1.1.1", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_hosts_outside_are_public(ip: str) -> None:
    assert is_public(ip)


def test_verify_asks_the_addresses_of_what_no_source_covers(site: Site) -> None:
    site.pages = {"/here": (200, 200, ""), "/gone": (404, 404, "")}
    client = LinkClient(allow_loopback=True)
    pages = [
        Reference(name, "webpage", name, url=site.url(f"/{name}")) for name in ("here", "gone")
    ]
    reports = verify(pages, arxiv=Sources(), links=client)
    assert [one.links[0].state for one in reports] == [LinkState.ANSWERS, LinkState.GONE]
    assert verify(pages[0], arxiv=Sources(), links=client).links[0].status == 200
    assert verify(pages[0], arxiv=Sources()).links == ()


def test_verify_asks_no_address_where_that_is_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    with pytest.raises(ValueError, match="REFCORE_OFFLINE"):
        verify(Reference("a", "webpage", "A"), arxiv=Sources(), links=True)


def test_verify_with_links_of_its_own_asks_no_private_address(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFCORE_OFFLINE", "0")
    page = Reference("here", "webpage", "Here", url=site.url("/here"))
    report = verify(page, arxiv=Sources(), links=True)
    assert report.links[0].state is LinkState.NOT_ASKED
    assert site.asked == []
