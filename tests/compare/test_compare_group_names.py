"""Names of organisations: departments, acronyms, developers and owners."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcore.compare.groups import same_group
from refcore.compare.units import may_be_acronym

_ROWS = [
    tuple(part.strip() for part in line.split("|"))
    for line in Path(__file__).with_name("group_names.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("label", "one", "other"), _ROWS)
def test_names_of_one_body_are_told_from_those_of_two(label: str, one: str, other: str) -> None:
    assert same_group(one, other) is (label == "one")
    assert same_group(other, one) is (label == "one")


@pytest.mark.parametrize(
    ("short", "name", "may_be"),
    [
        ("ECDC", "European Centre for Disease Prevention and Control", True),
        (
            "BMZ",
            "Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung",
            True,
        ),
        ("ECMWF", "European Centre for Medium-Range Weather Forecasts", True),
        (
            "EUMETSAT",
            "European Organisation for the Exploitation of Meteorological Satellites",
            True,
        ),
        ("AFNOR", "Association française de normalisation", True),
        ("INSERM", "Institut national de la santé et de la recherche médicale", True),
        ("ECDC", "European Medicines Agency", False),
        ("NASA", "European Space Agency", False),
        ("WHO", "World Trade Organization", False),
        ("IPCC", "International Panel of Cities", False),
        ("UNICEF", "United Nations Industrial Fund", False),
        ("Moss", "Ministry of Science and Sport", False),
    ],
)
def test_an_acronym_can_take_letters_from_inside_words(short: str, name: str, may_be: bool) -> None:
    assert may_be_acronym(short, name) is may_be
