"""What follows the names of a pasted list: the title of the work, its venue, volume and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from refcore.names.groups import is_institution, looks_like_group
from refcore.names.shape import is_name
from refcore.names.titlewords import is_of_title
from refcore.text.patterns import regex

__all__ = ["without_tail"]

# What a reference has and a list of names has not.
_PUBLISHED: Final = regex(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|\b(?:volume|vol|issue|pages?|pp|doi|isbn|proceedings|proc"
    r"|conference|symposium|journal|transactions|arxiv|preprint|ssrn|pmlr|thesis|elsevier|springer"
    r"|wiley)\b|https?:",
    re.IGNORECASE,
)
_MAY_FOLLOW: Final = regex(
    r"\s(?=(?:Proceedings|Proc\.|Journal\s(?:of|for)|(?:IEEE|ACM)\s(?:Transactions|Journal)"
    r"|Transactions\son|Advances\sin|In:?\s(?:Proc|The|Adv)|arXiv\b|Published\b|Annals\sof"
    r"|Findings\sof|International\sConference)\b)"
)
_BETWEEN: Final = regex(r"[,;\n]|(?<=[^\W\d_]{2})\.\s|\s[-–—•·|]\s|:\s")
_AROUND: Final = " \t\n,;:.-–—•·|\x1f"
# Longer lists than this have their names alone.
_MOST_PIECES: Final = 400


def without_tail(text: str) -> str:
    """Return a list of names without the rest of a reference that is behind them.

    A text is left as it is where names follow what reads as a title.

    >>> without_tail("Bo Fei, Al Go, Networks for Images, The Computer Journal, Volume 66")
    'Bo Fei, Al Go'
    >>> without_tail("Bo Fei, Al Go Proceedings of the IEEE, 2023"), without_tail("Bo Fei, Al Go")
    ('Bo Fei, Al Go', 'Bo Fei, Al Go')
    """
    if not _PUBLISHED.search(text):
        return text
    first, before = -1, 0
    for count, (start, end) in enumerate(_pieces(text)):
        part = text[start:end].strip(_AROUND)
        if count > _MOST_PIECES or (first > 0 and _is_person(part)):
            return text
        if first < 0 and (place := _foreign(text, start, end, part)) >= 0:
            lead = text[before:start].rstrip()
            first = before if lead.endswith(":") and not _is_person(lead.strip(_AROUND)) else place
        before = start
    if first <= 0 or not _PUBLISHED.search(text, first) or not text[:first].strip(_AROUND):
        return text
    return text[:first].rstrip(_AROUND)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _BETWEEN.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


def _foreign(text: str, start: int, end: int, part: str) -> int:
    """Return where a piece becomes a title or a venue, or -1."""
    behind = _MAY_FOLLOW.search(text, start + 1, end)
    if behind and is_name(text[start : behind.start()].strip(_AROUND)):
        return behind.start()
    words = part.split()
    venue = len(words) > 1 and _PUBLISHED.match(part.removeprefix("The ").removeprefix("In "))
    title = is_of_title(words) and len(words) > 1 and not looks_like_group(part)
    return start if (venue or title) and not is_institution(part) else -1


def _is_person(part: str) -> bool:
    return len(part.split()) > 1 and is_name(part) and not looks_like_group(part)
