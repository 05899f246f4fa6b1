"""Flags of ``refcore verify`` that exclude each other: one row each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import click

from refcore.cli.inputs import STREAM
from refcore.cli.overwriting import refuse_overwriting
from refcore.cli.settings import Settings
from refcore.records.source import Surroundings

__all__ = ["refuse_conflicts"]


def _printed_elsewhere(settings: Settings) -> bool:
    return settings.format != "text" or bool(settings.target)


def _is_offline(settings: Settings) -> bool:
    return settings.origins.offline or Surroundings.of().is_offline


# When a run is refused, and what is said; {target} and {format} are those of the run.
_ROWS: Final[tuple[tuple[Callable[[Settings], Any], str], ...]] = (
    (lambda one: one.yes and not one.fix, "--yes needs --fix"),
    (lambda one: one.diff and not one.fix, "--diff needs --fix"),
    (
        lambda one: one.yes and one.only_shows,
        "--yes makes all changes, but --diff and --dry-run make none: leave one of them out",
    ),
    (
        lambda one: one.fix and STREAM in one.files and not (one.yes or one.only_shows),
        "--fix cannot ask about changes to the standard input: add --yes or --diff",
    ),
    (
        lambda one: one.fix and one.target,
        "--fix prints its changes, so it cannot be used with -o {target}",
    ),
    (
        lambda one: one.fix and _printed_elsewhere(one),
        "--fix prints its changes, so it cannot be used with --{format}",
    ),
    (
        lambda one: one.watch and (one.fix or one.dry_run or one.write_baseline),
        "--watch only checks: leave out --fix, --dry-run and --write-baseline",
    ),
    (
        lambda one: one.watch and STREAM in one.files,
        "--watch needs files: the standard input is read once",
    ),
    (
        lambda one: one.write_baseline and (one.fix or one.dry_run or one.target),
        "--write-baseline only writes the baseline: leave out --fix, --dry-run and -o",
    ),
    (
        lambda one: one.target in one.files and one.target != STREAM,
        "-o {target} would overwrite a file that is checked",
    ),
    (
        lambda one: one.links and _is_offline(one),
        "--links needs the network: leave out --offline, and unset REFCORE_OFFLINE",
    ),
    (
        lambda one: one.links and (one.fix or one.dry_run),
        "--links cannot be used with --fix or --dry-run",
    ),
)


def refuse_conflicts(settings: Settings) -> None:
    """Raise `click.UsageError` for flags that exclude each other."""
    for is_wrong, said in _ROWS:
        if is_wrong(settings):
            values = {"{target}": str(settings.target), "{format}": settings.format}
            for name, value in values.items():
                said = said.replace(name, value)
            raise click.UsageError(said)
    refuse_overwriting(settings.target, force=settings.force, only_libraries=True)
