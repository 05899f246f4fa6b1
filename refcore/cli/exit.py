"""Exit codes of the commands."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refcore.verification.report import Report

__all__ = ["Exit", "exit_of", "worst"]


class Exit(enum.IntEnum):
    """The meanings of a command's exit code."""

    CONFIRMED = 0
    CONTRADICTED = 1
    USAGE = 2
    UNCHECKED = 3
    FAULT = 70  # a fault of refcore itself; the number is EX_SOFTWARE of sysexits.h
    STOPPED = 130  # the convention of shells: 128 plus the number of the signal
    UNHEARD = 141  # a pipe broke, but not that of the output


def exit_of(reports: Iterable[Report], *, strict: bool = False) -> Exit:
    """Return the code for a run: contradicted counts before unchecked, unchecked before confirmed.

    A reference that no source covers does not fail the run unless `strict` is set, and one that
    a person accepted never does.
    """
    from refcore.verification.verdict import Bearing

    code = Exit.CONFIRMED
    for report in reports:
        if report.accepted is not None:
            continue
        if report.is_contradicted or report.is_suspect:
            return Exit.CONTRADICTED
        if report.is_unchecked or (strict and report.verdict.row.bearing is Bearing.OUTSIDE):
            code = Exit.UNCHECKED
    return code


def worst(codes: Iterable[Exit]) -> Exit:
    """Return the code of several: usage counts before contradicted, contradicted before unchecked.

    >>> worst([Exit.UNCHECKED, Exit.CONTRADICTED, Exit.CONFIRMED]).name
    'CONTRADICTED'
    """
    order = (Exit.CONFIRMED, Exit.UNCHECKED, Exit.CONTRADICTED, Exit.USAGE)
    return max(codes, key=order.index, default=Exit.CONFIRMED)
