"""The second round of a run compares contradicted lists with other versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from refcore.model.identifiers import Identifier
from refcore.records.lookup import Lookup, LookupStatus
from refcore.verification.case import Case, identifiers_of
from refcore.verification.check import check
from refcore.verification.report import Report, Verdict
from refcore.verification.versions import other_versions

if TYPE_CHECKING:
    from refcore.records.sources import Sources

__all__ = ["OPEN", "check_elsewhere", "check_versions"]


def check_versions(
    cases: Sequence[Case], reports: Sequence[Report], sources: Sources
) -> list[Report]:
    """Check contradicted lists again with the paper's other versions.

    A list without a cited version that is not the latest's stays unchecked
    where a fault of the network hides the versions before.
    """
    wanted = {
        at: other_versions(job.reference, report.record)
        for at, (job, report) in enumerate(zip(cases, reports, strict=True))
        if report.record and report.verdict is Verdict.CONTRADICTED and _has_wrong_list(report)
    }
    lookups = sources.lookup([found for ids in wanted.values() for found in ids])
    result = list(reports)
    for at, ids in wanted.items():
        asked = [lookups[found] for found in ids]
        result[at] = _again(cases[at], reports[at], asked, offline=sources.is_offline)
    return result


def _has_wrong_list(report: Report) -> bool:
    return report.comparison is not None and report.comparison.is_wrong


def _again(case: Case, report: Report, asked: Sequence[Lookup], *, offline: bool) -> Report:
    records = tuple(lookup.record for lookup in asked if lookup.record)
    again = check(attrs.evolve(case, versions=records)) if records else report
    cited = case.reference.arxiv_from_any
    if again.verdict is not Verdict.CONTRADICTED or cited is None or cited.version is not None:
        return again
    missing = next((one for one in asked if one.status is LookupStatus.UNAVAILABLE), None)
    if missing is None:
        return again
    if offline:
        held = "the available version" if again.record is None else f"v{again.record.version}"
        reason = f"{again.reason}; compared with {held} only, as no other version is available"
        return attrs.evolve(again, reason=reason)
    return _open(again, missing)


def _open(report: Report, missing: Lookup) -> Report:
    held = report.record.id if report.record else None
    version = f"v{held.version}" if held else "the latest version"
    reason = f"not the list of {version}; v{missing.id.version} is not known: {missing.reason}"
    return attrs.evolve(report, verdict=Verdict.UNCHECKED, reason=reason)


# What another record of the same work can settle.
OPEN = frozenset({Verdict.CONTRADICTED, Verdict.INCOMPLETE, Verdict.UNCHECKED})


def check_elsewhere(
    cases: Sequence[Case], reports: Sequence[Report], sources: Sources
) -> list[Report]:
    """Return the reports, checked again where another record of the same work can say more.

    The other records are those of the reference's other identifiers and of those by which
    the first record names the same work; a list that the first record confirms needs none.
    """
    wanted = {
        at: _elsewhere(case, report)
        for at, (case, report) in enumerate(zip(cases, reports, strict=True))
        if report.verdict in OPEN
    }
    lookups = sources.lookup([one for ids in wanted.values() for one in ids])
    result = list(reports)
    for at, ids in wanted.items():
        further = tuple(lookups[one] for one in ids)
        if any(one.record is not None for one in further) or _is_missing(reports[at]):
            result[at] = _settled(cases[at], reports[at], further)
    return result


def _is_missing(report: Report) -> bool:
    return report.record is None and report.verdict is Verdict.UNCHECKED


def _settled(case: Case, report: Report, further: tuple[Lookup, ...]) -> Report:
    if not further:
        return report
    again = check(attrs.evolve(case, further=further))
    # A record that says less than the first changes nothing.
    if again.record == report.record and again.verdict is not report.verdict:
        return report
    return again if again.record is not None or report.record is None else report


def _elsewhere(case: Case, report: Report) -> list[Identifier]:
    known = identifiers_of(case.reference)
    found = list(known[1:])
    if report.record is not None and case.found is None:
        found += report.record.ids
        found += [one.id for one in report.record.relations if one.kind in ("article", "preprint")]
    asked = {one.unversioned for one in known[:1]}
    if report.record is not None:
        asked.add(report.record.work)
    return [one for one in dict.fromkeys(one.unversioned for one in found) if one not in asked]
