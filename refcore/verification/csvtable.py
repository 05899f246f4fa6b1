"""Reports as a table of comma-separated values, one row a reference."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from refcore.text.visible import visible_line
from refcore.verification.case import identifiers_of
from refcore.verification.labels import name_of
from refcore.verification.report import Report
from refcore.verification.text import has_nothing_to_check, is_sound

__all__ = ["COLUMNS", "csv_rows", "csv_text", "row_of"]


def _id(report: Report) -> str | None:
    return next((one.tagged for one in identifiers_of(report.reference)), None)


def _rules(report: Report) -> Iterator[str]:
    yield from (found.rule for found in report.differences)
    yield from (found.rule for found in report.findings)


def _place(name: str) -> Callable[[Report], Any]:
    return lambda report: getattr(report.reference.location, name, None)


def _comparison(name: str) -> Callable[[Report], Any]:
    return lambda report: getattr(report.comparison, name, None)


# The columns: a name, and how the value of a report is found. None is an empty cell.
COLUMNS: Final[Mapping[str, Callable[[Report], Any]]] = {
    "file": _place("path"),
    "line": _place("line"),
    "key": lambda report: report.reference.key,
    "title": lambda report: report.reference.title,
    "id": _id,
    "verdict": lambda report: str(report.verdict),
    "outcome": lambda report: report.outcome,
    "accepted": lambda report: report.accepted,
    "false_claims": lambda report: len(report.false_claims),
    "p_valid": lambda report: round(report.p_valid, 3),
    "reason": lambda report: report.headline,
    "differences": lambda report: "; ".join(dict.fromkeys(_rules(report))),
    "authors_listed": _comparison("claimed_count"),
    "authors_of_record": _comparison("actual_count"),
    "record": lambda report: name_of(report.record) if report.record else None,
    "record_title": lambda report: report.record.title if report.record else None,
    "source": lambda report: report.record.source if report.record else None,
    "origin": lambda report: str(report.origin) if report.record else None,
}
# Programs that read tables run what begins so. Source: OWASP, "CSV Injection".
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")


def row_of(report: Report) -> dict[str, Any]:
    """Return a report as one row of a table: the values by their column."""
    return {name: value(report) for name, value in COLUMNS.items()}


def csv_rows(reports: Iterable[Report], *, quiet: bool = False) -> list[list[str]]:
    """Return the rows of reports as texts; `quiet` leaves out what is confirmed."""
    return [
        [_cell(value) for value in row_of(report).values()]
        for report in reports
        if not (quiet and (is_sound(report) or has_nothing_to_check(report)))
    ]


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Return a table with its head (RFC 4180, lines that end as on Unix)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    """Return a value as the text of a cell, in which no spreadsheet finds a formula.

    >>> _cell('=HYPERLINK("x")'), _cell(3), _cell(None)
    ('\\'=HYPERLINK("x")', '3', '')
    """
    if not isinstance(value, str):
        return "" if value is None else str(value)
    return f"'{visible_line(value)}" if value.startswith(_FORMULAS) else visible_line(value)
