"""Where in the blocks of a note an author list begins, and how surely it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from refcore.markdown.blocks import CELL, Block
from refcore.markdown.links import Inline, Mention
from refcore.markdown.lists import NameList, read_names, surely_names
from refcore.markdown.prose import Kind, prose_lists
from refcore.markdown.runs import OF_THIS_TEXT, SOME, Announced, announced, name_run

__all__ = ["Stretch", "author_stretches"]

_LABEL = re.compile(
    r"(?:^|(?<=[\n\x1f.;,(|]))\s{0,9}[*_]{0,9}(?:(?:the|its|their)\s+)?(?:(?:paper\s+)?authors?|written\s+by|authored\s+by)\b"
    r"(?P<more>[^.:\n\x1f]{0,120}):[*_]*(?=\s)",
    re.IGNORECASE,
)
_BEGINS_BY = re.compile(r"[\s*_(–—-]*(?:(?:written|authored)\s+)?by\s+", re.IGNORECASE)
# Behind the names may stand where the rest is: "… (full list on arXiv)".
_END = re.compile(r"[\s.,;:)\]*_…]*(?:\([^()\n]{0,80}\)[\s.*_]*)?\Z")
_LINE_END = re.compile(r"[ \t.,;)\]*_\\…]*(?:\n|\Z)")


@attrs.frozen
class Stretch:
    """An author list in a block, with its line, how it is marked, and the last block it fills.

    `place` is the block whose place tells which work the list belongs to.
    """

    kind: Kind
    names: NameList
    block: int
    line: int
    last: int
    place: int


def author_stretches(
    blocks: Sequence[Block],
    inlines: Sequence[Inline],
    cited: Mapping[int, Sequence[Mention]],
) -> Iterator[Stretch]:
    """Give the author lists of a note in order; `cited` are the works that a block mentions."""
    number = 0
    while number < len(blocks):
        run = name_run(blocks, inlines, cited, number)
        if run is not None:
            kind = Kind.SOME if run.some else Kind.MARKED
            # Items of one name each stand where the words over them stand.
            near = blocks[max(0, number - 1)].sections == blocks[number].sections
            place = max(0, number - 1) if near else number
            yield Stretch(kind, run.names, number, blocks[number].line, run.end - 1, place)
            number = run.end
            continue
        if blocks[number].kind not in ("heading", "code"):
            yield from _of_block(blocks, inlines, number, cited.get(number, ()))
        number += 1


def _of_block(
    blocks: Sequence[Block], inlines: Sequence[Inline], number: int, cited: Sequence[Mention]
) -> Iterator[Stretch]:
    inline = inlines[number]
    if blocks[number].kind == "row":
        found = list(_cells(blocks[number], inline)) or list(prose_lists(inline, cited))
    else:
        told = announced(blocks, inlines, number)
        if told is not None and told.of_this_text:
            return
        found = list(_whole(inline, told)) or [
            *_labelled(inline),
            *_lines(inline),
            *(prose_lists(inline, cited) if cited else ()),
        ]
    end = -1
    for kind, names in sorted(found, key=lambda pair: (pair[1].start, -pair[0])):
        if names.start >= end:
            end = names.end
            yield Stretch(kind, names, number, inline.line_at(names.start), number, number)


def _whole(inline: Inline, told: Announced | None) -> Iterator[tuple[Kind, NameList]]:
    by = _BEGINS_BY.match(inline.text)
    names = read_names(inline.text, by.end() if by else 0, lenient=True)
    if names is None or not _END.match(inline.text, names.end):
        return
    if told is not None:
        yield Kind.SOME if told.some else Kind.MARKED, names
    elif surely_names(names):
        yield Kind.WHOLE, names


def _labelled(inline: Inline) -> Iterator[tuple[Kind, NameList]]:
    for match in _LABEL.finditer(inline.text):
        names = read_names(inline.text, match.end(), lenient=True)
        said = inline.text[match.start() : names.end + 60] if names else ""
        if names is not None and not OF_THIS_TEXT.search(said):
            yield Kind.MARKED, names


def _lines(inline: Inline) -> Iterator[tuple[Kind, NameList]]:
    end = 0
    for start in (0, *(offset + 1 for offset in inline.newlines)):
        if start < end or inline.text[start : start + 1] == "\n":
            continue
        names = read_names(inline.text, start)
        if names and surely_names(names) and _LINE_END.match(inline.text, names.end):
            end = names.end
            if len(inline.newlines) > 0:
                yield Kind.WHOLE, names


def _cells(block: Block, inline: Inline) -> Iterator[tuple[Kind, NameList]]:
    start = 0
    for column, cell in zip(block.columns, inline.text.split(CELL), strict=False):
        names = read_names(inline.text, start, lenient=True) if "author" in column else None
        if names is not None and "first" in column.split():
            yield Kind.MARKED, attrs.evolve(names, others=names.others or True)
        elif names is not None and not SOME.search(column):
            yield Kind.MARKED, names
        start += len(cell) + 1
