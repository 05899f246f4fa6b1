"""The second round of a run compares contradicted lists with other versions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

import attrs

from refcore.compare import TitleKind
from refcore.errors import InvalidIdentifier
from refcore.model.identifiers import Doi, Identifier, Pmid
from refcore.records.beside import lookup_beside, search_beside
from refcore.records.lookup import Lookup, LookupStatus
from refcore.records.stores import NoticeIndex, RecordStore
from refcore.verification.case import Case, identifiers_of
from refcore.verification.check import check, with_article
from refcore.verification.questions import Questions, questions
from refcore.verification.report import Report, Verdict
from refcore.verification.settle import with_notices
from refcore.verification.versions import other_versions

if TYPE_CHECKING:
    from refcore.records.sources import Sources

__all__ = ["check_elsewhere", "check_notices", "check_versions"]


def check_versions(
    cases: Sequence[Case], reports: Sequence[Report], sources: Sources
) -> list[Report]:
    """Check contradicted lists again with the paper's other versions.

    A reference without a version stays unchecked if its list is not that of the latest, and a fault
    of the network hides the earlier ones.
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


# Titles that are searched for a second opinion in one run; each is a request of its own.
_MOST_SEARCHES = 12


def check_elsewhere(
    cases: Sequence[Case], reports: Sequence[Report], sources: Sources
) -> list[Report]:
    """Return the reports, checked again where another record of the same work can say more.

    The questions are those of `questions`: other identifiers of the work, and the same work at
    another maker of author lists.
    """
    asked = [questions(case, report) for case, report in zip(cases, reports, strict=True)]
    ids = [one for wanted in asked for one in wanted.ids]
    lookups = sources.lookup([*ids, *(wanted.article for wanted in asked if wanted.article)])
    beside = lookup_beside(sources.online, {q.beside: q.maker for q in asked if q.beside})
    result = list(reports)
    for at, wanted in enumerate(asked):
        further = tuple(lookups[one] for one in wanted.ids)
        further += beside.get(wanted.beside, ()) if wanted.beside else ()
        article = lookups[wanted.article].record if wanted.article else None
        if article is not None:
            result[at] = with_article(cases[at], reports[at], article)
        elif any(one.record is not None for one in further) or _is_missing(reports[at]):
            result[at] = _settled(cases[at], reports[at], further)
    return _searched(cases, result, asked, sources)


def _searched(
    cases: Sequence[Case], reports: list[Report], asked: Sequence[Questions], sources: Sources
) -> list[Report]:
    """Return the reports, checked again with what a search by title found at another maker."""
    open_ones = {
        at: wanted.sought
        for at, wanted in enumerate(asked)
        if wanted.sought and reports[at].verdict in (Verdict.CONTRADICTED, Verdict.INCOMPLETE)
    }
    titles = dict.fromkeys(open_ones.values())
    makers = {sought: asked[at].maker for at, sought in open_ones.items()}
    chosen = {sought: makers[sought] for sought in list(titles)[:_MOST_SEARCHES]}
    found = search_beside(sources.online, chosen) if chosen else {}
    for at, sought in open_ones.items():
        if further := found.get(sought, ()):
            reports[at] = _settled(cases[at], reports[at], further)
    return reports


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


def check_notices(reports: Sequence[Report], held: RecordStore | None) -> list[Report]:
    """Return the reports, with what an index says became of their works.

    This is for works that were found by title, and for works whose record is not available.
    """
    if not isinstance(held, NoticeIndex):
        return list(reports)
    found = {at: names for at, report in enumerate(reports) if (names := _names_of(report))}
    said = held.notices_on(set(chain.from_iterable(found.values()))) if found else {}
    result = list(reports)
    for at, names in found.items():
        record = result[at].record
        known = {notice.kind for notice in record.notices} if record else set()
        stated = next((said[name] for name in names if name in said), [])
        if more := [one for one in stated if one.kind not in known]:
            result[at] = with_notices(result[at], more)
    return result


def _names_of(report: Report) -> tuple[str, ...]:
    """Return the DOI and the PMID by which notices name the work that a report is about."""
    return tuple(filter(None, (_doi_of(report), _pmid_of(report))))


def _pmid_of(report: Report) -> str:
    """Return "pmid:31452104" for a work that a PMID names, else nothing."""
    record = report.record
    if record is not None and report.origin == "snapshot":
        return ""
    if record is not None and isinstance(record.id, Pmid):
        return f"pmid:{record.id}"
    fields = report.reference.fields
    texts = (report.reference.url, fields.get("note", "").casefold())
    if "PMID" not in fields and not ("pubmed" in texts[0] or "pmid" in texts[1]):
        return ""
    stated = (one for one in identifiers_of(report.reference) if isinstance(one, Pmid))
    return next((f"pmid:{one}" for one in stated), "")


def _doi_of(report: Report) -> str:
    """Return the DOI of the work that a report is about, in lower case."""
    record = report.record
    if record is not None and report.origin == "snapshot":
        return ""  # the index has already added its notices to the record
    if record is not None:
        doi: Identifier | None = record.id
    else:
        doi = _found_doi(report) or report.reference.doi
    return str(doi).casefold() if isinstance(doi, Doi) else ""


def _found_doi(report: Report) -> Doi | None:
    """Return the DOI of the work that a report without a record was compared with."""
    evidence = report.evidence
    if report.record is not None or evidence is None or evidence.work is None:
        return None
    if not evidence.work.doi:
        return None
    if evidence.title is None or evidence.title.kind is TitleKind.DIFFERENT:
        return None
    try:
        return Doi.parse(evidence.work.doi)
    except InvalidIdentifier:
        return None
