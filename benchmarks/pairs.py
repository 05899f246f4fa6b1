"""Judge labelled pairs of a reference and a recorded answer, and say where the labels differ.

    python benchmarks/pairs.py PAIRS.jsonl [--verbose]

Each line has an `entry` (BibTeX fields), a `record` (the file of an answer, beside the list of
pairs) and what is `expected`: of the list, the title, the year, and in the end.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from refcore.bibtex.read import read
from refcore.model.reference import Reference
from refcore.records.lookup import Lookup, Origin
from refcore.records.record import Record
from refcore.sources.crossref.reader import read_works
from refcore.sources.datacite.reader import read_dois
from refcore.sources.openalex.reader import read_openalex
from refcore.sources.pubmed.reader import read_articles
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.outcome import Verdict
from refcore.verification.report import Report

# The pairs are of this year.
TODAY = 2026
READERS = {
    "crossref": read_works,
    "datacite": read_dois,
    "openalex": read_openalex,
    "pubmed": read_articles,
}
# What a label begins with, and the verdicts that fit it.
FITTING: list[tuple[str, set[Verdict]]] = [
    ("confirmed with variants (record incomplete)", {Verdict.INCOMPLETE}),
    ("confirmed with variants", {Verdict.CONFIRMED_WITH_VARIANTS}),
    ("confirmed, year", {Verdict.CONFIRMED, Verdict.CONFIRMED_WITH_VARIANTS}),
    ("confirmed (order", {Verdict.CONFIRMED, Verdict.CONFIRMED_WITH_VARIANTS}),
    ("confirmed", {Verdict.CONFIRMED}),
    ("unchecked or", {Verdict.UNCHECKED, Verdict.INCOMPLETE, Verdict.CONFIRMED_WITH_VARIANTS}),
    ("contradicted only by a source", {Verdict.INCOMPLETE, Verdict.CONFIRMED}),
    ("contradicted by a second source", {Verdict.INCOMPLETE, Verdict.UNCHECKED}),
    ("contradicted", {Verdict.CONTRADICTED}),
    ("other paper", {Verdict.OTHER_PAPER}),
    ("unchecked", {Verdict.UNCHECKED, Verdict.INCOMPLETE}),
]


def reference_of(entry: dict[str, str]) -> Reference:
    """Return the reference of an entry, read as BibTeX."""
    fields = "".join(
        f"  {name} = {{{value}}},\n" for name, value in entry.items() if name != "type"
    )
    (reference,) = read(f"@{entry['type']}{{pair,\n{fields}}}\n")
    return reference


def records_of(folder: Path, name: str) -> tuple[Record, ...]:
    """Return the records of a recorded answer, none for a source that is not read."""
    reader = READERS.get(Path(name).parent.name)
    return reader((folder / name).read_bytes()).records if reader else ()


def judged(folder: Path, pair: dict[str, Any]) -> Report | None:
    """Return the report on a pair, None where its record is of no source that is read."""
    records = records_of(folder, pair["record"])
    if not records:
        return None
    record = records[0]
    further = [one for name in pair["other_records"] for one in records_of(folder, name)[:1]]
    lookup = Lookup.found(record.id, record, Origin.NETWORK)
    others = tuple(Lookup.found(one.id, one, Origin.NETWORK) for one in further)
    return check(Case(reference_of(pair["entry"]), lookup, others, today=TODAY))


def main() -> None:
    """Print each pair whose verdict is another than its label, and the counts."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--verbose", action="store_true", help="print every report")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    for line in arguments.pairs.read_text("utf-8").splitlines():
        pair = json.loads(line)
        report = judged(arguments.pairs.parent, pair)
        if report is None:
            counts["not read"] += 1
            continue
        label = pair["expected"]["final"]
        fitting = next((found for start, found in FITTING if label.startswith(start)), set())
        right = report.verdict in fitting
        counts["as labelled" if right else "otherwise"] += 1
        if not right or arguments.verbose:
            print(f"{pair['id']}: {report.verdict.words}, labelled {label!r}")
            print(f"  {pair['why']}\n  {report.reason}")
            for difference in report.differences:
                print(f"  - {difference.kind}: {difference.rule}")
            for finding in report.findings:
                print(f"  - {finding.kind}: {finding.rule}")
    print(", ".join(f"{count} {what}" for what, count in counts.items()))


if __name__ == "__main__":
    main()
