"""``refcore authors``: compare a pasted author list with the record of a work."""

from __future__ import annotations

import sys
from typing import Any

import attrs
import click

from refcore.cli.deliver import deliver
from refcore.cli.exit import exit_of
from refcore.cli.inputs import STREAM
from refcore.cli.options import SourceOptions, log_option, source_options
from refcore.cli.outputs import OUTPUTS
from refcore.cli.results import FileResult, RunResult
from refcore.cli.settings import FORMAT, Settings
from refcore.cli.terminal import output_width, say
from refcore.cli.waiting import waiting
from refcore.verification.checked import Checked
from refcore.verification.text import tally

__all__ = ["authors"]

# No author list is longer; a larger input is another file.
_MOST_BYTES = 10_000_000


@click.command(
    epilog="Exit code: 0 the list is confirmed, 1 it is contradicted, "
    "2 wrong usage or an unreadable list, 3 it could not be checked."
)
@click.argument("identifier", metavar="ID")
@click.argument("file", required=False, default="-", type=click.File("rb"))
@click.option("--format", "output", type=FORMAT, help="Format of the result. Default: text.")
@click.option("--json", "output", flag_value="json", help="Same as --format json.")
@click.option("--output", "-o", "target", metavar="FILE", help="Write the result to FILE.")
@source_options
@log_option
@click.pass_context
def authors(
    ctx: click.Context,
    /,
    identifier: str,
    file: Any,
    output: str | None,
    target: str | None,
    origins: SourceOptions,
) -> None:
    """Compare a pasted author list with the record of ID.

    The list is read from FILE or the standard input. Commas, semicolons or line breaks
    separate the names; numbers, marks, affiliations, degrees and addresses are ignored.

    \b
    Examples:
      refcore authors 2506.13585 list.txt
      pbpaste | refcore authors arXiv:1706.03762
      echo "Vaswani A, Shazeer N, et al." | refcore authors 1706.03762 -
    """
    from refcore.formats.decoding import decode
    from refcore.verification.verify import verify_authors

    if sys.stdin.isatty() and getattr(file, "name", "") == "<stdin>":
        say("reading the list from the standard input; press Ctrl-D to end it", err=True)
    data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise click.UsageError(f"the list is larger than {_MOST_BYTES // 1_000_000} MB")
    with waiting("Looking up", identifier) as seen:
        source = origins.sources(watch=seen.watch)
        report = verify_authors(decode(data)[0], identifier, arxiv=source)
    settings = Settings((), output=output or "", target=target, verbose=True)
    way, code = OUTPUTS[settings.format], exit_of([report])
    name = str(getattr(file, "name", STREAM))
    view = attrs.evolve(settings.view, width=output_width())
    values = way.file(Checked(name, [report]), view)
    files = [FileResult(name, values, tally([report]), exit=code)]
    result = RunResult(files, view)
    deliver(way.whole(result), settings.target, is_json=way.is_json)
    ctx.exit(code)
