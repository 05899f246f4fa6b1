"""IEEE: the parts of its references that its style prints from other variables."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.fitting import Fitting
from refcore.csl.guideforms.shared import US_PATENT, named_edition, version_in_title
from refcore.text.patterns import regex

__all__ = ["RULES"]

_UNPUBLISHED: Final = regex(
    r"unpublished|(?:submitted|accepted|presented)(?: (?:for publication|to|at)\b.*)?"
    r"|in preparation|to be published|in press|under review",
    re.IGNORECASE,
)


def _patent(one: Fitting) -> None:
    """Print "U.S. Patent" with the number, because the style leaves the genre out."""
    item = one.item
    if item["type"] != "patent":
        return
    if found := US_PATENT.fullmatch(item.get("number", "")):
        item.setdefault("genre", "U.S. Patent")
        item["number"] = found[1]
    if "genre" in item:
        number = item.get("number", "")
        if item["genre"].startswith("U.S."):
            number = number.removeprefix("US").lstrip()
        item["number"] = f"{item.pop('genre').replace('patent', 'Patent')} {number}"
    if item.get("number", "").startswith("US Patent"):
        item["number"] = f"U.S.{item['number'].removeprefix('US')}"


def _early_access(one: Fitting) -> None:
    """Print "early access" after the journal of an article without a volume ("Periodicals")."""
    item = one.item
    is_early = item["type"] == "article-journal" and not {"volume", "issue"} & set(item)
    note = item.get("note", "").strip("[](). ").lower()
    if is_early and note == "early access" and "container-title" in item:
        del item["note"]
        item["container-title"] += "<i>, early access</i>"


def _standard(one: Fitting) -> None:
    """Leave out the publisher of a standard whose number names it ("Standards")."""
    item = one.item
    names = [name.name for name in one.reference.authors]
    is_named = len(names) == 1 and item.get("number", "").startswith(f"{names[0]} ")
    if item["type"] == "standard" and (is_named or names == [item.get("publisher")]):
        item.pop("author", None)


def _talk(one: Fitting) -> None:
    """Print where a conference was ("Conferences and Conference Proceedings")."""
    item = one.item
    if item["type"] == "speech" and "event-title" in item and "event-place" in item:
        place = item.pop("event-place")
        item.pop("publisher-place", None)
        if place not in item["event-title"]:
            item["event-title"] = item["event"] = f"{item['event-title']}, {place}"


def _meeting(one: Fitting) -> None:
    """Print where a conference was after its proceedings ("Conference Proceedings")."""
    item = one.item
    is_bare = item["type"] == "paper-conference" and "container-title" in item
    if is_bare and "event-place" in item and not {"publisher", "publisher-place"} & set(item):
        item["publisher-place"] = item["event-place"]


def _unpublished(one: Fitting) -> None:
    """Print that a work is unpublished ("Unpublished Work")."""
    item = one.item
    note = item.get("note", "").strip(". ")
    is_loose = item["type"] == "manuscript" and "publisher" not in item
    if is_loose and _UNPUBLISHED.fullmatch(note):
        item["publisher"] = note[:1].lower() + note[1:]
        item.pop("status", None)
    elif item["type"] == "manuscript" and "genre" in item:
        item["publisher"] = ", ".join(filter(None, map(item.get, ("genre", "publisher"))))


def _book(one: Fitting) -> None:
    """Print manuals, and the series of the book that a chapter is in."""
    item, kind = one.item, one.item["type"]
    if kind == "book" and one.reference.extra.get("entrytype") == "manual":
        _manual(item)
    elif {"collection-title", "volume"} <= set(item) and kind in ("book", "paper-conference"):
        _volume_once(item)
    elif kind == "chapter" and "collection-title" in item and "container-title" in item:
        volume = item.get("volume", "")
        number = item.pop("collection-number", "") or volume
        label = ", vol. " if number == volume else ", no. "
        series = item.pop("collection-title") + (label + number if number else "")
        if number and number == volume:
            del item["volume"]
        item["container-title"] += f" <i>({series})</i>"


def _volume_once(item: dict[str, Any]) -> None:
    """Print the volume of a book in a series once; the style has it twice beside a series."""
    if item.get("collection-number", "") == item["volume"]:
        del item["collection-number"]
    is_numbered = "collection-number" in item
    if item["type"] == "book" and "volume-title" not in item:
        name = "title" if is_numbered else "collection-title"  # whose volume it is
        label = f", vol. {item.pop('volume')}"
        item[name] = item.get(name, "") + (f"<i>{label}</i>" if is_numbered else label)


def _software(one: Fitting) -> None:
    """Print the version of a program after its title ("Software")."""
    if one.item["type"] == "software":
        version_in_title(one.item)


def _numbered(one: Fitting) -> None:
    """Set a loose work of a publisher that has a number as a report ("Reports")."""
    item = one.item
    if item["type"] == "document" and {"number", "publisher"} <= set(item):
        item["type"] = "report"


def _manual(item: dict[str, Any]) -> None:
    """Put the company after the edition (IEEE Reference Guide, "Manuals")."""
    edition = named_edition(item.pop("edition", ""))
    year = next(iter(item.get("issued", {}).get("date-parts", [])), [""])[0]
    page = item.get("page", "").replace("-", "–")
    pages = f"{'pp' if '–' in page else 'p'}. {page}" if page else ""
    place = item.get("publisher-place", "")
    parts = [edition, item.get("publisher", ""), place, str(year), pages]
    text = ", ".join(filter(None, parts))
    for name in ("publisher", "publisher-place", "issued", "page", "number"):
        item.pop(name, None)
    item |= {"type": "standard", "genre": text}  # the style has no type for manuals


RULES: Final = (
    _patent,
    _early_access,
    _standard,
    _talk,
    _meeting,
    _unpublished,
    _book,
    _software,
    _numbered,
)
