"""Peak memory and processor time to read answers of a service that are as large as they may be.

Usage: python benchmarks/faults/large_answers.py
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable

from refcore.errors import BadAnswer
from refcore.sources.answers import load_json
from refcore.sources.arxiv.atom import parse_feed
from refcore.sources.pubmed.reader import read_articles

MILLION = 1_000_000
LARGEST = 24 * 1024 * 1024
HEAD = b'<feed xmlns="http://www.w3.org/2005/Atom">'
ENTRY = b"<entry><id>http://arxiv.org/abs/2506.%05dv1</id><title>T</title>%s</entry>"
AUTHOR = b"<author><name>A. B%d</name></author>"


def _feed(entries: bytes) -> bytes:
    return HEAD + entries + b"</feed>"


def _papers(number: int, authors: int, pad: bytes = b"") -> bytes:
    names = b"".join(AUTHOR % place for place in range(authors)) + pad
    return _feed(b"".join(ENTRY % (place + 1, names) for place in range(number)))


# What is read, and the bytes: made in the process that is measured.
CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "100 papers of 3,000 authors": ("feed", lambda: _papers(100, 3000)),
    "2,000 papers of 100 authors": ("feed", lambda: _papers(2000, 100)),
    "63 MB of papers": ("feed", lambda: _papers(100, 3000, b"<summary>" + b"x" * 520_000)),
    "24 MB of elements in one entry": ("feed", lambda: _feed(b"<entry>" + b"<a/>" * 6 * MILLION)),
    "elements in one entry, as many as may be": (
        "feed",
        lambda: _feed(b"<entry>" + b"<a/>x" * 1_900_000),
    ),
    "elements beside entries": ("feed", lambda: _feed(b"<a/>x" * 1_900_000)),
    "attributes": (
        "feed",
        lambda: _feed(b"<a " + b" ".join(b'a%d=""' % n for n in range(290_000)) + b"/>"),
    ),
    "24 MB of attributes": (
        "feed",
        lambda: _feed(b"<a " + b" ".join(b'a%d=""' % n for n in range(2_000_000)) + b"/>"),
    ),
    "24 MB of lists in JSON": ("json", lambda: b"[" + b"[]," * (LARGEST // 3 - 1) + b"[]]"),
    "comments": ("feed", lambda: _feed(b"<!---->x" * 1_900_000)),
    "24 MB of one text": ("feed", lambda: _feed(b"<entry><title>" + b"x" * (LARGEST - 100))),
    "elements of PubMed": (
        "pubmed",
        lambda: b"<PubmedArticleSet>" + b"<a/>x" * 690_000 + b"</PubmedArticleSet>",
    ),
    "lists in JSON": ("json", lambda: b"[" + b"[]," * 749_000 + b"[]]"),
    "members in JSON": ("json", lambda: b"[" + b'{"a":1},' * 700_000 + b"1]"),
    "one text in JSON": (
        "json",
        lambda: b'["' + "\U0001f600".encode() + b"x" * (LARGEST - 100) + b'"]',
    ),
}


def _one(name: str) -> None:
    kind, make = CASES[name]
    content = make()
    before, began = _peak(), time.process_time()
    try:
        if kind == "feed":
            found = f"{len(parse_feed(content).records)} read"
        elif kind == "pubmed":
            found = f"{len(read_articles(content).records)} read"
        else:
            found = type(load_json(content, "a service")).__name__
    except BadAnswer as fault:
        found = str(fault)[:60]
    taken = time.process_time() - began
    size = f"{len(content) / MILLION:5.1f} MB"
    print(f"{size} {before:5.0f} -> {_peak():5.0f} MB {taken:5.1f} s  {name}: {found}")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _one(sys.argv[1])
    else:
        print("  answer  peak before and after  time")
        for case in CASES:
            subprocess.run([sys.executable, __file__, case], check=False)
