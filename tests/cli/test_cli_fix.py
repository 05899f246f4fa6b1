"""`verify --fix`: certain fixes only, shown first, and nothing else in the file changes."""

import shutil
import subprocess
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
    assert "not changed" in done.stdout


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
    assert "nothing to fix" in again.stdout


def test_only_bib_files_are_fixed(path: Path) -> None:
    Path("refs.json").write_text("[]")
    done = run("refs.json")
    assert done.exit_code == 2
    assert "only .bib files" in done.stderr


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--fix", "--json"], "cannot be used with --json"),
        (["--fix", "--sarif"], "cannot be used with --sarif"),
        (["--yes"], "--fix"),
    ],
)
def test_flags_that_do_not_go_together(path: Path, flags: list[str], said: str) -> None:
    done = CliRunner().invoke(cli, ["verify", *flags, str(path)])
    assert done.exit_code == 2
    assert said in done.stderr
    assert path.read_bytes() == FILE.replace("\n", "\r\n").encode()


ENTRY = (
    "@misc{{k{0}, title={{On Things: A Study}}, author={{Fei, Bo and Lee, Ann and Li, Aonian}}, "
    "eprint={{2506.13585}}}}\n"
)


@pytest.fixture
def several(path: Path) -> Path:
    path.write_text("".join(map(ENTRY.format, range(4))), encoding="utf-8")
    return path


def fixed(path: Path) -> list[int]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines) if "Bäckström" in line]


@pytest.mark.parametrize(
    ("answers", "made"),
    [
        ("y\nn\ny\nn\n", [0, 2]),
        ("n\na\n", [1, 2, 3]),
        ("y\nq\n", [0]),
        ("q\n", []),
        ("what\ny\nno\nQUIT\n", [0]),
        ("\n\n\nyes\n", [3]),
    ],
)
def test_each_change_is_chosen(several: Path, answers: str, made: list[int]) -> None:
    done = run(str(several), answer=answers)
    assert fixed(several) == made
    assert f"{len(made)} of 4 fixes made" in done.stdout


@pytest.mark.parametrize("flags", [["--diff"], ["--dry-run"], ["--diff", "--dry-run"]])
def test_all_changes_are_shown_and_none_is_made(several: Path, flags: list[str]) -> None:
    before = several.read_bytes()
    done = run(*flags, str(several))
    assert several.read_bytes() == before
    assert done.stdout.count("+@misc{") == 4
    assert "@@ -3 +3 @@" in done.stdout
    assert "4 fixes offered, none made" in done.stdout
    assert done.exit_code == 1


def test_the_diff_is_a_patch(several: Path) -> None:
    text = several.read_text(encoding="utf-8").replace(", eprint", ",\n  eprint")
    several.write_text(text.replace(" and Lee", " and\n  Lee"), encoding="utf-8")
    before = several.read_text(encoding="utf-8")
    shown = run("--diff", str(several)).stdout
    run("--yes", str(several))
    after = several.read_text(encoding="utf-8")
    several.write_text(before, encoding="utf-8")
    patch = shutil.which("patch")
    if patch is not None:
        subprocess.run([patch, "-p0"], input=shown.encode(), check=True, capture_output=True)
        assert several.read_text(encoding="utf-8") == after
    assert after != before


def test_where_nobody_answers_it_says_so(several: Path) -> None:
    before = several.read_bytes()
    done = run(str(several), answer="y\n")  # and the input ends
    assert done.exit_code == 2
    assert "--yes" in done.stderr
    assert "--diff" in done.stderr
    assert several.read_bytes() == before


@pytest.mark.parametrize("flags", [["--diff"], ["--fix", "--diff", "--yes"]])
def test_showing_and_making_do_not_go_together(path: Path, flags: list[str]) -> None:
    assert CliRunner().invoke(cli, ["verify", *flags, str(path)]).exit_code == 2


MISREAD = """@misc{one, title = {On Lamps}, author = {Ola, Tea; Ruiz, Ana et al.}}
@misc{two, title = {On Wicks}, author = "Ola, Tea and Ruiz, Ana"}
"""


def test_misread_author_fields_are_rewritten(path: Path) -> None:
    path.write_text(MISREAD, encoding="utf-8")
    shown = run(str(path), "--diff")
    assert "semicolons between names" in shown.stdout
    assert "+@misc{one, title = {On Lamps}, author = {Ola, Tea and Ruiz, Ana and others}}" in (
        shown.stdout
    )
    assert path.read_text(encoding="utf-8") == MISREAD
    assert "0 of 1 fixes made" in run(str(path), answer="n\n").stdout
    assert "1 of 1 fixes made" in run(str(path), answer="y\n").stdout
    assert path.read_text(encoding="utf-8") == MISREAD.replace(
        "Ola, Tea; Ruiz, Ana et al.", "Ola, Tea and Ruiz, Ana and others"
    )
    assert "nothing to fix" in run(str(path), "--yes").stdout
