"""``refcore render``: a Markdown document with its citations printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from refcore.cli.choices import Locale, StyleName
from refcore.cli.deliver import write_file
from refcore.cli.exit import Exit
from refcore.cli.format import OUTPUT, journal_lists, read_journal_lists
from refcore.cli.inputs import STREAM, read_stdin
from refcore.cli.overwriting import force_option, refuse_overwriting
from refcore.cli.terminal import print_data
from refcore.cli.tones import print_diagnostics
from refcore.errors import UnreadableInput
from refcore.files import read_file
from refcore.files.paths import resolved
from refcore.model.library import Library

if TYPE_CHECKING:
    from refcore.diagnostics import Diagnostic
    from refcore.documents.frontmatter import FrontMatter

__all__ = ["render"]

_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".tex": "latex",
    ".typ": "typst",
    ".rst": "rst",
    ".txt": "text",
}


@click.command(
    epilog="Exit code: 0 printed, 1 a key is not in the bibliography, 2 wrong usage or an "
    "unreadable file."
)
@click.argument("document", type=click.Path(path_type=Path))
@click.option(
    "--bib",
    "--bibliography",
    "libraries",
    multiple=True,
    type=click.Path(path_type=Path),
    help="File of references. Default: those that the front matter of DOCUMENT names.",
)
@click.option(
    "--style",
    type=StyleName(),
    help="CSL style, a name or a path. Default: the document's, or apa.",
)
@click.option("--to", "output", type=OUTPUT, help="Output format. Default: by the suffix of OUT.")
@click.option(
    "--locale",
    type=Locale(),
    metavar="TEXT",
    help="Language of the terms, such as de-DE. Default: the document's.",
)
@journal_lists
@click.option(
    "--link-citations/--no-link-citations",
    default=None,
    help="Link citations to their entries. Default: as the front matter says.",
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Write to OUT instead of the standard output.",
)
@force_option
@click.pass_context
def render(
    ctx: click.Context,
    /,
    document: Path,
    libraries: tuple[Path, ...],
    style: str | None,
    output: str | None,
    locale: str | None,
    abbreviations: tuple[str, ...],
    link_citations: bool | None,
    target: Path | None,
    force: bool,
) -> None:
    """Print DOCUMENT, a Markdown text, with formatted citations and a bibliography.

    Citations are in pandoc's notation: [see @fei2020, p. 3], @fei2020 [p. 3], [-@fei2020].
    The rest of the text does not change. HTML output is a complete page.

    \b
    Examples:
      refcore render paper.md --bib refs.bib --style ieee
      refcore render paper.md -o paper.html
      refcore render - --bib refs.bib --to latex < paper.md
    """
    from refcore.documents import Wanted, read_document, render_source

    if target == document:
        raise click.UsageError(f"-o {target} would overwrite the document")
    refuse_overwriting(target, force=force, only_libraries=True)
    text, name, folder, odd = _text_of(document)
    source = read_document(text, name)
    library = _library(libraries or _named_in(source.front, folder, name))
    wanted = Wanted(
        style or _style_in(source.front, folder),
        output or _SUFFIXES.get(target.suffix.lower() if target else "", "markdown"),
        locale,
        name,
        read_journal_lists(abbreviations),
        link_citations,
    )
    made = render_source(source, list(library), wanted)
    print_diagnostics([*odd, *library.diagnostics, *made.diagnostics])
    if target is None or str(target) == STREAM:
        print_data(made.text)
    else:
        write_file(target, made.text.encode("utf-8", "replace"))
    ctx.exit(Exit.CONTRADICTED if made.unknown else Exit.CONFIRMED)


def _text_of(document: Path) -> tuple[str, str, Path, list[Diagnostic]]:
    """Return the text of a document, its name, its folder, and what is wrong with its bytes."""
    from refcore.formats.decoding import decode

    is_stdin = str(document) == STREAM
    name = "<stdin>" if is_stdin else str(document)
    text, odd = decode(read_stdin() if is_stdin else read_file(document)[0], name)
    return text, name, Path.cwd() if is_stdin else resolved(document).parent, odd


def _named_in(front: FrontMatter, folder: Path, name: str) -> tuple[Path, ...]:
    """Return the bibliographies that the front matter of a document names, if it needs one."""
    named = tuple(within(folder, path) for path in front.bibliography)
    if not named and not front.references:
        raise click.UsageError(
            f"{name} names no bibliography; add 'bibliography: refs.bib' to its front matter, "
            "or use --bib"
        )
    return named


def _style_in(front: FrontMatter, folder: Path) -> str | None:
    """Return the style that the front matter of a document names: a name, or a path."""
    style = front.csl
    return (str(within(folder, style)) if style.endswith(".csl") else style) or None


def within(folder: Path, name: str) -> Path:
    """Return the path of a file that a document names, which lies in the document's folder.

    Raises `UnreadableInput` for any other place, as a document from a stranger must not
    choose which files are read, and for a pipe or a device, which might never end.
    """
    path = resolved(folder / name)
    if not path.is_relative_to(folder):
        raise UnreadableInput(
            f"the document names {name!r}, which is outside its folder; "
            "pass it with --bib or --style if you trust it"
        )
    if path.exists() and not path.is_file():
        raise UnreadableInput(f"the document names {name!r}, which is not a plain file")
    return path


def _library(paths: tuple[Path, ...]) -> Library:
    from refcore.formats import load

    merged = Library()
    for path in paths:
        library = load(path)
        merged.diagnostics += library.diagnostics
        for reference in library:
            if reference.key not in merged:
                merged.add(reference)
    return merged
