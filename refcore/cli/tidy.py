"""``refcore tidy``: a .bib file in one layout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from refcore.cli.deliver import write_file
from refcore.cli.exit import Exit
from refcore.cli.inputs import STREAM, read_stdin, write_stdout
from refcore.cli.terminal import print_data, say
from refcore.cli.tones import print_diagnostics

if TYPE_CHECKING:
    from refcore.bibtex.bibfile import BibFile

__all__ = ["tidy"]


@click.command(
    epilog="Exit code: 0 all files are tidy, 1 with --check: a file would change, 2 wrong usage or "
    "an unreadable file."
)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--sort", is_flag=True, help="Sort the entries by key, each after the entries that refer to it."
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.pass_context
def tidy(ctx: click.Context, files: tuple[Path, ...], sort: bool, check: bool, diff: bool) -> None:
    """Reformat the entries of .bib files in place, in one layout.

    Each field gets a line of its own, aligned, with its value in braces. Comments, strings,
    preambles and values do not change. A broken entry is reported and stays as it is. '-'
    reads the standard input and writes to the standard output.

    \b
    Examples:
      refcore tidy refs.bib
      refcore tidy refs.bib --sort --diff
      refcore tidy *.bib --check
    """
    from refcore.bibtex.bibfile import BibFile
    from refcore.bibtex.tidy import tidied

    differ = 0
    for path in files:
        is_stream = str(path) == STREAM
        file = BibFile.parse(read_stdin(), STREAM) if is_stream else BibFile.read(path)
        print_diagnostics(file.diagnostics)
        before, after = file.to_text(), tidied(file, sort=sort)
        if before.strip() and not file.entries:
            say(f"{path}: no entries found; expected a .bib file", err=True)
        differ += before != after
        if is_stream and not (check or diff):
            write_stdout(file.encoding.encode(after)[0])
        elif before != after:
            _show_or_write(path, file, after, check=check, diff=diff)
    if differ and check:
        ctx.exit(Exit.CONTRADICTED)


def _show_or_write(path: Path, file: BibFile, after: str, *, check: bool, diff: bool) -> None:
    if diff:
        from refcore.text.linediff import unified

        old, new = file.to_text().splitlines(keepends=True), after.splitlines(keepends=True)
        print_data("".join(unified(old, new, str(path), head="@")))
    elif check:
        say(f"{path}: would change")
    else:
        write_file(path, file.encoding.encode(after)[0], read=[file._state])
        say(f"{path}: written", err=True)
