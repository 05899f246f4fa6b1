"""Worker processes that end with the process that started them."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.process import parent_process
from pathlib import Path

from refcore.collector import collect_rarely

__all__ = ["processes"]


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
