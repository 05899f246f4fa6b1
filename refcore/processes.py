"""Worker processes that end with the process that started them, and processes with bounds."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.process import parent_process
from pathlib import Path

from refcore.collector import collect_rarely

__all__ = ["processes", "run_bounded"]


@contextlib.contextmanager
def processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """Return a pool of `count` processes; an error in the block ends them at once."""
    context = multiprocessing.get_context("fork" if _may_fork() else "spawn")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_begin)
    try:
        yield pool
    except BaseException:
        # Nothing waits for unfinished work.
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.kill()
        raise
    pool.shutdown()


def _may_fork() -> bool:
    """Return whether this process can be forked, which spares a new one a third of a second.

    A forked process has loaded what this one has. Where there is another thread, of Python or
    of a library, its locks would be copied in an unknown state; only Linux says how many there are.
    """
    try:
        return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


def _begin() -> None:
    """Prepare a process: it ends with its parent, even if that is killed, and seldom collects."""
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # at Ctrl-C the parent ends the work
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


# Runs in the new process: its bounds first, then the work.
_BOUNDED = """
import importlib, json, sys
sys.path[:] = json.loads(sys.argv[1])
try:
    import resource
    memory, seconds = int(sys.argv[3]), int(sys.argv[4])
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, hard))
except (ImportError, ValueError, OSError):
    pass
importlib.import_module(sys.argv[2]).main()
"""
_WAITED = 20  # times its processor time, as other programs may take their share


def run_bounded(module: str, data: bytes, *, memory: int, seconds: int) -> bytes | None:
    """Run a module's `main` on some input in a process of bounded memory and time.

    Where the system cannot bound a process, only the time is bounded.

    Args:
        module: The name of the module; its `main` reads the input and prints the answer.
        data: The input.
        memory: The most memory, in bytes.
        seconds: The most processor time.

    Returns:
        What it printed, None if it reached a bound.
    """
    given = [json.dumps(sys.path), module, str(memory), str(seconds)]
    try:
        done = subprocess.run(  # noqa: S603 - this Python, and a module of this package
            [sys.executable, "-I", "-c", _BOUNDED, *given],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds * _WAITED,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 else None
