"""One reference held against what was looked up for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refcore.arxiv.record import ArxivRecord
from refcore.arxiv.source import Lookup, LookupStatus
from refcore.compare import AuthorComparison, ListVerdict, compare_authors
from refcore.model.claims import Claim
from refcore.model.reference import Reference
from refcore.verification.claims import check_claims
from refcore.verification.report import Report, Verdict

__all__ = ["check"]


def check(
    reference: Reference,
    lookup: Lookup | None,
    *,
    claims: Iterable[Claim] = (),
    related: Sequence[ArxivRecord] = (),
) -> Report:
    """Judge one reference; a pure function of what is passed in.

    `lookup` is None where the reference has no arXiv id. `related` are the
    records known to be about the same thing.
    """
    record = lookup.record if lookup else None
    if record is None:
        verdict, reason = _without_record(lookup, reference)
        comparison = None
    else:
        comparison = compare_authors(reference.authors, record.names) if reference.authors else None
        verdict, reason = _with_record(comparison)
    return Report(
        reference,
        verdict,
        reason,
        comparison=comparison,
        record=record,
        origin=str(lookup.origin or "") if lookup else "",
        claims=check_claims(claims, reference.authors, record, related),
        related=tuple(related),
    )


def _without_record(lookup: Lookup | None, reference: Reference) -> tuple[Verdict, str]:
    if lookup is None:
        written = reference.extra.get("eprint")
        if written and reference.extra.get("archiveprefix", "arxiv").lower() == "arxiv":
            return Verdict.UNCHECKED, f"{written!r} is not an arXiv id that can be asked for"
        return Verdict.UNCHECKED, "no arXiv id to check"
    if lookup.status is LookupStatus.NOT_FOUND:
        return Verdict.NOT_FOUND, lookup.reason or f"arXiv has no paper {lookup.id}"
    return Verdict.UNCHECKED, lookup.reason


def _with_record(comparison: AuthorComparison | None) -> tuple[Verdict, str]:
    if comparison is None:
        return Verdict.CONFIRMED, "the paper is on arXiv; no authors are listed to compare"
    if comparison.is_wrong:
        return Verdict.CONTRADICTED, _LIST_REASONS[comparison.verdict]
    if comparison.differences and comparison.verdict is not ListVerdict.MATCH:
        return Verdict.CONFIRMED_WITH_VARIANTS, _LIST_REASONS[comparison.verdict]
    return Verdict.CONFIRMED, _LIST_REASONS[comparison.verdict]


_LIST_REASONS = {
    ListVerdict.MATCH: "the author list is arXiv's",
    ListVerdict.MATCH_WITH_VARIANT: "the author list is arXiv's, in other spellings",
    ListVerdict.TRUNCATED_OK: "the names listed are the first of arXiv's list",
    ListVerdict.ORDER_DIFFERS: "the authors are arXiv's, in another order",
    ListVerdict.MISSING_AUTHORS: "authors are missing",
    ListVerdict.EXTRA_AUTHORS: "there are authors whom arXiv does not list",
    ListVerdict.WRONG: "the author list is not arXiv's",
}
