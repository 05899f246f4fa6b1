"""Answers of INSPIRE-HEP: bytes in, records out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from refcore.errors import BadAnswer
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi, Identifier
from refcore.records.record import Notice, Record, RecordAuthor, Relation
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
from refcore.sources.titles import clean_name, clean_title, with_subtitle

__all__ = ["NAME", "read_literature"]

NAME = "inspire"
# Every answer contains one of these, whichever fields were requested.
_PARTS = frozenset({"titles", "authors", "dois", "arxiv_eprints", "control_number"})
_TYPES = {
    "article": "article-journal",
    "conference paper": "paper-conference",
    "proceedings": "book",
    "book": "book",
    "book chapter": "chapter",
    "thesis": "thesis",
    "report": "report",
    "note": "report",
    "activity report": "report",
}


def read_literature(content: bytes, retrieved: str = "") -> Answer:
    """Read an answer of the literature routes: one work or a list.

    Source: github.com/inspirehep/rest-api-doc.

    Raises `BadAnswer` for anything else; an unknown work is not a fault.
    """
    answer = load_json(content, "INSPIRE")
    if not isinstance(answer, Mapping):
        raise BadAnswer("expected a work or a list of works from INSPIRE")
    if answer.get("status") == 404:
        return Answer(is_absent=True)
    if "hits" in answer:
        works = [hit.get("metadata", hit) for hit in items(answer, "hits", "hits")]
        total = answer["hits"].get("total") if isinstance(answer["hits"], Mapping) else None
    else:
        works, total = [answer.get("metadata", answer)], None
    if any(not isinstance(work, Mapping) or not _PARTS & set(work) for work in works):
        said = text(answer, "message")
        raise BadAnswer(f"expected works from INSPIRE{f', found {said!r}' if said else ''}")
    records, unread = [], []
    for work in works:
        record = _record(work, retrieved)
        if record is None:
            unread.append(Unread(None, "a work without a DOI and an arXiv id"))
        else:
            records.append(record)
    return Answer(tuple(records), tuple(unread), total if isinstance(total, int) else None)


def _record(work: Mapping[str, Any], retrieved: str) -> Record | None:
    ids = list(dict.fromkeys(_ids(work)))
    if not ids:
        return None
    publication = _publication(work)
    titles = list(dict.fromkeys(_titles(work)))
    kind = text(work, "document_type")
    return Record(
        id=ids[0],
        source=NAME,
        type=_TYPES.get(kind, "article") if publication or kind != "article" else "article",
        title=titles[0] if titles else "",
        titles=titles[1:],
        authors=_people(work, ""),
        roles={"editor": _people(work, "editor")},
        dates=_dates(work, publication),
        fields=_fields(work, publication),
        ids=ids[1:],
        relations=[Relation("preprint", one) for one in ids[1:] if isinstance(one, ArxivId)],
        notices=tuple(_notices(work)),
        is_partial=_is_cut(work),
        details={
            "type": kind,
            "recid": text(work, "control_number"),
            "collaborations": "; ".join(_collaborations(work)),
        },
        via="INSPIRE REST API",
        retrieved=retrieved,
    )


def _notices(work: Mapping[str, Any]) -> Iterator[Notice]:
    """Yield that a work was withdrawn, or has an erratum, whose DOI is among its own."""
    if work.get("withdrawn") is True:
        yield Notice("withdrawn", by="INSPIRE")
    for item in items(work, "dois"):
        doi = doi_of(text(item, "value"))
        if doi and text(item, "material") == "erratum":
            yield Notice("corrected", id=doi, by="INSPIRE")


def _publication(work: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return where a work appeared: in a journal before a conference without its proceedings."""
    stated = [
        one
        for one in items(work, "publication_info")
        if text(one, "material") not in ("erratum", "addendum", "reprint", "translation")
    ]
    in_journal = (one for one in stated if text(one, "journal_title"))
    return next(in_journal, stated[0] if stated else {})


