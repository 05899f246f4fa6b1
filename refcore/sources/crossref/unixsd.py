"""Crossref's works in XML (unixsd), as the same mapping as the REST API's JSON.

Source: Crossref, "Retrieving metadata: XML API", and its schema 5.3.1 (unixref); recorded answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from refcore.errors import BadAnswer
from refcore.sources.xmlanswers import inner_markup, text_at, xml_root

__all__ = ["read_unixsd"]

# Kinds of a DOI as the types of the REST API.
_TYPES = {
    "journal_article": "journal-article",
    "journal_title": "journal",
    "journal_issue": "journal-issue",
    "journal_volume": "journal-volume",
    "conference_paper": "proceedings-article",
    "conference_title": "proceedings",
    "book_content": "book-chapter",
    "book_title": "book",
    "book_series": "book-series",
    "report-paper_title": "report",
    "report-paper_content": "report-component",
    "dissertation": "dissertation",
    "posted_content": "posted-content",
    "standard_title": "standard",
    "dataset": "dataset",
    "database_title": "database",
    "peer_review": "peer-review",
}
_MEDIA = {"print": "published-print", "online": "published-online"}
_ROLES = {"author": "author", "editor": "editor", "translator": "translator", "chair": "chair"}
# Relations that another work states, seen from this one.
_CLAIMED = {
    "isPreprintOf": "has-preprint",
    "hasPreprint": "is-preprint-of",
    "isVersionOf": "has-version",
    "hasVersion": "is-version-of",
    "isTranslationOf": "has-translation",
}


def read_unixsd(content: bytes) -> list[dict[str, Any]]:
    """Return the works of an answer in the form of the REST API; an unresolved DOI gives none.

    Raises `BadAnswer` for anything but unixsd.
    """
    root = xml_root(content, "Crossref")
    for node in root.iter(etree.Element):
        node.tag = etree.QName(node).localname
    if root.tag not in ("crossref_result", "crossref"):
        raise BadAnswer(f"expected a result from Crossref, found <{str(root.tag)[:40]}>")
    return [work for query in root.iter("query") if (work := _work(query))]


def _work(query: etree._Element) -> dict[str, Any]:
    doi, record = text_at(query, "doi"), query.find("doi_record")
    if not doi or record is None or query.get("status") == "unresolved":
        return {}
    node = _described(record, doi)
    kind = query.find("doi")
    found = {
        "DOI": doi,
        "type": _TYPES.get(kind.get("type", "") if kind is not None else "", ""),
        "publisher": _item(query, "publisher-name"),
        **_titles(node),
        **_containers(record, node),
        **_people(record, node),
        **_dates(record, node),
        **_numbers(record, node),
        "ISBN": [one.text for one in record.iter("isbn") if one.text],
        "ISSN": [one.text for one in record.iter("issn") if one.text],
        "relation": _relations(query, node),
        "update-to": list(_updates(node)),
    }
    return {name: value for name, value in found.items() if value}


def _described(record: etree._Element, doi: str) -> etree._Element:
    """Return the element of the work itself, inside those of its journal or its book."""
    for data in record.iter("doi_data"):
        parent = data.getparent()
        if text_at(data, "doi").casefold() == doi.casefold() and parent is not None:
            return parent
    return record


def _item(query: etree._Element, name: str) -> str:
    return text_at(query, f"crm-item[@name='{name}']")


def _inner(node: etree._Element) -> str:
    """Return the content of a title with its markup."""
    return re.sub(r"\sxmlns(?::\w+)?=\"[^\"]*\"", "", inner_markup(node))


def _listed(node: etree._Element, path: str) -> list[str]:
    return [text for one in node.iterfind(path) if (text := _inner(one))]


def _titles(node: etree._Element) -> dict[str, list[str]]:
    # A whole book has its titles in its metadata, which is the element of its DOI.
    return {
        "title": _listed(node, "titles/title"),
        "subtitle": _listed(node, "titles/subtitle"),
        "original-title": _listed(node, "titles/original_language_title"),
    }


_CONTAINERS = (
    "journal_metadata/full_title",
    "book_series_metadata/series_metadata/titles/title",
    "proceedings_series_metadata/series_metadata/titles/title",
    "proceedings_series_metadata/proceedings_title",
    "proceedings_metadata/proceedings_title",
    "book_series_metadata/titles/title",
    "book_set_metadata/titles/title",
    "book_metadata/titles/title",
)


def _containers(record: etree._Element, node: etree._Element) -> dict[str, Any]:
    named = (one for path in _CONTAINERS for one in record.iterfind(f".//{path}"))
    # The title of a whole book is not a title of what contains it.
    outer = (one for one in named if not any(parent is node for parent in one.iterancestors()))
    event = text_at(record, ".//event_metadata/conference_name")
    return {
        "container-title": [title for one in outer if (title := _inner(one))],
        "short-container-title": _listed(record, ".//journal_metadata/abbrev_title"),
        "event": {"name": event} if event else {},
    }


def _people(record: etree._Element, node: etree._Element) -> dict[str, Any]:
    found: dict[str, list[dict[str, Any]]] = {}
    for person in node.iterfind("contributors/*"):
        role = _ROLES.get(person.get("contributor_role", "author"))
        if role is not None and (entry := _person(person)):
            found.setdefault(role, []).append(entry)
    if "editor" not in found:
        outer = record.iterfind(".//book_metadata/contributors/*[@contributor_role='editor']")
        editors = [entry for person in outer if (entry := _person(person))]
        found.update({"editor": editors} if editors else {})
    return found


def _person(node: etree._Element) -> dict[str, Any]:
    if node.tag == "organization":
        name = " ".join("".join(map(str, node.itertext())).split())
        return {"name": name} if name else {}
    if node.tag != "person_name":
        return {}
    places = [*node.iterfind("affiliation"), *node.iterfind("affiliations//institution_name")]
    names = (" ".join("".join(map(str, place.itertext())).split()) for place in places)
    found = {
        "given": text_at(node, "given_name"),
        "family": text_at(node, "surname"),
        "suffix": text_at(node, "suffix"),
        "affiliation": [{"name": name} for name in names if name],
    }
    return {name: value for name, value in found.items() if value} if found["family"] else {}


def _dates(record: etree._Element, node: etree._Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    own = [*node.iterfind("publication_date"), *node.iterfind("approval_date")]
    if not own:
        outer = ("proceedings_metadata", "book_metadata", "book_series_metadata", "journal_issue")
        own = [one for name in outer for one in record.iterfind(f".//{name}/publication_date")]
    for one in own:
        kind = _MEDIA.get(one.get("media_type", ""), "published-other")
        found.setdefault(kind, _parts(one))
    posted = node.find("posted_date")
    if posted is not None:
        found["posted"] = _parts(posted)
    issue = record.find(".//journal_issue/publication_date")
    if issue is not None:
        found["journal-issue"] = {"published-print": _parts(issue)}
    parts = [date["date-parts"][0] for name, date in found.items() if name != "journal-issue"]
    if parts and all(parts):
        found["issued"] = {"date-parts": [min(parts)]}
    return found


def _parts(node: etree._Element) -> dict[str, list[list[int]]]:
    parts = []
    for name in ("year", "month", "day"):
        text = text_at(node, name)
        # A month above 12 is a season.
        if not text.isdigit() or not text.isascii() or (name == "month" and int(text) > 12):
            break
        parts.append(int(text))
    return {"date-parts": [parts]}


def _numbers(record: etree._Element, node: etree._Element) -> dict[str, str]:
    first, last = text_at(node, "pages/first_page"), text_at(node, "pages/last_page")
    places = ("journal_volume", "book_series_metadata", "book_metadata")
    volumes = (text_at(record, f".//{place}/volume") for place in places)
    numbers = node.iterfind("publisher_item/item_number")
    article = [one for one in numbers if "article" in (one.get("item_number_type") or "")]
    return {
        "page": "-".join(filter(None, (first, last if last != first else ""))),
        "volume": next(filter(None, volumes), ""),
        "issue": text_at(record, ".//journal_issue/issue"),
        "article-number": (article[0].text or "") if article else "",
        "edition-number": text_at(record, ".//book_metadata/edition_number"),
    }


def _relations(query: etree._Element, node: etree._Element) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for item in query.iterfind("crm-item[@name='relation']"):
        # The claim is the other work's.
        if (name := _CLAIMED.get(item.get("claim", ""))) and item.text:
            found.setdefault(name, []).append({"id": item.text.strip(), "id-type": "doi"})
    for one in node.iter("inter_work_relation", "intra_work_relation"):
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", one.get("relationship-type", "")).lower()
        if one.text and kind:
            listed = found.setdefault(kind, [])
            listed.append({"id": one.text.strip(), "id-type": one.get("identifier-type", "")})
    return found


def _updates(node: etree._Element) -> Iterator[dict[str, Any]]:
    for one in node.iter("update"):
        if one.text:
            yield {"DOI": one.text.strip(), "type": one.get("type", "")}
