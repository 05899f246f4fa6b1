"""Options that several commands share, and what they build."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from refcore.records.sources import Sources

__all__ = ["AUTHORS", "arxiv_options", "build_arxiv", "snapshot_option", "writing_options"]

F = TypeVar("F", bound=Callable[..., Any])


class _AuthorsChoice(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A number of names to keep, or the word groups."""

    name = "N|groups"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | str | None:
        if isinstance(value, int):
            return value
        if value == "groups":
            return "groups"
        if str(value).isdigit() and int(value) > 0:
            return int(value)
        return self.fail(f"{value!r} is neither a count of 1 or more nor 'groups'", param, ctx)


AUTHORS = _AuthorsChoice()


def arxiv_options(command: F) -> F:
    """Add the options that say where records come from."""
    for option in reversed(
        [
            click.option(
                "--lock",
                "lock_path",
                type=click.Path(dir_okay=False, path_type=Path),
                help="Lock file with reviewed records. Default: arxiv.lock.json beside FILE, "
                "in ./references/ or here.",
            ),
            click.option("--offline", is_flag=True, help="Use the lock and the cache only."),
            click.option("--refresh", is_flag=True, help="Ask arXiv again for what is cached."),
        ]
    ):
        command = option(command)
    return command


def snapshot_option(command: F) -> F:
    """Add the option that names an index of dumps."""
    return click.option(
        "--snapshot",
        "snapshot_path",
        metavar="DB",
        envvar="REFCORE_SNAPSHOT",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Index made by 'refcore snapshot build', asked before the network.",
    )(command)


def writing_options(command: F) -> F:
    """Add the options of BibTeX writing."""
    for option in reversed(
        [
            click.option(
                "--ascii", "ascii_", is_flag=True, help="Write accents as LaTeX commands."
            ),
            click.option(
                "--authors",
                type=AUTHORS,
                help="Keep the first N names, or only the groups, and 'others'.",
            ),
        ]
    ):
        command = option(command)
    return command


def build_arxiv(
    lock_path: Path | None,
    offline: bool,
    refresh: bool,
    near: Iterable[str] = (),
    snapshot_path: Path | None = None,
) -> Sources:
    """Build the source of records that the options and the environment ask for."""
    from refcore.sources.registry import default_sources

    environ = dict(os.environ)
    if offline:
        environ["REFCORE_OFFLINE"] = "1"
    snapshot = None
    if snapshot_path is not None:
        from refcore.index import Index

        snapshot = Index(snapshot_path)
    return default_sources(
        lock=lock_path,
        near=list(near),
        environ=environ,
        cwd=Path.cwd(),
        refresh=refresh,
        snapshot=snapshot,
    )
