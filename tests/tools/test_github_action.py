"""The GitHub Action: its structure, and its scripts as a runner runs them, without a network."""

import os
import re
import shlex
import sys
from pathlib import Path

import pytest
from github_action import Action, Run

ROOT = Path(__file__).resolve().parents[2]
ACTION = Action.read(ROOT / "action.yml")
INSTALL, VERIFY = ACTION.scripts
LOCK = ROOT / "references" / "arxiv.lock.json"
SOUND = "@misc{m1, author={MiniMax and others}, eprint={2506.13585}, archiveprefix={arXiv}}\n"
WRONG = "@misc{m1, author={Ann Nobody}, eprint={2506.13585}, archiveprefix={arXiv}}\n"
ABSENT = "@misc{m9, author={Ann Nobody}, eprint={2506.99999}, archiveprefix={arXiv}}\n"


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """Return the variables that GitHub's runner sets, over a checked out repository."""
    work, temp = tmp_path / "work", tmp_path / "temp"
    (work / "paper").mkdir(parents=True)
    (work / "sound.bib").write_text(SOUND, encoding="utf-8")
    (work / "refcore.lock.json").write_bytes(LOCK.read_bytes())
    program(temp / "refcore/bin/refcore", f'exec {shlex.quote(sys.executable)} -m refcore "$@"')
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "REFCORE_OFFLINE": "1",
        "REFCORE_CACHE_DIR": str(tmp_path / "cache"),
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(work),
        "GITHUB_OUTPUT": str(temp / "output"),
        "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
        "RUNNER_TEMP": str(temp),
    }


def program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def write(runner: dict[str, str], name: str, text: str) -> None:
    path = Path(runner["GITHUB_WORKSPACE"], name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def verify(runner: dict[str, str], **given: str) -> Run:
    return ACTION.run(VERIFY, given, runner)


def test_the_action_is_a_composite_action_as_github_defines_it() -> None:
    document = ACTION.document
    assert document.keys() == {"name", "description", "branding", "inputs", "outputs", "runs"}
    assert document["runs"].keys() == {"using", "steps"}
    assert document["runs"]["using"] == "composite"
    for row in document["inputs"].values():
        assert row.keys() == {"description", "default"}
        assert isinstance(row["default"], str)  # an input is text, and not a truth value
    for row in document["outputs"].values():
        assert row.keys() == {"description", "value"}
    for step in document["runs"]["steps"]:
        assert ("run" in step) != ("uses" in step)
        assert ("run" in step) == ("shell" in step)
        assert step.keys() <= {
            *("name", "id", "if", "env", "run", "shell", "uses", "with", "working-directory")
        }


def test_each_input_is_used_and_each_one_that_is_used_is_there() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION.document["inputs"])


@pytest.mark.parametrize("step", ACTION.scripts, ids=lambda step: step["name"])
def test_no_script_holds_an_expression(step: dict[str, str]) -> None:
    assert "${{" not in step["run"]
    assert "eval" not in step["run"]


def test_what_is_sound_passes_and_is_in_the_summary(runner: dict[str, str]) -> None:
    done = verify(runner)
    assert (done.code, done.outputs) == (0, {"exit-code": "0"})
    assert "1 reference" in done.summary


def test_what_is_wrong_fails_with_an_annotation_at_its_line(runner: dict[str, str]) -> None:
    write(runner, "paper/a name.bib", "\n" + WRONG)
    done = verify(runner)
    assert (done.code, done.outputs) == (1, {"exit-code": "1"})
    assert (
        "::error file=paper/a name.bib,line=2,col=1,title=refcore%3A contradicted::" in done.printed
    )
    assert "contradicted" in done.summary


def test_without_annotations_the_report_is_printed(runner: dict[str, str]) -> None:
    write(runner, "wrong.bib", WRONG)
    done = verify(runner, annotations="false")
    assert done.code == 1
    assert "wrong.bib:1:1: m1: contradicted" in done.printed
    assert "::error" not in done.printed
    assert "contradicted" in done.summary


@pytest.mark.parametrize("annotations", ["true", "false"])
def test_a_summary_can_be_left_out(runner: dict[str, str], annotations: str) -> None:
    assert verify(runner, summary="false", annotations=annotations).summary == ""


