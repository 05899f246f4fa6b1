"""What became of works that a command prints or adds: retracted, withdrawn, corrected."""

from __future__ import annotations

from collections.abc import Iterable

from refcore.cli.terminal import say
from refcore.records.lookup import Lookup

__all__ = ["say_notices"]


def say_notices(found: Iterable[Lookup]) -> None:
    """Print on the standard error what the records say of the state of their works."""
    from refcore.verification.paper import notice_findings

    for lookup in found:
        for finding in notice_findings(lookup.record.notices if lookup.record else ()):
            say(f"refcore: {lookup.id.tagged}: {finding.rule}", err=True)
