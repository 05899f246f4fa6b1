"""Makes the citation key of a work that comes without one."""

from __future__ import annotations

from refcore.model.people import Authors, Group
from refcore.model.reference import Reference
from refcore.text.ascii import Umlauts
from refcore.text.keys import made_key

__all__ = ["key_for", "key_of"]


def key_for(authors: Authors, year: int | None, title: str, umlauts: Umlauts = "u") -> str:
    """Return the key of a work: first family name or group, year, first word of the title.

    >>> key_for(Authors([Group("MiniMax")]), 2025, "MiniMax-M1: Scaling Test-Time Compute")
    'minimax2025minimaxm1'
    """
    first = next(iter(authors), None)
    if first is None:
        return made_key("", year, title, umlauts)
    name = first.name if isinstance(first, Group) else first.family or first.given
    return made_key(name, year, title, umlauts)


def key_of(reference: Reference, umlauts: Umlauts = "u") -> str:
    """Return the key made for a reference from its authors, or else from its editors.

    If the reference states no year, its arXiv id supplies one.

    >>> key_of(Reference("x", "book", "The Art of Words"))
    'art'
    """
    year = reference.year
    if year is None and reference.arxiv is not None:
        year = reference.arxiv.year
    return key_for(reference.authors or reference.editors, year, reference.title, umlauts)
