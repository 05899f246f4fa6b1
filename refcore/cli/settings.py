"""The flags of ``refcore verify``: each is one field, with its option beside it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import attrs
import click

from refcore.cli.choices import KeyPattern, Word
from refcore.cli.options import SourceOptions, add_source_options, start_logging, take_origins
from refcore.cli.view import View
from refcore.model.reference import CSL_TYPES, Reference
from refcore.verification.case import identifiers_of
from refcore.verification.layout import LEAST, MOST

if TYPE_CHECKING:
    from refcore.net.watch import Watch
    from refcore.records.sources import Sources

__all__ = ["FORMAT", "Settings", "settings_options"]

_OPTIONS = "options"


def _flag(*names: str, about: str) -> Any:
    """Return a field that is true where one of the options is given."""
    return attrs.field(
        default=False, metadata={_OPTIONS: ((names, {"is_flag": True, "help": about}),)}
    )


def _formats() -> Mapping[str, str]:
    from refcore.cli.outputs import OUTPUTS

    return {word: output.about for word, output in OUTPUTS.items()}


FORMAT = Word("format", _formats)


def _output() -> Any:
    """Return the field of the format; each of the older flags sets it too."""
    choice: dict[str, Any] = {
        "type": FORMAT,
        "help": "Format of the result. Default: by the suffix of -o FILE, else text.",
    }
    options: list[Any] = [(("--format",), choice)]
    options += [
        ((f"--{word}",), {"flag_value": word, "help": f"Same as --format {word}."})
        for word in ("json", "github", "sarif")
    ]
    return attrs.field(default="", converter=_word, metadata={_OPTIONS: tuple(options)})


def _word(word: str | None) -> str:
    return word or ""


def _path(*names: str, about: str) -> Any:
    """Return the field of an option that names a file, which need not exist."""
    values = {"metavar": "FILE", "type": click.Path(dir_okay=False, allow_dash=True), "help": about}
    return attrs.field(default=None, metadata={_OPTIONS: ((names, values),)})


def _several(name: str, metavar: str, about: str, type_: Any = str) -> Any:
    """Return the field of an option that may be given more than once."""
    values = {"multiple": True, "metavar": metavar, "help": about, "type": type_}
    return attrs.field(default=(), metadata={_OPTIONS: (((name,), values),)})


@attrs.frozen
class Settings:
    """The options of a run, as plain values that can be sent to a process.

    A field that names options is an option of the command. The other fields come
    from options that several commands share.
    """

    files: tuple[str, ...]
    output: str = _output()
    target: str | None = _path(
        "--output", "-o", about="Write the result to FILE; '-' is the standard output."
    )
    quiet: bool = _flag("--quiet", "-q", about="Show only what is not confirmed.")
    verbose: int = attrs.field(
        default=0,
        metadata={
            _OPTIONS: (
                (
                    ("--verbose", "-v"),
                    {
                        "count": True,
                        "callback": start_logging,
                        "help": "Show every difference, also of confirmed lists; log each request.",
                    },
                ),
            )
        },
    )
    full: bool = _flag("--full", about="Show all differences of a list, however many.")
    worst_first: bool = _flag("--worst-first", about="Sort the references, the worst first.")
    width: int | None = attrs.field(
        default=None,
        metadata={
            _OPTIONS: (
                (
                    ("--width",),
                    {
                        "type": click.IntRange(LEAST, MOST),
                        "metavar": "COLUMNS",
                        "help": "Break lines at this width. Default: the terminal's.",
                    },
                ),
            )
        },
    )
    docs_url: str = attrs.field(
        default="",
        converter=_word,
        metadata={
            _OPTIONS: (
                (
                    ("--docs-url",),
                    {
                        "metavar": "URL",
                        "envvar": "REFCORE_DOCS_URL",
                        "help": "With --format sarif: the address of refcore's documentation, "
                        "which rules link to.",
                    },
                ),
            )
        },
    )
    ids_only: bool = _flag("--ids-only", about="Skip references without an identifier.")
    lookup: bool = _flag("--lookup", about="Search for references without an identifier by title.")
    links: bool = _flag(
        "--links",
        about="Check that web addresses answer, for references that no source covers.",
    )
    strict: bool = _flag("--strict", about="Exit with 3 also for references that no source covers.")
    watch: bool = _flag("--watch", about="Check a file again each time it changes.")
    fix: bool = _flag(
        "--fix", about="Correct errors in .bib files where the right value is certain; asks first."
    )
    yes: bool = _flag("--yes", about="With --fix: make all changes without asking.")
    diff: bool = _flag("--diff", about="With --fix: show the changes, make none.")
    dry_run: bool = _flag(
        "--dry-run",
        about="Print how many requests would be made, and stop. With --fix: same as --diff.",
    )
    ignored_keys: tuple[str, ...] = _several(
        "--ignore-keys",
        metavar="PATTERN",
        about="Skip references whose key matches PATTERN; * matches any text.",
        type_=KeyPattern(),
    )
    ignored_kinds: tuple[str, ...] = _several(
        "--ignore-kinds",
        metavar="TYPE",
        about="Skip references of a CSL type, such as webpage.",
        type_=Word("type", lambda: sorted(CSL_TYPES)),
    )
    baseline: str | None = _path("--baseline", about="Accept the findings in FILE.")
    force: bool = _flag("--force", about="With -o: overwrite a file even if it holds references.")
    write_baseline: bool = _flag(
        "--write-baseline",
        about="Write all present findings to the baseline, so that they are accepted.",
    )
    origins: SourceOptions = SourceOptions()
    source_format: str | None = None

    @property
    def format(self) -> str:
        """The format of the result: the one named, or that of the file's name, or text."""
        from refcore.cli.outputs import output_of_path

        return self.output or output_of_path(PurePath(self.target or "")) or "text"

    @property
    def view(self) -> View:
        """What of the result is shown."""
        return View(
            quiet=self.quiet,
            verbose=bool(self.verbose),
            strict=self.strict,
            full=self.full,
            worst_first=self.worst_first,
            width=self.width,
            docs_url=self.docs_url,
        )

    @property
    def only_shows(self) -> bool:
        """Whether changes are shown and none is made."""
        return self.diff or self.dry_run

    def wants(self, reference: Reference) -> bool:
        """Whether a reference is to be checked at all."""
        if self.ids_only and not identifiers_of(reference):
            return False
        if reference.type in self.ignored_kinds:
            return False
        return not any(fnmatchcase(reference.key, pattern) for pattern in self.ignored_keys)

    def sources(self, watch: Watch | None = None) -> Sources:
        """Build the sources of records that the options ask for."""
        return self.origins.sources(self.files, watch)


def settings_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of `Settings` to a command, which gets them as one value."""

    @functools.wraps(command)
    def called(files: tuple[Path, ...], **options: Any) -> None:
        origins = take_origins(options)
        command(Settings(tuple(dict.fromkeys(map(str, files))), origins=origins, **options))

    called = add_source_options(called, index_alone=True)
    for field in reversed(attrs.fields(Settings)):
        for names, values in reversed(field.metadata.get(_OPTIONS, ())):
            called = click.option(*names, field.name, **values)(called)
    return called
