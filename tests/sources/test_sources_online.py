"""The services on loopback: what each is asked, and that no fault becomes a verdict."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import fake_services as fake
import pytest
from click.testing import CliRunner
from fake_services import Services

from refcore.cli.commands import cli
from refcore.model import Authors, Doi, Isbn, Person, Pmid, Reference
from refcore.net import clock
from refcore.records.beside import lookup_beside
from refcore.records.lookup import LookupStatus
from refcore.records.sidebyside import side_by_side
from refcore.records.sources import Sources
from refcore.sources.registry import default_sources
from refcore.verification.outcome import Verdict
from refcore.verification.verify import verify

ROBOT = b"<!DOCTYPE html><html><title>Making sure you are not a bot</title></html>"


@pytest.fixture
def server() -> Iterator[Services]:
    with fake.running() as services:
        yield services


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Wait in no time, and remember how long it would have been."""
    found: list[float] = []
    monkeypatch.setattr(clock.SystemClock, "sleep", lambda _, seconds: found.append(seconds))
    monkeypatch.setattr(clock.SystemClock, "now", lambda _: time.time() + sum(found))
    return found


@pytest.fixture
def sources(server: Services, waits: list[float], tmp_path: Path) -> Sources:
    environ = {**server.environ, "REFCORE_CACHE_DIR": str(tmp_path)}
    return default_sources(environ=environ, cwd=tmp_path)


def dois(count: int, prefix: str = "10.5555") -> list[Doi]:
    return [Doi(f"{prefix}/w{number}") for number in range(count)]


def test_a_hundred_dois_cost_two_requests(server: Services, sources: Sources) -> None:
    wanted = dois(100)
    server.crossref = {str(doi) for doi in wanted}
    assert sources.plan(wanted).requests == 2
    found = sources.lookup(wanted)
    assert [one.record and one.record.title for one in found.values()] == [
        f"Work w{number}" for number in range(100)
    ]
    assert dict(server.asked) == {"crossref": 2}
    sources.lookup(wanted)
    assert dict(server.asked) == {"crossref": 2}


def test_each_doi_is_asked_of_the_next_that_may_have_it(server: Services, sources: Sources) -> None:
    published, deposited, italian, none = (Doi(f"10.5555/{name}") for name in "abcd")
    server.crossref, server.datacite, server.others = {"10.5555/a"}, {"10.5555/b"}, {"10.5555/c"}
    found = sources.lookup([none, italian, deposited, published])
    assert {str(doi): one.source for doi, one in found.items() if one.record} == {
        "10.5555/a": "crossref",
        "10.5555/b": "datacite",
        "10.5555/c": "doi.org",
    }
    assert found[none].status is LookupStatus.NOT_FOUND
    assert "doi.org does not know it" in found[none].reason
    # What a list lacks is asked for once more.
    assert dict(server.asked) == {"crossref": 2, "datacite": 2, "doi": 3}


def test_pmids_and_isbns(server: Services, sources: Sources) -> None:
    pmid, unknown = Pmid("7654321"), Pmid("99999")
    book, other = Isbn("9780262033848"), Isbn("9783161484100")
    found = sources.lookup([pmid, unknown, book, other])
    assert found[pmid].record is not None
    assert found[book].record is not None
    assert found[unknown].status is LookupStatus.UNAVAILABLE
    assert "has no record of it" in found[unknown].reason
    assert dict(server.asked) == {"pubmed": 2, "openlibrary": 2}


def test_pubmed_is_a_second_maker_for_dois(server: Services, sources: Sources) -> None:
    article, none = Doi("10.5555/a"), Doi("10.5555/b")
    server.articles = {"10.5555/a": "7654321"}
    found = lookup_beside(sources.online, {article: "crossref", none: "crossref"})
    records = [one.record for one in found[article] if one.source == "pubmed"]
    assert [record and record.names for record in records] == [("Ada Byron",)]
    assert all(one.record is None for one in found[none])
    # The search, the article, and once more for what is not there.
    assert server.asked["pubmed"] == 3


