"""``refcore verify``: compare the references of files with arXiv."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from refcore.cli.exit import Exit, worst
from refcore.cli.fix import fix_files
from refcore.cli.inputs import input_format
from refcore.cli.options import arxiv_options, snapshot_option
from refcore.cli.outputs import OUTPUTS, Output, Wanted
from refcore.cli.run import FileResult, Settings, read, run
from refcore.cli.terminal import counted, print_styled, progress, say
from refcore.model.library import Library
from refcore.sources.registry import label_of
from refcore.verification.case import identifiers_of
from refcore.verification.verify import sought

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
@click.option("--ids-only", is_flag=True, help="Leave out references without an identifier.")
@click.option("--lookup", is_flag=True, help="Search references without an id by their title.")
@click.option("--links", is_flag=True, help="Ask the web addresses of what no source covers.")
@click.option("--strict", is_flag=True, help="Fail also for what no source covers.")
@click.option("--fix", is_flag=True, help="Put right in .bib files what is certain, after asking.")
@click.option("--yes", is_flag=True, help="With --fix: make each change without asking.")
@click.option("--diff", is_flag=True, help="With --fix: show all changes and make none.")
@click.option(
    "--dry-run",
    is_flag=True,
    help="Print how many requests it takes, and stop; with --fix as --diff.",
)
@input_format
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
    links: bool,
    strict: bool,
    fix: bool,
    yes: bool,
    diff: bool,
    dry_run: bool,
    source_format: str | None,
    **sources: Any,
) -> None:
    """Check the references of .bib, .json and .md files, name by name.

    \b
    Examples:
      refcore verify references/minimax.md
      refcore verify --dry-run *.bib
      pbpaste | refcore verify - --from bibtex
      refcore verify --fix --diff refs.bib
      refcore verify --json refs.bib | jq '.reports[] | select(.contradicted)'
      refcore verify --offline --ids-only --quiet *.bib
    """
    _check_fix(output, fix=fix, yes=yes, shows=diff or dry_run, diff=diff)
    is_offline = sources["offline"] or os.environ.get("REFCORE_OFFLINE", "0") not in ("", "0")
    if links and is_offline:
        raise click.UsageError("--links asks the network, and offline nothing is asked")
    if links and (fix or dry_run):
        raise click.UsageError("--links goes with neither --fix nor --dry-run")
    settings = Settings(
        tuple(dict.fromkeys(str(path) for path in files)),
        sources["lock_path"],
        sources["snapshot_path"],
        # A snapshot replaces the network.
        offline=sources["offline"] or sources["snapshot_path"] is not None,
        refresh=sources["refresh"],
        ids_only=ids_only,
        lookup=lookup,
        strict=strict,
        links=links,
        source_format=source_format,
        wanted=Wanted(output or "text", quiet=quiet, verbose=verbose),
    )
    if fix:
        ctx.exit(fix_files(settings, yes=yes, only_show=diff or dry_run))
    if dry_run:
        ctx.exit(_print_plan(settings))
    with progress("Looking up") as show:
        results = run(settings, show)
    ctx.exit(_print(results, OUTPUTS[settings.wanted.output]))


def _check_fix(output: str | None, *, fix: bool, yes: bool, shows: bool, diff: bool) -> None:
    """Raise `click.UsageError` for flags of --fix that do not go together."""
    if yes and not fix:
        raise click.UsageError("--yes goes with --fix")
    if diff and not fix:
        raise click.UsageError("--diff goes with --fix")
    if yes and shows:
        raise click.UsageError("--diff and --dry-run make no change, and --yes makes all")
    if fix and output:
        raise click.UsageError(f"--fix prints what it changes, and no --{output}")


def _print(results: Sequence[FileResult], output: Output) -> Exit:
    counts: Counter[str] = Counter()
    for result in results:
        counts.update(result.counts)
        if result.failure:
            say(f"refcore: {result.failure}", err=True)
        for line in result.odd:
            print_styled(line, err=True)
    if output.is_for_programs or not all(result.failure for result in results):
        output.whole((value for result in results for value in result.values), counts)
    return worst(result.exit for result in results)


def _print_plan(settings: Settings) -> Exit:
    found = [
        read(path, ids_only=settings.ids_only, format_=settings.source_format)
        for path in settings.files
    ]
    libraries = [library for library in found if isinstance(library, Library)]
    for failure in found:
        if isinstance(failure, str):
            say(f"refcore: {failure}", err=True)
    references = [reference for library in libraries for reference in library]
    ids = [one for reference in references for one in identifiers_of(reference)[:1]]
    searches = [sought(reference) for reference in references] if settings.lookup else []
    arxiv = settings.sources()
    plan = arxiv.plan(ids, [one for one in searches if one])
    places = {
        "in the lock": plan.in_lock,
        "in the cache": plan.in_cache,
        "in the snapshot": plan.in_snapshot,
        "to fetch": plan.to_ask,
    }
    held = ", ".join(f"{len(ids)} {place}" for place, ids in places.items())
    say(f"{counted(len(references), 'reference')}, {held}")
    said = f", of these {plan.searches} searches by title" if plan.searches else ""
    say(f"requests to make: {plan.requests}{said}")
    if len(plan.by_source) > 1:
        each = ", ".join(f"{label_of(name)} {count}" for name, count in plan.by_source.items())
        say(f"of these to {each}; at the services' pace about {plan.seconds:.0f} s")
    return Exit.USAGE if len(libraries) < len(found) else Exit.CONFIRMED
