"""Works of Crossref's public data file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from refcore.index.row import BadRecord, Notice, Row, one_line, plain_lines, year_of
from refcore.names.groups import looks_like_group
from refcore.records.record import RecordAuthor
from refcore.sources.answers import doi_of
from refcore.sources.crossref.reader import people_in, relations_in
from refcore.sources.crossref.terms import DATES, NOTICES, TYPES
from refcore.sources.titles import clean_title, marked
from refcore.text.patterns import regex

__all__ = ["notices_of", "read_object"]

# Records of Crossref that nobody cites as a work.
_SKIPPED: Final = frozenset(("journal", "journal-issue", "journal-volume", "component", "grant"))
# For a work in a volume of a series, Crossref lists the volume last.
_IN_VOLUMES: Final = frozenset(("book-chapter", "proceedings-article", "book"))
# The dates that say the year, the best first.
_DATES: Final = {
    name: DATES[name] for name in ("published-print", "published-online", "posted", "issued")
}
_FIELDS: Final = ("volume", "issue", "page", "article-number", "publisher", "edition-number")
# Parts of titles with markup, entities or a mark of what became of the work; broken letters.
_ODD_PARTS: Final = ("<", "&", "*", "etract", "ETRACT", "ithdraw", "ITHDRAW", "emov", "EMOV")
_ODD_LETTERS: Final = regex("[\u2020\u2021\u00a7\u00c2-\u00d4\u00e2]")
# Not the name of a person: signs and digits, broken letters, a title, a group.
_ODD_SIGNS: Final = regex("[^A-Za-z\u00c0-\u00c1\u00c4-\u024f\\s.'\u2019\u2010-]")
_ODD_WORDS: Final = frozenset(
    "- . mr mr. mrs mrs. ms ms. dr dr. prof prof. professor md phd and the na none null unknown "
    "anonymous group groups team teams collaboration collaborators consortium consortia network "
    "society committee investigators".split()
)


def read_object(values: dict[str, Any]) -> Row | None:
    """Return the row of a work, or None for what nobody cites."""
    doi = one_line(values.get("DOI")).casefold()
    kind = one_line(values.get("type"))
    if not doi:
        raise BadRecord("it has no DOI")
    if kind in _SKIPPED:
        return None
    titles = _texts(values.get("title"))
    if any(map(_is_odd, titles)):
        titles = [marked(t).title if _is_odd(t) else t for t in map(_clean, titles)]
    if not titles:
        raise BadRecord(f"{doi}: it has no title")
    years = {
        kind: year
        for name, kind in _DATES.items()
        if name in values and (year := _year(values[name]))
    }
    venues = _texts(values.get("container-title"))
    if len(venues) > 1 and kind in _IN_VOLUMES:
        venues.insert(0, venues.pop())
    titles = _with_further(values, titles)
    rest: dict[str, Any] = {
        name: text for name in _FIELDS if name in values and (text := one_line(values[name]))
    }
    if TYPES.get(kind) == "book" and (isbns := _texts(values.get("ISBN"))):
        rest["isbn"] = isbns[0].rpartition("/")[2]
    further = (("titles", titles[1:]), ("venues", venues[1:]), ("years", years))
    rest.update((name, listed) for name, listed in further if listed)
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


def _with_further(values: dict[str, Any], titles: list[str]) -> list[str]:
    """Return titles, those with the subtitle, and the original title.

    >>> _with_further({"subtitle": ["A Guide"]}, ["Moss and Peat"])
    ['Moss and Peat', 'Moss and Peat: A Guide']
    """
    if values.get("subtitle"):  # most works have none, and no original title
        whole = _with_subtitle(titles[0], _cleaned(values["subtitle"]))
        if whole and _is_one_word(titles[0]):
            # One word alone is no title by which a work is found.
            titles = [whole[0], *titles[1:], titles[0], *whole[1:]]
        else:
            titles = [*titles, *whole]
    if values.get("original-title"):
        titles = [*titles, *_cleaned(values["original-title"])]
    return titles


def notices_of(values: dict[str, Any]) -> Iterable[Notice]:
    """Return what a work's record says of retractions and corrections: its own and others'."""
    title = next(iter(_texts(values.get("title"))), "")
    # Most works have none of these.
    if "update-to" not in values and "updated-by" not in values and not _is_odd(title):
        return ()
    return _notices(values, title)


def _notices(values: dict[str, Any], title: str) -> Iterator[Notice]:
    doi = one_line(values.get("DOI")).casefold()
    for field, whose in (("update-to", ""), ("updated-by", doi)):
        updates = values.get(field)
        for update in updates if isinstance(updates, list) else ():
            kind = NOTICES.get(one_line(update.get("type"))) if isinstance(update, dict) else None
            if kind:
                other = one_line(update.get("DOI")).casefold()
                day = _day(update.get("updated"))
                yield Notice(whose or other, kind, day, other if whose else doi, "")
    yield from _notice_in_title(values, title, doi)


def _notice_in_title(values: dict[str, Any], title: str, doi: str) -> Iterator[Notice]:
    """Yield what the mark of a title says, such as "RETRACTED:", if nothing else says it."""
    said = marked(clean_title(title)).notice if title and _is_odd(title) else None
    if said is None:
        return
    updates = values.get("updated-by")
    stated = [one for one in updates if isinstance(one, dict)] if isinstance(updates, list) else []
    if all(NOTICES.get(one_line(one.get("type"))) != said.kind for one in stated):
        yield Notice(doi, said.kind, "", "", "")


def _texts(value: object) -> list[str]:
    if not value or not isinstance(value, list):
        return []
    return [text for item in value if (text := one_line(item))]


def _is_one_word(title: str) -> bool:
    return " " not in title.strip()


def _with_subtitle(title: str, subtitles: list[str]) -> list[str]:
    return [f"{title}: {subtitle}" for subtitle in subtitles if subtitle not in title]


def _cleaned(value: object) -> list[str]:
    return list(map(_clean, _texts(value)))


def _clean(text: str) -> str:
    return clean_title(text) if _is_odd(text) else text


def _is_odd(title: str) -> bool:
    """Return whether a title may have more than words; a quick look, as most have nothing more.

    >>> _is_odd("RETRACTED: On Boats"), _is_odd("On <i>Boats</i>"), _is_odd("On Boats")
    (True, True, False)
    """
    for part in _ODD_PARTS:
        if part in title:
            return True
    return not title.isascii() and _ODD_LETTERS.search(title) is not None


def _people(work: dict[str, Any], role: str) -> list[str]:
    """Return the names of a role; those that are not plain names as the client reads them."""
    stated = work.get(role)
    if not isinstance(stated, list) or not stated:
        return []
    try:
        names = [person["given"] + " " + person["family"] for person in stated]
        text = plain_lines(names)
        if text and _are_plain(text) and not any(map(_has_more, stated)):
            return names
    except (KeyError, TypeError):
        pass  # an entry is not a person with two names
    return [_line(one) for one in people_in(work, role) if one.name]


def _line(one: RecordAuthor) -> str:
    """Return the line of a person or a group; one that only its record calls a group in braces."""
    is_hidden = one.is_group and not looks_like_group(one.name) and not set("{}") & set(one.name)
    return f"{{{one.name}}}" if is_hidden else one_line(one.name)


def _are_plain(names: str) -> bool:
    """Return whether names, one a line, are those of people and nothing else.

    >>> _are_plain("Ada Byron\\nBo Fei"), _are_plain("Dr. Ada Byron"), _are_plain("Ada Byron, MD")
    (True, False, False)
    """
    return not _ODD_SIGNS.search(names) and _ODD_WORDS.isdisjoint(names.casefold().split())


def _has_more(person: dict[str, Any]) -> bool:
    """Return whether a person has more than two names."""
    return "suffix" in person or "prefix" in person or "role" in person


def _about_others(work: dict[str, Any], doi: str) -> Iterator[tuple[str, Any]]:
    """Yield who else made a work, the event, and which preprint or article is the same work."""
    if "editor" in work and (editors := _people(work, "editor")):
        yield "editors", "\n".join(editors)
    event = work.get("event")  # most works have none of these
    if isinstance(event, dict) and (name := one_line(event.get("name"))):
        yield "event", name
    if "short-container-title" in work and (short := _texts(work["short-container-title"])):
        yield "short", short[0]
    if work.get("relation") and isinstance(work["relation"], dict) and (own := doi_of(doi)):
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
