"""What pasted lists have beside the names: the example of each row of the tables."""

import pytest

from refcore.names.noise import NOISE, Noise, without_noise


@pytest.mark.parametrize("row", NOISE, ids=lambda row: row.what)
def test_each_kind_of_noise(row: Noise) -> None:
    assert without_noise(row.before) == row.after


@pytest.mark.parametrize("row", [row for row in NOISE if row.needs], ids=lambda row: row.what)
def test_nothing_is_found_without_what_a_row_needs(row: Noise) -> None:
    assert row.needs in row.before.lower()
    for text in (other.before for other in NOISE):
        if row.pattern.search(text):
            assert row.needs in text.lower()


def test_each_row_has_a_name_of_its_own() -> None:
    names = [row.what for row in NOISE]
    assert sorted(set(names)) == sorted(names)
