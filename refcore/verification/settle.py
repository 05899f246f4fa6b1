"""A report combined with the evidence of a local bibliography."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from refcore.compare.agreement import FieldComparison
from refcore.records.record import Notice
from refcore.verification.grounds import Ground
from refcore.verification.paper import NOTES, PaperFinding, PaperKind, notice_findings
from refcore.verification.report import Report
from refcore.verification.verdict import Bearing, Verdict
from refcore.verification.weigh import Weighed

__all__ = ["with_evidence", "with_notices"]

_KINDS = {
    "venue": PaperKind.VENUE,
    "year": PaperKind.YEAR,
    "doi": PaperKind.DOI,
}


def with_evidence(report: Report, weighed: Weighed) -> Report:
    """Return a report with evidence: it counts if there is no record, or if it is worse.

    A record that confirms the author list says little of a title, a venue and a year that are
    another work's. A year that lies ahead is false whatever a record says.
    """
    if weighed.ground is Ground.YEAR_AHEAD and not report.is_contradicted:
        return attrs.evolve(
            report, verdict=weighed.verdict, reason=weighed.reason, evidence=weighed
        )
    if report.verdict is Verdict.UNCHECKED and report.record is None:
        return _without_record(report, weighed)
    if report.verdict is Verdict.OTHER_PAPER and weighed.ground is Ground.DOI_SLIP:
        # All but the DOI is right, so that the right one is known.
        right = f"the work of this title and these authors has the DOI {weighed.fields[-1].actual}"
        return attrs.evolve(report, reason=f"{report.reason}; {right}", evidence=weighed)
    if not report.is_confirmed or weighed.verdict.row.bearing not in _WORSE:
        return attrs.evolve(report, evidence=weighed) if weighed.work else report
    return attrs.evolve(
        report,
        verdict=weighed.verdict,
        reason=weighed.reason,
        findings=(*report.findings, *_findings(report, weighed)),
        evidence=weighed,
    )


def with_notices(report: Report, notices: Sequence[Notice]) -> Report:
    """Return a report without a record with what became of the work that was found."""
    found = (*notice_findings(notices), *report.findings)
    verdict = report.verdict
    if verdict is Verdict.CONFIRMED and any(one.kind not in NOTES for one in found):
        verdict = Verdict.CONFIRMED_WITH_VARIANTS
    return attrs.evolve(report, verdict=verdict, findings=found, became=tuple(notices))


_WORSE = (Bearing.SUSPECT, Bearing.WRONG)


def _without_record(report: Report, weighed: Weighed) -> Report:
    if weighed.verdict is Verdict.UNCHECKED:
        return attrs.evolve(report, reason=f"{report.reason}; {weighed.reason}", evidence=weighed)
    return attrs.evolve(
        report,
        verdict=weighed.verdict,
        reason=weighed.reason,
        comparison=weighed.authors,
        findings=(*report.findings, *_findings(report, weighed)),
        evidence=weighed,
    )


def _findings(report: Report, weighed: Weighed) -> tuple[PaperFinding, ...]:
    said = {finding.kind for finding in report.findings}
    different = (field for field in weighed.fields if field.is_different)
    return tuple(_finding(one, weighed) for one in different if _KINDS[one.field] not in said)


def _finding(field: FieldComparison, weighed: Weighed) -> PaperFinding:
    breaks = weighed.verdict is Verdict.CONTRADICTED
    return PaperFinding(_KINDS[field.field], field.claimed, field.actual, field.rule, breaks)