def test_files_for_code_scanning_and_for_people_are_written(runner: dict[str, str]) -> None:
    write(runner, "wrong.bib", WRONG)
    done = verify(runner, sarif="out.sarif", report="out page.html")
    work = Path(runner["GITHUB_WORKSPACE"])
    assert done.code == 1
    assert '"ruleId": "contradicted"' in (work / "out.sarif").read_text(encoding="utf-8")
    assert "<!doctype html>" in (work / "out page.html").read_text(encoding="utf-8").lower()


@pytest.mark.parametrize(("unchecked", "code"), [("fail", 3), ("pass", 0)])
def test_what_could_not_be_checked(runner: dict[str, str], unchecked: str, code: int) -> None:
    write(runner, "absent.bib", ABSENT)
    done = verify(runner, unchecked=unchecked)
    assert (done.code, done.outputs["exit-code"]) == (code, "3")


def test_what_is_wrong_fails_where_unchecked_passes(runner: dict[str, str]) -> None:
    write(runner, "both.bib", WRONG + ABSENT)
    assert verify(runner, unchecked="pass").code == 1


def test_files_arguments_and_folder(runner: dict[str, str]) -> None:
    write(runner, "paper/wrong.bib", WRONG)
    write(runner, "paper/refcore.lock.json", LOCK.read_text(encoding="utf-8"))
    given = {"working-directory": "paper", "arguments": "--ignore-keys\nm1  --offline"}
    assert verify(runner, **given).code == 0
    assert verify(runner, files=" *.bib \n\n../sound.bib\n", **given).code == 0
    assert verify(runner, files="*.bib", **{"working-directory": "paper"}).code == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"files": "*.tex"}, "no file matches *.tex"),
        ({"files": " \n"}, "'files' is empty"),
        ({"files": "nowhere.bib"}, "nowhere.bib"),
        ({"unchecked": "maybe"}, "'unchecked' is fail or pass"),
        ({"arguments": "--no-such-option"}, "no option "),
    ],
)
def test_a_fault_of_the_workflow_is_said(
    runner: dict[str, str], given: dict[str, str], words: str
) -> None:
    done = verify(runner, **given)
    assert done.code == 2
    assert words in done.printed


HOSTILE = """$(touch ran) `touch ran` ; touch ran
a' || touch ran #
" && touch ran "
x=$(touch ran)"""


@pytest.mark.parametrize("name", sorted(ACTION.document["inputs"].keys() - {"working-directory"}))
def test_no_input_is_run(runner: dict[str, str], name: str) -> None:
    work = Path(runner["GITHUB_WORKSPACE"])
    program(work / "python", "exit 0")
    for name_of_program in ("refcore", "python"):
        program(Path(runner["RUNNER_TEMP"], "refcore/bin", name_of_program), "exit 0")
    runner["PATH"] = f"{work}{os.pathsep}{runner['PATH']}"
    for step in ACTION.scripts:
        ACTION.run(step, {name: HOSTILE}, runner)
    assert not list(work.rglob("ran"))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({}, str(ROOT)),
        ({"extras": "pdf,docx"}, f"{ROOT}[pdf,docx]"),
        ({"version": "0.1.0"}, "refcore==0.1.0"),
        ({"version": "1.0rc1", "extras": "pdf"}, "refcore[pdf]==1.0rc1"),
    ],
)
def test_what_is_installed(runner: dict[str, str], given: dict[str, str], wanted: str) -> None:
    done = installed(runner, given)
    assert done.code == 0
    assert done.printed.splitlines()[-1] == wanted
    scripts = Path(runner["RUNNER_TEMP"], "refcore", "bin")
    assert done.outputs == {"scripts": str(scripts)}


@pytest.mark.parametrize(
    "given",
    [
        {"version": "--index-url=x"},
        {"version": "1 @ file:x"},
        {"version": "latest"},
        {"extras": "pdf]"},
    ],
)
def test_what_is_not_a_version_installs_nothing(
    runner: dict[str, str], given: dict[str, str]
) -> None:
    done = installed(runner, given)
    assert done.code == 2
    assert "::error::refcore action: " in done.printed
    assert done.outputs == {}


def installed(runner: dict[str, str], given: dict[str, str]) -> Run:
    """Run the step that installs, with a Python that prints what it is asked to install."""
    fake = Path(runner["RUNNER_TEMP"], "fake")
    program(fake / "python", "exit 0")
    program(Path(runner["RUNNER_TEMP"], "refcore/bin/python"), 'echo "${@: -1}"')
    return ACTION.run(INSTALL, given, runner | {"PATH": f"{fake}{os.pathsep}{runner['PATH']}"})
