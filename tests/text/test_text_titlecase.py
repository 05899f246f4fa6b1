"""Titles in title case and in sentence case."""

import pytest

from refcore.text.titlecase import is_title_case, sentence_case, with_kept_capitals

SPAN = '<span class="nocase">{}</span>'.format


@pytest.mark.parametrize(
    ("title", "lowered"),
    [
        ("A Study of Rivers", "A study of rivers"),
        ("Rivers and Lakes: The Long View", "Rivers and lakes: The long view"),
        ("Is It Over? Notes on Endings", "Is it over? Notes on endings"),
        ("Real-Time Flow in USGS Data", "Real-time flow in USGS data"),
        (f"Lakes of {SPAN('Lapland')} in Winter", f"Lakes of {SPAN('Lapland')} in winter"),
        # BibTeX lowers nothing inside the braces of \emph and its like.
        ("The <i>Long</i> View of a Lake", "The <i>Long</i> view of a lake"),
        ("The Wings of <i>Apis Mellifera</i>", "The wings of <i>Apis Mellifera</i>"),
        ("<i>Daphnia</i> and Its Lakes", "<i>Daphnia</i> and its lakes"),
        ("<b>Fen</b>: The Story of Peat", "<b>Fen</b>: The story of peat"),
        (
            "The <i>Life of <b>Bees</b> Today</i> Reviewed",
            "The <i>Life of <b>Bees</b> Today</i> reviewed",
        ),
        (r"The $\Gamma_{X}$ Function in Use", r"The $\Gamma_{X}$ function in use"),
        ("Vitamin C Intake and Health", "Vitamin C intake and health"),
        ("Who Am I Today", "Who am I today"),
        ("Water H<sub>2</sub>O Cycles", "Water H<sub>2</sub>O cycles"),
        ("The Bird's Nest", "The bird's nest"),
        ("Peat—A Love Story", "Peat—A love story"),
        ("Peat 1990–1999: Two Reports", "Peat 1990–1999: Two reports"),
        ("Voles with Tails", "Voles with tails"),
        ("α-Decay Chains", "α-decay chains"),
        ("A Non-linear Model of Moss", "A non-linear model of moss"),
        ("½-Spin Systems", "½-spin systems"),
        ("<i>Apis</i> Wings", "<i>Apis</i> wings"),
        ("“The Nest” and Other Stories", "“The nest” and other stories"),
    ],
)
def test_title_case_is_lowered(title, lowered):
    assert is_title_case(title)
    assert sentence_case(title) == lowered
    assert sentence_case(lowered) == lowered


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Wasser und Wind im Gebirge", ""),
        ("Die Flüsse Europas", ""),
        ("Les Fleuves du Nord", ""),
        ("Rivers And Lakes Today", "nl"),
        ("A study of the Danube", ""),
        ("河流研究", ""),
        ("The <i>Apis Mellifera</i> wing in cold air", ""),
        ("<i>The Whole Title in Italics</i>", ""),
        ("", ""),
    ],
)
def test_other_titles_stay(title, language):
    assert sentence_case(title, language) == title


def test_capitals_of_sentence_case_are_protected():
    title = "A study of Bayes: From Rome to DNA and vitamin C"
    kept = f"A study of {SPAN('Bayes')}: From {SPAN('Rome')} to DNA and vitamin {SPAN('C')}"
    assert with_kept_capitals(title) == kept
    assert with_kept_capitals(kept) == kept
    assert with_kept_capitals("Das Haus am See", "de") == "Das Haus am See"


# Several signs in a row, and what begins with a sign; braces stand for `nocase`.
SIGNS = [
    ("The moss of U.S. Fens", "The moss of {U}.S. {Fens}"),
    ("The moss. Fens of Kent", "The moss. Fens of {Kent}"),
    ("The moss -- Fens of Kent", "The moss -- {Fens} of {Kent}"),
    ("The moss ... and Fens", "The moss ... and {Fens}"),
    ("The moss:  “Fens of Kent", "The moss:  “Fens of {Kent}"),
    ("The moss (Kent)-Fens", "The moss ({Kent})-{Fens}"),
    ("the life of Dr. Elm in 13 Sep. 2001", "the life of {Dr}. Elm in 13 {Sep}. 2001"),
    ("the growth of <i>life</i> in Kent", "the growth of <i>life</i> in {Kent}"),
    ("the moss_Fen of a.Kent.org", "the moss_Fen of a.Kent.org"),
    ("the moss $x_1$ of Kent", "the moss $x_1$ of {Kent}"),
]


@pytest.mark.parametrize(("title", "kept"), SIGNS)
def test_signs_between_words_are_read_in_runs(title, kept):
    found = with_kept_capitals(title)
    assert found.replace('<span class="nocase">', "{").replace("</span>", "}") == kept
