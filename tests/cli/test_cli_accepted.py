"""An accepted finding is shown with its reason, and the run passes; needless marks are reported."""

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refcore.cli.commands import cli
from refcore.text.remarks import marks_in

ROOT = Path(__file__).resolve().parents[2]
TITLE = "MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning Attention"


def entry(key: str, author: str) -> str:
    fields = f"title={{{TITLE}}}, author={{{author} and others}}, eprint={{2506.13585}}"
    return f"@misc{{{key}, {fields}}}\n"


@pytest.fixture
def run(reviewed: Path) -> Callable[..., Result]:
    Path("a.bib").write_text(entry("m1", "Bo Fej"), encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(cli, ["verify", *arguments])


def marked(text: str) -> None:
    Path("a.bib").write_text(f"% refcore: ok the printer had it so\n{text}", encoding="utf-8")


def test_a_mark_accepts_the_entry_below_it(run) -> None:
    marked(entry("m1", "Bo Fej") + entry("m2", "Bo Fej"))
    done = run("a.bib")
    assert done.exit_code == 1  # of the second one
    first, second, *_ = done.stdout.splitlines()
    assert first.endswith("accepted: the printer had it so")
    assert "accepted" not in second
    assert "1 accepted" in done.stdout.splitlines()[-1]
    marked(entry("m1", "Bo Fej"))
    assert run("a.bib").exit_code == 0
    assert "accepted: the printer had it so" in run("-v", "a.bib").stdout


def test_a_mark_that_is_not_needed_is_named(run) -> None:
    marked(entry("m1", "{MiniMax} and Aili Chen"))
    done = run("a.bib")
    assert done.exit_code == 0
    assert done.stderr == (
        "warning: a.bib:1: m1: the mark 'refcore: ok' is no longer needed: confirmed\n"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%refcore:ok why\n@a{}", {2: (1, "why")}),
        ("% refcore: ok\n\n% more\n@a{}", {4: (1, "no reason given")}),
        ("<!-- refcore: ok it is so -->\n- One", {2: (1, "it is so")}),
        ("# refcore: ok, as printed\nTY  - JOUR", {2: (1, "as printed")}),
        ("// refcore: ok a\n% refcore: ok b\n@a{}", {3: (2, "b")}),
        ("% refcore: okay\n@a{}", {}),
        ("refcore: ok\n@a{}", {}),
        ("% refcore: ok at the end", {}),
    ],
)
def test_marks_are_comments_of_any_format(text: str, found: dict) -> None:
    assert marks_in(text) == found


def test_a_note_can_be_marked(run) -> None:
    note = Path("references/minimax.md")
    lines = note.read_text(encoding="utf-8").split("\n")
    lines.insert(19, "<!-- refcore: ok the claim is explained below -->")
    note.write_text("\n".join(lines), encoding="utf-8")
    done = run(str(note), "--format", "json")
    accepted = [r["accepted"] for r in json.loads(done.stdout)["reports"] if r["accepted"]]
    assert accepted == ["the claim is explained below"]


def test_a_baseline_accepts_what_was_found_and_nothing_new(run) -> None:
    done = run("a.bib", "--write-baseline", "--baseline", "base.json")
    assert (done.exit_code, done.stdout) == (
        0,
        "base.json: 1 finding accepted; write your reasons into this file\n",
    )
    document = json.loads(Path("base.json").read_text(encoding="utf-8"))
    document["accepted"][0]["reason"] = "seen in print"
    Path("base.json").write_text(json.dumps(document), encoding="utf-8")
    done = run("a.bib", "--baseline", "base.json")
    assert (done.exit_code, "accepted: seen in print" in done.stdout) == (0, True)
    run("a.bib", "--write-baseline", "--baseline", "base.json")
    assert "seen in print" in Path("base.json").read_text(encoding="utf-8")
    Path("a.bib").write_text(entry("m1", "Bo Fek"), encoding="utf-8")
    done = run("a.bib", "--baseline", "base.json")
    assert (done.exit_code, "no longer occurs" in done.stderr) == (1, True)
    Path("a.bib").write_text(entry("m1", "Aili Chen"), encoding="utf-8")
    done = run("a.bib", "--baseline", "base.json")
    assert (done.exit_code, "no longer occurs" in done.stderr) == (0, True)


def test_a_baseline_keeps_what_other_files_have(run) -> None:
    Path("b.bib").write_text(entry("m2", "Bo Fek"), encoding="utf-8")
    for name in ("a.bib", "b.bib"):
        run(name, "--write-baseline", "--baseline", "base.json")
    assert run("a.bib", "b.bib", "--baseline", "base.json").exit_code == 0
    run("a.bib", "--write-baseline", "--baseline", "base.json")
    assert run("a.bib", "b.bib", "--baseline", "base.json").exit_code == 0


@pytest.mark.parametrize("text", ["", "[]", '{"accepted": [{}]}', '{"accepted": 3}', "[" * 9999])
def test_a_broken_baseline_is_not_a_clean_run(run, text: str) -> None:
    Path("base.json").write_text(text, encoding="utf-8")
    done = run("a.bib", "--baseline", "base.json")
    assert done.exit_code == 2
    assert "base.json: not a baseline of refcore" in done.stderr


def test_every_format_says_what_is_accepted(run) -> None:
    marked(entry("m1", "Bo Fej"))
    (report,) = json.loads(run("a.bib", "--format", "json").stdout)["reports"]
    assert (report["outcome"], report["accepted"]) == ("accepted", "the printer had it so")
    (result,) = json.loads(run("a.bib", "--format", "sarif").stdout)["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "inSource", "justification": "the printer had it so"}
    ]
    assert run("a.bib", "--format", "github").stdout == ""
    assert (
        '<skipped message="accepted: the printer had it so"'
        in run("a.bib", "--format", "junit").stdout
    )
    page = run("a.bib", "--format", "html").stdout
    assert "Accepted: the printer had it so" in page
    assert ">To correct" not in page
    assert ",accepted,the printer had it so," in run("a.bib", "--format", "csv").stdout


def test_what_is_accepted_or_ignored_is_not_fixed(run) -> None:
    marked(entry("m1", "{MiniMax} and Chen, Aili and Lo, Aonian"))
    before = Path("a.bib").read_bytes()
    done = run("--fix", "--yes", "a.bib")
    assert (done.exit_code, Path("a.bib").read_bytes()) == (0, before)
    Path("a.bib").write_text(entry("m1", "{MiniMax} and Chen, Aili and Lo, Aonian"), "utf-8")
    run("--fix", "--yes", "--ignore-keys", "m*", "a.bib")
    assert "Lo, Aonian" in Path("a.bib").read_text(encoding="utf-8")
    run("--fix", "--yes", "a.bib")
    assert "Li, Aonian" in Path("a.bib").read_text(encoding="utf-8")


def test_a_mark_counts_in_the_standard_input_and_in_a_pipe(reviewed: Path) -> None:
    text = f"% refcore: ok the printer had it so\n{entry('m1', 'Bo Fej')}"
    done = CliRunner().invoke(cli, ["verify", "-v", "--from", "bibtex", "-"], input=text)
    assert (done.exit_code, "accepted: the printer had it so" in done.stdout) == (0, True)
    if not hasattr(os, "mkfifo"):
        return
    os.mkfifo("pipe.bib")
    writer = threading.Thread(target=Path("pipe.bib").write_text, args=(text, "utf-8"))
    writer.start()
    done = CliRunner().invoke(cli, ["verify", "-v", "pipe.bib"])
    writer.join()
    assert (done.exit_code, "accepted: the printer had it so" in done.stdout) == (0, True)
