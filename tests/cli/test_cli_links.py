"""``verify --links``: which addresses are asked, and how the answers are printed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli
from refcore.model.identifiers import Doi
from refcore.model.reference import Reference
from refcore.net.addresses import LinkAnswer, LinkState
from refcore.verification.annotations import github
from refcore.verification.links import addresses_of, with_links
from refcore.verification.report import Report, Verdict
from refcore.verification.text import has_nothing_to_check, is_sound, short

URL = "https://example.org/page"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("REFCORE_OFFLINE", raising=False)
    Path("refs.bib").write_text(
        "@online{here, title={A page}, url={http://127.0.0.1:1/a}}\n"
        "@software{code, title={A tool}, url={ftp://example.org/b}}\n"
    )
    return lambda *arguments: CliRunner().invoke(cli, ["verify", *arguments, "refs.bib"])


def test_hosts_inside_are_not_asked(run) -> None:
    done = run("--links")
    assert done.exit_code == 0, done.output
    assert "address http://127.0.0.1:1/a: could not be asked: its host is not on" in done.stdout
    assert "address ftp://example.org/b: could not be asked: only http and https" in done.stdout
    (first, _) = json.loads(run("--links", "--json").stdout)["reports"]
    assert first["links"][0]["state"] == "could-not-be-asked"


def test_nothing_is_asked_unless_wanted(run) -> None:
    assert "address" not in run().stdout


@pytest.mark.parametrize("other", ["--offline", "--fix", "--dry-run"])
def test_links_go_with_no_option_that_asks_nothing(run, other: str) -> None:
    done = run("--links", other)
    assert done.exit_code == 2
    assert "--links" in done.stderr


def test_links_are_never_asked_offline(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    assert run("--links").exit_code == 2


def reports_with(*answers: LinkAnswer) -> Report:
    return Report(Reference("a", url=URL), Verdict.NOT_COVERED, "a page", links=answers)


@pytest.mark.parametrize(
    ("state", "is_quiet", "level"),
    [
        (LinkState.ANSWERS, True, ""),
        (LinkState.MOVED, False, "::notice"),
        (LinkState.GONE, False, "::warning"),
        (LinkState.NOT_ASKED, False, "::notice"),
    ],
)
def test_what_does_not_answer_is_shown(state: LinkState, is_quiet: bool, level: str) -> None:
    report = reports_with(LinkAnswer(URL, state, reason="why"))
    assert is_sound(report) == has_nothing_to_check(report) == is_quiet
    assert "".join(github([report])).startswith(level)
    assert str(report).splitlines()[-1].startswith(f"  address {URL}: ")
    assert URL in "".join(span.text for span in short(report))


def test_only_what_no_source_covers_is_asked() -> None:
    asked: list[str] = []

    def ask_all(urls: Iterable[str]) -> dict[str, LinkAnswer]:
        asked.extend(urls)
        return {url: LinkAnswer(url, LinkState.ANSWERS, 200) for url in asked}

    page = Reference("a", url=URL)
    paper = Reference("b", doi=Doi("10.1000/182"), url="https://example.org/paper")
    reports = [
        Report(page, Verdict.NOT_COVERED, ""),
        Report(paper, Verdict.UNCHECKED, ""),
        Report(page.evolve(key="c"), Verdict.UNCHECKED, ""),
        Report(Reference("d"), Verdict.NOT_COVERED, ""),
    ]
    found = with_links(reports, ask_all)
    assert asked == [URL]
    assert [len(report.links) for report in found] == [1, 0, 1, 0]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a.", "https://example.org/a"),
        ("(https://example.org/a)", "https://example.org/a"),
        ("https://example.org/Tool_(old).", "https://example.org/Tool_(old)"),
        ("<i>http://example.org/a</i>", "http://example.org/a"),
        ("HTTPS://EXAMPLE.ORG/a, b", "HTTPS://EXAMPLE.ORG/a"),
    ],
)
def test_an_address_in_a_text_ends_before_the_sentence_does(text: str, address: str) -> None:
    assert addresses_of(Reference("a", fields={"note": text})) == (address,)
