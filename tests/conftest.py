"""What holds for all tests: shared among the cores, no network, how cases are drawn, a folder."""

import contextlib
import gc
import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# More workers than this spend more time on collecting the tests than they save.
MOST_WORKERS = 8
LONG_ENOUGH = 0.3  # seconds
HERE = {None, "", "localhost", b"localhost"}

# Who runs the tests may have a terminal of some width; output in the tests has none.
os.environ.pop("COLUMNS", None)
# A busy machine draws slowly: that is no fault of the code under test.
BUSY = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
# "fixed" makes the same cases in each run, "search" looks for new ones.
settings.register_profile("fixed", derandomize=True, database=None, **BUSY)
settings.register_profile("search", print_blob=True, **BUSY)
settings.load_profile("fixed")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Share the whole suite among the cores; what is named runs in one process.

    A worker costs seconds to start, as it collects all tests. `-n` overrules this.
    """
    options, whole = config.option, pytest.Config.ArgsSource.TESTPATHS
    if hasattr(config, "workerinput") or not config.pluginmanager.hasplugin("xdist"):
        return
    told = options.numprocesses is not None or options.tx or options.dist != "no"
    if told or options.usepdb or options.collectonly or config.args_source is not whole:
        return
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if cores and cores > 1:
        options.numprocesses = min(cores, MOST_WORKERS)
        # Neighbours stay in one process, so that what they prepare is prepared once.
        options.dist = "worksteal"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as quick what draws no cases, measures no growth and is not marked slow."""
    for item in items:
        drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        measured = "seconds_of" in getattr(item, "fixturenames", ())
        if not drawn and not measured and item.get_closest_marker("slow") is None:
            item.add_marker("quick")


def is_number(host: str | bytes) -> bool:
    """Whether a host is written as its number, in any form, which no one is asked for."""
    text = host.decode(errors="replace") if isinstance(host, bytes) else host
    with contextlib.suppress(OSError):
        socket.inet_aton(text)
        return True
    return ":" in text


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Fail each test that looks up the address of another machine."""
    look_up = socket.getaddrinfo

    def look_up_here(host: Any, *rest: Any, **options: Any) -> Any:
        if host not in HERE and not is_number(host):
            pytest.fail(f"this test asks {host!r}: tests use servers on loopback alone")
        return look_up(host, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", look_up_here)
        yield


@pytest.fixture
def seconds_of() -> Callable[[Callable[[], object]], float]:
    """Return the least processor time of three calls, the garbage collector aside.

    A call that takes long is measured well enough once.
    """

    def measured(call: Callable[[], object]) -> float:
        taken: list[float] = []
        while len(taken) < 3 and sum(taken) < LONG_ENOUGH:
            gc.disable()
            try:
                start = time.process_time()
                call()
                taken.append(time.process_time() - start)
            finally:
                gc.enable()
        return min(taken)

    return measured


@pytest.fixture
def reviewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a new folder with a copy of the reviewed records, offline and without a cache."""
    copytree(Path(__file__).parents[1] / "references", tmp_path / "references")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path
