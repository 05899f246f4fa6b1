"""MLA 9: the parts of its entries that its style prints from other variables."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.fitted.people import INTRODUCED
from refcore.csl.fitting import Fitting
from refcore.csl.guideforms.shared import (
    US_PATENT,
    full_name,
    in_series,
    named_edition,
    without_town,
    year_range,
)
from refcore.model.people import Group
from refcore.text.patterns import regex

__all__ = ["RULES"]

# Parts that MLA's style prints the volume of a book after.
_BEFORE_VOLUMES: Final = frozenset(
    "edition container-title volume-title part-title editor editor-translator translator".split()
)
# What Zotero writes for where it has an entry from, which is not a database that holds the work.
_CATALOGUE: Final = regex(
    r"zotero|doi\.org.*|crossref.*|datacite.*|.*\bisbn\b.*|.*\bcatalog(?:ue)?\b.*"
    r"|library of congress.*|(?:open )?worldcat.*|k10plus.*|google (?:scholar|books)|amazon.*"
    r"|pubmed|dblp.*|semantic scholar|openalex|nasa ads|arxiv(?:\.org)?|(?:www\.)?[\w-]+"
    r"(?:\.[\w-]+)*\.[a-z]{2,6}(?: \(.*\))?",
    re.IGNORECASE,
)
# What contributors add to a book: "an introduction by Al Elm", and the article in it.
_ADDED: Final = regex(rf"(?:{'|'.join(INTRODUCED.values())}) ")
_ARTICLE: Final = regex(r"\Aan? ")
# Presses whose names MLA shortens, and the words that it shortens in them.
_ACADEMIC_PRESS: Final = regex(
    r".*\buniv(?:ersity\b|\b\.?).*\bpress\b.*|.*\bU\. Press\b.*|(?:the )?(?:MIT|SUNY|CUNY) press"
    r"|presses universitaires\b.*",
    re.IGNORECASE,
)
_ACADEMIC_WORDS: Final = regex(
    r"\b(?P<UP>U(?:niv(?:ersity|\.)?|\.) Press)\b|\b(?P<U>University\b|Univ\b\.?)|\b(?P<P>Press)\b"
    r"|\b(?P<PU>Presses [Uu]niversitaires)\b"
)
# What publishers' names lose: an article before them, and words for firms after them.
_FIRM: Final = regex(
    r"\AThe (?=[A-Z])|(?:,? (?:and|&))?,? (?:Company|Co|Corporation|Corp|Incorporated|Inc"
    r"|Limited|Ltd|LLC|PLC|plc|GmbH)\b\.?(?=\s*(?:\Z|[/;]|, (?:Co|Inc|Ltd|Limited|LLC)\b))"
)


def _interview(one: Fitting) -> None:
    """Leave out the kind of an interview if its interviewer says what it is (section 5.105)."""
    item = one.item
    if item.get("genre", "").lower() == "interview" and "interviewer" in item:
        del item["genre"]


def _review(one: Fitting) -> None:
    """Print "Review of Moss, by Al Elm" (section 5.106); the style has no mark before "by"."""
    item = one.item
    if "reviewed-author" not in item or ("reviewed-genre" in item and "reviewed-title" not in item):
        return
    work = item.pop("reviewed-title", "") or item.pop("title", "")
    if work:
        by = f'<span class="nocase">by {_listed(item.pop("reviewed-author"))}</span>'
        item["reviewed-title"] = f"{work}<i>, {by}</i>"


def _newspaper(one: Fitting) -> None:
    """Leave out a town that a newspaper's name has (5.60); keep "late ed." small (5.51)."""
    item = one.item
    without_town(item)
    edition = item.get("edition", "")
    if item["type"] == "article-newspaper" and edition[:1].islower():
        item["edition"] = f'<span class="nocase">{edition}</span>'


def _years(one: Fitting) -> None:
    """Shorten ranges of years within a century: 1951–63, 2000–03 (section 2.139)."""
    year_range(one, _shortened)


def _shortened(first: int, last: int) -> str:
    """Return a range of years as MLA has it.

    >>> _shortened(1951, 1963), _shortened(2000, 2003), _shortened(1899, 1902)
    ('1951–63', '2000–03', '1899–1902')
    """
    is_near = first // 100 == last // 100
    return f"{first}–{last % 100:02}" if is_near else f"{first}–{last}"


def _author_who_publishes(one: Fitting) -> None:
    """Leave out an organisation as the author if it is the publisher too (section 5.20)."""
    item = one.item
    names = [name.name for name in one.reference.authors]
    if len(names) != 1:
        return
    is_page = item["type"] == "webpage"
    is_group = isinstance(one.reference.authors[0], Group) and "@" not in names[0]
    if is_page and is_group and not {"publisher", "container-title", "genre"} & set(item):
        item["publisher"] = names[0]  # Nothing else says whose page it is.
    if names[0] == item.get("publisher"):
        item.pop("author", None)
        if is_page:
            item.setdefault("container-title", item.pop("publisher"))


