"""The group of commands, and how their faults end."""

from __future__ import annotations

from typing import Any

import click

import refcore
from refcore.cli.convert import convert
from refcore.cli.duplicates import duplicates
from refcore.cli.exit import Exit
from refcore.cli.fetch import fetch
from refcore.cli.format import format_
from refcore.cli.keys import keys
from refcore.cli.lock import lock
from refcore.cli.snapshot import snapshot
from refcore.cli.tidy import tidy
from refcore.cli.verify import verify
from refcore.errors import ArxivUnavailable, RefcoreError

__all__ = ["cli"]


class _Commands(click.Group):
    """Ends every foreseen fault with one line and an exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            # Left to click, it would end with 1, which says that something is wrong.
            click.echo("\nrefcore: stopped; what was fetched so far is kept", err=True)
            ctx.exit(Exit.STOPPED)
        except ArxivUnavailable as error:
            click.echo(f"refcore: {error}", err=True)
            ctx.exit(Exit.UNCHECKED)
        except RefcoreError as error:
            click.echo(f"refcore: {error}", err=True)
            ctx.exit(Exit.USAGE)
        except BrokenPipeError:
            raise
        except OSError as error:
            name = f"{error.filename}: " if error.filename else ""
            click.echo(f"refcore: {name}{error.strerror or error}", err=True)
            ctx.exit(Exit.USAGE)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(refcore.__version__, prog_name="refcore")
def cli() -> None:
    """References that can be trusted.

    Checks author lists against arXiv name by name, and writes citations as
    BibTeX or in any CSL style.

    \b
    Examples:
      refcore verify refs.bib notes.md
      refcore fetch 2506.13585 --to bibtex
      refcore format refs.bib --style apa --to html > refs.html
    """


# One line each, which the list of commands has room for.
_SUMMARIES = {
    verify: "Check references against arXiv, name by name.",
    fetch: "Print references for arXiv ids.",
    format_: "Print a bibliography in a CSL style.",
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
