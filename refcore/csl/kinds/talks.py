"""Talks, lectures and posters."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.fitting import Fitting
from refcore.csl.kinds.shared import is_loose, without_day
from refcore.text.patterns import regex

__all__ = ["KIND_OF_TALK", "talk"]

KIND_OF_TALK: Final = regex(
    r"(?:(?:conference|paper|poster|keynote|invited|oral|plenary|panel|symposium|guest|public"
    r"|contributed|lightning)\s)*"
    r"(?:talk|lecture|presentation|poster|paper session|conference session|conference paper|keynote"
    r"|keynote address|address|speech|seminar|webinar|colloquium|paper presentation)",
    re.IGNORECASE,
)
# "Paper presented at the Fen Conference, Oslo"; "Invited talk, Fen Conference".
_GIVEN: Final = regex(
    r"(?P<kind>[^\W\d_][\w ]{2,30}?)?[,]?\s?(?:\b(?:presented|given|delivered|held|read)\s)?"
    r"\bat\s(?:the\s)?(?P<event>\S.{3,200}?)[. ]*",
    re.IGNORECASE,
)
_MEETING: Final = regex(
    r"\b(?:Congress|Conference|Convention|(?:Annual|General) Meeting|Symposium|Workshop"
    r"|Colloquium)\b"
)
# Variables of a paper in proceedings that a presentation lacks.
_PUBLISHED: Final = frozenset(
    "container-title collection-title page number volume publisher editor DOI URL".split()
)
_GIVEN_KIND: Final = regex(
    r"(?:paper|poster|talk|lecture|presentation|keynote|address|seminar|speech|tutorial)s?",
    re.IGNORECASE,
)


def talk(one: Fitting) -> None:
    """Set a ``@misc``, an ``@unpublished`` or a paper presented at an event as a talk."""
    item = one.item
    if item["type"] == "speech" and "event-title" not in item and "container-title" in item:
        item["event-title"] = item["event"] = item.pop("container-title")  # as RIS has it
    is_paper = item["type"] == "paper-conference" and "event-title" in item
    says_so = KIND_OF_TALK.fullmatch(item.get("note", "").rstrip("."))
    published = _PUBLISHED - {"DOI", "URL"} if says_so else _PUBLISHED
    if is_paper and not published & set(item):
        item["type"] = "speech"
        if says_so:
            item.setdefault("genre", item.pop("note").rstrip("."))
    elif not is_loose(one):
        return
    elif KIND_OF_TALK.fullmatch(item.get("genre", "")):
        item["type"] = "speech"
    elif "event-title" in item and KIND_OF_TALK.fullmatch(item.get("note", "").rstrip(".")):
        item |= {"type": "speech", "genre": item.pop("note").rstrip(".")}
    elif item["type"] == "manuscript" and "event-title" in item and "genre" not in item:
        item["type"] = "speech"  # BibLaTeX has no type for a presentation
    else:
        _given(item)
    if item["type"] == "speech":
        _event_of_talk(item)


def _event_of_talk(item: dict[str, Any]) -> None:
    """Read the event of a talk from its publisher or note, and the event's place."""
    for name in ("publisher", "note"):
        if "event-title" not in item and _MEETING.search(item.get(name, "")):
            item["event-title"] = item.pop(name).rstrip(". ")
    if "publisher-place" in item and "event-place" not in item:
        item["event-place"] = item.pop("publisher-place")
    if "event-title" in item:
        item.setdefault("event", item["event-title"])


def _given(item: dict[str, Any]) -> None:
    """Read "Paper presented at the Fen Conference" in the publisher or in a note."""
    for name in ("publisher", "note", "genre"):
        given = _GIVEN.fullmatch(item.get(name, ""))
        if given is None:
            continue
        kind = (given["kind"] or "").strip()
        words = kind.removesuffix("presented").removesuffix("given").strip()
        last = words.rsplit(" ", 1)[-1]
        stated = kind.lower() in ("presented", "given", "delivered", "held", "read")
        if not stated and not _GIVEN_KIND.fullmatch(last):
            continue
        del item[name]
        item["type"] = "speech"
        item.setdefault("event-title", without_day(given["event"], item))
        if not stated:
            item.setdefault("genre", f"{words} presentation" if _is_paper(words) else words)


def _is_paper(words: str) -> bool:
    return words.lower() in ("paper", "poster")
