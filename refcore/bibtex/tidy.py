"""A whole .bib file in one layout, on request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.edits import closing_after_key
from refcore.bibtex.layout import newline_of, quoted
from refcore.bibtex.line_breaks import wrapped
from refcore.bibtex.reading import Reading
from refcore.bibtex.scan import HEADER, Block, RawField, Scanner, is_one_string
from refcore.bibtex.syntax import Lines, blocks
from refcore.bibtex.values import fold
from refcore.collector import rarely_collecting
from refcore.errors import InvalidReference
from refcore.text.patterns import INVISIBLE, LINE_END, regex

__all__ = ["tidied"]

_INDENT: Final = "  "
_BLANK_LINE: Final = regex(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")


@attrs.frozen
class _Piece:
    """A block as it will be written, the remarks before it, and what is between the two."""

    kind: str
    key: str
    text: str
    remarks: str
    gap: str
    parent: str

    def whole(self) -> str:
        """Return the remarks and the block."""
        return f"{self.remarks}{self.gap}{self.text}" if self.remarks else self.text


def tidied(file: BibFile, *, sort: bool = False) -> str:
    """Return the text of a file with its entries in one layout, sorted by key on request.

    Each field gets a line, indented by two, with its ``=`` aligned within the entry and its value
    in braces. White space in values is folded as BibTeX folds it; macros, numbers and ``#`` stay.
    Comments, strings and preambles are kept. A broken entry stays as it is. In a sorted file, an
    entry that others name in `crossref` follows them, as BibTeX requires. Raises
    `InvalidReference` where the new order would change what BibTeX reads, and where the file
    has more entries than are read.

    >>> print(tidied(BibFile.parse('@Misc{b,Title="B",year=2020} @misc{a}'), sort=True), end="")
    @misc{a}
    <BLANKLINE>
    @misc{b,
      title = {B},
      year  = {2020},
    }
    """
    with rarely_collecting():
        return _tidied(file, sort=sort)


def _tidied(file: BibFile, *, sort: bool) -> str:
    text = file.to_text()
    newline = newline_of(text)
    found: list[Block] = []
    read = _read(text, _kept(blocks(Scanner(text)), found))
    pieces, tail = _pieces(text, found, newline)
    head = ""
    if pieces and sort:
        head, pieces[0] = _head(pieces[0])
        pieces = _sorted(pieces)
    parts = [head] if head else []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        together = (
            before is not None and before.kind == piece.kind == "string" and not piece.remarks
        )
        if together and parts:
            parts[-1] += newline + piece.whole()
        else:
            parts.append(piece.whole())
    if tail:
        parts.append(tail)
    written = (newline * 2).join(parts) + newline if parts else ""
    if _read(written) != read:
        raise InvalidReference(
            f"{file.path or 'the file'} would change its values in this layout; "
            "is a string defined twice, or a key used twice?"
        )
    return written


def _pieces(text: str, parts: list[Block], newline: str) -> tuple[list[_Piece], str]:
    found: list[_Piece] = []
    position = 0
    for block in parts:
        if block.kind == "comment":
            continue
        found.append(_piece(text, block, newline, text[position : block.start]))
        position = block.end
    return found, text[position:].strip()


def _piece(text: str, block: Block, newline: str, before: str) -> _Piece:
    source = text[block.start : block.end]
    parents = [field.value for field in block.fields if field.name.lower() == "crossref"]
    parent = fold(parents[0][1:-1]).lower() if parents else ""
    if block.faults:
        written = source
    elif block.kind == "entry":
        written = _entry(text, block, newline)
    else:
        written = _other(text, block)
    remarks = before.rstrip() if INVISIBLE.sub("", before).strip() else ""
    # A heading stays apart from the entry below it.
    gap = newline * 2 if _BLANK_LINE.search(before, len(remarks)) else newline
    return _Piece(block.kind, block.key, written, remarks.lstrip(), gap, parent)


def _entry(text: str, block: Block, newline: str) -> str:
    header = HEADER.match(text, block.start)
    opening = header[2] if header else "{"
    closing = "}" if opening == "{" else ")"
    head = f"@{block.type}{opening}{block.key}"
    if not block.fields:
        return head + closing_after_key(opening)
    width = max(len(field.name) for field in block.fields)
    lines = [_field(field, width, newline) for field in block.fields]
    return newline.join([f"{head},", *lines, closing])


def _field(field: RawField, width: int, newline: str) -> str:
    head = f"{_INDENT}{field.name.lower():<{width}} = "
    value = _value(field.value)
    if value != field.value and LINE_END.search(field.value):
        value = wrapped(value, len(head), newline + " " * (len(head) + 1))
    return f"{head}{value},"


def _value(expression: str) -> str:
    """Return an expression as tidy writes it: a number or a text in braces, a macro as it is.

    >>> _value("2020"), _value('"A"'), _value("jan")
    ('{2020}', '{A}', 'jan')
    """
    if expression.isascii() and expression.isdigit():
        return f"{{{expression}}}"
    if is_one_string(expression):
        return quoted(fold(expression[1:-1]), "{")
    scanned = Scanner(expression)
    if expression[:1] in ("{", '"') and scanned.strings.end(0) == len(expression):
        return quoted(fold(expression[1:-1]), "{")
    return expression


def _other(text: str, block: Block) -> str:
    source = text[block.start : block.end]
    if block.kind == "string" and len(block.fields) == 1 and source[-1] == "}":
        field = block.fields[0]
        if not LINE_END.search(source):
            return f"@string{{{field.name} = {field.value}}}"
    return source


def _head(first: _Piece) -> tuple[str, _Piece]:
    """Separate the text at the head of the file from the remarks on its first block."""
    remarks = first.remarks
    if first.kind != "entry" or _BLANK_LINE.match(first.gap):
        return remarks, attrs.evolve(first, remarks="")
    last = next(iter([*_BLANK_LINE.finditer(remarks)][-1:]), None)
    if last is None:
        return "", first
    rest = remarks[last.end() :].lstrip()
    head = remarks[: len(remarks) - len(rest)]
    return head.removesuffix(first.gap * 2), attrs.evolve(first, remarks=rest)


def _sorted(pieces: list[_Piece]) -> list[_Piece]:
    parents = {piece.parent for piece in pieces} - {""}

    def order(piece: _Piece) -> tuple[int, str, str]:
        if piece.kind != "entry":
            return 0, "", ""
        return 1 + (piece.key.lower() in parents), piece.key.casefold(), piece.key

    return sorted(pieces, key=order)


def _kept(parts: Iterable[Block], found: list[Block]) -> Iterator[Block]:
    for block in parts:
        found.append(block)
        yield block


def _read(
    text: str, parts: Iterable[Block] | None = None
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return the key, type and fields of each entry, sorted; raises `InvalidReference`."""
    found: list[tuple[str, str, list[tuple[str, str]]]] = []

    # An entry without a key is known by its line, which may change: its block has no key.
    def visit(_: str, block: Block, fields: dict[str, str]) -> None:
        found.append((block.key, block.type, list(fields.items())))

    reading = Reading(Scanner(text), Lines(text), None, visit, parts=parts)
    if not reading.is_whole:
        raise InvalidReference(
            f"the file has more than {reading.bound.most:,} tiny entries; they stay as they are"
        )
    for entry in reading.repeated:
        visit(*entry)
    return sorted(found)
