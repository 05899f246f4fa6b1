"""Files that exist already: overwritten only on request."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from refcore.cli.inputs import STREAM
from refcore.errors import RefcoreError

_REPORT, _HEAD = b'"unread_files": ', 2000  # only the JSON of `verify` has this member

__all__ = ["force_option", "refuse_overwriting"]

force_option = click.option("--force", is_flag=True, help="Overwrite an existing file.")


def refuse_overwriting(
    target: Path | str | None, *, force: bool = False, only_libraries: bool = False
) -> None:
    """Raise `click.UsageError` where a file would be lost, saying what it holds.

    `only_libraries` allows overwriting files without references, such as the last report.
    """
    if target is None or force or str(target) == STREAM:
        return
    path = Path(target)
    if not path.is_file() or not path.stat().st_size:
        return
    count = _references_in(path)
    if only_libraries and not _is_library(path):
        return
    if count or not only_libraries:
        word = "reference" if count == 1 else "references"
        held = f" and holds {count} {word}, which would be lost" if count else ""
        raise click.UsageError(f"{path} exists{held}; add --force to overwrite it")


def _is_library(path: Path) -> bool:
    """Return whether a file is of a format that refcore writes, and is not a report of refcore."""
    from refcore.formats.registry import format_of_path

    try:
        known = format_of_path(str(path))
    except RefcoreError:
        return False
    with path.open("rb") as file:
        return known.writer is not None and _REPORT not in file.read(_HEAD)


def _references_in(path: Path) -> int:
    from refcore.formats import load

    try:
        found: Any = load(path)
    except (RefcoreError, OSError):
        return 0
    return len(found)
