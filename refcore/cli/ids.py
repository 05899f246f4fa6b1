"""Identifiers as arguments: themselves, in a file, or on the standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers import Identifier, identifiers_in, read_identifier

__all__ = ["wanted_ids"]


def wanted_ids(texts: tuple[str, ...]) -> list[Identifier]:
    """Return the identifiers given as arguments, or found in the files that these name."""
    wanted: list[Identifier] = []
    for text in texts:
        if text == "-":
            wanted += _in_lines(sys.stdin.read())
        elif Path(text).is_file():
            wanted += _in_lines(Path(text).read_text("utf-8", errors="replace"))
        else:
            wanted.append(read_identifier(text))
    if not wanted:
        raise click.UsageError("there is no identifier in what was given")
    return list(dict.fromkeys(wanted))


def _in_lines(text: str) -> Iterator[Identifier]:
    for line in filter(str.strip, text.splitlines()):
        try:
            yield read_identifier(line)
        except InvalidIdentifier:
            yield from identifiers_in(line)
