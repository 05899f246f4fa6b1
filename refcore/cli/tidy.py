"""``refcore tidy``: a .bib file in one layout."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import click

from refcore.cli.exit import Exit
from refcore.cli.terminal import print_data, print_diagnostics, say

__all__ = ["tidy"]


@click.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--sort", is_flag=True, help="Sort the entries by key, parents behind their parts.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.pass_context
def tidy(ctx: click.Context, files: tuple[Path, ...], sort: bool, check: bool, diff: bool) -> None:
    """Set the entries of .bib files in one layout, in place.

    One field a line, aligned, in braces. Comments, strings, preambles and
    values stay; an entry that is broken stays as it is, and is named.

    \b
    Examples:
      refcore tidy refs.bib
      refcore tidy refs.bib --sort --diff
      refcore tidy *.bib --check
    """
    from refcore.bibtex.bibfile import BibFile
    from refcore.bibtex.tidy import tidied
    from refcore.files import write_whole

    differ = 0
    for path in files:
        file = BibFile.read(path)
        print_diagnostics(file.diagnostics)
        before, after = file.to_text(), tidied(file, sort=sort)
        if before == after:
            continue
        differ += 1
        if diff:
            old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
            print_data("".join(unified_diff(old, new, str(path), str(path))))
        elif check:
            say(f"{path}: would change")
        else:
            for said in write_whole(path, file.encoding.encode(after)[0], read=[file._state]):
                say(f"warning: {said}", err=True)
            say(f"{path}: written", err=True)
    if differ and check:
        ctx.exit(Exit.CONTRADICTED)
