"""Processes are forked from a process with one thread, and spawned from any other."""

import subprocess
import sys
from pathlib import Path

import pytest

from refcore.processes import run_bounded

PROGRAM = """
import builtins, threading
from refcore.processes import processes

if __name__ == "__main__":
    builtins.mark = "set"  # a fork has it, a new process has not
    ended = threading.Event()
    with processes(1) as pool:
        print(pool.submit(eval, "'mark' in vars(__import__('builtins'))").result())
    threading.Thread(target=ended.wait, daemon=True).start()
    with processes(1) as pool:
        print(pool.submit(eval, "'mark' in vars(__import__('builtins'))").result())
    ended.set()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts the threads of a process")
def test_a_process_with_one_thread_is_forked_and_no_other() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["True", "False"]


WORK = """
import sys
from pathlib import Path

def main():
    data = sys.stdin.buffer.read()
    if data == b"much":
        bytearray(10**10)
    while data == b"long":
        pass
    sys.stdout.buffer.write(data[::-1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bound less")
@pytest.mark.parametrize(("data", "said"), [(b"abc", b"cba"), (b"much", None), (b"long", None)])
def test_a_process_has_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, said: bytes | None
) -> None:
    (tmp_path / "work_of_test.py").write_text(WORK)
    monkeypatch.syspath_prepend(tmp_path)
    assert run_bounded("work_of_test", data, memory=2**30, seconds=1) == said
