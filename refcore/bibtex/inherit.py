"""Fields that an entry takes over by `crossref` and `xdata`.

Source: *BibTeXing*, section 3, on cross references (every field that the
entry lacks, under its own name); the BibLaTeX manual, section 2.4.1 and
appendix B (titles change their names on the way; some fields never pass on),
and section 3.15.6 (`xdata`).
"""

from __future__ import annotations

import enum
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from refcore.bibtex.budget import Budget
from refcore.bibtex.names import Dialect
from refcore.text.patterns import regex

__all__ = [
    "MOST_SOURCES",
    "Report",
    "Source",
    "Unfollowed",
    "granular",
    "inherited",
    "is_granular",
]

MOST_SOURCES: Final = 100  # entries that one entry takes fields from, near ones first
_COST: Final = 250  # characters that following one link takes from the budget

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


class Unfollowed(enum.Enum):
    """Why a link of an entry passes no fields on."""

    MISSING = enum.auto()  # no entry has the key
    CIRCLE = enum.auto()  # the link leads back to the entry itself
    BEYOND = enum.auto()  # the entry has `MOST_SOURCES` already, or the budget is spent


# Called with the reason, the field of the link and the key that it names.
Report = Callable[[Unfollowed, str, str], None]


class Source(NamedTuple):
    """An entry as far as inheritance goes: its type, and its own fields evaluated."""

    key: str
    type: str
    fields: Mapping[str, str]
    start: int = 0  # its offset in the file


def inherited(
    entry: Source,
    find: Callable[[str], Source | None],
    rules: Dialect = "biber",
    report: Report = lambda *_: None,
    budget: Budget | None = None,
) -> dict[str, str]:
    """Return the fields that an entry takes over, at any depth, without its own.

    `find` returns the entry of a key. `report` is called with each link that is not
    followed, but of those that are too many only with the first. Never raises; a circle
    ends where it closes.

    >>> parent = Source("p", "proceedings", {"title": "Proc", "year": "2020"})
    >>> child = Source("c", "inproceedings", {"title": "C", "crossref": "p"})
    >>> inherited(child, {"p": parent}.get)
    {'booktitle': 'Proc', 'year': '2020'}
    >>> inherited(child, {"p": parent}.get, "bibtex")
    {'year': '2020'}
    """
    found: dict[str, str] = {}
    seen = {entry.key}
    waiting = deque(_links(entry))
    for _ in range(MOST_SOURCES):
        if not waiting:
            return found
        link = waiting[0]
        parent = find(link.key)
        if parent is None or parent.key in seen:
            waiting.popleft()
            if parent is None or parent.key == entry.key:
                report(Unfollowed.CIRCLE if parent else Unfollowed.MISSING, link.field, link.key)
            continue
        seen.add(parent.key)
        passed: dict[str, str] = {}
        for name, value in _passed(link, parent, rules):
            if name not in entry.fields and name not in found:
                passed.setdefault(name, value)
        if budget is not None and not budget.take(_COST + sum(map(len, passed.values()))):
            break
        waiting.popleft()
        found.update(passed)
        # BibTeX fills entries in order: a parent further down has inherited nothing yet.
        is_filled = rules == "biber" or parent.start <= link.child.start
        if is_filled and len(waiting) <= MOST_SOURCES:
            waiting.extend(_links(parent))
    if waiting:
        report(Unfollowed.BEYOND, waiting[0].field, waiting[0].key)
    return found


class _Link(NamedTuple):
    child: Source
    field: str
    key: str


def _links(entry: Source) -> Iterator[_Link]:
    for field in ("xdata", "crossref"):
        text = entry.fields.get(field, "")
        keys = text.split(",") if field == "xdata" else [text]
        yield from (_Link(entry, field, key.strip()) for key in keys if key.strip())


def _passed(link: _Link, parent: Source, rules: Dialect) -> Iterator[tuple[str, str]]:
    child = link.child
    if link.field == "xdata" or rules == "bibtex":
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
    """Return what the titles of a parent get before their names in its part.

    >>> _prefix("inbook", "mvbook"), _prefix("inproceedings", "proceedings")
    ('main', 'book')
    """
    for parents, children, prefix in _PREFIXES:
        if parent in parents and child in children:
            return prefix
    # Files combine the other types freely; the title of the whole is never the title of a part.
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
