"""How quickly refcore starts, beside an empty interpreter and other packages, in one run.

    python benchmarks/startup.py [--rounds 15]

Each round starts every program once, one after the other, so that a busy machine slows all alike.
The bars: `refcore --version` takes at most twice `python -c pass` and 100 ms, and `import refcore`
at most 60 ms more than an empty interpreter. Packages that are not installed are left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import statistics
import subprocess
import sys
import time

EMPTY = "python -c pass"
VERSION, IMPORT = "refcore --version", "import refcore"
PEERS = ("bibtexparser", "pybtex.database", "citeproc", "httpx", "rich", "pydantic", "pandas")


def programs() -> dict[str, list[str]]:
    """Return what is started, by its name."""
    found = {
        EMPTY: [sys.executable, "-c", "pass"],
        IMPORT: [sys.executable, "-c", "import refcore"],
        VERSION: [sys.executable, "-m", "refcore", "--version"],
    }
    for name in PEERS:
        if importlib.util.find_spec(name.partition(".")[0]) is not None:
            found[f"import {name}"] = [sys.executable, "-c", f"import {name}"]
    return found


def seconds_of(command: list[str]) -> float:
    """Return how long a program takes from its start to its end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the least and the median time of each program, and whether the bars are held."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    times: dict[str, list[float]] = {name: [] for name in programs()}
    for command in programs().values():
        seconds_of(command)  # once unmeasured, so that all is compiled and read
    for _ in range(rounds):
        for name, command in programs().items():
            times[name].append(seconds_of(command))
    for name, taken in times.items():
        least, median = min(taken) * 1000, statistics.median(taken) * 1000
        print(f"{name:<24} least {least:6.0f} ms, median {median:6.0f} ms")
    least_of = {name: min(taken) for name, taken in times.items()}
    bars = {
        VERSION: 2 * least_of[EMPTY] + 0.1,
        IMPORT: least_of[EMPTY] + 0.06,
    }
    for name, bar in bars.items():
        held = "held" if least_of[name] <= bar else "NOT held"
        print(f"{name}: {least_of[name] * 1000:.0f} of at most {bar * 1000:.0f} ms: {held}")


if __name__ == "__main__":
    main()
