"""The ways in which a verification is printed.

Each way turns the reports of one file into plain values, which is done where
the file is verified, and prints the values of all files at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

import refcore
from refcore.cli.settings import Settings
from refcore.cli.terminal import print_json, print_styled, say, styled
from refcore.diagnostics import Diagnostic
from refcore.verification.annotations import github, sarif, sarif_results
from refcore.verification.report import Report
from refcore.verification.text import has_nothing_to_check, is_sound, lines, short, summary

__all__ = ["OUTPUTS", "Output"]


@attrs.frozen
class Output:
    """One way to print: `file` makes plain values, `whole` prints those of all files.

    Output for programs is printed even if no file could be read.
    """

    file: Callable[[Sequence[Report], Sequence[Diagnostic], Settings], list[Any]]
    whole: Callable[[Iterable[Any], Mapping[str, int]], None]
    is_for_programs: bool = True


def _text_of_file(
    reports: Sequence[Report], _: Sequence[Diagnostic], settings: Settings
) -> list[str]:
    found = []
    for report in reports:
        if settings.quiet and has_nothing_to_check(report):
            continue
        if settings.verbose or not is_sound(report):
            found += [styled(line) for line in lines(report)]
        elif not settings.quiet:
            found.append(styled(short(report)))
    return found


def _print_text(values: Iterable[str], counts: Mapping[str, int]) -> None:
    for line in values:
        print_styled(line)
    print_styled(styled(summary(counts)))


def _json_of_file(
    reports: Sequence[Report], diagnostics: Sequence[Diagnostic], _: Settings
) -> list[tuple[str, dict[str, Any]]]:
    found = [("reports", report.to_dict()) for report in reports]
    return found + [("diagnostics", diagnostic.to_dict()) for diagnostic in diagnostics]


def _print_json(values: Iterable[tuple[str, dict[str, Any]]], _: Mapping[str, int]) -> None:
    document: dict[str, Any] = {"version": 1, "reports": [], "diagnostics": []}
    for name, value in values:
        document[name].append(value)
    print_json(document)


def _github_of_file(
    reports: Sequence[Report], diagnostics: Sequence[Diagnostic], _: Settings
) -> list[str]:
    return github(reports, diagnostics)


def _print_lines(values: Iterable[str], _: Mapping[str, int]) -> None:
    for line in values:
        say(line)


def _sarif_of_file(
    reports: Sequence[Report], diagnostics: Sequence[Diagnostic], _: Settings
) -> list[dict[str, Any]]:
    return sarif_results(reports, diagnostics)


def _print_sarif(values: Iterable[dict[str, Any]], _: Mapping[str, int]) -> None:
    log = sarif(list(values), refcore.__version__)
    print_json(log)


OUTPUTS: Mapping[str, Output] = {
    "text": Output(_text_of_file, _print_text, is_for_programs=False),
    "json": Output(_json_of_file, _print_json),
    "github": Output(_github_of_file, _print_lines),
    "sarif": Output(_sarif_of_file, _print_sarif),
}
