"""``refcore verify``: hold the references of files against arXiv."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from refcore.cli.exit import Exit, exit_of
from refcore.cli.options import arxiv_options, build_arxiv, snapshot_option
from refcore.cli.outputs import PRINTERS, Outcome
from refcore.cli.terminal import progress
from refcore.diagnostics import Severity
from refcore.errors import RefcoreError
from refcore.model.identifiers import ArxivId
from refcore.model.library import Library
from refcore.verification.report import Report
from refcore.verification.verify import sought, verify_libraries

if TYPE_CHECKING:
    from refcore.arxiv.lookup import Plan
    from refcore.arxiv.search import Sought

__all__ = ["verify"]


@click.command(
    epilog="Exit code: 0 all confirmed, 1 something contradicted or not found, "
    "2 usage or unreadable input, 3 something could not be checked."
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option("--json", "output", flag_value="json", help="Print one JSON document for programs.")
@click.option("--github", "output", flag_value="github", help="Print GitHub annotations.")
@click.option("--sarif", "output", flag_value="sarif", help="Print a SARIF log.")
@click.option("--quiet", "-q", is_flag=True, help="Leave out what is confirmed.")
@click.option("--verbose", "-v", is_flag=True, help="Show every difference, also of sound lists.")
@click.option("--ids-only", is_flag=True, help="Leave out references without an arXiv id.")
@click.option("--lookup", is_flag=True, help="Search references without an id by their title.")
@click.option("--dry-run", is_flag=True, help="Print how many requests it takes, and stop.")
@arxiv_options
@snapshot_option
@click.pass_context
def verify(
    ctx: click.Context,
    /,
    files: tuple[Path, ...],
    output: str | None,
    quiet: bool,
    verbose: bool,
    ids_only: bool,
    lookup: bool,
    dry_run: bool,
    **sources: Any,
) -> None:
    """Check the references of .bib, .json and .md files, name by name.

    \b
    Examples:
      refcore verify references/minimax.md
      refcore verify --dry-run *.bib
      refcore verify --json refs.bib | jq '.reports[] | select(.contradicted)'
      refcore verify --offline --ids-only --quiet *.bib
    """
    libraries, unreadable = _read(files)
    arxiv = build_arxiv(near=[str(path) for path in files], **sources)
    if ids_only:
        libraries = [_with_ids(library) for library in libraries]
    if dry_run:
        wanted = _searches(libraries) if lookup else []
        _print_plan(libraries, arxiv.plan(_ids(libraries), wanted))
        ctx.exit(Exit.USAGE if unreadable else Exit.CONFIRMED)
    with progress("Looking up") as show:
        found = verify_libraries(libraries, arxiv=arxiv, lookup=lookup, progress=show, workers=None)
    reports = [report for library in found for report in library]
    diagnostics = [finding for library in libraries for finding in library.diagnostics]
    outcome = Outcome(reports, diagnostics, quiet=quiet, verbose=verbose)
    PRINTERS[output or "text"](outcome)
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


def _with_ids(library: Library) -> Library:
    kept = [reference for reference in library if reference.arxiv_from_any]
    return Library(kept, diagnostics=library.diagnostics, claims=library.claims, path=library.path)


def _ids(libraries: list[Library]) -> list[ArxivId]:
    ids = (reference.arxiv_from_any for library in libraries for reference in library)
    return [found for found in ids if found]


def _searches(libraries: list[Library]) -> list[Sought]:
    wanted = (sought(reference) for library in libraries for reference in library)
    return [found for found in wanted if found]


def _print_plan(libraries: list[Library], plan: Plan) -> None:
    places = {
        "in the lock": plan.in_lock,
        "in the cache": plan.in_cache,
        "in the snapshot": plan.in_snapshot,
        "to ask": plan.to_ask,
    }
    held = ", ".join(f"{len(ids)} {place}" for place, ids in places.items())
    click.echo(f"{sum(map(len, libraries))} references, {held}")
    said = f", of these {plan.searches} searches by title" if plan.searches else ""
    click.echo(f"requests to make: {plan.requests}{said}")


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
