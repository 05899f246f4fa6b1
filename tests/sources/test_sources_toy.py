"""A new source takes one file and one line: everything works with it."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest
import toy_source
from click.testing import CliRunner
from toy_source import BOATS, TOY

from refcore.cli.commands import cli
from refcore.errors import ArxivNotFound
from refcore.model import Authors, Doi, Reference
from refcore.records.lock import Lock, read_lock
from refcore.records.source import Trust
from refcore.sources import registry
from refcore.sources.registry import default_sources
from refcore.verification.outcome import Verdict
from refcore.verification.verify import fetch, verify

ENTRY = """@article{boats,
  author = {Byron, Ada and Fei, Bo},
  title = {Boats of Paper},
  year = {2020},
  doi = {10.9999/boats},
}
@article{none,
  author = {Byron, Ada},
  title = {Rafts of Straw},
  doi = {10.9999/rafts},
}
"""


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(registry, "SOURCES", ["toy_source:TOY"])
    monkeypatch.setenv("REFCORE_OFFLINE", "")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def test_the_file_is_short() -> None:
    lines = Path(__file__).with_name("toy_source.py").read_text("utf-8").splitlines()
    assert len(lines) <= 80


def test_verify_and_the_report() -> None:
    reference = Reference("a", "article-journal", "Boats of Paper", doi=Doi("10.9999/BOATS"))
    report = verify(reference.evolve(authors=BOATS.author_list))
    assert (report.verdict, report.reason) == (
        Verdict.CONFIRMED,
        "the authors match Toyland",
    )
    assert "doi:10.9999/boats" in str(report)
    assert "Toyland lists 2 people" in str(report)
    wrong = verify(reference.evolve(authors=Authors(BOATS.author_list[:1])))
    assert wrong.verdict is Verdict.CONTRADICTED
    assert "arXiv" not in str(wrong)
    assert verify(reference.evolve(doi=Doi("10.9999/rafts"))).verdict is Verdict.NOT_FOUND


def test_fetch() -> None:
    found = fetch("https://doi.org/10.9999/boats")
    assert (found.title, found.fields["volume"]) == ("Boats of Paper", "7")
    with pytest.raises(ArxivNotFound, match="no toy"):
        fetch("doi:10.9999/rafts")


def test_the_plan() -> None:
    ids = [Doi(f"10.9999/{number}") for number in range(25)]
    plan = default_sources(lock=Lock([BOATS])).plan([*ids, Doi("10.9999/boats")])
    assert (plan.requests, dict(plan.by_source), plan.seconds) == (3, {"toy": 3}, 1.5)
    assert plan.in_lock == (Doi("10.9999/boats"),)


def test_the_commands(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(ENTRY, encoding="utf-8")
    run = CliRunner().invoke
    done = run(cli, ["verify", "refs.bib"])
    assert done.exit_code == 1
    assert "boats: confirmed: the authors match Toyland" in done.stdout
    assert "none: not found: there is no toy 10.9999/rafts" in done.stdout
    listed = json.loads(run(cli, ["verify", "--json", "refs.bib"]).stdout)
    assert listed["reports"][0]["id"] == "doi:10.9999/boats"
    assert listed["reports"][0]["record"]["source"] == "toy"
    assert "requests to make: 0" in run(cli, ["verify", "--dry-run", "refs.bib"]).stdout
    fresh = run(cli, ["verify", "--dry-run", "--refresh", "refs.bib"]).stdout
    assert "requests to make: 1" in fresh
    fetched = run(cli, ["fetch", "doi:10.9999/boats"])
    assert "@article{byron2020boats," in fetched.stdout


def test_the_lock(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(ENTRY, encoding="utf-8")
    done = CliRunner().invoke(cli, ["lock", "refs.bib"])
    assert done.exit_code == 3
    assert "1 record fetched, 1 failed" in done.stdout
    lock = read_lock(tmp_path / "refcore.lock.json")
    assert lock.get(Doi("10.9999/boats")) == BOATS
    assert '"id": "doi:10.9999/boats"' in (tmp_path / "refcore.lock.json").read_text("utf-8")
    offline = CliRunner().invoke(cli, ["verify", "refs.bib"], env={"REFCORE_OFFLINE": "1"})
    assert "boats: confirmed" in offline.stdout


def test_what_a_source_forbids_to_pass_on_is_not_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = attrs.evolve(TOY, name="private", trust=Trust(can_be_kept=False))
    monkeypatch.setattr(toy_source, "PRIVATE", private, raising=False)
    shelf = {BOATS.id: attrs.evolve(BOATS, source="private")}
    monkeypatch.setattr(toy_source, "SHELF", shelf)
    registry.SOURCES.insert(0, "toy_source:PRIVATE")
    done = CliRunner().invoke(cli, ["lock", "doi:10.9999/boats"])
    assert done.exit_code == 3
    assert "10.9999/boats: not locked: the terms of Toyland do not allow it" in done.stderr
    assert "1 record fetched, 0 failed" in done.stdout
    assert not (tmp_path / "refcore.lock.json").exists()


def test_add(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("% mine\n@misc{byron2020boats,\n  title = {Another},\n}\n", encoding="utf-8")
    run = CliRunner().invoke
    done = run(cli, ["add", "https://doi.org/10.9999/boats", "doi:10.9999/rafts", "refs.bib"])
    assert done.exit_code == 1
    assert "byron2020boatsa added (doi:10.9999/boats)" in done.stdout
    assert "doi:10.9999/rafts: there is no toy" in done.stderr
    text = path.read_text("utf-8")
    assert text.startswith("% mine\n@misc{byron2020boats,\n  title = {Another},\n}\n")
    assert text.count("10.9999/boats") == 1
    again = run(cli, ["add", "10.9999/BOATS", "refs.bib"])
    assert (again.exit_code, "byron2020boatsa is already in the file" in again.stdout) == (0, True)
    assert path.read_text("utf-8") == text
    made = run(cli, ["add", "10.9999/boats", "new.bib"])
    assert made.exit_code == 0
    assert "{byron2020boats," in (tmp_path / "new.bib").read_text("utf-8")
    assert run(cli, ["add", "refs.bib"]).exit_code == 2
