"""``refcore format``: a bibliography in a CSL style."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from refcore.cli.choices import Locale, StyleName, Word
from refcore.cli.inputs import input_format, load_input
from refcore.cli.terminal import print_data, say
from refcore.cli.tones import print_diagnostics

if TYPE_CHECKING:
    from refcore.csl import Abbreviations

__all__ = ["OUTPUT", "format_", "journal_lists", "read_journal_lists"]

_ISO4 = "iso4"
journal_lists = click.option(
    "--abbreviations",
    metavar="FILE",
    multiple=True,
    help="File of journal abbreviations (long;short, or JSON), or 'iso4'; may be repeated.",
)


def read_journal_lists(names: tuple[str, ...]) -> Abbreviations | None:
    """Read the lists of ``--abbreviations``; ``iso4`` abbreviates what none of them has."""
    if not names:
        return None
    from refcore.csl import Abbreviations

    return Abbreviations.read(*(name for name in names if name != _ISO4), iso4=_ISO4 in names)


def _outputs() -> tuple[str, ...]:
    from refcore.csl.outputs import output_names

    return tuple(output_names())


OUTPUT = Word("output", _outputs)


@click.command("format", epilog="Exit code: 0 printed, 2 wrong usage or unreadable input.")
@click.argument("file", type=click.Path(path_type=Path))
@input_format
@click.option(
    "--style",
    type=StyleName(),
    default="apa",
    show_default=True,
    help="CSL style, a name or a path; 'refcore styles WORDS' finds names.",
)
@click.option(
    "--to",
    "output",
    type=OUTPUT,
    help="Output format. Default: text, or html with --standalone.",
)
@click.option("--standalone", "-s", is_flag=True, help="Print a complete HTML page.")
@click.option("--title", default="", help="With --standalone: the heading of the page.")
@click.option(
    "--locale",
    type=Locale(),
    metavar="TEXT",
    help="Language of the terms, such as de-DE. Default: the style's.",
)
@journal_lists
@click.option(
    "--links/--no-links",
    default=True,
    help="Link DOIs and addresses, or titles where an entry prints neither.",
)
def format_(
    file: Path,
    source_format: str | None,
    style: str,
    output: str | None,
    standalone: bool,
    title: str,
    locale: str | None,
    abbreviations: tuple[str, ...],
    links: bool,
) -> None:
    """Print the references of FILE as a bibliography in a CSL style.

    \b
    Examples:
      refcore format refs.bib --style ieee
      refcore format refs.bib --style apa --to html
      refcore format refs.bib --style ieee --standalone > refs.html
      refcore format refs.json --style ./house.csl --locale de-DE
      refcore format refs.bib --style ieee --abbreviations journals.csv
    """
    from refcore.csl import bibliography, bibliography_page

    if title and not standalone:
        raise click.UsageError("--title needs --standalone")
    if standalone and output not in (None, "html"):
        raise click.UsageError(f"--standalone prints HTML: leave out --to {output}")
    library = load_input(file, source_format)
    print_diagnostics(library.diagnostics)
    result = bibliography(
        library,
        style=style,
        format=output or ("html" if standalone else "text"),
        locale=locale,
        links=links,
        abbreviations=read_journal_lists(abbreviations),
    )
    for warning in result.warnings:
        say(f"warning: {warning}", err=True)
    print_data(bibliography_page(result, title) if standalone else f"{result}\n")
