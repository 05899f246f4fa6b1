"""One reference compared with what was looked up for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from refcore.compare import AuthorComparison, ListVerdict
from refcore.errors import InvalidIdentifier
from refcore.index.works import row_of
from refcore.model.identifiers import ArxivId
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.records.lookup import Lookup, LookupStatus
from refcore.records.record import Record
from refcore.text.patterns import regex
from refcore.verification.astext import as_written
from refcore.verification.case import OUTSIDE, Case, identifiers_of
from refcore.verification.claims import check_claims
from refcore.verification.fields import (
    is_elsewhere,
    is_of_container,
    is_of_part,
    other_place,
    venue_of,
    which_corrects,
)
from refcore.verification.found import Certainty, Found
from refcore.verification.grounds import Ground
from refcore.verification.labels import name_of, quoted, source_of
from refcore.verification.lists import (
    Compared,
    ComparedLists,
    claimed_by,
    compare_editors,
    compare_people,
    compared_with,
    is_open_to_another,
    people_of,
)
from refcore.verification.noted import as_noted, doubt, unread
from refcore.verification.outcome import Verdict
from refcore.verification.paper import (
    NOTICES,
    PaperFinding,
    PaperKind,
    check_paper,
    described,
    field_finding,
    preprint_years,
)
from refcore.verification.placed import place_beside
from refcore.verification.report import Report
from refcore.verification.second import (
    has_other_maker,
    is_same_work,
    record_differs,
    records_at_hand,
)
from refcore.verification.settle import (
    confirmed_as,
    with_evidence,
    with_open_identifier,
    with_other_title,
    with_retraction,
    without_gap,
)
from refcore.verification.versions import describe_change, find_version
from refcore.verification.weigh import weigh_alone, weigh_known, weigh_record

__all__ = ["check", "with_article"]


@attrs.frozen
class _Judged:
    """One record, how the reference compares with it, and what follows."""

    record: Record
    compared: Compared
    findings: tuple[PaperFinding, ...]
    verdict: Verdict
    reason: str


def check(case: Case) -> Report:
    """Judge one reference; a pure function of what was gathered.

    If a record contradicts only one name or says too little, and a record of the same work by
    another maker says more, that record decides.
    """
    case = as_written(case)
    lists = ComparedLists(people_of(case.reference))
    judged = _judged(case, lists)
    if judged is None:
        verdict, reason = _without_record(case)
        report = _report(case, None, verdict, reason)
    else:
        report = _report(case, judged, judged.verdict, judged.reason)
    return _settled(case, report, lists)


def _settled(case: Case, report: Report, lists: ComparedLists) -> Report:
    """Return the report with what a local bibliography says, its year compared with today's."""
    if case.today is None:
        return report
    alone = weigh_alone(case.reference, case.today)
    # If there is a record, its year of posting counts more.
    if alone is not None and (report.record is None or alone.ground is Ground.YEAR_AHEAD):
        return with_evidence(report, alone)
    if case.known is not None:
        known = alone or weigh_known(case.reference, case.known, case.today, lists)
        found = with_evidence(report, known)
        if case.lookup is None or report.record is not None:
            return found
        return with_open_identifier(found, case.lookup.id, report.reason)
    record = report.record
    # An arXiv record is a preprint's, which has no venue and other years.
    if record is None or record.source == "arxiv" or case.is_label:
        return report
    preprints = preprint_years(case.reference, record)
    weighed = weigh_record(case.reference, row_of(record), case.today, preprints)
    return with_evidence(report, weighed) if weighed else report


def with_article(case: Case, report: Report, article: Record) -> Report:
    """Return the report on a preprint with what the record of the article says; pure, as `check`.

    A preprint that is cited as such may also be cited as the article. One that is cited as if it
    were published elsewhere is suspect.
    """
    if report.record is None:
        return report
    if not is_same_work(report.record, article):
        return with_other_title(report, article)
    report = with_retraction(without_gap(report), article)
    findings = described(case.reference, report.findings, article)
    is_sure = report.is_confirmed
    verdict = confirmed_as(report.comparison, findings) if is_sure else report.verdict
    report = attrs.evolve(report, verdict=verdict, findings=findings, article=article)
    if venue := is_elsewhere(case.reference, article):
        reason = f"it was published in {venue.actual}, not where the reference says"
        return attrs.evolve(report, verdict=Verdict.SUSPECT, reason=reason)
    weighed = weigh_record(case.reference, row_of(article), case.today or article.year or 0)
    if weighed is None or weighed.ground not in _PLACE:
        return report
    # The year can be that of the preprint, so only the venue counts.
    fields = tuple(one for one in weighed.fields if one.field == "venue")
    return with_evidence(report, attrs.evolve(weighed, fields=fields))


