"""Meetings in front of titles: "Proceedings of the Moss Meeting, May 2-4, 2019, Of Words, 3–9"."""

from __future__ import annotations

import re
from typing import Final

import attrs

from refcore.names.places import is_region
from refcore.text.months import MONTH_ANYWHERE
from refcore.text.patterns import regex
from refcore.textlists.segment import Reading

__all__ = ["with_meeting_in_front"]

_MEETING: Final = regex(
    r"[^“”\"]{0,90}?\b(?:Proceedings|Conference|Symposium|Workshops?)\b", re.IGNORECASE
)
_DAYS: Final = regex(rf"(?:{MONTH_ANYWHERE})\b[\w –-]{{0,24}}, (?:19|20)\d\d,? ", re.IGNORECASE)
_END: Final = regex(r", (?:pp?\. ?)?\d[\d:]*(?: ?[–-] ?\d[\d:]*)?\W*$")
_LEAST_TITLE: Final = 2  # spaces
_MOST_OF_PLACE: Final = 3  # parts between commas
_MOST: Final = 700


def with_meeting_in_front(text: str, reading: Reading | None) -> Reading | None:
    """Return a reading without a title with the one behind a meeting and its days.

    >>> text = "Proceedings of the Fen Meeting, Oslo, Norway, May 2-4, 2019, Words of the Fen, 3–9."
    >>> found = with_meeting_in_front(text, Reading(0.0, None, None, None, 0, ()))
    >>> text[slice(*found.title)]
    'Words of the Fen'
    """
    if reading is None or reading.title is not None or not _MEETING.match(text):
        return reading
    end = _END.search(text, max(0, len(text) - _MOST))
    start = _start_of_title(text[: end.start()]) if end else 0
    if end is None or not start or text.count(" ", start, end.start()) < _LEAST_TITLE:
        return reading
    return attrs.evolve(
        reading, names=None, title=(start, end.start()), rest=end.start(), editors=False
    )


def _start_of_title(text: str) -> int:
    """Return where the title begins behind a meeting's days, or behind its only comma, or 0.

    >>> _start_of_title("Workshop on Fens, Words of Moss"), _start_of_title("Workshop, Oslo, Words")
    (18, 0)
    """
    *_, days = (None, *_DAYS.finditer(text[:_MOST]))
    if days is not None:
        return _after_place(text, days.end())
    return text.index(", ") + len(", ") if text.count(", ") == 1 else 0


def _after_place(text: str, at: int) -> int:
    """Return where a title begins behind a town and its country, if those are at a place.

    >>> _after_place("Québec City, Canada, Of Moss", 0), _after_place("Words, and Moss", 0)
    (21, 0)
    """
    place = start = at
    for part in text[at:].split(", ")[:_MOST_OF_PLACE]:
        place += len(part) + len(", ")
        start = place if is_region(part) else start
    return start
