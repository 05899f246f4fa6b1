"""The names that people, catalogues and publishers give to one journal."""

from __future__ import annotations

from itertools import combinations, permutations
from pathlib import Path

import pytest

from refcore.compare.agreement import Agreement
from refcore.compare.venues import compare_venues

ROWS = [
    [name.strip() for name in line.split("|")]
    for line in Path(__file__).with_name("journals_labelled.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
PAIRS = [
    [part.strip() for part in line.split(" | ")]
    for line in Path(__file__).with_name("venue_pairs.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
# Two journals of which people cite one as the other.
KINDRED = {
    frozenset(("The Astrophysical Journal", "The Astrophysical Journal Letters")),
    frozenset(("Pattern Recognition", "Pattern Recognition Letters")),
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_names_of_one_journal_do_not_differ(row: list[str]) -> None:
    for claimed, actual in permutations(row, 2):
        found = compare_venues(claimed, actual)
        assert found is None or not found.is_different, (claimed, actual, found)


def test_two_journals_are_never_one() -> None:
    wrong = [
        (one[0], other[0])
        for one, other in combinations(ROWS, 2)
        if (found := compare_venues(one[0], other[0]))
        and found.kind is not Agreement.DIFFERENT
        and frozenset((one[0], other[0])) not in KINDRED
    ]
    assert not wrong


def test_pairs_of_venues_as_labelled() -> None:
    wrong = [
        (label, claimed, actual, found)
        for label, claimed, actual in PAIRS
        if (found := compare_venues(claimed, actual)) and found.is_different is (label == "one")
    ]
    assert not wrong
