"""What the rules for several kinds of works share."""

from __future__ import annotations

from typing import Any, Final

from refcore.csl.fitting import LOOSE_TYPES, Fitting
from refcore.model.people import Authors
from refcore.text.patterns import regex

__all__ = [
    "APA_AND_HUMANITIES",
    "HOST",
    "HUMANITIES",
    "KEEPS_PAPERS",
    "PARTS_OF_DAY",
    "is_loose",
    "parts_of_day",
    "people_in",
]

PARTS_OF_DAY: Final = 3  # parts of a date with a day
# Beginnings of the names of styles.
HUMANITIES: Final = ("modern-language-association", "chicago", "turabian")
APA_AND_HUMANITIES: Final = ("apa", *HUMANITIES)
HOST: Final = regex(r"https?://(?:www\.|m\.)?([^/?#:]+)")
KEEPS_PAPERS: Final = regex(
    r"\b(?:Library|Archives?|Collections?|Papers|Museum|MSS?|Manuscripts?|Record Office"
    r"|Bibliothek|Biblioth[eè]que|Archiv)\b"
)


def people_in(written: str) -> Authors:
    """Return the people that a field of a .bib file lists.

    >>> people_in("Fei, Bo and Elm, Al")
    Authors([Person('Bo', 'Fei'), Person('Al', 'Elm')])
    """
    from refcore.bibtex.names import read_names  # only a .bib file has such fields

    return read_names(written)[0]


def is_loose(one: Fitting) -> bool:
    """Return whether an item has the type of a ``@misc``, which any kind of work may have."""
    return one.item["type"] in LOOSE_TYPES and one.reference.lowered


def parts_of_day(item: dict[str, Any]) -> list[int]:
    """Return the parts of the first day of an item's date."""
    return next(iter(item.get("issued", {}).get("date-parts", [])), [])
