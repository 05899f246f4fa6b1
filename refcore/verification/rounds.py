"""The second round of a run: lists that are not the latest version's, held against others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from refcore.records.lookup import Lookup, LookupStatus
from refcore.verification.jobs import Job
from refcore.verification.report import Report, Verdict
from refcore.verification.versions import other_versions

if TYPE_CHECKING:
    from refcore.records.sources import Sources

__all__ = ["check_versions"]


def check_versions(
    jobs: Sequence[Job], reports: Sequence[Report], sources: Sources
) -> list[Report]:
    """Give the reports anew where a list may be that of another version.

    A list without a cited version that is not the latest's stays unchecked
    where a fault of the network hides the versions before.
    """
    wanted = {
        at: other_versions(job.reference, report.record)
        for at, (job, report) in enumerate(zip(jobs, reports, strict=True))
        if report.record and report.verdict is Verdict.CONTRADICTED and _has_wrong_list(report)
    }
    lookups = sources.lookup([found for ids in wanted.values() for found in ids])
    result = list(reports)
    for at, ids in wanted.items():
        asked = [lookups[found] for found in ids]
        result[at] = _again(jobs[at], reports[at], asked, offline=sources.is_offline)
    return result


def _has_wrong_list(report: Report) -> bool:
    return report.comparison is not None and report.comparison.is_wrong


def _again(job: Job, report: Report, asked: Sequence[Lookup], *, offline: bool) -> Report:
    records = tuple(lookup.record for lookup in asked if lookup.record)
    again = attrs.evolve(job, versions=records).run() if records else report
    cited = job.reference.arxiv_from_any
    if again.verdict is not Verdict.CONTRADICTED or cited is None or cited.version is not None:
        return again
    missing = next((one for one in asked if one.status is LookupStatus.UNAVAILABLE), None)
    if missing is None:
        return again
    if offline:
        held = "the version at hand" if again.record is None else f"v{again.record.version}"
        reason = f"{again.reason}; held against {held} only, no other is at hand"
        return attrs.evolve(again, reason=reason)
    return _open(again, missing)


def _open(report: Report, missing: Lookup) -> Report:
    held = report.record.id if report.record else None
    version = f"v{held.version}" if held else "the latest version"
    reason = f"not the list of {version}; v{missing.id.version} is not known: {missing.reason}"
    return attrs.evolve(report, verdict=Verdict.UNCHECKED, reason=reason)
