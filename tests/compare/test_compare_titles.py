from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.compare.titles import TitleKind, best_title, compare_titles

HERE = Path(__file__).parent
M1 = "MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning Attention"


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [[part.strip() for part in line.split(" |")] for line in lines if line[:1] != "#"]


@pytest.mark.parametrize(("kind", "difference", "claimed", "actual"), rows("titles_labelled.txt"))
def test_titles_as_labelled(kind: str, difference: str, claimed: str, actual: str) -> None:
    found = compare_titles(claimed, actual)
    assert (found.kind, found.difference) == (kind, difference), found.rule


def test_pairs_of_titles_as_labelled() -> None:
    wrong = [
        (label, claimed, actual)
        for label, claimed, actual in rows("title_pairs.txt")
        if (compare_titles(claimed, actual).kind is TitleKind.DIFFERENT) is (label == "one")
    ]
    assert not wrong


def test_pairs_of_titles_in_braces() -> None:
    # BibTeX's second pair of braces is markup around the whole title.
    wrong = [
        (label, claimed, actual)
        for label, claimed, actual in rows("title_pairs.txt")
        if label == "one"
        and compare_titles(f'<span class="nocase">{claimed}</span>', actual).kind
        is TitleKind.DIFFERENT
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("claimed", "rule"),
    [
        ("Unsupervised Sorting of Trees", '"unsupervised" is written for its contrary'),
        ("Supervised Sorting of Old Trees", '"old" is added'),
        ("Supervised Sorting of", '"trees" is left out'),
        ("Supervised Sorting of Trees I", '"i" is added'),
        ("Trees of Supervised Sorting", "in another order"),
    ],
)
def test_the_difference_is_said(claimed: str, rule: str) -> None:
    assert rule in compare_titles(claimed, "Supervised Sorting of Trees").rule


def test_a_link_may_be_called_by_words_of_the_title() -> None:
    assert compare_titles("MiniMax-M1 arXiv Paper", M1, is_label=True).kind is TitleKind.VARIANT
    assert compare_titles("MiniMax-M1 arXiv Paper", M1).kind is TitleKind.DIFFERENT


def test_only_an_unlike_title_names_another_paper() -> None:
    assert compare_titles("Deep Residual Learning for Image Recognition", M1).names_another_paper
    assert not compare_titles("MiniMax-M1: Scaling Compute with Attention", M1).names_another_paper


def test_the_best_of_a_records_titles_counts() -> None:
    titles = ["Licht der Lampen", "Light of Lamps: A Survey", "Light of Lamps"]
    found = best_title("Light of Lamps", titles)
    assert found is not None
    assert (found.kind, found.actual) == (TitleKind.SAME, "Light of Lamps")
    assert best_title("Light of Lamps", []) is None


@given(st.text(max_size=60))
def test_a_title_is_itself(title: str) -> None:
    assert compare_titles(title, title).kind is TitleKind.SAME


@given(st.text(max_size=40), st.text(max_size=40))
def test_two_titles_agree_both_ways(one: str, other: str) -> None:
    there, back = compare_titles(one, other), compare_titles(other, one)
    assert (there.kind is TitleKind.SAME) == (back.kind is TitleKind.SAME)


def test_a_hostile_title_is_compared_in_short_time() -> None:
    found = compare_titles("a: b " * 50_000, "<" * 100_000 + "\\" * 100_000)
    assert found.kind is TitleKind.DIFFERENT
