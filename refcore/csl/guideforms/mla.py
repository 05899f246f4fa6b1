"""MLA 9: the parts of its entries that its style prints from other variables."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.fitting import Fitting
from refcore.csl.guideforms.shared import full_name, named_edition, without_town
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
# Presses whose names MLA shortens, and the words that it shortens in them.
_ACADEMIC_PRESS: Final = regex(r".*\buniversity\b.*\bpress\b.*|(?:the )?mit press", re.IGNORECASE)
_ACADEMIC_WORDS: Final = regex(r"\bUniversity(?: Press)?\b|\bPress\b")
# Indexes, which hold no article.
_INDEX: Final = regex(
    r"scopus|web of science.*|pubmed|medline.*|embase|cinahl|psycinfo|apa psycinfo|inspec|crossref"
    r"|doaj",
    re.IGNORECASE,
)


def _newspaper(one: Fitting) -> None:
    """Leave out a town that a newspaper's name has (5.60); keep "late ed." small (5.51)."""
    item = one.item
    without_town(item)
    edition = item.get("edition", "")
    if item["type"] == "article-newspaper" and edition[:1].islower():
        item["edition"] = f'<span class="nocase">{edition}</span>'


def _author_who_publishes(one: Fitting) -> None:
    """Leave out an organisation as the author if it is the publisher too (section 5.20)."""
    item = one.item
    names = [name.name for name in one.reference.authors]
    if one.reference.lowered and len(names) == 1 and names[0] == item.get("publisher"):
        item.pop("author", None)
        if item["type"] == "webpage":
            item.setdefault("container-title", item.pop("publisher"))


def _book(one: Fitting) -> None:
    """Print translators, and the volume of a book, in variables that the style prints (5.51)."""
    item = one.item
    if item["type"] != "book":
        return
    is_whole = "container-title" not in item
    is_collection = one.reference.extra.get("entrytype") == "collection"
    if {"author", "editor", "translator"} <= set(item) and is_whole:
        _translators(item)
    elif "translator" in item and "author" not in item and is_whole and not is_collection:
        _anonymous(item)
    volume = item.get("volume", "")
    if volume and "author" in item and not _BEFORE_VOLUMES & set(item):
        item["edition"] = f"Vol. {item.pop('volume')}"


def _press(one: Fitting) -> None:
    """Shorten the names of academic presses and of the schools of theses (appendix 1).

    "Oxford University Press" is "Oxford UP", "University of Chicago Press" "U of Chicago P".
    """
    item = one.item
    name = item.get("publisher", "")
    if not name or (item["type"] != "thesis" and not _ACADEMIC_PRESS.fullmatch(name)):
        return
    if _ACADEMIC_PRESS.fullmatch(name):
        name = name.removeprefix("The ")
    initials = lambda words: "".join(word[0] for word in words[0].split())  # noqa: E731
    item["publisher"] = _ACADEMIC_WORDS.sub(initials, name)


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


def _database(one: Fitting) -> None:
    """Name the database that has an article before its address (section 5.102).

    The style prints ``source`` there. Zotero has a catalogue in it, or the host of a page.
    """
    item = one.item
    source = item.get("source", "")
    others = (item.get("container-title", ""), item.get("publisher", ""))
    if source and (_CATALOGUE.fullmatch(source) or source in others):
        del item["source"]
    if item["type"].startswith("article-") and _INDEX.fullmatch(item.get("archive", "")):
        del item["archive"]
    is_article = item["type"].startswith("article-") and {"URL", "DOI"} & set(item)
    if is_article and "archive" in item and not {"archive-place", "archive_location"} & set(item):
        item["source"] = item.pop("archive")


def _translators(item: dict[str, Any]) -> None:
    """Print "translated by" in lower case after the editors (section 5.46).

    The style has a capital for each role.
    """
    text = _listed(item.pop("translator"))
    *others, last = item["editor"]
    item["editor"] = [*others, {"literal": f"{full_name(last)}, translated by {text}"}]


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
    _newspaper,
    _database,
    _talk,
    _press,
    _author_who_publishes,
    _book,
)
