"""A report with what a bibliography at hand says beside it."""

from __future__ import annotations

import attrs

from refcore.compare.agreement import FieldComparison
from refcore.verification.grounds import Ground
from refcore.verification.paper import PaperFinding, PaperKind
from refcore.verification.report import Report
from refcore.verification.verdict import Verdict
from refcore.verification.weigh import Weighed

__all__ = ["with_evidence"]

_KINDS = {
    "venue": PaperKind.VENUE,
    "year": PaperKind.YEAR,
    "doi": PaperKind.DOI,
}


def with_evidence(report: Report, weighed: Weighed) -> Report:
    """Return a report with evidence: it counts where no record was had.

    A year that lies ahead is false whatever a record says.
    """
    if weighed.ground is Ground.YEAR_AHEAD and not report.is_contradicted:
        return attrs.evolve(
            report, verdict=weighed.verdict, reason=weighed.reason, evidence=weighed
        )
    if report.verdict is not Verdict.UNCHECKED or report.record is not None:
        return report
    if weighed.verdict is Verdict.UNCHECKED:
        return attrs.evolve(report, reason=f"{report.reason}; {weighed.reason}", evidence=weighed)
    findings = tuple(_finding(one, weighed) for one in weighed.fields if one.is_different)
    return attrs.evolve(
        report,
        verdict=weighed.verdict,
        reason=weighed.reason,
        comparison=weighed.authors,
        findings=(*report.findings, *findings),
        evidence=weighed,
    )


def _finding(field: FieldComparison, weighed: Weighed) -> PaperFinding:
    breaks = weighed.verdict is Verdict.CONTRADICTED
    return PaperFinding(_KINDS[field.field], field.claimed, field.actual, field.rule, breaks)
