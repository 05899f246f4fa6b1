"""Author lists that a note marks as such and that are not understood, in full or in part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

import attrs

from refcore.diagnostics import Diagnostic, Location
from refcore.markdown.blocks import CELL
from refcore.markdown.links import Inline, Mention
from refcore.markdown.reading import Identity, Reading
from refcore.markdown.rules import Kind
from refcore.markdown.stretches import (
    LABEL,
    OF_THIS_TEXT,
    Stretch,
    goes_on,
    is_nobody,
    may_be_pairs,
)
from refcore.markdown.titles import clean
from refcore.names.running import surely_names
from refcore.names.shape import is_name
from refcore.names.titlewords import is_title_word
from refcore.text.patterns import regex

__all__ = [
    "not_understood",
    "people_in_title",
    "unread_beside",
    "unread_cell",
    "unread_lists",
    "unread_said",
]

_SHOWN = 60
# How many blocks around a paper are searched for names, and how long these may be.
_BESIDE = 2
_LONGEST = 600
_DATED = regex(r"\W{0,3}(?:19|20)[0-9]{2}")
_PARTS = regex(r"[\n|·•;/\t\u2002\u2003—–]")
_MOST_PARTS = 60
_AUTHORS = regex(r"\bauthors?\b|^who$")
_MANY = 3
_BY = regex(r"\b(?:by|from|von|par|por|de|di)\s(?=[^\W\d_a-z])")
# "On It — Ada Berg": one name behind a title.
_BEHIND_TITLE = regex(r"\s[—–]\s(?P<one>[^\W\d_a-z][\w.'’-]*(?:\s[\w.'’-]{1,30}){1,3})\Z")
_LEAD = 6  # marks before the names


def unread_lists(
    reading: Reading, stretches: Sequence[Stretch], path: str | None, keys: Mapping[Identity, str]
) -> Iterator[Diagnostic]:
    """Return a finding for each list under a label or in a column of authors not read in full.

    A note without papers gives no findings: its labels are about other things. `keys` are those
    of the papers: a finding names the one that its list is about, where there is only one.
    """
    if not reading.papers_by_scope:
        return
    read: dict[int, list[Stretch]] = {}
    for stretch in stretches:
        read.setdefault(stretch.block, []).append(stretch)
        inline = reading.inlines[stretch.block]
        if stretch.kind is Kind.MARKED and _is_partly_read(inline, stretch):
            yield _partly(inline, stretch, path)
    for number, inline in enumerate(reading.inlines):
        if reading.blocks[number].kind in ("code", "row", "heading"):
            continue
        if not LABEL.may_read(inline.folded):
            continue
        for match in LABEL.pattern.finditer(inline.text):
            if not any(held.names.start >= match.start() for held in read.get(number, ())):
                key = _key_of(reading, number, keys)
                yield from (
                    attrs.evolve(one, key=key) for one in _unread(inline, match.end(), path)
                )


def _key_of(reading: Reading, block: int, keys: Mapping[Identity, str]) -> str | None:
    """Return the key of the only paper that the nearest scope with papers mentions."""
    path = reading.blocks[block].path
    for depth in range(len(path), -1, -1):
        papers = reading.papers_named_in.get(path[:depth], set())
        if papers:
            return keys.get(next(iter(papers))) if len(papers) == 1 else None
    return None


def _is_partly_read(inline: Inline, stretch: Stretch) -> bool:
    names = inline.names(stretch.names.start, lenient=True)
    return names is not None and goes_on(inline, names)


def _partly(inline: Inline, stretch: Stretch, path: str | None) -> Diagnostic:
    last = stretch.names.names[-1].name
    rest = _shown(inline.text[stretch.names.end :])
    return Diagnostic(
        f"the author list can be read only up to {last!r}; what follows is not a name: "
        f"{rest!r}; write the names with commas between them",
        Location(path, inline.line_at(stretch.names.end)),
        field="author",
    )


def unread_beside(reading: Reading, mention: Mention, taken: Set[int]) -> str:
    """Return the names in the block of a single paper that no rule has read, or "".

    `taken` are the blocks whose lists are those of works.
    """
    near = range(max(0, mention.block - _BESIDE), mention.block + _BESIDE + 1)
    for number in near[: len(reading.blocks) - near.start]:
        if number == mention.block or number in taken or not _is_beside(reading, mention, number):
            continue
        inline = reading.inlines[number]
        names = inline.names(0) if len(inline.text) < _LONGEST else None
        # "Berg et al. (2019)" is another work.
        if _is_of_names(inline.text):
            return clean(inline.text)
        if names is None or names.start > _LEAD:
            continue
        # Several whole names and a year are an entry's, and no citation.
        dated = _DATED.match(inline.text, names.end)
        if dated and (names.others or len(names.names) < _MANY):
            continue
        whole = not inline.text[dated.end() if dated else names.end :].strip(" .*_()\n")
        if names.others or (whole and len(names.names) > 1 and surely_names(names)):
            return clean(inline.text[names.start : names.end])
    return ""


def unread_said(reading: Reading, mention: Mention) -> str:
    """Return the people of the sentence before a paper of which no title is read, or "".

    "Next is On It by Ada Berg and Bo Fei.", and then its address.
    """
    number = mention.block - 1
    if number < 0 or not _is_beside(reading, mention, number):
        return ""
    inline = reading.inlines[number]
    for said in reversed(list(_BY.finditer(inline.text[:_LONGEST]))):
        names = inline.names(said.end())
        if names is not None and names.start == said.end() and surely_names(names):
            return clean(inline.text[names.start : names.end])
    return ""


def unread_cell(reading: Reading, mention: Mention) -> str:
    """Return the cell under a header of authors in the row of a paper, or ""."""
    block = reading.blocks[mention.block]
    if block.kind != "row" or not _only_paper(reading, mention):
        return ""
    cells = reading.inlines[mention.block].text.split(CELL)
    for column, cell in zip(block.columns, cells, strict=False):
        said = _AUTHORS.search(column) and not is_nobody(cell)
        if said and any(letter.isalpha() for letter in cell):
            return clean(cell)
    return ""


def people_in_title(title: str) -> str:
    """Return the names at the beginning or the end of what was read as a title, or "".

    >>> people_in_title("Ada Berg, Bo Fei, Mo D, Al Go, On the Form of Things")
    'Ada Berg, Bo Fei, Mo D, Al Go'
    >>> people_in_title("On the Form of Things — Xqzt Vbrm"), people_in_title("Lamps — On Things")
    ('Xqzt Vbrm', '')
    >>> people_in_title("Sparse, Dense, and Attentional Representations for Text Retrieval")
    ''
    """
    if (behind := _BEHIND_TITLE.search(title)) and is_name(behind["one"]):
        words = behind["one"].casefold().split()
        return "" if any(map(is_title_word, words)) else behind["one"]
    begin, _, _ = title.rpartition(", ")
    parts = begin.split(", ")
    people = sum(" " in part and is_name(part) for part in parts)
    return begin if people > 1 and people * 2 > len(parts) else ""


def _only_paper(reading: Reading, mention: Mention) -> bool:
    papers = (held for held in reading.by_block.get(mention.block, ()) if held.is_paper)
    return all(held.identity == mention.identity for held in papers)


def _is_of_names(text: str) -> bool:
    """Return whether a text is names with other signs than commas between them.

    >>> _is_of_names("Ada Berg / Bo Fei"), _is_of_names("On the Form")
    (True, False)
    """
    parts = [part.strip(" *_,.") for part in _PARTS.split(text) if part.strip(" *_,.")]
    return 1 < len(parts) < _MOST_PARTS and all(" " in x and is_name(x) for x in parts)


def _is_beside(reading: Reading, mention: Mention, number: int) -> bool:
    """Return whether a block is about the paper that another mentions, to judge by their places."""
    own, block = reading.blocks[mention.block], reading.blocks[number]
    if block.kind not in ("paragraph", "heading") or block.part != own.part or block.items:
        return False
    between = range(min(number, mention.block), max(number, mention.block) + 1)
    return all(
        held.identity == mention.identity
        for place in between
        for held in reading.by_block.get(place, ())
        if held.is_paper
    )


def not_understood(words: str, key: str, place: Location) -> Diagnostic:
    """Return a finding for words beside a title that may be authors and are not understood."""
    return Diagnostic(
        f"{_shown(words)!r} may list the authors, and is not understood as names; it is not "
        'compared; write "Authors:" before the names, or commas between them',
        place,
        key=key,
        field="author",
    )


def _unread(inline: Inline, start: int, path: str | None) -> Iterator[Diagnostic]:
    line = inline.text[start:].lstrip(" *_").split("\n", 1)[0]
    names = inline.names(start, lenient=True)
    if is_nobody(line) or not any(letter.isalpha() for letter in line):
        return
    if OF_THIS_TEXT.search(line):
        return
    place = Location(path, inline.line_at(start))
    if names is not None and may_be_pairs(inline, names):
        message = (
            f"{len(names.names)} single words may be family names or pairs of family and given "
            f'name: {_shown(line)!r}; the list is not compared; write "Given Family" for each name'
        )
    elif names is None:
        message = (
            f"the author list {_shown(line)!r} cannot be read, so it is not compared; "
            "write the names with commas between them"
        )
    else:
        return
    yield Diagnostic(message, place, field="author")


def _shown(text: str) -> str:
    line = text.strip(" ,;*_").split("\n", 1)[0]
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
