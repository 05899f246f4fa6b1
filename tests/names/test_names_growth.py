"""No reader and no comparison of names grows faster than its text, counted in steps."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable

import pytest

from refcore.bibtex.names import read_bibtex_names, read_names
from refcore.compare import compare_authors, compare_names, read_authors
from refcore.errors import InvalidName
from refcore.names import read_author_list, read_name
from refcore.names.filed import read_filed

READERS: dict[str, Callable[[str], object]] = {
    "plain": read_name,
    "filed": read_filed,
    "pasted": read_author_list,
    "one name compared": lambda text: compare_names(text, f"{text}b"),
    "a list compared": lambda text: compare_authors([text], [f"{text}b"]),
    "read for comparing": lambda text: read_authors([text]),
    "BibTeX": read_bibtex_names,
    "biber": lambda text: read_bibtex_names(text, "biber"),
    "BibTeX as meant": read_names,
}
PIECES = [
    *("a-", "Bo Fei and ", "Bo ", "Bo, ", "B.", "{", "{}", "~a", "O'", "{\\'e}", "van ", "Jr. "),
    *("BO ", "李", "a; ", '\\"', "Jae-woo ", "family=a, ", "   ", "et al. ", "1 ", "(a) ", "A: "),
    *("aB", " and others", "\\ifmmode "),
]


def lines_run(read: Callable[[str], object], text: str) -> int:
    """Count the lines of refcore that a reader runs."""
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        if "refcore" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        with contextlib.suppress(InvalidName):
            read(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("reader", READERS)
def test_lines_run_grow_with_the_text(reader: str) -> None:
    for number, piece in enumerate(PIECES):
        # Each text is new, so that no cache answers.
        texts = [f"{number}{size} {piece * size}" for size in (60, 240)]
        short, long = (lines_run(READERS[reader], text) for text in texts)
        assert long < 6 * short + 2_000, (piece, short, long)


@pytest.mark.parametrize("reader", READERS)
def test_no_long_text_hangs(reader: str) -> None:
    # The clock would not be reliable; a pattern that goes back and forth takes minutes here.
    # The reader of pasted lists has two hundred patterns, and test_names_rows has longer texts.
    size = 8_000 if reader == "pasted" else 24_000
    for piece in PIECES:
        with contextlib.suppress(InvalidName):
            READERS[reader](piece * (size // len(piece)))
