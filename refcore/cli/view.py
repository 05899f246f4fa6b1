"""What of a verification is shown."""

from __future__ import annotations

import attrs

__all__ = ["View"]

_FEW, _FEW_ODD = 6, 20


@attrs.frozen
class View:
    """The options that decide what is shown, as plain values that can be sent to a process.

    `quiet` leaves out what is confirmed, `verbose` shows every difference. `strict` says that
    the run fails also for what no source covers. `full` shows a list's trouble whole,
    `worst_first` what is wrong at the top. `width` is that of the terminal in columns; None
    leaves lines as long as they are. `docs_url` is where help links lead.
    """

    quiet: bool = False
    verbose: bool = False
    strict: bool = False
    full: bool = False
    worst_first: bool = False
    width: int | None = None
    docs_url: str = ""

    @property
    def most(self) -> int | None:
        """How many differences of one list are shown one by one, None for all."""
        return None if self.full or self.verbose else _FEW

    @property
    def most_odd(self) -> int | None:
        """How many findings of reading one file are shown, None for all."""
        return None if self.full or self.verbose else _FEW_ODD
