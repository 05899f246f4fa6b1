"""Reports as a table of comma-separated values, one row a reference."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any, Final

from refcore.text.visible import visible_line
from refcore.verification.columns import COLUMNS, row_of
from refcore.verification.report import Report
from refcore.verification.text import has_nothing_to_check, is_sound

__all__ = ["csv_rows", "csv_text"]


# Spreadsheets run a cell that begins with one of these. Source: OWASP, "CSV Injection".
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")


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
