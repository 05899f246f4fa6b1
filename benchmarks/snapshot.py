"""Measure the local index: building, memory, a killed build, look-ups, and many references.

Usage: python benchmarks/snapshot.py RECORDS [--records N] [--references N] [--seed N]
       [--folder DIR] [--only PART…]

RECORDS has real records, JSON lines of a bibliography, plain or xz. From them dumps of N
works (two millions by default) are made: arXiv's JSON lines, a bibliography's JSON lines,
dblp.xml, XML of the ACL Anthology, Crossref's folder and archive, and Retraction Watch's
table. The parts are build, memory, kill, lookup and verify. In a --folder the dumps and the
index stay, and are used again. Times are those of the processor, children included, beside
those of the clock: the processor's are the ones that other work on the machine changes least.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from snapshot_data import Paper, Works, write_all

from refcore.cli.options import SourceOptions
from refcore.cli.results import FileResult
from refcore.cli.run import run as run_files
from refcore.cli.settings import Settings
from refcore.formats import dumps
from refcore.index import Index, build
from refcore.model import ArxivId, Authors, Doi, Person, Reference
from refcore.records.sources import Sources
from refcore.verification.report import Report
from refcore.verification.verify import verify, verify_each

PARTS = ("build", "memory", "kill", "lookup", "verify")


class Bench(NamedTuple):
    """What the measurements share."""

    works: Works
    sources: list[Path]
    index: Path
    records: int
    references: int
    seed: int
    kills: int


Bar = tuple[str, bool]


def main() -> int:
    """Run the measurements; return 1 where a bar is missed."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("real", type=Path, help="real records, from which the works are made")
    options.add_argument("--records", type=int, default=2_000_000)
    options.add_argument("--references", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=20260101)
    options.add_argument("--kills", type=int, default=2, help="builds to kill, at random moments")
    options.add_argument("--folder", type=Path, help="where to work; a temporary folder otherwise")
    options.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    chosen = options.parse_args()
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        works = Works(chosen.real, chosen.seed)
        sources = made(works, folder / "dumps", chosen.records)
        index = folder / "index.sqlite"
        numbers = (chosen.records, chosen.references, chosen.seed, chosen.kills)
        bench = Bench(works, sources, index, *numbers)
        if "build" not in chosen.only and not index.exists():
            build(sources, index)
        results = [bar for part in PARTS if part in chosen.only for bar in MEASURES[part](bench)]
    for words, held in results:
        print(f"{'met   ' if held else 'MISSED'}  {words}")
    return 0 if all(held for _, held in results) else 1


def made(works: Works, folder: Path, records: int) -> list[Path]:
    """Return the dumps, made where they are not there yet."""
    mark = folder / f"{records}.made"
    if not mark.exists():
        found: list[Path] = []
        spent = timed(lambda: found.extend(write_all(works, folder, records)))
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / (1 << 20)
        print(f"made {records:,} works, {size:,.0f} MB, {spent}")
        mark.write_text("\n".join(map(str, found)))
    return [Path(line) for line in mark.read_text().splitlines()]


def measure_build(bench: Bench) -> list[Bar]:
    """Build in this process alone, then with as many processes as `build` chooses."""
    alone = timed(lambda: build(bench.sources, bench.index, workers=0))
    print(f"build in one process: {alone}: {rates(bench.records, alone)}")
    spent = timed(lambda: build(bench.sources, bench.index))
    size = bench.index.stat().st_size
    print(
        f"build on all cores: {spent}: {rates(bench.records, spent)}; "
        f"index {size >> 20:,} MB, {size / bench.records:.0f} bytes a work"
    )
    # On a machine with other work the clock says nothing; two cores share the processor's time.
    rate = bench.records / spent.clock
    ratio = alone.clock / spent.clock
    return [
        (f"build {rate:,.0f} works a second by the clock (bar 20,000)", rate >= 20_000),
        (f"all cores are {ratio:.2f} times one, by the clock (goal 1.6)", ratio >= 1.6),
    ]


