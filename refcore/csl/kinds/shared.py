"""What the rules for several kinds of works share."""

from __future__ import annotations

from typing import Any, Final

from refcore.csl.fitting import LOOSE_TYPES, Fitting
from refcore.formats.csljson.dates import date_to_csl
from refcore.model.dates import Date
from refcore.model.people import Authors
from refcore.model.worddates import date_in_words
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
    "without_day",
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

# "Fen Forum, Oslo, 3 May 2001"
_DATED: Final = regex(
    r"(?P<event>.{3,160}?),? (?:on )?"
    r"(?P<date>(?:[0-9]{1,2} )?(?:[A-Z][a-z]{2,8}\.? )?(?:[0-9]{1,2}, )?[12][0-9]{3})"
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


def without_day(event: str, item: dict[str, Any]) -> str:
    """Return an event without the day or year that ends its name; it dates a talk without a date.

    >>> without_day("Fen Forum, Ely, 3 May 2001", item := {}), item
    ('Fen Forum, Ely', {'issued': {'date-parts': [[2001, 5, 3]]}})
    """
    found = _DATED.fullmatch(event)
    date = date_in_words(found["date"]) or Date.from_text(found["date"]) if found else None
    if found is None or date is None or date.literal:
        return event
    issued = date_to_csl(date)
    years = {part[0] for part in item.get("issued", issued).get("date-parts", [])}
    if date.year not in years:
        return event
    item.setdefault("issued", issued)
    return found["event"]