def test_what_a_service_leaves_out_of_a_list_is_asked_for_again(
    server: Services, sources: Sources
) -> None:
    # Its first answer names the first book only.
    books = [Isbn("9780262033848"), Isbn("9783161484100")]
    assert all(found.record for found in sources.lookup(books).values())
    assert dict(server.asked) == {"openlibrary": 2}


FAULTS = [
    fake.status(503),
    fake.status(500),
    fake.status(429, b"<html>slow</html>", Retry_After="7"),
    fake.status(200, ROBOT),
    fake.status(404, ROBOT),
    fake.status(200, b"Resource is resting.", Content_Type="application/json"),
    fake.status(200, b'{"status":'),
    fake.cut,
]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_stays_is_never_a_verdict(
    server: Services, sources: Sources, fault: fake.Fault
) -> None:
    server.crossref = {"10.5555/w0"}
    for name in ("crossref", "datacite", "doi"):
        server.always[name] = fault
    reference = Reference("a", doi=Doi("10.5555/w0"), authors=Authors([Person("Ada", "Byron")]))
    report = verify(reference, arxiv=sources)
    assert report.verdict is Verdict.UNCHECKED
    assert "could not be asked" in report.reason


@pytest.mark.parametrize("fault", [FAULTS[0], FAULTS[2], FAULTS[3], FAULTS[7]])
def test_a_fault_that_passes(
    server: Services, sources: Sources, waits: list[float], fault: fake.Fault
) -> None:
    server.crossref = {"10.5555/w0"}
    server.faults.append(fault)
    found = sources.lookup(dois(1))
    assert found[Doi("10.5555/w0")].record is not None
    assert sum(waits) >= (7 if fault is FAULTS[2] else 1)


def test_a_fault_of_one_source_hides_no_other(server: Services, sources: Sources) -> None:
    server.datacite = {"10.5555/w0"}
    server.always["crossref"] = fake.status(503)
    assert sources.lookup(dois(1))[Doi("10.5555/w0")].source == "datacite"


def test_a_request_that_is_refused_is_halved(server: Services, sources: Sources) -> None:
    wanted = dois(40)
    server.crossref = {str(doi) for doi in wanted}

    def fault(handler: fake.Handler, _: str, body: bytes) -> None:
        handler.send(*((414, b"") if handler.path.count("doi:") > 15 else (200, body)))

    server.always["crossref"] = fault
    assert all(one.record for one in sources.lookup(wanted).values())


def test_a_service_that_is_down_is_soon_not_asked_again(server: Services, sources: Sources) -> None:
    for name in ("crossref", "datacite", "doi"):
        server.always[name] = fake.status(503)
    found = sources.lookup(dois(1000))
    assert {one.status for one in found.values()} == {LookupStatus.UNAVAILABLE}
    assert server.asked["crossref"] <= 16


def test_doi_org_is_soon_not_asked_again_either(server: Services, sources: Sources) -> None:
    server.always["doi"] = fake.status(503)
    found = sources.lookup(dois(1000))
    assert {one.status for one in found.values()} == {LookupStatus.UNAVAILABLE}
    assert server.asked["doi"] <= 16


def test_an_agency_without_a_record_is_not_a_fault_of_doi_org(
    server: Services, sources: Sources
) -> None:
    server.others = {str(doi) for doi in dois(12)}

    def fault(handler: fake.Handler, _: str, body: bytes) -> None:
        is_record = "doiRA" not in handler.path
        is_last = handler.path.endswith("w11")
        handler.send(*((404, b"<html></html>") if is_record and not is_last else (200, body)))

    server.always["doi"] = fault
    found = list(sources.lookup(dois(12)).values())
    assert [one.record is not None for one in found] == [False] * 11 + [True]


