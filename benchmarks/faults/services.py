"""Faults of services: one row each, played to questions by identifier and by title.

Usage: python benchmarks/faults/services.py [--only WORD] [--part 1/4] [--verbose]

A row says what the server does instead of a sound answer, and what may come of it. Each is
played by a server on loopback to references with an identifier (of arXiv, Crossref, DataCite,
doi.org, PubMed and Open Library) and to references with a title only (at Crossref and arXiv),
at every request and at the first one alone. A true reference may be confirmed or stay open,
one with an invented author may be contradicted or stay open, a work that does not exist may be
not found (by identifier only) or stay open. Nothing may be raised, and nothing may hang. Where
a row is `harmless`, the true reference has to be confirmed. Exits with 1 where something else
came.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import re
import socket
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.services.clients import QuickClock, connected
from benchmarks.services.server import Fault, Handler, Reply, Services, running
from benchmarks.services.works import Stated, Work, isbn
from refcore.model import ArxivId, Date, Doi, Reference
from refcore.names import read_author_list
from refcore.net.limits import Limits
from refcore.verification.outcome import Verdict
from refcore.verification.verify import verify

__all__ = ["FAULTS", "PASSING", "Row", "tried"]

JSON_KIND = "application/json"
HTML = "text/html; charset=utf-8"
ROBOT = b"<!DOCTYPE html><html><head><title>Making sure you&#39;re not a bot!</title></html>"


@attrs.frozen
class Row:
    """One fault: its name, what the server does, and whether the answer is sound after all.

    `passes` says that a client that asks again soon gets past it.
    """

    name: str
    play: Fault
    harmless: bool = False
    passes: bool = False


# What is played


def status(code: int, body: bytes = b"", kind: str = "text/plain", **headers: str) -> Fault:
    """Answer with a status."""
    return lambda handler, _: handler.send(Reply(code, body, kind), **headers)


def instead(body: bytes, kind: str = "") -> Fault:
    """Answer 200 with another body, under the type of a sound one unless another is named."""
    return lambda handler, reply: handler.send(Reply(200, body, kind or reply.kind))


def changed(change: Callable[[bytes], bytes], **headers: str) -> Fault:
    """Answer with a changed body."""

    def play(handler: Handler, reply: Reply) -> None:
        handler.send(attrs.evolve(reply, body=change(reply.body), ids=()), **headers)

    return play


def raw(make: Callable[[Reply], bytes], reset: bool = False) -> Fault:
    """Write bytes that need not be HTTP, and end the connection."""

    def play(handler: Handler, reply: Reply) -> None:
        handler.over()
        with contextlib.suppress(OSError):
            handler.wfile.write(make(reply))
            handler.wfile.flush()
        if reset:
            linger = struct.pack("ii", 1, 0)
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            handler.connection.close()
        handler.close_connection = True

    return play


def head(reply: Reply, *lines: str, code: str = "200 OK", length: int | None = None) -> bytes:
    """Return the head of an answer, with further lines."""
    size = len(reply.body) if length is None else length
    named = [f"HTTP/1.1 {code}", f"Content-Type: {reply.kind}", "Connection: close"]
    named += [f"Content-Length: {size}"] if size >= 0 else []
    return "\r\n".join([*named, *lines, "", ""]).encode("latin-1")


def dripping(handler: Handler, reply: Reply) -> None:
    """Send the body one byte after the other, for longer than anyone waits."""
    drip(handler, reply.body[:60], whole=head(reply))


def dripping_head(handler: Handler, _: Reply) -> None:
    """Send the head one byte after the other."""
    drip(handler, b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 60)


def drip(handler: Handler, content: bytes, whole: bytes = b"") -> None:
    """Send some bytes as a whole, then the others one by one, and close the connection."""
    handler.over()
    with contextlib.suppress(OSError):
        handler.wfile.write(whole)
        for byte in content:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(0.02)
    handler.close_connection = True


def silent(handler: Handler, _: Reply) -> None:
    """Say nothing until the client goes away."""
    handler.over()
    with contextlib.suppress(OSError):
        handler.connection.settimeout(5)
        handler.connection.recv(1)
    handler.close_connection = True


def chunked(*pieces: bytes) -> Callable[[Reply], bytes]:
    """Return what writes a head and some chunks as they are; `%` stands for the sound body."""

    def make(reply: Reply) -> bytes:
        begin = head(reply, "Transfer-Encoding: chunked", length=-1)
        whole = b"%x\r\n%s\r\n" % (len(reply.body), reply.body)
        return begin + b"".join(whole if piece == b"%" else piece for piece in pieces)

    return make


def packed(make: Callable[[bytes], bytes], encoding: str) -> Fault:
    """Answer with a packed body."""
    return changed(make, Content_Encoding=encoding)


def one_chunk(reply: Reply) -> bytes:
    """Return a sound answer in one chunk."""
    return chunked(b"%", b"0\r\n\r\n")(reply)


# The entries of an answer, whatever its form


def entries(change: Callable[[list[Any]], list[Any]]) -> Fault:
    """Answer with other entries: a list of objects, or of pieces of XML."""
    return changed(lambda body: _with_entries(body, change))


def _with_entries(body: bytes, change: Callable[[list[Any]], list[Any]]) -> bytes:
    if body.lstrip().startswith(b"<"):
        tag = rb"PubmedArticle" if b"<PubmedArticleSet" in body else rb"entry"
        found = re.findall(rb"<%s>.*?</%s>\n?" % (tag, tag), body, re.DOTALL)
        if not found:
            return body
        start = body.index(found[0])
        tail = body[body.rindex(found[-1]) + len(found[-1]) :]
        listed = change(found)
        return body[:start] + b"".join(one for one in listed if isinstance(one, bytes)) + tail
    try:
        value = json.loads(body)
    except ValueError:
        return body
    return json.dumps(_changed_list(value, change)).encode()


_LISTS = ("items", "data", "results", "hits")


def _changed_list(value: Any, change: Callable[[list[Any]], list[Any]]) -> Any:
    if isinstance(value, list):
        return change(value)
    if not isinstance(value, dict):
        return value
    for name in _LISTS:
        if isinstance(value.get(name), list):
            return {**value, name: change(value[name])}
    for name in ("message", "data", "hits"):
        if isinstance(value.get(name), dict):
            return {**value, name: _changed_list(value[name], change)}
    if value and all(key.startswith("ISBN:") for key in value):
        kept = [one for one in change(list(value.values())) if isinstance(one, dict)]
        return {key: one for key, one in value.items() if one in kept}
    return value


def members(names: str, value: Any) -> Fault:
    """Answer with another value for some members; in XML, with the elements emptied."""
    listed = names.split()

    def change(body: bytes) -> bytes:
        if body.lstrip().startswith(b"<"):
            for name in map(str.encode, listed):
                pattern = rb"(<%s(?: [^>]*)?>)(.*?)(</%s>)" % (name, name)
                emptied = b"" if not isinstance(value, str) else value.encode()
                head_, mark, rest = body.partition(b"<entry>")
                body = head_ + mark + re.sub(pattern, rb"\1" + emptied + rb"\3", rest, flags=re.S)
                if not mark:
                    body = re.sub(pattern, rb"\1" + emptied + rb"\3", body, flags=re.S)
            return body
        try:
            return json.dumps(_walked(json.loads(body), listed, value)).encode()
        except ValueError:
            return body

    return changed(change)


_GONE = object()


def _walked(value: Any, names: Sequence[str], other: Any) -> Any:
    if isinstance(value, list):
        return [_walked(one, names, other) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for name, one in value.items():
        if name not in names:
            kept[name] = _walked(one, names, other)
        elif other is not _GONE:
            kept[name] = other
    return kept


def _alien(listed: list[Any]) -> list[Any]:
    """Add the entry of a work that nobody asked for."""
    other = {
        "DOI": "10.9999/other",
        "title": ["Something else"],
        "author": [{"given": "Else", "family": "Where"}],
    }
    entry = (
        b"<entry><id>http://arxiv.org/abs/1912.09999v1</id><title>Something else</title>"
        b"<author><name>Else Where</name></author></entry>"
    )
    return [entry if isinstance(listed[0], bytes) else other, *listed] if listed else listed


AUTHORS = "author authors creators AuthorList"
NAMES = "family given name familyName givenName LastName ForeName full_name"
TITLES = "title titles ArticleTitle"
IDS = "DOI doi identifiers id PMID"
DATES = "issued created publicationYear publish_date published PubDate"

STATUSES = (
    "400 401 402 403 404 405 406 407 408 409 410 412 413 414 415 416 417 418 421 423 424 425 426 "
    "428 429 431 451 500 501 502 503 504 505 506 507 508 511 520 521 522 524 529 599"
)
WAITS = (
    "0", "1", "7", "-1", "1.5", "soon", "300", "301", "86400", "9" * 30, "1e9",
    "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 99 Foo 2026",
)  # fmt: skip
PLACES = {
    "to itself": lambda handler: handler.path,
    "to another host": lambda _: "http://192.0.2.1/works",
    "to a file": lambda _: "file:///etc/passwd",
    "to a script": lambda _: "javascript:alert(1)",
    "to no address": lambda _: "http://[",
    "to another path": lambda _: "/crossref/nowhere",
    "to nowhere": lambda _: "",
}


def _led(place: Callable[[Handler], str], code: int = 302) -> Fault:
    return lambda handler, _: handler.send(Reply(code, b""), Location=place(handler))


def _statuses() -> Iterator[Row]:
    for code in map(int, STATUSES.split()):
        # A client that asks again gets past these.
        passing = code in (408, 425, 429, 500, 502, 503, 504, 520, 522)
        yield Row(f"status {code}", status(code, b"Something is wrong."), passes=passing)
    for code in (204, 205, 300, 304):
        yield Row(f"status {code}, nothing in it", status(code))
    for code in (202, 203, 206):
        play = lambda handler, reply, code=code: handler.send(attrs.evolve(reply, status=code))  # noqa: E731
        yield Row(f"status {code} with an answer", play)
    yield Row("404 with a web page", status(404, b"<html><h1>Not Found</h1></html>", HTML))
    yield Row("404 of a robot's page", status(404, ROBOT, HTML))
    yield Row("403 that asks for a challenge", status(403, b'{"name":"ChallengeRequiredError"}'))
    yield Row("500 of a robot's page", status(500, ROBOT, HTML))
    refused = b'{"status":"failed","message-type":"validation-failure","message":[{"type":"select-not-available","value":"subtype"}]}'  # noqa: E501
    yield Row("400 for a name in select", status(400, refused, JSON_KIND))


def _waits() -> Iterator[Row]:
    for wait in WAITS:
        passing = wait in ("0", "1", "7", "-1", "1.5", "soon")
        name = wait if len(wait) < 32 else "a long number"
        yield Row(f"429, Retry-After {name}", status(429, Retry_After=wait), passes=passing)
    yield Row("503, Retry-After 5", status(503, Retry_After="5"), passes=True)
    yield Row("503, Retry-After 3600", status(503, Retry_After="3600"))
    yield Row("429 with a web page", status(429, b"<html>slow down</html>", HTML), passes=True)
    too_many = b'{"status":429,"message":"Too Many Requests"}'
    yield Row("200 that says 429", instead(too_many), passes=True)


def _redirects() -> Iterator[Row]:
    for name, place in PLACES.items():
        yield Row(f"redirects {name}", _led(place))
    yield Row("redirects for good to itself", _led(PLACES["to itself"], 308))
    yield Row("redirects without a place", status(301))


def _connections() -> Iterator[Row]:
    huge = "X-Long: " + "x" * 200_000
    yield from (
        Row("cut before a word", raw(lambda _: b""), passes=True),
        Row("cut in the status line", raw(lambda _: b"HTTP/1.1 20"), passes=True),
        Row("cut in the head", raw(lambda r: head(r)[:40]), passes=True),
        Row("cut behind the head", raw(head), passes=True),
        Row("cut in the middle", raw(lambda r: head(r) + r.body[: len(r.body) // 2]), passes=True),
        Row("cut before the last byte", raw(lambda r: head(r) + r.body[:-1]), passes=True),
        Row("reset in the middle", raw(lambda r: head(r) + r.body[:50], reset=True), passes=True),
        Row("reset before a word", raw(lambda _: b"", reset=True), passes=True),
        Row("silence", silent, passes=True),
        Row("one byte after the other", dripping, passes=True),
        Row("the head byte by byte", dripping_head, passes=True),
        Row("more bytes than named", raw(lambda r: head(r) + r.body + b"x" * 99), harmless=True),
        Row("fewer bytes named", raw(lambda r: head(r, length=len(r.body) // 2) + r.body)),
        Row("a negative length", raw(lambda r: head(r, "Content-Length: -5", length=-1) + r.body)),
        Row("a length in words", raw(lambda r: head(r, "Content-Length: six", length=-1) + r.body)),
        Row("two lengths", raw(lambda r: head(r, "Content-Length: 3") + r.body)),
        Row("no length", raw(lambda r: head(r, length=-1) + r.body), harmless=True),
        Row("in one chunk", raw(one_chunk), harmless=True),
        Row("a chunk without an end", raw(chunked(b"%"))),
        Row("a chunk of no size", raw(chunked(b"zz\r\nabc\r\n"))),
        Row("a chunk too long", raw(chunked(b"ffffff\r\nabc"))),
        Row("an endless size", raw(chunked(b"f" * 5000))),
        Row("HTTP/1.0", raw(lambda r: head(r).replace(b"1.1", b"1.0") + r.body), harmless=True),
        Row("no head", raw(lambda r: r.body)),
        Row("HTTP/2 of a sudden", raw(lambda _: b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")),
        Row("random bytes", raw(lambda _: bytes(range(256)) * 4)),
        Row("a line without an end", raw(lambda r: head(r, huge) + r.body)),
        Row("a thousand lines", raw(lambda r: head(r, *["X-A: b"] * 5000) + r.body)),
        Row("status 999", raw(lambda r: head(r, code="999 Odd") + r.body)),
        Row("status in words", raw(lambda r: head(r, code="fine OK") + r.body)),
        Row("status without words", raw(lambda r: head(r, code="200") + r.body), harmless=True),
        Row("continue first", raw(lambda r: b"HTTP/1.1 100 Continue\r\n\r\n" + head(r) + r.body),
            harmless=True),
        Row("NUL in the head", raw(lambda r: head(r, "X-A: a\0b") + r.body)),
    )  # fmt: skip


def _encodings() -> Iterator[Row]:
    bomb = gzip.compress(b"[" * 40_000_000)
    yield from (
        Row("gzip, not asked for", packed(gzip.compress, "gzip"), harmless=True),
        Row("deflate, not asked for", packed(zlib.compress, "deflate"), harmless=True),
        Row("gzip, cut", packed(lambda b: gzip.compress(b)[:-12], "gzip")),
        Row("gzip and more bytes", packed(lambda b: gzip.compress(b) + b"x" * 99, "gzip")),
        Row("a bomb of gzip", packed(lambda _: bomb, "gzip")),
        Row("gzip twice", packed(lambda b: gzip.compress(gzip.compress(b)), "gzip")),
        Row("gzip that is none", packed(lambda b: b, "gzip")),
        Row("deflate that is none", packed(lambda _: b"\x99" * 99, "deflate")),
        Row("an unknown encoding", packed(lambda b: b, "br")),
        Row("an encoding of three", packed(lambda b: b, "gzip, gzip, gzip")),
        Row("UTF-16", changed(lambda b: b.decode().encode("utf-16"))),
        Row("UTF-32", changed(lambda b: b.decode().encode("utf-32"))),
        Row("a byte order mark", changed(lambda b: b"\xef\xbb\xbf" + b), harmless=True),
        Row("bytes that are no UTF-8", changed(lambda b: b[:30] + b"\xff\xfe\x80" + b[30:])),
        Row("NUL in the middle", changed(lambda b: b[:30] + b"\0" * 9 + b[30:])),
    )


_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>&b;</title></feed>'
)
_BODIES: dict[str, bytes] = {
    "nothing": b"",
    "a space": b" ",
    "null": b"null",
    "true": b"true",
    "0": b"0",
    "a text in JSON": b'"nothing"',
    "an empty list": b"[]",
    "an empty object": b"{}",
    "a list of null": b"[null]",
    "lists in lists": b"[[[]]]",
    "message null": b'{"message":null}',
    "message a list": b'{"message":[]}',
    "message a text": b'{"status":"ok","message":"busy"}',
    "items null": b'{"status":"ok","message":{"items":null}}',
    "data null": b'{"data":null}',
    "hits a text": b'{"hits":{"hits":"none"}}',
    "failed": b'{"status":"failed"}',
    "an error": b'{"error":"overloaded"}',
    "errors": b'{"errors":[{"status":"500"}]}',
    "not a number": b"NaN",
    "a number of 10,000 digits": b"9" * 10_000,
    "brackets without an end": b"[" * 100_000,
    "objects in objects": b'{"a":' * 50_000,
    "text under the type": b"Resource is resting.",
    "a line of log": b"ERROR 2026-11-28 out of memory",
    "a bomb of entities": _BOMB,
    "XML that is not closed": b"<feed><entry>",
    "an empty element": b"<a/>",
    "SOAP": b"<soap:Envelope xmlns:soap='http://s'><soap:Fault/></soap:Envelope>",
    "CSV": b"id,title\n1,Nothing\n",
    "a PDF": b"%PDF-1.7\n%\xe2\xe3",
    "25 MB": b"[" + b"1," * 13_000_000,
}


def _bodies() -> Iterator[Row]:
    passing = ("nothing", "text under the type", "an error", "XML that is not closed")
    for name, body in _BODIES.items():
        yield Row(f"the body is {name}", instead(body), passes=name in passing)
    yield Row("a web page", instead(ROBOT, HTML), passes=True)
    yield Row("a web page under the type", instead(ROBOT), passes=True)
    yield Row("cut, with its length", changed(lambda b: b[: len(b) // 2]), passes=True)
    yield Row("twice", changed(lambda b: b + b))
    yield Row("with a tail", changed(lambda b: b + b" and so on"))
    yield Row("with a notice before it", changed(lambda b: b"Warning: slow query\n" + b))
    yield Row("as a call of a function", changed(lambda b: b"callback(" + b + b");"))


def _entries() -> Iterator[Row]:
    yield from (
        Row("the first entry is missing", entries(lambda listed: listed[1:]), passes=True),
        Row("the last entry is missing", entries(lambda listed: listed[:-1]), passes=True),
        Row("every second entry is missing", entries(lambda listed: listed[::2]), passes=True),
        Row("all entries are missing", entries(lambda _: [])),
        Row("entries in another order", entries(lambda listed: listed[::-1]), harmless=True,
            passes=True),
        Row("each entry twice", entries(lambda listed: listed * 2), harmless=True),
        Row("a strange entry first", entries(_alien), harmless=True),
        Row("null among the entries", entries(lambda listed: [None, *listed])),
        Row("texts for entries", entries(lambda listed: [str(one) for one in listed])),
        Row("no names in the entry", members(AUTHORS, _GONE)),
        Row("an empty list of names", members(AUTHORS, [])),
        Row("names are null", members(AUTHORS, None)),
        Row("names are a text", members(AUTHORS, "busy")),
        Row("names are a number", members(AUTHORS, 5)),
        Row("names are lists", members(AUTHORS, [[[]], {}])),
        Row("names are empty", members(NAMES, "")),
        Row("parts of names are null", members(NAMES, None)),
        Row("parts of names are numbers", members(NAMES, 7)),
        Row("no title", members(TITLES, _GONE)),
        Row("the title is null", members(TITLES, None)),
        Row("the title is empty", members(TITLES, "")),
        Row("the title is a number", members(TITLES, 12)),
        Row("the title is a list of null", members(TITLES, [None])),
        Row("no identifier", members(IDS, _GONE)),
        Row("the identifier is empty", members(IDS, "")),
        Row("the identifier is another", members(IDS, "10.9999/other")),
        Row("the identifier is a list", members(IDS, ["10.9999/other"])),
        Row("dates are null", members(DATES, None)),
        Row("dates are texts", members(DATES, "last spring")),
        Row("dates of the year 99999", members(DATES, {"date-parts": [[99999, 77]]})),
        Row("everything is null", members("message data results hits", None)),
        Row("the total is too large", members("total-results total", 10**9), harmless=True),
        Row("the total is negative", members("total-results total", -5), harmless=True),
    )  # fmt: skip


class _Last:
    """Answers with what the request before would have got, as a connection out of step does."""

    def __init__(self) -> None:
        self.reply: Reply | None = None

    def __call__(self, handler: Handler, reply: Reply) -> None:
        before, self.reply = self.reply or reply, reply
        handler.send(attrs.evolve(before, ids=()))


def _kept_open(more: bytes) -> Fault:
    """Answer soundly, leave the connection open, and send more than was asked for."""

    def play(handler: Handler, reply: Reply) -> None:
        handler.over()
        begin = head(reply).replace(b"Connection: close", b"Connection: keep-alive")
        with contextlib.suppress(OSError):
            handler.wfile.write(begin + reply.body + more)
            handler.wfile.flush()

    return play


def _renamed(*pairs: tuple[bytes, bytes]) -> Callable[[bytes], bytes]:
    def change(body: bytes) -> bytes:
        for old, new in pairs:
            body = body.replace(old, new)
        return body

    return change


def _with_type(kind: str) -> Fault:
    return lambda handler, reply: handler.send(attrs.evolve(reply, kind=kind))


def _early(reply: Reply) -> bytes:
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
    return hints + head(reply) + reply.body


def _chunk_lines(reply: Reply) -> bytes:
    size = b"%x;name=value\r\n" % len(reply.body)
    return chunked(size + reply.body + b"\r\n", b"0\r\nX-Sum: 1\r\n\r\n")(reply)


def _raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def _half_of_pair(body: bytes) -> bytes:
    # In XML this would be another name, and no half.
    return body if body.startswith(b"<") else body.replace(b"Byron", b"By\\ud800ron")


def _with_nul(body: bytes) -> bytes:
    return body if body.startswith(b"<") else body.replace(b"Byron", b"By\\u0000ron")


_OTHER_ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 31\r\n\r\n"
    b'{"message":{"items":[]},"a":""}'
)
_CAPITALS = ((b"Ada", b"ADA"), (b"Byron", b"BYRON"), (b"Bo", b"BO"), (b"Fei", b"FEI"))
_WIDE = ((b"Byron", "Ｂｙｒｏｎ".encode()), (b"Ada", "Ａｄａ".encode()))


def _out_of_step() -> Iterator[Row]:
    yield from (
        Row("the answer to the request before", _Last()),
        Row("a second answer behind it", _kept_open(_OTHER_ANSWER), harmless=True),
        Row("a second answer, half of it", _kept_open(_OTHER_ANSWER[:30]), harmless=True),
        Row("kept open and then closed", _kept_open(b""), harmless=True),
        Row("early hints first", raw(_early), harmless=True),
        Row("a thousand times to continue",
            raw(lambda r: b"HTTP/1.1 100 Continue\r\n\r\n" * 1000 + head(r) + r.body)),
        Row("switched to another protocol", raw(lambda r: head(r, code="101 Switching"))),
        Row("both a length and chunks",
            raw(lambda r: head(r, "Transfer-Encoding: chunked") + r.body)),
        Row("chunks with names and a trailer", raw(_chunk_lines), harmless=True),
        Row("lines end with a line feed",
            raw(lambda r: head(r).replace(b"\r\n", b"\n") + r.body), harmless=True),
        Row("a header over two lines", raw(lambda r: head(r, "X-A: b\r\n c") + r.body)),
        Row("a header without a colon", raw(lambda r: head(r, "Nonsense") + r.body)),
        Row("a thousand cookies", raw(lambda r: head(r, *["Set-Cookie: a=b"] * 90) + r.body),
            harmless=True),
        Row("a type of its own", _with_type("application/octet-stream"), harmless=True),
        Row("no type", _with_type(""), harmless=True),
        Row("a charset that is none", _with_type("application/json; charset=klingon"),
            harmless=True),
        Row("gzip in two members",
            packed(lambda b: gzip.compress(b[:40]) + gzip.compress(b[40:]), "gzip"),
            harmless=True),
        Row("gzip with a wrong sum",
            packed(lambda b: gzip.compress(b)[:-8] + b"\0" * 8, "gzip")),
        Row("deflate without a head", packed(_raw_deflate, "deflate")),
        Row("gzip in capitals", packed(gzip.compress, "GZIP"), harmless=True),
        Row("identity", packed(lambda b: b, "identity"), harmless=True),
        Row("names in capitals", changed(_renamed(*_CAPITALS)), harmless=True),
        Row("names in wide letters", changed(_renamed(*_WIDE))),
        Row("names with zero width spaces",
            changed(_renamed((b"Byron", "By\u200bron".encode())))),
        Row("half of a pair in a name", changed(_half_of_pair)),
        Row("NaN among the members", changed(_renamed((b'{"', b'{"odd":NaN,"')))),
        Row("a member twice, then null",
            changed(lambda b: b[:-1] + b',"message":null,"data":null,"hits":null}'
                    if b.startswith(b"{") else b)),
        Row("a comma too many", changed(_renamed((b"]", b",]")))),
        Row("totals in words",
            changed(_renamed((b'"total-results": ', b'"total-results": "many", "x": ')))),
        Row("a thousand entries", entries(lambda listed: listed * 500)),
        Row("XML of another kind under the type",
            instead(b"<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>")),
        Row("an instruction in the XML", changed(_renamed((b"<feed", b"<?php x?><!-- a --><feed"),
            (b"<PubmedArticleSet", b"<?x y?><PubmedArticleSet"))), harmless=True),
    )  # fmt: skip


def _each_name(word: str) -> Callable[[bytes], bytes]:
    """Return what puts a word in the place of each name."""
    other = word.encode()
    return _renamed(*((name, other) for name in (b"Ada", b"Byron", b"Bo", b"Fei", b"Eve", b"Oak")))


def _swapped(body: bytes) -> bytes:
    """Give each family name as the given one, and the other way round."""
    return _renamed((b'"family"', b'"x"'), (b'"given"', b'"family"'), (b'"x"', b'"given"'))(body)


def _encoded_as(name: bytes) -> Callable[[bytes], bytes]:
    """Return what names an encoding in the declaration of XML that the body does not have."""
    head_ = b'<?xml version="1.0" encoding="%s"?>' % name
    return lambda body: (
        head_ + re.sub(rb"^\s*<\?xml[^>]*>", b"", body) if body.lstrip().startswith(b"<") else body
    )


_NO_NAMES = b'"author": [], "authors": [], "creators": [], "title"'


def _of_content() -> Iterator[Row]:
    """What services with a fault in their own data or code say, soundly packed."""
    for word in ("undefined", "null", "N/A", "...", "[object Object]", "***"):
        yield Row(f"each name is {word}", changed(_each_name(word)))
    yield from (
        Row("each title is undefined", members(TITLES, "undefined")),
        Row("each title is a list of undefined", members(TITLES, ["undefined"])),
        Row("dates of the epoch", members(DATES, {"date-parts": [[1970, 1, 1]]})),
        Row("dates of the epoch as texts", members(DATES, "1970-01-01T00:00:00Z")),
        Row("names in lower case", changed(_renamed(*((a, a.lower()) for a, _ in _CAPITALS))),
            harmless=True),
        Row("given and family names swapped", changed(_swapped)),
        Row("names escaped twice", changed(_renamed((b"Byron", b"By&amp;#114;on")))),
        Row("names with markup", changed(_renamed((b"Byron", b"Byron&lt;sup&gt;1&lt;/sup&gt;")))),
        Row("names with a mark of a footnote", changed(_renamed((b"Byron", b"Byron*"))),
            harmless=True),
        Row("names with soft hyphens", changed(_renamed((b"Byron", "By\u00adron".encode())))),
        Row("names with marks of direction",
            changed(_renamed((b"Byron", "\u202bByron\u202c".encode())))),
        Row("names with NUL", changed(_with_nul)),
        Row("an empty list of names behind the list", changed(_renamed((b'"title"', _NO_NAMES)))),
        Row("identifiers in capitals", changed(_renamed((b"10.1016/s", b"10.1016/S"))),
            harmless=True),
        Row("a total of 0 with entries", members("total-results total", 0)),
        Row("blank lines before it", changed(lambda b: b"\r\n\r\n" + b)),
        Row("a megabyte of blanks behind it", changed(lambda b: b + b" " * 1_000_000),
            harmless=True),
        Row("XML said to be UTF-16", changed(_encoded_as(b"UTF-16"))),
        Row("XML said to be Latin-1", changed(_encoded_as(b"ISO-8859-1")), harmless=True),
        Row("a charset of UTF-16 over UTF-8", _with_type("application/json; charset=utf-16")),
        Row("one object a line", changed(_renamed((b"},", b"}\n"))), ),
        Row("redirects to HTTPS without it",
            _led(lambda handler: f"https://{handler.headers.get('Host')}{handler.path}")),
    )  # fmt: skip


FAULTS: tuple[Row, ...] = (
    *_statuses(),
    *_waits(),
    *_redirects(),
    *_connections(),
    *_encodings(),
    *_bodies(),
    *_entries(),
    *_out_of_step(),
    *_of_content(),
)
# What a service does at times, and a client that asks again gets past.
PASSING: tuple[Fault, ...] = tuple(row.play for row in FAULTS if row.passes)

# The questions

_SAYS = Stated(
    "Sparse kernels for turbulent sediment", (("Ada", "Byron"), ("Bo", "Fei")), 2021, "J"
)
_ELSE = Stated("Tides of magnetic memory under stress", (("Cy", "Ren"), ("Dee", "Ohm")), 2021, "J")
_OPEN = frozenset({Verdict.UNCHECKED, Verdict.INCOMPLETE})
_TRUE = frozenset({Verdict.CONFIRMED, Verdict.CONFIRMED_WITH_VARIANTS})
QUICK = Limits(connect=2.0, read=0.3, total=0.6)


def works() -> list[Work]:
    """Return the works of the server: two in each place."""
    ids = {
        "arxiv": ("2101.00011", "2101.00012"),
        "crossref": ("10.1016/s1", "10.1016/s2"),
        "datacite": ("10.5281/zenodo.1", "10.5281/zenodo.2"),
        "agency": ("10.1392/a.1", "10.1392/a.2"),
        "pubmed": ("30000001", "30000002"),
        "openlibrary": (isbn(1), isbn(2)),
        "title": ("10.1145/t.1", "10.1145/t.2"),
    }
    made = [
        Work(1 + at, home, one, says)
        for home, both in ids.items()
        for at, (one, says) in enumerate(zip(both, (_SAYS, _ELSE), strict=True))
    ]
    only = Stated(
        "Isotopes of silicon in volcanic islands", (("Eve", "Oak"), ("Finn", "Elm")), 2021, ""
    )
    return [*made, Work(7, "title at arXiv", "2101.00099", only)]


def _of(home: str, identifier: str, names: Sequence[str], says: Stated = _SAYS) -> Reference:
    authors = read_author_list(names)
    found = Reference(f"{home}-{identifier}", "article-journal", says.title, authors,
                      issued=Date.of(says.year))  # fmt: skip
    if home == "arxiv":
        return found.evolve(type="article", arxiv=ArxivId.parse(identifier))
    if home in ("crossref", "datacite", "agency"):
        return found.evolve(doi=Doi(identifier))
    if home == "pubmed":
        return found.evolve(fields={"PMID": identifier})
    if home == "openlibrary":
        return found.evolve(type="book", fields={"ISBN": identifier})
    return found


_BY_ID = {
    "arxiv": ("2101.00011", "2101.00012", "2101.77777"),
    "crossref": ("10.1016/s1", "10.1016/s2", "10.1016/none"),
    "datacite": ("10.5281/zenodo.1", "10.5281/zenodo.2", "10.5281/zenodo.999"),
    "agency": ("10.1392/a.1", "10.1392/a.2", "10.1392/none"),
    "pubmed": ("30000001", "30000002", "39999999"),
    "openlibrary": (isbn(1), isbn(2), isbn(999)),
}


@attrs.frozen
class Question:
    """A reference, what it is, and the verdicts that are right."""

    reference: Reference
    what: str
    right: frozenset[Verdict]


def by_id() -> list[Question]:
    """Return a true reference, one with an invented author and one to nothing, to each place."""
    gone, wrong = frozenset({Verdict.NOT_FOUND}), frozenset({Verdict.CONTRADICTED})
    found = []
    for home, (true, other, none) in _BY_ID.items():
        people, invented = ["Ada Byron", "Bo Fei"], ["Cy Ren", "Igor Nobody", "Dee Ohm"]
        found += [
            Question(_of(home, true, people), f"true, {home}", _TRUE),
            Question(_of(home, other, invented, _ELSE), f"invented, {home}", wrong),
            Question(_of(home, none, people), f"none, {home}", gone),
        ]
    return found


def by_title() -> list[Question]:
    """Return the same, with a title only, for a paper at Crossref and for one at arXiv."""
    found = []
    for home, says in {"title": _SAYS, "title at arXiv": works()[-1].says}.items():
        names = [f"{given} {family}" for given, family in says.people]
        invented = [*names, "Igor Nobody"]
        wrong = frozenset({Verdict.CONTRADICTED})
        found += [
            Question(_of(home, "true", names, says), f"true, {home}", _TRUE),
            Question(_of(home, "invented", invented, says), f"invented, {home}", wrong),
        ]
    nothing = Stated("Why zebras whistle at red chairs", _SAYS.people, 2021, "J")
    return [*found, Question(_of("title", "none", ["Ada Byron"], nothing), "none", frozenset())]


QUESTIONS = {"by identifier": by_id, "by title": by_title}


def tried(server: Services, row: Row, how: str, *, lasts: bool) -> list[str]:
    """Play a fault to questions by identifier or by title; return what went wrong.

    A fault that does not last is played to the first request at each service.
    """
    played: set[str] = set()

    def fault(service: str) -> Fault | None:
        if service in played and not lasts:
            return None
        played.add(service)
        return row.play

    server.fault = fault
    of, wrong = QUESTIONS[how](), []
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        clock = QuickClock(4000, time.time())
        sources = connected(server.environ, Path(folder), clock, QUICK, keeps=False)
        reports = verify([one.reference for one in of], arxiv=sources, lookup=True)
    for question, report in zip(of, reports, strict=True):
        must = question.what.startswith("true") and row.harmless
        allowed = question.right if must else question.right | _OPEN
        if report.verdict not in allowed or (report.verdict in _OPEN and not report.reason):
            wrong.append(f"{question.what}: {report.verdict}: {report.reason}")
    if (took := time.monotonic() - begin) > _LONGEST:
        wrong.append(f"it took {took:.0f} s")
    when = "every time" if lasts else "once"
    return [f"{row.name}, {when}, {how}: {line}" for line in wrong]


# Seconds for a row, with all that is tried again, on a busy machine.
_LONGEST = 60


def main() -> int:
    """Play all rows; return 0 where nothing went wrong."""
    parser = argparse.ArgumentParser(description="Play faults of services.")
    parser.add_argument("--only", default="", help="rows whose name has this word")
    parser.add_argument("--part", default="1/1", help="every fourth row, say, for a short run")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    number, parts = map(int, arguments.part.split("/"))
    rows = [row for row in FAULTS if arguments.only in row.name][number - 1 :: parts]
    wrong: list[str] = []
    with running(works()) as server:
        for row in rows:
            begin = time.monotonic()
            for how in QUESTIONS:
                for lasts in (True, False):
                    wrong += tried(server, row, how, lasts=lasts)
            if arguments.verbose:
                print(f"{time.monotonic() - begin:6.1f} s  {row.name}", flush=True)
    for how in QUESTIONS:
        bad = sum(any(f"{row.name}, " in one and how in one for one in wrong) for row in rows)
        print(f"{len(rows)} faults {how}: {len(rows) - bad} right")
    print("".join(f"  wrong: {line}\n" for line in wrong), end="")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