# What an article's record says of a preprint that is cited as if published.
_PLACE = (Ground.VENUE_DIFFERS, Ground.VENUE_UNKNOWN)


def _report(case: Case, judged: _Judged | None, verdict: Verdict, reason: str) -> Report:
    record = judged.record if judged else None
    origin = ""
    for lookup in (case.lookup, *case.further):
        if (
            lookup is not None
            and lookup.record is not None
            and lookup.record.id == (record.id if record else None)
        ):
            origin = str(lookup.origin or "")
            break
    else:
        origin = str(case.lookup.origin or "") if case.lookup else ""
    return Report(
        case.reference,
        verdict,
        reason,
        comparison=judged.compared.comparison if judged else None,
        record=record,
        origin=origin,
        findings=judged.findings if judged else (),
        claims=check_claims(case.claims, case.reference.authors, record, case.related),
        related=case.related,
        others=tuple(x for x in _records(case) if record is not None and x.id != record.id),
    )


def _records(case: Case) -> tuple[Record, ...]:
    """Return all records that were looked up for a reference."""
    first = case.lookup.record if case.lookup else None
    return case.others if first is None else (first, *case.others)


def _judged(case: Case, lists: ComparedLists) -> _Judged | None:
    first = case.lookup.record if case.lookup else None
    records = [record for record in (first, *case.others) if record is not None]
    if not records:
        return None
    judged = _against(case, records[0], lists)
    if not _is_open(judged):
        return judged
    further = [*records[1:], *_second_records(case, judged)]
    others = [_against(case, record.with_notices(records[0].notices), lists) for record in further]
    best = judged
    for other in others:
        if _is_open(best) and other.verdict.row.rank < best.verdict.row.rank:
            best = other
    if best is judged and _is_unplaced(judged):
        best = next((one for one in others if _says_where(case, judged, one)), judged)
    return _with_second(judged, best, others)


def _is_unplaced(judged: _Judged) -> bool:
    return any(one.kind is PaperKind.PLACE for one in judged.findings)


def _says_where(case: Case, first: _Judged, other: _Judged) -> bool:
    """Return whether a further record speaks against a venue that the first one says nothing of."""
    if other.verdict is Verdict.OTHER_PAPER:
        return other.record.id == case.reference.doi
    return other.verdict is Verdict.SUSPECT and is_same_work(first.record, other.record)


def _is_open(judged: _Judged) -> bool:
    return judged.verdict in (Verdict.CONTRADICTED, Verdict.INCOMPLETE)


def _second_records(case: Case, judged: _Judged) -> list[Record]:
    """Return other makers' records at hand, if one name decides or the record says little."""
    comparison = judged.compared.comparison
    is_open = is_open_to_another(comparison)
    # A second list of authors says nothing of a venue.
    if not is_open and (judged.verdict is not Verdict.INCOMPLETE or _is_unplaced(judged)):
        return []
    return list(records_at_hand(case, judged.record))


def _with_second(first: _Judged, best: _Judged, others: Sequence[_Judged]) -> _Judged:
    """Say what a second source says: that the first record differs, or that it says the same."""
    seconds = [one for one in others if has_other_maker(first.record, one.record)]
    if best is first:
        agreeing = [one for one in seconds if _says_the_same(first, one)]
        if first.verdict is not Verdict.CONTRADICTED or not agreeing:
            return first
        names = " and ".join(dict.fromkeys(source_of(one.record) for one in agreeing))
        return attrs.evolve(first, reason=f"{first.reason}; {names} says the same")
    if best not in seconds or first.verdict is not Verdict.CONTRADICTED:
        return best
    finding = record_differs(first.record, first.compared.comparison, best.record)
    return attrs.evolve(best, findings=(*best.findings, finding)) if finding else best


