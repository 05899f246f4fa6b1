"""Collects what is odd in one item while it is read."""

from __future__ import annotations

import attrs

from refcore.diagnostics import Diagnostic, Location, Severity

__all__ = ["Findings"]


@attrs.define
class Findings:
    """The diagnostics of one item, each with its key and place filled in."""

    key: str | None = None
    location: Location = Location()
    found: list[Diagnostic] = attrs.field(factory=list)

    def error(self, message: str, field: str | None = None) -> None:
        """Note something that was lost or changed."""
        self._add(message, field, Severity.ERROR)

    def warning(self, message: str, field: str | None = None) -> None:
        """Note something that was read, but may not be what was meant."""
        self._add(message, field, Severity.WARNING)

    def note(self, message: str, field: str | None = None) -> None:
        """Note something that is merely unusual."""
        self._add(message, field, Severity.NOTE)

    def _add(self, message: str, field: str | None, severity: Severity) -> None:
        self.found.append(Diagnostic(message, self.location, self.key, field, severity))
