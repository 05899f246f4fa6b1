"""The reference list of a PDF: its lines, with their indents, after the heading."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import UnreadableInput
from refcore.model.library import Library
from refcore.processes import run_bounded
from refcore.text.patterns import regex
from refcore.text.pdfpages import Fault, Line
from refcore.textlists.dates import YEAR_ALONE
from refcore.textlists.reader import read
from refcore.textlists.sections import is_end, is_heading

__all__ = ["pages_of_pdf", "read_pdf", "text_of_pdf"]

_LABEL: Final = regex(r"\s*[\[(]?1[\]).]\s")
_RAISED: Final = regex(r"\s*(\d{1,3})(?=[A-Z](?:[a-z]|\.))")
_ANY_LABEL: Final = regex(r"\s*[\[(]?(\d{1,4})[\]).]\s")
_MOST_MEMORY: Final = 2**30  # bytes
_MOST_SECONDS: Final = 60  # of processor time
_FAR: Final = 60
_MOST_NAMED: Final = 20  # pages of a message
# A run of so many lines, each shorter than this part of a line with a year, is no reference.
_RUN: Final = 6
_SHORT: Final = 0.5
_CAPTION: Final = regex(
    r"\s*(?:Figure|Fig\.|Table|Abbildung|Abb\.|Tabelle|Tab\.|Tableau|Tabla|Figura) \d{1,3}[.:]"
)
# The second reference begins at most so many lines after the first.
_NEAR: Final = 12
# A running head is in these lines of a page, at the latest two pages after the one before.
_MOST_OF_TOP: Final = 2
_NEXT_PAGES: Final = 2
_LETTERS: Final = regex(r"[^\W\d_]+")
# A space is about this wide, in points.
_SPACE: Final = 4.0
_WIDTH: Final = 612.0
# Lines that begin this near to each other, in parts of the width, begin at one edge.
_SAME_EDGE: Final = 0.004
# So few lines of a column can all have edges of their own.
_NO_COLUMN: Final = 3
# What a browser prints at the top and at the bottom of each page: when, and which page.
_BROWSER: Final = regex(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}\b"
    r"|(?:https?|file)://\S{1,300} \d{1,4}/\d{1,4}$"
)


def read_pdf(data: bytes, path: str | None = None) -> Library:
    """Read the references of a PDF.

    They are what is after the last heading such as "References". Of a file with damaged pages
    the others are read, and a diagnostic names those. Raises `UnreadableInput` for
    a file that is not a PDF, that is damaged or encrypted, that has no text or no such heading,
    and where pypdfium2 is not installed.
    """
    name = path or "the input"
    lines, faults = pages_of_pdf(data, name)
    try:
        library = read(text_of_pdf(lines, name), path)
    except UnreadableInput as error:
        raise UnreadableInput(f"{error}; {_said(faults)}") if faults else error from None
    if faults:
        finding = Diagnostic(_said(faults), Location(path), severity=Severity.ERROR)
        library.diagnostics.append(finding)
    return library


def _said(faults: Sequence[Fault]) -> str:
    """Return which pages cannot be read, and why the first of them.

    >>> _said([Fault(2, "Failed to load page."), Fault(7, "Failed to load page.")])
    'pages 2, 7 cannot be read: Failed to load page.'
    """
    numbers = ", ".join(str(fault.page) for fault in faults[:_MOST_NAMED])
    more = f" and {len(faults) - _MOST_NAMED} more" if len(faults) > _MOST_NAMED else ""
    return f"page{'s' * (len(faults) > 1)} {numbers}{more} cannot be read: {faults[0].why}"


def pages_of_pdf(data: bytes, name: str) -> tuple[list[Line], list[Fault]]:
    """Return the lines and faults of a PDF, which a process of its own reads.

    pdfium itself has no bounds.
    """
    answer = run_bounded("refcore.text.pdfpages", data, memory=_MOST_MEMORY, seconds=_MOST_SECONDS)
    if answer is None:
        raise UnreadableInput(
            f"{name}: its pages take more than {_MOST_SECONDS} seconds or "
            f"{_MOST_MEMORY // 2**20:,} MB to read; save the list of references as a .txt file"
        )
    found = json.loads(answer)
    if "error" in found:
        raise UnreadableInput(f"{name} {found['error']}")
    return [Line(*line) for line in found["lines"]], [Fault(*one) for one in found["faults"]]


def text_of_pdf(lines: Sequence[Line], name: str) -> str:
    """Return the reference section as text: a line for each line, indents as spaces."""
    lines = _without_running_heads(_without_repeated_edges(lines))
    if not lines:
        raise UnreadableInput(f"{name} has no text; its pages may be images")
    starts = [n for n, line in enumerate(lines) if is_heading(line.text)]
    if not starts:
        # Some journals set no heading, and number the references.
        starts = [n - 1 for n in range(len(lines)) if _begins_labelled(lines, n)]
    if not starts:
        starts = [n - 1 for n in range(len(lines)) if _begins_raised(lines[n : n + _NEAR])]
    if not starts:
        raise UnreadableInput(
            f'{name} has no heading such as "References"; save the list as a .txt file'
        )
    listed = lines[starts[-1] + 1 :]
    end = next((n for n, line in enumerate(listed) if is_end(line.text)), len(listed))
    end = next((n for n in range(end) if _begins_section(listed, n)), end)
    return _indented(_without_figures(listed[:end]))


# "A Implementation details", "8. Proofs"
_SECTION: Final = regex(r"(?:[A-Z]|\d{1,2})(?:\.\d{1,2})*\.? +[^\W\d_]")
_LARGER: Final = 1.1
_NEAR_HEADING: Final = 8


def _begins_section(lines: Sequence[Line], place: int) -> bool:
    """Return whether a line is a heading in larger letters of what comes after the list.

    It has the number of a section, or no year is near after it; else it divides the list.
    """
    line = lines[place]
    if not place or line.size <= _LARGER * lines[0].size or line.size <= _LARGER * _usual(lines):
        return False
    near = lines[place + 1 : place + 1 + _NEAR_HEADING]
    dated = any(YEAR_ALONE.search(one.text) for one in near)
    return bool(_SECTION.match(line.text)) or (line.text[:1].isupper() and not dated)


def _usual(lines: Sequence[Line]) -> float:
    """Return the size of the letters of most lines at the beginning of a list."""
    return Counter(line.size for line in lines[:_FAR]).most_common(1)[0][0]


def _begins_labelled(lines: Sequence[Line], start: int) -> bool:
    """Return whether a numbered list begins at a line: "[1] A. Fei", and then "[2] B. Wu".

    What R prints begins each time with "[1]" or goes on with "[17]"; other lists have no years.
    """
    if not _LABEL.match(lines[start].text):
        return False
    following = lines[start + 1 : start + 1 + _FAR]
    labels = [match[1] for line in following if (match := _ANY_LABEL.match(line.text))]
    years = sum(YEAR_ALONE.search(line.text) is not None for line in following)
    return labels[:2] in (["2"], ["2", "3"]) and years * 2 >= len(labels)


def _without_figures(lines: list[Line]) -> list[Line]:
    """Leave out figures, addresses and indexes within and behind a list.

    They are runs of lines that are short beside those with a year, and have none.
    """
    lengths = sorted(len(line.text) for line in lines if YEAR_ALONE.search(line.text))
    if len(lines) < _RUN or not lengths:
        return lines
    short = lengths[len(lengths) // 2] * _SHORT
    lines = _without_tables(lines, short)
    kept: list[Line] = []
    run: list[Line] = []
    for line in [*lines, None]:
        if line and len(line.text) < short and not YEAR_ALONE.search(line.text):
            run.append(line)
            continue
        is_last = bool(run) and run[0].text.endswith((".", ")", "]"))  # of a reference
        kept += run if len(run) < _RUN else run[: int(is_last)]
        run = []
        kept += [line] if line else []
    return kept


def _without_tables(lines: list[Line], short: float) -> list[Line]:
    """Leave out the tables and figures that manuscripts have behind the list.

    From the first of their captions on, only short lines have a year.
    """
    last = max(
        (
            n
            for n, line in enumerate(lines)
            if len(line.text) >= short and YEAR_ALONE.search(line.text)
        ),
        default=-1,
    )
    captions = (n for n, line in enumerate(lines) if n > last and _CAPTION.match(line.text))
    return lines[: next(captions, len(lines))]


def _without_repeated_edges(lines: Sequence[Line]) -> list[Line]:
    """Leave out the running heads and feet of several pages, whatever their numbers.

    What a browser prints there is left out on any page.
    """
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = [(*page[:_MOST_OF_TOP], *page[-_MOST_OF_TOP:]) for page in pages.values()]
    counts = Counter(words for edge in edges for words in {_letters_of(one) for one in edge})
    repeated = {words for words, count in counts.items() if words and count >= _REPEATED}
    at_edges = {id(one) for edge in edges for one in edge if _letters_of(one) in repeated}
    at_edges |= {id(one) for edge in edges for one in edge if _BROWSER.match(one.text)}
    return [one for one in lines if id(one) not in at_edges or is_heading(one.text)]


_REPEATED: Final = 3
_LEAST_OF_EDGE: Final = 8  # letters


def _letters_of(line: Line) -> str:
    """Return the words of a line without its numbers; nothing if there are few letters."""
    words = " ".join(_LETTERS.findall(line.text.casefold()))
    return words if len(words) >= _LEAST_OF_EDGE else ""


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Leave out the heading of the list where the pages after it repeat it at their top.

    Books have it there, on each page or on every second one, beside the number of the page.
    """
    kept: list[Line] = []
    pages: dict[str, int] = {}  # the last page that has a heading of these letters
    tops = {one.page: number for number, one in reversed(list(enumerate(lines)))}
    for number, line in enumerate(lines):
        is_top = number - tops[line.page] < _MOST_OF_TOP
        is_below_head = number > tops[line.page] and bool(kept) and kept[-1].page != line.page
        if is_top and is_below_head and line.text.isdigit():
            continue  # the number of the page
        if is_heading(line.text):
            words = " ".join(_LETTERS.findall(line.text.casefold()))
            before = pages.get(words)
            pages[words] = line.page
            if is_top and before is not None and 0 < line.page - before <= _NEXT_PAGES:
                continue
        kept.append(line)
    return kept


