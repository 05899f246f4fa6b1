"""Verify a whole library over a bad network, and measure it from the server's side.

Usage: python benchmarks/network.py [--ids N] [--interval SECONDS] [--faults SHARE] [--seed N]

A server on loopback answers as arXiv's API does: in an order of its own, ten results by default,
unknown ids left out, malformed ones refused with the whole request, long addresses with 414. Faults
are put in at random. One process verifies all references; then four processes a quarter each, at
the same time. Then the requests for 1,000 ids are counted, asked twice.

The interval is shorter than arXiv's three seconds, and all waits with it, so
that the run ends soon; the server measures it. Exits with 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import random
import re
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "arxiv"))
import fake_arxiv as fake
from fake_arxiv import FakeArxiv, Handler, Paper

from refcore.arxiv import Arxiv, ArxivClient, Pace
from refcore.model import ArxivId, Reference
from refcore.names import read_author_list
from refcore.net.http import Limits
from refcore.net.retry import RetryPolicy
from refcore.verification.report import Verdict
from refcore.verification.verify import verify

GIVEN = (
    "Aili Bruno Carmen Dmitri Elena Farid Greta Hiroshi Ingrid Jorge Katarina Lorenzo Mehmet "
    "Nadia Oskar Priya Quentin Rosalind Stefan Tamara Umberto Vera Wolfgang Xenia Yusuf Zoltan"
).split()
FAMILY = (
    "Abramov Bianchi Castillo Dimitrov Eriksson Ferreira Grigoriev Hoffmann Ibrahim Johansson "
    "Kowalski Lindqvist Moreau Nakamura Oliveira Petrov Quintana Rossini Schneider Takahashi "
    "Ulyanov Virtanen Watanabe Yamamoto Zimmermann Andersson Bergmann Chaudhary Delacroix Fontaine"
).split()
WORDS = (
    "adaptive bounds causal dense entropy fields graphs heavy inference jets kernels lattice "
    "models networks optimal phases quantum random sparse transport under vectors waves"
).split()
KINDS = {
    "right": (45, Verdict.CONFIRMED),
    "initials": (10, Verdict.CONFIRMED_WITH_VARIANTS),
    "swapped": (8, Verdict.CONTRADICTED),
    "one dropped": (8, Verdict.CONTRADICTED),
    "one invented": (8, Verdict.CONTRADICTED),
    "one misspelt": (7, Verdict.CONTRADICTED),
    "list of v1": (4, Verdict.CONFIRMED_WITH_VARIANTS),
    "cites v1": (3, Verdict.CONFIRMED),
    "another paper": (3, Verdict.OTHER_PAPER),
    "unknown id": (3, Verdict.NOT_FOUND),
    "malformed id": (1, Verdict.UNCHECKED),
}
LEAST_CHECKED = 0.9


@attrs.frozen
class Case:
    """A reference, what was done to it, and the verdict that is right."""

    reference: Reference
    kind: str
    expected: Verdict


@attrs.define
class World:
    """The papers of the server, the ids it takes for malformed, and the references to them."""

    papers: dict[str, Paper] = attrs.field(factory=dict)
    malformed: set[str] = attrs.field(factory=set)
    cases: list[Case] = attrs.field(factory=list)


def world(count: int, seed: int) -> World:
    """Make as many references, each to an id of its own; the same ones for the same seed."""
    chance = random.Random(seed)
    made = World({"0704.0001": Paper("Calculation of prompt diphoton production")})
    weights = [weight for weight, _ in KINDS.values()]
    for number in range(count):
        kind = chance.choices(list(KINDS), weights)[0]
        bare = f"{2001 + number // 9000}.{number % 9000 + 1:05}"
        authors = _people(chance)
        title = " ".join(chance.sample(WORDS, 6)).capitalize()
        if kind in ("list of v1", "cites v1"):
            made.papers[bare] = Paper(title, (authors, (*authors, "Zoe Latecomer")))
        elif kind != "unknown id":
            made.papers[bare] = Paper(title, (authors,))
        if kind == "malformed id":
            made.malformed.add(bare)
        made.cases.append(_case(kind, bare, title, authors, chance))
    return made


def _people(chance: random.Random) -> tuple[str, ...]:
    families = chance.sample(FAMILY, chance.randint(2, 8))
    return tuple(f"{chance.choice(GIVEN)} {family}" for family in families)


def _case(
    kind: str, bare: str, title: str, authors: tuple[str, ...], chance: random.Random
) -> Case:
    names = list(authors)
    at = chance.randrange(len(names))
    given, family = names[at].split()
    if kind == "initials":
        names = [f"{name[0]}. {name.split()[1]}" for name in names]
    elif kind == "swapped":
        names[0], names[-1] = names[-1], names[0]
    elif kind == "one dropped":
        del names[at]
    elif kind == "one invented":
        names.insert(at, "Igor Nobody")
    elif kind == "one misspelt":
        names[at] = f"{given} {family[:2]}x{family[3:]}"
    elif kind == "another paper":
        names, title = ["Otto Elsewhere", "Paul Otherwise"], "On matters of no concern to anybody"
    listed = [authors[at].split()[::-1] for at in range(len(authors))]
    # Nobody can tell the order of authors from a record that is sorted by name.
    is_sorted = kind == "swapped" and len(listed) > 3 and listed == sorted(listed)
    version = 1 if kind == "cites v1" else None
    people = read_author_list(names)
    reference = Reference(bare, "article", title, people, arxiv=ArxivId(bare, version))
    return Case(reference, kind, Verdict.CONFIRMED if is_sorted else KINDS[kind][1])


def reset(handler: Handler, body: bytes) -> None:
    """Send half of it and reset the connection."""
    fake.only_part(handler, body)
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def mute(handler: Handler, body: bytes) -> None:
    """Say nothing until the client goes away; `body` is never sent."""
    del body
    with contextlib.suppress(OSError):
        handler.connection.settimeout(30)
        handler.connection.recv(1)
    handler.close_connection = True


def slow(handler: Handler, body: bytes) -> None:
    """Send all of it, in pieces with pauses that a client has to bear."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    step = len(body) // 8 + 1
    for start in range(0, len(body), step):
        time.sleep(0.02)
        handler.wfile.write(body[start : start + step])
        handler.wfile.flush()
    handler.close_connection = True


