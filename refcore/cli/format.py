"""``refcore format``: a bibliography in a CSL style."""

from __future__ import annotations

from pathlib import Path

import click

from refcore.cli.terminal import print_diagnostics

__all__ = ["format_"]


@click.command("format")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--style", default="apa", show_default=True, help="CSL style: name or path.")
@click.option(
    "--to",
    "output",
    type=click.Choice(["text", "html", "markdown", "latex", "rst", "typst"]),
    default="text",
    show_default=True,
    help="Format to print.",
)
@click.option("--locale", help="Language of the terms, such as de-DE; else the style's own.")
def format_(file: Path, style: str, output: str, locale: str | None) -> None:
    """Print the references of FILE as a bibliography.

    \b
    Examples:
      refcore format refs.bib --style ieee
      refcore format refs.bib --style apa --to html > refs.html
      refcore format refs.json --style ./house.csl --locale de-DE
    """
    from refcore.csl import bibliography
    from refcore.formats import load

    library = load(file)
    print_diagnostics(library.diagnostics)
    result = bibliography(library, style=style, format=output, locale=locale)
    for warning in result.warnings:
        click.echo(f"warning: {warning}", err=True)
    click.echo(str(result))