def _begins_raised(lines: Sequence[Line]) -> bool:
    """Return whether a list begins with raised numbers: "1A. Fei", and a little later "2B. Wu"."""
    first, *others = (_RAISED.match(line.text) for line in lines)
    return bool(first and first[1] == "1") and any(one and one[1] == "2" for one in others)


def _indented(lines: Sequence[Line]) -> str:
    """Return lines with their indents within the column, and a form feed where a page begins."""
    columns: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        columns.setdefault((line.page, line.column), []).append(line.left)
    edges = {place: _edge(lefts) for place, lefts in columns.items()}
    out = []
    page = lines[0].page if lines else 0
    for line in lines:
        indent = round((line.left - edges[line.page, line.column]) * _WIDTH / _SPACE)
        feed = "\f" if line.page != page else ""
        page = line.page
        out.append(f"{feed}{' ' * min(max(indent, 0), 20)}{line.text}")
    return "\n".join(out)


def _edge(lefts: Sequence[float]) -> float:
    """Return the left edge of a column, from where its lines begin.

    What a program prints at the edge of the page can be further left, in one line alone.

    >>> _edge([0.12, 0.15, 0.12, 0.04]), _edge([0.12, 0.15])
    (0.12, 0.12)
    """
    ordered = sorted(lefts)
    shared = (one for one, other in pairwise(ordered) if other - one < _SAME_EDGE)
    return next(shared, ordered[0]) if len(ordered) > _NO_COLUMN else ordered[0]
