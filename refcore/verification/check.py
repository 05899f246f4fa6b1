"""One reference held against what was looked up for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from refcore.compare import AuthorComparison, DifferenceKind, ListVerdict, compare_authors
from refcore.errors import InvalidIdentifier
from refcore.model.claims import Claim
from refcore.model.identifiers import ArxivId
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.records.lookup import Lookup, LookupStatus
from refcore.records.record import Record
from refcore.verification.claims import check_claims
from refcore.verification.found import Certainty, Found
from refcore.verification.paper import PaperFinding, PaperKind, check_paper
from refcore.verification.report import Report, Verdict
from refcore.verification.versions import describe_change, find_version

__all__ = ["check"]


def check(
    reference: Reference,
    lookup: Lookup | None,
    *,
    claims: Iterable[Claim] = (),
    related: Sequence[Record] = (),
    versions: Sequence[Record] = (),
    found: Found | None = None,
    search_reason: str = "",
    is_label: bool = False,
    names: Sequence[str] = (),
) -> Report:
    """Judge one reference; a pure function of what is passed in.

    `lookup` is None where the reference has no arXiv id. `related` are the
    records known to be about the same thing, `versions` those of the paper's
    other versions, the likeliest first. `found` is the paper that a search by
    title chose for a reference without an id, `search_reason` why there is
    none. `is_label` says that the title is only the words of a link. `names` are
    the names as they were written, where they say more than the reference's list.
    """
    listed = names or reference.authors
    record, comparison, findings = _held_against(
        reference, listed, lookup, versions, found, is_label
    )
    if record is None:
        verdict, reason = _without_record(lookup, reference)
        if lookup is None and search_reason:
            reason = f"{reason}; {search_reason}"
    elif found is not None and _is_doubtful(found, comparison):
        verdict, comparison, findings = Verdict.UNCHECKED, None, findings[:1]
        reason = f"no arXiv id to check; the nearest paper is arXiv:{record.id}, not surely it"
    else:
        verdict, reason = _with_record(comparison, findings)
    return Report(
        reference,
        verdict,
        reason,
        comparison=comparison,
        record=record,
        origin=str(lookup.origin or "") if lookup else "",
        findings=findings,
        claims=check_claims(claims, reference.authors, record, related),
        related=tuple(related),
    )


_Held: TypeAlias = tuple[Record | None, AuthorComparison | None, tuple[PaperFinding, ...]]


def _held_against(
    reference: Reference,
    listed: Sequence[str] | Authors,
    lookup: Lookup | None,
    versions: Sequence[Record],
    found: Found | None,
    is_label: bool,
) -> _Held:
    """Give the record that counts, how the lists compare, and what was found of the paper."""
    record = lookup.record if lookup else None
    if record is None:
        return None, None, ()
    comparison = compare_authors(listed, record.names) if listed else None
    agree = comparison is not None and not comparison.is_wrong
    findings = check_paper(reference, record, is_label=is_label, authors_agree=agree)
    if found is not None:
        findings = (_found_finding(found), *findings)
    if comparison is not None and comparison.is_wrong:
        older = find_version(listed, versions)
        if older is not None:
            findings += (_version_finding(older[0], record),)
            if reference.arxiv_from_any and reference.arxiv_from_any.version is None:
                return *older, findings
    return record, comparison, findings


def _is_doubtful(found: Found, comparison: AuthorComparison | None) -> bool:
    return found.certainty is not Certainty.SURE and (comparison is None or comparison.is_wrong)


def _found_finding(found: Found) -> PaperFinding:
    rule = f"{found.rule}: arXiv:{found.record.id}, {found.certainty}"
    return PaperFinding(PaperKind.FOUND, found.title.claimed, found.title.actual, rule)


def _version_finding(of: Record, record: Record) -> PaperFinding:
    rule = describe_change(of, record)
    return PaperFinding(PaperKind.VERSION, f"v{of.version}", f"v{record.version}", rule)


def _without_record(lookup: Lookup | None, reference: Reference) -> tuple[Verdict, str]:
    if lookup is None:
        fault = _impossible_id(reference)
        if fault:
            return Verdict.NOT_FOUND, f"there can be no such paper: {fault}"
        return Verdict.UNCHECKED, "no arXiv id to check"
    if lookup.status is LookupStatus.NOT_FOUND:
        wanted, version = lookup.id.bare, lookup.id.version
        what = f"paper {wanted}" if version is None else f"version {version} of {wanted}"
        return Verdict.NOT_FOUND, f"arXiv has no {what}"
    return Verdict.UNCHECKED, lookup.reason


def _impossible_id(reference: Reference) -> str:
    """Say why an eprint that is meant for arXiv cannot be an id, or nothing."""
    written = reference.extra.get("eprint", "")
    archive = reference.extra.get("archiveprefix") or reference.extra.get("eprinttype") or ""
    if archive.casefold() != "arxiv" and (archive or not _NUMBERED.fullmatch(written)):
        return ""
    try:
        ArxivId.parse(written)
    except InvalidIdentifier as fault:
        return str(fault)
    return ""


_NUMBERED = re.compile(r"[0-9]{4}\.[0-9]{3,6}(?:v[0-9]+)?")


def _with_record(
    comparison: AuthorComparison | None, findings: Sequence[PaperFinding]
) -> tuple[Verdict, str]:
    breaking = [finding for finding in findings if finding.is_breaking]
    other = next((f for f in breaking if f.kind is PaperKind.OTHER_PAPER), None)
    if other is not None:
        return Verdict.OTHER_PAPER, f"the id {other.rule}"
    if comparison is not None and comparison.is_wrong:
        return Verdict.CONTRADICTED, _LIST_REASONS[comparison.verdict]
    if breaking:
        return Verdict.CONTRADICTED, breaking[0].rule
    varies = comparison is not None and any(
        found.kind is not DifferenceKind.TRUNCATED for found in comparison.differences
    )
    reason = "the paper is on arXiv; no authors are listed to compare"
    if comparison is not None:
        reason = _LIST_REASONS[comparison.verdict]
    if varies or any(finding.kind is not PaperKind.FOUND for finding in findings):
        return Verdict.CONFIRMED_WITH_VARIANTS, reason
    return Verdict.CONFIRMED, reason


_LIST_REASONS = {
    ListVerdict.MATCH: "the author list is arXiv's",
    ListVerdict.MATCH_WITH_VARIANT: "the author list is arXiv's, in other spellings",
    ListVerdict.TRUNCATED_OK: "the names listed are the first of arXiv's list",
    ListVerdict.ORDER_DIFFERS: "the authors are arXiv's, in another order",
    ListVerdict.MISSING_AUTHORS: "authors are missing",
    ListVerdict.EXTRA_AUTHORS: "there are authors whom arXiv does not list",
    ListVerdict.WRONG: "the author list is not arXiv's",
}
