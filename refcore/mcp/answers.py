"""The values that the tools return: what an agent may say of a reference, and from where."""

from __future__ import annotations

from pydantic import BaseModel, Field

from refcore.errors import RefcoreError
from refcore.formats import dumps
from refcore.model.reference import Reference
from refcore.records.lookup import Lookup
from refcore.records.record import Record
from refcore.verification.page.corrected import entry_as_right
from refcore.verification.report import Report

__all__ = [
    "AuthorsChecked",
    "Bibliography",
    "Checked",
    "Difference",
    "Fetched",
    "Found",
    "ReferenceChecked",
    "Stated",
    "Work",
    "authors_of",
    "checked_of",
    "fetched_of",
    "stated_of",
    "work_of",
]


class Stated(BaseModel):
    """What one source states about a work."""

    source: str
    id: str
    title: str
    authors: list[str] = Field(description="Every name, in the order of the source")
    year: int | None = None
    retrieved: str = Field(default="", description="When the source was asked")
    notices: list[str] = Field(default=[], description="Retractions, corrections, withdrawals")


class Difference(BaseModel):
    """One name that differs between the reference and the record."""

    kind: str
    claimed: str
    actual: str
    rule: str


class ReferenceChecked(BaseModel):
    """The verdict on one reference, and the evidence for it."""

    key: str
    verdict: str = Field(description="Right are `confirmed` and `confirmed-with-variants` alone")
    is_confirmed: bool
    is_contradicted: bool
    p_valid: float = Field(description="How probable it is that the reference is sound")
    report: str = Field(description="All findings, in words")
    differences: list[Difference]
    record: Stated | None
    corrected: str | None = Field(description="The entry as it would be right, in BibTeX")
    correction: str = Field(description="Where the values of that entry are from")


class Checked(BaseModel):
    """The verdicts on all references of a text."""

    references: list[ReferenceChecked]
    counts: dict[str, int]
    problems: list[str] = Field(description="What could not be read in the text")


class AuthorsChecked(BaseModel):
    """The verdict on a list of authors."""

    verdict: str
    is_confirmed: bool
    report: str
    differences: list[Difference]
    record: Stated | None


class Fetched(BaseModel):
    """What was found for one identifier, or why there is nothing."""

    id: str
    status: str = Field(description="found, not-found (proved), or nothing is known")
    reason: str = ""
    entry: str = Field(default="", description="The reference in the format that was asked for")
    record: Stated | None = None


class Work(BaseModel):
    """A work that a search found."""

    id: str
    title: str
    authors: list[str]
    year: int | None


class Found(BaseModel):
    """The works that a search found, the best first."""

    works: list[Work]
    status: str
    reason: str = ""


class Bibliography(BaseModel):
    """A bibliography as text."""

    text: str
    keys: list[str]


def stated_of(record: Record) -> Stated:
    """Return what a record states."""
    return Stated(
        source=record.source,
        id=record.id.tagged,
        title=record.title,
        authors=[name.name for name in record.author_list],
        year=record.year,
        retrieved=record.retrieved,
        notices=[str(notice) for notice in record.notices],
    )


def work_of(record: Record) -> Work:
    """Return a record as a search shows it."""
    names = [name.name for name in record.author_list]
    return Work(id=record.work.tagged, title=record.title, authors=names, year=record.year)


def differences_of(report: Report) -> list[Difference]:
    """Return what differs between the names of a report."""
    found = report.comparison.differences if report.comparison is not None else ()
    return [
        Difference(kind=str(one.kind), claimed=one.claimed, actual=one.actual, rule=one.rule)
        for one in found
    ]


def checked_of(report: Report) -> ReferenceChecked:
    """Return the verdict of a report with its evidence."""
    entry = entry_as_right(report)
    return ReferenceChecked(
        key=report.reference.key,
        verdict=str(report.verdict),
        is_confirmed=report.is_confirmed,
        is_contradicted=report.is_contradicted,
        p_valid=round(report.p_valid, 3),
        report=str(report),
        differences=differences_of(report),
        record=None if report.record is None else stated_of(report.record),
        corrected=None if entry is None else entry.bibtex,
        correction="" if entry is None else entry.words,
    )


def authors_of(report: Report) -> AuthorsChecked:
    """Return the verdict on a list of authors."""
    return AuthorsChecked(
        verdict=str(report.verdict),
        is_confirmed=report.is_confirmed,
        report=str(report),
        differences=differences_of(report),
        record=None if report.record is None else stated_of(report.record),
    )


def fetched_of(lookup: Lookup, format: str) -> Fetched:  # noqa: A002
    """Return the outcome of a look-up, with the reference in a format."""
    if lookup.record is None:
        return Fetched(id=lookup.id.tagged, status=str(lookup.status), reason=lookup.reason)
    reference: Reference = lookup.record.to_reference(version_cited=lookup.id.version)
    try:
        entry, reason = dumps([reference], format), ""
    except RefcoreError as fault:
        entry, reason = "", str(fault)
    return Fetched(
        id=lookup.id.tagged,
        status="found",
        reason=reason,
        entry=entry,
        record=stated_of(lookup.record),
    )
