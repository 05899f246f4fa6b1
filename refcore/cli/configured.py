"""Commands whose options have the defaults of the file of settings that is nearest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from refcore.cli.configuration import Config, find_config, read_config

__all__ = ["config_of", "defaults_for"]


def config_of(ctx: click.Context, args: Sequence[str]) -> Config:
    """Return the settings for a command with these arguments.

    The first argument that is a file says where the search begins, else the current folder.
    Raises `ConfigError` where a key or value means nothing.
    """
    root = ctx.find_root()
    if root.params.get("no_config"):
        return Config()
    path = root.params.get("config_path") or find_config(_start(args))
    if path is None:
        return Config()
    found = read_config(path)
    commands = root.command
    found.check(commands.list_commands(root) if isinstance(commands, click.Group) else ())
    return found


def defaults_for(ctx: click.Context, command: click.Command, args: Sequence[str]) -> dict[str, Any]:
    """Return the defaults of a command with these arguments, by the names of its parameters."""
    return config_of(ctx, args).defaults(command)


def _start(args: Sequence[str]) -> Path:
    for arg in args:
        if not arg.startswith("-") and Path(arg).is_file():
            return Path(arg).absolute().parent
    return Path.cwd()