def _says_the_same(first: _Judged, other: _Judged) -> bool:
    comparison = other.compared.comparison
    if comparison is None or other.verdict is not Verdict.CONTRADICTED:
        return False
    return is_open_to_another(comparison) and is_same_work(first.record, other.record)


def _against(case: Case, record: Record, lists: ComparedLists) -> _Judged:
    noted = case.noted
    if noted is not None:
        reference, noted = as_noted(case.reference, noted, record)
        case = attrs.evolve(case, reference=reference, noted=noted)
    listed: Sequence[str] | Authors = case.names or claimed_by(case.reference, record)
    held, compared, findings = _compared(case, record, listed, lists)
    if case.found is not None and case.found.certainty is Certainty.TITLE_ONLY:
        verdict, reason = _with_others(case.reference, held)
        return _Judged(held, compared, findings, verdict, reason)
    if case.found is not None and _is_doubtful(case.found, compared.comparison):
        reason = f"no identifier to check; closest match: {name_of(held)} (uncertain)"
        return _Judged(held, Compared(None), findings[:1], Verdict.UNCHECKED, reason)
    verdict, reason = _with_record(held, compared, findings, bool(listed))
    if verdict in _CONFIRMED and (gap := _unread(case, record, bool(listed))):
        verdict, reason = Verdict.INCOMPLETE, f"the paper is on {source_of(record)}; {gap}"
    if not case.is_label and (whole := _of_whole_or_part(case, held, verdict)):
        said = tuple(one for one in findings if one.kind in NOTICES)
        reason = f"{held.id.unversioned} belongs to {quoted(held.title)} {whole}"
        return _Judged(held, Compared(None), said, Verdict.INCOMPLETE, reason)
    if verdict in _CONFIRMED and case.reference.title and not (held.title or held.titles):
        verdict, reason = Verdict.INCOMPLETE, f"{source_of(held)}'s record names no title"
    corrects = which_corrects(case.reference.title, (held.title, *held.titles))
    if corrects and verdict in _CONFIRMED and not case.is_label:
        verdict, reason = Verdict.INCOMPLETE, f"{source_of(held)}'s record {corrects}"
    foreign = next((one for one in findings if one.kind is PaperKind.LANGUAGE), None)
    if foreign is not None and verdict in _CONFIRMED:
        verdict, reason = Verdict.INCOMPLETE, f"{reason}; {foreign.rule}"
    judged = _Judged(held, compared, findings, verdict, reason)
    return _with_place(case, judged) if verdict in _CONFIRMED else judged


def _of_whole_or_part(case: Case, record: Record, verdict: Verdict) -> str:
    """Say that a record is that of the whole around a work, or of a part of it; or return ""."""
    if verdict is Verdict.OTHER_PAPER and is_of_container(case.reference, record):
        return "as a whole, not to a part"
    if verdict is not Verdict.CONTRADICTED and is_of_part(case.reference, record):
        return "alone, a part of the book"
    return ""


def _unread(case: Case, record: Record, is_listed: bool) -> str:
    """Say which authors a reference may list that were not read, or return ""."""
    words = unread(case.noted, record, is_listed=is_listed) if case.noted else ""
    if words:
        return f'"{words}" may be its authors, but could not be read as a list of names'
    return "the list of authors is not understood" if case.is_unread and not is_listed else ""


def _with_place(case: Case, judged: _Judged) -> _Judged:
    """Return what was judged, with the venue of the reference compared as well."""
    held = judged.record
    placed = None if case.is_label else place_beside(case.reference, held)
    if placed is None:
        where = "" if held.source == "arxiv" else _elsewhere(case, held)
        if not where:
            return judged
        reason = f"{source_of(held)} has it in {where}, not where the reference says"
        return attrs.evolve(judged, verdict=Verdict.SUSPECT, reason=reason)
    if placed.gap:
        found = PaperFinding(PaperKind.PLACE, venue_of(case.reference), "", placed.gap)
        reason, verdict = f"{judged.reason}; {placed.gap}", Verdict.INCOMPLETE
    elif placed.differs is None:
        return judged
    else:
        found = field_finding(placed.differs)
        reason, verdict = judged.reason, Verdict.CONFIRMED_WITH_VARIANTS
        if placed.is_elsewhere:
            reason, verdict = placed.differs.rule, Verdict.SUSPECT
    findings = (*judged.findings, found)
    return attrs.evolve(judged, findings=findings, reason=reason, verdict=verdict)


