"""``refcore fetch``: references from identifiers."""

from __future__ import annotations

import click

from refcore.cli.choices import Word
from refcore.cli.ids import wanted_ids
from refcore.cli.notices import say_missing, say_notices
from refcore.cli.options import SourceOptions, log_option, source_options, writing_options
from refcore.cli.terminal import print_data, print_json_text
from refcore.cli.waiting import waiting
from refcore.formats.registry import format_named, writable

__all__ = ["fetch"]


@click.command(
    epilog="Exit code: 0 all were fetched, 1 an identifier does not exist, 2 wrong usage, "
    "3 something could not be fetched."
)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--to",
    "format_",
    type=Word("format", writable),
    default="bibtex",
    show_default=True,
    help="Output format.",
)
@click.option("--key", help="Citation key, if there is one ID.")
@writing_options
@source_options
@log_option
def fetch(
    ids: tuple[str, ...],
    format_: str,
    key: str | None,
    ascii_: bool,
    authors: int | str | None,
    origins: SourceOptions,
) -> None:
    """Print the reference of each ID: an arXiv id, a DOI, a PMID, an ISBN, or its web address.

    An ID can also be a file that contains identifiers, or '-' for the standard input. The
    error stream says which ones could not be fetched, and why.

    \b
    Examples:
      refcore fetch 2506.13585
      refcore fetch 2506.13585 1706.03762 --to csl-json
      refcore fetch 2506.13585 --authors groups --key m1
      refcore fetch doi:10.1000/182 pmid:31452104 978-3-16-148410-0
    """
    from refcore.formats import dumps

    if key and len(ids) > 1:
        raise click.UsageError("--key needs exactly one ID")
    wanted = wanted_ids(ids)
    with waiting("Looking up", " ".join(ids)) as seen:
        found = origins.sources(watch=seen.watch).lookup(wanted, seen.progress)
    references = []
    for asked, lookup in found.items():
        if lookup.record is not None:
            references.append(lookup.record.to_reference(key, version_cited=asked.version))
    takes = format_named(format_).options >= {"ascii", "authors"}
    if not takes and (ascii_ or authors is not None):
        raise click.UsageError("--ascii and --authors need --to bibtex or biblatex")
    options = {"ascii": ascii_, "authors": authors} if takes else {}
    if references:
        text = dumps(references, format_, **options)
        (print_json_text if format_ == "csl-json" else print_data)(text)
    say_notices(found.values())
    click.get_current_context().exit(say_missing(found.values()))
