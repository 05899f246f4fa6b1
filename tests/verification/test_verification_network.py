"""Verdicts over a bad network: right, or unchecked with the reason; never "false"."""

from pathlib import Path

import fake_arxiv as fake
import pytest
from fake_arxiv import FakeClock, Paper

from refcore import Verdict
from refcore.arxiv import Arxiv, ArxivClient
from refcore.model import ArxivId, Reference
from refcore.names import read_author_list
from refcore.net.http import Limits
from refcore.verification.verify import verify

FAULTS = {
    "too many": fake.status(429, b"Rate exceeded.", Retry_After="7"),
    "busy": fake.status(503),
    "odd": fake.status(406),
    "empty page": fake.EMPTY,
    "slow": fake.dripping,
    "silent": fake.silent,
    "cut": fake.cut,
    "cut in the middle": fake.only_part,
    "malformed": fake.instead(b"<feed><entry>"),
    "not a feed": fake.instead(b"<html>Sorry</html>"),
    "bomb": fake.instead(fake.BOMB),
}
PAPERS = {"2506.13585": Paper("M1", (("Ada Byron", "Bo Fei"),))}
RIGHT = Reference(
    "a", authors=read_author_list(["Ada Byron", "Bo Fei"]), arxiv=ArxivId("2506.13585")
)
WRONG = RIGHT.evolve(key="b", authors=read_author_list(["Ada Byron", "Bo Fej"]))


# Only the slow answers are in a hurry, as a machine under load answers late.
HURRIED = Limits(connect=5.0, read=0.4, total=0.8)
PATIENT = Limits(connect=10.0, read=10.0, total=20.0)


def source(
    server: fake.FakeArxiv,
    clock: FakeClock,
    cache: Path | None = None,
    limits: Limits = PATIENT,
) -> Arxiv:
    return Arxiv(cache=cache, client=ArxivClient(server.url, clock=clock, limits=limits))


def limits_for(fault: str) -> Limits:
    return HURRIED if fault in ("slow", "silent") else PATIENT


@pytest.mark.parametrize("name", FAULTS)
def test_a_passing_fault_changes_no_verdict(name: str) -> None:
    clock = FakeClock()
    with fake.running(PAPERS) as server:
        server.faults.append(FAULTS[name])
        arxiv = source(server, clock, limits=limits_for(name))
        reports = verify([RIGHT, WRONG], arxiv=arxiv)
    assert [report.verdict for report in reports] == [Verdict.CONFIRMED, Verdict.CONTRADICTED]
    assert len(server.asked) == 2
    assert sum(clock.waits) >= (7 if name == "too many" else 3)


@pytest.mark.parametrize("name", FAULTS)
def test_a_lasting_fault_leaves_the_reference_unchecked(name: str) -> None:
    with fake.running(PAPERS) as server:
        server.always = FAULTS[name]
        (report,) = verify([WRONG], arxiv=source(server, FakeClock(), limits=limits_for(name)))
    assert report.verdict is Verdict.UNCHECKED
    assert report.reason
    assert not report.is_contradicted


def test_what_was_seen_once_needs_no_network(tmp_path: Path) -> None:
    with fake.running(PAPERS) as server:
        verify([RIGHT], arxiv=source(server, FakeClock(), tmp_path))
        server.always = FAULTS["busy"]
        (report,) = verify([WRONG], arxiv=source(server, FakeClock(), tmp_path))
    assert report.verdict is Verdict.CONTRADICTED
    assert report.origin == "cache"
    assert len(server.asked) == 1


def test_a_paper_that_arxiv_has_not_is_not_found() -> None:
    unknown = RIGHT.evolve(key="c", arxiv=ArxivId("2506.00001"))
    with fake.running(PAPERS) as server:
        reports = verify([RIGHT, unknown], arxiv=source(server, FakeClock()))
    assert [report.verdict for report in reports] == [Verdict.CONFIRMED, Verdict.NOT_FOUND]


def versions(names: list[list[str]]) -> dict[str, Paper]:
    return {"2506.13585": Paper("M1", tuple(tuple(listed) for listed in names))}


def test_a_fault_that_hides_earlier_versions_leaves_the_list_unchecked() -> None:
    papers = versions([["Ada Byron"], ["Ada Byron", "Bo Fei"]])
    first = RIGHT.evolve(authors=read_author_list(["Ada Byron"]))
    with fake.running(papers) as server:
        (right,) = verify([first], arxiv=source(server, FakeClock()))
        server.faults.append(None)
        server.always = FAULTS["busy"]
        (report,) = verify([first], arxiv=source(server, FakeClock()))
    assert right.verdict is Verdict.CONFIRMED_WITH_VARIANTS
    assert "this is the list of v1; v2 added Bo Fei" in str(right)
    assert report.verdict is Verdict.UNCHECKED
    assert "not the list of v2; v1 is not known" in report.reason


def test_a_later_version_is_told_where_an_earlier_one_is_cited() -> None:
    papers = versions([["Ada Byron"], ["Ada Byron", "Bo Fei"]])
    cited = RIGHT.evolve(arxiv=ArxivId("2506.13585", 1))
    with fake.running(papers) as server:
        (report,) = verify([cited], arxiv=source(server, FakeClock()))
    assert report.verdict is Verdict.CONTRADICTED
    assert "this is the list of v2" in str(report)


def test_an_entry_without_an_id_is_found_by_its_title() -> None:
    papers = {
        "2506.13585": Paper("Scaling Test-Time Compute", (("Ada Byron", "Bo Fei"),)),
        # The paper that every search asks for too, to know an empty page for a fault.
        "0704.0001": Paper(
            "Calculation of prompt diphoton production cross sections at Tevatron and LHC energies",
            (("C. Balázs", "E. L. Berger", "P. M. Nadolsky", "C. -P. Yuan"),),
        ),
    }
    entry = Reference("a", "article", "Scaling test-time compute", RIGHT.authors)
    other = entry.evolve(key="b", title="A Paper That Nobody Wrote")
    with fake.running(papers) as server:
        arxiv = source(server, FakeClock())
        without = verify([entry], arxiv=arxiv)
        asked = len(server.asked)
        found, none = verify([entry, other], arxiv=arxiv, lookup=True)
    assert (asked, without[0].reason) == (0, "no identifier to check")
    assert found.verdict is Verdict.CONFIRMED
    assert "found by title" in str(found)
    assert "certain" in str(found)
    assert (none.verdict, none.is_contradicted) == (Verdict.UNCHECKED, False)
    assert "no paper of this title was found" in none.reason
