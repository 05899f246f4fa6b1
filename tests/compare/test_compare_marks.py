"""What differs between two names is marked, and nothing of them is lost."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.compare import compare_authors
from refcore.compare.marks import marked
from refcore.compare.table import comparison_table


@given(st.text(alphabet="ab é\u0301", max_size=12), st.text(alphabet="ab é\u0301", max_size=12))
def test_the_pieces_are_the_texts(one: str, other: str) -> None:
    for text, pieces in zip((one, other), marked(one, other), strict=True):
        assert "".join(piece for piece, _ in pieces) == text


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        ("Maria Lopez", "Maria López", ["o"], ["ó"]),
        ("J. Keller", "Jonas Keller", ["J."], ["Jonas"]),
        ("Tom Reed", "Thomas Read", ["e"], ["h", "as", "a"]),
        ("Ines Moll", "Ines B. Moll", [], ["B."]),
        ("Rolf Auer", "Rolf Auer", [], []),
        ("x" * 501, "y", ["x" * 501], ["y"]),
    ],
)
def test_the_letters_that_differ(one: str, other: str, ours: list[str], theirs: list[str]) -> None:
    for expected, pieces in zip((ours, theirs), marked(one, other), strict=True):
        assert [text for text, differs in pieces if differs] == expected


def rows(claimed: list[str], actual: list[str], others: bool | int = False) -> list[list[str]]:
    """Return the cells of the table, read as a browser reads them."""
    table = comparison_table(compare_authors(claimed, actual).pairs, "listed", "record")
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(table)
    return [["".join(cell.itertext()) for cell in row] for row in tree.iter("tr")]


def test_lists_are_aligned_as_compared() -> None:
    found = rows(["Ada Moor", "Cy Pratt"], ["Ada Moor", "Bea Noll", "Cy Pratt"])
    assert found == [
        ["listed", "record", "What differs"],
        ["1 Ada Moor", "1 Ada Moor", ""],
        ["none", "2 Bea Noll", "Bea Noll is missing after Ada Moor"],
        ["2 Cy Pratt", "3 Cy Pratt", ""],
    ]


def test_many_names_that_are_the_same_share_a_row() -> None:
    names = ["Ada Moor", "Bea Noll", "Cy Pratt", "Di Quin", "Ed Ross"]
    _head, same, wrong = rows([*names, "Flo Stamm"], [*names, "Flo Stamp"])
    assert same == ["5 names are the same (1 to 5): Ada Moor, Bea Noll, Cy Pratt, Di Quin, Ed Ross"]
    assert wrong[:2] == ["6 Flo Stamm", "6 Flo Stamp"]


def test_a_rule_of_several_names_is_said_once() -> None:
    found = rows(["Ada Moor", "Bea Noll"], ["Bea Noll", "Ada Moor"])
    assert [bool(row[2]) for row in found[1:]] == [True, False]
