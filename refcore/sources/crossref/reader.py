"""Answers of Crossref: bytes in, records out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from refcore.errors import BadAnswer, InvalidIdentifier
from refcore.model.dates import Date
from refcore.model.identifiers import Doi, Identifier, Isbn
from refcore.model.worddates import date_in_words
from refcore.names.customs import is_particle
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
    people,
    text,
)
from refcore.sources.crossref.terms import DATES, FIELDS, NOTICES, RELATIONS, TYPES
from refcore.sources.crossref.unixsd import read_unixsd
from refcore.sources.people import (
    TITLE,
    filed_author,
    group_name,
    is_nobody,
    is_others,
    people_named,
    without_degree,
    without_degrees,
    without_marks,
)
from refcore.sources.titles import clean_name, clean_title, marked, with_subtitle
from refcore.text.patterns import regex

__all__ = ["NAME", "people_in", "read_works", "record_of", "relations_in"]

NAME = "crossref"
VIA = "Crossref REST API"
_CSL_TYPES = frozenset(TYPES.values())
_ROLES = {"editor": "editor", "translator": "translator", "chair": "chair"}
# Texts that records contain in place of a missing name.
_PLACEHOLDERS = frozenset(
    {"", "-", ".", "..", "&na;", "anonymous", "unknown", "na", "n/a", "none", "null", "undefined"}
)
# Those of these texts that are names of people, too: Na Li, Byunggook Na, Jan Null.
_GIVEN = frozenset({"na"})
_FAMILIES = frozenset({"na", "null"})


def read_works(content: bytes, retrieved: str = "") -> Answer:
    """Read an answer of the routes for works: one work, a list, CSL-JSON of a work, or its XML.

    Source: Crossref, "REST API" (github.com/CrossRef/rest-api-doc), "Result types".

    Raises `BadAnswer` for anything else; an unknown DOI is not a fault.

    >>> read_works(b"Resource not found.").is_absent
    True
    """
    if content.strip().lower().startswith(b"resource not found"):
        return Answer(is_absent=True)
    if b"<crossref" in content[:1000]:
        found = read_unixsd(content)
        return _answer(found, retrieved, None) if found else Answer(is_absent=True)
    answer = load_json(content, "Crossref")
    if isinstance(answer, Mapping) and answer.get("status") not in (None, "ok"):
        said = "; ".join(text(item, "message") or text(item, "type") for item in _faults(answer))
        raise BadAnswer(f"Crossref refuses the request: {said or 'it gives no reason'}")
    message = answer.get("message", answer) if isinstance(answer, Mapping) else None
    if not isinstance(message, Mapping):
        raise BadAnswer("expected a work or a list of works from Crossref")
    if "items" in message:
        total = message.get("total-results")
        works = list(items(message, "items"))
        return _answer(works, retrieved, total if isinstance(total, int) else None)
    if "DOI" not in message:
        raise BadAnswer("expected a work from Crossref, found one without a DOI")
    if "agency" in message and "title" not in message:
        return Answer()
    return _answer([message], retrieved, None)


def _faults(answer: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return items(answer, "message")


def _answer(works: Sequence[Mapping[str, Any]], retrieved: str, total: int | None) -> Answer:
    records, unread = [], []
    for work in works:
        doi = doi_of(text(work, "DOI"))
        if doi is None:
            unread.append(Unread(None, "a work without a DOI"))
            continue
        records.append(record_of(work, doi, retrieved))
    return Answer(tuple(records), tuple(unread), total)


def record_of(work: Mapping[str, Any], doi: Doi, retrieved: str = "", via: str = VIA) -> Record:
    """Return the record of a work, as the API or the public data file has it."""
    titles = _titles(work)
    mark = marked(titles[0] if titles else "")
    kind = _type(work)
    notices = [*_notices(work)]
    if mark.notice and not any(n.kind == mark.notice.kind for n in notices):
        notices.append(mark.notice)
    return Record(
        id=doi,
        source=NAME,
        type=kind,
        title=mark.title,
        titles=[marked(title).title for title in titles[1:]],
        authors=people_in(work, "author"),
        is_partial=_has_others(work),
        roles={role: people_in(work, name) for name, role in _ROLES.items()},
        dates=_dates(work),
        fields=_fields(work, kind),
        ids=_ids(work, kind),
        notices=notices,
        relations=relations_in(work, doi),
        details=_details(work),
        via=via,
        retrieved=retrieved,
    )


def _type(work: Mapping[str, Any]) -> str:
    stated = text(work, "type")
    return TYPES.get(stated, stated if stated in _CSL_TYPES else "document")


def _all(work: Mapping[str, Any], name: str) -> list[str]:
    value = work.get(name)
    listed = value if isinstance(value, list) else [value]
    cleaned = [clean_title(item) for item in listed if isinstance(item, str)]
    return [title for title in cleaned if title]


def _titles(work: Mapping[str, Any]) -> list[str]:
    """Return the title, then the others: with the subtitle, the original, further ones."""
    main, subtitles = _all(work, "title"), _all(work, "subtitle")
    if not main:
        return [*_all(work, "original-title"), *subtitles]
    others = []
    if subtitles and subtitles[0].casefold() not in main[0].casefold():
        others.append(with_subtitle(main[0], subtitles[0]))
    others += [*main[1:], *_all(work, "original-title"), *subtitles]
    return [main[0], *dict.fromkeys(title for title in others if title != main[0])]


def people_in(work: Mapping[str, Any], role: str) -> tuple[RecordAuthor, ...]:
    """Return the people that a work lists in a role (author, editor …), as they are meant."""
    listed = people(work, role, "literal")
    stated = (item for item in listed if not _is_of_other_role(item, role))
    found = (entry for item in stated if (entry := _person(item)))
    return tuple(one for entry in found for one in _apart(entry))


def _has_others(work: Mapping[str, Any]) -> bool:
    """Whether a list says that it leaves out people: "and others"."""
    parts = ("given", "family", "name")
    return any(
        is_others(" ".join(filter(None, (text(item, part) for part in parts))))
        for item in items(work, "author")
    )


def _is_of_other_role(item: Mapping[str, Any], role: str) -> bool:
    """Return whether a contributor states roles, and all are editors', translators' or chairs'."""
    stated = {text(one, "role") for one in items(item, "role")}
    return bool(stated) and role not in stated and stated <= {*_ROLES, "reviewer"}


