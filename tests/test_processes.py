"""Processes are forked from a process with one thread, and spawned from any other."""

import subprocess
import sys

import pytest

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
