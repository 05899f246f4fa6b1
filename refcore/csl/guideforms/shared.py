"""Words and forms that several guides share: ordinals, editions, names, numbers of patents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from refcore.csl.fitting import Fitting
from refcore.text.patterns import regex

__all__ = [
    "NUMBERED",
    "US_PATENT",
    "full_name",
    "in_series",
    "named_edition",
    "ordinal",
    "patent_number",
    "version_in_title",
    "versioned",
    "without_town",
    "year_range",
]

# A number that says that it is one: "Report 12", "No. 3".
NUMBERED: Final = regex(r"\b(?:no|nr|num|number|rep|report)\b")

# "US 9,876,543", as people write the number of a patent; "US9876543B2" in databases.
US_PATENT: Final = regex(r"US[- ]?(\d{1,2}(?:[, ]\d{3}){2}|\d{7,8}|\d{4}/?\d{7})(?: ?(?:A|B\d?))?")


def in_series(one: Fitting) -> None:
    """Number a book within its series by its volume, as the styles of BibTeX read it (btxdoc).

    A work of several volumes has a title of its own for each, or says how many there are.
    """
    item = one.item
    is_book = item["type"] in ("book", "chapter", "paper-conference")
    has_more = {"collection-number", "volume-title", "number-of-volumes"} & set(item)
    is_numbered = {"collection-title", "volume"} <= set(item) and not has_more
    if one.reference.lowered and is_book and is_numbered:
        item["collection-number"] = item.pop("volume")


def year_range(one: Fitting, shortened: Callable[[int, int], str]) -> None:
    """Shorten a range of years in which a work appeared; months, days and seasons stay."""
    issued = one.item.get("issued", {})
    years = issued.get("date-parts", [])
    if set(issued) == {"date-parts"} and [len(year) for year in years] == [1, 1]:
        first, last = years[0][0], years[1][0]
        if first >= 1000:
            one.item["issued"] = {"literal": shortened(first, last)}


def ordinal(number: int) -> str:
    """Return an English ordinal.

    >>> ordinal(2), ordinal(112)
    ('2nd', '112th')
    """
    ends = {1: "st", 2: "nd", 3: "rd"}
    end = "th" if number % 100 in (11, 12, 13) else ends.get(number % 10, "th")
    return f"{number}{end}"


def named_edition(edition: str) -> str:
    """Return an edition in words: a number gets "ed.", all else stays.

    >>> named_edition("3"), named_edition("Rev. ed."), named_edition("")
    ('3rd ed.', 'Rev. ed.', '')
    """
    return f"{ordinal(int(edition))} ed." if edition.isdecimal() else edition


def versioned(version: str) -> str:
    """Return the version of a program with its label.

    >>> versioned("2.1"), versioned("Release 7"), versioned("version 3")
    ('Version 2.1', 'Release 7', 'version 3')
    """
    return f"Version {version}" if version[:1].isdecimal() else version


def version_in_title(item: dict[str, Any]) -> None:
    """Print the version of a program after its title, where a style has no place for it.

    The tag sets it upright, as the styles slant the title.
    """
    if "version" in item and "title" in item:
        item["title"] += f"<i> ({versioned(item.pop('version')).lower()})</i>"


def full_name(name: dict[str, Any]) -> str:
    """Return a name of CSL-JSON as running text, given name first.

    >>> full_name({"family": "Wit", "given": "Piet", "non-dropping-particle": "de"})
    'Piet de Wit'
    """
    labels = ("given", "dropping-particle", "non-dropping-particle", "family", "literal", "suffix")
    return " ".join(filter(None, map(name.get, labels)))


def patent_number(number: str) -> str:
    """Return the number of a patent with its label.

    >>> patent_number("6,285,999"), patent_number("US Patent 6,285,999")
    ('Patent No. 6,285,999', 'US Patent 6,285,999')
    """
    return number if "patent" in number.lower() else f"Patent No. {number}"


def without_town(item: dict[str, Any]) -> None:
    """Leave out the town of a newspaper if it is in its name (CMOS 17, 14.193; MLA 9, 5.60)."""
    place = item.get("publisher-place", "")
    if item["type"] == "article-newspaper" and place and place in item.get("container-title", ""):
        del item["publisher-place"]
