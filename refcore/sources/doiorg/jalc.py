"""Answers of JaLC's own API, which has names and titles in Japanese and English.

Source: Japan Link Center, "JaLC REST API"; a recorded answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from refcore.model.dates import Date
from refcore.model.identifiers import Doi
from refcore.records.record import Record, RecordAuthor
from refcore.sources.answers import date_of, has_name, items, text
from refcore.sources.titles import clean_name, clean_title, with_subtitle

__all__ = ["is_jalc", "jalc_record"]

# Kinds of content as types of CSL.
_TYPES = {
    "JA": "article-journal",
    "BK": "book",
    "RD": "dataset",
    "EL": "document",
    "GD": "document",
}


def is_jalc(answer: Mapping[str, Any]) -> bool:
    """Return whether an answer is one of JaLC: a status, and the data of one DOI."""
    data = answer.get("data")
    return isinstance(data, Mapping) and text(data, "ra").casefold() == "jalc"


def jalc_record(work: Mapping[str, Any], doi: Doi, retrieved: str = "") -> Record:
    """Return the record of a work; where both are stated, its own language comes first."""
    language = text(work, "content_language") or "en"
    titles = list(dict.fromkeys(_in_order(work, "title_list", language, _title)))
    date = _date(work.get("publication_date"))
    return Record(
        id=doi,
        source="doi.org",
        type=_TYPES.get(text(work, "content_type"), "document"),
        title=titles[0] if titles else "",
        titles=titles[1:],
        authors=_people(work, language),
        dates={"issued": date} if date else {},
        fields=_fields(work, language),
        details={"agency": "JaLC", "kind": text(work, "content_type")},
        via="JaLC REST API",
        retrieved=retrieved,
    )


def _in_order(work: Mapping[str, Any], name: str, language: str, said: Any) -> Iterator[str]:
    """Yield the texts of a list by language: the work's own first, then English, then others."""
    order = (language, "en")

    def place(item: Mapping[str, Any]) -> int:
        lang = text(item, "lang")
        return order.index(lang) if lang in order else len(order)

    yield from (one for item in sorted(items(work, name), key=place) if (one := said(item)))


def _title(item: Mapping[str, Any]) -> str:
    title, subtitle = clean_title(text(item, "title")), clean_title(text(item, "subtitle"))
    return with_subtitle(title, subtitle) if title else ""


def _people(work: Mapping[str, Any], language: str) -> list[RecordAuthor]:
    listed = list(items(work, "creator_list"))
    if not all(has_name(name) for item in listed for name in items(item, "names")):
        return []  # a list with a damaged name shows neither order nor who is on it
    return [one for item in listed if (one := _person(item, language))]


def _person(item: Mapping[str, Any], language: str) -> RecordAuthor | None:
    names = list(items(item, "names"))
    # English letters are what references compare with.
    chosen = next((one for one in names if text(one, "lang") == "en"), None)
    chosen = chosen or next((one for one in names if text(one, "lang") == language), None)
    chosen = chosen or next(iter(names), None)
    if chosen is None:
        return None
    family, given = clean_name(text(chosen, "last_name")), clean_name(text(chosen, "first_name"))
    places = [clean_name(text(one, "affiliation_name")) for one in items(item, "affiliation_list")]
    affiliations = tuple(dict.fromkeys(place for place in places if place))
    if text(item, "type") not in ("person", "") or not given:
        is_group = text(item, "type") not in ("person", "")
        return RecordAuthor(family or given, affiliations, is_group=is_group) if family else None
    return RecordAuthor(f"{given} {family}", affiliations, given=given, family=family)


def _date(value: Any) -> Date | None:
    if not isinstance(value, Mapping):
        return None
    names = ("publication_year", "publication_month", "publication_day")
    parts = [text(value, name) for name in names]
    numbers = [int(part) for part in parts if part.isascii() and part.isdigit()]
    return date_of(*numbers) if numbers else None


def _fields(work: Mapping[str, Any], language: str) -> dict[str, str]:
    listed = list(items(work, "journal_title_name_list"))
    full = {**work, "of": [one for one in listed if text(one, "type") != "abbreviation"]}
    short = next((one for one in listed if text(one, "type") == "abbreviation"), {})
    journals = list(_in_order(full, "of", language, _journal))
    publishers = list(_in_order(work, "publisher_list", "en", _publisher))
    pages = (text(work, "first_page"), text(work, "last_page"))
    found = {
        "container-title": journals[0] if journals else "",
        "container-title-short": _journal(short),
        "volume": text(work, "volume"),
        "issue": text(work, "issue"),
        "page": "-".join(dict.fromkeys(page for page in pages if page)),
        "publisher": publishers[0] if publishers else "",
    }
    return {name: value for name, value in found.items() if value}


def _journal(item: Mapping[str, Any]) -> str:
    return clean_name(text(item, "journal_title_name"))


def _publisher(item: Mapping[str, Any]) -> str:
    return clean_name(text(item, "publisher_name"))
