"""Where the result of a verification goes: to the standard output, a file, a job's summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refcore.cli.inputs import STREAM
from refcore.cli.terminal import print_document, print_json_text, say

if TYPE_CHECKING:
    from refcore.files import ReadState

__all__ = ["add_step_summary", "deliver", "write_file"]


def deliver(text: str, target: str | None, *, is_json: bool = False) -> None:
    """Print a document, or write it to a file, without colour and whole or not at all."""
    if target is None or target == STREAM:
        print_json_text(text) if is_json else print_document(text)
        return
    write_file(Path(target), click.unstyle(text).encode("utf-8", "replace"))
    say(f"{target}: written", err=True)


def write_file(path: Path, data: bytes, read: Iterable[ReadState | None] = ()) -> None:
    """Write a file whole or not at all, and warn of what of the old file could not be kept."""
    from refcore.files import write_whole

    for said in write_whole(path, data, read=read):
        say(f"warning: {said}", err=True)


def add_step_summary(text: str, environ: Mapping[str, str]) -> None:
    """Add a text to the summary page of the GitHub job, where the command runs in one."""
    path = environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:  # the page is extra: the result was printed
        say(f"warning: {path}: {error.strerror or error}", err=True)
