"""Options that several commands share, and what they build."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
import click

from refcore.cli.choices import Completed
from refcore.net.limits import Limits

if TYPE_CHECKING:
    from refcore.net.watch import Watch
    from refcore.records.sources import Sources

__all__ = [
    "AUTHORS",
    "SourceOptions",
    "add_source_options",
    "dumps_argument",
    "environ_of",
    "limits_of",
    "log_option",
    "network_options",
    "source_options",
    "start_logging",
    "take_origins",
    "writing_options",
]

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


class _Names(Completed):
    """Names of sources with commas between them, or a list of names."""

    name = "names"

    def suggestions(self, begun: str, ctx: click.Context) -> Iterator[tuple[str, str]]:  # noqa: ARG002
        """Yield the sources that are not named yet, each after those that are."""
        from refcore.sources.registry import registered

        before, comma, last = begun.rpartition(",")
        listed = before.split(",")
        return (
            (f"{before}{comma}{source.name}", source.label)
            for source in registered()
            if source.name.startswith(last) and source.name not in listed
        )

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        from refcore.errors import UnknownSource
        from refcore.sources.registry import named

        words = value.split(",") if isinstance(value, str) else value
        try:
            return tuple(source.name for source in named(word.strip() for word in words))
        except UnknownSource as error:
            return self.fail(str(error), param, ctx)


@attrs.frozen
class SourceOptions:
    """Where records come from, as plain values that can be sent to a process.

    `timeout` bounds one request, in seconds.
    """

    lock_path: Path | None = None
    snapshot_path: Path | None = None
    offline: bool = False
    refresh: bool = False
    timeout: float | None = None
    mailto: str | None = None
    sources_asked: tuple[str, ...] | None = None

    def sources(self, near: Iterable[str] = (), watch: Watch | None = None) -> Sources:
        """Build the sources of records that the options and the environment ask for.

        `near` are files beside which a lock file may be.
        """
        from refcore.sources.registry import default_sources

        environ = environ_of(self.mailto, offline=self.offline)
        snapshot = None
        if self.snapshot_path is not None:
            from refcore.index import Index

            snapshot = Index(self.snapshot_path)
        return default_sources(
            lock=self.lock_path,
            near=list(near),
            environ=environ,
            cwd=Path.cwd(),
            refresh=self.refresh,
            snapshot=snapshot,
            watch=watch,
            limits=limits_of(self.timeout),
            order=self.sources_asked,
        )


def environ_of(mailto: str | None, *, offline: bool = False) -> dict[str, str]:
    """Return the environment, changed by what options say."""
    environ = dict(os.environ)
    if offline:
        environ["REFCORE_OFFLINE"] = "1"
    if mailto:
        environ["REFCORE_MAILTO"] = mailto
    return environ


def limits_of(timeout: float | None) -> Limits | None:
    """Return the bounds of a request that takes so many seconds at most.

    >>> limits_of(5.0).total, limits_of(None) is None
    (5.0, True)
    """
    if timeout is None:
        return None
    usual = Limits()
    return Limits(min(usual.connect, timeout), min(usual.read, timeout), timeout)


_LOCK = click.option(
    "--lock",
    "lock_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Lock file with reviewed records. Default: refcore.lock.json or "
    "arxiv.lock.json beside the input file, in ./references/ or here.",
)
_OFFLINE = click.option(
    "--offline", is_flag=True, help="Use only the lock file and the cache; send no request."
)
_REFRESH = click.option(
    "--refresh", is_flag=True, help="Fetch records again even if they are cached."
)
_NETWORK = (
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True, max=600),
        metavar="SECONDS",
        help="Give up on a request after this time.",
    ),
    click.option(
        "--mailto",
        metavar="ADDRESS",
        envvar="REFCORE_MAILTO",
        help="Your mail address, which is sent to services that ask for one.",
    ),
    click.option(
        "--sources",
        "sources_asked",
        metavar="NAME,…",
        type=_Names(),
        help="Ask only these sources, in this order, such as crossref,arxiv.",
    ),
)


def network_options(command: F) -> F:
    """Add the options that say how services are asked."""
    for option in reversed(_NETWORK):
        command = option(command)
    return command


def source_options(command: F) -> F:
    """Add the options of `SourceOptions` to a command, which gets them as `origins`."""

    @functools.wraps(command)
    def called(*arguments: Any, **values: Any) -> Any:
        return command(*arguments, origins=take_origins(values), **values)

    return add_source_options(cast(F, called))


def _snapshot(*, alone: bool) -> Callable[[F], F]:
    said = "asked instead of the network, or before it with --sources" if alone else ""
    return click.option(
        "--snapshot",
        "snapshot_path",
        metavar="DB",
        envvar="REFCORE_SNAPSHOT",
        type=click.Path(dir_okay=False, path_type=Path),
        help=f"Local index made by 'refcore snapshot build', {said or 'asked before the network'}.",
    )


def add_source_options(command: F, *, index_alone: bool = False) -> F:
    """Add the options of `SourceOptions` to a command, which gets each by its name.

    `index_alone` says that the command makes no request if it has a local index and no source
    is named.
    """
    command = network_options(command)
    for option in reversed([_LOCK, _OFFLINE, _REFRESH, _snapshot(alone=index_alone)]):
        command = option(command)
    return command


def take_origins(values: dict[str, Any]) -> SourceOptions:
    """Take the values of `SourceOptions` out of those of a command."""
    names = {field.name for field in attrs.fields(SourceOptions)}
    return SourceOptions(**{name: values.pop(name) for name in names & values.keys()})


# The dumps of records that a command reads.
dumps_argument = click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
)


def log_option(command: F) -> F:
    """Add the option that shows each request."""
    return click.option(
        "--verbose",
        "-v",
        count=True,
        expose_value=False,
        callback=start_logging,
        help="Log each request; given twice, also each wait.",
    )(command)


def start_logging(ctx: click.Context, param: click.Parameter, times: int) -> int:  # noqa: ARG001
    """Let the loggers of refcore write to the error stream until the command ends."""
    if times:
        from refcore.cli.logs import log_to_errors

        ctx.call_on_close(log_to_errors(times))
    return times


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
                help="Keep the first N names (or only the groups), then 'and others'.",
            ),
        ]
    ):
        command = option(command)
    return command
