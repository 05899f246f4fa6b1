"""*Citing Medicine* (NLM): parts of references that its styles print from other variables."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.fitting import Fitting
from refcore.csl.guideforms.shared import NUMBERED, US_PATENT, named_edition, versioned
from refcore.csl.kinds.articles import AHEAD
from refcore.text.months import MONTHS
from refcore.text.patterns import regex

__all__ = ["RULES"]

_TAGS: Final = regex(r"<[^<>]*>")
_FORTHCOMING: Final = frozenset({"forthcoming", "to appear", "to be published"})


def _article(one: Fitting) -> None:
    """Print that an article is forthcoming or ahead of print, and supplements (chapter 1)."""
    item = one.item
    state = item.get("status", "") or item.get("note", "").strip(". ")
    is_article = item["type"] == "article-journal" and "volume" not in item
    if is_article and state.lower() in _FORTHCOMING:
        year = next(iter(item.get("issued", {}).get("date-parts", [])), [""])[0]
        item["issued"] = {"literal": f"Forthcoming {year}".strip()}
    elif is_article and AHEAD.fullmatch(state) and "date-parts" in item.get("issued", {}):
        year, *days = item["issued"]["date-parts"][0]
        month = [MONTHS[days[0] - 1][:3]] if days and days[0] <= len(MONTHS) else []
        item["issued"] = {"literal": " ".join(map(str, ["Epub", year, *month, *days[1:2]]))}
    if {"supplement-number", "volume"} <= set(item) and "issue" not in item:
        item["volume"] += f" Suppl {item.pop('supplement-number')}"


def _meeting(one: Fitting) -> None:
    """Print the name, the days and the place of a conference after its proceedings (chapter 5)."""
    item = one.item
    is_paper = item["type"] == "paper-conference"
    name = "container-title" if is_paper else "title"
    if not (is_paper or one.reference.extra.get("entrytype") == "proceedings") or not (
        held := item.get(name, "")
    ):
        return
    days = _days(item.get("event-date", {}).get("date-parts", []))
    place = item.get("event-place", "")
    if not days or not place:
        return
    event = item.get("event-title", "")
    named = held if is_paper or _TAGS.sub("", event) in _TAGS.sub("", held) else f"{held}. {event}"
    item[name] = "; ".join((named, days, place))
    for variable in ("event", "event-title", "event-date", "event-place"):
        item.pop(variable, None)


def _days(parts: list[list[int]]) -> str:
    """Return days as NLM has them.

    >>> _days([[2002, 4, 3], [2002, 4, 5]]), _days([[2002, 4, 30], [2002, 5, 2]]), _days([[2002]])
    ('2002 Apr 3–5', '2002 Apr 30–May 2', '2002')
    """
    if not parts or any(
        month > len(MONTHS) for _, month, *_ in (part for part in parts if part[1:])
    ):
        return ""
    year, *day = parts[0]
    first = " ".join(map(str, (year, *_month_and_day(day))))
    if len(parts) == 1 or len(parts[1]) != len(parts[0]) or parts[1][0] != year:
        return first
    last = _month_and_day(parts[1][1:])
    return f"{first}–{' '.join(last[1:] if parts[1][1:2] == day[:1] else last)}"


def _month_and_day(day: list[int]) -> list[str]:
    return [*(MONTHS[month - 1][:3] for month in day[:1]), *map(str, day[1:])]


def _talk(one: Fitting) -> None:
    """Name the kind of a talk once; the style has "presented at" for every talk."""
    item = one.item
    if item["type"] != "speech" or "genre" not in item:
        return
    if "event-title" in item:
        words = item.pop("genre")
        said = words.removesuffix(" presentation") if _is_paper(words) else words
        item["event-title"] = item["event"] = f"{said} presented at: {item['event-title']}"
    else:
        item["type"] = "manuscript"


def _patent(one: Fitting) -> None:
    """Print the country of a patent before its number (chapter 5)."""
    item = one.item
    found = US_PATENT.fullmatch(item.get("number", "")) if item["type"] == "patent" else None
    if found is not None and "genre" not in item:
        item["number"] = f"United States patent US {found[1]}"


def _address(one: Fitting) -> None:
    """Leave out the address of a DOI that is printed too."""
    item = one.item
    doi = item.get("DOI", "").lower()
    if doi and item.get("URL", "").lower().endswith(f"doi.org/{doi}"):
        del item["URL"]


def _volume(one: Fitting) -> None:
    """Print the volume of a book with chapters, which the style leaves out (chapter 22)."""
    item = one.item
    is_part = item["type"] in ("chapter", "entry-encyclopedia")
    if is_part and (volume := item.pop("volume", "")):
        edition = named_edition(item.get("edition", ""))
        item["edition"] = f"{edition} Vol. {volume}".strip()


def _book(one: Fitting) -> None:
    """Print the translators of a book beside its author."""
    item = one.item
    if item["type"] == "book" and "author" in item and "translator" in item:
        _translators(item)


def _report(one: Fitting) -> None:
    """Print "Report No.:" before the number of a report (chapter 5)."""
    item = one.item
    number = item.get("number", "")
    is_bare = item["type"] == "report" and number and "genre" not in item
    if is_bare and not NUMBERED.search(number.lower()):
        item["number"] = f"No.: {number}"


def _software(one: Fitting) -> None:
    """Print the version of a program or of data in the place of an edition (chapter 18).

    So does the number of a loose work, which the style leaves out.
    """
    item = one.item
    if item["type"] == "document" and "number" in item:
        item.setdefault("edition", item.pop("number"))
    if item["type"] in ("software", "dataset") and "version" in item:
        item.setdefault("edition", versioned(item.pop("version")))


def _translators(item: dict[str, Any]) -> None:
    """Print translators after the edition, because the style does not print them (chapter 2)."""
    people = item.pop("translator")
    names = ", ".join(_with_bare_initials(name) for name in people)
    edition = f"{named_edition(item.get('edition', ''))} ".lstrip()
    item["edition"] = f"{edition}{names}, translator{'s' if len(people) > 1 else ''}."


def _with_bare_initials(name: dict[str, Any]) -> str:
    initials = "".join(part[0] for part in re.split(r"[\s.-]+", name.get("given", "")) if part)
    particle = name.get("non-dropping-particle", "")
    words = (particle, name.get("family", "") or name.get("literal", ""), initials)
    return " ".join(filter(None, words))


def _is_paper(words: str) -> bool:
    return words.lower() in ("paper presentation", "poster presentation")


RULES: Final = (
    _article,
    _meeting,
    _talk,
    _patent,
    _address,
    _volume,
    _book,
    _report,
    _software,
)
