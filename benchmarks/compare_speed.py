"""Print how long comparisons take, with cold and warm caches, against their bars.

Usage: python benchmarks/compare_speed.py

The cold figure is the best of several runs, each with empty caches; it is the
one held against the bar.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable

from refcore.compare import compare_authors
from refcore.compare.caches import clear_caches

FAMILIES = (
    "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Smith Müller García Kaiser Shazeer "
    "Novák Okonkwo Tanaka Kim Nguyen Rossi Silva Ivanov Andersson Yılmaz Kowalski Popescu Dubois"
).split()
GIVENS = (
    "Ada Bo Carla Daya Elif Farid Gül Hugo Ines Jun Kenji Lena Mei Nadia Omar Petra Qing Rafael "
    "Søren Tariq Uma Viktor Wei Xin Yara Zoë"
).split()


def names(count: int) -> list[str]:
    """Return as many different names."""
    found = []
    for number in range(count):
        given = GIVENS[number % len(GIVENS)]
        middle = GIVENS[(number // len(GIVENS)) % len(GIVENS)].lower()
        family = FAMILIES[(number * 7 + number // 26) % len(FAMILIES)]
        found.append(f"{given}{middle} {family}{'' if number < 780 else number // 780 * 'x'}")
    return found


def filed(people: list[str]) -> list[str]:
    """Return the names family name first, with a comma and initials."""
    return [f"{n.split()[-1]}, {n[0]}." for n in people]


def commas(people: list[str]) -> list[str]:
    """Return the names family name first, with a comma."""
    return [f"{n.split()[-1]}, {n.split()[0]}" for n in people]


def best(work: Callable[[], object], *, cold: bool, seconds: float = 1.0) -> float:
    """Return the best time of one run in milliseconds."""
    found = float("inf")
    gc.collect()
    end = time.perf_counter() + seconds
    runs = 0
    while runs < 3 or (time.perf_counter() < end and runs < 2000):
        if cold:
            clear_caches()
        start = time.perf_counter()
        work()
        found = min(found, time.perf_counter() - start)
        runs += 1
    return found * 1000


def cases() -> list[tuple[str, list[str], list[str], float]]:
    """Return each case with its bar in milliseconds."""
    found = []
    for count, bar in ((8, 0.2), (126, 3.0), (3000, 150.0)):
        people = names(count)
        found += [
            (f"{count} names, equal", people, list(people), bar),
            (
                f"{count} names, one missing",
                people[: count // 2] + people[count // 2 + 1 :],
                people,
                bar,
            ),
            (f"{count} names, Family, Given", commas(people), people, bar),
            (f"{count} names, Family, G.", filed(people), people, bar),
        ]
    people = names(3000)
    found += [
        ("3000 names reversed", people[::-1], people, 2000.0),
        ("3000 names, Family, G., reversed", filed(people)[::-1], people, 2000.0),
        ("5000 identical names", ["Wei Wang"] * 5000, ["Wei Wang"] * 5000, 2000.0),
        ("5000 identical names, one less", ["Wei Wang"] * 4999, ["Wei Wang"] * 5000, 2000.0),
        ("5000 identical against W. Wang", ["W. Wang"] * 5000, ["Wei Wang"] * 4990, 2000.0),
        ("3000 against 3000 others", [f"{n}son" for n in people], people, 2000.0),
    ]
    return found


def main() -> int:
    """Measure every case; return 1 where a cold time is over its bar."""
    late = 0
    print(f"{'case':<36}{'cold ms':>10}{'warm ms':>10}{'bar ms':>10}")
    for label, claimed, actual, bar in cases():
        cold = best(lambda c=claimed, a=actual: compare_authors(c, a), cold=True)  # type: ignore[misc]
        warm = best(lambda c=claimed, a=actual: compare_authors(c, a), cold=False)  # type: ignore[misc]
        late += cold > bar
        print(f"{label:<36}{cold:>10.3f}{warm:>10.3f}{bar:>10.1f}{'  OVER' if cold > bar else ''}")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
