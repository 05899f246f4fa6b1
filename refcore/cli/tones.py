"""Reports and findings as lines in colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from refcore.cli.terminal import print_styled, toned
from refcore.diagnostics import Diagnostic, Severity
from refcore.verification.text import Line
from refcore.verification.verdict import Tone

__all__ = ["diagnostic_lines", "print_diagnostics", "styled"]

_COLOURS: dict[Tone, dict[str, Any]] = {
    Tone.GOOD: {"fg": "green"},
    Tone.BAD: {"fg": "red", "bold": True},
    # Yellow and dim text cannot be read on a light ground.
    Tone.UNSURE: {"fg": "magenta"},
    Tone.STRONG: {"bold": True},
}
_SEVERITIES = {Severity.ERROR: "red", Severity.WARNING: "magenta"}


def styled(line: Line) -> str:
    """Return a line of toned spans as text; printing drops the colour away from a terminal."""
    return "".join(toned(span.text, **_COLOURS.get(span.tone, {})) for span in line)


def diagnostic_lines(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return what was odd in an input as lines, notes left out."""
    return [
        toned(str(finding.severity), fg=_SEVERITIES[finding.severity]) + toned(f": {finding}")
        for finding in diagnostics
        if finding.severity in _SEVERITIES
    ]


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print what was odd in an input to the error stream, notes left out."""
    for line in diagnostic_lines(diagnostics):
        print_styled(line, err=True)
