"""How many records of one file are read, and how long a title or a name can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from refcore.diagnostics import Diagnostic, Location

__all__ = ["MOST_CHARACTERS", "Bound", "too_long"]

_LEAST: Final = 1_000
# No title and no name is as long; docs/limits.md names it.
MOST_CHARACTERS: Final = 20_000


def too_long(what: str, text: str) -> str:
    """Return what is wrong with a title or a name that is too long to be one, or "".

    >>> too_long("a title", "On moss"), too_long("a title", "x" * 30_000)
    ('', 'a title of 30,000 characters; at most 20,000 are read')
    """
    if len(text) <= MOST_CHARACTERS:
        return ""
    return f"{what} of {len(text):,} characters; at most {MOST_CHARACTERS:,} are read"


class Bound:
    """The most records that are read of a text, with so many characters for each.

    Records with a title are longer, so a file of references never reaches the limit.

    >>> from refcore.diagnostics import Location
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
        from refcore.diagnostics import Diagnostic, Severity  # which most users do not need

        message = (
            f"at most {self.most:,} records of a file of this size are read (one for each "
            f"{self.each} characters); the rest is not read"
        )
        return Diagnostic(message, location, severity=Severity.ERROR)
