"""Findings in an input that could still be read, and their places."""

from __future__ import annotations

import enum

import attrs


class Severity(enum.StrEnum):
    """How much a finding matters: an error lost or changed something, a warning may have.

    >>> Severity("warning")
    <Severity.WARNING: 'warning'>
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen
class Location:
    """A place in an input: its path (or None), line and column, both from 1.

    >>> str(Location("refs.bib", 12, 3))
    'refs.bib:12:3'
    >>> str(Location(None, 12))
    'line 12'
    """

    path: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.line, self.column) if part is not None)
        if self.path is None:
            return f"line {place}" if place else ""
        return f"{self.path}:{place}" if place else self.path


@attrs.frozen
class Diagnostic:
    """One finding: what was found, what was expected, where, and how much it matters.

    >>> print(Diagnostic("month 13 does not exist", Location("a.bib", 4), key="x", field="month"))
    a.bib:4: x: month: month 13 does not exist
    """

    message: str
    location: Location = Location()
    key: str | None = None
    field: str | None = None
    severity: Severity = Severity.WARNING

    def __str__(self) -> str:
        parts = (str(self.location), self.key, self.field, self.message)
        return ": ".join(part for part in parts if part)

    def to_dict(self) -> dict[str, str | int | None]:
        """Return the finding as plain JSON values.

        Returns:
            The finding and its place.

        >>> Diagnostic("no year", Location("refs.bib", 3)).to_dict()["line"]
        3
        """
        return {
            "severity": str(self.severity),
            "message": self.message,
            "path": self.location.path,
            "line": self.location.line,
            "column": self.location.column,
            "key": self.key,
            "field": self.field,
        }
