"""``refcore convert``: references from one format to another."""

from __future__ import annotations

from pathlib import Path

import click

from refcore.cli.options import writing_options
from refcore.cli.terminal import print_diagnostics

__all__ = ["convert"]


@click.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--from", "source_format", help="Format of IN; else told by its suffix.")
@click.option("--to", "target_format", help="Format of OUT; else told by its suffix.")
@writing_options
def convert(
    source: Path,
    target: Path,
    source_format: str | None,
    target_format: str | None,
    ascii_: bool,
    authors: int | str | None,
) -> None:
    """Read the references of IN and write them to OUT.

    \b
    Examples:
      refcore convert refs.bib refs.json
      refcore convert notes.md refs.bib --to biblatex
      refcore convert refs.json refs.bib --ascii --authors 10
    """
    from refcore.formats import dump, load

    library = load(source, source_format)
    print_diagnostics(library.diagnostics)
    options = {"ascii": True} if ascii_ else {}
    if authors is not None:
        options["authors"] = authors  # type: ignore[assignment]
    dump(library, target, target_format, **options)
    click.echo(f"{target}: {len(library)} references", err=True)
