"""Print how well `compare_authors` does on labelled JSON-lines files.

Usage: python benchmarks/authors.py FILE…

Each line has id, claimed, actual and expected (one of the seven classes).
It prints for each file precision, recall, F1 and false alarms of "this list is
wrong", how many have exactly the expected class, and the confusion table.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from refcore.compare import ListVerdict, compare_authors

CLASSES = [verdict.value for verdict in ListVerdict]


def load(path: Path) -> list[dict[str, Any]]:
    """Read the labelled pairs of one file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def measure(pairs: list[dict[str, Any]]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Return the confusion counts (expected, found) and a line for every miss."""
    table: Counter[tuple[str, str]] = Counter()
    misses = []
    for pair in pairs:
        found = compare_authors(pair["claimed"], pair["actual"]).verdict.value
        table[pair["expected"], found] += 1
        if found != pair["expected"]:
            note = pair.get("note", "")
            misses.append(f"  {pair['id']}: expected {pair['expected']}, found {found}  ({note})")
    return table, misses


def scores(table: Counter[tuple[str, str]]) -> dict[str, float]:
    """Return the scores of "is this list wrong?" and of the exact class."""
    right = {name: not ListVerdict(name).is_wrong for name in CLASSES}
    hits = sum(n for (want, got), n in table.items() if not right[want] and not right[got])
    alarms = sum(n for (want, got), n in table.items() if right[want] and not right[got])
    missed = sum(n for (want, got), n in table.items() if not right[want] and right[got])
    sound = sum(n for (want, _), n in table.items() if right[want])
    precision = hits / (hits + alarms) if hits + alarms else 1.0
    recall = hits / (hits + missed) if hits + missed else 1.0
    return {
        "precision": precision,
        "recall": recall,
        "F1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "false alarms": alarms / sound if sound else 0.0,
        "exact class": sum(n for (want, got), n in table.items() if want == got)
        / max(1, sum(table.values())),
    }


def show(table: Counter[tuple[str, str]]) -> None:
    """Print the confusion table: expected down, found across."""
    short = [name.replace("-authors", "").replace("match-with-", "") for name in CLASSES]
    print(f"  {'expected / found':<20}" + "".join(f"{name:>15}" for name in short))
    for name, label in zip(CLASSES, short, strict=True):
        row = [table[name, found] for found in CLASSES]
        if any(row):
            print(f"  {label:<20}" + "".join(f"{number or '.':>15}" for number in row))


def main(paths: list[str]) -> int:
    """Measure each file; return 0 where every pair has its class."""
    if not paths:
        print(__doc__)
        return 2
    all_misses = 0
    for path in map(Path, paths):
        pairs = load(path)
        table, misses = measure(pairs)
        print(f"{path.name}: {len(pairs)} pairs")
        for name, value in scores(table).items():
            print(f"  {name:<14} {value:.3f}")
        show(table)
        print("\n".join(misses))
        all_misses += len(misses)
    return 1 if all_misses else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
