"""Braces of titles, as Zotero and Better BibTeX write them, that protect names or nothing."""

import re

import pytest

from refcore import bibliography, loads
from refcore.csl.titlebraces import without_braces

SPAN = re.compile(r"\{([^{}]*)\}")


def marked(title):
    return SPAN.sub(r'<span class="nocase">\1</span>', title)


@pytest.mark.parametrize(
    "title",
    [
        "Soil and {Water}",
        "Deep {Residual Learning} for {Image Recognition}",
        "The {Secret} to a {Long}, {Happy} {Marriage}",
        "Can {We Get Better} at {Forgetting}?",
        "Handbook of {Bog} {Medicine}",
        "Women in {Science}",
        "The {Ecology} of {Bogs}: {A} {Primer}",
        "Attention {Is} {All} {You} {Need}",
        "Modern {Art}",
        "Bog {Therapies}",
    ],
)
def test_braces_about_all_words_with_a_capital_protect_nothing(title):
    assert without_braces(marked(title), "") == SPAN.sub(r"\1", title)


@pytest.mark.parametrize(
    "title",
    [
        "Life in {Norway}",
        "Letters to {Karl} {Marx}",
        "Kant, {Hegel}, {Marx}, {Nietzsche}",
        "Gender in {Victorian} {England}",
        "Programming in {Python}",
        "The role of the {Kyoto Protocol} in climate policy",
        "The Role of the {Kyoto Protocol} in Climate Policy",
        "Murder on the {Orient} {Express}",
        "U-{Net}",
        "The {B}ayes View of {P}eat",
    ],
)
def test_braces_about_names_stay(title):
    assert without_braces(marked(title), "") == marked(title)


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("The {Bogs} and {Health} of {Norway}", "The bogs and health of Norway"),
        ("Bog {Fires} in {New York}: {A Survey}", "Bog fires in New York: A survey"),
        ("Mapping {Peat} with {NASA} {Images}", "Mapping peat with NASA images"),
        ("History of {French} {Cinema}", "History of French cinema"),
        ("Studies in {Roman} {History}", "Studies in Roman history"),
    ],
)
def test_places_and_acronyms_keep_their_capitals(title, printed):
    entry = f"@article{{k, author={{Fir, Ida}}, title={{{title}}}, journal={{J}}, year=2020}}"
    shown = str(bibliography(loads(entry, "bibtex"), "apa"))
    assert shown == f"Fir, I. (2020). {printed}. J."


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Birds of Norway", "Birds of Norway"),
        ("A Guide to the Birds of Kent", "A guide to the birds of Kent"),
        ("Learning Spanish in Mexico", "Learning Spanish in Mexico"),
        ("European Moss Data", "European moss data"),
        ("Moss-Based Peat in the Baltic", "Moss-based peat in the Baltic"),
        ("What May Be Done in March", "What may be done in march"),
    ],
)
def test_places_keep_their_capitals_without_braces(title, printed):
    entry = f"@article{{k, author={{Fir, Ida}}, title={{{title}}}, journal={{J}}, year=2020}}"
    assert str(bibliography(loads(entry, "bibtex"), "apa")) == f"Fir, I. (2020). {printed}. J."
