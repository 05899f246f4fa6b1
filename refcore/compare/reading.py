"""Names as people write them, read into the model's `Authors`."""

from __future__ import annotations

from collections.abc import Sequence

from refcore.compare.listing import Entry, read_listing
from refcore.model.people import Authors, Group, Name, Person
from refcore.names.plain import is_particle

__all__ = ["read_authors"]


def read_authors(names: Sequence[str]) -> Authors:
    """Read a list of names, with LaTeX, ``:`` and elision marks, into `Authors`.

    >>> authors = read_authors(["{MiniMax}", ":", "Chen, Aili", "and 125 others"])
    >>> str(authors), authors.others
    ('MiniMax, Aili Chen and 125 more', 125)
    """
    listing = read_listing(names)
    return Authors([_name(entry) for entry in listing.entries], listing.others or False)


def _name(entry: Entry) -> Name:
    if entry.group or not entry.parsed.words:
        return Group(entry.shown)
    parsed = entry.parsed
    start = family = parsed.family_start
    while family < len(parsed.words) - 1 and is_particle(parsed.words[family].lower()):
        family += 1
    return Person(
        " ".join(parsed.words[:start]),
        " ".join(parsed.words[family:]),
        non_dropping_particle=" ".join(parsed.words[start:family]),
        suffix=parsed.suffix,
    )
