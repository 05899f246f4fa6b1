"""The group of commands, and how their faults end."""

from __future__ import annotations

import sys
from typing import Any

import click

import refcore
from refcore.cli.add import add
from refcore.cli.authors import authors
from refcore.cli.convert import convert
from refcore.cli.duplicates import duplicates
from refcore.cli.faults import drop_output, failure_of
from refcore.cli.fetch import fetch
from refcore.cli.format import format_
from refcore.cli.keys import keys
from refcore.cli.lock import lock
from refcore.cli.render import render
from refcore.cli.search import search
from refcore.cli.snapshot import snapshot
from refcore.cli.terminal import mute, print_data
from refcore.cli.tidy import tidy
from refcore.cli.update import update
from refcore.cli.verify import verify
from refcore.text.visible import visible

__all__ = ["cli"]


class _Commands(click.Group):
    """Ends every command that fails with one line and an exit code, never with a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            raise _shown(error) from None
        except (click.exceptions.Exit, click.Abort):
            raise
        except (Exception, KeyboardInterrupt) as error:
            failure = failure_of(error)
            drop_output(error)
            if failure.text:
                print_data(f"{failure.text}\n", err=True)
            ctx.exit(failure.exit)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.ClickException as error:
            raise _shown(error) from None
        except BrokenPipeError:  # of the help
            mute(sys.stdout)
            ctx.exit()


def _shown(error: click.ClickException) -> click.ClickException:
    """Make control characters visible in the message of a usage error."""
    text = visible(error.format_message())
    error.format_message = lambda: text  # type: ignore[method-assign]
    return error


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(refcore.__version__, prog_name="refcore")
def cli() -> None:
    """References that can be trusted.

    Checks author lists against the records of arXiv, Crossref and others, name by name, and
    writes citations as BibTeX or in any CSL style.

    \b
    Examples:
      refcore verify refs.bib notes.md
      refcore fetch 2506.13585 --to bibtex
      refcore format refs.bib --style apa --to html > refs.html
    """


# One line each, which the list of commands has room for.
_SUMMARIES = {
    verify: "Check references against records, name by name.",
    authors: "Compare a pasted author list with the record of an id.",
    fetch: "Print references for arXiv ids, DOIs, PMIDs, ISBNs.",
    add: "Put references of ids into a .bib file.",
    update: "Add what records know to a .bib file.",
    search: "Find works by title.",
    format_: "Print a bibliography in a CSL style.",
    render: "Print a Markdown document with its citations.",
    convert: "Write references in another format.",
    lock: "Fetch records and keep them in a lock file.",
    keys: "Make citation keys by a template.",
    duplicates: "Find entries that cite the same work.",
    snapshot: "Make an index of arXiv's metadata, to check offline.",
    tidy: "Lay out .bib files in one style.",
}
for _command, _summary in _SUMMARIES.items():
    _command.short_help = _summary
    cli.add_command(_command)
