"""Feeds of arXiv's API: bytes in, records out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import attrs
from lxml import etree

from refcore.errors import ArxivBadAnswer, InvalidDate, InvalidIdentifier
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi
from refcore.records.record import Record, RecordAuthor, looks_withdrawn
from refcore.sources.answers import MOST_BYTES, are_repeated
from refcore.sources.arxiv.record import arxiv_record
from refcore.sources.programs import is_of_program
from refcore.sources.titles import clean_name
from refcore.text.patterns import regex
from refcore.text.safexml import SAFE

__all__ = ["Feed", "FeedError", "UnreadEntry", "parse_feed"]

# A request lists at most 2,000 papers. Source: arXiv API User's Manual, section 3.1.1.2.
_MOST_ENTRIES = 3_000
# Elements of one entry; the longest author lists have about 5,000 names.
_MOST_ELEMENTS = 50_000
# Signs that begin a tag: 100 papers of 3,000 authors have 1,200,000.
_MOST_TAGS = 2_000_000
# Equals signs: an entry has about 30 in its attributes and some in its text.
_MOST_ATTRIBUTES = 300_000
_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"
_ID, _TITLE, _AUTHOR, _NAME = (f"{_ATOM}{tag}" for tag in ("id", "title", "author", "name"))
_AFFILIATION = f"{_ARXIV}affiliation"
# Comments and instructions are left out: they have no end event at which to free them.
_OPTIONS: Mapping[str, Any] = {**SAFE, "remove_comments": True, "remove_pis": True}
_DOCTYPE = re.compile(rb"<!DOCTYPE|<[A-Za-z_]")
_MALFORMED = regex(r"incorrect_id_format_for_(.*)$")


@attrs.frozen
class FeedError:
    """An error entry of a feed: what arXiv says, and the malformed id where it names one."""

    message: str
    id: str = ""


@attrs.frozen
class UnreadEntry:
    """An entry without a usable record: its id if known, and the fault."""

    id: ArxivId | None
    reason: str


@attrs.frozen
class Feed:
    """The content of an answer, in its own order; `total` is not reliable."""

    records: tuple[Record, ...] = ()
    errors: tuple[FeedError, ...] = ()
    unread: tuple[UnreadEntry, ...] = ()
    total: int | None = None


def parse_feed(content: bytes, *, source: str = "arXiv API", retrieved: str = "") -> Feed:
    """Read an Atom feed of arXiv.

    `unread` lists the entries that cannot be read; the others are kept. `source` and `retrieved`
    are put into the records. Source: arXiv API User's Manual, section 3.3 (outline of an Atom
    feed).

    Raises `ArxivBadAnswer` for anything that is not such a feed, is cut off,
    or has a document type (feeds have none, and entities need one).

    >>> parse_feed(b"<html/>")
    Traceback (most recent call last):
    refcore.errors.ArxivBadAnswer: expected an Atom feed, found <html>
    """
    records: list[Record] = []
    errors: list[FeedError] = []
    unread: list[UnreadEntry] = []
    total = ""
    for entry in _children(content):
        if entry.tag == _TOTAL:
            total = total or _own_text(entry)
        if entry.tag != f"{_ATOM}entry":
            continue
        if len(records) + len(errors) + len(unread) >= _MOST_ENTRIES:
            raise ArxivBadAnswer(
                f"more than {_MOST_ENTRIES} entries, although fewer were asked for"
            )
        parts = _by_tag(entry)
        address = _text(parts, _ID)
        if "/api/errors" in address or _text(parts, _TITLE) == "Error":
            errors.append(_error(parts, address))
            continue
        try:
            records.append(_record(parts, address, source, retrieved))
        except _Unusable as fault:
            unread.append(UnreadEntry(_id_or_none(address), str(fault)))
    return Feed(
        tuple(records),
        tuple(errors),
        tuple(unread),
        int(total) if re.fullmatch(r"[0-9]{1,12}", total) else None,
    )


# The children of an entry by their tags, each read once.
_Parts = dict[Any, list[etree._Element]]


class _Unusable(Exception):
    """An entry without the parts that make a record."""


def _children(content: bytes) -> Iterator[etree._Element]:
    """Yield the children of the feed; their elements take little memory together."""
    _require_bounds(content)
    # Each element has a "<", so no entry of a small answer can have too many elements.
    is_small = content.count(b"<") <= _MOST_ELEMENTS
    try:
        yield from _children_of_whole(content) if is_small else _children_one_by_one(content)
    except (etree.XMLSyntaxError, ValueError, LookupError) as fault:
        if isinstance(fault, ArxivBadAnswer):
            raise
        raise ArxivBadAnswer(f"malformed XML: {_one_line(str(fault))}") from fault


def _children_of_whole(content: bytes) -> Iterator[etree._Element]:
    try:
        root = etree.fromstring(content, etree.XMLParser(recover=False, **_OPTIONS))
    except etree.XMLSyntaxError:
        # The root says more than the place of the XML error: a login page is not a feed.
        yield from _children_one_by_one(content)
        return
    _require_feed(root)
    yield from root


def _children_one_by_one(content: bytes) -> Iterator[etree._Element]:
    """Yield the children of a large feed; each is freed before the next is read."""
    elements = 0
    root: etree._Element | None = None
    events: Any = etree.iterparse(
        io.BytesIO(content), events=("start", "end"), recover=False, **_OPTIONS
    )
    for event, element in events:
        elements += event == "start"
        if elements > _MOST_ELEMENTS:
            raise ArxivBadAnswer(f"an entry of more than {_MOST_ELEMENTS} elements")
        if root is None:
            root = element
            _require_feed(root)
        elif event == "end" and element.getparent() is root:
            yield element
            elements = 0
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                del root[0]


def _require_bounds(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise ArxivBadAnswer(f"an answer of {len(content)} bytes, expected at most {MOST_BYTES}")
    if not content.strip():
        raise ArxivBadAnswer("an empty answer, expected an Atom feed")
    first = _DOCTYPE.search(content)
    if first and first[0] == b"<!DOCTYPE":
        raise ArxivBadAnswer("expected an Atom feed, found a document type")
    for sign, most in ((b"<", _MOST_TAGS), (b"=", _MOST_ATTRIBUTES)):
        if (found := content.count(sign)) > most:
            said = f"an answer with {found} characters {sign.decode()!r}"
            raise ArxivBadAnswer(f"{said}, expected at most {most}")


def _require_feed(root: etree._Element) -> None:
    # A document type in another encoding, or after a comment, is only seen here.
    info: Any = root.getroottree().docinfo
    if info.doctype:
        raise ArxivBadAnswer("expected an Atom feed, found a document type")
    if root.tag != f"{_ATOM}feed":
        raise ArxivBadAnswer(f"expected an Atom feed, found <{etree.QName(root).localname}>")


def _one_line(text: str, longest: int = 200) -> str:
    return " ".join(text.split())[:longest]


def _by_tag(entry: etree._Element) -> _Parts:
    parts: _Parts = {}
    for child in entry:
        parts.setdefault(child.tag, []).append(child)
    return parts


def _text(parts: _Parts, tag: str) -> str:
    found = parts.get(tag)
    return _own_text(found[0]) if found else ""


def _own_text(element: etree._Element) -> str:
    if not len(element):
        return " ".join((element.text or "").split())
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    # itertext() would also give the text of entities.
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""


def _error(parts: _Parts, address: str) -> FeedError:
    message = _one_line(_text(parts, f"{_ATOM}summary")) or "an error without a message"
    malformed = _MALFORMED.search(unquote(address))
    named = malformed[1] if malformed else ""
    if not named and (said := re.search(r"incorrect id format for (\S+)", message)):
        named = said[1]
    return FeedError(message, named)


def _id_or_none(address: str) -> ArxivId | None:
    try:
        return ArxivId.parse(address)
    except ValueError:  # InvalidIdentifier, or a number too long to read
        return None


def _record(parts: _Parts, address: str, source: str, retrieved: str) -> Record:
    found = _id_or_none(address)
    title = _text(parts, _TITLE)
    authors = tuple(_authors(parts))
    if found is None or found.version is None:
        raise _Unusable(f"its id is {address[:100]!r}, expected an arXiv id with a version")
    if is_of_program(title):
        raise _Unusable(f"its title is {title!r}")
    if not title or not authors:
        raise _Unusable(f"it has no {'authors' if title else 'title'}")
    if are_repeated([author.name for author in authors]):
        raise _Unusable("each of its authors is listed more than once")
    summary = _text(parts, f"{_ATOM}summary")
    comment = _text(parts, f"{_ARXIV}comment")
    categories = _categories(parts)
    primary = parts.get(f"{_ARXIV}primary_category")
    return arxiv_record(
        found,
        title,
        authors,
        published=_day(_text(parts, f"{_ATOM}published")),
        updated=_day(_text(parts, f"{_ATOM}updated")),
        primary_category=(primary[0].get("term") or "") if primary else "",
        categories=categories,
        summary=summary,
        comment=comment,
        journal_ref=_text(parts, f"{_ARXIV}journal_ref"),
        doi=_doi(_text(parts, f"{_ARXIV}doi")),
        is_withdrawn=looks_withdrawn(comment, summary),
        source=source,
        retrieved=retrieved,
    )


def _authors(parts: _Parts) -> Iterator[RecordAuthor]:
    for author in parts.get(_AUTHOR, ()):
        said = _by_tag(author)
        name = _text(said, _NAME)
        if not name or is_of_program(name):
            # Without this entry, the list would look like another list.
            raise _Unusable(f"an author has {f'the name {name!r}' if name else 'no name'}")
        if "<" in name:
            name = clean_name(name)
        places = [_own_text(child) for child in said.get(_AFFILIATION, ())]
        yield RecordAuthor(name, tuple(filter(None, places)))


def _categories(parts: _Parts) -> tuple[str, ...]:
    terms = (child.get("term") or "" for child in parts.get(f"{_ATOM}category", ()))
    return tuple(dict.fromkeys(term for term in terms if term))


def _day(text: str) -> Date | None:
    try:
        return Date.parse(text[:10]) if text else None
    except InvalidDate:
        return None


def _doi(text: str) -> Doi | None:
    # One element can list several DOIs, separated by spaces; the first is the paper's.
    try:
        return Doi.parse(text.split()[0]) if text else None
    except InvalidIdentifier:
        return None
