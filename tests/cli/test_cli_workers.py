"""Processes that verify files: one that is killed, a parent that is killed, Ctrl-C."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from refcore.cli import run as runs
from refcore.cli.exit import Exit
from refcore.cli.options import SourceOptions
from refcore.cli.run import run
from refcore.cli.settings import Settings
from refcore.cli.workers import run_each

posix = pytest.mark.skipif(os.name == "nt", reason="sends signals of POSIX")


def die_at(folder: str, value: str) -> str:
    """Kill the process for "bad"; note each call in a file."""
    with Path(folder, value).open("a", encoding="utf-8") as file:
        file.write(".")
    if value == "bad":
        os.kill(os.getpid(), signal.SIGTERM)
    return value.upper()


def fail(value: str) -> str:
    raise LookupError(value)


@posix
def test_a_killed_process_costs_its_own_value_only(tmp_path: Path) -> None:
    values = ["a", "bad", "b", "c"]
    found = run_each(partial(die_at, str(tmp_path)), values, 2)
    assert found == {"a": "A", "bad": None, "b": "B", "c": "C"}
    assert list(found) == values
    assert (tmp_path / "bad").read_text(encoding="utf-8") == ".."


def test_an_exception_comes_from_the_process_to_the_caller() -> None:
    with pytest.raises(LookupError, match="x"):
        run_each(fail, ["x", "y"], 2)


def test_a_file_whose_process_was_killed_is_unchecked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "1.bib", tmp_path / "2.bib"]
    for path in paths:
        path.write_text("@misc{a, title={T}}", encoding="utf-8")
    monkeypatch.setattr(runs, "LEAST_BYTES", 0)
    monkeypatch.setattr("refcore.cli.workers.run_each", lambda _, files, __: dict.fromkeys(files))
    results = run(Settings(tuple(map(str, paths)), origins=SourceOptions(offline=True)), cores=2)
    assert [result.exit for result in results] == [Exit.UNCHECKED] * 2
    assert all("was killed" in result.failure for result in results)


WORKER = """
import os, threading

def hang(value):
    os.write(1, b"started\\n")  # the line as a whole, beside that of another process
    threading.Event().wait()
"""
# Background jobs of a shell ignore Ctrl-C.
PARENT = """
import signal, work
from refcore.cli.workers import run_each

signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGTERM, signal.SIG_DFL)
run_each(work.hang, ['a', 'b'], 2)
"""


def _ended_by(parent: subprocess.Popen[bytes], number: int) -> bytes:
    """Send a signal until the last process that holds the pipe has ended; return what it held."""
    for _ in range(30):
        # A busy interpreter can lose a Ctrl-C; a person would press it again.
        parent.send_signal(number)
        try:
            return parent.communicate(timeout=2)[0]
        except subprocess.TimeoutExpired:
            continue
    pytest.fail("the processes did not end")


@posix
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_processes_end_with_the_one_that_started_them(tmp_path: Path, number: int) -> None:
    (tmp_path / "work.py").write_text(WORKER, encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    with subprocess.Popen(
        [sys.executable, "-c", PARENT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
    ) as parent:
        assert parent.stdout is not None
        try:
            assert [parent.stdout.readline() for _ in range(2)] == [b"started\n"] * 2
            rest = _ended_by(parent, number)
        finally:
            parent.kill()
    assert rest == b""
