"""Answers of DataCite: bytes in, records out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from refcore.errors import BadAnswer
from refcore.model.dates import Date
from refcore.model.identifiers import Doi, Identifier
from refcore.names.groups import looks_like_group
from refcore.records.record import Notice, Record, RecordAuthor, Relation
from refcore.sources.answers import (
    Answer,
    Unread,
    date_of,
    doi_of,
    identifier_of,
    items,
    load_json,
    named_items,
    people,
    text,
)
from refcore.sources.people import is_nobody, is_others, people_named, plain_author
from refcore.sources.titles import clean_name, clean_title, marked, with_subtitle
from refcore.text.patterns import regex

__all__ = ["NAME", "read_dois", "record_of"]

NAME = "datacite"
# Source: DataCite Metadata Schema 4.5, "resourceTypeGeneral"; CSL 1.0.2, Appendix III.
_GENERAL = {
    "Audiovisual": "motion_picture",
    "Book": "book",
    "BookChapter": "chapter",
    "Collection": "collection",
    "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book",
    "DataPaper": "article-journal",
    "ComputationalNotebook": "software",
    "Dataset": "dataset",
    "Dissertation": "thesis",
    "Image": "graphic",
    "InteractiveResource": "webpage",
    "Journal": "periodical",
    "JournalArticle": "article-journal",
    "PeerReview": "review",
    "Poster": "graphic",
    "Preprint": "article",
    "Presentation": "speech",
    "Report": "report",
    "Software": "software",
    "Sound": "song",
    "Standard": "standard",
}
# What repositories write beside "Text" and "Other", which say nothing.
_WRITTEN = {
    "thesis": "thesis",
    "dissertation": "thesis",
    "doctoral thesis": "thesis",
    "master thesis": "thesis",
    "report": "report",
    "technical report": "report",
    "journal article": "article-journal",
    "article": "article-journal",
    "conference paper": "paper-conference",
    "book": "book",
    "book chapter": "chapter",
    "preprint": "article",
    "working paper": "report",
    "blogpost": "post-weblog",
    "blog post": "post-weblog",
    "blogposting": "post-weblog",
}
_THESIS = regex(r"\b(?:thes[ie]s|thèse|dissertation|habilitation|tesis|tesi)\b")
_CITEPROC = frozenset(
    "article article-journal book chapter dataset graphic motion_picture paper-conference report "
    "post-weblog review song thesis".split()
)
_DATES = {
    "Issued": "issued",
    "Available": "online",
    "Submitted": "submitted",
    "Accepted": "accepted",
    "Created": "created",
    "Copyrighted": "copyright",
    "Updated": "updated",
}
_ROLES = {"Editor": "editor", "Translator": "translator"}
_RELATIONS = {
    "IsVersionOf": "version",
    "HasVersion": "version",
    "IsNewVersionOf": "version",
    "IsPreviousVersionOf": "version",
    "IsIdenticalTo": "version",
    "IsObsoletedBy": "version",
    "Obsoletes": "version",
    "IsVariantFormOf": "article",
    "IsPreprintOf": "article",
    "HasPreprint": "preprint",
    "IsTranslationOf": "original",
}
# A year in the Buddhist era, as Thai repositories write it.
_BUDDHIST = range(2480, 2643)
# An affiliation in brackets, of more than one word.
_PLACE = regex(r"\s*\([^()]*\s[^()]*\)\s*")
_ADDED = regex(
    r"(?<=, )(?P<given>[^,]+),\s*+(?:(?:b\.|born|d\.)?\s*+[0-9]{3,4}\s*+(?:[-–—]\s*+[0-9]{0,4})?|"
    r"(?:Dr|Prof|M\.?D|Ph\.?\s?D|Mr|Mrs|Ms)\.?|author|editor|creator)\s*$",
    re.IGNORECASE,
)
_AFTER_NAME = regex(r"\s*\((?:[^()]*[0-9]{3,4}[^()]*|author|editor|creator)\)\s*$", re.I)


def read_dois(content: bytes, retrieved: str = "") -> Answer:
    """Read an answer for one DOI or a list.

    Source: DataCite REST API Guide, "Retrieving a single DOI", "Retrieving a list of DOIs".

    Raises `BadAnswer` for anything else; an unknown DOI is not a fault.

    >>> read_dois(b'{"errors": [{"status": "404", "title": "..."}]}').is_absent
    True
    """
    answer = load_json(content, "DataCite")
    faults = list(items(answer, "errors"))
    if faults:
        if any(text(fault, "status") == "404" for fault in faults):
            return Answer(is_absent=True)
        said = text(faults[0], "title") or text(faults[0], "detail")
        raise BadAnswer(f"DataCite refuses the request: {said or 'it gives no reason'}")
    data = answer.get("data", answer) if isinstance(answer, Mapping) else answer
    works = list(items(data))
    if not works and not isinstance(data, list):
        raise BadAnswer("expected a DOI or a list of DOIs from DataCite")
    total = text(answer, "meta", "total")
    return _answer(works, retrieved, int(total) if total.isascii() and total.isdigit() else None)


def _answer(works: Sequence[Mapping[str, Any]], retrieved: str, total: int | None) -> Answer:
    records, unread = [], []
    for work in works:
        stated = work.get("attributes", work)
        doi = doi_of(text(stated, "doi") or text(work, "id"))
        if doi is None or not isinstance(stated, Mapping):
            unread.append(Unread(None, "a work without a DOI"))
        elif not any(named_items(stated, "titles", "title")) and not any(
            named_items(stated, "creators", "name")
        ):
            unread.append(Unread(doi, "DataCite's record is empty"))
        else:
            records.append(record_of(stated, doi, retrieved))
    return Answer(tuple(records), tuple(unread), total)


def record_of(work: Mapping[str, Any], doi: Doi, retrieved: str = "") -> Record:
    """Return the record of a work from its attributes."""
    titles = _titles(work)
    mark = marked(titles[0] if titles else "")
    kind = _type(work)
    return Record(
        id=doi,
        source=NAME,
        type=kind,
        title=mark.title,
        titles=titles[1:],
        authors=tuple(_people(people(work, "creators", "name"))),
        is_partial=any(is_others(text(one, "name")) for one in items(work, "creators")),
        roles={role: tuple(_people(_contributors(work, name))) for name, role in _ROLES.items()},
        dates=_dates(work),
        fields=_fields(work),
        ids=_ids(work),
        notices=_notices(work, mark.notice),
        relations=tuple(dict.fromkeys(_relations(work, doi))),
        details={
            "type": text(work, "types", "resourceTypeGeneral"),
            "kind": clean_name(text(work, "types", "resourceType")),
            "state": text(work, "state"),
        },
        via="DataCite REST API",
        retrieved=retrieved,
    )


def _type(work: Mapping[str, Any]) -> str:
    general = text(work, "types", "resourceTypeGeneral")
    citeproc = text(work, "types", "citeproc")
    written = clean_name(text(work, "types", "resourceType")).casefold()
    found = _GENERAL.get(general) or _WRITTEN.get(written)
    if found is None and _THESIS.search(written):
        found = "thesis"
    return found or (citeproc if citeproc in _CITEPROC else "document")


def _notices(work: Mapping[str, Any], marked: Notice | None) -> tuple[Notice, ...]:
    """Return what became of a work: by a mark in its title, or by the day of its withdrawal."""
    for item in items(work, "dates"):
        if text(item, "dateType") == "Withdrawn":
            said = clean_name(text(item, "dateInformation"))
            return (Notice("withdrawn", _day(text(item, "date")), by="DataCite", text=said),)
    return (marked,) if marked else ()


def _titles(work: Mapping[str, Any]) -> list[str]:
    listed = [
        (text(item, "titleType"), clean_title(text(item, "title")))
        for item in named_items(work, "titles", "title")
    ]
    named = [title for kind, title in listed if title and not kind]
    others = [title for kind, title in listed if title and kind and kind != "Subtitle"]
    subtitles = [title for kind, title in listed if title and kind == "Subtitle"]
    if not named:
        named = others[:1] or subtitles[:1]
    joined = [with_subtitle(named[0], sub) for sub in subtitles[:1] if named]
    return list(dict.fromkeys([*named[:1], *joined, *named[1:], *others, *subtitles]))


def _contributors(work: Mapping[str, Any], kind: str) -> Iterator[Mapping[str, Any]]:
    return (one for one in items(work, "contributors") if text(one, "contributorType") == kind)


def _people(listed: Iterable[Mapping[str, Any]]) -> Iterator[RecordAuthor]:
    for item in listed:
        parts = {
            key: _PLACE.sub("", clean_name(text(item, key))) for key in ("givenName", "familyName")
        }
        name = clean_name(text(item, "name"))
        if is_nobody(name) and not (parts["familyName"] and not name):
            continue
        places = item.get("affiliation")
        affiliations = [
            clean_name(text(place, "name") if isinstance(place, Mapping) else text(place))
            for place in (places if isinstance(places, list) else [])
        ]
        yield from _entries(item, name, parts, [place for place in affiliations if place])


def _people_in(name: str) -> Sequence[str]:
    """Return the names of two people or more in the place of one; none where it is one name.

    >>> _people_in("Ada Berg and Bo Roth"), _people_in("Ada Berg")
    (('Ada Berg', 'Bo Roth'), [])
    """
    if (both := _TWO.fullmatch(name)) and not looks_like_group(name):
        return both.groups()
    return people_named(name)


def _entries(
    item: Mapping[str, Any], name: str, named: Mapping[str, str], affiliations: list[str]
) -> Iterator[RecordAuthor]:
    given, family = named["givenName"], named["familyName"]
    is_person = given and family and not looks_like_group(name)
    if text(item, "nameType") == "Organizational" and not is_person:
        yield RecordAuthor(name, affiliations, is_group=True)
    elif ";" in name:
        for one in filter(None, map(str.strip, name.split(";"))):
            yield from _entries({}, one, {"givenName": "", "familyName": ""}, affiliations)
    elif people := _people_in(name):
        yield from (RecordAuthor(one, affiliations) for one in people)
    elif looks_like_group(family):
        # An organisation that is filed as a person, at times cut at a comma of its name.
        yield RecordAuthor(name or family, affiliations, is_group=True)
    elif given and family:
        yield RecordAuthor(f"{given} {family}", affiliations, given=given, family=family)
    elif name:
        yield _turned(_AFTER_NAME.sub("", name) or name, affiliations)


# Two people in the place of one: "Ada Byron and Bo Fei".
_NAME = r"[^\W\d_][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}"
_TWO = regex(rf"({_NAME}) (?:and|&) ({_NAME})")


def _turned(name: str, affiliations: list[str]) -> RecordAuthor:
    """Read "Family, Given"; anything else is kept as it is.

    What libraries add after a second comma, such as the years of a life, is not a name.

    >>> _turned("Fei, Bo", []).family
    'Fei'
    """
    return plain_author(_ADDED.sub(r"\g<given>", name), affiliations)


def _year(value: Any) -> int | None:
    number = text(value)
    year = int(number) if number.isascii() and number.isdigit() and len(number) == 4 else 0
    return (year - 543 if year in _BUDDHIST else year) or None


def _day(stated: str) -> Date | None:
    match = re.match(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", stated)
    return date_of(_year(match[1]), match[2], match[3]) if match else None


def _dates(work: Mapping[str, Any]) -> dict[str, Date]:
    found: dict[str, Date | None] = {}
    for item in items(work, "dates"):
        kind = _DATES.get(text(item, "dateType"))
        day = _day(text(item, "date"))
        if kind and day and kind not in found:
            found[kind] = day
    stated = date_of(_year(work.get("publicationYear")))
    issued = found.get("issued")
    # The year of publication is the one that DataCite cites by.
    if stated is not None and (issued is None or issued.year != stated.year):
        if issued is not None:
            found["other"] = issued
        found["issued"] = stated
    return {kind: date for kind, date in found.items() if date is not None}


def _fields(work: Mapping[str, Any]) -> dict[str, str]:
    publisher = work.get("publisher")
    container = _container(work)
    pages = "-".join(p for p in (text(container, "firstPage"), text(container, "lastPage")) if p)
    found = {
        "publisher": clean_name(text(publisher, "name") or text(publisher)),
        "container-title": clean_title(text(container, "title")),
        "volume": text(container, "volume"),
        "issue": text(container, "issue"),
        "page": pages,
        "version": text(work, "version"),
        "language": text(work, "language"),
    }
    return {name: value for name, value in found.items() if value and value.lower() != "unknown"}


def _container(work: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return where a work appeared; since schema 4.4 it is a related item.

    Source: DataCite Metadata Schema 4.6, "RelatedItem"; relation "IsPublishedIn".
    """
    stated = work.get("container")
    if isinstance(stated, Mapping) and text(stated, "title"):
        return stated
    for item in items(work, "relatedItems"):
        if text(item, "relationType") == "IsPublishedIn":
            titles = named_items(item, "titles", "title")
            main = [text(one, "title") for one in titles if not text(one, "titleType")]
            return {**item, "title": main[0] if main else ""}
    return stated if isinstance(stated, Mapping) else {}


def _ids(work: Mapping[str, Any]) -> list[Identifier]:
    listed = [text(item, "identifier") for item in items(work, "identifiers")]
    listed += [text(item, "alternateIdentifier") for item in items(work, "alternateIdentifiers")]
    found = [identifier_of(value) for value in listed if ":" in value or "/" in value]
    own = doi_of(text(work, "doi"))
    return list(dict.fromkeys(one for one in found if one is not None and one != own))


def _relations(work: Mapping[str, Any], own: Doi) -> Iterator[Relation]:
    for item in items(work, "relatedIdentifiers"):
        kind = _RELATIONS.get(text(item, "relationType"))
        other = identifier_of(text(item, "relatedIdentifier"))
        if kind and other and other != own:
            yield Relation(kind, other)
