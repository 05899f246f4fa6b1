"""Where in the blocks of a note an author list begins, and how surely it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from refcore.markdown.blocks import CELL, Block
from refcore.markdown.links import Inline, Mention
from refcore.markdown.lists import NameList, read_names
from refcore.markdown.prose import Kind, prose_lists, surely_names

__all__ = ["Stretch", "author_stretches"]

_LABEL = re.compile(
    r"(?:^|(?<=[\n\x1f.;,(|]))\s*[*_]*(?:the\s+)?(?:(?:paper\s+)?authors?|written\s+by|authored\s+by)\b"
    r"(?P<more>[^.:\n\x1f]{0,120}):[*_]*(?=\s)",
    re.IGNORECASE,
)
_BEGINS_BY = re.compile(r"[\s*_(–—-]*(?:(?:written|authored)\s+)?by\s+", re.IGNORECASE)
_END = re.compile(r"[\s.,;:)\]*_…]*\Z")
_LINE_END = re.compile(r"[ \t.,;)\]*_\\…]*(?:\n|\Z)")
_AUTHORISH = re.compile(r"\bauthors?\b|\bwritten\s+by\b|\bauthored\s+by\b", re.IGNORECASE)
_NO_LIST_INTRO = re.compile(r"\bno\s+(?:\w+\s+){0,4}authors?\b", re.IGNORECASE)


@attrs.frozen
class Stretch:
    """An author list in a block, with its line, how it is marked, and the last block it fills."""

    kind: Kind
    names: NameList
    block: int
    line: int
    last: int


def author_stretches(
    blocks: Sequence[Block],
    inlines: Sequence[Inline],
    cited: Mapping[int, Sequence[Mention]],
) -> Iterator[Stretch]:
    """Give the author lists of a note in order; `cited` are the works that a block mentions."""
    number = 0
    while number < len(blocks):
        run = _item_run(blocks, inlines, number)
        if run is not None:
            stretch, number = run
            yield stretch
            continue
        if blocks[number].kind != "heading":
            yield from _of_block(blocks, inlines, number, cited.get(number, ()))
        number += 1


def _of_block(
    blocks: Sequence[Block], inlines: Sequence[Inline], number: int, cited: Sequence[Mention]
) -> Iterator[Stretch]:
    inline = inlines[number]
    if blocks[number].kind == "row":
        found = list(_cells(blocks[number], inline)) or list(prose_lists(inline, cited))
    else:
        marked = _announced(blocks, inlines, number)
        found = list(_whole(inline, marked=marked)) or [
            *_labelled(inline),
            *_lines(inline),
            *(prose_lists(inline, cited) if cited else ()),
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
    by = _BEGINS_BY.match(inline.text)
    names = read_names(inline.text, by.end() if by else 0, lenient=True)
    if names is None or not _END.match(inline.text, names.end):
        return
    if marked or surely_names(names):
        yield Kind.MARKED if marked else Kind.WHOLE, names


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
        if names and surely_names(names) and _LINE_END.match(inline.text, names.end):
            end = names.end
            if len(inline.newlines) > 0:
                yield Kind.WHOLE, names


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