def _book(one: Fitting) -> None:
    """Print translators, and the volume of a book, in variables that the style prints (5.51)."""
    item = one.item
    if item["type"] != "book":
        return
    is_whole = "container-title" not in item
    is_collection = one.reference.extra.get("entrytype") == "collection"
    if {"author", "editor", "translator"} <= set(item) and is_whole:
        if item["editor"] != item["translator"]:
            _translators(item)
    elif "translator" in item and "author" not in item and is_whole and not is_collection:
        _anonymous(item)
    if "contributor" in item and "author" in item and is_whole:
        _contributors(item)
    _volume_of_set(item)
    volume = item.get("volume", "")
    if volume and "author" in item and not _BEFORE_VOLUMES & set(item):
        item["edition"] = f"Vol. {item.pop('volume')}"


def _volume_of_set(item: dict[str, Any]) -> None:
    """Print "Vol. 2 of Moss" at the end (section 5.117); the style has the volume twice."""
    is_named = {"volume", "volume-title"} <= set(item) and "collection-title" not in item
    if is_named and item["volume"].isdecimal():
        item["collection-title"] = f"Vol. {item.pop('volume')} of {item['title']}"
        item["title"] = item.pop("volume-title")


def _press(one: Fitting) -> None:
    """Shorten the names of publishers, and of the schools of theses (MLA 9, page 172).

    "Oxford University Press" is "Oxford UP", "University of Chicago Press" "U of Chicago P"; "The"
    and "Ltd." are left out, and "&" is a word.
    """
    item = one.item
    name = item.get("publisher", "")
    if not name:
        return
    if item["type"] == "thesis" or _ACADEMIC_PRESS.fullmatch(name):
        name = _ACADEMIC_WORDS.sub(lambda word: word.lastgroup or "", name)
    # Once for "Co." and once for the "Ltd." after it.
    name = _FIRM.sub("", _FIRM.sub("", name)) or name
    item["publisher"] = name.replace(" & ", " and ").replace(" + ", " and ")


def _talk(one: Fitting) -> None:
    """Print the day of a talk as the event's date, and its kind last (section 5.99)."""
    item = one.item
    if item["type"] != "speech":
        return
    if "genre" in item and "event-title" in item:
        item.setdefault("medium", item.pop("genre"))
    if "issued" in item:
        item.setdefault("event-date", item["issued"])
    if "event-place" in item:
        item.pop("publisher-place", None)


def _art(one: Fitting) -> None:
    """Print what a work of art is made of last, and a town that the museum's name lacks."""
    item = one.item
    if item["type"] != "graphic":
        return
    if "genre" in item:
        item.setdefault("medium", item.pop("genre"))
    if item.get("archive-place", "-") in item.get("archive", ""):
        del item["archive-place"]


def _patent(one: Fitting) -> None:
    """Say whose patent "US 9,876,543" is (appendix 2)."""
    item = one.item
    found = US_PATENT.fullmatch(item.get("number", "")) if item["type"] == "patent" else None
    if found is not None and "genre" not in item:
        item["number"] = f"US Patent {found[1]}"


def _database(one: Fitting) -> None:
    """Name the database that has an article before its address (section 5.102).

    The style prints ``source`` there. Zotero has a catalogue in it, or the host of a page.
    """
    item = one.item
    source = item.get("source", "")
    others = (item.get("container-title", ""), item.get("publisher", ""))
    if source and (_CATALOGUE.fullmatch(source) or source in others):
        del item["source"]
    is_article = item["type"].startswith("article-") and {"URL", "DOI"} & set(item)
    if is_article and "archive" in item and not {"archive-place", "archive_location"} & set(item):
        item["source"] = item.pop("archive")


def _translators(item: dict[str, Any]) -> None:
    """Print "translated by" in lower case after the editors (section 5.46).

    The style has a capital for each role.
    """
    text = _listed(item.pop("translator"))
    item["editor"] = [{"literal": f"{_listed(item['editor'])}, translated by {text}"}]


def _contributors(item: dict[str, Any]) -> None:
    """Print "introduction by Al Elm" in lower case after the editors and translators (5.43)."""
    names = [full_name(name) for name in item.pop("contributor")]
    added = [_ARTICLE.sub("", name) for name in names if _ADDED.match(name)]
    others = [name for name in names if not _ADDED.match(name)]
    text = ", ".join([*added, *([f"with {' and '.join(others)}"] if others else [])])
    roles = [role for role in ("editor", "translator") if role in item]
    for role in roles:  # both if they are the same people, so that they stay the same
        item[role] = [{"literal": f"{_listed(item[role])}, {text}"}]
    if not roles:
        edition = named_edition(item.get("edition", ""))
        item["edition"] = ", ".join(filter(None, (text[:1].upper() + text[1:], edition)))


def _anonymous(item: dict[str, Any]) -> None:
    """Begin a translated book without an author with its title (section 5.23).

    The style would begin with its translators; it prints an edition in their place.
    """
    parts = [f"Translated by {_listed(item.pop('translator'))}"]
    if "editor" in item:
        parts.append(f"edited by {_listed(item.pop('editor'))}")
    if edition := item.get("edition", ""):
        parts.append(named_edition(edition))
    item["edition"] = ", ".join(parts)


def _listed(people: list[dict[str, Any]]) -> str:
    names = [full_name(name) for name in people]
    return " and ".join(names) if len(names) < 3 else f"{names[0]} et al."


RULES: Final = (
    in_series,
    _years,
    _interview,
    _review,
    _newspaper,
    _database,
    _talk,
    _patent,
    _art,
    _author_who_publishes,
    _press,
    _book,
)
