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

__all__ = ["FORMAT", "GROUPS", "Settings", "settings_options"]

_OPTIONS, _HEADING = "options", "heading"
# The headings of the help, in its order, with the options under them that other commands share.
CHECK = "What to check"
RECORDS = "Where records come from"
SHOWN = "How the result is shown"
CORRECTIONS = "Corrections"
COUNTED = "Which findings count"
_SHARED = {
    CHECK: ("source_format",),
    RECORDS: (
        "lock_path",
        "snapshot_path",
        "offline",
        "refresh",
        "sources_asked",
        "timeout",
        "mailto",
    ),
    SHOWN: (),
    CORRECTIONS: (),
    COUNTED: (),
}


def _option(
    heading: str,
    *names: str,
    default: Any = None,
    converter: Callable[[Any], Any] | None = None,
    **values: Any,
) -> Any:
    """Return a field that an option sets; `values` are click's."""
    metadata = {_HEADING: heading, _OPTIONS: ((names, values),)}
    return attrs.field(default=default, converter=converter, metadata=metadata)


def _flag(heading: str, *names: str, about: str) -> Any:
    """Return a field that is true where one of the options is given."""
    return _option(heading, *names, default=False, is_flag=True, help=about)


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
    metadata = {_HEADING: SHOWN, _OPTIONS: tuple(options)}
    return attrs.field(default="", converter=_word, metadata=metadata)


def _word(word: str | None) -> str:
    return word or ""


def _path(heading: str, *names: str, about: str) -> Any:
    """Return the field of an option that names a file; the file need not exist."""
    type_ = click.Path(dir_okay=False, allow_dash=True)
    return _option(heading, *names, metavar="FILE", type=type_, help=about)


def _several(heading: str, name: str, metavar: str, about: str, type_: Any = str) -> Any:
    """Return the field of an option that may be given more than once."""
    return _option(
        heading, name, default=(), multiple=True, metavar=metavar, help=about, type=type_
    )


@attrs.frozen
class Settings:
    """The options of a run, as plain values that can be sent to a process.

    A field that names options is an option of the command. The other fields come
    from options that several commands share.
    """

    files: tuple[str, ...]
    lookup: bool = _flag(
        CHECK, "--lookup", about="Search for references without an identifier by title."
    )
    links: bool = _flag(
        CHECK,
        "--links",
        about="Check that web addresses answer, for references that no source covers.",
    )
    ids_only: bool = _flag(CHECK, "--ids-only", about="Skip references without an identifier.")
    ignored_keys: tuple[str, ...] = _several(
        CHECK,
        "--ignore-keys",
        metavar="PATTERN",
        about="Skip references whose key matches PATTERN; * matches any text.",
        type_=KeyPattern(),
    )
    ignored_kinds: tuple[str, ...] = _several(
        CHECK,
        "--ignore-kinds",
        metavar="TYPE",
        about="Skip references of a CSL type, such as webpage.",
        type_=Word("type", lambda: sorted(CSL_TYPES)),
    )
    watch: bool = _flag(CHECK, "--watch", about="Check a file again each time it changes.")
    dry_run: bool = _flag(
        RECORDS,
        "--dry-run",
        about="Print how many requests would be made, and stop. With --fix: same as --diff.",
    )
    output: str = _output()
    target: str | None = _path(
        SHOWN, "--output", "-o", about="Write the result to FILE; '-' is the standard output."
    )
    force: bool = _flag(
        SHOWN, "--force", about="With -o: overwrite a file even if it holds references."
    )
    quiet: bool = _flag(SHOWN, "--quiet", "-q", about="Show only what is not confirmed.")
    verbose: int = _option(
        SHOWN,
        "--verbose",
        "-v",
        default=0,
        count=True,
        callback=start_logging,
        help="Show every difference, also of confirmed lists; log each request.",
    )
    full: bool = _flag(SHOWN, "--full", about="Show all differences of a list, however many.")
    worst_first: bool = _flag(SHOWN, "--worst-first", about="Sort the references, the worst first.")
    width: int | None = _option(
        SHOWN,
        "--width",
        type=click.IntRange(LEAST, MOST),
        metavar="COLUMNS",
        help="Break lines at this width. Default: the terminal's.",
    )
    docs_url: str = _option(
        SHOWN,
        "--docs-url",
        default="",
        converter=_word,
        metavar="URL",
        envvar="REFCORE_DOCS_URL",
        help="With --format sarif: the address of refcore's documentation, which rules link to.",
    )
    fix: bool = _flag(
        CORRECTIONS,
        "--fix",
        about="Correct errors in .bib files where the right value is certain; asks first.",
    )
    yes: bool = _flag(CORRECTIONS, "--yes", about="With --fix: make all changes without asking.")
    diff: bool = _flag(CORRECTIONS, "--diff", about="With --fix: show the changes, make none.")
    strict: bool = _flag(
        COUNTED, "--strict", about="Exit with 3 also for references that no source covers."
    )
    baseline: str | None = _path(COUNTED, "--baseline", about="Accept the findings in FILE.")
    write_baseline: bool = _flag(
        COUNTED,
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
        """Return whether a reference is to be checked at all."""
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


# The names of the options of ``verify`` under each heading of its help.
GROUPS = {
    heading: (
        *shared,
        *(one.name for one in attrs.fields(Settings) if one.metadata.get(_HEADING) == heading),
    )
    for heading, shared in _SHARED.items()
}
