"""Commands that fail end with one line and an exit code that says no more than it should."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli
from refcore.cli.exit import Exit
from refcore.cli.faults import failure_of
from refcore.errors import ArxivUnavailable, StyleError


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (StyleError("no style"), Exit.USAGE),
        (ArxivUnavailable("no answer"), Exit.UNCHECKED),
        (FileNotFoundError(2, "No such file", "x.bib"), Exit.USAGE),
        (KeyboardInterrupt(), Exit.STOPPED),
        (MemoryError(), Exit.FAULT),
        (RecursionError("too deep"), Exit.FAULT),
        (TypeError("a\nb"), Exit.FAULT),
        (AssertionError(), Exit.FAULT),
        (BrokenPipeError(32, "Broken pipe"), Exit.UNHEARD),
    ],
)
def test_each_kind_of_failure_has_its_code(error: BaseException, code: Exit) -> None:
    failure = failure_of(error, {})
    assert failure.exit is code
    assert "\n" not in failure.text.strip()


def test_a_fault_of_refcore_is_one_line_that_says_how_to_report_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@misc{a, title={T}}", encoding="utf-8")

    def broken(*_: object, **__: object) -> None:
        raise TypeError("unexpected")

    monkeypatch.setattr("refcore.curation.sifting.find_duplicates_in", broken)
    done = CliRunner().invoke(cli, ["duplicates", str(path)])
    assert done.exit_code == 70
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "TypeError in cli/duplicates.py" in done.stderr
    assert "please report" in done.stderr
    monkeypatch.setenv("REFCORE_TRACEBACK", "1")
    assert "Traceback" in CliRunner().invoke(cli, ["duplicates", str(path)]).stderr


def test_usage_errors_stay_those_of_click() -> None:
    assert CliRunner().invoke(cli, ["verify"]).exit_code == click.UsageError.exit_code == 2


def refcore(
    *arguments: str, stdout: object, stderr: object = subprocess.PIPE
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "refcore", *arguments],
        stdout=stdout,  # type: ignore[call-overload]
        stderr=stderr,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_output_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@misc{a, title={T}}", encoding="utf-8")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = refcore("format", str(path), stdout=full)
    assert done.returncode == 2
    assert done.stderr == "refcore: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("arguments", [("--version",), ("--help",)])
def test_help_that_cannot_be_written_is_one_line(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = refcore(*arguments, stdout=full)
    assert (done.returncode, done.stderr) == (2, "refcore: No space left on device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_an_error_stream_that_cannot_be_written_changes_no_exit_code(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@misc{a, title={T}}", encoding="utf-8")
    # 1 would say that a reference is contradicted.
    for arguments, code in ((("convert", str(path), "--to", "ris"), 0), (("nosuch",), 2)):
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = refcore(*arguments, stdout=subprocess.DEVNULL, stderr=full)
        assert done.returncode == code


def test_a_reader_that_went_away_changes_no_exit_code(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("".join(f"@misc{{k{n}, title={{On Things}}}}\n" for n in range(3000)), "utf-8")
    command = [sys.executable, "-m", "refcore", "verify", "--offline", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == Exit.UNCHECKED


@pytest.mark.parametrize(
    "command",
    [
        ("verify", "loop.bib"),
        ("verify", "--fix", "--yes", "loop.bib"),
        ("update", "loop.bib"),
        ("tidy", "loop.bib"),
        ("keys", "loop.bib"),
        ("format", "loop.bib"),
        ("render", "loop.md"),
        ("duplicates", "loop.bib"),
        ("convert", "sound.bib", "loop.bib", "--force"),
        ("verify", "sound.bib", "-o", "loop.bib"),
        ("add", "2401.00001", "loop.bib"),
    ],
)
def test_a_loop_of_links_is_named_in_one_line(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    record = {"id": "2401.00001", "version": 1, "title": "On Ore", "authors": ["Bo Fei"]}
    lock = {"format": 1, "records": [record]}
    Path("arxiv.lock.json").write_text(json.dumps(lock), encoding="utf-8")
    Path("sound.bib").write_text("@misc{a, title={T}}", encoding="utf-8")
    for name in ("loop.bib", "loop.md"):
        Path(name).symlink_to(f"other-{name}")
        Path(f"other-{name}").symlink_to(name)
    done = CliRunner().invoke(cli, command)
    assert done.exit_code == 2
    assert (
        f"refcore: {command[-1] if 'loop' in command[-1] else 'loop.bib'}: Too many" in done.stderr
    )
    assert "added" not in done.output
    assert "Errno" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
@pytest.mark.parametrize(
    ("line", "closed", "code"),
    [
        ("verify a.bib", ">&-", 3),
        ("verify a.bib", "2>&-", 3),
        ("verify --fix a.bib", "<&-", 3),
        ("verify - --from bibtex", "<&- 2>&-", 0),
        ("format a.bib", "<&- >&- 2>&-", 0),
        ("--version", ">&-", 0),
    ],
)
def test_a_stream_that_is_closed_is_as_an_empty_one(
    line: str, code: int, closed: str, tmp_path: Path
) -> None:
    (tmp_path / "a.bib").write_text("@misc{a, title={T}}", encoding="utf-8")
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        ["sh", "-c", f"{shlex.quote(sys.executable)} -m refcore {line} {closed}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": root, "REFCORE_OFFLINE": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "fault of refcore" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed")
def test_a_current_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    root = str(Path(__file__).resolve().parents[2])
    place = tmp_path / "gone"
    place.mkdir()
    done = subprocess.run(
        ["sh", "-c", f"rmdir ../gone; {shlex.quote(sys.executable)} -m refcore config"],
        cwd=place,
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == "refcore: the current folder does not exist any more\n"
