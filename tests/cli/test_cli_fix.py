"""`verify --fix`: certain fixes only, shown first, and nothing else in the file changes."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli

LOCK = """{"format": 1, "records": [
  {"id": "2506.13585", "version": 1, "title": "On Things: A Study",
   "authors": ["Bo Fei", "Karl Bäckström", "Aonian Li"], "primary_category": "cs.CL"},
  {"id": "1706.03762", "version": 1, "title": "Attention Is All You Need",
   "authors": ["Ashish Vaswani"]}]}"""
FILE = """% mine
@string{me = "x"}

@Misc{one ,
    title   = "On Things: {A} Study",
    author  = "Fei, B. and B{\\"a}ckstrom, Karl and Lee, Aonian",
    eprint  = {2506.13585}, archivePrefix="arXiv" ,
    note    = me # { kept   as it is}
}
@misc{two, title={Something Else Altogether}, author={Nobody, Ann}, eprint={1706.03762}}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    Path("arxiv.lock.json").write_text(LOCK, encoding="utf-8")
    Path("refs.bib").write_text(FILE, encoding="utf-8", newline="\r\n")
    return Path("refs.bib")


def run(*arguments: str, answer: str = ""):
    return CliRunner().invoke(cli, ["verify", "--fix", *arguments], input=answer)


def test_a_fix_is_shown_and_made_and_all_else_stays(path: Path) -> None:
    before = path.read_bytes().decode().split("\r\n")
    done = run(str(path), answer="y\n")
    after = path.read_bytes().decode().split("\r\n")
    changed = [number for number, line in enumerate(before) if line not in after]
    assert changed == [5]
    assert "Li, Aonian" in after[5]
    assert "Fei, B. and" in after[5]
    assert 'author  = "' in after[5]
    assert "-    author" in done.stdout
    assert "+    author" in done.stdout
    assert "1 of 1 fixes made" in done.stdout
    assert done.exit_code == 1
    assert "left alone" in done.stdout


@pytest.mark.parametrize("answer", ["n\n", ""])
def test_without_a_yes_nothing_is_written(path: Path, answer: str) -> None:
    before = path.read_bytes()
    run(str(path), answer=answer)
    assert path.read_bytes() == before


def test_yes_asks_nothing(path: Path) -> None:
    done = run("--yes", str(path))
    assert "Make this change?" not in done.stdout
    assert b"Li, Aonian" in path.read_bytes()
    again = run("--yes", str(path))
    assert "0 of 0 fixes made" in again.stdout


def test_only_bib_files_are_fixed(path: Path) -> None:
    Path("refs.json").write_text("[]")
    done = run("refs.json")
    assert done.exit_code == 2
    assert "only .bib files" in done.stderr


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--fix", "--json"], "no --json"),
        (["--fix", "--sarif"], "no --sarif"),
        (["--yes"], "--fix"),
    ],
)
def test_flags_that_do_not_go_together(path: Path, flags: list[str], said: str) -> None:
    done = CliRunner().invoke(cli, ["verify", *flags, str(path)])
    assert done.exit_code == 2
    assert said in done.stderr
    assert path.read_bytes() == FILE.replace("\n", "\r\n").encode()
