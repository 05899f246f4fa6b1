"""A Markdown document read into its parts: settings, citations, notes, and where lists go.

The order of citations is the reader's: a footnote's citations come where the footnote
is marked.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from typing import Final

import attrs

from refcore.documents.citations import Citing, citing
from refcore.documents.frontmatter import FrontMatter, read_front_matter
from refcore.documents.notes import Note, find_notes, notes_at
from refcore.text.patterns import regex

__all__ = ["ListPlace", "Placed", "Source", "read_document"]

# More than are printed, because the cites of footnotes come after those that a reader meets later.
_MOST_KEYS: Final = 16_000
_OPEN: Final = regex(r"^:{3,}[ \t]*+\{([^{}\n]*)\}[ \t]*+:*+[ \t]*+(?:\r?\n|\Z)", re.M)
_CLOSE: Final = regex(r"^:{3,}[ \t]*(?:\r?\n|\Z)", re.M)
_ATTRIBUTE: Final = regex(r"""([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))|([#.][\w-]+)""")
_HEADING: Final = regex(r"^(#{1,6})[ \t]+\S", re.M)


@attrs.frozen
class Placed:
    """A citation, its line, and the author's footnote around it (None: the text)."""

    citing: Citing
    line: int
    note: int | None = None


@attrs.frozen
class ListPlace:
    """A place for a bibliography: the span inside its fences, and what it lists.

    `type` and `keyword` restrict it to entries of a CSL type or with a keyword,
    `span` to works cited in a part of the text.
    """

    start: int
    end: int
    type: str = ""
    keyword: str = ""
    span: tuple[int, int] | None = None


@attrs.frozen
class Source:
    """A document: its text, its settings, its citations in reading order, notes and lists.

    >>> read_document("As [@a] says.").citations[0].citing.cites[0].key
    'a'
    """

    text: str
    front: FrontMatter
    citations: tuple[Placed, ...]
    notes: tuple[Note, ...]
    lists: tuple[ListPlace, ...]

    def front_line(self, key: str) -> int:
        """Return the line of the head that names a key, or its first line."""
        named = re.compile(rf"@(?:\{{{re.escape(key)}\}}|{re.escape(key)}(?![\w]))")
        found = named.search(self.text, 0, self.front.end)
        return self.text.count("\n", 0, found.start()) + 1 if found else 1


def read_document(text: str, path: str | None = None) -> Source:
    """Read a document.

    Args:
        text: Its Markdown, with the head in YAML.
        path: Where it is from; messages name it.

    Returns:
        The document, with its citations in reading order.

    Raises:
        UnreadableInput: Its head is not YAML.

    >>> source = read_document("See [@b][^1] and @a.\\n\\n[^1]: As [@c] says.")
    >>> [placed.citing.cites[0].key for placed in source.citations]
    ['b', 'c', 'a']
    """
    front = read_front_matter(text, path)
    notes = find_notes(text, front.end)
    lines = [match.start() for match in re.finditer("\n", text)]
    found = citing(text, front.end, _MOST_KEYS)
    places = notes_at(notes, [one.start for one in found])
    placed = [
        Placed(one, bisect.bisect_left(lines, one.start) + 1, note)
        for one, note in zip(found, places, strict=True)
    ]

    def read_at(one: Placed) -> tuple[int, int]:
        start = one.citing.start
        return (start if one.note is None else notes[one.note].mark, start)

    return Source(
        text,
        front,
        tuple(sorted(placed, key=read_at)),
        tuple(notes),
        tuple(_lists(text, front.end)),
    )


def _lists(text: str, start: int) -> list[ListPlace]:
    found = []
    sections = _sections(text)
    closes = [match.start() for match in _CLOSE.finditer(text, start)]
    for match in _OPEN.finditer(text, start):
        values = _attributes(match[1])
        if "#refs" not in values and ".refs" not in values:
            continue
        place = bisect.bisect_left(closes, match.end())
        end = closes[place] if place < len(closes) else len(text)
        span = _section(sections, match.start()) if "section" in values else None
        kind, keyword = values.get("type", ""), values.get("keyword", "")
        found.append(ListPlace(match.end(), end, kind, keyword, span))
    return found


def _attributes(written: str) -> Mapping[str, str]:
    """Read ``#refs .cls type="book"``.

    >>> dict(_attributes('#refs type="book" section=true'))
    {'#refs': '', 'type': 'book', 'section': 'true'}
    """
    return {
        match[5] or match[1]: match[2] or match[3] or match[4] or ""
        for match in _ATTRIBUTE.finditer(written)
    }


def _sections(text: str) -> list[int]:
    r"""Return where the sections of a document begin and where the last one ends.

    The highest level of headings in the document makes the sections.

    >>> _sections("# One\n\ntext\n\n# Two\n")
    [0, 0, 13, 19]
    """
    headings = [(match.start(), len(match[1])) for match in _HEADING.finditer(text)]
    highest = min((level for _, level in headings), default=0)
    return [0, *(start for start, level in headings if level == highest), len(text)]


def _section(sections: list[int], position: int) -> tuple[int, int]:
    place = bisect.bisect_right(sections, position, hi=len(sections) - 1)
    return sections[place - 1], sections[place]