def measure_memory(bench: Bench) -> list[Bar]:
    """Build in this process alone, and look at its memory on the way."""
    points: list[tuple[float, float]] = []

    def show(done: int, total: int) -> None:
        if done * 10 // total >= len(points):
            points.append((done / total, resident()))

    target = bench.index.with_name("memory.sqlite")
    build(bench.sources, target, workers=0, progress=show)
    target.unlink()
    told = ", ".join(f"{share:.0%} {size:.0f}" for share, size in points)
    print(f"resident MB while building at {told}; end {resident():.0f}; at most {peak():.0f}")
    sizes = [size for share, size in points if share > 0.15]
    spread = max(sizes) - min(sizes)
    return [(f"memory flat: it grows {spread:.0f} MB from 20 % to the end (bar 64)", spread <= 64)]


def measure_kill(bench: Bench) -> list[Bar]:
    """Kill builds of the same index at random moments, then let one end."""
    index, rng = bench.index, random.Random(bench.seed + 2)
    whole = timed(lambda: build(bench.sources, index)).clock
    with Index(index) as opened:
        works = len(opened)
    moments = [rng.uniform(0, 0.9) * whole for _ in range(bench.kills)]
    held = [_is_harmless(bench, moment, works) for moment in moments]
    again = build(bench.sources, index)
    left = index.with_name(f"{index.name}.partial").exists()
    print(f"the build after {len(held)} killed ones has {again.works:,} works")
    return [
        ("a killed build leaves the previous index usable", all(held)),
        ("the build after it is whole, and leaves nothing else", again.works == works and not left),
    ]


