"""A line of the snapshot gives the record that arXiv's API would give."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_dumps import line, values

from refcore.index.dumps.arxiv import record_of
from refcore.index.packed import unpacked
from refcore.index.parse import parse_block
from refcore.index.people import author_lines, read_author_lines
from refcore.model import ArxivId, Date, Doi, Group, Person


def record(**changes: Any):
    parsed = parse_block("lines", 1, line(**changes))
    return record_of(unpacked(*parsed.rows[0][:3]), parsed.newest)


def test_a_line_gives_a_record() -> None:
    found = record(title="On\n  $\\alpha$-decay", journal_ref="Phys. Rev. 1", comments=" x ")
    assert found.id == ArxivId("2506.13585", 2)
    assert found.title == "On α-decay"
    assert found.names == ("Aili Chen", "Bo Fei")
    assert (found.published, found.updated) == (Date.of(2025, 6, 16), Date.of(2025, 7, 1))
    assert found.details["primary_category"] == "cs.CL"
    assert found.details["categories"] == "cs.CL cs.LG"
    assert (found.doi, found.details["journal_ref"]) == (Doi("10.1000/xyz"), "Phys. Rev. 1")
    assert not found.is_withdrawn
    assert (found.via, found.retrieved) == ("arXiv metadata snapshot", "2025-07-02")


def test_a_withdrawn_paper_is_said_to_be_so() -> None:
    words = "This paper has been withdrawn by the author due to an error"
    (notice,) = record(comments=words).notices
    assert (notice.kind, notice.text) == ("withdrawn", words)
    assert record(abstract=f"  {words}.\n").is_withdrawn
    assert not record(abstract="Troops were withdrawn in 1919.").is_withdrawn


@pytest.mark.parametrize(
    ("parsed", "raw", "names"),
    [
        ([["Meeks", "William H.", "III"]], "", ["William H. Meeks III"]),
        ([["Meeks", "", ""], ["III", "", ""]], "Meeks, III", ["Meeks", "III"]),
        ([["van den Oord", "Aäron", ""]], "", ["Aäron van den Oord"]),
        ([["Hammer", "H. -W.", ""]], "H.-W. Hammer", ["H. -W. Hammer"]),
        (
            [["ATLAS Collaboration", "", ""], ["Aad", "G.", ""]],
            "ATLAS Collaboration: G. Aad",
            ["ATLAS Collaboration", "G. Aad"],
        ),
        (
            [["MiniMax", "", ""], [":", "", ""], ["Chen", "Aili", ""]],
            "MiniMax: Aili Chen",
            ["MiniMax", ":", "Aili Chen"],
        ),
        (
            [["MiniMax", "", ""], ["Chen", "Aili", ""]],
            "MiniMax: Aili Chen",
            ["MiniMax", ":", "Aili Chen"],
        ),
        (
            [["Team", "Gemini", ""], ["Google", "", ""], ["Anil", "Rohan", ""]],
            "Gemini Team, Google: Rohan Anil",
            ["Gemini Team", "Google", ":", "Rohan Anil"],
        ),
        ([["Li", "Bo", "", "1: MIT"]], "Bo Li (1: MIT)", ["Bo Li"]),
        ([["Li", "Bo"], ["Qwen Team"]], None, ["Bo Li", "Qwen Team"]),
        ([["", "", ""], ["Li", "Bo", ""]], None, ["Bo Li"]),
        ([["Li", None, ""]], "Bo Li and Fei Wu", ["Bo Li", "Fei Wu"]),
        ("Bo Li", "Bo Li and Fei Wu, et al.", ["Bo Li", "Fei Wu"]),
        (None, "CMS Collaboration: A. Tumasyan (Yerevan), Bo Li", None),
        ([], "GLM-5-Team: Bo Li", ["GLM-5-Team", ":", "Bo Li"]),
    ],
)
def test_the_author_list_is_that_of_the_api(parsed: Any, raw: Any, names: Any) -> None:
    found = [author.name for author in read_author_lines(author_lines(parsed, raw))]
    assert found == (names or ["CMS Collaboration", "A. Tumasyan", "Bo Li"])


NAME_PARTS = st.text(st.sampled_from(" abÉ:\t\n\u2003,.-"), max_size=6)


@given(st.lists(st.tuples(NAME_PARTS, NAME_PARTS, NAME_PARTS).map(list), min_size=1))
def test_the_quick_way_gives_the_same_list(parsed: list[list[str]]) -> None:
    # A list with affiliations, though empty ones, goes the long way.
    long_way = [[*entry, ""] for entry in parsed]
    if any("".join(entry).split() for entry in parsed):
        assert author_lines(parsed, "") == author_lines(long_way, "")
    else:
        with pytest.raises(ValueError, match="no author names"):
            author_lines(parsed, "")


def test_affiliations_and_groups_are_kept() -> None:
    found = record(
        authors="MiniMax: Aili Chen (MIT; Basel)",
        authors_parsed=[["MiniMax", "", ""], ["Chen", "Aili", "", "MIT", " Uni\n Basel"]],
    )
    assert found.authors[2].affiliations == ("MIT", "Uni Basel")
    chen = Person("Aili", "Chen", affiliations=("MIT", "Uni Basel"))
    assert found.author_list.names == (Group("MiniMax"), chen)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "not JSON: '{'"),
        (b"[]", "expected a JSON object, found '\\[\\]'"),
        (b'{"id": "\xff"}', "byte 9 is not UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (line(None), "it has no id"),
        (line("2513.00001"), "month 13 does not exist"),
        (line(title=" "), "2506.13585: it has no title"),
        (line(authors="", authors_parsed=[]), "2506.13585: it has no author names"),
        (line(versions=[]), "2506.13585: it has no list of versions"),
        (line(versions=[{"version": "v0"}]), "2506.13585: it has the version 0"),
        (line(versions=[{"version": "draft"}]), "no list of versions"),
        (line(versions="v1"), "no list of versions"),
    ],
)
def test_a_bad_line_says_why(content: bytes, words: str) -> None:
    found = parse_block("lines", 1, content)
    assert not found.rows
    assert re.search(words, found.faults[0][1])


def test_a_block_keeps_what_can_be_read() -> None:
    content = b"\n".join([line("2506.00001"), b"", b"x", line()])
    found = parse_block("lines", 5, content)
    assert [unpacked(*row[:3]).key for row in found.rows] == ["2506.00001", "2506.13585"]
    assert [number for number, _ in found.faults] == [7]
    assert found.newest == "2025-07-02"


def test_half_a_surrogate_pair_costs_one_letter() -> None:
    found = record(title="A \ud83d title", authors_parsed=[["L\udc00i", "Bo", ""]])
    assert (found.title, found.names) == ("A \ufffd title", ("Bo L\ufffdi",))
    assert record(title="A \U0001f600 title").title == "A \U0001f600 title"


def test_what_is_odd_costs_only_itself() -> None:
    odd = record(
        doi="no doi", comments=7, categories=None, update_date=1, abstract=[], journal_ref={}
    )
    assert (odd.doi, odd.details, odd.retrieved) == (None, {}, "")
    days = [{"version": "v2", "created": "Mon, 31 Feb 2025"}, {"version": "v1", "created": 3}]
    assert (record(versions=days).version, record(versions=days).updated) == (2, None)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(st.sampled_from(sorted(values())), JSON)
def test_no_value_breaks_the_reading(field: str, value: Any) -> None:
    content = json.dumps({**values(), field: value}).encode()
    found = parse_block("lines", 1, content)
    assert len(found.rows) + len(found.faults) == 1


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reading(content: bytes) -> None:
    found = parse_block("lines", 1, content)
    assert not found.rows
    assert len(found.faults) <= content.count(b"\n") + 1
