"""A report as one row of a table: its columns, which hold plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from refcore.latex import to_plain
from refcore.verification.case import best_identifier
from refcore.verification.labels import name_of
from refcore.verification.outcome import Outcome

__all__ = ["COLUMNS", "row_of"]


def _id(report: Outcome) -> str | None:
    found = best_identifier(report.reference)
    return found.tagged if found else None


def _rules(report: Outcome) -> Iterator[str]:
    yield from (found.rule for found in report.differences)
    yield from (found.words for found in report.findings)


def _place(name: str) -> Callable[[Outcome], Any]:
    return lambda report: getattr(report.reference.location, name, None)


def _comparison(name: str) -> Callable[[Outcome], Any]:
    return lambda report: getattr(report.comparison, name, None)


# The columns: a name, and how the value of a report is found. None is an empty cell.
COLUMNS: Final[Mapping[str, Callable[[Outcome], Any]]] = {
    "file": _place("path"),
    "line": _place("line"),
    "key": lambda report: report.reference.key,
    "title": lambda report: to_plain(report.reference.title),
    "id": _id,
    "verdict": lambda report: str(report.verdict),
    "outcome": lambda report: report.outcome,
    "accepted": lambda report: report.accepted,
    "false_claims": lambda report: len(report.false_claims),
    "p_valid": lambda report: round(report.p_valid, 3),
    "reason": lambda report: to_plain(report.headline),
    "differences": lambda report: to_plain("; ".join(dict.fromkeys(_rules(report)))),
    "authors_listed": _comparison("claimed_count"),
    "authors_of_record": _comparison("actual_count"),
    "record": lambda report: name_of(report.record) if report.record else None,
    "record_title": lambda report: to_plain(report.record.title) if report.record else None,
    "source": lambda report: report.record.source if report.record else None,
    "origin": lambda report: str(report.origin) if report.record else None,
}


def row_of(report: Outcome) -> dict[str, Any]:
    """Return a report as one row of a table: the values by their column."""
    return {name: value(report) for name, value in COLUMNS.items()}
