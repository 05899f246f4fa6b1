"""Measure the offline index: building it, memory, a killed build, and 100,000 references.

Usage: python benchmarks/snapshot.py [--records N] [--references N] [--seed N] [--folder DIR]

Makes a snapshot of N records (one million unless told), builds the index from
it, plain and gzip, kills a second build with SIGKILL, and verifies references
made from it, half of them changed in a known way.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import snapshot_data

from refcore.arxiv import Arxiv
from refcore.cli.run import FileResult
from refcore.cli.run import run as run_files
from refcore.cli.settings import Settings
from refcore.formats import dumps
from refcore.index import Index, build
from refcore.model import ArxivId, Authors, Group, Person, Reference
from refcore.verification.report import Report
from refcore.verification.verify import verify


def main() -> int:
    """Run all measurements; gives 1 where a bar is missed."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--records", type=int, default=1_000_000)
    options.add_argument("--references", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=20260101)
    options.add_argument("--folder", type=Path, help="where to work; a temporary folder otherwise")
    chosen = options.parse_args()
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        results = run(Path(folder), chosen.records, chosen.references, chosen.seed)
    for words, held in results:
        print(f"{'met   ' if held else 'MISSED'}  {words}")
    return 0 if all(held for _, held in results) else 1


def run(folder: Path, records: int, references: int, seed: int) -> list[tuple[str, bool]]:
    """Measure everything in a folder; gives each bar in words and whether it is met."""
    source, index = folder / "snapshot.json", folder / "arxiv.sqlite"
    begun = time.perf_counter()
    snapshot_data.write(source, seed, records)
    took = time.perf_counter() - begun
    print(f"made {records:,} records, {_mb(source):,.0f} MB, in {took:.0f} s")
    results = [measure_build(source, index, records), measure_memory(source, index)]
    results.append(measure_gzip(source, folder, records))
    results.append(measure_kill(source, index))
    measure_titles(index, seed, records)
    return results + measure_verify(index, seed, records, references)


def measure_build(source: Path, index: Path, records: int) -> tuple[str, bool]:
    """Build with as many processes as `build` chooses."""
    seconds, cpu = timed(lambda: build(source, index))
    rate = records / seconds
    print(
        f"build: {seconds:.1f} s, {cpu:.1f} s of processor time, load {os.getloadavg()[0]:.1f}; "
        f"index {_mb(index):,.0f} MB, {index.stat().st_size / records:.0f} bytes a record"
    )
    return f"build {rate:,.0f} records a second (bar 20,000)", rate >= 20_000


def measure_memory(source: Path, index: Path) -> tuple[str, bool]:
    """Build in this process alone, and look at its memory on the way."""
    points: list[tuple[float, float]] = []

    def show(done: int, total: int) -> None:
        if done * 10 // total >= len(points):
            points.append((done / total, resident()))

    seconds, _ = timed(lambda: build(source, index, workers=0, progress=show))
    told = ", ".join(f"{share:.0%} {size:.0f}" for share, size in points)
    print(f"build in one process: {seconds:.1f} s; resident MB at {told}, end {resident():.0f}")
    sizes = [size for share, size in points if share > 0.15]
    spread = max(sizes) - min(sizes)
    return f"memory flat: it grows {spread:.0f} MB from 20 % to the end (bar 64)", spread <= 64


def measure_gzip(source: Path, folder: Path, records: int) -> tuple[str, bool]:
    """Build from the same snapshot as gzip."""
    packed, index = folder / "snapshot.json.gz", folder / "packed.sqlite"
    with source.open("rb") as plain, gzip.open(packed, "wb", compresslevel=1) as file:
        shutil.copyfileobj(plain, file, 1 << 20)
    seconds, cpu = timed(lambda: build(packed, index))
    print(f"build from gzip: {seconds:.1f} s, {cpu:.1f} s of processor time")
    packed.unlink()
    index.unlink()
    rate = records / seconds
    return f"build from gzip {rate:,.0f} records a second (bar 20,000)", rate >= 20_000


def measure_kill(source: Path, index: Path) -> tuple[str, bool]:
    """Kill a second build of the same index when it is well on its way."""
    before = index.read_bytes()[:4096], index.stat().st_mtime_ns
    partial = index.with_name(f"{index.name}.partial")
    command = [sys.executable, "-m", "refcore", "snapshot", "build", str(source)]
    root = str(Path(__file__).parents[1])
    process = subprocess.Popen(
        [*command, "--out", str(index)], env={**os.environ, "PYTHONPATH": root}
    )
    enough = index.stat().st_size // 10
    while process.poll() is None and not (partial.exists() and partial.stat().st_size > enough):
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    left = partial.stat().st_size >> 20 if partial.exists() else 0
    with Index(index) as snapshot:
        papers, found = len(snapshot), snapshot.get(ArxivId("0704.0001"))
    same = (index.read_bytes()[:4096], index.stat().st_mtime_ns) == before
    print(f"killed a build after {left} MB; the index before it has {papers:,} papers")
    held = process.returncode == -signal.SIGKILL and same and found is not None
    return "a killed build leaves the previous index usable", held


