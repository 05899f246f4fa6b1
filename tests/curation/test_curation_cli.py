"""`refcore keys` and `refcore duplicates` as a person runs them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore import load
from refcore.cli.commands import cli

BIB = b"""% mine\r
@article{a1,\r
\tauthor = "Lee, Ann",  year=2020,\r
\ttitle  = {Keys},   doi = {10.1000/1}\r
}\r
@inbook{b, crossref={A1}, author={Wu, Bo}, title={Part}}\r
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_bytes(BIB)
    return lambda *arguments: CliRunner().invoke(cli, arguments)


def test_keys_are_printed_and_the_file_does_not_change(run) -> None:
    done = run("keys", "refs.bib", "--template", "[auth:lower][year]")
    assert (done.exit_code, done.stdout) == (1, "a1 -> lee2020\nb -> wu2020\n")
    assert Path("refs.bib").read_bytes() == BIB


def test_keys_are_renamed_and_nothing_else(run) -> None:
    done = run("keys", "refs.bib", "--template", "[auth:lower][year]", "--write")
    assert done.exit_code == 0
    renamed = BIB.replace(b"{a1,", b"{lee2020,").replace(b"{b,", b"{wu2020,")
    assert Path("refs.bib").read_bytes() == renamed.replace(b"{A1}", b"{lee2020}")
    again = run("keys", "refs.bib", "--template", "[auth:lower][year]")
    assert (again.exit_code, again.stdout) == (0, "")


def test_a_key_that_occurs_twice_does_not_change(run) -> None:
    text = BIB + b"@misc{b, author={Other}}\r\n"
    Path("refs.bib").write_bytes(text)
    done = run("keys", "refs.bib", "--write")
    assert (done.exit_code, done.stdout) == (0, "a1 -> lee2020keys\n")
    assert Path("refs.bib").read_bytes().count(b"{b,") == 2


def test_faults_of_keys_end_with_a_line_and_a_code(run) -> None:
    done = run("keys", "refs.bib", "--template", "[auht]")
    assert done.exit_code == 2
    assert "column 2: found 'auht'" in done.stderr
    Path("refs.json").write_text("[]", encoding="utf-8")
    assert run("keys", "refs.json", "--write").exit_code == 2
    assert run("keys", "missing.bib").exit_code == 2


def test_duplicates_of_several_files_are_printed(run) -> None:
    assert run("duplicates", "refs.bib").exit_code == 0
    Path("other.bib").write_text("@misc{x, title={Other}, doi={10.1000/1}}", encoding="utf-8")
    done = run("duplicates", "refs.bib", "other.bib")
    assert done.exit_code == 1
    assert done.stdout == (
        "a1, x: the same DOI\n  refs.bib:2:1: a1: Keys\n  other.bib:1:1: x: Other\n"
    )


def test_duplicates_are_merged_into_a_file(run) -> None:
    Path("other.bib").write_text(
        "@article{x, title={Keys}, doi={10.1000/1}, volume=3} @misc{b, title={B}}", encoding="utf-8"
    )
    done = run("duplicates", "refs.bib", "other.bib", "--merge", "all.bib")
    assert done.exit_code == 1
    assert "the key 'b' belongs to another work" in done.stderr
    library = load("all.bib")
    assert library.keys() == ("a1", "b", "ba")
    assert library["a1"].fields["volume"] == "3"


def test_a_merge_keeps_what_it_does_not_touch(run) -> None:
    Path("other.bib").write_text("@misc{x, title={Keys}, doi={10.1000/1}, volume=3}")
    run("duplicates", "refs.bib", "other.bib", "--merge", "refs.bib")
    lines = Path("refs.bib").read_bytes().splitlines(keepends=True)
    kept = BIB.splitlines(keepends=True)
    assert [line for line in kept if line not in lines] == [kept[3]]
    assert lines[3].rstrip() == kept[3].rstrip() + b",   volume = 3,   ids    = {x}"
    once = BIB + b"@string{s = {S}}\n@misc{c, note = s, title={Keys}, doi={10.1000/1}}\n% end\n"
    Path("refs.bib").write_bytes(once)
    run("duplicates", "refs.bib", "--merge", "refs.bib")
    text = Path("refs.bib").read_bytes()
    assert text.startswith(b"% mine")
    assert b"@string{s" in text
    assert b"@misc{c" not in text
    assert b"{S}" in text.partition(b"@inbook")[0]
    assert text.endswith(b"% end\n")


@pytest.mark.parametrize("command", ["keys", "duplicates"])
def test_help_has_examples_and_exit_codes(run, command: str) -> None:
    text = run(command, "--help").stdout
    assert "Examples:" in text
    assert f"refcore {command} " in text
    assert "Exit code:" in text
