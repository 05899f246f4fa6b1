"""Print accuracy and speed of author comparisons beside those of other checkers.

Usage: python benchmarks/compare_peers.py [FILE…]

FILE is a labelled JSON-lines file as for authors.py; the labelled pairs of the
tests are taken when none is given. The other checkers are optional. To have
them, install all in one fresh environment and run this with its Python:

    python -m venv peers
    peers/bin/pip install -e . academic-refchecker bibaudit bibtex-updater
    peers/bin/pip install "bibtexparser<2"    # bibtex-updater reads with the old one
    peers/bin/python benchmarks/compare_peers.py

Each is asked through its own comparison of two author lists, on the same
strings, whether the claimed list is wrong; only refcore's caches are emptied
before each call. Where it knows a middle answer
(consistent but not whole), that counts as wrong.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from compare_speed import commas, filed, names

from refcore.compare import ListVerdict, compare_authors
from refcore.compare.caches import clear_caches

Names = Sequence[str]
Checker = Callable[[Names, Names], bool]

TESTS = Path(__file__).parent.parent / "tests" / "compare"
SOUND = {ListVerdict.MATCH, ListVerdict.MATCH_WITH_VARIANT, ListVerdict.TRUNCATED_OK}
# A checker slower than this on the list before is not asked for the longer one.
_LONGEST_MS = 1000.0


def refcore(claimed: Names, actual: Names) -> bool:
    """Ask refcore, with empty caches."""
    clear_caches()
    return compare_authors(claimed, actual).is_wrong


def refchecker() -> Checker:
    """Return the comparison of academic-refchecker."""
    compare = importlib.import_module("refchecker.utils.text_utils").compare_authors
    return lambda claimed, actual: not compare(list(claimed), list(actual))[0]


def bibaudit() -> Checker:
    """Return the comparison of bibaudit."""
    module = importlib.import_module("bibaudit.names")

    def ask(claimed: Names, actual: Names) -> bool:
        one, other = ([module.read_name(name) for name in side] for side in (claimed, actual))
        return not module.compare_author_lists(one, other).clean

    return ask


def bibtex_updater() -> Checker:
    """Return the strict comparison of bibtex-updater."""
    matching = importlib.import_module("bibtex_updater.matching")
    surname = importlib.import_module("bibtex_updater.utils").last_name_from_person

    def ask(claimed: Names, actual: Names) -> bool:
        one, other = ([surname(name) for name in side] for side in (claimed, actual))
        found = matching.symmetric_author_match(one, other, order_reliable=True, strict=True)
        return bool(found.outcome is not matching.MatchOutcome.MATCH)

    return ask


PEERS: dict[str, Callable[[], Checker]] = {
    "academic-refchecker": refchecker,
    "bibaudit": bibaudit,
    "bibtex-updater": bibtex_updater,
}


def checkers() -> dict[str, Checker]:
    """Return refcore and every checker that is installed, by name and version."""
    found: dict[str, Checker] = {"refcore": refcore}
    for name, make in PEERS.items():
        try:
            found[f"{name} {metadata.version(name)}"] = make()
        except (ImportError, AttributeError) as error:
            print(f"{name} is left out ({error}); see the head of this file for how to have it")
    return found


def accuracy(ask: Checker, pairs: list[dict[str, Any]]) -> str:
    """Return precision, recall, F1 and false alarms of "this list is wrong"."""
    hits = alarms = missed = sound = failed = 0
    for pair in pairs:
        wrong = ListVerdict(pair["expected"]) not in SOUND
        try:
            said = ask(pair["claimed"], pair["actual"])
        except Exception:
            failed += 1
            said = False
        hits += wrong and said
        missed += wrong and not said
        alarms += said and not wrong
        sound += not wrong
    precision = hits / (hits + alarms) if hits + alarms else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    rate = f"{alarms / sound:>10.3f}" if sound else f"{'-':>10}"
    note = f"  ({failed} raised)" if failed else ""
    return f"{precision:>10.3f}{recall:>10.3f}{both:>10.3f}{rate}{note}"


def milliseconds(ask: Checker, claimed: Names, actual: Names) -> float:
    """Return the best time of some runs."""
    best = float("inf")
    end = time.perf_counter() + 0.5
    runs = 0
    while runs < 1 or (time.perf_counter() < end and runs < 50):
        start = time.perf_counter()
        ask(claimed, actual)
        best = min(best, time.perf_counter() - start)
        runs += 1
    return best * 1000


def show_accuracy(found: dict[str, Checker], files: list[Path]) -> None:
    """Print one table for each file."""
    for path in files:
        lines = path.read_text(encoding="utf-8").splitlines()
        pairs = [json.loads(line) for line in lines if line.strip()]
        print(f"\n{path.name}: {len(pairs)} pairs")
        print(f"  {'':<28}{'precision':>10}{'recall':>10}{'F1':>10}{'alarms':>10}")
        for name, ask in found.items():
            print(f"  {name:<28}{accuracy(ask, pairs)}")


def show_speed(found: dict[str, Checker]) -> None:
    """Print the times, and how many times that of refcore each takes."""
    print(f"\n{'milliseconds (times that of refcore)':<38}" + "".join(f"{n:>28}" for n in found))
    last: dict[str, float] = {}
    for count in (8, 126, 3000):
        actual = names(count)
        for label, claimed in (
            ("equal", list(actual)),
            ("Family, Given", commas(actual)),
            ("Family, G.", filed(actual)),
        ):
            row = ""
            base = 0.0
            for name, ask in found.items():
                if last.get(name, 0.0) > _LONGEST_MS:
                    row += f"{'too slow':>28}"
                    continue
                taken = last[name] = milliseconds(ask, claimed, actual)
                base = base or taken
                row += f"{taken:>18.3f} ({taken / base:>6.1f}x)"
            print(f"{f'{count} names, {label}':<38}{row}")


def main(arguments: list[str]) -> int:
    """Measure everything that is installed."""
    files = [Path(argument) for argument in arguments] or sorted(TESTS.glob("pairs_*.jsonl"))
    found = checkers()
    show_accuracy(found, files)
    show_speed(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
