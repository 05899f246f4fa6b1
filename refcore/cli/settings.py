"""The flags of ``refcore verify``: each is one field, with its option beside it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from refcore.cli.options import build_arxiv

if TYPE_CHECKING:
    from refcore.records.sources import Sources

__all__ = ["Settings", "settings_options"]

_OPTIONS = "options"


def _flag(*names: str, about: str) -> Any:
    """Return a field that is true where one of the options is given."""
    return attrs.field(
        default=False, metadata={_OPTIONS: ((names, {"is_flag": True, "help": about}),)}
    )


def _choice(default: str, choices: Mapping[str, str]) -> Any:
    """Return a field that is the word of the option given: `choices` has a help text for each."""
    options = tuple(
        ((f"--{word}",), {"flag_value": word, "help": about}) for word, about in choices.items()
    )
    return attrs.field(
        default=default, converter=lambda word: word or default, metadata={_OPTIONS: options}
    )


@attrs.frozen
class Settings:
    """The options of a run, as plain values that can be sent to a process.

    A field made by `_flag` or `_choice` is an option of the command. The other fields come
    from options that several commands share.
    """

    files: tuple[str, ...]
    output: str = _choice(
        "text",
        {
            "json": "Print one JSON document for programs.",
            "github": "Print GitHub annotations.",
            "sarif": "Print a SARIF log.",
        },
    )
    quiet: bool = _flag("--quiet", "-q", about="Leave out what is confirmed.")
    verbose: bool = _flag("--verbose", "-v", about="Show every difference, also of sound lists.")
    ids_only: bool = _flag("--ids-only", about="Leave out references without an identifier.")
    lookup: bool = _flag("--lookup", about="Search references without an id by their title.")
    links: bool = _flag("--links", about="Ask the web addresses of what no source covers.")
    strict: bool = _flag("--strict", about="Fail also for what no source covers.")
    fix: bool = _flag("--fix", about="Correct in .bib files what is certain, after asking.")
    yes: bool = _flag("--yes", about="With --fix: make each change without asking.")
    diff: bool = _flag("--diff", about="With --fix: show all changes and make none.")
    dry_run: bool = _flag(
        "--dry-run", about="Print how many requests it takes, and stop; with --fix as --diff."
    )
    lock_path: Path | None = None
    snapshot_path: Path | None = None
    offline: bool = False
    refresh: bool = False
    source_format: str | None = None

    @property
    def only_shows(self) -> bool:
        """Whether changes are shown and none is made."""
        return self.diff or self.dry_run

    def sources(self) -> Sources:
        """Build the sources of records that the options ask for."""
        return build_arxiv(
            self.lock_path,
            self.offline,
            self.refresh,
            near=self.files,
            snapshot_path=self.snapshot_path,
        )


def settings_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of `Settings` to a command, which gets them as one value."""

    @functools.wraps(command)
    def called(files: tuple[Path, ...], **options: Any) -> None:
        command(Settings(tuple(dict.fromkeys(map(str, files))), **options))

    for field in reversed(attrs.fields(Settings)):
        for names, values in reversed(field.metadata.get(_OPTIONS, ())):
            called = click.option(*names, field.name, **values)(called)
    return called
