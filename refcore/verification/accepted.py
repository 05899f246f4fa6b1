"""What a person has looked at and accepted: marks in a file, and a baseline of findings.

A mark is a comment above an entry, ``% refcore: ok REASON`` (or ``#``, ``//``, ``<!-- … -->``).
A baseline lists findings by file, key and fingerprint: a finding that changes is reported again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from refcore.diagnostics import Diagnostic, Location
from refcore.errors import UnreadableInput
from refcore.verification.report import Report
from refcore.verification.verdict import Bearing

__all__ = ["Baseline", "accept", "finding_of"]

_VERSION: Final = 1
_NEEDED: Final = (Bearing.WRONG.value, Bearing.SUSPECT.value, Bearing.OPEN.value)


def finding_of(report: Report) -> str:
    """Return a fingerprint of what was found; it changes when the finding changes."""
    said = [
        str(report.verdict),
        *sorted(found.rule for found in report.differences if found.is_breaking),
        *sorted(found.rule for found in report.findings if found.is_breaking),
        *sorted(f"{found.claim.text}: {found.reason}" for found in report.false_claims),
    ]
    text = "\n".join(said).encode("utf-8", "surrogateescape")
    return hashlib.sha256(text).hexdigest()[:16]


@attrs.frozen
class Baseline:
    """Accepted findings: file, key and fingerprint, each with its reason."""

    reasons: Mapping[tuple[str, str, str], str] = attrs.field(factory=dict)

    @classmethod
    def parse(cls, data: bytes, name: str) -> Baseline:
        """Read a baseline; raises `UnreadableInput`."""
        try:
            document = json.loads(data)
            rows = document["accepted"]
            found = {
                (str(row["file"]), str(row["key"]), str(row["finding"])): str(row["reason"])
                for row in rows
            }
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UnreadableInput(
                f"{name}: not a baseline of refcore ({type(error).__name__}: {error}); "
                "write one with --write-baseline"
            ) from None
        return cls(found)

    def dump(self) -> str:
        """Return the baseline as JSON, sorted, for people to review."""
        rows = [
            {"file": file, "key": key, "finding": finding, "reason": reason}
            for (file, key, finding), reason in sorted(self.reasons.items())
        ]
        return json.dumps({"version": _VERSION, "accepted": rows}, indent=2, ensure_ascii=False)

    def with_reports(self, file: str, reports: Iterable[Report]) -> Baseline:
        """Return a baseline in which the findings of these reports replace those of their file.

        Reasons that people wrote stay.
        """
        kept = {row: reason for row, reason in self.reasons.items() if row[0] != file}
        for report in reports:
            row = (file, report.reference.key, finding_of(report))
            if report.outcome in _NEEDED:
                kept[row] = self.reasons.get(row) or _found(report)
        return Baseline(kept)


def _found(report: Report) -> str:
    """Return in words what is accepted, until a person writes why."""
    return "; ".join([report.headline, *(found.reason for found in report.false_claims)])


def accept(
    reports: Sequence[Report],
    marks: Mapping[int, tuple[int, str]],
    baseline: Baseline,
    file: str,
) -> tuple[list[Report], list[Diagnostic]]:
    """Mark the accepted reports of one file; return all, and the marks that are not needed now."""
    if not (marks or baseline.reasons):  # fingerprints take time
        return list(reports), []
    found: list[Report] = []
    unneeded: list[Diagnostic] = []
    used: set[tuple[str, str, str]] = set()
    for report in reports:
        line = report.reference.location.line if report.reference.location else None
        mark = marks.get(line) if line is not None else None
        row = (file, report.reference.key, finding_of(report))
        needed = report.outcome in _NEEDED
        if needed and row in baseline.reasons:
            used.add(row)
        if mark is not None and not needed:
            unneeded.append(_unneeded_mark(report, Location(file, mark[0])))
        reason = mark[1] if mark else baseline.reasons.get(row)
        found.append(attrs.evolve(report, accepted=reason) if needed and reason else report)
    unneeded += _unused(baseline, file, used)
    return found, unneeded


def _unneeded_mark(report: Report, place: Location) -> Diagnostic:
    words = f"the mark 'refcore: ok' is no longer needed: {report.verdict.words}"
    return Diagnostic(words, place, key=report.reference.key)


def _unused(baseline: Baseline, file: str, used: set[tuple[str, str, str]]) -> Iterator[Diagnostic]:
    for row in baseline.reasons:
        if row[0] == file and row not in used:
            words = "the baseline accepts a finding that no longer occurs"
            yield Diagnostic(words, Location(file), key=row[1])
