"""The command line; one file a command."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command that the arguments of the process name."""
    try:
        from refcore.cli.commands import cli

        cli(prog_name="refcore")
    except KeyboardInterrupt:  # before the command began, which knows more
        raise SystemExit(130) from None