def _elsewhere(case: Case, record: Record) -> str:
    """Return where a record has a work, if the reference names another place.

    A journal can have two works of one title, as a paper and its abstract, so that volume and
    page tell only where the reference has the record's identifier.
    """
    venue = is_elsewhere(case.reference, record)
    if venue is not None:
        return venue.actual
    return other_place(case.reference, record) if case.found is None else ""


def _compared(
    case: Case, record: Record, listed: Sequence[str] | Authors, lists: ComparedLists
) -> tuple[Record, Compared, tuple[PaperFinding, ...]]:
    """Return the record that counts, how the lists compare, and what was found of the work."""
    compared = compare_people(case.reference, listed, record, lists) if listed else Compared(None)
    comparison = compared.comparison
    is_wrong = comparison is not None and comparison.is_wrong and not compared.gap
    if is_wrong and comparison and case.noted and isinstance(listed, Authors):
        why = doubt(case.noted, listed, record, comparison)
        compared, is_wrong = attrs.evolve(compared, doubt=why), not why
    is_right = comparison is not None and comparison.is_right
    agree = True if is_right else False if is_wrong else None
    findings = check_paper(case.reference, record, is_label=case.is_label, authors_agree=agree)
    if case.found is not None:
        findings = (_found_finding(case.found), *findings)
    findings += tuple(_editors(case.reference, record))
    if compared.order:
        findings += (PaperFinding(PaperKind.ORDER, "", "", f"order not checked: {compared.order}"),)
    if is_wrong:
        older = find_version(listed, case.versions)
        if older is not None:
            findings += (_version_finding(older, record),)
            cited = case.reference.arxiv_from_any
            if cited and cited.version is None:
                older = older.with_notices(record.notices)
                return older, Compared(compared_with(listed, older)), findings
    return record, compared, findings


_OTHER_EDITORS = (ListVerdict.WRONG, ListVerdict.EXTRA_AUTHORS)


def _editors(reference: Reference, record: Record) -> Iterator[PaperFinding]:
    """Yield that the editors of the book around a chapter are others in the record."""
    found = compare_editors(reference, record)
    if found is not None and found.verdict in _OTHER_EDITORS:
        claimed = ", ".join(map(str, reference.editors.names))
        actual = ", ".join(author.name for author in record.roles["editor"])
        rule = f"{claimed}, but the record has {actual}"
        yield PaperFinding(PaperKind.EDITOR, claimed, actual, rule)


def _is_doubtful(found: Found, comparison: AuthorComparison | None) -> bool:
    return found.certainty is not Certainty.SURE and (comparison is None or not comparison.is_right)


_CONFIRMED = (Verdict.CONFIRMED, Verdict.CONFIRMED_WITH_VARIANTS)


def _with_others(reference: Reference, record: Record) -> tuple[Verdict, str]:
    """Judge a reference that has a record's title, word by word, and none of its authors.

    The year shows whether it means that work. Another work of this title is unlikely.
    """
    source, year = source_of(record), reference.year
    reason = (
        f"the title is that of {name_of(record)}, but none of the authors is on {source}'s list"
    )
    meant = year is not None and year in _years_of(record)
    return (Verdict.CONTRADICTED if meant else Verdict.SUSPECT), reason


def _years_of(record: Record) -> range:
    years = [*record.years, *([record.updated.year] if record.updated else [])]
    known = [year for year in (*years, record.year) if year]
    # The article of a preprint may appear up to two years later.
    return range(min(known), max(known) + 3) if known else range(0)


def _found_finding(found: Found) -> PaperFinding:
    rule = f"{name_of(found.record)} ({found.certainty}; {found.rule})"
    return PaperFinding(PaperKind.FOUND, found.title.claimed, found.title.actual, rule)


def _version_finding(of: Record, record: Record) -> PaperFinding:
    rule = describe_change(of, record)
    return PaperFinding(PaperKind.VERSION, f"v{of.version}", f"v{record.version}", rule)


