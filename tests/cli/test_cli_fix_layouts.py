"""`verify --fix` in the ways that people write lists: what the file has afterwards."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "fixed_lists.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["what"])
def test_a_list_keeps_its_layout(row, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    record = {
        "id": "2401.01234",
        "version": 1,
        "title": "Parsing Broken Lamps with Little Data",
        "authors": row["names"],
        "primary_category": "cs.CL",
    }
    lock = json.dumps({"format": 1, "records": [record]})
    Path("arxiv.lock.json").write_text(lock, encoding="utf-8")
    Path("a.bib").write_text(row["file"], encoding="utf-8", newline="")
    CliRunner().invoke(cli, ["verify", "--fix", *row["flags"], "a.bib"], input=row["answer"])
    assert re.search(row["after"], Path("a.bib").read_bytes().decode(), re.DOTALL)
