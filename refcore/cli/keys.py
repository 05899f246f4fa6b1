"""``refcore keys``: citation keys by a template."""

from __future__ import annotations

from pathlib import Path

import click

from refcore.cli.exit import Exit
from refcore.cli.inputs import STREAM, input_format, load_input
from refcore.cli.terminal import say
from refcore.cli.tones import print_diagnostics
from refcore.text.counts import counted

__all__ = ["keys"]


@click.command(
    epilog="Exit code: 0 every key fits or was renamed, 1 some keys would be renamed, "
    "2 wrong usage or unreadable input."
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--template",
    help="A pattern of JabRef or a formula of Better BibTeX. Default: the family name, the year "
    "and a word of the title.",
)
@click.option(
    "--umlauts",
    type=click.Choice(["u", "ue"]),
    default="u",
    show_default=True,
    help="Write ü (and ä, ö) as u or as ue.",
)
@click.option("--write", is_flag=True, help="Rename the keys in FILE, a .bib file.")
@input_format
@click.pass_context
def keys(
    ctx: click.Context,
    file: Path,
    template: str | None,
    umlauts: str,
    write: bool,
    source_format: str | None,
) -> None:
    """Print the citation keys of FILE that do not fit the template, old and new.

    --write renames them, also in the fields crossref, xdata, related and entryset; nothing else
    in the file changes. Keys that occur twice in FILE are never renamed. Change the documents
    that cite the old keys yourself.

    \b
    Examples:
      refcore keys refs.bib
      refcore keys refs.bib --template '[auth:lower][year]'
      refcore keys refs.bib --template 'auth.lower + year + title.select(1,1)'
      refcore keys refs.bib --template '[authEtAl][year]' --umlauts ue --write
    """
    from refcore.bibtex.read import bib_file_of
    from refcore.curation import make_keys
    from refcore.curation.rename import rename_keys

    library = load_input(file, source_format)
    bib = bib_file_of(library)
    if write and (bib is None or str(file) == STREAM):
        raise click.UsageError(f"--write renames keys in .bib files only, not in {file}")
    print_diagnostics(library.diagnostics)
    found = make_keys(
        library,
        template,
        # If a key occurs twice, BibTeX reads the first entry; a renaming would change which.
        keep={entry.key for entry in bib.duplicates} if bib else (),
        umlauts="ue" if umlauts == "ue" else "u",
    )
    changes = {old: new for old, new in found.items() if old != new}
    for old, new in changes.items():
        say(f"{old} -> {new}")
    if write and changes and bib is not None:
        rename_keys(bib, changes)
        print_diagnostics(bib.write(file))
    renamed = "renamed" if write else "to rename"
    say(f"{file}: {counted(len(found), 'key')}, {len(changes)} {renamed}", err=True)
    ctx.exit(Exit.CONTRADICTED if changes and not write else Exit.CONFIRMED)
