"""Chicago (CMOS 17): the parts of its entries that its styles print from other variables."""

from __future__ import annotations

import re
from typing import Final

from refcore.csl.fitting import Fitting
from refcore.csl.guideforms.shared import US_PATENT, in_series, without_town, year_range
from refcore.csl.processor.pages import page_ranges
from refcore.text.patterns import regex

__all__ = ["RULES"]

_WORKING_PAPER: Final = regex(r"(?:working|discussion|white|occasional) paper(?: series)?")
# Kinds of talks, and what was done with them (CMOS 17, section 14.217).
_SAID: Final = {
    "": "Presented",
    "paper": "Paper presented",
    "paper presented": "Paper presented",
    "poster presented": "Poster presented",
    "paper presentation": "Paper presented",
    "conference paper": "Paper presented",
    "conference session": "Paper presented",
    "paper session": "Paper presented",
    "conference presentation": "Paper presented",
    "presentation": "Paper presented",
    "talk": "Talk given",
    "invited talk": "Invited talk given",
    "poster": "Poster presented",
    "poster presentation": "Poster presented",
    "lecture": "Lecture given",
    "keynote address": "Keynote address given",
    "keynote": "Keynote address given",
}
# Formats of electronic books, and databases that have them, which people write in a note.
_FORMAT: Final = regex(
    r"(?:amazon )?kindle(?: edition)?|epub|e-?book|nook|pdf(?: e-?book)?|apple books|google books"
    r"|adobe digital editions(?: pdf| epub)?|microsoft reader(?: e-?book)?|i?books|kobo"
    r"|(?:proquest )?(?:ebrary|ebook central)|ebsco(?:host)?|project muse|jstor|hathi ?trust"
    r"|internet archive",
    re.IGNORECASE,
)
_NAMED_BLOG: Final = regex(r"(.+?) \((?:we)?blog\)", re.IGNORECASE)
_KEPT_SOMEWHERE: Final = frozenset("publisher archive archive-place URL DOI".split())
_THE: Final = regex(r"\A(?!the |[0-9]).*\b(?:meeting|conference|symposium|workshop|convention"
                    r"|congress|session|forum|summit|seminar)\b")  # fmt: skip


def _kind(one: Fitting) -> None:
    """Read the format of a book, and set papers in books and software as the manual does."""
    item = one.item
    if item["type"] == "book" and _FORMAT.fullmatch(item.get("note", "")):
        item.setdefault("medium", item.pop("note").rstrip(". "))  # CMOS 17, section 14.159
    if item["type"] == "paper-conference" and "container-title" in item:
        item["type"] = "chapter"  # CMOS 17, section 14.217
    years = item.get("issued", {}).get("date-parts", [])
    is_year = "author-date" in one.guide.name and list(map(len, years)) == [1]
    if item["type"] == "software" and is_year:
        item["type"] = "book"  # The style ends with "released" and the day, even if there is none.


def _years(one: Fitting) -> None:
    """Shorten ranges of years to 1951–63 (CMOS 17, section 9.64)."""
    year_range(one, lambda first, last: page_ranges(f"{first}-{last}", "chicago-15"))


def _town(one: Fitting) -> None:
    """Leave out the town of a newspaper if it is in its name (CMOS 17, section 14.193)."""
    without_town(one.item)


def _patent(one: Fitting) -> None:
    """Print "US Patent" without periods (CMOS 17, section 14.258)."""
    item = one.item
    if item["type"] != "patent":
        return
    found = US_PATENT.fullmatch(item.get("number", ""))
    if found is not None and not {"genre", "authority"} & set(item):
        item |= {"genre": "US Patent", "number": found[1]}
    elif item.get("genre", "").startswith("U.S. Patent"):
        item["genre"] = item["genre"].replace("U.S.", "US", 1)


def _recording(one: Fitting) -> None:
    """Name the company of a recording once: "ECM 1422" (CMOS 17, section 14.263)."""
    item = one.item
    if item["type"] == "song" and "number" in item and "publisher" in item:
        item["number"] = item["number"].removeprefix(f"{item['publisher']} ")


def _blog(one: Fitting) -> None:
    """Add "(blog)" to the name of a blog without this word (CMOS 17, section 14.208)."""
    item = one.item
    site = item.get("container-title", "")
    if item["type"] != "post-weblog":
        return
    if named := _NAMED_BLOG.fullmatch(site):
        site = named[1]
    if site and "blog" not in site.lower():
        # The span keeps the word small.
        item["container-title"] = f'{site}<i> (<span class="nocase">blog</span>)</i>'


def _loose(one: Fitting) -> None:
    """Set working papers as manuscripts, and manuscripts in no archive as talks (14.218)."""
    item, kind = one.item, one.item["type"]
    if kind == "report" and _WORKING_PAPER.fullmatch(item.get("genre", "").lower()):
        item["type"] = "manuscript"
    is_loose = kind in ("document", "personal_communication") or (
        kind == "manuscript" and one.reference.lowered
    )
    if is_loose and not _KEPT_SOMEWHERE & set(item) and "container-title" not in item:
        item["type"] = "speech"  # the style prints no loose manuscript


def _talk(one: Fitting) -> None:
    """Print what a talk is: "paper presented at the 5th Meeting"."""
    item = one.item
    said = _SAID.get(item.get("genre", "").lower())
    if said and item["type"] == "speech" and "event-title" in item:
        event = item["event-title"]
        the = "the " if _THE.match(event.lower()) else ""
        item.pop("genre", None)
        item["event-title"] = item["event"] = f"{said} at {the}{event}"


RULES: Final = (
    in_series,
    _kind,
    _years,
    _town,
    _patent,
    _recording,
    _blog,
    _loose,
    _talk,
)
