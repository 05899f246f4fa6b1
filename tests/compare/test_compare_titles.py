import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.compare.titles import TitleKind, compare_titles

M1 = "MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning Attention"


@pytest.mark.parametrize(
    ("claimed", "actual"),
    [
        ("{MiniMax-M1}: Scaling test-time compute efficiently with Lightning attention", M1),
        ("Grothendieck's r\\'esum\\'e", "Grothendieck's résumé"),
        ("A <i>new</i> bound on $\\pi(x)$", "A new bound on $\\pi(x)$"),
        ("Semi-supervised learning", "Semisupervised Learning"),
        ("Tom &amp; Jerry", "Tom & Jerry"),
    ],
)
def test_the_same_title(claimed: str, actual: str) -> None:
    assert compare_titles(claimed, actual).kind is TitleKind.SAME


@pytest.mark.parametrize(
    ("claimed", "actual", "rule"),
    [
        ("BERT and friends", "BERT and friends: a survey", "left out"),
        ("BERT and friends: a survey", "BERT and friends", "added"),
        ("MiniMax-M1 arXiv Paper", M1, "label"),
        (
            "Scaling test time computation efficiently with lightning attentions",
            "Scaling test time compute efficiently with lightning attention",
            "few",
        ),
    ],
)
def test_variants_of_a_title(claimed: str, actual: str, rule: str) -> None:
    found = compare_titles(claimed, actual)
    assert found.kind is TitleKind.VARIANT
    assert rule in found.rule


@pytest.mark.parametrize(
    ("claimed", "actual"),
    [
        ("Deep Residual Learning for Image Recognition", M1),
        ("Attention Is All You Need", "Attention Is Not All You Need for Vision"),
        ("Adam", M1),
    ],
)
def test_another_title(claimed: str, actual: str) -> None:
    assert compare_titles(claimed, actual).kind is TitleKind.DIFFERENT


def test_only_an_unlike_title_names_another_paper() -> None:
    assert compare_titles("Deep Residual Learning for Image Recognition", M1).names_another_paper
    assert not compare_titles("MiniMax-M1: Scaling Compute with Attention", M1).names_another_paper


@given(st.text(max_size=60))
def test_a_title_is_itself(title: str) -> None:
    assert compare_titles(title, title).kind is TitleKind.SAME
