"""The command line; one file a command."""

from __future__ import annotations

import sys

import refcore

__all__ = ["main"]


def main() -> None:
    """Run the command that the arguments of the process name."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from refcore.cli.terminal import open_closed_streams

        open_closed_streams()
    try:
        if sys.argv[1:] == ["--version"]:  # --version needs no command line
            from refcore.cli.terminal import print_version

            print_version(refcore.__version__)
            return
        from refcore.cli.commands import cli

        cli(prog_name="refcore")
    except KeyboardInterrupt:  # before the command began; later the command handles it
        raise SystemExit(130) from None
    except OSError as error:  # neither the help nor a mistake can be printed
        from refcore.cli.faults import ended

        raise SystemExit(ended(error)) from None
