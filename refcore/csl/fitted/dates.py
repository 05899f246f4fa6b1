"""Dates: when a work appeared, first appeared, was presented or was visited."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.addresses import address_in, visit_in
from refcore.csl.fitting import Fitting
from refcore.csl.kinds.articles import AHEAD
from refcore.formats.csljson.dates import date_to_csl
from refcore.text.patterns import regex
from refcore.text.pending import PENDING

__all__ = [
    "NOT_OUT",
    "ahead",
    "event",
    "not_out",
    "original",
    "running",
    "undated",
    "visit",
    "year_of_page",
]

# What people write as the year of a work without one: English, French, German, Spanish.
_NO_DATE: Final = regex(
    r"[\[(]?(?:n\. ?d|nd|s\. ?d|s\. ?a|o\. ?J|no (?:date|year)|undated|ohne Jahr|sans date"
    r"|sin fecha|date unknown|unknown|\?+)\.?[\])]?",
    re.IGNORECASE,
)

# Notes that say when a work will appear; styles print them in place of the year.
NOT_OUT: Final = regex(rf"{PENDING}\b.{{0,40}}", re.IGNORECASE)
_FIRST_OUT: Final = regex(
    r"\(?(?:original work|originally|first) published(?: in)? ((?:ca?\. ?)?[0-9]{1,4}"
    r"(?:[-–—][0-9]{1,4})?(?: (?:BCE?|B\.\s?C\.(?:\s?E\.)?|CE|C\.E\.|AD|A\.D\.))?)\)?\.?",
    re.IGNORECASE,
)
# Fields for the day of a visit, by people's habit and ACM's styles.
_VISITED: Final = tuple(
    "lastaccessed lastchecked lastvisited accessed accessdate visited retrieved".split()
)
# "2015--present", "2015-", "2015 to date": a range of years that goes on, in `year`.
_STILL: Final = regex(
    r"([12][0-9]{3})(?: ?(?:--?|[–/]) ?|-? to )(present|now|today|ongoing|date)?", re.IGNORECASE
)
_DAY: Final = 3  # parts of a date with a day


def visit(one: Fitting) -> None:
    """Read the address of a page, and the day of a visit, in its note."""
    item = one.item
    if one.reference.lowered and not {"URL", "DOI"} & set(item):
        _noted_address(item)
    if "URL" in item and "accessed" not in item:
        said = next(filter(None, map(one.reference.extra.get, _VISITED)), "")
        if seen := visit_in(f"accessed {said}") if said else None:
            item["accessed"] = date_to_csl(seen.day)
    visit = visit_in(item.get("note", "")) if "URL" in item else None
    if visit is not None:
        item.setdefault("accessed", date_to_csl(visit.day))
        item["note"] = visit.rest


def _noted_address(item: dict[str, Any]) -> None:
    """Read a note that is an address, or says when somebody visited it."""
    note = item.get("note", "")
    visit = visit_in(note)
    address, rest = address_in(visit.rest if visit is not None else note)
    if not address or (rest and visit is None):
        return
    item["URL"] = address
    if item["type"] == "document":
        item["type"] = "webpage"
    if visit is not None:
        item.setdefault("accessed", date_to_csl(visit.day))
    if rest:
        item["note"] = rest
    else:
        del item["note"]


def year_of_page(one: Fitting) -> None:
    """Set a page as a document where a style does not print the year of a page."""
    item, guide = one.item, one.guide
    is_page = item["type"] == "webpage" and "issued" in item and "accessed" not in item
    if is_page and not guide.prints_years_of_pages:
        item["type"] = "document"


def not_out(one: Fitting) -> None:
    """Print "in press" and the like as the state or as the year, whichever the style prints.

    The year may say so, or the note of a work without a year.
    """
    item, guide, reference = one.item, one.guide, one.reference
    if not reference.lowered:
        return
    words = item.get("issued", {}).get("literal", "")
    note = item.get("note", "") if "issued" not in item else ""
    said = next(filter(NOT_OUT.fullmatch, (text.rstrip(". ") for text in (words, note))), "")
    if said:
        item.pop("issued", None)
        item.setdefault("status", said[:1].lower() + said[1:])
    prints = guide.prints_states_of_parts if "volume" in item else guide.prints_states
    if "issued" not in item and "status" in item and not prints:
        item["issued"] = {"literal": item["status"]}


def undated(one: Fitting) -> None:
    """Leave "n.d." to the style, which has its own word and prints the day of a visit instead.

    NLM's style has none: "[date unknown]" (*Citing Medicine*, chapter 2).
    """
    item, guide = one.item, one.guide
    if not _NO_DATE.fullmatch(item.get("issued", {}).get("literal", "")):
        return
    if guide.name.startswith(("nlm", "national-library-of-medicine")):
        item["issued"] = {"literal": "[date unknown]"}
    elif guide.name.startswith("apa") and "URL" in item and "accessed" not in item:
        item["issued"] = {"literal": "n.d."}  # the style would print "Retrieved" before no day
    else:
        del item["issued"]


def running(one: Fitting) -> None:
    """Read "2015--present" as a range with an open end, after whose year a suffix is printed."""
    item = one.item
    found = _STILL.fullmatch(item.get("issued", {}).get("literal", ""))
    if found is not None and one.reference.lowered:
        joint = f"–{(found[2] or '').lower()}"
        item["issued"] = {"date-parts": [[int(found[1])], [0]], "joint": joint}


def ahead(one: Fitting) -> None:
    """Say that an article without a volume is ahead of print (APA 7, section 10.1)."""
    item, guide = one.item, one.guide
    is_ahead = item["type"] == "article-journal" and "volume" not in item
    is_apa = guide.name.startswith("apa")
    texts = (item.get(name, "").strip(". ") for name in ("note", "publisher"))
    if is_ahead and is_apa and any(map(AHEAD.fullmatch, texts)):
        item.setdefault("status", "Advance online publication")


def original(one: Fitting) -> None:
    """Read a note that says when a work was first published (APA 7, section 9.41)."""
    item = one.item
    if item.get("original-title", "").isdecimal() and "original-date" not in item:
        # RIS has one tag for everything about a first publication.
        item["original-date"] = {"date-parts": [[int(item.pop("original-title"))]]}
    found = _FIRST_OUT.fullmatch(item.get("note", "")) if one.reference.lowered else None
    if found is not None and "original-date" not in item:
        year = found[1]
        item["original-date"] = (
            {"date-parts": [[int(year)]]} if year.isdecimal() else {"literal": year}
        )
        del item["note"]


def event(one: Fitting) -> None:
    """Set a work presented at an event as a talk, dated by the event (APA 7, section 10.5)."""
    item = one.item
    if item["type"] == "manuscript" and "event-title" in item:
        item["type"] = "speech"
    days = item.get("event-date")
    issued = item.get("issued", days) or {}
    if one.guide.name.startswith("modern-language-association"):
        return  # the style prints the days of an event for talks only
    if item["type"] == "speech" and days and _has_within(issued, days):
        item["issued"] = item.pop("event-date")


def _has_within(date: dict[str, Any], days: dict[str, Any]) -> bool:
    """Return whether a date is within some days, or is the year or month in which they begin."""
    parts: list[int] = next(iter(date.get("date-parts", [])), [])
    begin: list[int] = next(iter(days.get("date-parts", [])), [])
    is_single = len(date.get("date-parts", [])) == 1
    return date == days or (is_single and 0 < len(parts) < _DAY and parts == begin[: len(parts)])