def measure_titles(index: Path, seed: int, records: int) -> None:
    """Look up titles as they are, and with a word left out."""
    with Index(index) as snapshot:
        rng = random.Random(seed)
        made = [snapshot_data.paper(seed, rng.randrange(records), records) for _ in range(500)]
        for words, change in (("exact", str), ("a word left out", _without_a_word)):
            begun = time.perf_counter()
            hits = 0
            for paper in made:
                found = snapshot.find(change(paper.title))
                hits += any(match.record.id.bare == paper.id for match in found)
            each = (time.perf_counter() - begun) / len(made) * 1000
            print(f"title lookup, {words}: {hits} of {len(made)} found, {each:.2f} ms each")


def _without_a_word(title: str) -> str:
    words = title.split()
    return " ".join(words[:2] + words[3:])


def measure_verify(index: Path, seed: int, records: int, count: int) -> list[tuple[str, bool]]:
    """Verify references in one process, then as four .bib files on all cores."""
    made = make_references(seed, records, count)
    references = [reference for reference, _ in made]
    gc.collect()
    arxiv = Arxiv(snapshot=Index(index))
    reports: list[Report] = []
    seconds, cpu = timed(lambda: reports.extend(verify(references, arxiv=arxiv)))
    wrong = Counter(
        f"expected {'wrong' if expected else 'right'}, found {report.verdict}"
        for report, (_, expected) in zip(reports, made, strict=True)
        if report.comparison is None or report.comparison.is_wrong is not expected
    )
    print(
        f"verify, one process: {seconds:.1f} s, {cpu:.1f} s of processor time, "
        f"{count / seconds:,.0f} a second, load {os.getloadavg()[0]:.1f}"
    )
    print(f"  verdicts {dict(Counter(str(report.verdict) for report in reports))}")
    print(f"  not as made: {dict(wrong)}; resident {resident():.0f} MB, at most {peak():.0f} MB")
    reports.clear()
    measure_files(index, references)
    bar, share = 60 * count / 100_000, sum(wrong.values()) / count
    return [
        (f"{count:,} references in {seconds:.1f} s (bar {bar:g})", seconds <= bar),
        (f"verdicts not as made: {share:.3%} (bar 1 %)", share <= 0.01),
    ]


def measure_files(index: Path, references: list[Reference]) -> None:
    """Time .bib files from reading to reports, on one core and on all."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for start in range(4):
            path = Path(folder, f"{start}.bib")
            path.write_text(dumps(references[start::4], "bibtex"), encoding="utf-8")
            names.append(str(path))
        settings = Settings(tuple(names), snapshot_path=index, offline=True)
        for cores in (1, None):
            results: list[FileResult] = []
            run = partial(run_files, settings, cores=cores)
            seconds, cpu = timed(lambda: results.extend(run()))  # noqa: B023 - run at once
            count = sum(sum(result.counts.values()) for result in results)
            words = "one core" if cores else "all cores"
            print(
                f"{len(names)} .bib files on {words}: {count:,} references in {seconds:.1f} s, "
                f"{cpu:.1f} s of processor time"
            )


def make_references(seed: int, records: int, count: int) -> list[tuple[Reference, bool]]:
    """Make references to papers of the snapshot, and say of each whether its list is wrong."""
    rng = random.Random(seed + 1)
    places = rng.sample(range(records), min(count + count // 1000, records))
    made = []
    for place in places:
        if place % 100_000 == 99_999:
            continue  # its line is spoilt
        paper = snapshot_data.paper(seed, place, records)
        people = [Person(given, family) for given, family in paper.people]
        people, others, wrong = _changed(rng, people)
        names = [Group(paper.group), *people] if paper.group else people
        reference = Reference(
            f"ref{len(made)}",
            "article",
            paper.title,
            Authors(names, others),
            arxiv=ArxivId(paper.id),
        )
        made.append((reference, wrong))
    return made[:count]


Change = tuple[list[Person], bool, bool]


def _changed(rng: random.Random, people: list[Person]) -> Change:
    """Change a list: kept, shortened to initials, cut, one left out, swapped or invented."""
    draw = rng.random()
    if draw < 0.5:
        return people, False, False
    if draw < 0.65:
        return [Person(f"{one.given[0]}.", one.family) for one in people], False, False
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


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Run something; gives the seconds it took and those of the processor, children included."""
    begun, cpu = time.perf_counter(), _cpu()
    work()
    return time.perf_counter() - begun, _cpu() - cpu


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


def _mb(path: Path) -> float:
    return path.stat().st_size / (1 << 20)


if __name__ == "__main__":
    sys.exit(main())
