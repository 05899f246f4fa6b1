"""``refcore convert``: references from one format to another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from refcore.cli.choices import FormatName
from refcore.cli.inputs import input_format, load_input, output_format, write_output
from refcore.cli.options import writing_options
from refcore.cli.overwriting import force_option, refuse_overwriting
from refcore.cli.terminal import say
from refcore.cli.tones import print_diagnostics
from refcore.formats.registry import writable
from refcore.text.counts import counted

__all__ = ["convert"]

SHOWN = 10
WRITTEN = ", ".join(writable())


@click.command(epilog="Exit code: 0 converted, 2 wrong usage or unreadable input.")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="[OUT]", required=False, type=click.Path(path_type=Path))
@input_format
@click.option(
    "--to",
    "target_format",
    type=FormatName(written=True),
    metavar="FORMAT",
    help=f"Format of OUT: {WRITTEN}. Default: by its suffix.",
)
@click.option(
    "--losses",
    "all_losses",
    is_flag=True,
    help="List everything that OUT cannot represent, and the notes on IN.",
)
@writing_options
@force_option
def convert(
    source: Path,
    target: Path | None,
    source_format: str | None,
    target_format: str | None,
    all_losses: bool,
    ascii_: bool,
    authors: int | str | None,
    force: bool,
) -> None:
    """Convert the references of IN to the format of OUT, and report what is lost.

    '-' is the standard input or output, and --to without OUT writes to the standard output. An
    existing OUT is overwritten only with --force.

    \b
    Examples:
      refcore convert refs.bib refs.json
      refcore convert refs.bib --to ris
      refcore convert notes.md refs.bib --to biblatex
      refcore convert refs.bib refs.yml --losses
      refcore convert refs.json refs.bib --ascii --authors 10
      curl example.org/refs.ris | refcore convert - - --from ris --to bibtex
    """
    from refcore.formats import losses

    if target is None:
        if target_format is None:
            raise click.UsageError("name the file OUT, or the format with --to")
        target = Path("-")
    chosen = output_format(target, target_format)
    refuse_overwriting(target, force=force)
    library = load_input(source, source_format)
    print_diagnostics(library.diagnostics, notes=all_losses)
    options: dict[str, Any] = {"ascii": True} if ascii_ else {}
    lost = losses(library, chosen, **options)
    if authors is not None:  # cutting the names was asked for, so it is not a loss
        options["authors"] = authors
    print_diagnostics(write_output(library, target, chosen, **options))
    shown = lost if all_losses else lost[:SHOWN]
    print_diagnostics(shown)
    if more := len(lost) - len(shown):
        say(f"{more} more loss{'es' * (more != 1)}; --losses prints all", err=True)
    say(f"{target}: {counted(len(library), 'reference')}", err=True)
