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
    "component": "component",
}
# Parts of books that are not chapters.
_PARTS_OF_BOOKS = {"reference_entry": "reference-entry"}
_MEDIA = {"print": "published-print", "online": "published-online"}
_ROLES = {"author": "author", "editor": "editor", "translator": "translator", "chair": "chair"}
_OTHER_DATES = {
    "posted_date": "posted",
    "approval_date": "approved",
    "acceptance_date": "accepted",
    "database_date/creation_date": "content-created",
}
# Relations that another work states, seen from this one.
_CLAIMED = {
    "isPreprintOf": "has-preprint",
    "hasPreprint": "is-preprint-of",
    "isVersionOf": "has-version",
    "hasVersion": "is-version-of",
    "isIdenticalTo": "is-identical-to",
    "isReplacedBy": "replaces",
    "replaces": "is-replaced-by",
    "isTranslationOf": "has-translation",
    "hasTranslation": "is-translation-of",
}
# Elements of works that are parts of others, or stand alone.
_WORKS = (
    "journal_article",
    "conference_paper",
    "content_item",
    "dataset",
    "dissertation",
    "posted_content",
    "peer_review",
    "standard_metadata",
)
# What may hold the people and the dates of a part, the nearest first.
_AROUND = (
    "proceedings_metadata",
    "proceedings_series_metadata",
    "book_metadata",
    "book_series_metadata",
    "book_set_metadata",
    "report-paper_metadata",
    "report-paper_series_metadata",
    "journal_issue",
)


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
        "type": _PARTS_OF_BOOKS.get(node.get("component_type", ""), "")
        or _TYPES.get(kind.get("type", "") if kind is not None else "", ""),
        "publisher": _item(query, "publisher-name"),
        "institution": [{"name": name} for name in _listed(node, "institution/institution_name")],
        "degree": _listed(node, "degree"),
        "group-title": text_at(node, "group_title"),
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
    """Return the element of the work itself, inside those of its journal or its book.

    The record of an alias has the DOI that the work has now.
    """
    for data in record.iter("doi_data"):
        parent = data.getparent()
        if text_at(data, "doi").casefold() == doi.casefold() and parent is not None:
            return parent
    inner = (record.find(f".//{name}") for name in (*_WORKS, *_AROUND))
    return next((one for one in inner if one is not None), record)


def _item(query: etree._Element, name: str) -> str:
    return text_at(query, f"crm-item[@name='{name}']")


def _inner(node: etree._Element) -> str:
    """Return the content of a title with its markup."""
    return re.sub(r"\sxmlns(?::\w+)?=\"[^\"]*\"", "", inner_markup(node))


def _listed(node: etree._Element, path: str) -> list[str]:
    return [text for one in node.iterfind(path) if (text := _inner(one))]


def _titles(node: etree._Element) -> dict[str, list[str]]:
    # A whole book has its titles in its metadata, which is the element of its DOI. Those of whole
    # proceedings and of a journal have names of their own.
    whole = (_listed(node, path) for path in ("titles/title", "proceedings_title", "full_title"))
    return {
        "title": next(filter(None, whole), []),
        "subtitle": _listed(node, "titles/subtitle"),
        "original-title": _listed(node, "titles/original_language_title"),
    }


_CONTAINERS = (
    "journal_metadata/full_title",
    "book_series_metadata/series_metadata/titles/title",
    "proceedings_series_metadata/series_metadata/titles/title",
    "proceedings_series_metadata/proceedings_title",
    "proceedings_metadata/proceedings_title",
    "set_metadata/titles/title",
    "report-paper_series_metadata/series_metadata/titles/title",
    "database_metadata/titles/title",
    "book_series_metadata/titles/title",
    "book_set_metadata/titles/title",
    "book_metadata/titles/title",
    "report-paper_metadata/titles/title",
    "report-paper_series_metadata/titles/title",
)


def _containers(record: etree._Element, node: etree._Element) -> dict[str, Any]:
    named = (one for path in _CONTAINERS for one in record.iterfind(f".//{path}"))
    # The title of a whole book is not a title of what contains it; that of its series is.
    own = [*node.iterfind("titles/title"), *node.iterfind("proceedings_title")]
    own += node.iterfind("full_title")
    outer = (one for one in named if not any(one is title for title in own))
    event = text_at(record, ".//event_metadata/conference_name")
    return {
        "container-title": [title for one in outer if (title := _inner(one))],
        "short-container-title": _listed(record, ".//journal_metadata/abbrev_title"),
        "event": {"name": event} if event else {},
    }


def _people(record: etree._Element, node: etree._Element) -> dict[str, Any]:
    found: dict[str, list[dict[str, Any]]] = {}
    # The person of a dissertation stands in it without a list.
    for person in [*node.iterfind("contributors/*"), *node.iterfind("person_name")]:
        role = _ROLES.get(person.get("contributor_role", "author"))
        if role is not None and (entry := _person(person)):
            found.setdefault(role, []).append(entry)
    if "editor" not in found:
        lists = [f".//{name}/contributors" for name in _AROUND if name.startswith("book")]
        outer = (
            one
            for path in (".//conference/contributors", *lists)
            for one in record.iterfind(f"{path}/*[@contributor_role='editor']")
        )
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
    for one in _publication_dates(record, node):
        kind = _MEDIA.get(one.get("media_type", ""), "published-other")
        found.setdefault(kind, _parts(one))
    appeared = list(found)
    for path, kind in _OTHER_DATES.items():
        other = node.find(path)
        if other is not None:
            found[kind] = _parts(other)
    for one in record.iterfind(".//journal_issue/publication_date"):
        kind = _MEDIA.get(one.get("media_type", ""), "published-print")
        found.setdefault("journal-issue", {})[kind] = _parts(one)
    # A dissertation is approved instead of published.
    kinds = appeared or [kind for kind in ("posted", "approved") if kind in found]
    parts = [found[kind]["date-parts"][0] for kind in kinds]
    if parts and all(parts):
        found["issued"] = {"date-parts": [min(parts)]}
    return found


def _publication_dates(record: etree._Element, node: etree._Element) -> list[etree._Element]:
    """Return the dates of a work's publication, else those of what contains it."""
    paths = ("publication_date", "database_date/publication_date", "review_date")
    own = [one for path in paths for one in node.iterfind(path)]
    around = (one for name in _AROUND for one in record.iterfind(f".//{name}/publication_date"))
    return own or list(around)


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
    volumes = (text_at(record, f".//{place}/volume") for place in ("journal_volume", *_AROUND))
    editions = (text_at(record, f".//{place}/edition_number") for place in _AROUND)
    numbers = node.iterfind("publisher_item/item_number")
    article = [one for one in numbers if _OWN_NUMBER & {*_words(one.get("item_number_type"))}]
    return {
        "page": "-".join(filter(None, (first, last if last != first else ""))),
        "volume": next(filter(None, volumes), ""),
        "issue": text_at(record, ".//journal_issue/issue"),
        "article-number": (article[0].text or "") if article else "",
        "edition-number": next(filter(None, editions), ""),
    }


# Numbers by which an article or a report is cited, beside those that only the publisher knows.
_OWN_NUMBER = frozenset({"article", "report"})


def _words(kind: str | None) -> list[str]:
    return re.split(r"[-_ ]", (kind or "").lower())


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