def test_who_asks_is_said_and_keys_are_not(
    server: Services, waits: list[float], tmp_path: Path
) -> None:
    environ = {
        **server.environ,
        "REFCORE_CACHE_DIR": str(tmp_path),
        "REFCORE_MAILTO": "ada@example.org",
        "REFCORE_OPENALEX_KEY": "k3y-0f-ada",
    }
    sources = default_sources(environ=environ, cwd=tmp_path)
    server.always["openalex"] = fake.status(403, b"no such key: k3y-0f-ada")
    found = sources.lookup(dois(1))[Doi("10.5555/w0")]
    assert server.asked["openalex"] == 1
    assert "mailto:ada@example.org" in server.headers[0]["User-Agent"]
    assert "k3y" not in found.reason
    assert found.status is LookupStatus.NOT_FOUND


@pytest.mark.parametrize("seed", [1, 2])
def test_every_outcome_is_right_or_unavailable(
    server: Services, sources: Sources, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - faults to repeat, no secrets
    known, deposited = dois(150), dois(50, "10.6666")
    server.crossref = {str(doi) for doi in known}
    server.datacite = {str(doi) for doi in deposited}
    none = dois(50, "10.7777")
    wanted = [*known, *deposited, *none]
    chance.shuffle(wanted)

    def fault(handler: fake.Handler, _: str, body: bytes) -> None:
        if chance.random() < 0.3:
            return chance.choice(FAULTS)(handler, "", body)
        return handler.send(404 if b"not found" in body else 200, body)

    for name in ("crossref", "datacite", "doi"):
        server.always[name] = fault
    for doi, one in sources.lookup(wanted).items():
        if one.status is LookupStatus.FOUND:
            assert one.record is not None
            assert one.record.id == doi
        elif one.status is LookupStatus.NOT_FOUND:
            assert doi in none
        else:
            assert one.reason


def test_a_title_is_searched_at_crossref_first(server: Services, sources: Sources) -> None:
    server.crossref = {f"10.5555/w{number}" for number in range(8)}
    reference = Reference("a", title="Work w5", authors=Authors([Person("Ada", "Byron")]))
    report = verify(
        reference.evolve(authors=Authors([Person("Ada", "Byron")], others=True)),
        arxiv=sources,
        lookup=True,
    )
    assert (report.verdict, str(report.record and report.record.id)) == (
        Verdict.CONFIRMED,
        "10.5555/W5",
    )
    assert dict(server.asked) == {"crossref": 1}
    assert sources.plan([], []).searches == 0


@pytest.mark.parametrize("fault", [FAULTS[0], FAULTS[3], None])
def test_a_title_that_nobody_has_is_not_a_contradiction(
    server: Services, sources: Sources, fault: fake.Fault | None
) -> None:
    server.crossref = {"10.5555/w1"}
    if fault is not None:
        server.always["crossref"] = fault
    report = verify(Reference("a", title="A Study of Nothing at All"), arxiv=sources, lookup=True)
    assert report.verdict is Verdict.UNCHECKED
    assert "could not be" in report.reason


def test_the_search_command(server: Services, waits: list[float], tmp_path: Path) -> None:
    server.crossref = {"10.5555/w5"}
    environ = {**server.environ, "REFCORE_CACHE_DIR": str(tmp_path), "REFCORE_OFFLINE": ""}
    done = CliRunner().invoke(cli, ["search", "Work w5", "--author", "Byron"], env=environ)
    assert done.stdout == "doi:10.5555/W5  Work w5. Ada Byron, Bo Fei (2020)\n"
    none = CliRunner().invoke(cli, ["search", "Of Nothing at All"], env=environ)
    assert (none.exit_code, none.stdout) == (3, "")


def test_services_work_side_by_side(server: Services, sources: Sources) -> None:
    both = threading.Barrier(2, timeout=20)

    def together(handler: fake.Handler, _: str, body: bytes) -> None:
        # Each answer waits until the other service is asked too.
        both.wait()
        handler.send(200, body)

    server.crossref = {"10.5555/w0"}
    server.always.update(crossref=together, pubmed=together)
    found = sources.lookup([Doi("10.5555/w0"), Pmid("7654321")])
    assert all(one.record is not None for one in found.values())


def test_a_fault_in_a_stream_is_raised() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(side_by_side([broken(), iter([2])]))
