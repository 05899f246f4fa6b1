"""Titles and first authors as queries: what is asked, and that the paper itself fits."""

from __future__ import annotations

import pytest
from fake_search import found_by
from hypothesis import given
from hypothesis import strategies as st

from refcore.arxiv import RecordAuthor, Sought
from refcore.model import ArxivId
from refcore.records.record import Record
from refcore.sources.arxiv.query import control_of, controlled, search_query
from refcore.sources.arxiv.record import arxiv_record

M1 = "MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning Attention"
DIPHOTON = "Calculation of prompt diphoton production cross sections at Tevatron and LHC energies"


@pytest.mark.parametrize(
    ("title", "author", "query"),
    [
        ("BERT", "", "(ti:bert)"),
        ("  The BERT ", "", "(ti:bert)"),
        ("{DNA} <i>in vivo</i> &amp; <b>RNA</b>", "", "(ti:dna AND ti:vivo AND ti:rna)"),
        ("R\\'enyi $\\alpha$-entropies of states", "", "(ti:entropies AND ti:states)"),
        ("GPT-4", "OpenAI", "(ti:gpt AND ti:4) OR (au:openai AND ((ti:gpt) OR (ti:4)))"),
        (
            "MiniMax-M1: A Fast Model of T-Cells",
            "",
            "(ti:fast AND ti:model AND ti:cells AND ti:minimax AND ti:m1)"
            " OR (ti:fast AND ti:model AND ti:cells)",
        ),
        ("Don't Panic", "", "(ti:panic AND ti:dont)"),
        ("深度学习", "", "(ti:深度学习)"),
        ("The", "", "(ti:the)"),
        ("", "Bo Fei", ""),
        ("and or NOT: $x$", "Bo Fei", ""),
        ("x" * 50, "", ""),
        ("BERT", "Jacob Devlin", "(ti:bert) OR (au:devlin AND (ti:bert))"),
        ("BERT", "{MiniMax Team}", '(ti:bert) OR (au:"minimax team" AND (ti:bert))'),
        ("BERT", "Aäron van den Oord", "(ti:bert) OR (au:oord AND (ti:bert))"),
        ("BERT", "García-López, J.", '(ti:bert) OR (au:"garcia lopez" AND (ti:bert))'),
        ("BERT", 'J. M\\"uller', "(ti:bert) OR ((au:muller OR au:mueller) AND (ti:bert))"),
        ("BERT", "O'Brien", "(ti:bert) OR (au:obrien AND (ti:bert))"),
        ("BERT", "...", "(ti:bert)"),
    ],
)
def test_what_is_asked(title: str, author: str, query: str) -> None:
    assert search_query(Sought(title, author)) == query


def test_a_long_title_is_asked_by_its_longest_words() -> None:
    query = search_query(Sought(" ".join("abcdefghijklmnop"[: n + 3] for n in range(13))))
    assert query.count("ti:") == 8
    assert "ti:abcdefghijklmno)" in query
    assert "ti:abc " not in query


@pytest.mark.parametrize(
    ("title", "author", "fits"),
    [
        (M1, "MiniMax", True),
        (M1.upper(), "", True),
        (M1.replace("Test-Time", "test time").replace("MiniMax-M1: ", ""), "", True),
        (M1.replace("Compute", "Computation"), "MiniMax", True),
        (M1.replace("Efficiently", "Eficiently"), "MiniMax", True),
        (M1, "Somebody Else", True),
        (M1.replace("Lightning", "Linear"), "", False),
        (M1.replace("Lightning", "Linear").replace("Scaling", "On"), "Bo Fei", False),
        ("Lightning", "MiniMax", True),
    ],
)
def test_a_slip_loses_nothing(title: str, author: str, fits: bool) -> None:
    query = search_query(Sought(title, author))
    assert bool(found_by(query, M1, ["MiniMax", "Aili Chen"])) is fits


_LETTERS = st.characters(codec="utf-8", exclude_categories=["Cs"])


@given(st.text(_LETTERS, max_size=80), st.text(_LETTERS, max_size=30))
def test_no_text_makes_a_malformed_query(title: str, author: str) -> None:
    query = search_query(Sought(title, author))
    if query:
        found_by(controlled(query), "A Title", ["An Author"])
        assert len(query) < 2000


_TITLE_WORDS = st.text("abcdefghijklmnopqrstuvwxyzäöüßéŁ0123456789", min_size=1, max_size=12)
_SIGNS = st.sampled_from([" ", ", ", ": ", "-", " -- ", "? ", "/", " & ", '" "', "; "])


@given(st.lists(st.tuples(_TITLE_WORDS, _SIGNS), min_size=1, max_size=12))
def test_a_paper_fits_the_query_for_its_title(parts: list[tuple[str, str]]) -> None:
    title = "".join(word + sign for word, sign in parts)
    # The server of the tests takes accents for letters of their own.
    query = search_query(Sought(title))
    folded = " ".join(title.split())
    if query and folded.isascii():
        assert found_by(query, folded, ["Bo Fei"])
        assert found_by(controlled(query), folded.upper(), ["Bo Fei"])


def record(title: str, *names: str) -> Record:
    return arxiv_record(ArxivId("0704.0001", 1), title, [RecordAuthor(name) for name in names])


def test_the_control_is_told_from_an_answer() -> None:
    first = record(DIPHOTON, "C. Balázs", "P. M. Nadolsky")
    assert found_by(controlled("(ti:bert)"), first.title, first.names)
    assert control_of(first, Sought("BERT")) == 0
    assert control_of(first, Sought(DIPHOTON.replace("cross sections", "cross-section"))) is None
    assert control_of(record("BERT: diphoton at the Tevatron", "Bo Fei"), Sought("BERT")) is None
    assert control_of(record("BERT", "P. M. Nadolsky"), Sought("BERT")) is None
