"""``refcore search``: works by title."""

from __future__ import annotations

from pathlib import Path

import click

from refcore.cli.exit import Exit
from refcore.cli.options import arxiv_options, build_arxiv, snapshot_option
from refcore.cli.terminal import progress, say
from refcore.records.record import Record

__all__ = ["search"]

_MOST_NAMES = 3


@click.command(
    epilog="Exit code: 0 something was found, 1 nothing was, 3 a source could not be asked."
)
@click.argument("title")
@click.option("--author", default="", help="Family name of the first author.")
@arxiv_options
@snapshot_option
def search(
    title: str,
    author: str,
    lock_path: Path | None,
    offline: bool,
    refresh: bool,
    snapshot_path: Path | None,
) -> None:
    """Print the works that may have a TITLE: identifier, title, first authors, year.

    \b
    Examples:
      refcore search "Attention is all you need" --author Vaswani
    """
    sources = build_arxiv(lock_path, offline, refresh, snapshot_path=snapshot_path)
    with progress("Searching"):
        found = sources.search(title, author)
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
