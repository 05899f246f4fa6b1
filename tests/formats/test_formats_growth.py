"""Hostile lengths: aliases have a budget, and nothing is searched again and again."""

import contextlib
from collections.abc import Callable

import pytest

from refcore import Authors, Person, Reference
from refcore.errors import UnreadableInput
from refcore.formats import dumps, loads
from refcore.formats.registry import writable

SecondsOf = Callable[[Callable[[], object]], float]
MOST = 5  # seconds; what is searched again at each place takes minutes
LONG = "x" * 50_000
MANY = 400


def test_the_aliases_of_a_library_have_a_budget_and_the_rest_is_read() -> None:
    text = f"a: &a {{type: book, title: '{LONG}'}}\n" + "".join(
        f"k{number}: {{type: article, title: T, parent: *a}}\n" for number in range(MANY)
    )
    library = loads(text, "hayagriva")
    assert sum(len(reference.fields) for reference in library) < 40
    assert any("1,000,000 characters" in str(found) for found in library.diagnostics) or any(
        "has no anchor" in str(found) for found in library.diagnostics
    )


def test_the_error_names_the_limit() -> None:
    text = f"a: &a '{LONG}'\n" + "".join(f"k{n}: {{title: *a}}\n" for n in range(MANY))
    with pytest.raises(UnreadableInput):
        loads(text, "hayagriva")
    inner = f"a: {{title: &t '{LONG}', author: [" + "*t, " * MANY + "]}\n"
    with pytest.raises(UnreadableInput, match="more than 1,000,000 characters"):
        loads(inner, "hayagriva")


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("hayagriva", "a: {" + "\n" + "b" + " " * 100_000 + "c\n"),
        ("hayagriva", "a: " * 50_000),
        ("cff", "title: " + "a: " * 50_000),
        ("cff", "title: T\nx: {\n" + "head" + " " * 100_000 + "x\n"),
        ("nbib", "PMID- 1\nTI  - T\nLID - a" + " " * 100_000 + "b\n"),
        ("ris", "TY  - JOUR\nTI" + " " * 100_000 + "-\nER  - "),
    ],
)
def test_long_lines_are_read_once(seconds_of: SecondsOf, format_: str, text: str) -> None:
    def read() -> None:
        with contextlib.suppress(UnreadableInput):
            loads(text, format_)

    assert seconds_of(read) < MOST


@pytest.mark.parametrize("format_", writable())
@pytest.mark.parametrize(
    "piece", ["\n", "\t", "\u2028", "-", "a: ", '<span class="nocase">', "{\\a ", "αβ ", "$a "]
)
def test_long_values_are_written_and_read_once(
    seconds_of: SecondsOf, format_: str, piece: str
) -> None:
    long = piece * (19_990 // len(piece))  # at most 20,000 characters are read
    names = Authors([Person(f"A {long}", "B")])
    work = Reference("a", "article-journal", long, names, fields={"page": f"1{long}2"}, url=long)
    assert seconds_of(lambda: loads(dumps(work, format_), format_)) < MOST
