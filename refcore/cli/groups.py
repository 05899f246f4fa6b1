"""A command whose help lists its options under headings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

__all__ = ["GroupedCommand"]


class GroupedCommand(click.Command):
    """A command with many options; `groups` has the names of parameters under each heading.

    An option without a heading comes last, under "Other options".
    """

    def __init__(
        self, *arguments: Any, groups: Mapping[str, tuple[str, ...]], **values: Any
    ) -> None:
        super().__init__(*arguments, **values)
        self.groups = groups

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, each group in the order of its names."""
        rows: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            row = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if row is not None:
                rows.setdefault(parameter.name or "", []).append(row)
        for heading, names in self.groups.items():
            with formatter.section(heading):
                formatter.write_dl([row for name in names for row in rows.pop(name, [])])
        with formatter.section("Other options"):
            formatter.write_dl([row for left in rows.values() for row in left])
