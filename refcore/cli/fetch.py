"""``refcore fetch``: references from arXiv ids."""

from __future__ import annotations

from pathlib import Path

import click

from refcore.cli.options import arxiv_options, build_arxiv, writing_options
from refcore.cli.terminal import print_data, print_json_text, progress
from refcore.errors import ArxivNotFound, ArxivUnavailable
from refcore.formats.registry import format_named, writable
from refcore.model.identifiers import ArxivId

__all__ = ["fetch"]


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--to",
    "format_",
    type=click.Choice(writable()),
    default="bibtex",
    show_default=True,
    help="Format to print.",
)
@click.option("--key", help="Citation key; only with one ID.")
@writing_options
@arxiv_options
def fetch(
    ids: tuple[str, ...],
    format_: str,
    key: str | None,
    ascii_: bool,
    authors: int | str | None,
    lock_path: Path | None,
    offline: bool,
    refresh: bool,
) -> None:
    """Print the references of arXiv ids (2506.13585, arXiv:2506.13585v1, an address).

    \b
    Examples:
      refcore fetch 2506.13585
      refcore fetch 2506.13585 1706.03762 --to csl-json
      refcore fetch 2506.13585 --authors groups --key m1
    """
    from refcore.formats import dumps

    if key and len(ids) > 1:
        raise click.UsageError("--key goes with one ID")
    wanted = [ArxivId.parse(text) for text in ids]
    with progress("Looking up") as show:
        found = build_arxiv(lock_path, offline, refresh).lookup(wanted, progress=show)
    references = []
    for asked in dict.fromkeys(wanted):
        lookup = found[asked]
        if lookup.record is None:
            missing = ArxivNotFound if lookup.status == "not-found" else ArxivUnavailable
            raise missing(f"{asked}: {lookup.reason}")
        references.append(lookup.record.to_reference(key, version_cited=asked.version))
    takes = format_named(format_).options >= {"ascii", "authors"}
    if not takes and (ascii_ or authors is not None):
        raise click.UsageError("--ascii and --authors go with bibtex and biblatex")
    options = {"ascii": ascii_, "authors": authors} if takes else {}
    text = dumps(references, format_, **options)
    (print_json_text if format_ == "csl-json" else print_data)(text)
