"""The loggers of refcore on the error stream."""

from __future__ import annotations

import logging
from collections.abc import Callable

from refcore.cli.terminal import say

__all__ = ["log_to_errors"]


class _Errors(logging.Handler):
    """Prints each message as one line, safe for the terminal."""

    def emit(self, record: logging.LogRecord) -> None:
        say(self.format(record), err=True)


def log_to_errors(times: int) -> Callable[[], None]:
    """Print what is logged from now on; return what ends that.

    Once shows each request, twice (`times`) each wait for a turn too.
    """
    log, handler = logging.getLogger("refcore"), _Errors()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
    before = log.level
    log.addHandler(handler)
    log.setLevel(logging.DEBUG if times > 1 else logging.INFO)

    def end() -> None:
        log.removeHandler(handler)
        log.setLevel(before)

    return end
