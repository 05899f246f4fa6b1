"""``refcore snapshot``: arXiv's public metadata snapshot as a local index."""

from __future__ import annotations

from pathlib import Path

import click

from refcore.cli.exit import Exit
from refcore.cli.terminal import counted, print_diagnostics, progress

__all__ = ["snapshot"]

_MB = 1 << 20


@click.group()
def snapshot() -> None:
    """Check references without a network, against arXiv's public metadata snapshot.

    \b
    Examples:
      refcore snapshot build arxiv-metadata-oai-snapshot.json --out arxiv.sqlite
      refcore verify --snapshot arxiv.sqlite refs.bib
    """


@snapshot.command(
    short_help="Build an index from the snapshot's JSON lines.",
    epilog="Exit code: 0 built, 2 not built; the previous index then stays as it was.",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out",
    "target",
    metavar="DB",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Index to write. Default: FILE with the suffix .sqlite.",
)
@click.option(
    "--show",
    "most",
    default=20,
    show_default=True,
    type=click.IntRange(min=0),
    help="How many of the lines that cannot be read are named.",
)
@click.pass_context
def build(ctx: click.Context, file: Path, target: Path | None, most: int) -> None:
    """Build a local index from FILE, the snapshot's JSON lines, plain or gzip.

    Lines that give no record are named and passed over. The index takes the
    place of an earlier one only when it is whole.

    \b
    Examples:
      refcore snapshot build arxiv-metadata-oai-snapshot.json
      refcore snapshot build snapshot.json.gz --out arxiv.sqlite
    """
    from refcore.snapshot import build as build_index

    with progress("Building (MB)") as show:
        built = build_index(
            file,
            target,
            progress=show and (lambda done, total: show(done // _MB, max(1, total // _MB))),
            most_diagnostics=most,
        )
    print_diagnostics(list(built.diagnostics))
    unnamed = built.bad_lines - len(built.diagnostics)
    if unnamed:
        click.echo(f"refcore: {unnamed} more such lines", err=True)
    size = built.path.stat().st_size / _MB
    papers, lines = counted(built.papers, "paper"), counted(built.bad_lines, "line")
    until = f" until {built.newest}" if built.newest else ""
    click.echo(f"{built.path}: {papers}{until}, {size:.1f} MB; {lines} passed over")
    ctx.exit(Exit.CONFIRMED)
