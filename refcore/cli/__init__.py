"""The command line; one file a command."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command that the arguments of the process name."""
    from refcore.cli.commands import cli

    cli(prog_name="refcore")
