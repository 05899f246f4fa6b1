"""How many records of one file are read: as many as a file of its size can sensibly have."""

from __future__ import annotations

from typing import Final

from refcore.diagnostics import Diagnostic, Location, Severity

__all__ = ["Bound"]

_LEAST: Final = 1_000


class Bound:
    """The most records that are read of a text, with so many characters for each.

    Records with a title are longer, so a file of references never reaches the limit.

    >>> bound = Bound("x" * 50_000, 25)
    >>> bound.most
    2000
    >>> print(bound.finding(Location(line=7)))
    line 7: at most 2,000 records of a file of this size are read (one for each 25 characters); \
the rest is not read
    """

    __slots__ = ("each", "most")

    def __init__(self, text: str, each: int) -> None:
        self.each = each
        self.most = max(_LEAST, len(text) // each)

    def finding(self, location: Location) -> Diagnostic:
        """Return the finding at the first record that is not read."""
        message = (
            f"at most {self.most:,} records of a file of this size are read (one for each "
            f"{self.each} characters); the rest is not read"
        )
        return Diagnostic(message, location, severity=Severity.ERROR)
