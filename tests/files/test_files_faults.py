"""The benchmarks of faults, small: killed writers and faults of the system do no harm."""

import errno
import runpy
import sys
from pathlib import Path

import pytest

FAULTS = Path(__file__).parent.parent.parent / "benchmarks" / "faults"


def test_killed_writers_leave_the_file_whole_private_and_swept() -> None:
    found = runpy.run_path(str(FAULTS / "killed_writers.py"))["run"](20)
    assert found == {"": 20}


def test_faults_of_the_system_do_no_harm() -> None:
    faults = runpy.run_path(str(FAULTS / "system_calls.py"))["faults"]
    tries = list(faults((errno.ENOSPC,)))
    assert len(tries) > 80
    assert [(name, said) for name, said in tries if said] == []


def test_a_benchmark_prints_its_figure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["killed_writers", "4"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(FAULTS / "killed_writers.py"), run_name="__main__")
    assert ended.value.code == 0
    assert "4 of 4" in capsys.readouterr().out
