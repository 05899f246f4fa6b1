"""``refcore update``: what records add to the entries of a .bib file."""

from __future__ import annotations

from pathlib import Path

import click

from refcore.cli.exit import Exit
from refcore.cli.fix import Answers, NobodyAnswersError, Offers, ask, write_library
from refcore.cli.options import arxiv_options, build_arxiv
from refcore.cli.run import read
from refcore.cli.terminal import print_diagnostics, progress, say
from refcore.verification.case import identifiers_of
from refcore.verification.update import updates
from refcore.verification.verify import verify

__all__ = ["update"]

_NOBODY = (
    "refcore: each change is asked for, but nobody answers here: "
    "add --yes to make all changes, or --diff to see them"
)


@click.command(
    epilog="Exit code: 0 all records were fetched, 2 usage or a file that cannot be read, "
    "3 something could not be looked up."
)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Make each change without asking.")
@click.option("--diff", is_flag=True, help="Show all changes and make none.")
@arxiv_options
@click.pass_context
def update(
    ctx: click.Context,
    /,
    path: Path,
    yes: bool,
    diff: bool,
    lock_path: Path | None,
    offline: bool,
    refresh: bool,
) -> None:
    """Add to the entries of FILE what their records know.

    A preprint becomes the article that it was published as, and keeps its arXiv id. A missing
    DOI, volume, number or pages are added. Each change is shown first; only entries that
    their record confirms are changed, and names and titles stay as they are.

    \b
    Examples:
      refcore update --diff refs.bib
      refcore update --yes refs.bib
    """
    if yes and diff:
        raise click.UsageError("--diff makes no change, and --yes makes all")
    library = read(str(path))
    if isinstance(library, str) or path.suffix.lower() != ".bib":
        said = library if isinstance(library, str) else f"{path}: only .bib files can be updated"
        say(f"refcore: {said}", err=True)
        ctx.exit(Exit.USAGE)
    print_diagnostics(library.diagnostics)
    sources = build_arxiv(lock_path, offline, refresh, near=[str(path)])
    with progress("Looking up") as show:
        reports = verify(library, arxiv=sources, progress=show)
    found = updates(reports, sources)
    try:
        wanted = Offers(str(path), library).wanted(
            [(None, fix) for fix in found.fixes], Answers(ask, all=yes), only_show=diff
        )
    except NobodyAnswersError:
        say(_NOBODY, err=True)
        ctx.exit(Exit.USAGE)
    if not diff:
        for fix in wanted:
            library.replace(fix.after)
        if wanted and not write_library(library, str(path)):
            ctx.exit(Exit.USAGE)
    made = f"{0 if diff else len(wanted)} of {len(found.fixes)} updates made"
    say(f"{path}: {made if found.fixes else 'nothing to update'}")
    missing = [one for one in reports if one.record is None and identifiers_of(one.reference)]
    for report in missing:
        say(f"refcore: {report.reference.key}: {report.reason}", err=True)
    for words in found.left:
        say(f"refcore: {words}", err=True)
    ctx.exit(Exit.UNCHECKED if missing or not found.is_whole else Exit.CONFIRMED)
