"""Fields that an entry takes over by `crossref` and `xdata`.

Source: *BibTeXing*, section 3, on cross references (every field that the
entry lacks, under its own name); the BibLaTeX manual, section 2.4.1 and
appendix B (titles change their names on the way; some fields never pass on),
and section 3.15.6 (`xdata`).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from refcore.bibtex.budget import Budget
from refcore.text.patterns import regex

__all__ = ["MOST_SOURCES", "Rules", "Source", "granular", "inherited", "is_granular"]

Rules = Literal["bibtex", "biber"]
MOST_SOURCES: Final = 100  # entries that one entry takes fields from, near ones first
_COST: Final = 50  # what following a link counts for, in characters

# Fields that BibLaTeX never passes on, and those that in both dialects concern one entry alone.
_NEVER: Final = frozenset(
    "crossref xref xdata entryset entrysubtype ids execute label options presort related "
    "relatedoptions relatedstring relatedtype shortauthor shorteditor shorttitle shorthand "
    "shorthandintro sortkey sorttitle indextitle indexsorttitle keywords abstract annotation "
    "annote note".split()
)
_TITLES: Final = ("title", "subtitle", "titleaddon")
_IN_BOOK: Final = frozenset("inbook bookinbook suppbook".split())
_PARTS: Final = _IN_BOOK | frozenset(
    "incollection suppcollection inproceedings inreference".split()
)
# Which titles of a parent become which of its part: parents, parts, prefix.
_PREFIXES: Final[tuple[tuple[frozenset[str], frozenset[str], str], ...]] = (
    (frozenset({"mvbook"}), _IN_BOOK | {"book"}, "main"),
    (
        frozenset({"mvcollection"}),
        frozenset("collection incollection suppcollection".split()),
        "main",
    ),
    (frozenset({"mvproceedings"}), frozenset({"proceedings", "inproceedings"}), "main"),
    (frozenset({"mvreference"}), frozenset({"reference", "inreference"}), "main"),
    (frozenset({"periodical"}), frozenset({"article", "suppperiodical"}), "journal"),
)

# One field, or one name of a list, of an entry: ``xdata=KEY-FIELD`` or ``xdata=KEY-FIELD-2``.
_GRANULAR: Final = regex(r"xdata\s*=\s*([^\s,{}]+)-([a-z]+)(?:-([0-9]+))?", re.IGNORECASE)
_AND: Final = regex(r"\s+and\s+", re.IGNORECASE)


class Source(NamedTuple):
    """An entry as far as inheritance goes: its type, and its own fields evaluated."""

    key: str
    type: str
    fields: Mapping[str, str]
    start: int = 0  # its offset in the file


def inherited(
    entry: Source,
    find: Callable[[str], Source | None],
    rules: Rules = "biber",
    missing: Callable[[str, str], None] | None = None,
    beyond: Callable[[str, str], None] | None = None,
    circle: Callable[[str, str], None] | None = None,
    budget: Budget | None = None,
) -> dict[str, str]:
    """Return the fields that an entry takes over, at any depth, without its own.

    `find` returns the entry of a key; `missing(field, key)` is called for a key that
    no entry has, `beyond(field, key)` of the first link that is not followed,
    because the entry has `MOST_SOURCES` already or `budget` has no room.
    Never raises; a circle ends where it closes, and `circle(field, key)` is called for
    a link that leads back to the entry itself.

    >>> parent = Source("p", "proceedings", {"title": "Proc", "year": "2020"})
    >>> child = Source("c", "inproceedings", {"title": "C", "crossref": "p"})
    >>> inherited(child, {"p": parent}.get)
    {'booktitle': 'Proc', 'year': '2020'}
    >>> inherited(child, {"p": parent}.get, "bibtex")
    {'year': '2020'}
    """
    found: dict[str, str] = {}
    seen = {entry.key}
    waiting = deque((entry, key, field) for key, field in _parents(entry))
    for _ in range(MOST_SOURCES):
        if not waiting:
            break
        child, key, field = waiting.popleft()
        parent = find(key)
        if parent is None:
            if missing is not None:
                missing(field, key)
            continue
        if parent.key in seen:
            if circle is not None and parent.key == entry.key:
                circle(field, key)
            continue
        seen.add(parent.key)
        passed: dict[str, str] = {}
        for name, value in _passed(child, parent, field, rules):
            if name not in entry.fields and name not in found:
                passed.setdefault(name, value)
        if budget is not None and not budget.take(_COST + sum(map(len, passed.values()))):
            waiting.appendleft((child, key, field))
            break
        found.update(passed)
        if rules == "bibtex" and parent.start > child.start:
            continue  # BibTeX fills entries in order: this one inherited nothing yet
        if len(waiting) <= MOST_SOURCES:
            waiting.extend((parent, higher, link) for higher, link in _parents(parent))
    if waiting and beyond is not None:
        _, key, field = waiting[0]
        beyond(field, key)
    return found


def _parents(entry: Source) -> Iterator[tuple[str, str]]:
    for field in ("xdata", "crossref"):
        text = entry.fields.get(field, "")
        keys = text.split(",") if field == "xdata" else [text]
        yield from ((key.strip(), field) for key in keys if key.strip())


def _passed(child: Source, parent: Source, link: str, rules: Rules) -> Iterator[tuple[str, str]]:
    if link == "xdata" or rules == "bibtex":
        never = {"crossref", "xdata"} if rules == "bibtex" else {"xdata", "ids"}
        yield from ((name, text) for name, text in parent.fields.items() if name not in never)
        return
    prefix = _prefix(child.type, parent.type)
    for name, value in parent.fields.items():
        if name in _NEVER:
            continue
        if prefix and name in _TITLES:
            yield prefix + name, value
        elif prefix == "book" and name == "author":
            yield "bookauthor", value
            if child.type in _IN_BOOK and parent.type in ("book", "mvbook"):
                yield "author", value
        else:
            yield name, value


def _prefix(child: str, parent: str) -> str:
    for parents, children, prefix in _PREFIXES:
        if parent in parents and child in children:
            return prefix
    # Files pair the other types freely; the title of a whole is never that of its part.
    return "book" if child in _PARTS and parent not in _PARTS else ""


def is_granular(value: str) -> bool:
    """Return whether a value takes over one field, or one name, of another entry.

    >>> is_granular("xdata=presses-publisher"), is_granular("MIT Press")
    (True, False)
    """
    return value[:5].lower() == "xdata" or " xdata" in value.lower()


def granular(
    value: str,
    find: Callable[[str], Source | None],
    missing: Callable[[str], None] | None = None,
) -> str:
    """Return a value with its references to other entries replaced.

    Source: the BibLaTeX manual, section 3.14.6 on granular data containers.

    >>> presses = Source("presses", "xdata", {"publisher": "Fen", "author": "A Ash and B Elm"})
    >>> granular("xdata=presses-publisher", {"presses": presses}.get)
    'Fen'
    >>> granular("xdata=presses-author-2 and Fir, C", {"presses": presses}.get)
    'B Elm and Fir, C'
    """
    return " and ".join(_taken(piece, find, missing) for piece in _AND.split(value))


def _taken(
    piece: str, find: Callable[[str], Source | None], missing: Callable[[str], None] | None
) -> str:
    match = _GRANULAR.fullmatch(piece.strip())
    if match is None:
        return piece
    source = find(match[1])
    value = source.fields.get(match[2].lower(), "") if source is not None else ""
    if match[3]:
        listed = _AND.split(value)
        place = int(match[3][:6]) - 1
        value = listed[place] if 0 <= place < len(listed) else ""
    if not value and missing is not None:
        missing(match[0])
    return value or piece
