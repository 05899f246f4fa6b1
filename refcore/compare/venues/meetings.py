"""The names of meetings: words for their subject, and words that say nothing about it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from refcore.text.patterns import regex

__all__ = [
    "CONFERENCE_WORDS",
    "MEETINGS",
    "bare_meeting",
    "is_made_of_parts",
    "is_numbered",
    "subject",
]

# Words that say that a name is that of a meeting or of its proceedings.
CONFERENCE_WORDS: Final = frozenset(
    "conference conf proceedings proc symposium symp workshop meeting congress".split()
)
# Words for a meeting and its volumes, which one name has and another leaves out.
MEETINGS: Final = frozenset(
    "annual annu ann biennial colloquium conf conference conferences congr congress dig digest "
    "exhibition expo exposition int international intl joint meet meeting meetings papers proc "
    "proceeding proceedings sympos symp symposium symposia tech technical workshop workshops "
    "worksh".split()
)
_ONLINE: Final = regex(r"\s*\((?:online|virtual|hybrid)[\w ]{0,12}\)$", re.IGNORECASE)
_IN: Final = regex(r"^In:?\s+(?=[A-Z0-9])")
# "ASPLOS XXV", "CADE-27", "CAV (1)", "TACAS 2021, Part I", "IJCNLP (Volume 1: Long Papers)".
_COUNTED: Final = regex(
    r"^([A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?:[- ](?:[IVX]{1,6}|[0-9]{1,4}))?(?:\s+(?:19|20)[0-9]{2})?"
    r"(?:\s*\([0-9]{1,2}\)|\s+Task\s+[0-9]+|,?\s+Part\s.{1,20}"
    r"|\s*\((?:Vol|Part|Short|Long|Main)\w*\.?\s[^()]{1,40}\))?$"
)
_MEETING: Final = regex(r"\b(?:conf|congr|symp|workshop|meeting|colloquium)", re.IGNORECASE)
_SHORT: Final = regex(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[ '’-]*[0-9]{2,4})?")
_INSIDE_A_PLACE: Final = frozenset(("of", "de", "la", "the", "du"))
_NUMBERED: Final = regex(r"\bProc(?:eedings|\.)? of (?:the )?[0-9]+(?:st|nd|rd|th)\b")
# Special interest groups of ACM, and societies of IEEE after its name.
_SPONSOR: Final = regex(r"sig[a-z]{2,6}")
_LONGEST: Final = 5  # words of a place
_SHORT_YEAR: Final = regex(r"(?<![\s'’-])[\s'’-]*+[0-9]{2,4}$")
_CAMEL: Final = regex(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|^[a-z]+")


def bare_meeting(text: str) -> str:
    """Return a name without "In", the count after its short name, and the place.

    >>> bare_meeting("TACAS 2021, Part I"), bare_meeting("CADE-27")
    ('TACAS', 'CADE')
    >>> bare_meeting("IEEE Int. Symp. on Biomedical Imaging, Iowa City, USA")
    'IEEE Int. Symp. on Biomedical Imaging'
    >>> bare_meeting("Conference on Signals, Systems, and Computers")
    'Conference on Signals, Systems, and Computers'
    """
    if text.startswith("In"):
        text = _IN.sub("", text)
    if text.endswith(")"):
        text = _ONLINE.sub("", text)
    text = _COUNTED.sub(r"\1", text)
    head, *parts = text.split(",")
    if not parts or not (_MEETING.search(head) or _SHORT.fullmatch(head)):
        return text
    kept = len(parts)
    while kept and _is_place(parts[kept - 1]):
        kept -= 1
    return ",".join([head, *parts[:kept]])


def _is_place(part: str) -> bool:
    words = part.split()
    return (
        0 < len(words) <= _LONGEST
        and all(w[0].isupper() or w[0].isdigit() or w in _INSIDE_A_PLACE for w in words)
        and not _MEETING.search(part)
        and not _NAMES_ANOTHER.search(part)
    )


# Another short name, and no country's: ", PACMPL 2(POPL)"; a volume beside the proceedings.
_NAMES_ANOTHER: Final = regex(r"[A-Z]{4}|[(]|\b(?:Companion|Adjunct|Extended|Supplement)")


def is_numbered(text: str) -> bool:
    """Return whether a name is the proceedings of a meeting with a number: a journal has none.

    >>> is_numbered("Proceedings of the 29th on Hypertext and Social Media")
    True
    >>> is_numbered("Proceedings of the IEEE")
    False
    """
    return bool(_NUMBERED.search(text))


def subject(words: Sequence[str], leave: Collection[str]) -> list[str]:
    """Return the words that say what a meeting is about.

    >>> subject("annual acm sigplan symposium principles programming".split(), {"acm"})
    ['principles', 'programming']
    """
    return [w for w in words if w not in MEETINGS and w not in leave and not _SPONSOR.fullmatch(w)]


def is_made_of_parts(name: str, words: Sequence[str]) -> bool:
    """Return whether a name is a short one of beginnings of words, each with its capital.

    >>> is_made_of_parts("EuroSys", ["european", "conference", "computer", "systems"])
    True
    >>> is_made_of_parts("MobiSys", ["mobile", "computing", "networking"])
    False
    """
    parts = [part.casefold() for part in _CAMEL.findall(_SHORT_YEAR.sub("", name))]
    if " " in name.strip() or len(parts) < 2 or min(map(len, parts)) < _LEAST:
        return False
    rest = iter(words)
    return all(any(word.startswith(part) for word in rest) for part in parts)


_LEAST: Final = 3
