"""Letters, interviews and conversations."""

from __future__ import annotations

import re
from typing import Final

from refcore.csl.fitting import SPAN_TAG, Fitting
from refcore.csl.kinds.shared import (
    APA_AND_HUMANITIES,
    HUMANITIES,
    KEEPS_PAPERS,
    is_loose,
    people_in,
)
from refcore.formats.csljson.names import name_to_csl
from refcore.text.patterns import regex

__all__ = ["INTERVIEWED_BY", "led", "letter", "untitled"]

# Descriptions in place of a title.
_LETTER: Final = regex(
    r"(?:(?:unpublished |open |typed )?(?:letter|e-?mail|memo(?:randum)?|telegram|postcard|message"
    r"|text message)|diary entry) (?:to|from|message to) [A-Z].{2,100}",
    re.IGNORECASE,
)
_TO_AUTHOR: Final = regex(
    r"(?:e-?mail|text|facebook|twitter|instagram|whatsapp|letter|(?:telephone|phone) conversation"
    r"|telephone call|conversation|discussion|interview)(?: (?:direct|private|text))?(?: message)?"
    r" (?:to|with) (?:the )?author",
    re.IGNORECASE,
)
_KEPT_IN: Final = ("note", "publisher")  # where people write who keeps a letter
INTERVIEWED_BY: Final = regex(r"interview(?:ed)? by ([A-Z][^,;:]{3,60})", re.IGNORECASE)
_FOUND: Final = frozenset({"publisher", "container-title", "URL", "DOI"})
_INTERVIEWED: Final = regex(r"(?:an )?interview(?:ed)? (?:by|with) (.{3,80})", re.IGNORECASE)


def led(one: Fitting) -> None:
    """Set a ``@misc`` with "Interview by Al Elm" as an interview (CMOS 17, 14.213).

    An interview with no place of publication is not set as one: styles would not print it.
    """
    item = one.item
    for name in ("note", "publisher", "genre", "container-title"):
        found = INTERVIEWED_BY.fullmatch(item.get(name, "").strip("[]. "))
        if found is None or not (_FOUND - {name}) & set(item):
            continue
        del item[name]
        item |= {"type": "interview", "interviewer": [name_to_csl(n) for n in people_in(found[1])]}
        if one.guide.name.startswith("modern-language-association") and "publisher" in item:
            item.setdefault("container-title", item.pop("publisher"))
        return


def letter(one: Fitting) -> None:
    """Set a work that is titled as a letter as one (CMOS 17, 14.229; APA 7, section 10.8).

    APA lists letters in archives only.
    """
    item, guide = one.item, one.guide
    kind, title = item["type"], one.reference.title
    bare = SPAN_TAG.sub("", title)
    if not _LETTER.fullmatch(bare) or _TO_AUTHOR.fullmatch(bare):
        return
    is_known = guide.name.startswith((*APA_AND_HUMANITIES, "nlm"))
    is_note = is_known and is_loose(one) and not {"container-title", "URL", "DOI"} & set(item)
    if not is_note and kind != "personal_communication":
        return
    if item.get("publisher", "").lower() in ("letter", "correspondence"):
        del item["publisher"]
    keeper = next((name for name in _KEPT_IN if KEEPS_PAPERS.search(item.get(name, ""))), "")
    if keeper and "archive" not in item:
        item["archive"] = item.pop(keeper).rstrip(". ")
        if keeper == "publisher" and "publisher-place" in item:
            item["archive-place"] = item.pop("publisher-place")
    is_apa = guide.name.startswith("apa")
    if is_note and ("publisher" in item or (is_apa and "archive" not in item)):
        return
    item |= {"type": "personal_communication", "title": title}  # names are not words of a title
    if guide.name.startswith(HUMANITIES) or (is_apa and "archive" in item):
        item["genre"] = item.pop("title")


def _titled_interview(one: Fitting) -> None:
    """Read "Interview by Al Elm" in the place of a title (CMOS 17, 14.213; MLA 9, 5.28)."""
    item = one.item
    found = INTERVIEWED_BY.fullmatch(SPAN_TAG.sub("", item.get("title", "")))
    if found is None or "interviewer" in item or not _FOUND & set(item):
        return
    del item["title"]
    item["interviewer"] = [name_to_csl(name) for name in people_in(found[1])]
    if not item["type"].startswith("article-"):
        item["type"] = "interview"


def untitled(one: Fitting) -> None:
    """Read a title that only describes a talk with somebody (CMOS 17, 14.211 and 14.214)."""
    item, guide = one.item, one.guide
    title = item.get("title", "")
    kind = item["type"]
    if is_loose(one) and _TO_AUTHOR.fullmatch(title) and not {"publisher", "genre"} & set(item):
        if guide.name.startswith(HUMANITIES):
            item["publisher"] = item.pop("title")  # before the day: CMOS 17, section 14.214
    elif (is_loose(one) or kind.startswith("article-")) and one.reference.lowered:
        _titled_interview(one)
    elif kind == "interview" and (found := _INTERVIEWED.fullmatch(title)):
        names = {name.get("family", "") for name in item.get("interviewer", ())}
        if any(name and name in found[1] for name in names):
            del item["title"]
    note = item.get("note", "")
    if kind == "manuscript" and "archive" not in item and "," in note and KEEPS_PAPERS.search(note):
        item["archive"] = item.pop("note").rstrip(". ")
    if kind in ("personal_communication", "manuscript") and "call-number" in item:
        item.setdefault("archive", item["call-number"])  # BibLaTeX's ``library``
