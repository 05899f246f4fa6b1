"""Where in the blocks of a note an author list begins, and how surely it is one."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence

import attrs

from refcore.markdown.blocks import CELL, Block
from refcore.markdown.links import Inline
from refcore.markdown.lists import NameList, read_names
from refcore.model.people import Person

__all__ = ["Kind", "Stretch", "author_stretches"]

_LABEL = re.compile(
    r"(?:^|(?<=[\n\x1f.;,(|]))\s*[*_]*(?:the\s+)?(?:(?:paper\s+)?authors?|written\s+by|authored\s+by)\b"
    r"(?P<more>[^.:\n\x1f]{0,120}):[*_]*(?=\s)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"""(?P<lead>^|["”*_)\]\n\x1f,(]|\b(?:paper|report|article|preprint|work|study|survey|book|written
    |authored|proposed|introduced|presented|published|described|developed)|\x02)
    \s*[,(–—-]?\s*\b(?:(?:written|authored)\s+)?by\s+""",
    re.VERBOSE | re.IGNORECASE,
)
_LEAD = re.compile(r"\s*(?:\[\^?[\w-]{1,20}\]:?\s*)?")
_ANY_BY = re.compile(r"\bby\s+", re.IGNORECASE)
_BEFORE_ID = re.compile(r"\s*[(\[]?\s*(?:arxiv|doi|https?:|[0-9]{4}\b)", re.IGNORECASE)
_ET_AL = re.compile(
    r"(?:(?<=\s)|(?<=[(\[*_])|^)(?:[^\W\d_][^\s,;()\[\]]{0,40},?\s+(?:(?:and|&)\s+)?){1,6}et\s+al\b"
)
_AFTER_PREFIX = re.compile(
    r"""\s*[.,:]?\s*(?:\(?\[?[0-9]{4}\b|["“«*_\x02]|\.\s+[A-Z]|(?:first\s+)?(?:introduc|propos|present
    |show|describ|wrote|publish|stud(?:y|ied)|develop|demonstrat|investigat|report|train))""",
    re.VERBOSE,
)
_END = re.compile(r"[\s.,;:)\]*_…]*\Z")
_LINE_END = re.compile(r"[ \t.,;)\]*_\\…]*(?:\n|\Z)")
_AUTHORISH = re.compile(r"\bauthors?\b|\bwritten\s+by\b|\bauthored\s+by\b", re.IGNORECASE)
_NO_LIST_INTRO = re.compile(r"\bno\s+(?:\w+\s+){0,4}authors?\b", re.IGNORECASE)


class Kind(enum.IntEnum):
    """How a list is marked as one, the weakest first."""

    SHORT = 0  # "Vaswani et al."
    OPENING = 1  # the names before a title, as in a list of references
    BY = 2  # "by A, B and C"
    WHOLE = 3  # a block or line of nothing but names
    MARKED = 4  # under a label, a heading or a sentence that says "authors"


@attrs.frozen
class Stretch:
    """An author list in a block, with its line, how it is marked, and the last block it fills."""

    kind: Kind
    names: NameList
    block: int
    line: int
    last: int


def author_stretches(
    blocks: Sequence[Block], inlines: Sequence[Inline], cited: frozenset[int]
) -> Iterator[Stretch]:
    """Give the author lists of a note in order; `cited` are the blocks that mention a work."""
    number = 0
    while number < len(blocks):
        run = _item_run(blocks, inlines, number)
        if run is not None:
            stretch, number = run
            yield stretch
            continue
        if blocks[number].kind != "heading":
            yield from _of_block(blocks, inlines, number, number in cited)
        number += 1


def _of_block(
    blocks: Sequence[Block], inlines: Sequence[Inline], number: int, cited: bool
) -> Iterator[Stretch]:
    inline = inlines[number]
    if blocks[number].kind == "row":
        found = list(_cells(blocks[number], inline))
    else:
        marked = _announced(blocks, inlines, number)
        found = list(_whole(inline, marked=marked)) or [
            *_labelled(inline),
            *_lines(inline),
            *(_prose(inline) if cited else ()),
        ]
    end = -1
    for kind, names in sorted(found, key=lambda pair: (pair[1].start, -pair[0])):
        if names.start >= end:
            end = names.end
            yield Stretch(kind, names, number, inline.line_at(names.start), number)


def _announced(blocks: Sequence[Block], inlines: Sequence[Inline], number: int) -> bool:
    """Whether the block before says that authors follow."""
    if number == 0:
        return False
    before, text = blocks[number - 1], inlines[number - 1].text.rstrip(" *_\n")
    if not _AUTHORISH.search(text[-300:]) or _NO_LIST_INTRO.search(text[-300:]):
        return False
    return before.kind == "heading" or text.endswith(":")


def _whole(inline: Inline, *, marked: bool) -> Iterator[tuple[Kind, NameList]]:
    names = read_names(inline.text, lenient=True)
    if names is None or not _END.match(inline.text, names.end):
        return
    if marked or _surely_names(names):
        yield Kind.MARKED if marked else Kind.WHOLE, names


def _surely_names(names: NameList) -> bool:
    people = [name for name in names.names if isinstance(name, Person) and name.given]
    if len(people) * 10 < len(names.names) * 7:
        return False
    return len(people) >= 2 or (len(people) == 1 and bool(names.others))


def _labelled(inline: Inline) -> Iterator[tuple[Kind, NameList]]:
    for match in _LABEL.finditer(inline.text):
        names = read_names(inline.text, match.end(), lenient=True)
        if names is not None:
            yield Kind.MARKED, names


def _lines(inline: Inline) -> Iterator[tuple[Kind, NameList]]:
    end = 0
    for start in (0, *(offset + 1 for offset in inline.newlines)):
        if start < end:
            continue
        names = read_names(inline.text, start)
        if names and _surely_names(names) and _LINE_END.match(inline.text, names.end):
            end = names.end
            if len(inline.newlines) > 0:
                yield Kind.WHOLE, names


def _prose(inline: Inline) -> Iterator[tuple[Kind, NameList]]:
    text = inline.text
    start = _LEAD.match(text)
    opening = read_names(text, start.end() if start else 0)
    if opening and not _in_link(inline, opening.start) and _opens(text, opening):
        yield Kind.OPENING, opening
    marked = _with_link_ends(inline)
    sure = {match.end() for match in _BY.finditer(marked)}
    for match in _ANY_BY.finditer(marked):
        names = read_names(text, match.end())
        # "used by Bo Fei" makes no author, "GPT-3 by Bo Fei (arXiv:…)" does.
        if names and (match.end() in sure or _BEFORE_ID.match(text, names.end)):
            yield Kind.BY, names
    for match in _ET_AL.finditer(text):
        yield from _short(text, match.start(), match.end())


def _short(text: str, start: int, end: int) -> Iterator[tuple[Kind, NameList]]:
    """Read "Vaswani et al.", whatever stands before the name in the sentence."""
    while start < end:
        names = read_names(text, start)
        if names and names.others and names.end >= end:
            yield Kind.SHORT, names
            return
        space = re.compile(r"\s+").search(text, start)
        start = space.end() if space else end


def _opens(text: str, names: NameList) -> bool:
    first = names.names[0]
    if text[max(0, names.start - 1)] in "*_" and not _surely_names(names):
        return False
    sure = len(names.names) > 1 or bool(names.others) or (isinstance(first, Person) and first.given)
    return bool(sure) and bool(names.others or _AFTER_PREFIX.match(text, names.end))


def _in_link(inline: Inline, offset: int) -> bool:
    return any(link.start <= offset < link.end for link in inline.links[:1])


def _with_link_ends(inline: Inline) -> str:
    """The text with a mark in the place of the last letter of each link."""
    parts: list[str] = []
    position = 0
    for link in inline.links:
        if link.end > position and link.end > link.start:
            parts += [inline.text[position : link.end - 1], "\x02"]
            position = link.end
    return "".join([*parts, inline.text[position:]])


def _cells(block: Block, inline: Inline) -> Iterator[tuple[Kind, NameList]]:
    start = 0
    for column, cell in zip(block.columns, inline.text.split(CELL), strict=False):
        if "author" in column and (names := read_names(inline.text, start, lenient=True)):
            yield Kind.MARKED, names
        start += len(cell) + 1


def _item_run(
    blocks: Sequence[Block], inlines: Sequence[Inline], number: int
) -> tuple[Stretch, int] | None:
    """Read a list with one name an item, if one begins at this block."""
    if not blocks[number].items or not _announced(blocks, inlines, number):
        return None
    parent = blocks[number].items[:-1]
    texts: list[str] = []
    last = number
    while last < len(blocks) and blocks[last].items[:-1] == parent and blocks[last].items:
        text = inlines[last].text.strip()
        names = read_names(text, lenient=True)
        if names is None or len(names.names) > 1:
            if not (texts and read_names(f"Bo Fei, {text}", lenient=True).others):  # type: ignore[union-attr]
                break
        elif not _END.match(text, names.end):
            break
        texts.append(text.rstrip(".,;"))
        last += 1
    if last - number < 2:
        return None
    found = read_names(", ".join(texts), lenient=True)
    if found is None:
        return None
    return Stretch(Kind.MARKED, found, number, blocks[number].line, last - 1), last
