"""Works of Crossref's public data file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from refcore.index.row import BadRecord, Notice, Row, one_line, plain_lines, year_of
from refcore.sources.answers import doi_of
from refcore.sources.crossref.reader import people_in, relations_in
from refcore.sources.crossref.terms import DATES, NOTICES, TYPES
from refcore.sources.titles import clean_title, marked
from refcore.text.patterns import regex

__all__ = ["notices_of", "read_object"]

# Records of Crossref that nobody cites as a work.
_SKIPPED: Final = frozenset(("journal", "journal-issue", "journal-volume", "component", "grant"))
# Of what is in a volume of a series, the volume comes last.
_IN_VOLUMES: Final = frozenset(("book-chapter", "proceedings-article", "book"))
# The dates that say the year, the best first.
_DATES: Final = ("published-print", "published-online", "posted", "issued")
_FIELDS: Final = ("volume", "issue", "page", "article-number", "publisher", "edition-number")
# Titles with markup, entities or broken letters, and those that say what became of the work.
_ODD_TITLE: Final = regex(
    r"[<&*\u2020\u2021\u00a7\u00c2-\u00d4\u00e2]|retract|withdrawn|remov", re.IGNORECASE
)
# What is no name as a person has one: signs, a title, a degree, a group, broken letters.
_ODD_NAME: Final = regex(
    r"[^\w\s.'\u2019\u2010-]|[0-9_\u00c2\u00c3]|(?:^|\s)[-.]|[-.](?:\s[-.]|$)"
    r"|\b(?:mrs?|ms|dr|prof|professor|md|phd|and|the|na|n/a|none|null|unknown|anonymous"
    r"|groups?|teams?|collaboration|consorti\w+|network|society|committee|investigators)\b",
    re.IGNORECASE | re.MULTILINE,
)


def read_object(values: dict[str, Any]) -> Row | None:
    """Return the row of a work, or None for what nobody cites."""
    doi = one_line(values.get("DOI")).casefold()
    kind = one_line(values.get("type"))
    if not doi:
        raise BadRecord("it has no DOI")
    if kind in _SKIPPED:
        return None
    titles = [marked(t).title if _ODD_TITLE.search(t) else t for t in _cleaned(values.get("title"))]
    if not titles:
        raise BadRecord(f"{doi}: it has no title")
    stated = ((DATES[name], values[name]) for name in _DATES if name in values)
    years = {kind: year for kind, date in stated if (year := _year(date))}
    venues = _texts(values.get("container-title"))
    if len(venues) > 1 and kind in _IN_VOLUMES:
        venues.insert(0, venues.pop())
    rest: dict[str, Any] = {
        name: text for name in _FIELDS if name in values and (text := one_line(values[name]))
    }
    if TYPES.get(kind) == "book" and (isbns := _texts(values.get("ISBN"))):
        rest["isbn"] = isbns[0].rpartition("/")[2]
    further = titles[1:] + _with_subtitle(titles[0], _cleaned(values.get("subtitle")))
    further += _cleaned(values.get("original-title"))
    further_values = (("titles", further), ("venues", venues[1:]), ("years", years))
    rest.update((name, found) for name, found in further_values if found)
    rest.update(_about_others(values, doi))
    return Row(
        "crossref",
        doi,
        0,
        titles[0],
        "\n".join(_people(values, "author")),
        TYPES.get(kind, "document"),
        venues[0] if venues else "",
        "",
        years.get("issued") or next(iter(years.values()), None),
        doi,
        rest or None,
    )


def notices_of(values: dict[str, Any]) -> Iterator[Notice]:
    """Return what a work's record says of retractions and corrections: its own and others'."""
    doi = one_line(values.get("DOI")).casefold()
    for field, whose in (("update-to", ""), ("updated-by", doi)):
        updates = values.get(field)
        for update in updates if isinstance(updates, list) else ():
            kind = NOTICES.get(one_line(update.get("type"))) if isinstance(update, dict) else None
            if kind:
                other = one_line(update.get("DOI")).casefold()
                day = _day(update.get("updated"))
                yield Notice(whose or other, kind, day, other if whose else doi, "")
    yield from _notice_in_title(values, doi)


def _notice_in_title(values: dict[str, Any], doi: str) -> Iterator[Notice]:
    """Yield what the mark of a title says, such as "RETRACTED:", if nothing else says it."""
    title = next(iter(_texts(values.get("title"))), "")
    said = marked(clean_title(title)).notice if _ODD_TITLE.search(title) else None
    updates = values.get("updated-by")
    stated = [one for one in updates if isinstance(one, dict)] if isinstance(updates, list) else []
    if said and all(NOTICES.get(one_line(one.get("type"))) != said.kind for one in stated):
        yield Notice(doi, said.kind, "", "", "")


def _texts(value: object) -> list[str]:
    return [text for item in value if (text := one_line(item))] if isinstance(value, list) else []


def _with_subtitle(title: str, subtitles: list[str]) -> list[str]:
    return [f"{title}: {subtitle}" for subtitle in subtitles if subtitle not in title]


def _cleaned(value: object) -> list[str]:
    return [clean_title(text) if _ODD_TITLE.search(text) else text for text in _texts(value)]


def _people(work: dict[str, Any], role: str) -> list[str]:
    """Return the names of a role; those that are not plain names as the client reads them."""
    stated = work.get(role)
    if not isinstance(stated, list) or not stated:
        return []
    try:
        names = [person["given"] + " " + person["family"] for person in stated]
        text = plain_lines(names)
        if text and not _ODD_NAME.search(text) and not any(map(_OTHER.intersection, stated)):
            return names
    except (KeyError, TypeError):
        pass  # an entry is not a person with two names
    return [line for one in people_in(work, role) if (line := one_line(one.name))]


# What else the client reads of a person.
_OTHER: Final = frozenset(("suffix", "prefix", "role"))


def _about_others(work: dict[str, Any], doi: str) -> Iterator[tuple[str, Any]]:
    """Yield who else made a work, the event, and which preprint or article is the same work."""
    if editors := _people(work, "editor"):
        yield "editors", "\n".join(editors)
    event = work.get("event")
    if isinstance(event, dict) and (name := one_line(event.get("name"))):
        yield "event", name
    if short := _texts(work.get("short-container-title")):
        yield "short", short[0]
    if isinstance(work.get("relation"), dict) and (own := doi_of(doi)):
        for kind in ("article", "preprint"):
            found = [r.id.tagged for r in relations_in(work, own) if r.kind == kind]
            if found:
                yield kind, found


def _year(date: object) -> int | None:
    try:
        return year_of(date["date-parts"][0][0])  # type: ignore[index]
    except (TypeError, LookupError):
        return None


def _day(date: object) -> str:
    try:
        parts = date["date-parts"][0]  # type: ignore[index]
        return "-".join(f"{int(part):02}" for part in parts)
    except (TypeError, LookupError, ValueError):
        return ""
