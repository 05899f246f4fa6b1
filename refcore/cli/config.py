"""``refcore config``: which settings hold, and where they come from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from refcore.cli.configuration import KEYS, Config
from refcore.cli.configured import config_of
from refcore.cli.terminal import say

__all__ = ["config"]

# Environment variables, which override a settings file.
_VARIABLES = {
    "mailto": "REFCORE_MAILTO",
    "index": "REFCORE_SNAPSHOT",
    "offline": "REFCORE_OFFLINE",
}


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_context
def config(ctx: click.Context, file: Path | None) -> None:
    """Print the settings in effect for FILE or this folder, and where each comes from.

    refcore reads refcore.toml, or the table [tool.refcore] of pyproject.toml, in the folder of
    FILE or the nearest folder above it. Options override the environment, which overrides the
    file.

    \b
    Examples:
      refcore config
      refcore config refs.bib
      refcore --no-config config
    """
    found = config_of(ctx, [str(file)] if file else [])
    group = ctx.find_root().command
    for name in found.tables:  # the options of other commands are looked at here only
        command = group.get_command(ctx, name) if isinstance(group, click.Group) else None
        if command is not None:
            found.defaults(command)
    say(f"file: {found.path or 'none (refcore.toml, or [tool.refcore] in pyproject.toml)'}")
    width = max(map(len, KEYS))
    for key, row in KEYS.items():
        value, origin = _value(key, found, os.environ)
        shown = f"{_shown(value)}  ({origin})" if origin else f"not set; {row.about}"
        say(f"{key:<{width}}  {shown}")
    for name, table in found.tables.items():
        for key, value in table.items():
            say(f"{name} --{key}  {_shown(value)}  ({_name(found)})")


def _value(key: str, found: Config, environ: Mapping[str, str]) -> tuple[Any, str]:
    variable = _VARIABLES.get(key, "")
    if environ.get(variable):
        return environ[variable], f"environment, {variable}"
    return (found.values[key], _name(found)) if key in found.values else (None, "")


def _name(found: Config) -> str:
    return found.path.name if found.path else ""


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
