"""The corrected entry of a report, in BibTeX."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from refcore.bibtex.writing import write
from refcore.errors import RefcoreError
from refcore.model.reference import Reference
from refcore.records.record import Record
from refcore.verification.fix import propose
from refcore.verification.labels import source_of
from refcore.verification.report import Report, Verdict
from refcore.verification.update import propose_update

__all__ = ["Entry", "entry_as_right"]


@attrs.frozen
class Entry:
    """A BibTeX entry and where its values are from, in words."""

    bibtex: str
    words: str


def entry_as_right(report: Report) -> Entry | None:
    """Return the corrected entry, or None if no record gives one.

    If the correction is certain, this is the reference with the correction, otherwise the
    record's entry. A confirmed entry of a .bib file has one only if its record adds something.
    """
    fix = propose(report)
    if fix is not None:
        seen = {found.rule for found in report.differences}
        new = [reason for reason in fix.reasons if reason not in seen]
        return _entry(fix.after, f"The reference, corrected{_because(new)}.")
    record = report.record
    if record is None or record.is_withdrawn or report.verdict is Verdict.SUSPECT:
        return None
    if report.verdict is Verdict.OTHER_PAPER:
        return _of_record(report, record, "The paper that the identifier belongs to")
    if not report.is_confirmed:
        return _of_record(report, record, "The work")
    added = propose_update(report, report.article)
    if added is not None:
        return _entry(added.after, f"The reference, completed{_because(added.reasons)}.")
    return None if _is_in_bibtex(report) else _entry(report.reference, "Confirmed as it is.")


def _because(reasons: Sequence[str]) -> str:
    return f": {'; '.join(reasons)}" if reasons else ""


def _of_record(report: Report, record: Record, what: str) -> Entry | None:
    try:
        stated = record.to_reference(report.reference.key)
    except RefcoreError:
        return None
    return _entry(stated, f"{what}, as {source_of(record)} has it.")


def _entry(reference: Reference, words: str) -> Entry | None:
    try:
        return Entry(write([reference]).strip(), words)
    except RefcoreError:
        # A key that BibTeX cannot hold.
        return None


def _is_in_bibtex(report: Report) -> bool:
    location = report.reference.location
    return bool(location and location.path and location.path.endswith(".bib"))
