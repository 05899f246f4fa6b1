"""``refcore search``: works by title."""

from __future__ import annotations

import click

from refcore.cli.exit import Exit
from refcore.cli.options import SourceOptions, log_option, source_options
from refcore.cli.terminal import say
from refcore.cli.waiting import waiting
from refcore.records.record import Record

__all__ = ["search"]

_MOST_NAMES = 3


@click.command(
    epilog="Exit code: 0 a work was found, 1 none was found, 3 a source could not be asked."
)
@click.argument("words", nargs=-1, required=True, metavar="TITLE")
@click.option("--author", default="", help="Family name of the first author.")
@source_options(snapshot=True)
@log_option
def search(words: tuple[str, ...], author: str, origins: SourceOptions) -> None:
    """Find works by TITLE, and print identifier, title, first authors and year of each.

    \b
    Examples:
      refcore search "Attention is all you need" --author Vaswani
      refcore search "MiniMax-M1: Scaling Test-Time Compute" --offline
      refcore search "Deep residual learning" --sources crossref,arxiv
    """
    with waiting("Searching") as seen:
        found = origins.sources(watch=seen.watch).search(" ".join(words), author)
    for record in found.records:
        say(_line(record))
    if not found.records:
        say(f"refcore: {found.reason or 'nothing was found'}", err=True)
        code = Exit.UNCHECKED if found.status == "unavailable" else Exit.CONTRADICTED
        click.get_current_context().exit(code)


def _line(record: Record) -> str:
    names = [name.name for name in record.author_list]
    listed = ", ".join(names[:_MOST_NAMES]) + (" et al." if len(names) > _MOST_NAMES else "")
    year = f" ({record.year})" if record.year else ""
    return f"{record.work.tagged}  {record.title}. {listed}{year}"
