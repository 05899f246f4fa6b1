"""Feeds of arXiv's API: bytes in, records out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import attrs
from lxml import etree

from refcore.errors import ArxivBadAnswer, InvalidDate, InvalidIdentifier
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi
from refcore.records.record import Record, RecordAuthor, looks_withdrawn
from refcore.sources.arxiv.record import arxiv_record

__all__ = ["Feed", "FeedError", "UnreadEntry", "parse_feed"]

MAX_BYTES = 64 * 1024 * 1024
_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"
_DOCTYPE = re.compile(rb"<!DOCTYPE|<[A-Za-z_]")
_MALFORMED = re.compile(r"incorrect_id_format_for_(.*)$")


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

    An entry that cannot be read is listed in `unread`, the others are kept.
    `source` and `retrieved` are put into the records.
    Source: arXiv API User's Manual, section 3.3 (outline of an Atom feed).

    Raises `ArxivBadAnswer` for anything that is not such a feed, is cut off,
    or has a document type (feeds have none, and entities need one).

    >>> parse_feed(b"<html/>")
    Traceback (most recent call last):
    refcore.errors.ArxivBadAnswer: expected an Atom feed, found <html>
    """
    records: list[Record] = []
    errors: list[FeedError] = []
    unread: list[UnreadEntry] = []
    root = _root(content)
    for entry in root.iterchildren(f"{_ATOM}entry"):
        address = _text(entry, f"{_ATOM}id")
        if "/api/errors" in address or _text(entry, f"{_ATOM}title") == "Error":
            errors.append(_error(entry, address))
            continue
        try:
            records.append(_record(entry, address, source, retrieved))
        except _Unusable as fault:
            unread.append(UnreadEntry(_id_or_none(address), str(fault)))
    total = _text(root, _TOTAL)
    return Feed(
        tuple(records),
        tuple(errors),
        tuple(unread),
        int(total) if re.fullmatch(r"[0-9]{1,12}", total) else None,
    )


class _Unusable(Exception):
    """An entry without the parts that make a record."""


def _root(content: bytes) -> etree._Element:
    if len(content) > MAX_BYTES:
        raise ArxivBadAnswer(f"an answer of {len(content)} bytes, expected at most {MAX_BYTES}")
    if not content.strip():
        raise ArxivBadAnswer("an empty answer, expected an Atom feed")
    first = _DOCTYPE.search(content)
    if first and first[0] == b"<!DOCTYPE":
        raise ArxivBadAnswer("expected an Atom feed, found a document type")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as fault:
        raise ArxivBadAnswer(f"malformed XML: {_one_line(str(fault))}") from fault
    # A document type in another encoding, or behind a comment, is only seen here.
    info: Any = root.getroottree().docinfo
    if info.doctype:
        raise ArxivBadAnswer("expected an Atom feed, found a document type")
    if root.tag != f"{_ATOM}feed":
        raise ArxivBadAnswer(f"expected an Atom feed, found <{etree.QName(root).localname}>")
    return root


def _one_line(text: str, longest: int = 200) -> str:
    return " ".join(text.split())[:longest]


def _text(parent: etree._Element, tag: str) -> str:
    child = parent.find(tag)
    return "" if child is None else " ".join("".join(_pieces(child)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    # itertext() would also give the text of comments.
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""


def _error(entry: etree._Element, address: str) -> FeedError:
    message = _one_line(_text(entry, f"{_ATOM}summary")) or "an error without a message"
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


def _record(entry: etree._Element, address: str, source: str, retrieved: str) -> Record:
    found = _id_or_none(address)
    title = _text(entry, f"{_ATOM}title")
    authors = tuple(_authors(entry))
    if found is None or found.version is None:
        raise _Unusable(f"its id is {address[:100]!r}, expected an arXiv id with a version")
    if not title or not authors:
        raise _Unusable(f"it has no {'authors' if title else 'title'}")
    summary = _text(entry, f"{_ATOM}summary")
    comment = _text(entry, f"{_ARXIV}comment")
    categories = _categories(entry)
    primary = entry.find(f"{_ARXIV}primary_category")
    return arxiv_record(
        found,
        title,
        authors,
        published=_day(_text(entry, f"{_ATOM}published")),
        updated=_day(_text(entry, f"{_ATOM}updated")),
        primary_category=(primary.get("term") or "") if primary is not None else "",
        categories=categories,
        summary=summary,
        comment=comment,
        journal_ref=_text(entry, f"{_ARXIV}journal_ref"),
        doi=_doi(_text(entry, f"{_ARXIV}doi")),
        is_withdrawn=looks_withdrawn(comment, summary),
        source=source,
        retrieved=retrieved,
    )


def _authors(entry: etree._Element) -> Iterator[RecordAuthor]:
    for author in entry.iterchildren(f"{_ATOM}author"):
        name = _text(author, f"{_ATOM}name")
        affiliations = (
            " ".join("".join(_pieces(child)).split())
            for child in author.iterchildren(f"{_ARXIV}affiliation")
        )
        if not name:
            # A list with a hole in it would be taken for another list.
            raise _Unusable("an author has no name")
        yield RecordAuthor(name, tuple(text for text in affiliations if text))


def _categories(entry: etree._Element) -> tuple[str, ...]:
    terms = (child.get("term") or "" for child in entry.iterchildren(f"{_ATOM}category"))
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
