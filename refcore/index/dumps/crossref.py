"""Works of Crossref's public data file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from refcore.index.row import BadRecord, Notice, Row, one_line, plain_lines, year_of
from refcore.sources.crossref.terms import DATES, NOTICES, TYPES

__all__ = ["notices_of", "read_object"]

# Records of Crossref that nobody cites as a work.
_SKIPPED: Final = frozenset(("journal", "journal-issue", "journal-volume", "component", "grant"))
# The dates that say the year, the best first.
_DATES: Final = ("published-print", "published-online", "posted", "issued")
_FIELDS: Final = ("volume", "issue", "page", "article-number", "publisher")


def read_object(values: dict[str, Any]) -> Row | None:
    """Return the row of a work, or None for what nobody cites."""
    doi = one_line(values.get("DOI")).casefold()
    kind = one_line(values.get("type"))
    if not doi:
        raise BadRecord("it has no DOI")
    if kind in _SKIPPED:
        return None
    titles = _texts(values.get("title"))
    if not titles:
        raise BadRecord(f"{doi}: it has no title")
    people = _people(values.get("author")) or _people(values.get("editor"))
    stated = ((DATES[name], values[name]) for name in _DATES if name in values)
    years = {kind: year for kind, date in stated if (year := _year(date))}
    venues = _texts(values.get("container-title"))
    rest: dict[str, Any] = {
        name: text for name in _FIELDS if name in values and (text := one_line(values[name]))
    }
    if TYPES.get(kind) == "book" and (isbns := _texts(values.get("ISBN"))):
        rest["isbn"] = isbns[0].rpartition("/")[2]
    further = titles[1:] + _with_subtitle(titles[0], _texts(values.get("subtitle")))
    further += _texts(values.get("original-title"))
    further_values = (("titles", further), ("venues", venues[1:]), ("years", years))
    rest.update((name, found) for name, found in further_values if found)
    return Row(
        "crossref",
        doi,
        0,
        titles[0],
        "\n".join(people),
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


def _texts(value: object) -> list[str]:
    return [text for item in value if (text := one_line(item))] if isinstance(value, list) else []


def _with_subtitle(title: str, subtitles: list[str]) -> list[str]:
    return [f"{title}: {subtitle}" for subtitle in subtitles if subtitle not in title]


def _people(value: object) -> list[str]:
    if not isinstance(value, list):
        return []
    try:
        names = [person["given"] + " " + person["family"] for person in value]
        if plain_lines(names) and not any("suffix" in person for person in value):
            return names
    except (KeyError, TypeError):
        pass  # an entry is not a person with two names
    names = []
    for person in value:
        if isinstance(person, dict):
            parts = (person.get("given"), person.get("family"), person.get("suffix"))
            name = " ".join(filter(None, map(one_line, parts))) or one_line(person.get("name"))
            if name:
                names.append(name)
    return names


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
