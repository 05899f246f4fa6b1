"""The reference list of a Word document: each paragraph after its heading is a reference."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from refcore.errors import UnreadableInput
from refcore.model.identifiers import identifiers_in
from refcore.model.library import Library
from refcore.text.patterns import regex
from refcore.textlists.dates import YEAR_ALONE
from refcore.textlists.reader import read_pieces
from refcore.textlists.sections import is_end, is_heading
from refcore.textlists.split import Piece, clean_piece

__all__ = ["read_docx"]

# A document that unpacks to more is refused.
_MOST_BYTES: Final = 100_000_000
_OLD: Final = b"\xd0\xcf\x11\xe0"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Signs that are elements. Source: ECMA-376, part 1, 17.3.3.
_SIGNS: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
# Elements that a reader does not see: deleted and moved text, the codes of fields, properties.
_UNSEEN: Final = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "rPr"))
Paragraph: TypeAlias = tuple[str, str]
_HEADED: Final = regex(r"(?:heading|title|überschrift|titre)", re.IGNORECASE)


def read_docx(data: bytes, path: str | None = None) -> Library:
    """Read the references of a Word document.

    They are the paragraphs after the last heading such as "References", those in tables and in
    the frames of citation programs too. Where there is no such heading, they are the endnotes or
    footnotes, or else all paragraphs. Deleted text is left out, inserted text counts. Raises
    `UnreadableInput` for a file that is not a .docx, that is encrypted or too large, and where
    python-docx is not installed.
    """
    name = path or "the input"
    body, notes = _paragraphs(data, name)
    start = next((n + 1 for n in range(len(body) - 1, -1, -1) if is_heading(body[n][0])), 0)
    if not start and len(notes) > 1:
        body = notes
    pieces = []
    for number, (text, style) in enumerate(body[start:], start=start + 1):
        if start and (_HEADED.match(style) or is_end(text)):
            break
        pieces += [clean_piece(line, number) for line in _references(text)]
    return read_pieces([piece for piece in pieces if _is_long(piece)], path)


def _references(text: str) -> list[str]:
    r"""Return the references of a paragraph: one, or one a line where each line has a year.

    >>> _references("Fei, B. On moss.\n2020.")
    ['Fei, B. On moss. 2020.']
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(len(line) > 30 and YEAR_ALONE.search(line) for line in lines):
        return lines
    return [" ".join(lines)] if lines else []


def _is_long(piece: Piece) -> bool:
    return len(piece.text) > 20


def _paragraphs(data: bytes, name: str) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the text and the style of each paragraph, and those of the notes."""
    try:
        from docx import Document
    except ImportError:
        raise UnreadableInput(
            f"{name} is a Word document: install refcore[docx] to read it"
        ) from None
    _check(data, name)
    try:
        document = Document(io.BytesIO(data))
        styles = {one.style_id: one.name or "" for one in document.styles}
        links = {key: one.target_ref for key, one in document.part.rels.items() if one.is_external}
        body = list(_texts(document.element.body, styles, links))
        return body, list(_notes(document, styles))
    except Exception as error:  # the library raises what its parsers raise
        raise UnreadableInput(f"{name} is not a readable .docx file: {_said(error)}") from error


def _notes(document: Any, styles: Mapping[str, str]) -> Iterator[Paragraph]:
    """Yield the endnotes of a document, or else its footnotes."""
    from docx.oxml import parse_xml

    parts = {one.reltype.rpartition("/")[2]: one for one in document.part.rels.values()}
    for kind in ("endnotes", "footnotes"):
        if kind in parts:
            part = parts[kind].target_part
            links = {key: one.target_ref for key, one in part.rels.items() if one.is_external}
            found = [one for one in _texts(parse_xml(part.blob), styles, links) if one[0].strip()]
            if found:
                yield from found
                return


def _texts(root: Any, styles: Mapping[str, str], links: Mapping[str, str]) -> Iterator[Paragraph]:
    """Yield the text and the style of each paragraph, in tables and frames too."""
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        key = style.get(f"{_W}val", "") if style is not None else ""
        text = "".join(_text(paragraph, links))
        yield text, styles.get(key, key)


def _text(element: Any, links: Mapping[str, str]) -> Iterator[str]:
    """Yield the text of an element: what a reader of the accepted document sees, and addresses."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag in _UNSEEN:
            continue
        elif child.tag == f"{_W}hyperlink":
            shown = "".join(_text(child, links))
            target = links.get(child.get(_LINK, ""), "")
            is_work = bool(identifiers_in(target)) and not identifiers_in(shown)
            yield f"{shown} {target}" if is_work else shown
        elif child.tag != f"{_W}p":
            yield from _text(child, links)


def _check(data: bytes, name: str) -> None:
    if data.startswith(_OLD):
        raise UnreadableInput(
            f"{name} is an old .doc file or is encrypted; save it as .docx without a password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(one.file_size for one in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableInput(f"{name} is not a .docx file: {_said(error)}") from error
    if size > _MOST_BYTES:
        raise UnreadableInput(f"{name} unpacks to {size:,} bytes; at most {_MOST_BYTES:,} are read")


def _said(error: Exception) -> str:
    return str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