def entries(body: bytes, chance: random.Random, dropped: float) -> bytes:
    """Return a feed in another order, a share of its entries missing."""
    head, *rest = re.split(rb"(?=<entry>)", body.removesuffix(b"</feed>"))
    kept = [entry for entry in rest if chance.random() >= dropped]
    chance.shuffle(kept)
    return b"".join((head, *kept, b"</feed>"))


def faults(share: float, chance: random.Random) -> fake.Fault:
    """Return what the server plays: a fault for a share of the requests, else another order."""
    played: list[fake.Fault] = [
        fake.status(429, b"Rate exceeded.", Retry_After="1"),
        fake.status(503),
        fake.EMPTY,
        fake.only_part,
        fake.cut,
        reset,
        mute,
        slow,
        fake.dripping,
        fake.instead(b"<feed><entry>"),
        lambda handler, body: handler.send(200, entries(body, chance, 0.1)),
    ]

    def fault(handler: Handler, body: bytes) -> None:
        if chance.random() < share:
            return chance.choice(played)(handler, body)
        if b"/api/errors" in body:
            return handler.send(400, body)
        return handler.send(200, entries(body, chance, 0.0))

    return fault


@contextlib.contextmanager
def serving(of: World, share: float, seed: int) -> Iterator[FakeArxiv]:
    """Run the server for the length of a block."""
    with fake.running(of.papers) as server:
        server.malformed = of.malformed
        server.longest_url = 8000
        server.always = faults(share, random.Random(seed)) if share else None
        yield server


def source(url: str, folder: Path, interval: float) -> Arxiv:
    """Return the source as a user has it, all waits scaled to the interval."""
    client = ArxivClient(
        url,
        pace=Pace(folder / "slot", interval),
        retries=RetryPolicy(first=interval, cap=20 * interval, longest=100 * interval),
        limits=Limits(connect=5.0, read=1.0, total=3.0),
    )
    return Arxiv(cache=folder, client=client)


@attrs.define
class Outcome:
    """The verdicts counted, and what is wrong about them."""

    counts: Counter[str] = attrs.field(factory=Counter)
    reasons: Counter[str] = attrs.field(factory=Counter)
    unchecked: int = 0
    wrong: list[str] = attrs.field(factory=list)


def judged(cases: Sequence[Case], arxiv: Arxiv) -> Outcome:
    """Verify the references and hold each verdict against the one that is right."""
    outcome = Outcome()
    reports = verify([case.reference for case in cases], arxiv=arxiv)
    for case, report in zip(cases, reports, strict=True):
        outcome.counts[str(report.verdict)] += 1
        excused = report.verdict is Verdict.UNCHECKED and report.reason
        if report.verdict is not case.expected and not excused:
            line = f"{case.reference.key} ({case.kind}): {report.verdict}: {report.reason}"
            outcome.wrong.append(f"{line}; expected {case.expected}")
        if excused and case.expected is not Verdict.UNCHECKED:
            outcome.unchecked += 1
        if excused:
            outcome.reasons[re.sub(r"[0-9]{4}\.[0-9]{5}", "ID", report.reason)] += 1
    return outcome


