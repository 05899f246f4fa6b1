"""A block of a dump as rows: what a worker process does."""

from __future__ import annotations

import contextlib
import json
import re
from array import array
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from refcore.errors import InvalidIdentifier
from refcore.index.blocks import LONGEST_LINE
from refcore.index.dumps import acl, arxiv, crossref, dblp, retractions, shared
from refcore.index.jsontext import read_json, write_json
from refcore.index.packed import packed
from refcore.index.row import BadRecord, Notice, Row, key_of
from refcore.index.tally import Conference, papers_in, prefixes_in
from refcore.index.titles import index_title
from refcore.model.identifiers import Isbn, Pmid

__all__ = ["IndexRow", "Parsed", "parse_block", "parse_works"]

# The version, the title, and all else, packed; the keys of the title, the name and the DOI.
IndexRow = tuple[int, str, str, int, int, int | None]
_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")
_Read = Row | Notice | BadRecord | None


class Parsed(NamedTuple):
    """Rows; notices; number and fault of each line at fault; the newest day; the signatures.

    `papers` and `prefixes` count the papers of each conference and the DOIs of each registrant.
    A signature is a number of 64 bits: 32 of a part of a title, 32 of the place of its row.
    They are sorted. A further number is the key of a PMID or an ISBN, with the place of its row.
    """

    rows: list[IndexRow]
    notices: list[Notice]
    faults: list[tuple[int, str]]
    newest: str
    signatures: bytes
    further: list[tuple[int, int]]
    papers: dict[Conference, int]
    prefixes: dict[str, int]


def parse_block(form: str, first: int, content: bytes) -> Parsed:
    """Read the records of a block; `first` is the number of its first line.

    >>> parse_block("lines", 7, b'\\n[]').faults
    [(8, "expected a JSON object, found '[]'")]
    """
    days: list[str] = []
    # JSON may have half a surrogate pair, which SQLite refuses.
    halves = b"\\" in content and (b"\\ud" in content or b"\\uD" in content)
    parsed = parse_works(_read(form, first, content, days), halves=halves)
    return parsed._replace(newest=max(days, default=""))


def parse_works(works: Iterable[tuple[int, _Read]], *, halves: bool = False) -> Parsed:
    """Return what is kept of works, notices and faults, each with the number of its line.

    `halves` says that the texts may hold halves of surrogate pairs.
    """
    rows: list[IndexRow] = []
    kept: list[Row] = []
    notices: list[Notice] = []
    faults: list[tuple[int, str]] = []
    signatures: list[int] = []
    further: list[tuple[int, int]] = []
    for line, found in works:
        if isinstance(found, Row):
            row = _whole(found) if halves else found
            index_row, parts = _index_row(row)
            at = len(rows)
            rows.append(index_row)
            kept.append(row)
            if found.rest and ("isbn" in found.rest or "pmid" in found.rest):
                further += [(key, at) for key in _further(found)]
            signatures += [part << 32 | at for part in parts]
        elif isinstance(found, Notice):
            notices.append(found)
        elif found is not None:
            faults.append((line, str(found)))
    signatures.sort()
    packed = array("Q", signatures).tobytes()
    papers, prefixes = papers_in(kept), prefixes_in(kept)
    return Parsed(rows, notices, faults, "", packed, further, papers, prefixes)


def _read(form: str, first: int, content: bytes, days: list[str]) -> Iterator[tuple[int, _Read]]:
    if form == "lines":
        for number, line in enumerate(content.split(b"\n"), first):
            if line and not line.isspace():
                for found in _line(line, days):
                    yield number, found
    elif form == "items":
        yield from ((first, found) for found in _items(content))
    elif form == "dblp":
        yield from ((first, found) for found in dblp.read_piece(content))
    else:
        yield from ((first, found) for found in acl.read_piece(content))


def _line(line: bytes, days: list[str]) -> Iterable[_Read]:
    try:
        if len(line) >= LONGEST_LINE:
            raise BadRecord(f"it is longer than {LONGEST_LINE >> 20} MB")
        return _object(_json(line), days)
    except BadRecord as fault:
        return (fault,)


def _json(line: bytes) -> dict[str, Any]:
    try:
        values = read_json(line)
    except UnicodeDecodeError as fault:
        raise BadRecord(f"byte {fault.start + 1} is not UTF-8") from None
    except (ValueError, RecursionError):
        raise BadRecord(f"it is not JSON: {_beginning(line)}") from None
    if not isinstance(values, dict):
        raise BadRecord(f"expected a JSON object, found {_beginning(line)}")
    return values


def _beginning(line: bytes) -> str:
    text = line[:60].decode(errors="replace")
    return repr(text + ("…" if len(line) > 60 else ""))


def _object(values: dict[str, Any], days: list[str]) -> Iterable[_Read]:
    """Return the content of an object; the names in it show its source."""
    if "DOI" in values:
        return (crossref.read_object(values), *crossref.notices_of(values))
    if "OriginalPaperDOI" in values:
        return (retractions.read_object(values),)
    if "key" in values and "id" not in values:
        return (shared.read_object(values),)
    row, day = arxiv.read_object(values)
    days.append(day)
    return (row,)


def _items(content: bytes) -> Iterator[_Read]:
    try:
        items = _json(content).get("items")
    except BadRecord as fault:
        yield fault
        return
    for item in items if isinstance(items, list) else ():
        try:
            yield from _object(item, []) if isinstance(item, dict) else ()
        except BadRecord as fault:
            yield fault


def _whole(row: Row) -> Row:
    """Return a row with a replacement character for each half of a surrogate pair."""
    rest = row.rest and json.loads(_HALF_PAIR.sub("\ufffd", write_json(row.rest)))
    texts = (_HALF_PAIR.sub("\ufffd", t) if isinstance(t, str) else t for t in row[:10])
    return Row._make((*texts, rest))


def _index_row(row: Row) -> tuple[IndexRow, list[int]]:
    title_key, parts = index_title(row.title)
    doi_key = key_of(row.doi.casefold()) if row.doi else None
    name_key = key_of(row.source, row.key)
    return (row.version, row.title, packed(row), title_key, name_key, doi_key), parts


def _further(row: Row) -> Iterator[int]:
    """Yield the keys of a work's PMID and ISBN; a chapter's ISBN is that of the book around it."""
    rest = row.rest or {}
    kinds: tuple[tuple[str, type[Pmid] | type[Isbn]], ...] = (("pmid", Pmid), ("isbn", Isbn))
    for name, kind in kinds:
        if isinstance(text := rest.get(name), str) and (name == "pmid" or row.type == "book"):
            with contextlib.suppress(InvalidIdentifier):
                found = kind.parse(text)
                yield key_of(found.scheme, str(found))
