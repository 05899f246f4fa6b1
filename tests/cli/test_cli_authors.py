"""``refcore authors``: a pasted list compared with the record, offline, from a lock file."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli

ROOT = Path(__file__).resolve().parents[2]
ID = "2506.13585"


@pytest.fixture
def run(reviewed: Path):
    return lambda *arguments, **rest: CliRunner().invoke(cli, ["authors", *arguments], **rest)


@pytest.mark.parametrize(
    "text",
    [
        "MiniMax: Aili Chen, Aonian Li, Bangwei Gong, et al.",
        "1. MiniMax\n2. Aili Chen (MiniMax)\n3. Aonian Li*\n...",
        "Chen A, Li A, Gong B, et al.",
        "Chen, Aili; Li, Aonian; Gong, Bangwei; and 124 others",
        "AILI CHEN, AONIAN LI AND OTHERS",
    ],
)
def test_a_list_is_confirmed(run, text: str) -> None:
    done = run(ID, "-", input=text)
    assert done.exit_code == 0, done.output
    assert "confirmed" in done.stdout
    Path("list.txt").write_text(text, encoding="utf-8")
    assert run(ID, "list.txt").stdout == done.stdout


def test_a_wrong_name_is_named(run) -> None:
    done = run(ID, input="Aili Chen, Aonian Lu, Bangwei Gong et al.")
    assert done.exit_code == 1
    assert "Aonian Lu" in done.stdout
    assert "Aonian Li" in done.stdout


def test_what_is_not_read_is_not_confirmed(run) -> None:
    done = run(ID, input="Aili Chen, who is a very good friend of the present author, et al.")
    assert done.exit_code == 2
    assert "cannot read" in done.stderr


def test_json_and_faults(run) -> None:
    (report,) = json.loads(run(ID, "--json", input="Aili Chen et al.").stdout)["reports"]
    assert report["contradicted"] is False
    assert run("0000", input="Aili Chen").exit_code == 2
    assert run(ID, input="").exit_code == 2
    assert run(ID, "nowhere.txt").exit_code == 2
    assert run("2506.00001", input="Aili Chen").exit_code == 3


def test_an_endless_list_is_refused(run) -> None:
    assert run(ID, input=b"A. B, " * 2_000_000).exit_code == 2
