"""Reports and findings as lines in colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from refcore.cli.terminal import print_styled, toned
from refcore.diagnostics import Diagnostic, Severity
from refcore.verification.layout import wrapped
from refcore.verification.spans import Line, Span, Tone

__all__ = ["diagnostic_lines", "print_diagnostics", "styled"]

_COLOURS: dict[Tone, dict[str, Any]] = {
    Tone.GOOD: {"fg": "green"},
    Tone.BAD: {"fg": "red", "bold": True},
    # Yellow and dim text is illegible on a light background.
    Tone.UNSURE: {"fg": "magenta"},
    Tone.STRONG: {"bold": True},
}
_SEVERITIES = {
    Severity.ERROR: Tone.BAD,
    Severity.WARNING: Tone.UNSURE,
    Severity.NOTE: Tone.PLAIN,
}


def styled(line: Line) -> str:
    """Return a line of toned spans as text; printing drops the colour away from a terminal."""
    return "".join(toned(span.text, **_COLOURS.get(span.tone, {})) for span in line)


def diagnostic_lines(
    diagnostics: Iterable[Diagnostic],
    *,
    width: int | None = None,
    most: int | None = None,
    notes: bool = False,
) -> list[str]:
    """Return what was odd in an input as lines, and the notes if they are asked for.

    Lines are broken at `width`. Of more than `most`, errors are shown first, and the others
    are counted.
    """
    odd = [finding for finding in diagnostics if notes or finding.severity is not Severity.NOTE]
    shown = odd
    if most is not None and len(odd) > most:
        worst = sorted(odd, key=lambda finding: finding.severity is not Severity.ERROR)[:most]
        kept = set(map(id, worst))
        shown = [finding for finding in odd if id(finding) in kept]
    found = [
        [Span(str(finding.severity), _SEVERITIES[finding.severity]), Span(f": {finding}")]
        for finding in shown
    ]
    if left := len(odd) - len(shown):
        found.append([Span(f"{left} more such lines of {odd[0].location.path} (--full shows all)")])
    if width is not None:
        found = wrapped(found, width)
    return [styled(line) for line in found]


def print_diagnostics(diagnostics: Iterable[Diagnostic], *, notes: bool = False) -> None:
    """Print what was odd in an input to the error stream, and the notes if they are asked for."""
    for line in diagnostic_lines(diagnostics, notes=notes):
        print_styled(line, err=True)
