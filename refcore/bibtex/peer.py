"""A .bib file as bibtexparser's blocks, for its middlewares and for whoever builds on them.

bibtexparser's splitter itself takes five times as long as the scanner here and
gives up on entries that BibTeX reads, so files are not read through it; its
block model is the common one, and what is read here is given in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.scan import Block, Scanner
from refcore.bibtex.syntax import Lines, blocks

if TYPE_CHECKING:
    from bibtexparser import model
    from bibtexparser.library import Library

__all__ = ["to_bibtexparser"]


def to_bibtexparser(file: BibFile) -> Library:
    """Give a file as bibtexparser's library, as its splitter would: values as written.

    Middlewares can be run on it. Blocks whose key is taken stand in it as
    bibtexparser's own duplicate blocks.

    >>> library = to_bibtexparser(BibFile.parse("@misc{a, title = {A} # x}"))
    >>> library.entries[0].key, library.entries[0]["title"]
    ('a', '{A} # x')
    """
    from bibtexparser.library import Library

    return Library(list(_blocks(file.to_text())))


def _blocks(text: str) -> Iterator[model.Block]:
    from bibtexparser import model

    lines = Lines(text)
    position = 0
    for block in blocks(Scanner(text)):
        if block.kind == "comment":
            continue
        yield from _remark(text, position, block.start, lines)
        line = lines.place(block.start)[0] - 1
        raw = text[block.start : block.end]
        if block.kind == "entry":
            yield model.Entry(block.type, block.key, _fields(block, lines), line, raw)
        elif block.kind == "preamble":
            yield model.Preamble(block.fields[0].value if block.fields else "", line, raw)
        else:
            for field in block.fields:
                yield model.String(field.name, field.value, line, raw)
        position = block.end
    yield from _remark(text, position, len(text), lines)


def _fields(block: Block, lines: Lines) -> list[model.Field]:
    from bibtexparser import model

    first = {field.name.lower(): field for field in reversed(block.fields)}
    return [
        model.Field(field.name, field.value, lines.place(field.offset)[0] - 1)
        for field in block.fields
        if first[field.name.lower()] is field
    ]


def _remark(text: str, start: int, end: int, lines: Lines) -> Iterator[model.Block]:
    from bibtexparser import model

    remark = text[start:end].strip()
    if remark:
        yield model.ImplicitComment(remark, lines.place(text.find(remark, start))[0] - 1, remark)
