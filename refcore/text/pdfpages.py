"""The lines of the pages of a PDF, with their places."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final, NamedTuple

import attrs

from refcore.errors import UnreadableInput
from refcore.text.patterns import regex

__all__ = ["Fault", "Line", "main", "pages_of"]

_MOST_PAGES: Final = 3000
_MOST_LETTERS: Final = 5_000_000
# pdfium marks a hyphen at a line end with one of the first three. The others are codes of TeX's
# font encoding T1, which stay where a font does not say what its signs mean.
# Source: the LaTeX Companion, table of the encoding T1, slots 16 to 31.
_SIGNS: Final = str.maketrans(
    {
        "\x02": "-",
        "\ufffe": "-",
        "\u00ad": "-",
        "\x10": "“",
        "\x11": "”",
        "\x12": "„",
        "\x13": "«",
        "\x14": "»",
        "\x15": "–",
        "\x16": "—",
        "\x1b": "ff",
        "\x1c": "fi",
        "\x1d": "fl",
        "\x1e": "ffi",
        "\x1f": "ffl",
    }
)
# A broken word ends a line without a line feed.
_LINE: Final = regex(r"[^\n\x02\ufffe]*[\n\x02\ufffe]|[^\n\x02\ufffe]+")
_MIDDLE: Final = 0.55


@attrs.frozen
class Line:
    """A line of a page: its text, its edges as parts of the width, its page and column.

    >>> Line("A. Fei. On Moss. 2020.", 0.1, 0.4, page=7, column=0).page
    7
    """

    text: str
    left: float
    right: float
    page: int
    column: int
    size: float = 0.0  # of its first letter


class Fault(NamedTuple):
    """The number of a page that cannot be read, from 1, and why."""

    page: int
    why: str


def main() -> None:
    """Read a PDF from the input and print its lines, and what is wrong with it, as JSON."""
    try:
        lines, faults = pages_of(sys.stdin.buffer.read())
        said: dict[str, Any] = {"lines": list(map(attrs.astuple, lines)), "faults": faults}
    except UnreadableInput as error:
        said = {"error": str(error)}
    sys.stdout.write(json.dumps(said))


def pages_of(data: bytes) -> tuple[list[Line], list[Fault]]:
    """Return the lines of a PDF, and which of its pages cannot be read.

    Raises `UnreadableInput` for a file that is not a PDF, or damaged, encrypted or too long, and
    where pypdfium2 is not installed; its words follow the name of the file.
    """
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableInput("is a PDF: install refcore[pdf] to read it") from None
    if b"%PDF-" not in data[:1024]:
        raise UnreadableInput("is not a PDF: it does not begin with %PDF-")
    try:
        document = pypdfium2.PdfDocument(data)
    except Exception as error:  # the library raises errors of its own
        why = "it is encrypted" if "password" in str(error).casefold() else str(error)[:200]
        raise UnreadableInput(f"is not a readable PDF: {why}") from error
    try:
        return _lines_of_pages(document)
    finally:
        document.close()


def _lines_of_pages(document: Any) -> tuple[list[Line], list[Fault]]:
    if len(document) > _MOST_PAGES:
        raise UnreadableInput(f"has {len(document):,} pages; at most {_MOST_PAGES:,} are read")
    lines: list[Line] = []
    faults: list[Fault] = []
    count = 0
    for number in range(len(document)):
        try:
            text, found = _page(document, number)
        except Exception as error:  # one page may be damaged, and the others sound
            faults.append(Fault(number + 1, str(error)[:200]))
            continue
        count += len(text)
        if count > _MOST_LETTERS:
            raise UnreadableInput(f"has more than {_MOST_LETTERS:,} characters; split it")
        lines += _without_edges(found)
    return lines, faults


def _page(document: Any, number: int) -> tuple[str, list[Line]]:
    with closing(document[number]) as page, closing(page.get_textpage()) as text_page:
        text = text_page.get_text_range()
        return text, list(_lines_of_page(text, text_page, page.get_width(), number))


def _lines_of_page(text: str, text_page: Any, width: float, number: int) -> Iterator[Line]:
    from pypdfium2.raw import FPDFText_GetFontSize

    at = 0
    for raw in _LINE.findall(text):
        first = at + len(raw) - len(raw.lstrip())
        at += len(raw)
        line = raw.translate(_SIGNS)
        if not line.strip():
            continue
        left = text_page.get_charbox(first)[0]
        right = text_page.get_charbox(first + len(raw.strip()) - 1)[2]
        column = 0 if left <= 0.48 * width else 1
        size = round(FPDFText_GetFontSize(text_page.raw, first), 1)
        yield Line(line.strip(), left / width, right / width, number, column, size)


def _without_edges(lines: list[Line]) -> list[Line]:
    """Drop a page number in a line of its own at either end of a page."""
    while lines and lines[0].text.isdigit() and len(lines[0].text) < 5:
        lines = lines[1:]
    while lines and lines[-1].text.isdigit() and len(lines[-1].text) < 5:
        lines = lines[:-1]
    # In two columns, lines that begin in the left half end there too.
    left = [line for line in lines if not line.column]
    across = sum(line.right > _MIDDLE for line in left)
    few = sum(line.column for line in lines) < 0.15 * len(lines)
    if few and (across > 0.2 * len(left) or not left):
        return [attrs.evolve(line, column=0) for line in lines]
    return lines
