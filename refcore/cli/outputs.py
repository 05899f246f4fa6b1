"""The ways in which the outcome of a verification is printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

import attrs
import click

import refcore
from refcore.cli.terminal import print_diagnostics, print_lines
from refcore.diagnostics import Diagnostic
from refcore.verification.annotations import github, sarif
from refcore.verification.report import Report
from refcore.verification.text import has_nothing_to_check, is_sound, lines, short, summary

__all__ = ["PRINTERS", "Outcome"]


@attrs.frozen
class Outcome:
    """What a run found, and how much of it is wanted."""

    reports: Sequence[Report]
    diagnostics: Sequence[Diagnostic]
    quiet: bool = False
    verbose: bool = False


def _text(outcome: Outcome) -> None:
    print_diagnostics(outcome.diagnostics)
    for report in outcome.reports:
        if outcome.quiet and has_nothing_to_check(report):
            continue
        if outcome.verbose or not is_sound(report):
            print_lines(lines(report))
        elif not outcome.quiet:
            print_lines([short(report)])
    print_lines([summary(outcome.reports)])


def _json(outcome: Outcome) -> None:
    document = {
        "version": 1,
        "reports": [report.to_dict() for report in outcome.reports],
        "diagnostics": [diagnostic.to_dict() for diagnostic in outcome.diagnostics],
    }
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))


def _github(outcome: Outcome) -> None:
    for line in github(outcome.reports, outcome.diagnostics):
        click.echo(line)


def _sarif(outcome: Outcome) -> None:
    log = sarif(outcome.reports, refcore.__version__)
    click.echo(json.dumps(log, indent=2, ensure_ascii=False))


PRINTERS: Mapping[str, Callable[[Outcome], None]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
