"""Messages on works that a command prints or adds: retracted, corrected, not fetched."""

from __future__ import annotations

from collections.abc import Iterable

from refcore.cli.exit import Exit
from refcore.cli.terminal import say
from refcore.records.lookup import Lookup, LookupStatus

__all__ = ["say_missing", "say_notices"]

_WRONG = (LookupStatus.NOT_FOUND, LookupStatus.INVALID)


def say_notices(found: Iterable[Lookup]) -> None:
    """Print on the standard error what the records say of the state of their works."""
    from refcore.verification.paper import notice_findings

    for lookup in found:
        for finding in notice_findings(lookup.record.notices if lookup.record else ()):
            say(f"refcore: {lookup.id.tagged}: {finding.rule}", err=True)


def say_missing(found: Iterable[Lookup]) -> Exit:
    """Print on the standard error why records are missing; return the exit code of the command.

    An id that does not exist goes before a service that could not be asked.
    """
    missing = [lookup for lookup in found if lookup.record is None]
    for lookup in missing:
        say(f"refcore: {lookup.id.tagged}: {lookup.reason}", err=True)
    if any(lookup.status in _WRONG for lookup in missing):
        return Exit.CONTRADICTED
    return Exit.UNCHECKED if missing else Exit.CONFIRMED
