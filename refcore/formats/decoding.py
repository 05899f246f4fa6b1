"""Bytes to text: UTF-8, UTF-16 with a byte order mark, else the likeliest one-byte encoding."""

from __future__ import annotations

from refcore.diagnostics import Diagnostic, Location
from refcore.errors import UnreadableInput
from refcore.text.codepages import BYTE_ORDER_MARKS, likely_codepage

__all__ = ["decode"]


def decode(data: bytes, path: str | None = None) -> tuple[str, list[Diagnostic]]:
    """Return the text of a file's bytes, and what was guessed.

    Line ends are left as they are. Raises `UnreadableInput` for bytes that
    are not text (zero bytes without a Unicode mark).

    >>> decode("Müller".encode())
    ('Müller', [])
    >>> text, diagnostics = decode("Müller".encode("cp1252"), "a.bib")
    >>> text, str(diagnostics[0])
    ('Müller', 'a.bib:1: not UTF-8; read as Windows-1252')
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, path)
    if b"\0" in data:
        raise UnreadableInput(f"{path or 'the input'} is binary, expected text")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        name, title = likely_codepage(data)
        found = Diagnostic(f"not UTF-8; read as {title}", Location(path, line))
        return data.decode(name), [found]


def _marked(data: bytes, encoding: str, path: str | None) -> tuple[str, list[Diagnostic]]:
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        text = data.decode(encoding, "replace")
        message = (
            f"the byte order mark says {encoding}, but some bytes are not valid; they were replaced"
        )
        return text, [Diagnostic(message, Location(path, line))]