def _apart(entry: RecordAuthor) -> Iterator[RecordAuthor]:
    """Split a list of people that is given as one organisation."""
    parts = people_named(entry.name) if entry.is_group else []
    if not parts:
        yield entry
    else:
        yield from (filed_author(part, entry.affiliations) for part in parts)


def _is_placeholder(part: str, beside: str, names: frozenset[str]) -> bool:
    """Return whether a part of a name is a placeholder, unless it is one of some real `names`.

    >>> _is_placeholder("NA", "Ramesh", _FAMILIES), _is_placeholder("-", "RAMESH", _FAMILIES)
    (True, True)
    >>> _is_placeholder("Na", "Li", _GIVEN), _is_placeholder("NA", "BYUNGGOOK", _FAMILIES)
    (False, False)
    """
    if part.casefold() not in _PLACEHOLDERS:
        return False
    is_written_as_name = part.istitle() or (part.isupper() and beside.isupper())
    return not (beside and is_written_as_name and part.casefold() in names)


def _is_end_of_group(given: str, family: str) -> bool:
    """Return whether the two parts of a name are those of a group.

    >>> _is_end_of_group("LHCb", "Collaboration"), _is_end_of_group("Wu", "HsiangTao")
    (True, False)
    """
    whole = " " not in family and looks_like_group(family)
    return whole and looks_like_group(f"{given} {family}")


def _group_in_parts(given: str, family: str, stated: str) -> str:
    """Return the group whose name was put into the two parts of a person, or nothing.

    `stated` is the family name with its particles.

    >>> _group_in_parts("for the", "TARGet Kids! Collaboration", "TARGet Kids! Collaboration")
    'TARGet Kids! Collaboration'
    >>> _group_in_parts("University of", "Oslo", "Oslo"), _group_in_parts("Bo", "Fei", "Fei")
    ('University of Oslo', '')
    """
    if _FOR_GROUP.fullmatch(given) and not _is_end_of_group(given, family):
        return f"The {stated}" if given == "The" else stated
    whole = f"{given} {family}"
    is_group = _is_end_of_group(given, family) or (_OF_PLACE.search(given) and not is_nobody(whole))
    return whole if is_group else ""


