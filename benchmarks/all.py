"""Run every benchmark in turn and write what they print into docs/benchmarks.md.

    python benchmarks/all.py [--material FOLDER] [--node FOLDER] [--index FILE] [--only WORD …]
                             [--minutes 10]

MATERIAL holds the data that is not in the repository: `bib/*.bib`, `authors/*.jsonl`,
`csl/fixtures`, `dblp/records.jsonl.xz`, `field/*.jsonl`, `sources/` and `hallmark/`. NODE is a
folder with the npm packages that some benchmarks ask. INDEX is what `refcore snapshot build` makes
of dblp. A benchmark whose material is not there,
or that needs longer than --minutes, is listed with the reason. The page names the machine and
the versions of the peers; --only keeps the parts of the page that are not run again.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parent.parent
PAGE: Final = ROOT / "docs" / "benchmarks.md"
PEERS: Final = (
    "bibtexparser pybtex refkit rispy citeproc-py pyyaml duckdb dask pyarrow httpx rich".split()
)
PROGRAMS: Final = ("pandoc", "node")
_LAST_LINES: Final = 80
_HEAD: Final = """# Benchmarks

`python benchmarks/all.py` writes this page. Each part is what one command printed, with the CPU
time of all its processes. Ratios within one run are more reliable than seconds, which depend on
the machine and its load.
"""


class Row(NamedTuple):
    """One benchmark: its script, its arguments, and what it shows."""

    script: str
    arguments: str
    shows: str


# {material}, {node} and {index} are the paths of the command line; a `*` is expanded.
ROWS: Final = (
    Row("authors.py", "{material}/authors/*.jsonl", "verdicts on labelled pairs of author lists"),
    Row("compare_speed.py", "", "how long a comparison of lists takes"),
    Row("compare_peers.py", "", "author lists, beside other checkers"),
    Row("notes.py", "", "references of labelled notes"),
    Row("notes_works.py", "{material}/dblp/records.jsonl.xz --seed 2", "notes with other works"),
    Row("note_speed.py", "", "how long a dense note takes to read"),
    Row("text_lists.py", "{material}/dblp --styles 20 --seed 7", "lists as plain text"),
    Row("pairs.py", "{material}/sources/pairs.jsonl", "labelled pairs of reference and answer"),
    Row("sources.py", "{material}/sources/records", "recorded answers of the services"),
    Row("fields.py", "{material}/dblp/records.jsonl.xz --each 200", "venues, volumes and pages"),
    Row("titles.py", "{material}/dblp/records.jsonl.xz", "titles in other forms, and falsified"),
    Row("field_cases.py", "{material}/field", "cases of reading, writing and verifying"),
    Row("field_csl.py", "{material}/field", "cases of citations"),
    Row(
        "csl_suite.py",
        "{material}/csl/fixtures --not-csl {material}/csl/not-csl.json",
        "the public suite of CSL",
    ),
    Row("documents.py", "", "documents beside pandoc"),
    Row("csl_speed.py", "--sizes 1000", "citing and listing, beside hayagriva"),
    Row("loading.py", "{material}/bib/tugboat.bib --node {node} --runs 4", "loading, beside peers"),
    Row("bibtex_fidelity.py", "{material}/bib/biblatex-examples.bib", "the bytes of .bib files"),
    Row("startup.py", "--rounds 5", "how quickly refcore starts"),
    Row("installed.py", "", "how much room refcore takes"),
    Row("report_page.py", "--count 300 --browser {node}", "the page to send"),
    Row(
        "snapshot.py",
        "{material}/dblp/records.jsonl.xz --records 200000 --references 10000",
        "the local index",
    ),
    Row(
        "corpus.py",
        "{material}/dblp/records.jsonl.xz --references 20000 --records 60000 --rows 10000",
        "a corpus on each engine",
    ),
    Row(
        "services/run.py",
        "--references 1000 --records {material}/dblp --processes 1",
        "all services over a bad network",
    ),
    Row(
        "hallmark.py",
        "{material}/hallmark/dev_public.jsonl --index {index}"
        " --against {material}/hallmark/bibtex_updater_1.2.0_dev_public.json",
        "invented references, beside bibtex-updater",
    ),
    Row("network.py", "--ids 400 --interval 0.05", "arXiv over a bad network"),
    Row("faults/services.py", "", "faults of services"),
    Row("faults/damaged_members.py", "--part 1/12", "each member of each answer damaged"),
    Row("faults/hostile_values.py", "--every 8", "hostile values through every writer"),
    Row("faults/killed_writers.py", "200", "writers that are killed"),
    Row("faults/system_calls.py", "", "faults of system calls"),
    Row("hostile_peers.py", "", "hostile inputs, beside other programs"),
)


class Outcome(NamedTuple):
    """What a benchmark printed, with its CPU seconds, or why it did not run."""

    printed: str = ""
    seconds: float = 0.0
    fault: str = ""


def command_of(row: Row, folders: Mapping[str, Path | None]) -> list[str] | str:
    """Return the command of a row, or the reason why it can't be run."""
    words: list[str] = []
    for word in row.arguments.split():
        folder = next((name for name in folders if f"{{{name}}}" in word), None)
        if folder is not None:
            place = folders[folder]
            if place is None:
                return f"it needs --{folder}"
            word = word.replace(f"{{{folder}}}", str(place))
            found = sorted(map(str, Path("/").glob(word.lstrip("/")))) if "*" in word else [word]
            missing = [path for path in found if not Path(path).exists()]
            if missing or not found:
                return f"{missing[0] if missing else word} is not there"
            words += found
        else:
            words.append(word)
    return [sys.executable, str(ROOT / "benchmarks" / row.script), *words]


