"""``refcore update``: what records add to the entries of a .bib file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from refcore.cli.exit import Exit
from refcore.cli.fix import Answers, NobodyAnswersError, Offers, ask, write_library
from refcore.cli.inputs import STREAM, edit_stdin
from refcore.cli.options import SourceOptions, log_option, source_options
from refcore.cli.run import read
from refcore.cli.terminal import say
from refcore.cli.tones import print_diagnostics
from refcore.cli.waiting import waiting
from refcore.model.library import Library
from refcore.records.sources import Sources
from refcore.verification.case import identifiers_of
from refcore.verification.report import Report
from refcore.verification.update import updates
from refcore.verification.verify import verify_libraries

__all__ = ["update"]

_NOBODY = (
    "refcore: update asks before each change, but the input is not a terminal: "
    "add --yes to make all changes, or --diff to see them"
)


@click.command(
    epilog="Exit code: 0 all records were fetched, 2 wrong usage or an unreadable file, "
    "3 something could not be looked up."
)
@click.argument(
    "paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--yes", is_flag=True, help="Make all changes without asking.")
@click.option("--diff", is_flag=True, help="Show the changes, make none.")
@click.option(
    "--lookup",
    is_flag=True,
    help="Search for entries without an identifier by title; a local index is always searched.",
)
@source_options
@log_option
@click.pass_context
def update(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    yes: bool,
    diff: bool,
    lookup: bool,
    origins: SourceOptions,
) -> None:
    """Add what is missing to the entries of each FILE, from their records.

    An entry of a preprint that was published becomes an entry of the article and keeps its
    arXiv id. A missing DOI, volume, number or page range is added. Each change is shown first.
    Only entries that their record confirms are changed; names and titles never change. '-'
    reads the standard input and writes to the standard output.

    \b
    Examples:
      refcore update --diff refs.bib
      refcore update --yes refs.bib chapters/*.bib
      refcore update --diff --lookup refs.bib
      refcore update --diff --offline refs.bib
    """
    if yes and diff:
        raise click.UsageError("--diff and --yes exclude each other: --diff makes no change")
    # Searching an index sends no request.
    wanted = _Wanted(yes, diff, lookup or origins.snapshot_path is not None)
    if str(paths[0]) == STREAM and len(paths) == 1:

        def edit(path: Path, name: str) -> Exit:
            return _update_all({path: name}, origins, wanted)

        ctx.exit(edit_stdin(edit, only_shows=diff))
    ctx.exit(_update_all({path: str(path) for path in paths}, origins, wanted))


class _Wanted(NamedTuple):
    """Whether to ask nobody, to change nothing, and to search titles."""

    yes: bool
    only_show: bool
    lookup: bool


class _File(NamedTuple):
    """A .bib file: its path, the name under which it is shown, and its references."""

    path: Path
    name: str
    library: Library


def _update_all(names: Mapping[Path, str], origins: SourceOptions, wanted: _Wanted) -> Exit:
    """Update the file at each path, which is shown under its name."""
    files = [file for path, name in names.items() if (file := _read(path, name)) is not None]
    exits = [Exit.USAGE] if len(files) < len(names) else []
    with waiting("Looking up", " ".join(list(names.values())[:1])) as seen:
        sources = origins.sources([str(file.path) for file in files], seen.watch)
        reports = verify_libraries(
            [file.library for file in files],
            arxiv=sources,
            lookup=wanted.lookup,
            progress=seen.progress,
        )
    answers = Answers(ask, all=wanted.yes)
    for file, found in zip(files, reports, strict=True):
        exits.append(_update(file, found, sources, answers, only_show=wanted.only_show))
        if exits[-1] is Exit.USAGE:
            break
    order = (Exit.USAGE, Exit.UNCHECKED)
    return next((code for code in order if code in exits), Exit.CONFIRMED)


def _read(path: Path, name: str) -> _File | None:
    """Read a .bib file; say why where that cannot be."""
    library = read(str(path), name=name)
    if isinstance(library, str) or path.suffix.lower() != ".bib":
        said = library if isinstance(library, str) else f"{name}: only .bib files can be updated"
        say(f"refcore: {said}", err=True)
        return None
    print_diagnostics(library.diagnostics)
    return _File(path, name, library)


def _update(
    file: _File, reports: Sequence[Report], sources: Sources, answers: Answers, *, only_show: bool
) -> Exit:
    """Offer the changes of one file, and write those that are wanted."""
    found = updates(reports, sources)
    try:
        offers = Offers(file.name, file.library)
        wanted = offers.wanted([(None, fix) for fix in found.fixes], answers, only_show=only_show)
    except NobodyAnswersError:
        say(_NOBODY, err=True)
        return Exit.USAGE
    made = [] if only_show else wanted
    for fix in made:
        file.library.replace(fix.after)
    if made and not write_library(file.library, str(file.path)):
        return Exit.USAGE
    count = len(found.fixes)
    done = f"{len(made)} of {count} updates made"
    if only_show:
        done = f"{count} {'update' if count == 1 else 'updates'} offered, none made"
    say(f"{file.name}: {done if count else 'nothing to update'}")
    missing = [one for one in reports if one.record is None and identifiers_of(one.reference)]
    for words in [*(f"{one.reference.key}: {one.reason}" for one in missing), *found.left]:
        say(f"refcore: {words}", err=True)
    return Exit.UNCHECKED if missing or not found.is_whole else Exit.CONFIRMED