def _person(item: Mapping[str, Any]) -> RecordAuthor | None:
    stated = _stated_family(item)
    # "Powell, Jr.": the family name, or the given one, sometimes contains a suffix or a degree.
    family, _, after_family = without_degree(without_marks(stated)).partition(",")
    given, after_given = _given_and_suffix(TITLE.sub("", _part(item, "given")))
    if given and " " in given and not _LETTER.search(family.removeprefix(given)):
        # The whole name, and a mark or itself once more.
        family, given, stated = given, "", given
    endings = (_part(item, "suffix"), after_family, after_given)
    suffix = next(filter(None, map(without_degrees, endings)), "")
    group = clean_name(text(item, "name") or text(item, "literal"))
    affiliations = tuple(
        name for place in items(item, "affiliation") if (name := clean_name(text(place, "name")))
    )
    if _is_placeholder(given, family, _GIVEN):
        given = ""
    if _is_placeholder(family, given, _FAMILIES):
        family, given, stated = given, "", ""
    if family and given:
        if named := _group_in_parts(given, family, stated):
            return RecordAuthor(named, affiliations, is_group=True)
        if is_nobody(f"{given} {family}"):
            return None
        name = " ".join(part for part in (given, family, suffix) if part)
        return RecordAuthor(name, affiliations, given=given, family=family, suffix=suffix)
    if family:
        family = without_marks(stated) or family
        # A whole name or a group is put into the family name at times.
        return None if is_nobody(family) else filed_author(family, affiliations)
    if is_nobody(group):
        return None
    if _INVERTED.fullmatch(group) and not looks_like_group(group):
        return filed_author(group, affiliations)  # CSL-JSON with a person as one text
    return RecordAuthor(group_name(group), affiliations, is_group=True)


def _given_and_suffix(given: str) -> tuple[str, str]:
    """Return a given name, and the suffix that is put before it or after it.

    >>> _given_and_suffix("Ada B., Jr."), _given_and_suffix("Jr., Ada B.")
    (('Ada B.', 'Jr.'), ('Ada B.', 'Jr.'))
    >>> _given_and_suffix("Ada Jr")
    ('Ada', 'Jr')
    """
    before, _, after = given.partition(", ")
    if not after and (found := _SUFFIX_AFTER.search(before)):
        return before[: found.start()], found[1]
    return (after, before) if after and _SUFFIX_AFTER.fullmatch(f" {before}") else (before, after)


_SUFFIX_AFTER = regex(r"\s((?:Jr|Sr)\b\.?|I{2,3}|IV)$")
_LETTER = regex(r"[^\W\d_]")


def _part(item: Mapping[str, Any], name: str) -> str:
    return _bare(clean_name(text(item, name)))


def _stated_family(item: Mapping[str, Any]) -> str:
    """Return the family name with its particles, which CSL-JSON has in fields of their own."""
    family = _part(item, "family")
    for particle in ("non-dropping-particle", "dropping-particle"):
        family = f"{text(item, particle)} {family}".strip()
    prefix = text(item, "prefix")
    # A prefix can also be a title such as "Dr.".
    is_of_name = bool(family and prefix) and all(map(is_particle, prefix.casefold().split()))
    return f"{prefix} {family}" if is_of_name else family


def _bare(part: str) -> str:
    """Return a part of a name without a comma around it, or an "and" beside the next name.

    >>> _bare("Lindt and"), _bare(", Jr."), _bare("Ada,"), _bare("and Bo")
    ('Lindt', 'Jr.', 'Ada', 'Bo')
    """
    return _AROUND.sub("", part) if len(part) < _LONGEST_PART else part


_LONGEST_PART = 300


_AROUND = regex(r"^\s*(?:[,;]\s*|(?:and|&)\s+(?=\w))|(?:\s*,|(?<!&na)(?<!&NA);|(?<=\w)\s+and)\s*$")
_INVERTED = regex(r"[^\W\d_][\w.'’ -]*, (?:[^\W\d_a-z][\w.'’-]*)(?: [^\W\d_a-z][\w.'’-]*){0,2}")
# The head of a place of work: "University of" and "Oslo".
_OF_PLACE = regex(r"\w (?:of|for|of the|for the)$")
# What is put into the given name of a group that is taken for a person.
_FOR_GROUP = regex(r"(?:and |with )?(?:(?:on|in) (?:behalf|name) of |for |of )?the", re.I)


def _date(value: Any) -> Date | None:
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, int):
        return date_of(*(parts or [])[:3])
    if isinstance(first, list) and first:
        return date_of(*first[:3])
    # Some agencies give CSL-JSON with the date as one text.
    whole = (text(value, name) for name in ("raw", "literal", "date-time"))
    stated = value if isinstance(value, str) else next(filter(None, whole), "")
    said = _WHOLE_DATE.match(stated)
    return date_of(*said.groups()) if said else date_in_words(stated[:_LONGEST_DATE])


_LONGEST_DATE = 40


_WHOLE_DATE = regex(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?![0-9])")


