"""`Checked`: one file with its reports and what was odd in it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.verification.report import Report

__all__ = ["Checked"]


@attrs.frozen
class Checked:
    """A file that was verified: the reports on its references, the findings of reading it."""

    path: str
    reports: Sequence[Report] = ()
    diagnostics: Sequence[Diagnostic] = ()

    @classmethod
    def failed(cls, path: str, reason: str) -> Checked:
        """Return a file that could not be read.

        >>> Checked.failed("a.bib", "a.bib: No such file or directory").diagnostics[0].message
        'No such file or directory'
        """
        message = reason.removeprefix(f"{path}: ")
        return cls(path, (), (Diagnostic(message, Location(path), severity=Severity.ERROR),))
