"""``refcore keys``: citation keys by a template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from refcore.cli.exit import Exit
from refcore.cli.terminal import print_diagnostics, say

if TYPE_CHECKING:
    from refcore.model.library import Library

__all__ = ["keys"]


@click.command(
    epilog="Exit code: 0 every key fits or was renamed, 1 some would be renamed, "
    "2 usage or unreadable input."
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--template",
    help="A pattern as JabRef has it, or a formula as Better BibTeX has it; without it keys are "
    "made of family name, year and title, as refcore makes them everywhere.",
)
@click.option(
    "--umlauts",
    type=click.Choice(["u", "ue"]),
    default="u",
    show_default=True,
    help="How ü (and ä, ö) is written.",
)
@click.option("--write", is_flag=True, help="Rename the keys in FILE, a .bib file.")
@click.pass_context
def keys(ctx: click.Context, file: Path, template: str | None, umlauts: str, write: bool) -> None:
    """Print which citation keys of FILE would change, old and new.

    Keys that fit already stay, and those that FILE holds twice.
    With --write the keys are renamed, also in crossref, xdata, related and
    entryset; nothing else of the file changes. Documents that cite the old
    keys have to be changed as well.

    \b
    Examples:
      refcore keys refs.bib
      refcore keys refs.bib --template '[auth:lower][year]'
      refcore keys refs.bib --template 'auth.lower + year + title.skipwords.select(1,1)'
      refcore keys refs.bib --template '[authEtAl][shortyear]' --umlauts ue --write
    """
    from refcore.curation import make_keys
    from refcore.formats import load
    from refcore.formats.registry import format_of_path

    is_bib = format_of_path(str(file)).name in ("bibtex", "biblatex")
    if write and not is_bib:
        raise click.UsageError(f"--write renames keys in .bib files only, not in {file}")
    library = load(file)
    print_diagnostics(library.diagnostics)
    found = make_keys(
        library,
        template,
        keep=_keys_held_twice(file) if is_bib else (),
        umlauts="ue" if umlauts == "ue" else "u",
    )
    changes = {old: new for old, new in found.items() if old != new}
    for old, new in changes.items():
        say(f"{old} -> {new}")
    if write and changes:
        _rename(file, changes, library)
    renamed = "renamed" if write else "to rename"
    say(f"{file}: {len(found)} key{'s' * (len(found) != 1)}, {len(changes)} {renamed}", err=True)
    ctx.exit(Exit.CONTRADICTED if changes and not write else Exit.CONFIRMED)


def _keys_held_twice(path: Path) -> set[str]:
    """Give the keys of which BibTeX reads the first entry only; renamed, it would read another."""
    from refcore.bibtex.bibfile import BibFile

    return {entry.key for entry in BibFile.read(path).duplicates}


def _rename(path: Path, changes: dict[str, str], library: Library) -> None:
    from refcore.bibtex.bibfile import BibFile
    from refcore.curation.rename import rename_keys

    file = BibFile.read(path)
    file._state = library._state  # the keys are those of the file as it was read first
    rename_keys(file, changes)
    print_diagnostics(file.write())
