"""What stands only at a terminal: colour and progress."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from refcore.diagnostics import Diagnostic, Severity
from refcore.verification.text import Line, Tone

__all__ = ["counted", "diagnostic_lines", "print_diagnostics", "progress", "styled", "wants_colour"]

_COLOURS: dict[Tone, dict[str, Any]] = {
    Tone.GOOD: {"fg": "green"},
    Tone.BAD: {"fg": "red", "bold": True},
    Tone.UNSURE: {"fg": "yellow"},
    Tone.QUIET: {"dim": True},
    Tone.STRONG: {"bold": True},
}
_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SEVERITIES = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def styled(line: Line) -> str:
    """Give a line of toned spans as text; printing drops the colour away from a terminal."""
    return "".join(_toned(span.text, _COLOURS.get(span.tone, {})) for span in line)


def _toned(text: str, colour: dict[str, Any]) -> str:
    # What a file says must not steer the terminal.
    text = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
    return click.style(text, **colour) if colour and wants_colour(os.environ) else text


def wants_colour(environ: Mapping[str, str]) -> bool:
    """Tell whether a terminal may be given colour at all.

    Source: no-color.org, and the terminals that understand no escapes.

    >>> wants_colour({"NO_COLOR": "1"}), wants_colour({"TERM": "dumb"}), wants_colour({})
    (False, False, True)
    """
    return not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def counted(number: int, word: str) -> str:
    """Give a number and what it counts, in the plural where there is not one.

    >>> counted(1, "line"), counted(0, "line")
    ('1 line', '0 lines')
    """
    return f"{number} {word}" + ("" if number == 1 else "s")


def diagnostic_lines(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Give what was odd in an input as lines, notes left out."""
    return [
        _toned(str(finding.severity), {"fg": _SEVERITIES[finding.severity]})
        + _toned(f": {finding}", {})
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
