"""References with the records that were found for them, as rows of verdicts."""

from __future__ import annotations

import datetime
from typing import Any

import pyarrow as pa

from refcore.collector import rarely_collecting
from refcore.corpus.arrays import table_of
from refcore.corpus.candidates import Candidates
from refcore.corpus.folder import Summary
from refcore.corpus.packed import unpack
from refcore.corpus.schemas import VERDICTS
from refcore.latex import to_plain
from refcore.records.sources import Sources
from refcore.verification.columns import row_of
from refcore.verification.fields import venue_of
from refcore.verification.outcome import Outcome
from refcore.verification.verify import verify

__all__ = ["verdict_row", "verdicts_table"]


def verdicts_table(
    references: pa.Table, candidates: pa.Table, summary: Summary, today: datetime.date
) -> pa.Table:
    """Return a verdict for each reference, as `refcore.verify` finds it with a local index.

    This is a pure function: the same tables give the same verdicts.

    Args:
        references: A table with the columns `row` and `reference`.
        candidates: The columns of records, with `asked` and `level`: every record that a join
            found for any of the references.
        summary: The summary of the folder of records.
        today: The day after which a year is in the future.

    Returns:
        A table with one row a reference, in the schema `VERDICTS`.

    Raises:
        UnreadableInput: A reference or a record is damaged.
    """
    held = Sources(snapshot=Candidates(candidates, summary))
    with rarely_collecting():
        asked = [unpack(one) for one in references.column("reference").to_pylist()]
        rows = [verdict_row(report) for report in verify(asked, arxiv=held, today=today)]
    numbers = references.column("row").to_pylist()
    columns = [[row[name] for row in rows] for name in VERDICTS.names[1:]]
    return table_of([numbers, *columns], VERDICTS)


def verdict_row(report: Outcome) -> dict[str, Any]:
    """Return a report as a row of verdicts, without the number of its row.

    >>> from refcore.model import Reference
    >>> from refcore.verification.verdict import Verdict
    >>> verdict_row(Outcome(Reference("a"), Verdict.UNCHECKED, "no source"))["verdict"]
    'unchecked'
    """
    evidence, reference = report.evidence, report.reference
    work = evidence.work if evidence else None
    return {
        **row_of(report),
        "year": reference.year,
        "venue": to_plain(venue_of(reference)) or None,
        "ground": str(evidence.ground) if evidence else None,
        "work": f"{work.source}:{work.key}" if work else None,
    }
