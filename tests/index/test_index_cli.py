"""``refcore snapshot build`` and ``refcore verify --snapshot`` as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from made_dumps import line, write

from refcore.cli.commands import cli

BIB = """
@misc{good, title = {Paper 2506.13585}, author = {Chen, Aili and Fei, Bo}, eprint = {2506.13585},
  archiveprefix = {arXiv}}
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("REFCORE_SNAPSHOT", raising=False)
    return lambda *arguments: CliRunner().invoke(cli, arguments)


def test_build_and_verify(run, tmp_path: Path) -> None:
    write(Path("s.json"), line(), b"{", b"{", b"{")
    done: Result = run("snapshot", "build", "s.json", "--out", "arxiv.db", "--show", "1")
    assert done.exit_code == 0
    assert done.stdout.startswith("arxiv.db: 1 work until 2025-07-02, 0.")
    assert done.stdout.endswith("; 3 lines skipped\n")
    assert done.stderr == "error: s.json:2: it is not JSON: '{'\nrefcore: 2 more such lines\n"
    Path("refs.bib").write_text(BIB, encoding="utf-8")
    assert run("verify", "refs.bib").exit_code == 3
    verified = run("verify", "--snapshot", "arxiv.db", "--json", "refs.bib")
    assert verified.exit_code == 0
    assert json.loads(verified.stdout)["reports"][0]["record"]["origin"] == "snapshot"


def test_faults_end_with_one_line(run) -> None:
    assert run("snapshot", "build", "none.json").exit_code == 2
    Path("bad.json").write_text("{")
    done = run("snapshot", "build", "bad.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("refcore: bad.json: it has no record")
    Path("refs.bib").write_text(BIB, encoding="utf-8")
    done = run("verify", "--snapshot", "none.db", "refs.bib")
    assert done.exit_code == 2
    assert "none.db: no such index; build it with" in done.stderr


def test_help_shows_examples(run) -> None:
    for command in (("snapshot",), ("snapshot", "build")):
        assert "refcore snapshot build" in run(*command, "--help").stdout.split("Examples:")[1]
