"""``refcore verify``: hold the references of files against arXiv."""

from __future__ import annotations

import json
from pathlib import Path

import click

from refcore.cli.exit import Exit, exit_of
from refcore.cli.options import arxiv_options, build_arxiv
from refcore.cli.terminal import print_diagnostics, print_lines, progress
from refcore.diagnostics import Severity
from refcore.errors import RefcoreError
from refcore.model.library import Library
from refcore.verification.report import Report
from refcore.verification.text import lines, summary
from refcore.verification.verify import verify as verify_library

__all__ = ["verify"]


@click.command(
    epilog="Exit code: 0 all confirmed, 1 something contradicted or not found, "
    "2 usage or unreadable input, 3 something could not be checked."
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document for programs.")
@click.option("--quiet", "-q", is_flag=True, help="Leave out what is confirmed.")
@click.option("--ids-only", is_flag=True, help="Leave out references without an arXiv id.")
@arxiv_options
@click.pass_context
def verify(
    ctx: click.Context,
    files: tuple[Path, ...],
    as_json: bool,
    quiet: bool,
    ids_only: bool,
    lock_path: Path | None,
    offline: bool,
    refresh: bool,
) -> None:
    """Check the references of .bib, .json and .md files, name by name.

    \b
    Examples:
      refcore verify references/minimax.md
      refcore verify --json refs.bib | jq '.reports[] | select(.contradicted)'
      refcore verify --offline --ids-only *.bib
    """
    libraries, unreadable = _read(files)
    arxiv = build_arxiv(lock_path, offline, refresh, [str(path) for path in files])
    reports: list[Report] = []
    for library in libraries:
        with progress("Looking up") as show:
            found = verify_library(library, arxiv=arxiv, progress=show)
        reports += [report for report in found if not ids_only or report.reference.arxiv_from_any]
    if as_json:
        _print_json(libraries, reports)
    else:
        _print_text(libraries, reports, quiet)
    ctx.exit(_exit(libraries, reports, unreadable))


def _read(files: tuple[Path, ...]) -> tuple[list[Library], bool]:
    from refcore.formats import load

    libraries, unreadable = [], False
    for path in files:
        try:
            libraries.append(load(path))
        except (RefcoreError, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            text = reason if str(path) in reason else f"{path}: {reason}"
            click.echo(f"refcore: {text}", err=True)
            unreadable = True
    return libraries, unreadable


def _print_text(libraries: list[Library], reports: list[Report], quiet: bool) -> None:
    for library in libraries:
        print_diagnostics(library.diagnostics)
    for report in reports:
        if quiet and not report.is_contradicted and not report.is_unchecked:
            continue
        print_lines(lines(report))
    print_lines([summary(reports)])


def _print_json(libraries: list[Library], reports: list[Report]) -> None:
    document = {
        "version": 1,
        "reports": [report.to_dict() for report in reports],
        "diagnostics": [
            diagnostic.to_dict() for library in libraries for diagnostic in library.diagnostics
        ],
    }
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))


def _exit(libraries: list[Library], reports: list[Report], unreadable: bool) -> Exit:
    if unreadable:
        return Exit.USAGE
    code = exit_of(reports)
    lost = any(
        diagnostic.severity is Severity.ERROR
        for library in libraries
        for diagnostic in library.diagnostics
    )
    return Exit.UNCHECKED if code is Exit.CONFIRMED and lost else code
