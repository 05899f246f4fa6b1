"""Titles with nothing, or a stop without a space, in front of their venues.

Some styles print "Of WordsThe Lancet 12:3", "Of Words.The Lancet 12:3" or "Of Words(arXiv:2019.1)".
Titles have such capitals within a word, too, so a list must show these several times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from refcore.text.patterns import regex
from refcore.textlists.cues import Zone
from refcore.textlists.cueweights import weight_of

__all__ = ["with_gaps"]


class Joint(StrEnum):
    """What is between a title and its venue where the space is missing, with an example."""

    NOTHING = "Of WordsThe Lancet 12:3"
    STOP = "Of Words.The Lancet 12:3"
    BRACKET = "Of Words(arXiv:2019.12345)"


# What begins the name of a meeting; cleaning sets a space in front of it.
_MEETING: Final = (
    r"(?:Proceedings of|Advances in [A-Z]|IEEE\b|ACM\b|(?:Twenty|Thirty|Forty|Fifty)-[A-Z]"
    r"|(?:19|20)\d\d (?:IEEE|ACM|International)|The (?:\d|[A-Z][a-z]+(?:th|st|nd|rd) )"
    r"|(?:Annual|International) (?:Conference|Symposium|Workshop|Meeting)"
    r"|Interspeech |Journal of |Lecture Notes |Findings of )"
)
# Each pattern finds the place in front of a venue.
_JOINTS: Final = {
    Joint.NOTHING: regex(
        r"(?<=[\w’'][a-zß-ÿ])(?=[A-Z][\w/&]* ?)|(?<=[a-zß-ÿ]{2}[)?!”])(?=[A-Z]\w)"
        r"|(?<=\w[a-zß-ÿ])(?=(?:19|20)\d\d [A-Z]|\d{1,2}(?:st|nd|rd|th) [A-Z])"
        rf"|(?<=[a-zß-ÿ]{{3}}[ ])(?={_MEETING})|(?<=[A-Z]{{3}})(?=IEEE |ACM )"
    ),
    Joint.STOP: regex(r"(?<=\w[a-zß-ÿ)]\.)(?=[A-Z]\w)"),
    Joint.BRACKET: regex(r"(?<=[\w)?]{2})(?=\((?:arXiv:|doi:|https?:))"),
}
# In how many references of a list each must be.
_LEAST: Final = {Joint.NOTHING: 3, Joint.STOP: 1, Joint.BRACKET: 1}
_LEAST_SHARE: Final = {Joint.NOTHING: 0.1, Joint.STOP: 0.0, Joint.BRACKET: 0.0}
# "Bog. NeuroImage 12": the first word of a part is a name with a capital inside.
_BEGINS: Final = regex(r"(?:^|[.,;:!?“”\"(\[] ?|\b[Ii]n:? (?=[A-Z]))[^\s]{1,40}$")
_OTHER_TITLE: Final = regex(r"\. (?=[A-Z][a-z])")
_ADDRESS: Final = regex(
    r"(?:https?://|www\.|doi\.org/|\b(?:ar|(?:bio|med|chem)r|psyar)xiv)\S*", re.IGNORECASE
)
_LEAST_WEIGHT: Final = 1.5
# "Interspeech 2016, ISCA": a meeting and its year.
_OF_YEAR: Final = regex(r"[A-Z][\w-]{2,14} (?:19|20)\d\d, [A-Z]")
_MOST: Final = 140


def with_gaps(texts: Sequence[str]) -> list[str]:
    """Return the references with a stop and a space in front of their venues.

    >>> texts = ["B. Fei, 2019, Of WordsThe Lancet 12:3, 4–5."] * 3
    >>> with_gaps(texts)[0]
    'B. Fei, 2019, Of Words. The Lancet 12:3, 4–5.'
    >>> with_gaps(texts[:1])[0]
    'B. Fei, 2019, Of WordsThe Lancet 12:3, 4–5.'
    """
    done = list(texts)
    for joint in Joint:
        places = [_place_of(text, joint) for text in done]
        seen = sum(place > 0 for place in places)
        if seen >= max(_LEAST[joint], _LEAST_SHARE[joint] * len(done)):
            done = [_parted(text, place) for text, place in zip(done, places, strict=True)]
    return done


def _parted(text: str, place: int) -> str:
    if not place:
        return text
    before = text[:place].rstrip()
    sign = "" if before[-1:] in (".", "?", "!") else "."
    return f"{before}{sign} {text[place:]}"


def _place_of(text: str, joint: Joint) -> int:
    """Return where the venue begins that follows a title without a gap, or 0.

    >>> _place_of("Fei B. Of GraphNets. Cell 12:3, 4.", Joint.NOTHING)
    0
    """
    links = [found.span() for found in _ADDRESS.finditer(text)]
    # Behind a space the first will do: "The Twelfth International Conference".
    best, at, spaced = 0.0, 0, 0
    for found in _JOINTS[joint].finditer(text):
        place = found.start()
        if any(start < place < end for start, end in links):
            continue
        if joint is Joint.NOTHING and _BEGINS.search(text, max(0, place - 60), place):
            continue
        weight = weight_of(Zone.AFTER, f". {_venue_at(text, place)}")
        if weight < _LEAST_WEIGHT and not _OF_YEAR.match(text, place):
            continue
        if text[place - 1] == " ":
            spaced = spaced or place
        elif weight >= best:
            best, at = weight, place
    return spaced or at


def _venue_at(text: str, place: int) -> str:
    """Return what may be a venue at a place: the text up to the next sentence.

    >>> _venue_at("The Lancet 12. Pier, Oslo", 0)
    'The Lancet 12'
    """
    end = _OTHER_TITLE.search(text, place, place + _MOST)
    return text[place : end.start() if end else place + _MOST]
