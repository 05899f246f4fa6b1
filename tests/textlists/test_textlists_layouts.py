"""Lists in many layouts: how names are written, what is between and after them, titles."""

import pytest

from refcore.textlists import read

# ruff: noqa: E501 - a reference is one line
WANTED = [
    (["Brandt", "Osei", "Ruiz"], "Slow tides in shallow basins", 2014),
    (["Castell"], "A grammar of knots", 2009),
    (["Farrow", "Gill"], "Unsupervised sorting of pebbles", 2021),
]
LAYOUTS = {
    "a bare year and a spaced colon": """\
Brandt L., Osei K., Ruiz M. 2014 : Slow tides in shallow basins, in Journal of Water 12, p. 201–219.
Castell V. 2009 : A grammar of knots, Oxford, Oxford University Press.
Farrow T., Gill S. 2021 : Unsupervised sorting of pebbles, in Language 7, p. 3–9.""",
    "capitals and semicolons": """\
BRANDT, L.; OSEI, K.; RUIZ, M. Slow tides in shallow basins. Journal of Water, v. 12, n. 3, p. 201–219, 2014.
CASTELL, V. A grammar of knots. Oxford: Oxford University Press, 2009.
FARROW, T.; GILL, S. Unsupervised sorting of pebbles. Language, v. 7, n. 1, p. 3–9, 2021.""",
    "first name turned": """\
Brandt, L., K. Osei, and M. Ruiz. 2014. Slow tides in shallow basins. Journal of Water 12:201–219.
Castell, V. 2009. A grammar of knots. Oxford University Press, Oxford.
Farrow, T., and S. Gill. 2021. Unsupervised sorting of pebbles. Language 7:3–9.""",
    "dashes between names": """\
Brandt, L. – Osei, K. – Ruiz, M., Slow tides in shallow basins, in Journal of Water 12 (2014), pp. 201–219.
Castell, V., A grammar of knots, Oxford University Press, Oxford 2009.
Farrow, T. – Gill, S., Unsupervised sorting of pebbles, in Language 7 (2021), pp. 3–9.""",
    "spaced semicolons, colon behind": """\
Brandt, Lena ; Osei, Kofi ; Ruiz, Mara: Slow tides in shallow basins. In: Journal of Water 12 (2014), Nr. 3, S. 201–219
Castell, Vera: A grammar of knots. Oxford : Oxford University Press, 2009
Farrow, Tom ; Gill, Sara: Unsupervised sorting of pebbles. In: Language 7 (2021), Nr. 1, S. 3–9""",
    "initials in brackets": """\
BRANDT (L.), OSEI (K.), RUIZ (M.) — Slow tides in shallow basins. Journal of Water, 12, 2014, p. 201–219.
CASTELL (V.) — A grammar of knots. Oxford : Oxford University Press, 2009.
FARROW (T.), GILL (S.) — Unsupervised sorting of pebbles. Language, 7, 2021, p. 3–9.""",
    "citation before the names": """\
Brandt et al. 2014 L. Brandt – K. Osei – M. Ruiz, Slow tides in shallow basins, Journal of Water 12, 2014, 201–219
Castell 2009 V. Castell, A grammar of knots (Oxford 2009)
Farrow – Gill 2021 T. Farrow – S. Gill, Unsupervised sorting of pebbles, Language 7, 2021, 3–9""",
    "German quotes": """\
Brandt, Lena / Osei, Kofi / Ruiz, Mara (2014). „Slow tides in shallow basins.“ In: Journal of Water 12, S. 201–219.
Castell, Vera (2009). A grammar of knots. Oxford: Oxford University Press.
Farrow, Tom / Gill, Sara (2021). „Unsupervised sorting of pebbles.“ In: Language 7, S. 3–9.""",
    "no sign behind names": """\
Brandt L, Osei K and Ruiz M 2014 Slow tides in shallow basins. Journal of Water 12 201–19
Castell V 2009 A grammar of knots. Oxford: Oxford University Press
Farrow T and Gill S 2021 Unsupervised sorting of pebbles. Language 7 3–9""",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_read(layout: str) -> None:
    found = [
        ([name.family.title() for name in one.authors.people], one.title, one.year)
        for one in read(LAYOUTS[layout])
    ]
    assert found == WANTED


def test_a_style_without_titles_has_none() -> None:
    library = read(
        "1. K.-Y. Osei and C. Brandt, Cell 49, 277 (2012).\n"
        "2. I. Ruiz, A. Gill, and K. Farrow, Physical Review D 114, 344 (2020).\n"
        "3. V. Castell, Journal of Water 67, 158 (2021).\n"
        "4. W. Holm and T. Ito, Nature 88, 12 (2019).\n"
    )
    assert [one.title for one in library] == ["", "", "", ""]
    assert next(iter(library)).fields["container-title"] == "Cell"
    assert [one.year for one in library] == [2012, 2020, 2021, 2019]


def test_family_names_first_without_commas_are_known_by_the_order_of_the_list() -> None:
    library = read(
        "Andrade Filipe, Bolt Rosa. Slow tides. Water. 2014;12:3–9.\n"
        "Castell Vera. A grammar of knots. Language. 2009;3:1–7.\n"
        "Dimov Anton, Ek Pia. Counting leaves. Cell. 2018;8:12–25.\n"
        "Farrow Tom, Gill Zoe. Sorting pebbles. Nature. 2021;7:3–9.\n"
        "Holm Bea. On sand. Cell. 2011;7:30–39.\n"
        "Ito Aki, Juhl Per. On stone. Cell. 2012;7:41–49.\n"
    )
    firsts = [one.authors.people[0].family for one in library]
    assert firsts == ["Andrade", "Castell", "Dimov", "Farrow", "Holm", "Ito"]


KEYED = (
    ("fei2019", "A. Fei. Ripples in wind. 2019."),
    ("DBLP:conf/sand/Wu20", "B. Wu. Budgets of rivers. 2020."),
    ("su-21a", "C. Su and D. Ma. Lacunes of sand. 2021."),
    ("k12", "E. Bo. Fens. In: Handbook of moss. 2012."),
)


def test_the_keys_that_a_draft_prints_are_labels() -> None:
    found = list(read("\n".join(f"{key} {text}" for key, text in KEYED)))
    assert [str(one.authors) for one in found] == ["A. Fei", "B. Wu", "C. Su, D. Ma", "E. Bo"]


def test_a_word_with_a_digit_in_front_of_one_reference_is_no_label() -> None:
    texts = [text for _, text in KEYED]
    found = list(read("\n".join([*texts, "GPT4 Team. Words of a report. 2023."])))
    assert str(found[-1].authors) == "GPT4 Team"
