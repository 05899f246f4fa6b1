"""The reference list of a Word document: each paragraph behind its heading is a reference."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from refcore.errors import UnreadableInput
from refcore.model.library import Library
from refcore.textlists.reader import read_pieces
from refcore.textlists.sections import is_end, is_heading
from refcore.textlists.split import Piece, clean_piece

__all__ = ["read_docx"]

# A packed document that unpacks to more is no document.
_MOST_BYTES: Final = 100_000_000
_OLD: Final = b"\xd0\xcf\x11\xe0"
_HEADED: Final = re.compile(r"(?:heading|title|überschrift|titre)", re.IGNORECASE)


def read_docx(data: bytes, path: str | None = None) -> Library:
    """Read the references of a Word document.

    They are the paragraphs behind the last heading such as "References", or all paragraphs
    where there is no such heading. Raises `UnreadableInput` for a file that is no .docx, that
    is encrypted or too large, and where python-docx is not installed.
    """
    name = path or "the input"
    paragraphs = _paragraphs(data, name)
    start = next(
        (n + 1 for n in range(len(paragraphs) - 1, -1, -1) if is_heading(paragraphs[n][0])), 0
    )
    pieces = []
    for number, (text, style) in enumerate(paragraphs[start:], start=start + 1):
        if start and (_HEADED.match(style) or is_end(text)):
            break
        if text.strip():
            pieces.append(clean_piece(text, number))
    return read_pieces([piece for piece in pieces if _is_long(piece)], path)


def _is_long(piece: Piece) -> bool:
    return len(piece.text) > 20


def _paragraphs(data: bytes, name: str) -> list[tuple[str, str]]:
    """Return the text and the style of each paragraph."""
    try:
        from docx import Document
    except ImportError:
        raise UnreadableInput(
            f"{name} is a Word document: install refcore[docx] to read it"
        ) from None
    _check(data, name)
    try:
        document = Document(io.BytesIO(data))
        return [(one.text, getattr(one.style, "name", "") or "") for one in document.paragraphs]
    except Exception as error:  # the library raises what its parsers raise
        raise UnreadableInput(f"{name} is no readable .docx file: {_said(error)}") from error


def _check(data: bytes, name: str) -> None:
    if data.startswith(_OLD):
        raise UnreadableInput(
            f"{name} is an old .doc file or is encrypted; save it as .docx without a password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(one.file_size for one in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableInput(f"{name} is no .docx file: {_said(error)}") from error
    if size > _MOST_BYTES:
        raise UnreadableInput(f"{name} unpacks to {size:,} bytes; at most {_MOST_BYTES:,} are read")


def _said(error: Exception) -> str:
    return str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
