"""A report combined with the evidence of a local bibliography."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from refcore.compare import AuthorComparison, DifferenceKind
from refcore.compare.agreement import FieldComparison
from refcore.model.identifiers import Identifier
from refcore.records.record import Notice, Record
from refcore.sources.registry import trust_of
from refcore.verification.grounds import Ground
from refcore.verification.labels import quoted
from refcore.verification.paper import NOTES, PaperFinding, PaperKind, notice_findings
from refcore.verification.report import Report
from refcore.verification.verdict import Bearing, Verdict
from refcore.verification.weighed import Weighed

__all__ = [
    "confirmed_as",
    "is_unplaced",
    "with_evidence",
    "with_notices",
    "with_open_identifier",
    "with_other_title",
    "with_retraction",
    "without_gap",
]

_KINDS = {
    "venue": PaperKind.VENUE,
    "volume": PaperKind.VOLUME,
    "issue": PaperKind.ISSUE,
    "pages": PaperKind.PAGES,
    "year": PaperKind.YEAR,
    "doi": PaperKind.DOI,
}


def confirmed_as(comparison: AuthorComparison | None, findings: Sequence[PaperFinding]) -> Verdict:
    """Return how a record confirms a reference: as it is, or with variants."""
    varies = comparison is not None and any(
        found.kind is not DifferenceKind.TRUNCATED for found in comparison.differences
    )
    if varies or any(finding.kind not in NOTES for finding in findings):
        return Verdict.CONFIRMED_WITH_VARIANTS
    return Verdict.CONFIRMED


def is_unplaced(report: Report) -> bool:
    """Return whether all that was compared agrees, and only the venue could not be compared."""
    return report.verdict is Verdict.INCOMPLETE and any(
        one.kind is PaperKind.PLACE for one in report.findings
    )


def without_gap(report: Report) -> Report:
    """Return a report without its gap, as the venue was compared with another record."""
    if not is_unplaced(report):
        return report
    findings = tuple(one for one in report.findings if one.kind is not PaperKind.PLACE)
    gap = next(one.rule for one in report.findings if one.kind is PaperKind.PLACE)
    return attrs.evolve(
        report,
        verdict=confirmed_as(report.comparison, findings),
        reason=report.reason.removesuffix(f"; {gap}"),
        findings=findings,
    )


def with_other_title(report: Report, article: Record) -> Report:
    """Return a report on a preprint whose record names an article of another title."""
    missing = f"the record of {article.id.tagged} is not at hand"
    said = f"{article.id.tagged}, which it became, has the title {quoted(article.title)}"
    findings = tuple(
        attrs.evolve(one, rule=one.rule.replace(missing, said)) for one in report.findings
    )
    return attrs.evolve(report, reason=report.reason.replace(missing, said), findings=findings)


def with_retraction(report: Report, article: Record) -> Report:
    """Return a report on a preprint, and whether the article that it became is retracted."""
    ends = [one for one in article.notices if one.kind in ("retracted", "withdrawn")]
    known = {notice.kind for notice in report.record.notices} if report.record else set()
    more = [one for one in ends if one.kind not in known]
    return with_notices(report, more) if more else report


def _names_its_venue(weighed: Weighed) -> bool:
    return any(one.field == "venue" and one.difference != "preprint" for one in weighed.fields)


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
    if _names_its_venue(weighed):
        report = without_gap(report)
    if report.verdict is Verdict.OTHER_PAPER and weighed.ground is Ground.DOI_SLIP:
        return _with_slip(report, weighed)
    is_proof = weighed.verdict is Verdict.CONTRADICTED and report.verdict is Verdict.SUSPECT
    is_worse = report.is_confirmed and weighed.verdict.row.bearing in _WORSE
    if not (is_worse or is_proof):
        return _with_venue(report, weighed) if weighed.work else report
    return attrs.evolve(
        report,
        verdict=weighed.verdict,
        reason=weighed.reason,
        findings=(*report.findings, *_findings(report, weighed)),
        evidence=weighed,
    )


def _with_venue(report: Report, weighed: Weighed) -> Report:
    """Return a report with the work that was weighed, and its venue if that is another one.

    A work of proceedings can appear in a journal again, so that neither need be wrong.
    """
    found = tuple(one for one in _findings(report, weighed) if one.kind is PaperKind.VENUE)
    if not found or not report.is_confirmed or report.article is not None:
        return attrs.evolve(report, evidence=weighed)
    findings = (*report.findings, *found)
    verdict = Verdict.CONFIRMED_WITH_VARIANTS
    return attrs.evolve(report, verdict=verdict, findings=findings, evidence=weighed)


def _with_slip(report: Report, weighed: Weighed) -> Report:
    """Return a report on a work that is right in all but its DOI, which is another work's.

    The right DOI is known then. That the claimed one is another work's is certain where its
    registrant says so; a bibliography alone may have mistaken one for the other.
    """
    doi = next(one for one in weighed.fields if one.field == "doi")
    right = f"the work of this title and these authors has the DOI {doi.actual}"
    if report.record is not None and trust_of(report.record.source).maker == "publisher":
        return attrs.evolve(report, reason=f"{report.reason}; {right}", evidence=weighed)
    reason = f"all but the DOI agrees: {right}; {report.reason.removeprefix('the id ')}"
    finding = _finding(doi, weighed)
    return attrs.evolve(
        report,
        verdict=Verdict.INCOMPLETE,
        reason=reason,
        comparison=weighed.authors,
        findings=(attrs.evolve(finding, is_breaking=False),),
        evidence=weighed,
    )


def with_notices(report: Report, notices: Sequence[Notice]) -> Report:
    """Return a report without a record with what became of the work that was found."""
    found = (*notice_findings(notices), *report.findings)
    verdict = report.verdict
    if verdict is Verdict.CONFIRMED and any(one.kind not in NOTES for one in found):
        verdict = Verdict.CONFIRMED_WITH_VARIANTS
    return attrs.evolve(report, verdict=verdict, findings=found, became=tuple(notices))


def with_open_identifier(report: Report, stated: Identifier, why: str) -> Report:
    """Return a report whose work was found by its title, while nobody knows the stated identifier.

    The work is right then; whether the identifier is its own was not compared.
    """
    if not report.is_confirmed or report.evidence is None:
        return report
    reason = f"{report.reason}; {stated.tagged} was not compared: {why}"
    return attrs.evolve(report, verdict=Verdict.INCOMPLETE, reason=reason)


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
