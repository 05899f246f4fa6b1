"""How many invented references are found, and how many sound ones are called wrong.

Usage: python benchmarks/hallmark.py SPLIT.jsonl --index INDEX [--against LABELS.json] [--errors]

SPLIT has one reference a line: key, type, fields as in BibTeX, label (VALID or
HALLUCINATED) and kind. INDEX is made by ``refcore snapshot build``; nothing else is
asked. A reference is called HALLUCINATED where the verdict says that something is wrong or
suspect, and again where the probability that it is sound is below one half; UNCERTAIN counts
as VALID. The two differ where a reference is a work's own but for one slip, such as the DOI of
another work: it is wrong as it is, and no invention. It prints detection, F1 and false
alarms for the whole split, by kind, and for the part whose stated venue and year the
index holds whole; each half of the split is counted too. LABELS has the labels of
another checker by key.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from refcore.formats import loads
from refcore.index import Index
from refcore.model import Reference
from refcore.records.sources import Sources
from refcore.verification.fields import venue_of
from refcore.verification.report import Report, Verdict
from refcore.verification.verify import verify

# What the verdict calls wrong or suspect.
_CALLED = {Verdict.SUSPECT, Verdict.CONTRADICTED, Verdict.OTHER_PAPER, Verdict.NOT_FOUND}
TODAY = datetime.date(2026, 2, 28)  # the benchmark is of this month


class Case(NamedTuple):
    """A reference of the split with its label, what was said of it, and whether it is covered."""

    key: str
    is_false: bool
    kind: str
    called: bool
    unlikely: bool
    covered: bool
    reason: str
    title: str
    ground: str


def main() -> int:
    """Run the split and print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("split", type=Path)
    options.add_argument("--index", type=Path, required=True)
    options.add_argument("--against", type=Path, help="labels of another checker, JSON by key")
    options.add_argument("--errors", action="store_true", help="print each wrong call")
    chosen = options.parse_args()
    lines = [json.loads(line) for line in chosen.split.read_text("utf-8").splitlines()]
    begun = time.perf_counter()
    references = [reference_of(line) for line in lines]
    with Index(chosen.index) as index:
        reports = verify(references, arxiv=Sources(snapshot=index), today=TODAY)
        cases = [judged(line, report, index) for line, report in zip(lines, reports, strict=True)]
    took = time.perf_counter() - begun
    print(f"{len(cases)} references in {took:.1f} s")
    show_all("refcore, by the verdict", cases)
    show_all("refcore, by p_valid", [case._replace(called=case.unlikely) for case in cases])
    differing = Counter(case.ground for case in cases if case.called is not case.unlikely)
    said = ", ".join(f"{count} for {ground}" for ground, count in differing.items())
    print(f"\nverdict and p_valid disagree on {differing.total()}{f': {said}' if said else ''}")
    if chosen.against:
        labels = json.loads(chosen.against.read_text("utf-8"))
        other = [c._replace(called=labels.get(c.key) == "HALLUCINATED") for c in cases]
        show_all(chosen.against.stem, other)
    if chosen.errors:
        for case in cases:
            if case.called is not case.is_false:
                print(f"{case.kind or 'valid'}\t{case.covered}\t{case.reason}\t{case.title}")
    return 0


def judged(line: dict[str, Any], report: Report, index: Index) -> Case:
    """Say what a report comes to."""
    reference = report.reference
    venue, year = venue_of(reference), reference.year
    return Case(
        line["key"],
        line["label"] == "HALLUCINATED",
        line["kind"] or "",
        report.verdict in _CALLED,
        report.p_valid < 0.5,
        bool(venue and year and index.holds_whole(venue, year)),
        f"{report.verdict}: {report.reason}",
        reference.title,
        str(report.evidence.ground) if report.evidence else "",
    )


def reference_of(line: dict[str, Any]) -> Reference:
    """Read a reference as a user's .bib file would have it."""
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in line["fields"].items())
    library = loads(f"@{line['type']}{{k{line['key']},\n{fields}\n}}\n", "bibtex")
    return next(iter(library))


def show_all(name: str, cases: list[Case]) -> None:
    """Print the figures of the split, its halves, and what is covered."""
    print(f"\n{name}")
    show("whole split", cases)
    show("  first half", cases[::2])
    show("  second half", cases[1::2])
    show("held whole", [case for case in cases if case.covered])
    show("  first half", [case for case in cases[::2] if case.covered])
    show("  second half", [case for case in cases[1::2] if case.covered])
    kinds = Counter(case.kind for case in cases if case.is_false)
    for kind, count in sorted(kinds.items()):
        part = [case for case in cases if case.kind == kind]
        found = sum(case.called for case in part)
        covered = [case for case in part if case.covered]
        hits = sum(case.called for case in covered)
        print(f"  {kind:26} {found:3}/{count:3}  held whole {hits:3}/{len(covered):3}")


def show(words: str, cases: Iterable[Case]) -> None:
    """Print detection, F1 and false alarms of some cases."""
    cases = list(cases)
    hits = sum(case.called and case.is_false for case in cases)
    alarms = sum(case.called and not case.is_false for case in cases)
    false = sum(case.is_false for case in cases)
    detection = hits / max(1, false)
    f1 = 2 * hits / max(1, hits + alarms + false)
    rate = alarms / max(1, len(cases) - false)
    print(
        f"{words:14} {len(cases):5} references: detection {detection:.3f}, F1 {f1:.3f}, "
        f"false alarms {alarms} of {len(cases) - false} ({rate:.1%})"
    )


if __name__ == "__main__":
    sys.exit(main())
