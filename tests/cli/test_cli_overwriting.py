"""An existing file is overwritten only on request."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli

BIB = "@misc{a, title={One}}\n@misc{b, title={Two}}\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    Path("refs.bib").write_text(BIB, encoding="utf-8")
    Path("mine.bib").write_text(BIB, encoding="utf-8")
    Path("paper.md").write_text("As @a says.\n", encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(cli, arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", "refs.bib", "mine.bib"),
        ("duplicates", "refs.bib", "--merge", "mine.bib"),
        ("verify", "refs.bib", "-o", "mine.bib"),
        ("render", "paper.md", "--bib", "refs.bib", "-o", "mine.bib"),
    ],
)
def test_the_library_that_would_be_lost_is_named(run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    said = "mine.bib exists and holds 2 references, which would be lost; add --force"
    assert said in done.stderr
    assert Path("mine.bib").read_text(encoding="utf-8") == BIB
    assert run(*arguments, "--force").exit_code in (0, 1, 3)


def test_convert_overwrites_no_file_at_all(run) -> None:
    Path("out.json").write_text("something else", encoding="utf-8")
    done = run("convert", "refs.bib", "out.json")
    assert (done.exit_code, "out.json exists; add --force" in done.stderr) == (2, True)
    Path("empty.json").touch()
    assert run("convert", "refs.bib", "empty.json").exit_code == 0


def test_a_report_takes_the_place_of_the_last_one(run) -> None:
    for _ in range(2):
        assert run("verify", "refs.bib", "-o", "report.json").exit_code == 3
        assert run("render", "paper.md", "--bib", "refs.bib", "-o", "paper.html").exit_code == 0


def test_a_document_is_never_written_over_by_itself(run) -> None:
    done = run("render", "paper.md", "--bib", "refs.bib", "-o", "paper.md", "--force")
    assert done.exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [("lock", "2506.13585", "--lock", "-"), ("snapshot", "build", "refs.bib", "--out", "-")],
)
def test_a_hyphen_becomes_no_file(run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2
    assert not Path("-").exists()


def test_add_prints_where_the_file_is_a_hyphen(run) -> None:
    lock = Path(__file__).resolve().parents[2] / "references" / "arxiv.lock.json"
    done = run("add", "--lock", str(lock), "2506.13585", "-")
    assert done.stdout.startswith("@misc{")
    assert "added" in done.stderr
    assert not Path("-").exists()
    assert run("add", "-", "-").exit_code == 2
