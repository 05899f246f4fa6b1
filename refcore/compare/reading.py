"""Reads names as people write them into the model's `Authors`."""

from __future__ import annotations

from collections.abc import Sequence

from refcore.compare.listing import ListedName, read_listing
from refcore.model.people import Authors, Group, Name
from refcore.names.groups import upright
from refcore.names.parts import person_of

__all__ = ["read_authors"]


def read_authors(names: Sequence[str]) -> Authors:
    """Read a list of names, with LaTeX, ``:`` and elision marks, into `Authors`.

    Args:
        names: The names, one a text.

    Returns:
        The list; `others` says what it leaves out.

    >>> authors = read_authors(["{MiniMax}", ":", "Chen, Aili", "and 125 others"])
    >>> str(authors), authors.others
    ('MiniMax, Aili Chen and 125 more', 125)
    """
    listing = read_listing(names)
    return Authors([_name(entry) for entry in listing.entries], listing.others or False)


def _name(entry: ListedName) -> Name:
    if entry.group or not entry.parsed.words:
        return Group(upright(entry.shown))
    return person_of(entry.parsed.parts)
