"""Input and output of the commands: files, and ``-`` for the standard streams."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from refcore.cli.choices import FormatName
from refcore.cli.exit import Exit
from refcore.cli.terminal import mute, print_data, print_json_text, say
from refcore.files import read_file, read_to_end
from refcore.formats.registry import format_named, format_of_path, readable
from refcore.model.library import Library

if TYPE_CHECKING:
    from refcore.diagnostics import Diagnostic

__all__ = [
    "STREAM",
    "edit_stdin",
    "input_format",
    "load_input",
    "output_format",
    "read_stdin",
    "write_output",
    "write_stdout",
]

STREAM = "-"
F = TypeVar("F", bound=Callable[..., Any])


def input_format(command: F) -> F:
    """Add the option that names the format of the input."""
    return click.option(
        "--from",
        "source_format",
        type=FormatName(written=False),
        metavar="FORMAT",
        help=f"Format of the input: {', '.join(readable())}. Default: by its suffix.",
    )(command)


def load_input(path: str | Path, format_: str | None, *, name: str = "") -> Library:
    """Read a file, or the standard input for ``-``; raises as `refcore.load` does.

    `name` is shown in place of the path of a .bib file.
    """
    from refcore.formats import load, load_bytes

    if name and name != str(path):
        return load_bytes(read_file(path)[0], "bibtex", path=name)
    if str(path) != STREAM:
        return load(path, format_)
    if format_ is None:
        raise click.UsageError("name the format of the standard input with --from")
    format_named(format_)  # report an unknown format before any wait
    return load_bytes(read_stdin(), format_, path=STREAM)


def read_stdin() -> bytes:
    """Return all bytes of the standard input; at a terminal, say that they are waited for.

    Raises `FileTooLarge` where they do not end.
    """
    if sys.stdin.isatty():
        say("reading the standard input; press Ctrl-D to end it", err=True)
    return read_to_end(sys.stdin.buffer, STREAM)


def edit_stdin(edit: Callable[[Path, str], Exit], *, only_shows: bool) -> Exit:
    """Edit the standard input as a .bib file, and write it to the standard output.

    `edit` gets the path of a file with the input, and the name under which it is shown; what it
    prints goes to the error stream, unless it `only_shows`: then nothing is written. Nor is it
    where `edit` returns a usage error.
    """
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stdin.bib"
        path.write_bytes(read_stdin())
        if only_shows:
            return edit(path, STREAM)
        with contextlib.redirect_stdout(sys.stderr):
            code = edit(path, STREAM)
        if code is not Exit.USAGE:
            write_stdout(path.read_bytes())
        return code


def write_stdout(data: bytes) -> None:
    """Write bytes to the standard output, after what was printed before."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        mute(sys.stdout)


def output_format(target: str | Path, format_: str | None) -> str:
    """Return the format of the output; raises `UnknownFormat`."""
    if format_ is not None:
        return format_named(format_).name
    if str(target) == STREAM:
        raise click.UsageError("name the format of the standard output with --to")
    return format_of_path(str(target), is_written=True).name


def write_output(
    library: Library, target: str | Path, format_: str, **options: Any
) -> list[Diagnostic]:
    """Write a library to a file, or to the standard output for ``-``.

    A terminal gets the text with control characters shown; a pipe gets the bytes of a
    file.
    """
    from refcore.formats import dump, dump_bytes

    if str(target) != STREAM:
        return dump(library, target, format_, **options)
    data, found = dump_bytes(library, format_, **options)
    if not sys.stdout.isatty():
        write_stdout(data)
    elif format_ == "csl-json":
        print_json_text(data.decode("utf-8"))
    else:
        print_data(data.decode("utf-8", "replace"))
    return found