def _ids(work: Mapping[str, Any]) -> Iterator[Identifier]:
    for item in items(work, "dois"):
        doi = doi_of(text(item, "value"))
        if doi and doi.arxiv is None and text(item, "material") in ("", "publication"):
            yield doi
    for item in items(work, "arxiv_eprints"):
        found = identifier_of(f"arXiv:{text(item, 'value')}")
        if isinstance(found, ArxivId):
            # INSPIRE knows papers, not their versions.
            yield found if found.version else found.with_version(1)
    for item in items(work, "isbns"):
        found = identifier_of(f"ISBN {text(item, 'value')}")
        if found is not None and not isinstance(found, Doi):
            yield found


def _titles(work: Mapping[str, Any]) -> Iterator[str]:
    for item in items(work, "titles"):
        title, subtitle = clean_title(text(item, "title")), clean_title(text(item, "subtitle"))
        if title:
            yield title
            if subtitle:
                yield with_subtitle(title, subtitle)
    for item in items(work, "title_translations"):
        if title := clean_title(text(item, "title")):
            yield title


def _people(work: Mapping[str, Any], role: str) -> tuple[RecordAuthor, ...]:
    found = []
    for item in people(work, "authors"):
        roles = item.get("inspire_roles")
        stated = roles if isinstance(roles, list) else []
        known = {str(one) for one in stated}
        if role in known if role else "author" in known or not {"editor", "supervisor"} & known:
            found.append(_person(item))
    if not role:
        groups = _collaborations(work)
        listed = work.get("corporate_author")
        groups += (
            [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
        )
        # A collaboration counts as the author only if no people are listed.
        if not found:
            found = [RecordAuthor(clean_name(name), is_group=True) for name in groups if name]
    return tuple(one for one in found if one.name)


def _collaborations(work: Mapping[str, Any]) -> list[str]:
    named = (clean_name(text(one, "value")) for one in items(work, "collaborations"))
    return [name for name in named if name]


def _person(item: Mapping[str, Any]) -> RecordAuthor:
    full = clean_name(text(item, "full_name"))
    family, comma, given = (part.strip() for part in full.partition(","))
    given, _, suffix = (part.strip() for part in given.partition(","))
    places = tuple(clean_name(text(place, "value")) for place in items(item, "affiliations"))
    if not comma or not given:
        return RecordAuthor(full.rstrip(","), places)
    name = " ".join(part for part in (given, family, suffix) if part)
    return RecordAuthor(name, places, given=given, family=family, suffix=suffix)


def _is_cut(work: Mapping[str, Any]) -> bool:
    count = work.get("author_count")
    return isinstance(count, int) and count > sum(1 for _ in items(work, "authors"))


def _dates(work: Mapping[str, Any], publication: Mapping[str, Any]) -> dict[str, Date]:
    earliest = re.match(
        r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?",
        text(work, "earliest_date") or text(work, "preprint_date"),
    )
    imprint = next((text(one, "date")[:4] for one in items(work, "imprints")), "")
    thesis = (text(work, "thesis_info", name)[:4] for name in ("date", "defense_date"))
    defended = next(filter(None, thesis), "")
    found = {
        "issued": date_of(text(publication, "year") or imprint or defended),
        "posted": date_of(earliest[1], earliest[2], earliest[3]) if earliest else None,
    }
    found["issued"] = found["issued"] or found["posted"]
    return {kind: date for kind, date in found.items() if date is not None}


def _fields(work: Mapping[str, Any], publication: Mapping[str, Any]) -> dict[str, str]:
    first, last = text(publication, "page_start"), text(publication, "page_end")
    number, stated = text(publication, "artid"), work.get("thesis_info")
    thesis = stated if isinstance(stated, Mapping) else {}
    found = {
        "container-title": text(publication, "journal_title"),
        "volume": text(publication, "journal_volume"),
        "issue": text(publication, "journal_issue"),
        "page": "-".join(page for page in (first, last) if page),
        "number": number if number != first else "",
        "publisher": next((text(one, "publisher") for one in items(work, "imprints")), "")
        or next((text(one, "name") for one in items(thesis, "institutions")), ""),
    }
    if text(thesis, "degree_type") == "master":
        found["genre"] = "Master's thesis"
    return {name: clean_name(value) for name, value in found.items() if value}
