"""Run a folder of fixtures in the format of the CSL test suite.

Usage: python benchmarks/csl_suite.py FIXTURE_DIR [--json OUT] [--not-csl FILE]
       [--engine refcore|citeproc-py] [--only PREFIX] [--show NAME] [--fail N]
       [--passes FILE [--update]]

Prints passes by category and, as its last line, `passed N of M, P %`. A
fixture passes where the HTML equals the one expected to the character, save
white space at both ends. `--not-csl` leaves out the names of a JSON list.
`--show` prints what was expected and what came for one fixture, `--fail` for
the first N that fail. A fixture has five seconds. `--passes` holds a list of
the names that passed, one a line: those of them that no longer pass are named
and the exit status is 1. `--update` adds the new ones; none is ever taken out.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import signal
import traceback
from collections import Counter
from pathlib import Path

import attrs
from csl_citeproc_py import Citeproc
from csl_fixtures import Refcore, read_fixture, render_fixture

SECONDS = 5


class TooLong(Exception):
    """The fixture took more than its time."""


@attrs.frozen
class Outcome:
    name: str
    expected: str
    found: str
    seconds: float = 0.0

    @property
    def passed(self) -> bool:
        return self.found.strip() == self.expected

    @property
    def category(self) -> str:
        return self.name.partition("_")[0]


FACTORIES = {"refcore": Refcore, "citeproc-py": Citeproc}


def stop(*_: object) -> None:
    raise TooLong(f"took more than {SECONDS} seconds")


def run(job: tuple[str, str]) -> Outcome:
    """Render one fixture; what goes wrong is what came out."""
    path, engine = job
    name = Path(path).stem
    expected = ""
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        fixture = read_fixture(Path(path).read_text(encoding="utf-8-sig"), name)
        expected = fixture.result
        found = render_fixture(fixture, FACTORIES[engine])
    except Exception as error:
        where = "".join(traceback.format_tb(error.__traceback__)[-3:])
        found = f"{type(error).__name__}: {error}\n{where}"
    finally:
        signal.alarm(0)
    return Outcome(name, expected, found)


def report(outcomes: list[Outcome]) -> None:
    passed, total = Counter[str](), Counter[str]()
    for outcome in outcomes:
        total[outcome.category] += 1
        passed[outcome.category] += outcome.passed
    for category in sorted(total):
        failing = [o.name for o in outcomes if o.category == category and not o.passed]
        names = f"  {' '.join(failing)}" if failing else ""
        print(f"{category:16} {passed[category]:4} of {total[category]:4}{names}")


def still_pass(listed: Path, outcomes: list[Outcome], *, update: bool) -> bool:
    """Name what is in the list of passes and fails now; add what is new where asked."""
    known = set(listed.read_text(encoding="utf-8").split()) if listed.exists() else set()
    passed = {outcome.name for outcome in outcomes if outcome.passed}
    lost = sorted(known & {outcome.name for outcome in outcomes if not outcome.passed})
    for name in lost:
        print(f"no longer passes: {name}")
    new = passed - known
    if new and update:
        names = sorted(known | passed)
        listed.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    elif new:
        print(f"{len(new)} pass that are not in {listed.name}; --update adds them")
    return not lost


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--not-csl", type=Path)
    parser.add_argument("--engine", choices=FACTORIES, default="refcore")
    parser.add_argument("--only", default="")
    parser.add_argument("--show", default="")
    parser.add_argument("--fail", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--passes", type=Path)
    parser.add_argument("--update", action="store_true")
    return parser.parse_args()


def main() -> None:
    given = arguments()
    left_out = set(json.loads(given.not_csl.read_text())) if given.not_csl else set()
    jobs = [
        (str(path), given.engine)
        for path in sorted(given.folder.glob("*.txt"))
        if path.stem not in left_out and path.stem.startswith(given.show or given.only)
    ]
    if given.jobs > 1 and len(jobs) > 20:
        with multiprocessing.Pool(given.jobs) as pool:
            outcomes = pool.map(run, jobs, chunksize=8)
    else:
        outcomes = [run(job) for job in jobs]
    failed = [outcome for outcome in outcomes if not outcome.passed]
    for outcome in outcomes if given.show else failed[: given.fail]:
        sign = "passed" if outcome.passed else "failed"
        print(f"== {outcome.name}: {sign}\n-- expected\n{outcome.expected}\n-- found")
        print(outcome.found.strip())
    report(outcomes)
    if given.json:
        listed = {
            "passed": sorted(o.name for o in outcomes if o.passed),
            "failed": {o.name: {"expected": o.expected, "found": o.found} for o in failed},
        }
        given.json.write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")
    kept = not given.passes or still_pass(given.passes, outcomes, update=given.update)
    passed = len(outcomes) - len(failed)
    share = 100 * passed / len(outcomes) if outcomes else 0.0
    print(f"passed {passed} of {len(outcomes)}, {share:.1f} %")
    if not kept:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
