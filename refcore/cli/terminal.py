"""What stands only at a terminal: colour and progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from refcore.diagnostics import Diagnostic, Severity
from refcore.verification.text import Line, Tone

__all__ = ["diagnostic_lines", "print_diagnostics", "progress", "styled"]

_COLOURS: dict[Tone, dict[str, Any]] = {
    Tone.GOOD: {"fg": "green"},
    Tone.BAD: {"fg": "red", "bold": True},
    Tone.UNSURE: {"fg": "yellow"},
    Tone.QUIET: {"dim": True},
    Tone.STRONG: {"bold": True},
}
_SEVERITIES = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def styled(line: Line) -> str:
    """Give a line of toned spans as text; printing drops the colour away from a terminal."""
    return "".join(click.style(span.text, **_COLOURS.get(span.tone, {})) for span in line)


def diagnostic_lines(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Give what was odd in an input as lines, notes left out."""
    return [
        f"{click.style(str(finding.severity), fg=_SEVERITIES[finding.severity])}: {finding}"
        for finding in diagnostics
        if finding.severity in _SEVERITIES
    ]


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print what was odd in an input to the error stream, notes left out."""
    for line in diagnostic_lines(diagnostics):
        click.echo(line, err=True)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give a function that shows how far a long run is, or None away from a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
