"""Names inside what an entry has in place of a title: "On It — Berg & Fei (2020)"."""

from __future__ import annotations

from typing import Final

import attrs

from refcore.markdown.roles import is_acronym
from refcore.names.running import NameList, read_names, surely_names
from refcore.names.surnames import joined_surnames, listed_surnames
from refcore.text.patterns import regex

__all__ = ["CutTitle", "cut_title"]

_YEAR: Final = r",?\s*\(?(?:19|20)[0-9]{2}[a-z]?\)?"
# "On It — Berg & Fei (2020)", "On It (2020) - Berg, Fei"
_BEHIND: Final = regex(
    rf"(?P<title>[^\n]{{4,300}}?)(?P<before>{_YEAR})?\s[—–-]{{1,2}}\s"
    rf"(?P<names>[^—–\n]{{3,200}}?)(?P<after>{_YEAR})?\Z"
)
# "MLGW: A. Berg and B. Fei"
_AFTER_LABEL: Final = regex(r"(?P<title>[^\s:]{2,40}):\s+(?P<names>[^:\n]{3,300})\Z")
# "It is described in A. Berg and B. Fei"
_IN_SENTENCE: Final = regex(
    r"[^\n]{4,200}?\s(?:by|from|in|of|see|to)\s(?P<names>[^\W\d_a-z][^:\n]{3,300})\Z"
)
_SENTENCE: Final = regex(r"\b(?:are|is|was|were|has been|have been)\s[a-z]|\bsee\s[^\W\d_a-z]")
_ELIDED: Final = regex(r"[^\W\d_a-z][\w'’-]+\set\.?\sal\.?")


@attrs.frozen
class CutTitle:
    """A title, and the names that were in one piece with it; the title is "" in a sentence."""

    title: str
    names: NameList


def cut_title(text: str) -> CutTitle | None:
    """Return the title and the names that one piece of an entry has, or None.

    The places of the names are offsets of the text.

    >>> found = cut_title("Lamps / Mirrors — Berg & Fei (2020)")
    >>> found.title, [name.name for name in found.names.names]
    ('Lamps / Mirrors', ['Berg', 'Fei'])
    >>> cut_title("It is shown in A. Berg and B. Fei").title
    ''
    >>> cut_title("On the Form — of Things (2020)")
    """
    if behind := _BEHIND.match(text):
        dated = bool(behind["before"] or behind["after"])
        names = _names(text, *behind.span("names"), dated=dated)
        if names is not None:
            return CutTitle(behind["title"], names)
    label = _AFTER_LABEL.match(text)
    called = label is not None and is_acronym(label["title"])
    names = _names(text, *label.span("names"), dated=False) if label and called else None
    if label and names:
        return CutTitle(label["title"], names)
    said = _IN_SENTENCE.match(text)
    names = _names(text, *said.span("names"), dated=False) if said else None
    return CutTitle("", names) if names and _SENTENCE.search(text[: names.start + 1]) else None


def _names(text: str, start: int, end: int, *, dated: bool) -> NameList | None:
    """Return the names that a part of a text consists of; families alone need a year."""
    part = text[start:end]
    if dated and (surnames := joined_surnames(part)[0] or listed_surnames(f"{part}, 2000")):
        return NameList.of(surnames, start, end)
    names = read_names(text[:end], start)
    if names is None or text[names.end : end].strip(" .,*_"):
        return None
    several = len(names.names) + bool(names.others) > 1
    elided = bool(_ELIDED.fullmatch(part))
    return names if several and (elided or surely_names(names)) else None
