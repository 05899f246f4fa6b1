"""What a confirmed reference lacks: the article that a preprint became, and missing values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from refcore.compare.titles import TitleKind, best_title
from refcore.model.identifiers import Doi
from refcore.model.reference import Reference
from refcore.records.record import Record
from refcore.records.sources import Sources
from refcore.verification.fix import Fix
from refcore.verification.labels import quoted
from refcore.verification.paper import PaperKind
from refcore.verification.report import Report
from refcore.verification.verify import verify

__all__ = ["Updates", "propose_update", "updates"]

# Variables that a record may add if the reference lacks them, and their usual names.
_MISSING = {"volume": "volume", "issue": "number", "page": "pages"}
# Where the work was published; a preprint's own values there are no longer right.
_PLACE = ("container-title", *_MISSING)


@attrs.frozen
class Updates:
    """What records add to references, and which articles are not used and why, in words."""

    fixes: tuple[Fix, ...]
    left: tuple[str, ...] = ()
    is_whole: bool = True  # every article was looked up


def updates(reports: Sequence[Report], sources: Sources) -> Updates:
    """Return what the records add to the references of some reports, in their order.

    The record of an article is fetched for each preprint that became one. It is used only
    if title and authors of the reference agree with it.
    """
    probes = [probe for report in reports if (probe := _probe(report)) is not None]
    checked = verify(probes, arxiv=sources) if probes else []
    articles = {
        report.reference.key: report.record
        for report in checked
        if report.is_confirmed and report.record is not None and _has_title(report)
    }
    found = (propose_update(report, articles.get(report.reference.key)) for report in reports)
    fixes = tuple(fix for fix in found if fix is not None)
    left = [report for report in checked if report.reference.key not in articles]
    is_whole = all(report.record is not None for report in left)
    return Updates(fixes, tuple(map(_left_words, left)), is_whole)


def propose_update(report: Report, article: Record | None = None) -> Fix | None:
    """Return a reference with what its record adds, or None where nothing is missing.

    `article` is the record of the article that a preprint became. Only a confirmed
    reference is changed. Its names, its title and all identifiers stay.
    """
    reference, record = report.reference, report.record
    if record is None or not report.is_confirmed or record.is_withdrawn:
        return None
    if article is not None and not article.is_withdrawn:
        after, reasons = _published(reference, article)
    elif _article(record) is None:
        after, reasons = _completed(reference, record)
    else:
        return None  # the values of a preprint say nothing about the article
    return Fix(reference, after, tuple(reasons)) if after != reference else None


def _probe(report: Report) -> Reference | None:
    """Return what must agree with the article's record before it is used."""
    if not any(finding.kind is PaperKind.PUBLISHED for finding in report.findings):
        return None
    record, reference = report.record, report.reference
    article = _article(record) if record is not None else None
    if record is None or article is None or not report.is_confirmed or not reference.title:
        return None
    if reference.doi is not None and reference.doi.arxiv is None and reference.doi != record.id:
        return None  # the entry already has the DOI of another published work
    return Reference(reference.key, "document", reference.title, reference.authors, doi=article)


def _has_title(report: Report) -> bool:
    """Return whether the article has the title of the entry, as the title is not changed."""
    record = report.record
    titles = (record.title, *record.titles) if record else ()
    compared = best_title(report.reference.title, titles)
    return compared is not None and compared.kind is not TitleKind.DIFFERENT


def _left_words(report: Report) -> str:
    what = f"{report.reference.key}: published as {report.reference.doi}, which"
    if report.record is None:
        return f"{what} could not be looked up: {report.reason}"
    if report.is_confirmed:
        return f"{what} has another title: {quoted(report.record.title)}"
    return f"{what} does not agree with the entry: {report.reason}"


def _article(record: Record) -> Doi | None:
    related = [one.id for one in record.relations if one.kind == "article"]
    return next((one for one in related if isinstance(one, Doi) and one.arxiv is None), None)


def _published(reference: Reference, article: Record) -> tuple[Reference, list[str]]:
    stated = article.to_reference(reference.key)
    if stated.doi is None or stated.type == "article" or not stated.fields.get("container-title"):
        return reference, []
    kept = {name: value for name, value in reference.fields.items() if name not in _PLACE}
    place = {name: stated.fields[name] for name in _PLACE if stated.fields.get(name)}
    own = reference.doi if reference.doi is not None and reference.doi.arxiv is None else None
    if own is not None:  # that of a preprint on another server than arXiv
        kept["note"] = "; ".join(filter(None, [kept.get("note", ""), f"Preprint: {own.tagged}"]))
        kept.pop("publisher", None)
    after = reference.evolve(
        type=stated.type,
        issued=stated.issued or reference.issued,
        arxiv=reference.arxiv_from_any,
        doi=stated.doi,
        fields={**kept, **place},
    )
    return after, [f"the preprint was published in {place['container-title']} ({stated.doi})"]


def _completed(reference: Reference, record: Record) -> tuple[Reference, list[str]]:
    stated = record.to_reference(reference.key)
    after, reasons = reference, []
    if reference.doi is None and stated.doi is not None and stated.doi.arxiv is None:
        after = after.evolve(doi=stated.doi)
        reasons.append("the DOI is missing")
    new = {name: stated.fields[name] for name in _lacking(reference, stated)}
    if new:
        after = after.evolve(fields={**after.fields, **new})
        reasons.append(f"missing: {', '.join(_MISSING[name] for name in new)}")
    return after, reasons


def _lacking(reference: Reference, stated: Reference) -> Iterable[str]:
    """Return the fields to add, none where the work is cited as of another kind.

    An article number is often written in the place of pages.
    """
    if reference.type != stated.type or _differ(reference, stated):
        return ()
    lacking = [name for name in _MISSING if stated.fields.get(name)]
    lacking = [name for name in lacking if not reference.fields.get(name)]
    if reference.fields.get("number") or reference.extra.get("eid"):
        lacking = [name for name in lacking if name not in ("page", "issue")]
    return lacking


def _differ(reference: Reference, stated: Reference) -> bool:
    """Return whether a stated volume, number or page is not the record's."""
    pairs = [(reference.fields.get(name), stated.fields.get(name)) for name in _MISSING]
    return any(ours and theirs and ours != theirs for ours, theirs in pairs)
