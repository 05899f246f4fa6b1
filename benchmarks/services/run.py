"""Verify mixed references against all services over a bad network, measured by the server.

Usage: python benchmarks/services/run.py [--references N] [--factor F] [--faults SHARE]
           [--seed N] [--records FOLDER] [--processes N] [--mailto ADDRESS]

A server on loopback plays arXiv, Crossref, DataCite, doi.org, PubMed, Open Library, OpenAlex
and INSPIRE, with their faults at random and records that err as theirs do. The works are made
from the seed, or from `records.jsonl.xz` of a FOLDER (a JSON object a line: title, author,
year). The references are arXiv ids, DOIs of several agencies, PMIDs, ISBNs, titles only and
web pages; some are true, some have a planted fault.

The clock of the clients runs F times as fast, so that the run ends soon: all paces and waits
are scaled alike, and the server's measurements are multiplied by F again.

Four parts: the requests for 1,000 references, planned and made; all references in one process;
in several at the same time; a run that is killed in the middle and started again. Exits with
1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.faults.services import PASSING
from benchmarks.services.clients import QuickClock, connected
from benchmarks.services.references import Case, cases
from benchmarks.services.server import Services, by_chance, running
from benchmarks.services.works import Work, made_works
from refcore.records.source import Surroundings
from refcore.records.sources import Sources
from refcore.sources.registry import registered
from refcore.verification.case import identifiers_of
from refcore.verification.outcome import Verdict
from refcore.verification.verify import sought, verify

MOST_REQUESTS, MOST_WITHOUT_SEARCHES = 330, 130
LEAST_REACHED = 0.9
SERVER_NAMES = {"doi.org": "doi"}
# What a clock that is read twice, and a busy machine, may take off a gap.
_SLACK = 0.98


@attrs.define
class Tally:
    """The verdicts counted, and what is wrong about them."""

    verdicts: Counter[str] = attrs.field(factory=Counter)
    reasons: Counter[str] = attrs.field(factory=Counter)
    open_of: Counter[str] = attrs.field(factory=Counter)
    wrong: list[str] = attrs.field(factory=list)
    reachable: int = 0
    reached: int = 0


def judged(of: Sequence[Case], sources: Sources) -> Tally:
    """Verify the references and compare each verdict with those that are right."""
    tally = Tally()
    reports = verify([case.reference for case in of], arxiv=sources, lookup=True)
    for case, report in zip(of, reports, strict=True):
        verdict = report.verdict
        tally.verdicts[str(verdict)] += 1
        is_open = verdict in (Verdict.UNCHECKED, Verdict.INCOMPLETE)
        if not case.allows(verdict) or (is_open and not report.reason):
            line = f"{case.reference.key} ({case.kind}): {verdict}: {report.reason}"
            tally.wrong.append(f"{line}; expected {', '.join(sorted(case.right))}")
        if case.right - {Verdict.UNCHECKED}:
            tally.reachable += 1
            tally.reached += not is_open
            if is_open:
                tally.open_of[case.kind] += 1
                tally.reasons[_general(report.reason)] += 1
    return tally


def _general(reason: str) -> str:
    words = [word if not any(map(str.isdigit, word)) else "N" for word in reason.split()]
    return " ".join(words)[:140]


def worker(arguments: argparse.Namespace) -> int:
    """Verify one part of the references and print the tally as JSON."""
    environ, folder, part, parts, origin = json.loads(arguments.worker)
    of = cases(_works(arguments), arguments.seed)[part::parts]
    sources = connected(environ, Path(folder), QuickClock(arguments.factor, origin))
    print(json.dumps(attrs.asdict(judged(of, sources))))
    return 0


def _works(arguments: argparse.Namespace) -> list[Work]:
    return made_works(arguments.references, arguments.seed, arguments.records)


@contextmanager
def started(
    arguments: argparse.Namespace, server: Services, folder: Path, parts: int
) -> Iterator[list[subprocess.Popen[str]]]:
    """Start processes that verify a part each; end those that are left."""
    given = [sys.executable, __file__, "--references", arguments.references]
    given += ["--seed", arguments.seed, "--factor", arguments.factor]
    given += ["--records", arguments.records] if arguments.records else []
    origin = time.time()
    environ = _environ(server, arguments)
    told = [json.dumps([environ, str(folder), part, parts, origin]) for part in range(parts)]
    runs = [
        subprocess.Popen([*map(str, given), "--worker", one], stdout=subprocess.PIPE, text=True)
        for one in told
    ]
    try:
        yield runs
    finally:
        for run in runs:
            run.kill()
            run.wait()


def _environ(server: Services, arguments: argparse.Namespace) -> Mapping[str, str]:
    who = {"REFCORE_MAILTO": arguments.mailto} if arguments.mailto else {}
    return {**server.environ, **who}


def added(runs: Sequence[subprocess.Popen[str]]) -> Tally:
    """Return the tallies of all processes as one."""
    total = Tally()
    for run in runs:
        found = json.loads(run.communicate()[0])
        for name in ("verdicts", "reasons", "open_of"):
            getattr(total, name).update(found[name])
        total.wrong += found["wrong"]
        total.reachable += found["reachable"]
        total.reached += found["reached"]
    return total


def show(name: str, server: Services, tally: Tally, begin: float, args: argparse.Namespace) -> bool:
    """Print what was measured; return whether every bar was held."""
    reached = tally.reached / max(1, tally.reachable)
    bars = {
        f"wrong verdicts             {len(tally.wrong)} (bar: 0)": not tally.wrong,
        f"verdicts that are reached  {reached:.1%} (bar: {LEAST_REACHED:.0%})": reached
        >= LEAST_REACHED,
    }
    around = Surroundings(_environ(server, args), Path())
    for source in registered():
        seen = server.seen[SERVER_NAMES.get(source.name, source.name)]
        if len(seen.begun) < 2:
            continue
        gap, interval = seen.smallest_gap * args.factor, source.pace(around)
        line = f"{source.label}: {len(seen.begun)} requests, smallest gap {gap:.2f} s "
        line += f"(bar: {interval:g} s), most at once {seen.most_at_once} (bar: 1), "
        line += f"before Retry-After was over {seen.early} (bar: 0)"
        bars[line] = gap >= interval * _SLACK and seen.most_at_once == 1 and not seen.early
    print(f"\n{name}: {tally.verdicts.total()} references")
    for line, held in bars.items():
        print(f"  {line}{'' if held else '  MISSED'}")
    print(f"  wall time                  {time.monotonic() - begin:.1f} s")
    print("  " + ", ".join(f"{number} {kind}" for kind, number in tally.verdicts.most_common()))
    for kind, number in tally.open_of.most_common(8):
        print(f"    open {number:>4}: {kind}")
    for reason, number in tally.reasons.most_common(8):
        print(f"    open {number:>4}: {reason}")
    print("".join(f"  wrong: {line}\n" for line in tally.wrong[:25]), end="", flush=True)
    return all(bars.values())


def planned(arguments: argparse.Namespace) -> bool:
    """Compare the requests for 1,000 references, as planned and as made."""
    works = made_works(1000, arguments.seed, arguments.records)
    held = True
    for true_only in (True, False):
        of = cases(works, arguments.seed, true_only=true_only)
        for searches in (True, False):
            with tempfile.TemporaryDirectory() as text, running(works) as server:
                clock = QuickClock(arguments.factor, time.time())
                sources = connected(_environ(server, arguments), Path(text), clock)
                held = _count(sources, of, server, true_only, searches) and held
    return held


def _count(
    sources: Sources, of: Sequence[Case], server: Services, true_only: bool, searches: bool
) -> bool:
    references = [case.reference for case in of]
    firsts = [one for reference in references for one in identifiers_of(reference)[:1]]
    titles = [one for one in map(sought, references) if one and searches]
    plan = sources.plan(firsts, titles)
    verify(references, arxiv=sources, lookup=searches)
    made = {name: len(seen.begun) for name, seen in server.seen.items() if seen.begun}
    most = MOST_REQUESTS if searches else MOST_WITHOUT_SEARCHES
    held = plan.requests <= sum(made.values()) <= min(most, plan.most)
    what = f"1,000 {'true' if true_only else 'mixed'} references"
    what += "" if searches else " without title searches"
    print(f"{what}: planned {plan.requests} to {plan.most}, "
          f"made {sum(made.values())} (bar: {most})"
          f"{'' if held else '  MISSED'}")  # fmt: skip
    print(f"  planned {dict(plan.by_source)}\n  made    {made}", flush=True)
    return held


def interrupted(arguments: argparse.Namespace) -> bool:
    """Kill a run in the middle, start it again, and compare the requests with a whole run."""
    works = _works(arguments)
    counts: list[int] = []
    each: list[dict[str, int]] = []
    for is_killed in (False, True):
        with tempfile.TemporaryDirectory() as text, running(works) as server:
            if is_killed:
                with started(arguments, server, Path(text), 1) as runs:
                    while sum(len(s.begun) for s in server.seen.values()) < counts[0] / 2:
                        time.sleep(0.05)
                    runs[0].send_signal(signal.SIGKILL)
            with started(arguments, server, Path(text), 1) as runs:
                tally = added(runs)
            each.append({name: len(s.begun) for name, s in server.seen.items() if s.begun})
            counts.append(sum(each[-1].values()))
            twice = sum(
                number - 1 for seen in server.seen.values() for number in seen.answered.values()
            )
    # Of each service, one request is on its way when the run is killed, and what it does not
    # have is asked again, twice.
    most = counts[0] + 3 * len(each[0])
    held = counts[1] <= most and not tally.wrong
    print(f"\na run that is killed in the middle and started again: {counts[1]} requests in all, "
          f"{counts[0]} in one go (bar: {most}){'' if held else '  MISSED'}")  # fmt: skip
    print(f"  killed {each[1]}\n  whole  {each[0]}")
    print(f"  identifiers answered for twice: {twice}; wrong verdicts {len(tally.wrong)}")
    print("".join(f"  wrong: {line}\n" for line in tally.wrong[:25]), end="", flush=True)
    return held


def main() -> int:
    """Run all parts; return 0 where every bar was held."""
    parser = argparse.ArgumentParser(description="Verify mixed references over a bad network.")
    parser.add_argument("--references", type=int, default=5000)
    parser.add_argument("--factor", type=float, default=40.0, help="how much faster time runs")
    parser.add_argument("--faults", type=float, default=0.2, help="share of the requests")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--records", type=Path, help="a folder with records.jsonl.xz")
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--mailto", default="", help="the address at which who asks is reached")
    parser.add_argument("--part", choices=("plan", "one", "several", "interrupted"))
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        return worker(arguments)
    parts = [arguments.part] if arguments.part else ["plan", "one", "several", "interrupted"]
    held = [_part(part, arguments) for part in parts]
    return 0 if all(held) else 1


def _part(part: str, arguments: argparse.Namespace) -> bool:
    if part in ("plan", "interrupted"):
        return planned(arguments) if part == "plan" else interrupted(arguments)
    processes = 1 if part == "one" else arguments.processes
    begin, works = time.monotonic(), _works(arguments)
    with tempfile.TemporaryDirectory() as text, running(works) as server:
        server.factor = arguments.factor
        server.fault = by_chance(PASSING, arguments.faults, arguments.seed)
        with started(arguments, server, Path(text), processes) as runs:
            tally = added(runs)
        name = f"{processes} process{'es' if processes > 1 else ''}"
        return show(name, server, tally, begin, arguments)


if __name__ == "__main__":
    sys.exit(main())
