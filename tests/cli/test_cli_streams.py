"""`-` is the standard input or output of every command that reads or writes."""

import json
import os
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli

BIB = "% mine\n@misc{a,title={On Things},author={Fei, Bo},year=2020,eprint={2401.00001}}\n"
TWICE = BIB + "@misc{b,title={On Things},author={Fei, Bo},year=2020,eprint={2401.00001}}\n"
LOCK = {
    "format": 1,
    "records": [
        {"id": "2401.00001", "version": 1, "title": "On Things", "authors": ["Bo Fei"]},
    ],
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    (tmp_path / "arxiv.lock.json").write_text(json.dumps(LOCK), encoding="utf-8")
    return tmp_path


def run(*arguments: str, given: str = BIB):
    return CliRunner().invoke(cli, arguments, input=given, catch_exceptions=False)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("verify", "-", "--from", "bibtex"), 0, "a: confirmed"),
        (("verify", "-", "--from", "bibtex", "--json"), 0, '"confirmed"'),
        (("verify", "-", "--from", "bibtex", "--dry-run"), 0, "1 in the lock"),
        (("format", "-", "--from", "bibtex"), 0, "On things"),
        (("keys", "-", "--from", "bibtex"), 1, "a -> "),
        (("duplicates", "-", "--from", "bibtex"), 0, ""),
        (("tidy", "-"), 0, "% mine\n@misc{a,\n  title  = {On Things},\n"),
        (("tidy", "-", "--check"), 1, "-: would change"),
        (("tidy", "-", "--diff"), 0, "+  title  = {On Things},\n"),
        (("convert", "-", "-", "--from", "bibtex", "--to", "bibtex"), 0, BIB),
        (("convert", "-", "-", "--from", "bibtex", "--to", "ris"), 0, "TY  - "),
        (("convert", "-", "--from", "bibtex", "--to", "ris"), 0, "TY  - "),
        (("convert", "-", "out.json", "--from", "bibtex"), 0, ""),
    ],
)
def test_the_standard_input_is_read(arguments: tuple[str, ...], code: int, said: str) -> None:
    done = run(*arguments)
    assert (done.exit_code, said in done.stdout) == (code, True), done.output
    assert not Path("-").exists()


def test_the_standard_output_holds_the_result_alone(folder: Path) -> None:
    Path("refs.bib").write_text(TWICE, encoding="utf-8")
    done = run("duplicates", "refs.bib", "--merge", "-", "--to", "bibtex")
    assert done.exit_code == 1
    assert done.stdout.startswith(BIB.rstrip("}\n"))
    assert done.stdout.count("@") == 1
    assert "the same" in done.stderr or "duplicates" in done.stderr
    done = run("convert", "refs.bib", "-", "--to", "csl-json")
    assert len(json.loads(done.stdout)) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("verify", "-"), "--from"),
        (("verify", "-", "--from", "nonsense"), "no format 'nonsense'"),
        (("format", "-"), "--from"),
        (("keys", "-"), "--from"),
        (("keys", "-", "--from", "bibtex", "--write"), "--write"),
        (("duplicates", "-"), "--from"),
        (("duplicates", "-", "--from", "bibtex", "--merge", "-"), "--to"),
        (("convert", "-", "x.bib"), "--from"),
        (("convert", "-", "-", "--from", "bibtex"), "--to"),
        (("convert", "-", "--from", "bibtex"), "--to"),
        (("lock", "-"), "--from"),
        (("verify", "-", "--fix", "--from", "bibtex"), "cannot ask about changes"),
    ],
)
def test_what_is_missing_is_said(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2, done.output
    assert said in done.stderr


def test_a_named_format_goes_before_the_suffix() -> None:
    Path("refs.txt").write_text(BIB, encoding="utf-8")
    assert run("verify", "refs.txt").exit_code == 2
    assert run("verify", "refs.txt", "--from", "bibtex").exit_code == 0


@pytest.mark.parametrize("flags", [[], ["--sort"]])
def test_tidy_lays_out_a_file_with_an_entry_without_a_key(flags: list[str]) -> None:
    text = '@misc{, title="A", year=2020}\n@book{b, title="C"}\n@misc{title = {D}}\n@misc{\n}\n'
    Path("refs.bib").write_text(text, encoding="utf-8")
    assert run("tidy", "refs.bib", *flags).exit_code == 0
    after = Path("refs.bib").read_text(encoding="utf-8")
    assert "@misc{,\n  title = {A},\n  year  = {2020},\n}\n" in after
    assert "@misc{,\n  title = {D},\n}\n" in after
    assert run("tidy", "refs.bib", "--check", *flags).exit_code == 0


MISSPELT = BIB.replace("Fei, Bo", "Fej, Bo")


def test_fix_and_update_are_filters(folder: Path) -> None:
    done = run("verify", "--fix", "--yes", "-", given=MISSPELT)
    assert done.stdout == BIB
    assert "1 of 1 fixes made" in done.stderr
    assert run("verify", "--fix", "--diff", "-", given=MISSPELT).stdout.count("\n+") == 2
    done = run("verify", "--fix", "-", given=MISSPELT)
    assert (done.exit_code, done.stdout) == (2, "")
    done = run("update", "--yes", "-", given=BIB)
    assert done.stdout == BIB
    assert "nothing to update" in done.stderr


WRONG = LOCK["records"][0] | {"authors": ["Bo Feier"], "published": "2024-01-01"}
OTHER = "@misc{c, title={On Water}, author={Li, Wei}, eprint={2401.00002}}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "--fix", "--yes", "-"),
        ("verify", "--fix", "--diff", "-"),
        ("update", "--yes", "-"),
        ("update", "--diff", "-"),
    ],
)
def test_the_standard_input_is_shown_under_its_own_name(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    lock = {"format": 1, "records": [WRONG]}
    (folder / "arxiv.lock.json").write_text(json.dumps(lock), encoding="utf-8")
    done = run(*arguments, given=BIB + "@misc{open, title={On Ore}\n")
    said = done.stdout + done.stderr
    assert "error: -:" in said
    assert "-: " in said.replace("error: -:", "")
    assert "stdin.bib" not in said


def test_no_network_is_missed_where_every_record_is_held(folder: Path) -> None:
    lock = {"format": 1, "records": [WRONG]}
    (folder / "arxiv.lock.json").write_text(json.dumps(lock), encoding="utf-8")
    (folder / "refs.bib").write_text(BIB + "@book{b, title={On Ore}}\n", encoding="utf-8")
    done = run("verify", "refs.bib")
    assert "b: unchecked" in done.stdout
    assert "does not have all records" not in done.stderr
    (folder / "refs.bib").write_text(OTHER, encoding="utf-8")
    assert "does not have all records" in run("verify", "refs.bib", "--offline").stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_is_read_once(folder: Path) -> None:
    os.mkfifo(folder / "a.bib")
    writer = threading.Thread(target=lambda: (folder / "a.bib").write_text(BIB, encoding="utf-8"))
    writer.start()
    result = run("verify", "a.bib")
    writer.join()
    assert (result.exit_code, "a: confirmed" in result.output) == (0, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("named", ["bibliography: p.bib", "bibliography: a.bib\ncsl: p.csl"])
def test_a_document_names_no_pipe(folder: Path, named: str) -> None:
    (folder / "a.bib").write_text(BIB, encoding="utf-8")
    for name in ("p.bib", "p.csl"):
        os.mkfifo(folder / name)
    (folder / "d.md").write_text(f"---\n{named}\n---\n[@a]\n", encoding="utf-8")
    result = run("render", "d.md")
    assert result.exit_code == 2
    assert "not a plain file" in result.output