def _is_harmless(bench: Bench, moment: float, works: int) -> bool:
    """Kill a build after so many seconds; return whether the index before it is as it was."""
    index = bench.index
    before = _state(index)
    command = [sys.executable, "-m", "refcore", "snapshot", "build", *map(str, bench.sources)]
    process = subprocess.Popen(
        [*command, "--out", str(index)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(moment)
        print(f"a build ended before it was killed, after {moment:.1f} s")
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        partial_file = index.with_name(f"{index.name}.partial")
        left = partial_file.stat().st_size >> 20 if partial_file.exists() else 0
        print(f"killed a build after {moment:.1f} s and {left} MB")
        if _state(index) != before:
            return False
    with Index(index) as opened:
        found = opened.get(ArxivId(bench.works.paper(0).arxiv))
        return found is not None and len(opened) == works


def _state(index: Path) -> tuple[bytes, int]:
    with index.open("rb") as file:
        return file.read(4096), index.stat().st_mtime_ns


def measure_lookup(bench: Bench) -> list[Bar]:
    """Look up identifiers one by one and many at once, and titles as they are and changed."""
    rng = random.Random(bench.seed)
    papers = [bench.works.paper(rng.randrange(bench.records)) for _ in range(1000)]
    words = [word for paper in papers for word in paper.title.split()]
    ids = [
        ArxivId(paper.arxiv) if paper.form == "arxiv" else Doi(paper.doi)
        for paper in papers
        if paper.form in ("arxiv", "crossref", "archive")
    ]
    results = []
    # The collector would look through the records of this benchmark again and again.
    gc.collect()
    gc.freeze()
    with Index(bench.index) as index:
        index.get_all(ids[:10])
        found: list[object] = []
        spent = timed(lambda: found.extend(index.get(one) for one in ids))
        print(f"{len(ids)} ids one by one: {sum(map(bool, found))} found, {each(ids, spent)}")
        results.append((f"an id in {each(ids, spent)} (goal 30 µs)", spent.cpu / len(ids) <= 30e-6))
        spent = timed(lambda: found.append(index.get_all(ids)))
        print(f"{len(ids)} ids at once: {each(ids, spent)}")
        for what, change in CHANGES.items():
            titles = list(dict.fromkeys(change(paper.title, rng, words) for paper in papers))
            hits: list[bool] = []
            spent = timed(lambda t=titles, h=hits: h.extend(bool(index.find_works(x)) for x in t))
            print(f"{len(titles)} titles, {what}: {sum(hits)} found, {each(titles, spent)}")
            held = spent.cpu / len(titles) <= 0.002
            results.append((f"a title, {what}, in {each(titles, spent)} (bar 2 ms, aim 1)", held))
    return results


def _other_word(title: str, rng: random.Random, words: Sequence[str]) -> str:
    found = title.split()
    found[rng.randrange(len(found))] = rng.choice(words)
    return " ".join(found)


def _without_word(title: str, rng: random.Random, _: Sequence[str]) -> str:
    found = title.split()
    if len(found) > 1:
        del found[rng.randrange(len(found))]
    return " ".join(found)


CHANGES: dict[str, Callable[[str, random.Random, Sequence[str]], str]] = {
    "exact": lambda title, *_: title,
    "one word another": _other_word,
    "a word left out": _without_word,
    "not there": lambda _, rng, words: " ".join(rng.sample(words, 9)),
}


class Made(NamedTuple):
    """A reference, and whether its author list is wrong; None where that is not judged."""

    reference: Reference
    is_wrong: bool | None


def make_references(bench: Bench) -> list[Made]:
    """Make references to works of the dumps: a third by each of arXiv id, DOI and title alone."""
    rng = random.Random(bench.seed + 1)
    words = bench.works.paper(3).title.split()
    found = []
    for place in rng.sample(range(bench.records), min(bench.references, bench.records)):
        paper = bench.works.paper(place)
        words = [*words[-200:], *paper.title.split()]
        found.append(_reference(paper, f"ref{len(found)}", rng, words))
    return found


def _reference(paper: Paper, key: str, rng: random.Random, words: Sequence[str]) -> Made:
    parts = (name.rpartition(" ") for name in paper.names)
    people = [Person(given, family) for given, _, family in parts]
    people, others, wrong = _changed(rng, people)
    change = rng.choices(list(CHANGES), (70, 10, 10, 10))[0] if paper.place % 3 == 0 else "exact"
    title = CHANGES[change](paper.title, rng, words)
    authors, fields = Authors(people, others), {"container-title": paper.venue}
    arxiv = ArxivId(paper.arxiv) if paper.form == "arxiv" and paper.place % 3 else None
    doi = Doi(paper.doi) if paper.doi and not arxiv and paper.place % 3 else None
    if arxiv:
        # A paper with a group in front is a case of its own.
        judged = None if paper.group or paper.place % 100_000 == 99_980 else wrong
        return Made(Reference(key, "article", title, authors, arxiv=arxiv), judged)
    made = Reference(key, "paper-conference", title, authors, doi=doi, fields=fields)
    judged = wrong if doi and paper.form in ("crossref", "archive") else None
    return Made(made, judged)


Change = tuple[list[Person], bool, bool]


def _changed(rng: random.Random, people: list[Person]) -> Change:
    """Change a list: kept, shortened to initials, cut, one left out, swapped or invented."""
    draw = rng.random()
    if draw < 0.5:
        return people, False, False
    if draw < 0.65:
        return (
            [Person(one.given[:1] and f"{one.given[0]}.", one.family) for one in people],
            False,
            False,
        )
    if draw < 0.8 and len(people) > 3:
        return people[:3], True, False
    if draw < 0.87 and len(people) > 2:
        at = rng.randrange(1, len(people))
        return people[:at] + people[at + 1 :], False, True
    if draw < 0.94:
        return [*people, Person("Quentin", "Zymurgy")], False, True
    at = rng.randrange(len(people))
    invented = Person("Xanthippe", f"{people[at].family}qx")
    return [*people[:at], invented, *people[at + 1 :]], False, True


def measure_verify(bench: Bench) -> list[Bar]:
    """Verify references as four .bib files, on one core and on all; then in this process."""
    made_references = make_references(bench)
    references = [one.reference for one in made_references]
    bar = 60 * len(references) / 100_000
    spent = measure_files(bench.index, references)
    results = [
        (
            f"{len(references):,} references, all cores: {spent} (bar {bar:g} s)",
            spent.clock <= bar,
        ),
        (
            f"half the processor's time of that is {spent.cpu / 2:.1f} s (bar {bar:g})",
            spent.cpu / 2 <= bar,
        ),
    ]
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    results.append((f"a process takes {most:.0f} MB at most (bar 1,000)", most < 1000))
    results.append(measure_one_file(bench.index, references[: len(references) // 4]))
    results.append(measure_iteration(bench.index, references[:20_000]))
    return [*results, measure_verdicts(bench.index, made_references[:20_000])]


def measure_one_file(index: Path, references: list[Reference]) -> Bar:
    """Verify one large .bib file on one core and on all."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "one.bib")
        path.write_text(dumps(references, "bibtex"), encoding="utf-8")
        settings = Settings((str(path),), origins=SourceOptions(snapshot_path=index, offline=True))
        alone = timed(lambda: run_files(settings, cores=1))
        spent = timed(lambda: run_files(settings))
    print(f"one file of {len(references):,} references: one core {alone}, all cores {spent}")
    ratio = alone.clock / spent.clock
    return f"one file on all cores is {ratio:.2f} times one, by the clock (goal 1.7)", ratio >= 1.7


def measure_iteration(index: Path, references: list[Reference]) -> Bar:
    """Verify references one after the other, and look at the memory that this takes."""
    sizes = []
    step = max(1, len(references) // 20)
    with Index(index) as opened:
        found = verify_each(iter(references), arxiv=Sources(snapshot=opened))
        for number, _ in enumerate(found, start=1):
            if number % step == 0:
                sizes.append(resident())
    grown = sizes[-1] - sizes[len(sizes) // 4]
    words = f"verify_each grows {grown:.0f} MB from a quarter of {len(references):,} references on"
    return f"{words} (bar 64)", grown <= 64


def measure_verdicts(index: Path, made_references: Sequence[Made]) -> Bar:
    """Verify references in this process, and compare the verdicts with what was made."""
    reports: list[Report] = []
    with Index(index) as opened:
        references = [one.reference for one in made_references]
        work = partial(verify, references, arxiv=Sources(snapshot=opened))
        spent = timed(lambda: reports.extend(work()))
    odd = Counter(
        f"made {'wrong' if one.is_wrong else 'right'}, found {report.verdict}"
        for report, one in zip(reports, made_references, strict=True)
        if one.is_wrong is not None
        and (report.comparison is None or report.comparison.is_wrong is not one.is_wrong)
    )
    print(f"verify {len(references):,} references in one process: {each(references, spent)}")
    print(f"  verdicts {dict(Counter(str(report.verdict) for report in reports))}")
    print(f"  lists not judged as made: {dict(odd)}; resident {resident():.0f} MB")
    share = odd.total() / max(1, sum(one.is_wrong is not None for one in made_references))
    return f"lists not judged as made: {share:.2%} (bar 1 %)", share <= 0.01


def measure_files(index: Path, references: list[Reference]) -> Spent:
    """Time .bib files from reading to results, on one core and on all; return the latter."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for start in range(4):
            path = Path(folder, f"{start}.bib")
            path.write_text(dumps(references[start::4], "bibtex"), encoding="utf-8")
            names.append(str(path))
        settings = Settings(tuple(names), origins=SourceOptions(snapshot_path=index, offline=True))
        results: list[FileResult] = []
        spent = timed(lambda: results.extend(run_files(settings)))
        count = sum(sum(result.counts.values()) for result in results)
        print(f"{len(names)} .bib files on all cores: {count:,} references, {spent}")
    return spent


MEASURES: dict[str, Callable[[Bench], list[Bar]]] = {
    "build": measure_build,
    "memory": measure_memory,
    "kill": measure_kill,
    "lookup": measure_lookup,
    "verify": measure_verify,
}


class Spent(NamedTuple):
    """Seconds by the clock, and of the processor with those of child processes."""

    clock: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.clock:.1f} s, {self.cpu:.1f} s of the processor"


def timed(work: Callable[[], object]) -> Spent:
    """Run something and return the time that it took."""
    begun, cpu = time.perf_counter(), _cpu()
    work()
    return Spent(time.perf_counter() - begun, _cpu() - cpu)


def rates(count: int, spent: Spent) -> str:
    """Say how many works a second that is."""
    return f"{count / spent.clock:,.0f} a second, {count / spent.cpu:,.0f} for one of the processor"


def each(things: Sequence[object], spent: Spent) -> str:
    """Say how long the processor took for each of several."""
    return f"{spent.cpu / len(things) * 1e6:.0f} µs of the processor each"


def _cpu() -> float:
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in uses)


def resident() -> float:
    """Return the memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / (1 << 20)


def peak() -> float:
    """Return the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