def _without_record(case: Case) -> tuple[Verdict, str]:
    lookup, reference = case.lookup, case.reference
    if lookup is None:
        if fault := _impossible_id(reference):
            return Verdict.NOT_FOUND, f"no such paper can exist: {fault}"
        if reference.type in OUTSIDE and not case.search_reason:
            kind = reference.type.replace("_", " ").replace("-", " ")
            return Verdict.NOT_COVERED, f"no source of records covers this kind ({kind})"
        reason = _unread_id(reference) or "no identifier to check"
        return Verdict.UNCHECKED, "; ".join(filter(None, (reason, case.search_reason)))
    missing = next(
        (one for one in (lookup, *case.further) if one.status is LookupStatus.NOT_FOUND), None
    )
    if missing is not None:
        return Verdict.NOT_FOUND, _no_such(missing)
    reasons = dict.fromkeys(one.reason for one in (lookup, *case.further) if one.reason)
    return Verdict.UNCHECKED, "; ".join(reasons)


def _no_such(lookup: Lookup) -> str:
    if not isinstance(lookup.id, ArxivId):
        return lookup.reason or f"there is no {lookup.id.tagged}"
    wanted, version = lookup.id.bare, lookup.id.version
    what = f"paper {wanted}" if version is None else f"version {version} of {wanted}"
    return f"arXiv has no {what}"


def _impossible_id(reference: Reference) -> str:
    """Say why an eprint with the form of an arXiv id cannot be one, or nothing."""
    written = _unread_eprint(reference)
    if not _NUMBERED.fullmatch(written):
        return ""  # words such as "to appear" prove nothing
    try:
        ArxivId.parse(written)
    except InvalidIdentifier as fault:
        return str(fault)
    return ""


def _unread_id(reference: Reference) -> str:
    written = _unread_eprint(reference)
    return f"{written!r:.80} is not an arXiv id" if written else ""


def _unread_eprint(reference: Reference) -> str:
    """Return an eprint that is meant for arXiv, where the reference has no identifier."""
    written = reference.extra.get("eprint", "").strip()
    archive = reference.extra.get("archiveprefix") or reference.extra.get("eprinttype") or ""
    is_meant = archive.casefold() == "arxiv" or (not archive and _NUMBERED.fullmatch(written))
    return written if written and is_meant and not identifiers_of(reference) else ""


_NUMBERED = regex(r"[0-9]{4}\.[0-9]{3,6}(?:v[0-9]+)?|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{5,9}")


def _with_record(
    record: Record, compared: Compared, findings: Sequence[PaperFinding], has_names: bool
) -> tuple[Verdict, str]:
    comparison, source = compared.comparison, source_of(record)
    breaking = [finding for finding in findings if finding.is_breaking]
    other = next((f for f in breaking if f.kind is PaperKind.OTHER_PAPER), None)
    if other is not None:
        return Verdict.OTHER_PAPER, f"the id {other.rule}"
    if compared.gap:
        return Verdict.INCOMPLETE, f"{source}'s record {compared.gap}"
    if compared.doubt:
        return Verdict.INCOMPLETE, compared.doubt
    if compared.stands_for:
        return Verdict.CONFIRMED_WITH_VARIANTS, f"{compared.stands_for} on {source}"
    if comparison is not None and comparison.is_wrong:
        return Verdict.CONTRADICTED, _list_reason(compared, comparison, source)
    if breaking:
        return Verdict.CONTRADICTED, breaking[0].rule
    reason = f"the paper is on {source}; no authors are listed to compare"
    if comparison is not None and has_names:
        reason = _list_reason(compared, comparison, source)
        if compared.order:
            reason = f"the names are {source}'s; order not checked: {compared.order}"
    return confirmed_as(comparison, findings), reason


def _list_reason(compared: Compared, comparison: AuthorComparison, source: str) -> str:
    """Say how the authors compare, or the editors."""
    reason = _LIST_REASONS[comparison.verdict].format(source)
    return reason.replace("authors", compared.role, 1)


_LIST_REASONS = {
    ListVerdict.MATCH: "the authors match {}",
    ListVerdict.MATCH_WITH_VARIANT: "the authors match {}, in other spellings",
    ListVerdict.TRUNCATED_OK: "the names are the first of {}'s list",
    ListVerdict.ORDER_DIFFERS: "the authors are {}'s, in another order",
    ListVerdict.MISSING_AUTHORS: "authors are missing",
    ListVerdict.EXTRA_AUTHORS: "some of the authors are not on {}'s list",
    ListVerdict.WRONG: "the authors do not match {}",
    ListVerdict.NOT_COMPARED: "{} writes names in another script",
}
