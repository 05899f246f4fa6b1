"""Answers of Open Library: bytes in, records out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from refcore.errors import BadAnswer, InvalidIdentifier
from refcore.model.dates import Date
from refcore.model.identifiers import Isbn
from refcore.records.record import Record, RecordAuthor
from refcore.sources.answers import Answer, Unread, date_of, items, load_json, people, text
from refcore.sources.people import is_nobody, plain_author
from refcore.sources.programs import is_of_program
from refcore.sources.titles import clean_name, clean_title, with_subtitle
from refcore.text.patterns import regex

__all__ = ["NAME", "read_books"]

NAME = "openlibrary"
# Also the year of "19870312".
_YEAR = regex(r"(?<![0-9])(1[4-9][0-9]{2}|20[0-9]{2})(?:(?=[01][0-9][0-3][0-9]\b)|(?![0-9]))")


def read_books(content: bytes, retrieved: str = "") -> Answer:
    """Read an answer for ISBNs (`/api/books`, data), an edition, a list of editions, a search.

    Authors are those of the work, not of the edition, and are often not named.
    Source: openlibrary.org/dev/docs/api/books.

    Raises `BadAnswer` for anything else.
    """
    answer = load_json(content, "Open Library")
    if not isinstance(answer, Mapping) or "error" in answer or answer.get("status") == 429:
        said = (text(answer, "error") or text(answer, "message")) if answer else ""
        raise BadAnswer(f"Open Library refuses the request: {said or 'it gives no reason'}")
    records, unread = [], []
    for asked, book in _books(answer):
        isbns = _isbns(asked, book)
        if not isbns:
            unread.append(Unread(None, "a book without an ISBN"))
            continue
        records.append(_record(book, isbns, retrieved))
    return Answer(tuple(records), tuple(unread))


def _books(answer: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name in ("entries", "docs"):
        if isinstance(answer.get(name), list):
            yield from (("", book) for book in items(answer, name))
            return
    if "title" in answer:
        yield "", answer
        return
    for key, book in answer.items():
        # A key is as it was asked for: "ISBN:0575043636", or the number alone.
        number = key.upper().removeprefix("ISBN:")
        if isinstance(book, Mapping) and _NUMBER.fullmatch(number):
            yield number, book


_NUMBER = regex(r"[0-9][0-9 -]{8,20}[0-9X]")


def _isbns(asked: str, book: Mapping[str, Any]) -> list[Isbn]:
    stated: list[Any] = [asked]
    held = book.get("identifiers")
    for place in (held if isinstance(held, Mapping) else {}, book):
        for name in ("isbn_13", "isbn_10", "isbn"):
            listed = place.get(name)
            stated += listed if isinstance(listed, list) else []
    found = []
    for value in stated:
        try:
            found.append(Isbn.parse(text(value)))
        except InvalidIdentifier:
            continue
    return list(dict.fromkeys(found))


def _record(book: Mapping[str, Any], isbns: list[Isbn], retrieved: str) -> Record:
    title, subtitle = (_title(book.get(name)) for name in ("title", "subtitle"))
    whole = [with_subtitle(title, subtitle)] if title and subtitle else []
    issued = _date(text(book, "publish_date"))
    first = date_of(text(book, "first_publish_year") or text(book, "first_publish_date")[-4:])
    dates = {"issued": issued or first, "original": first}
    return Record(
        id=isbns[0],
        source=NAME,
        type="book",
        title=title,
        titles=whole,
        authors=tuple(_authors(book)),
        dates={kind: date for kind, date in dates.items() if date is not None},
        fields=_fields(book),
        ids=isbns[1:],
        details={
            "key": text(book, "key"),
            "by": clean_name(text(book, "by_statement")),
            "years": " ".join(_years(book)),
        },
        via="Open Library",
        retrieved=retrieved,
    )


def _title(stated: Any) -> str:
    """Return a title without the sign that a catalogue puts before what follows it.

    A number in place of a title is a fault of the answer.
    """
    one = stated[0] if isinstance(stated, list) and stated else stated
    return re.sub(r"\s*[/:=]$", "", clean_title(one)) if isinstance(one, str) else ""


def _years(book: Mapping[str, Any]) -> list[str]:
    listed = book.get("publish_year")
    return sorted({text(year) for year in listed}) if isinstance(listed, list) else []


def _date(stated: str) -> Date | None:
    match = _YEAR.search(stated)
    return date_of(match[1]) if match else None


def _authors(book: Mapping[str, Any]) -> Iterator[RecordAuthor]:
    listed = book.get("author_name")
    names = [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
    if isinstance(listed, list) and (len(names) < len(listed) or any(map(is_of_program, names))):
        return  # a list with gaps shows neither order nor who is on it
    names += [text(one, "name") for one in people(book, "authors", "name")]
    for name in map(clean_name, names):
        plain = _ADDED.sub("", name)
        if not is_nobody(plain) and not _BESIDE.search(name):
            yield plain_author(plain)


# What catalogues add after a name: the years of a life, and what the person did.
_ADDED = regex(
    r"\s*+,?\s*+(?:\((?:ed(?:itor|\.)?s?|transl?(?:ator|\.)?)\)"
    r"|(?:b\. |d\. )?1[0-9]{3}-?(?:[0-9]{4})?)\.?$",
    re.IGNORECASE,
)
# People who are named beside the authors, and whom no reference names.
_BESIDE = regex(
    r"\((?:afterword|cover|foreword|ill(?:us(?:trat(?:or|ions?))?)?|introduction|narrator"
    r"|photograph(?:er|s)|preface|reader)\b[^()]*\)\.?$",
    re.IGNORECASE,
)


def _fields(book: Mapping[str, Any]) -> dict[str, str]:
    publishers, places = book.get("publishers"), book.get("publish_places")
    found = {
        "publisher": _first(publishers) or text(book, "publisher"),
        "publisher-place": _first(places),
        "edition": text(book, "edition_name"),
        "collection-title": text(book, "series"),
        "number-of-pages": text(book, "number_of_pages"),
    }
    return {name: clean_name(value) for name, value in found.items() if value}


def _first(listed: Any) -> str:
    one = listed[0] if isinstance(listed, list) and listed else None
    return text(one, "name") if isinstance(one, Mapping) else text(one)
