"""Answers of OpenAlex: bytes in, records out. Only names as they are printed are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from refcore.errors import BadAnswer
from refcore.model.dates import Date
from refcore.model.identifiers import Doi, Identifier, Pmid
from refcore.records.record import Notice, Record
from refcore.sources.answers import (
    Answer,
    Unread,
    date_of,
    doi_of,
    identifier_of,
    items,
    load_json,
    people,
    text,
)
from refcore.sources.crossref.terms import TYPES
from refcore.sources.people import plain_author
from refcore.sources.titles import clean_name, clean_title, marked

__all__ = ["NAME", "read_openalex"]

NAME = "openalex"
_TYPES = {
    "article": "article-journal",
    "preprint": "article",
    "book": "book",
    "book-chapter": "chapter",
    "dataset": "dataset",
    "dissertation": "thesis",
    "report": "report",
    "review": "article-journal",
    "letter": "article-journal",
    "editorial": "article-journal",
    "erratum": "article-journal",
    "peer-review": "review",
    "reference-entry": "entry",
    "standard": "standard",
}


def read_openalex(content: bytes, retrieved: str = "") -> Answer:
    """Read an answer of the works routes.

    `author.display_name` is the name of a profile and often another than the paper's:
    only `raw_author_name` is read.
    Source: developers.openalex.org, "Works".

    Raises `BadAnswer` for anything else, such as the HTML of an unknown DOI.
    """
    answer = load_json(content, "OpenAlex")
    if not isinstance(answer, Mapping) or "error" in answer:
        said = text(answer, "message") if isinstance(answer, Mapping) else ""
        raise BadAnswer(f"OpenAlex refuses the request: {said or 'it gives no reason'}")
    works = list(items(answer, "results")) if "results" in answer else [answer]
    records, unread = [], []
    for work in works:
        found = doi_of(text(work, "doi")) or _pmid(work)
        if found is None:
            unread.append(Unread(None, "a work without a DOI"))
            continue
        records.append(_record(work, found, retrieved))
    return Answer(tuple(records), tuple(unread))


def _pmid(work: Mapping[str, Any]) -> Identifier | None:
    return identifier_of(text(work, "ids", "pmid"))


def _record(work: Mapping[str, Any], found: Identifier, retrieved: str) -> Record:
    mark = marked(clean_title(text(work, "title") or text(work, "display_name")))
    notices = [mark.notice] if mark.notice else []
    if work.get("is_retracted") is True and not notices:
        notices.append(Notice("retracted", by="OpenAlex"))
    authors = [clean_name(text(one, "raw_author_name")) for one in people(work, "authorships")]
    if not all(authors):
        authors = []  # a list with gaps shows neither order nor who is on it
    pmid = _pmid(work)
    return Record(
        id=found,
        source=NAME,
        type=_type(work),
        title=mark.title,
        authors=[plain_author(name) for name in authors],
        dates=_dates(work),
        fields=_fields(work),
        ids=[pmid] if isinstance(pmid, Pmid) and isinstance(found, Doi) else [],
        notices=notices,
        details={"id": text(work, "id"), "type": text(work, "type_crossref") or text(work, "type")},
        is_partial=work.get("is_authors_truncated") is True,
        via="OpenAlex",
        retrieved=retrieved,
    )


def _type(work: Mapping[str, Any]) -> str:
    # OpenAlex's own types have no articles of conferences. Since 2025 the type at the agency is
    # that of the place.
    names = (text(work, "type_crossref"), text(work, "primary_location", "raw_type"))
    stated = next(filter(None, map(TYPES.get, names)), None)
    return stated or _TYPES.get(text(work, "type"), "document")


def _dates(work: Mapping[str, Any]) -> dict[str, Date]:
    match = re.match(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text(work, "publication_date"))
    year = text(work, "publication_year")
    date = date_of(match[1], match[2], match[3]) if match and match[1] == year else date_of(year)
    return {"issued": date} if date else {}


def _fields(work: Mapping[str, Any]) -> dict[str, str]:
    place = work.get("primary_location")
    source = place.get("source") if isinstance(place, Mapping) else None
    first, last = text(work, "biblio", "first_page"), text(work, "biblio", "last_page")
    found = {
        "container-title": clean_title(text(source, "display_name")),
        "publisher": clean_name(text(source, "host_organization_name")),
        "ISSN": text(source, "issn_l"),
        "volume": text(work, "biblio", "volume"),
        "issue": text(work, "biblio", "issue"),
        "page": first if first == last else "-".join(page for page in (first, last) if page),
        "language": text(work, "language"),
    }
    return {name: value for name, value in found.items() if value}
