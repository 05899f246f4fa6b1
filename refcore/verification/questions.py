"""Which further questions would settle a report; the caller asks them and checks again."""

from __future__ import annotations

import attrs

from refcore.model.identifiers import Doi, Identifier
from refcore.model.people import Person
from refcore.records.record import Record
from refcore.records.search import Sought
from refcore.sources.registry import maker_of
from refcore.verification.case import Case, identifiers_of
from refcore.verification.lists import is_open_to_another
from refcore.verification.outcome import Verdict
from refcore.verification.report import Report
from refcore.verification.settle import is_unplaced

__all__ = ["OPEN", "Questions", "questions"]


@attrs.frozen
class Questions:
    """The questions that would settle a report.

    `ids` are further identifiers of the work, `article` is that of the article that a confirmed
    preprint became. `beside` is the identifier to ask of another
    maker than `maker`, `sought` the title to search there.
    """

    ids: tuple[Identifier, ...] = ()
    beside: Identifier | None = None
    sought: Sought | None = None
    maker: str = ""
    article: Identifier | None = None


# What another record of the same work can settle.
OPEN = frozenset({Verdict.CONTRADICTED, Verdict.INCOMPLETE, Verdict.UNCHECKED})


def questions(case: Case, report: Report) -> Questions:
    """Return what would settle a report; a list that the first record confirms needs nothing.

    One name that contradicts, in a list that agrees otherwise, may be the record's error. A record
    can also lack some of the people. Then another maker of author lists can settle it.
    """
    article = _article(case, report)
    if article or report.verdict not in OPEN:
        return Questions(article=article)
    ids = _other_ids(case, report)
    record = report.record
    if record is None or case.found is not None or not _is_for_another_maker(report):
        return Questions(ids)
    return Questions(ids, record.work, _sought(case, record), maker_of(record.source))


def _sought(case: Case, record: Record) -> Sought | None:
    """Return what a search for another record of the work asks for."""
    if record.source == "arxiv":
        return None  # a preprint's own list is not a copy of the publisher's
    title, first = case.reference.title or record.title, record.first_author
    name = "" if first is None else first.family if isinstance(first, Person) else first.name
    return Sought(title, name) if title and name else None


def _article(case: Case, report: Report) -> Doi | None:
    """Return the DOI of the article that a confirmed preprint became, if it is not a label's."""
    record = report.record
    agrees = report.is_confirmed or is_unplaced(report)
    if not agrees or record is None or case.is_label:
        return None
    if record.source != "arxiv" and record.type != "article":
        return None  # it is not a preprint
    related = (one.id for one in record.relations if one.kind == "article")
    return next((one for one in related if isinstance(one, Doi) and one.arxiv is None), None)


def _is_for_another_maker(report: Report) -> bool:
    if report.verdict is Verdict.INCOMPLETE:
        return bool(report.reference.authors)
    return is_open_to_another(report.comparison)


def _other_ids(case: Case, report: Report) -> tuple[Identifier, ...]:
    known = identifiers_of(case.reference)
    found = list(known[1:])
    if report.record is not None and case.found is None:
        found += report.record.ids
        found += [one.id for one in report.record.relations if one.kind in ("article", "preprint")]
    asked = {one.unversioned for one in known[:1]}
    if report.record is not None:
        asked.add(report.record.work)
    wanted = dict.fromkeys(one.unversioned for one in found)
    return tuple(one for one in wanted if one not in asked)