def run(command: Sequence[str], minutes: float) -> Outcome:
    """Run one benchmark; report its fault and go on with the next one."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=minutes * 60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(fault=f"not done in {minutes:g} minutes")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    last = done.stderr.strip().splitlines()[-1:] or [""]
    # A benchmark exits with 1 if it misses a bar, and prints which one.
    fault = "" if done.returncode in (0, 1) and done.stdout.strip() else last[0]
    return Outcome(done.stdout, seconds, fault)


def part_of(row: Row, outcome: Outcome, folders: Mapping[str, Path | None]) -> str:
    """Return the part of the page about one benchmark."""
    named = re.sub(r"\{(\w+)\}", lambda found: found[1].upper(), row.arguments)
    head = f"## {row.script}: {row.shows}\n\n"
    command = f"`python benchmarks/{row.script} {named}".rstrip() + "`"
    if outcome.fault:
        return f"{head}{command} was not run to its end: {_plain(outcome.fault, folders)}.\n"
    lines = _plain(outcome.printed, folders).strip("\n").splitlines()
    if len(lines) > _LAST_LINES:
        lines = ["…", *lines[-_LAST_LINES:]]
    printed = "\n".join(f"    {line}".rstrip() for line in lines)
    return f"{head}{command}, {outcome.seconds:.1f} s of CPU time:\n\n{printed}\n"


def _plain(text: str, folders: Mapping[str, Path | None]) -> str:
    """Return a text without the folders of this machine and without signs for a terminal."""
    for name, folder in folders.items():
        if folder is not None:
            text = text.replace(str(folder), name.upper())
    text = text.replace(f"{ROOT}/", "").replace(sys.executable, "python")
    text = re.sub(r"/(?:tmp|var|home|root)/\S*", "FOLDER", text)
    return re.sub(r"\x1b\[[0-9;]*m|[\x00-\x08\x0b-\x1f]", "", text)


def machine() -> str:
    """Return the machine, the interpreter and the versions of the peers, as one paragraph."""
    packages = [f"{name} {found}" for name in PEERS if (found := _version(name))]
    programs = [found for name in PROGRAMS if (found := _first_line(name))]
    lines = [line for line in _read("/proc/cpuinfo").splitlines() if line.startswith("model name")]
    processor = lines[0].partition(":")[2].strip() if lines else platform.processor()
    return (
        f"Run on {datetime.date.today()} with Python {platform.python_version()}, "
        f"{os.cpu_count()} cores ({processor or platform.machine()}). "
        f"Peers: {', '.join(packages + programs)}.\n"
    )


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _first_line(program: str) -> str:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    first = done.stdout.splitlines()[0] if done.stdout else ""
    return first if program in first else f"{program} {first}"


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def kept_parts(page: str) -> dict[str, str]:
    """Return the parts that a page has, by the names of their scripts."""
    parts = re.split(r"^(?=## )", page, flags=re.MULTILINE)[1:]
    return {part[3:].partition(":")[0]: part.rstrip("\n") + "\n" for part in parts}


def main() -> None:
    """Run the chosen benchmarks and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--material", type=Path)
    parser.add_argument("--node", type=Path)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--minutes", type=float, default=10.0)
    options = parser.parse_args()
    folders = {"material": options.material, "node": options.node, "index": options.index}
    parts = kept_parts(_read(str(PAGE)))
    for row in ROWS:
        if options.only and not any(word in row.script for word in options.only):
            continue
        command = command_of(row, folders)
        found = (
            Outcome(fault=command) if isinstance(command, str) else run(command, options.minutes)
        )
        print(f"{row.script:28}{found.seconds:8.1f} s  {found.fault}", flush=True)
        parts[row.script] = part_of(row, found, folders)
        known = [parts[row.script] for row in ROWS if row.script in parts]
        PAGE.write_text("\n".join([_HEAD, machine(), *known]), encoding="utf-8")


if __name__ == "__main__":
    main()
