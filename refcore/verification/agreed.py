"""Values on which two makers of records agree, and which the reference contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import attrs

from refcore.compare import TitleKind, compare_authors, compare_titles
from refcore.compare.venues import best_venue
from refcore.index.works import names_of
from refcore.model.reference import Reference
from refcore.records.record import Record
from refcore.sources.registry import maker_of
from refcore.verification.grounds import Ground
from refcore.verification.outcome import Outcome
from refcore.verification.paper import PaperKind

__all__ = ["agreed_values"]

_FALSE_DOI = (
    Ground.DOI_OF_ANOTHER,
    Ground.DOI_OF_ELSEWHERE,
    Ground.DOI_SLIP,
    Ground.DOI_UNKNOWN,
)


@attrs.frozen
class _Said:
    """What one maker says of a work; `years` are all years in its record."""

    maker: str
    title: str
    years: tuple[int, ...]
    venue: str
    doi: str


def agreed_values(report: Outcome) -> dict[str, str]:
    """Return the values that two makers agree on and the reference contradicts, by field.

    The fields are ``title``, ``year``, ``venue`` and ``doi``. If any maker has
    the value of the reference, the makers do not agree, and it is left out. A title counts
    only if the authors agree, as otherwise the identifier may be another work's.
    """
    said = list(_statements(report))
    found = {
        "title": _title(report, said),
        "year": _year(report.reference, said),
        "venue": _venue(report.reference, said),
        "doi": _doi(report, said),
    }
    return {field: value for field, value in found.items() if value}


def _statements(report: Outcome) -> Iterator[_Said]:
    """Return what each record about the same work says, and the local bibliography."""
    first = report.record
    if first is None:
        return
    yield _of_record(first)
    for record in report.others:
        if _is_same(first, record.title, record.names):
            yield _of_record(record)
    row = report.evidence.work if report.evidence else None
    if row is not None and _is_same(first, row.title, tuple(names_of(row))):
        years = () if row.year is None else (row.year,)
        yield _Said(maker_of(row.source), row.title, years, row.venue, row.doi)


def _of_record(record: Record) -> _Said:
    """Return the statement of a record; of a preprint's, venue and years are not the article's."""
    venue = record.fields.get("container-title", "")
    doi = record.doi.name.casefold() if record.doi else ""
    is_preprint = record.source == "arxiv"
    years = () if is_preprint else record.years
    return _Said(maker_of(record.source), record.title, years, "" if is_preprint else venue, doi)


def _is_same(record: Record, title: str, names: tuple[str, ...]) -> bool:
    """Return whether a title and names are those of a record's work."""
    if not title or compare_titles(title, record.title).kind is TitleKind.DIFFERENT:
        return False
    return bool(names) and compare_authors(names, record.names).is_right


def _pairs(said: list[_Said]) -> Iterable[tuple[_Said, _Said]]:
    return ((a, b) for a, b in combinations(said, 2) if a.maker != b.maker)


def _title(report: Outcome, said: list[_Said]) -> str:
    claimed, comparison = report.reference.title, report.comparison
    if not claimed or comparison is None or not comparison.is_right:
        return ""
    if any(compare_titles(claimed, x.title).kind is not TitleKind.DIFFERENT for x in said):
        return ""
    # All statements are about one work: their titles agree.
    return next((a.title for a, _ in _pairs(said)), "")


def _year(reference: Reference, said: list[_Said]) -> str:
    claimed = reference.year
    if claimed is None or any(claimed in x.years for x in said):
        return ""
    for a, b in _pairs(said):
        if common := sorted(set(a.years) & set(b.years)):
            return str(common[-1])
    return ""


def _venue(reference: Reference, said: list[_Said]) -> str:
    claimed = reference.fields.get("container-title", "")
    compared = [best_venue(claimed, [x.venue]) for x in said if claimed and x.venue]
    if not compared or not all(one is not None and one.is_different for one in compared):
        return ""
    for a, b in _pairs(said):
        alike = best_venue(a.venue, [b.venue]) if a.venue and b.venue else None
        if alike is not None and not alike.is_different:
            return a.venue
    return ""


def _doi(report: Outcome, said: list[_Said]) -> str:
    claimed = report.reference.doi
    false = report.evidence is not None and report.evidence.ground in _FALSE_DOI
    if claimed is None or not (false or any(x.kind is PaperKind.DOI for x in report.findings)):
        return ""
    if any(x.doi.casefold() == claimed.name.casefold() for x in said):
        return ""
    for a, b in _pairs(said):
        if a.doi and a.doi.casefold() == b.doi.casefold():
            return a.doi
    return ""