def worker(arguments: argparse.Namespace) -> int:
    """Verify one part of the references and print the outcome as JSON."""
    url, folder, part = arguments.worker
    cases = world(arguments.ids, arguments.seed).cases[int(part) :: arguments.processes]
    outcome = judged(cases, source(url, Path(folder), arguments.interval))
    print(json.dumps(attrs.asdict(outcome)))
    return 0


def side_by_side(server: FakeArxiv, folder: Path, arguments: argparse.Namespace) -> Outcome:
    """Verify the parts in processes of their own, at the same time."""
    given = [sys.executable, __file__, "--ids", arguments.ids, "--interval", arguments.interval]
    given += ["--seed", arguments.seed, "--processes", arguments.processes]
    runs = [
        subprocess.Popen(
            [*map(str, given), "--worker", server.url, str(folder), str(part)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for part in range(arguments.processes)
    ]
    total = Outcome()
    for run in runs:
        found = json.loads(run.communicate()[0])
        total.counts.update(found["counts"])
        total.reasons.update(found["reasons"])
        total.unchecked += found["unchecked"]
        total.wrong += found["wrong"]
    return total


def show(name: str, server: FakeArxiv, outcome: Outcome, interval: float, begin: float) -> bool:
    """Print what was measured; return whether every bar was held."""
    gaps = [later - first for first, later in itertools.pairwise(server.arrivals)]
    count = outcome.counts.total()
    checked = 1 - outcome.unchecked / count
    bars = {
        f"wrong verdicts             {len(outcome.wrong)} (bar: 0)": not outcome.wrong,
        f"verdicts that are reached  {checked:.1%} (bar: {LEAST_CHECKED:.0%})": checked
        >= LEAST_CHECKED,
        f"smallest gap               {min(gaps):.3f} s (bar: {interval:g} s)": min(gaps)
        >= interval,
        f"most requests at once      {server.most_at_once} (bar: 1)": server.most_at_once == 1,
    }
    print(f"{name}: {count} references")
    print(f"  requests                   {len(server.arrivals)}")
    for line, held in bars.items():
        print(f"  {line}{'' if held else '  MISSED'}")
    print(f"  wall time                  {time.monotonic() - begin:.1f} s")
    for verdict, number in outcome.counts.most_common():
        print(f"    {verdict:<24} {number:>6}")
    for reason, number in outcome.reasons.most_common(8):
        print(f"      unchecked {number:>4}: {reason[:100]}")
    print("".join(f"  wrong: {line}\n" for line in outcome.wrong[:20]), end="")
    return all(bars.values())


def twice(interval: float) -> bool:
    """Ask for 1,000 ids twice and print what that costs."""
    ids = [ArxivId(f"2001.{number:05}") for number in range(1, 1001)]
    papers = {asked.bare: Paper() for asked in ids}
    figures = []
    with tempfile.TemporaryDirectory() as folder, fake.running(papers) as server:
        for _ in range(2):
            before = len(server.arrivals)
            arxiv = source(server.url, Path(folder), interval)
            plan = arxiv.plan(ids).requests
            arxiv.lookup([*ids, *ids])
            figures.append((plan, len(server.arrivals) - before))
    held = figures == [(10, 10), (0, 0)]
    print("1,000 ids, each twice" + ("" if held else "  MISSED"))
    for name, (plan, made_now) in zip(("first run", "second run"), figures, strict=True):
        print(f"  {name:<12} planned {plan}, made {made_now} requests")
    return held


def main() -> int:
    """Run all parts; return 0 where every bar was held."""
    parser = argparse.ArgumentParser(description="Verify references over a bad network.")
    parser.add_argument("--ids", type=int, default=5000)
    parser.add_argument("--interval", type=float, default=0.3)
    parser.add_argument("--faults", type=float, default=0.3, help="share of the requests")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--worker", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        return worker(arguments)
    interval, made = arguments.interval, world(arguments.ids, arguments.seed)
    print(f"interval {interval:g} s in place of 3 s; faults in {arguments.faults:.0%} of requests")
    held = twice(interval)
    for name in ("one process", f"{arguments.processes} processes"):
        begin = time.monotonic()
        with (
            tempfile.TemporaryDirectory() as text,
            serving(made, arguments.faults, arguments.seed) as server,
        ):
            if name == "one process":
                outcome = judged(made.cases, source(server.url, Path(text), interval))
            else:
                outcome = side_by_side(server, Path(text), arguments)
            held = show(name, server, outcome, interval, begin) and held
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
