"""Statements of responsibility: the names that ISBD and GOST print after the title and a slash.

"Ivanov, A. B. Of Words / A. B. Ivanov, V. G. Petrov. – Oslo": the heading has the first author,
the statement has all. Source: ISBD, area 1; GOST 7.0.100, section 5.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from refcore.textlists.namelists import FORMS, NameList, name_lists
from refcore.textlists.segment import Reading
from refcore.textlists.words import Word, words_of

__all__ = ["with_stated_names"]

_FORMS: Final = tuple(form for form in FORMS if form.first in ("IF", "GF", "FI"))
_SLASH: Final = " / "
_MOST: Final = 2_000


def with_stated_names(text: str, reading: Reading | None) -> Reading | None:
    """Return a reading with the names after the slash, if they include the first of the heading."""
    if reading is None or reading.title is None or reading.names is None:
        return reading
    at = reading.title[1]
    if not text.startswith(_SLASH, at):
        return reading
    words = words_of(text[: at + _MOST])
    first = next((n for n, word in enumerate(words) if word.start >= at + len(_SLASH)), None)
    if first is None:
        return reading
    stated = max(_stated(words, first, text), key=lambda one: one.end, default=None)
    if stated is None or not _begins_alike(reading.names, stated):
        return reading
    return attrs.evolve(reading, names=stated, rest=words[stated.end - 1].end)


def _stated(words: list[Word], first: int, text: str) -> Iterator[NameList]:
    """Yield the lists of names that a stop, a dash, a semicolon or another slash ends."""
    for names in name_lists(words, first, text, _FORMS):
        sign = names.delimiter.strip()[:1]
        ahead = words[names.end].core if names.end < len(words) else ""
        if sign in (".", ";", "–", "—") or ahead in ("//", "–", "—") or not ahead:
            yield names


def _begins_alike(heading: NameList, stated: NameList) -> bool:
    """Return whether the first name of a heading is among those of a statement."""
    family = heading.names[0].partition(",")[0].casefold()
    return any(family in name.casefold().replace(",", " ").split() for name in stated.names)
