"""Identifiers as arguments: themselves, in a file, or on the standard input."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from refcore.cli.inputs import read_stdin
from refcore.errors import InvalidIdentifier
from refcore.files import read_file
from refcore.model.identifiers import Identifier, identifiers_in, read_identifier
from refcore.text.idforms import DOI_START
from refcore.text.patterns import regex

__all__ = ["wanted_ids"]


def wanted_ids(texts: tuple[str, ...]) -> list[Identifier]:
    """Return the identifiers given as arguments, or found in the files that these name."""
    wanted: list[Identifier] = []
    for text in texts:
        if text == "-":
            wanted += _in_lines(read_stdin().decode("utf-8", "replace"))
        elif Path(text).is_file():
            wanted += _in_lines(read_file(text)[0].decode("utf-8", "replace"))
        else:
            wanted += _in_argument(text)
    if not wanted:
        raise click.UsageError("the input contains no identifier")
    return list(dict.fromkeys(wanted))


def _in_argument(text: str) -> Iterator[Identifier]:
    """Yield the identifiers of one argument: one, several between commas, or those in a text.

    >>> list(_in_argument("2506.13585, 10.1000/182"))
    [ArxivId('2506.13585'), Doi('10.1000/182')]
    """
    parts = [part for part in _BETWEEN.split(text) if part.strip()] or [text]
    for part in parts:
        try:
            yield read_identifier(part)
        except InvalidIdentifier:
            found = identifiers_in(part)
            if not found and len(part.split()) > 1:
                raise click.UsageError(
                    f"{part!r} is not an identifier; to find a work by its title: "
                    f"refcore search {shlex.quote(part)}"
                ) from None
            if not found:
                raise
            yield from found


# A comma can be a part of a DOI: it divides two only where another identifier begins.
_BETWEEN = regex(rf"[,;]\s*(?={DOI_START}|[a-z]{{3,6}}:|https?:)", re.IGNORECASE)


def _in_lines(text: str) -> Iterator[Identifier]:
    for line in filter(str.strip, text.splitlines()):
        try:
            yield read_identifier(line)
        except InvalidIdentifier:
            yield from identifiers_in(line)
