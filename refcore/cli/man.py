"""``refcore man``: the manual page of all commands."""

from __future__ import annotations

import click

from refcore.cli.terminal import print_data

__all__ = ["man"]


@click.command()
@click.pass_context
def man(ctx: click.Context) -> None:
    """Print a man page of all commands.

    \b
    Examples:
      refcore man > refcore.1
      refcore man | man -l -
      refcore man > ~/.local/share/man/man1/refcore.1
    """
    from refcore.cli.manual import pages, roff

    group = ctx.find_root().command
    if isinstance(group, click.Group):
        print_data(roff(pages(group)))
