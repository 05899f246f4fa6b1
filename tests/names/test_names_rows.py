"""Pasted author lists: labelled lists of many kinds, and texts that are not lists."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcore.compare.pasted import read_pasted
from refcore.errors import InvalidName
from refcore.names import read_author_list
from refcore.names.rows import read_rows

LISTS = [
    json.loads(line)
    for line in (Path(__file__).parent / "pasted_lists.jsonl").read_text("utf-8").splitlines()
]
KINDS = sorted({row["kind"] for row in LISTS})


def test_the_lists_are_many_of_many_kinds() -> None:
    assert len(LISTS) >= 3400
    assert len(KINDS) >= 1800


@pytest.mark.parametrize("kind", KINDS)
def test_labelled_lists(kind: str) -> None:
    for row in LISTS:
        if row["kind"] == kind:
            authors = read_author_list(row["text"])
            assert [name.name for name in authors] == row["names"], row["text"]
            assert authors.others == row["others"], row["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Aili Chen, and we thank the many reviewers of this work",
        "The model was trained on a very large number of machines",
        "",
        " \n ",
        "1, 2, 3",
        "---",
        "Joint work with Aili Chen and Bo Fei.",
        "w/ Aili Chen, Bo Fei",
        "Aili Chen, Bo Fei, Networks for Images",
        "Graph Networks, Aili Chen",
        "The authors thank the reviewers for their comments.",
        "Department of Physics, University of Pisa, Italy",
        "Received 1 March 2019; accepted 2 May 2019",
        "Abstract: We parse broken lamps with little data.",
        "Hi, the authors are Mirela Ionescu and Piotr Hahn. Best, Ann",
        "University of Iasi, Iasi, Romania",
        "Keywords: lamps, wicks, oil",
        "We would like to thank Mirela and Piotr for their help.",
        "© 2020 The Authors. Published by Elsevier B.V.",
        "Corresponding author. E-mail: m@example.org",
        "MOSS JOURNAL",
        "Published online: 03 May 2021",
        "Lund University, Box 118, 221 00 Lund, Sweden",
        "Ferns That Grow in the Dark",
        "License: CC BY 4.0",
        "Ada Berga, b, Bo Fein, Mo Hu",
        "Chair | Secretary | Treasurer",
        # A numbered list says how many people it has.
        "1. Xu, Tiange\tTsinghua University, Beijing, China\n2. Yurt, Mahmut\tNational Hospital, "
        "Abuja\n3. Sayed, Omar B.\tMax Planck Institute for Informatics\n4. Berg, Ada\tETH Zürich",
        "Professor\nHead of Department",
        "https://example.org\nhttps://example.com",
        "Okab Ngoz Saari Ilkk Iyer Prak",
        "Conceptualization, J.S. and B.F.; methodology, J.S.",
        *("a, a, b", "*a, b", "\xa0a, b"),
    ],
)
def test_what_does_not_read_as_names_is_an_error(text: str) -> None:
    with pytest.raises(InvalidName):
        read_author_list(text)


@pytest.mark.parametrize(
    ("text", "entries", "other_way"),
    [
        ("Chen, Fei", ("Chen, Fei",), ("Chen", "Fei")),
        ("Roth, Vale, Quill", ("Roth", "Vale", "Quill"), ()),
        (
            "Roth, Vale, Quill, Fenn",
            ("Roth, Vale", "Quill, Fenn"),
            ("Roth", "Vale", "Quill", "Fenn"),
        ),
        ("Roth, Vale and Quill", ("Roth", "Vale", "Quill"), ("Roth, Vale", "Quill")),
        ("Ann Roth, Bo Vale", ("Ann Roth", "Bo Vale"), ("Ann Roth, Bo Vale",)),
    ],
)
def test_both_ways_to_read_commas(text: str, entries, other_way) -> None:
    rows = read_rows(text)
    assert (rows.entries, rows.other_way) == (entries, other_way)


def test_marks_keep_their_places() -> None:
    assert read_rows("Ann Roth, …, Bo Vale").entries == ("Ann Roth", "…", "Bo Vale")
    assert read_rows("Ann Roth, Bo Vale (and 7 others)").others == 7


@pytest.mark.parametrize(
    "piece",
    [
        *("A, ", "a ", "; ", "\n", "(", "[", "¹", "$^{", "<sup>", "Bo Fei, ", " and ", "& ", "…"),
        *("-", "1. ", "| ", "\t", "李、", "et al. ", "\\thanks{", "x@", "@y.", "https://a "),
        *("0000-0001-", "*", "**", "_"),
    ],
)
def test_the_steps_grow_with_the_text(piece: str) -> None:
    # This hangs if a step is quadratic.
    with contextlib.suppress(InvalidName):
        read_author_list(piece * (60_000 // len(piece)))


def test_a_list_beyond_the_limit_is_an_error_that_names_it() -> None:
    with pytest.raises(InvalidName, match="120,000"):
        read_author_list("Bo Fei, " * 50_000)
    with pytest.raises(InvalidName, match="9,000"):
        read_author_list("A, " * 30_000)


@given(st.text(alphabet="AaéŁ李 ,;.&()[]{}|\t\n*¹12-–—@<>$^\\\"'and:+/", max_size=80))
@settings(max_examples=300, deadline=None)
def test_no_text_raises_anything_but_invalid_name(text: str) -> None:
    with contextlib.suppress(InvalidName):
        authors = read_author_list(text)
        assert all(name.name.strip() for name in authors)
        read_pasted(text)
