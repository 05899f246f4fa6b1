"""``refcore snapshot``: the dumps of many sources as one local index."""

from __future__ import annotations

from pathlib import Path

import click

from refcore.cli.exit import Exit
from refcore.cli.options import dumps_argument
from refcore.cli.terminal import say
from refcore.cli.tones import print_diagnostics
from refcore.cli.waiting import waiting
from refcore.text.counts import counted

__all__ = ["snapshot"]

_MB = 1 << 20


@click.group()
def snapshot() -> None:
    """Build a local index from the dumps of arXiv, dblp and others, to check references offline.

    \b
    Examples:
      refcore snapshot build arxiv-metadata-oai-snapshot.json --out arxiv.sqlite
      refcore snapshot build arxiv.json retraction_watch.csv --out all.sqlite
      refcore verify --snapshot papers.sqlite refs.bib
    """


@snapshot.command(
    short_help="Build an index from one dump or several.",
    epilog="Exit code: 0 built, 2 not built; the previous index then does not change.",
)
@dumps_argument
@click.option(
    "-o",
    "--output",
    "--out",
    "target",
    metavar="DB",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Index to write. Default: the first FILE with the suffix .sqlite.",
)
@click.option(
    "--show",
    "most",
    default=20,
    show_default=True,
    metavar="N",
    type=click.IntRange(min=0),
    help="Report at most this many unreadable lines.",
)
@click.pass_context
def build(ctx: click.Context, files: tuple[Path, ...], target: Path | None, most: int) -> None:
    """Build one local index from all FILEs, which may be compressed with gzip.

    A FILE is arXiv's metadata snapshot (JSON lines), dblp.xml, XML of the ACL Anthology,
    Crossref's public data file (a folder or a tar archive), Retraction Watch's CSV, or JSON
    lines with one reference each. refcore finds out from the content which one it is.

    Lines that hold no record are reported and skipped. The new index replaces an earlier one
    only when it is complete.

    \b
    Examples:
      refcore snapshot build arxiv-metadata-oai-snapshot.json
      refcore snapshot build dblp.xml.gz acl-anthology/xml --out papers.sqlite
    """
    from refcore.index import build as build_index

    if str(target) == "-":
        raise click.UsageError("--out needs the name of a file, not '-': an index is a database")

    with waiting("Building (MB)") as seen:
        built = build_index(
            list(files),
            target,
            progress=lambda done, total: seen.progress(done // _MB, max(1, total // _MB)),
            most_diagnostics=most,
        )
    print_diagnostics(list(built.diagnostics))
    unnamed = built.bad_lines - len(built.diagnostics)
    if unnamed:
        say(f"refcore: {unnamed} more such lines", err=True)
    size = built.path.stat().st_size / _MB
    works, lines = counted(built.works, "work"), counted(built.bad_lines, "line")
    notices = f", {counted(built.notices, 'notice')}" if built.notices else ""
    until = f" until {built.newest}" if built.newest else ""
    held = f"{works}{notices}{until}, {size:.1f} MB"
    say(f"{built.path}: {held}; {lines} skipped")
    ctx.exit(Exit.CONFIRMED)
