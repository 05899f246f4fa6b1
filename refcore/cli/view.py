"""What of a verification is shown."""

from __future__ import annotations

import attrs

__all__ = ["View"]


@attrs.frozen
class View:
    """The options that decide what is shown, as plain values that can be sent to a process.

    `quiet` leaves out what is confirmed, `verbose` shows every difference. `strict` says that
    the run fails also for what no source covers.
    """

    quiet: bool = False
    verbose: bool = False
    strict: bool = False