def _dates(work: Mapping[str, Any]) -> dict[str, Date]:
    found = {kind: _date(work.get(name)) for name, kind in DATES.items()}
    found["issued"] = found["issued"] or _date(work.get("published"))
    issue = work.get("journal-issue")
    if isinstance(issue, Mapping):
        found["issue"] = _date(issue.get("published-print")) or _date(issue.get("published-online"))
    return {kind: date for kind, date in found.items() if date is not None}


def _fields(work: Mapping[str, Any], kind: str) -> dict[str, str]:
    found = {csl: clean_name(text(work, name)) for name, csl in FIELDS.items()}
    containers = _all(work, "container-title")
    if kind == "book" and containers:
        # Nothing but a series or a set contains a whole book.
        found["container-title"], found["collection-title"] = "", containers[0]
    elif len(containers) > 1 and kind in ("chapter", "paper-conference"):
        # The series comes first, the volume after it.
        found["container-title"], found["collection-title"] = containers[-1], containers[0]
    event = work.get("event")
    found["ISBN"] = _ISBN_ADDRESS.sub("", found["ISBN"])
    found["event-title"] = clean_name(text(event, "name") if isinstance(event, Mapping) else "")
    if not found["container-title"] and kind in _OF_INSTITUTIONS:
        place = next(iter(items(work, "institution")), {})
        found["publisher"] = clean_name(text(place, "name")) or found["publisher"]
    if kind == "thesis" and _MASTER.search(text(work, "degree")):
        found["genre"] = "Master's thesis"
    return {name: value for name, value in found.items() if value and not _NONE.fullmatch(value)}


# Works that an institution issues; who deposits them is a library or a company. The first
# institution of a report is often who paid for it, or a database.
_OF_INSTITUTIONS = frozenset({"article", "thesis"})
_MASTER = regex(r"\bmaster|\bM\.?(?:Sc?|A|Eng)\b", re.IGNORECASE)
# What publishers deposit for pages, volumes and issues that are not known yet.
_NONE = regex(r"(n/a|no|none|null|undefined)(?:[-–]\1)?", re.IGNORECASE)
_ISBN_ADDRESS = regex(r"^https?://id\.crossref\.org/isbn/")


def _ids(work: Mapping[str, Any], kind: str) -> list[Identifier]:
    listed = work.get("ISBN")
    found = []
    for value in listed if kind == "book" and isinstance(listed, list) else ():
        try:
            found.append(Isbn.parse(text(value)))
        except InvalidIdentifier:
            continue
    return list(dict.fromkeys(found))


def _notices(work: Mapping[str, Any]) -> Iterator[Notice]:
    seen = set()
    for item in items(work, "updated-by"):
        kind, doi = NOTICES.get(_update(item)), doi_of(text(item, "DOI"))
        if kind is None or (kind, doi) in seen:
            continue
        seen.add((kind, doi))
        yield Notice(
            kind, _date(item.get("updated")), doi, text(item, "source"), text(item, "label")
        )


def _update(item: Mapping[str, Any]) -> str:
    """Return the type of an update: publishers write "Expression of concern" in many ways."""
    return re.sub(r"[\s-]+", "_", text(item, "type").lower())


def relations_in(work: Mapping[str, Any], own: Doi) -> list[Relation]:
    """Return what other works are to the work with the DOI `own`."""
    found = []
    stated = work.get("relation")
    for name, kind in RELATIONS.items():
        for item in items(stated, name) if isinstance(stated, Mapping) else ():
            other = identifier_of(text(item, "id"))
            found.append(Relation(kind, other) if other and other != own else None)
    for item in items(work, "update-to"):
        other = doi_of(text(item, "DOI"))
        kind = "corrects" if _update(item) in NOTICES else "version"
        found.append(Relation(kind, other) if other and other != own else None)
    return list(dict.fromkeys(relation for relation in found if relation))


def _details(work: Mapping[str, Any]) -> dict[str, str]:
    updates = [text(item, "type") for item in items(work, "update-to")]
    return {
        "type": text(work, "type"),
        "subtype": text(work, "subtype"),
        "group": clean_name(text(work, "group-title")),
        "updates": " ".join(dict.fromkeys(updates)),
        "issuers": "; ".join(_issuers(work)),
    }


def _issuers(work: Mapping[str, Any]) -> list[str]:
    """Return who else issued a work: its institutions, and who deposited it for them."""
    places = [clean_name(text(place, "name")) for place in items(work, "institution")]
    return list(dict.fromkeys([*places, clean_name(text(work, "publisher"))])) if places else []
