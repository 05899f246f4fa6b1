"""Printing: all writing to the streams, colour and the live line.

Texts come from files and servers. What steers a terminal is shown, never sent to it,
and a stream that lacks a character gets a replacement.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Mapping
from typing import Any

from refcore.text.visible import visible, visible_json, visible_line

__all__ = [
    "erase_live",
    "is_live",
    "mute",
    "open_closed_streams",
    "output_width",
    "print_data",
    "print_document",
    "print_json_text",
    "print_styled",
    "print_version",
    "say",
    "show_live",
    "toned",
    "wants_colour",
    "width_of",
]


def open_closed_streams() -> None:
    """Put an empty file in place of each standard stream that is closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def print_version(version: str) -> None:
    """Print the version of refcore, without the time that importing click takes."""
    sys.stdout.write(f"refcore, version {version}\n")
    sys.stdout.flush()


def say(text: str = "", *, err: bool = False) -> None:
    """Print one line; line ends and what steers the terminal are shown."""
    _write(visible_line(text) + "\n", err=err)


def print_data(text: str, *, err: bool = False) -> None:
    """Print a text of several lines, with control characters made visible."""
    _write(visible(text), err=err)


def print_styled(line: str, *, err: bool = False) -> None:
    """Print a line that `styled` or `toned` made."""
    _write(line + "\n", err=err)


def print_document(text: str) -> None:
    """Print a document that is safe to print, such as one that a format of `verify` made."""
    _write(text, err=False)


def print_json_text(text: str) -> None:
    """Print the text of a JSON document, with the same escapes."""
    _write(visible_json(text, ascii=not _is_utf8()), err=False)


def _is_utf8() -> bool:
    return _encoding(sys.stdout).replace("_", "-").casefold() in ("utf-8", "utf8")


def _write(text: str, *, err: bool) -> None:
    encoding = _encoding(sys.stderr if err else sys.stdout)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.encode(encoding, "replace").decode(encoding)
    import click

    try:
        click.echo(text, nl=False, err=err)
    except OSError as error:
        # The reader of the pipe, such as head, has closed it; or there is nowhere to complain.
        if not (err or isinstance(error, BrokenPipeError)):
            raise
        mute(sys.stderr if err else sys.stdout)


def mute(stream: Any) -> None:
    """Let a stream lead nowhere: its reader has ended, and the command goes on without it.

    So the exit code is that of the work. Python would try to print what is pending at exit.
    """
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _encoding(stream: object) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def toned(text: str, **colour: Any) -> str:
    r"""Return a text in a colour, safe to print; text from a file must not control the terminal.

    >>> toned("moss\x1b[2J")
    'moss[U+001B][2J'
    """
    import click

    text = visible_line(text)
    return click.style(text, **colour) if colour and wants_colour(os.environ) else text


def wants_colour(environ: Mapping[str, str]) -> bool:
    """Return whether a terminal may get colour at all.

    Source: no-color.org, and the terminals that understand no escapes.

    >>> wants_colour({"NO_COLOR": "1"}), wants_colour({"TERM": "dumb"}), wants_colour({})
    (False, False, True)
    """
    return not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def is_live() -> bool:
    """Return whether the error stream is a terminal on which a line can be replaced."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def width_of(environ: Mapping[str, str] = os.environ) -> int:
    """Return the columns of the terminal; `COLUMNS` goes before what it says itself.

    >>> width_of({"COLUMNS": "60"})
    60
    """
    said = environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said) > 0:
        return int(said)
    import shutil

    return shutil.get_terminal_size().columns


def output_width(environ: Mapping[str, str] = os.environ) -> int | None:
    """Return the columns at which output is broken; None where it goes to no terminal.

    Whoever sets `COLUMNS` wants lines of that width in a pipe too.

    >>> output_width({"COLUMNS": "72"})
    72
    """
    if not environ.get("COLUMNS") and not sys.stdout.isatty():
        return None
    return width_of(environ)


def show_live(text: str, width: int) -> None:
    """Show one line on the terminal in place of the one before."""
    line = visible_line(text)
    _write(f"\r\x1b[2K{line if len(line) < width else line[: width - 2] + '…'}", err=True)


def erase_live() -> None:
    """Erase the line that is shown."""
    _write("\r\x1b[2K", err=True)
