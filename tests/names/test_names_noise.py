"""What pasted lists have beside the names: the example of each row of the tables."""

import pytest

from refcore.names.noise import NOISE, Noise, without_noise


@pytest.mark.parametrize("row", NOISE, ids=lambda row: row.what)
def test_each_kind_of_noise(row: Noise) -> None:
    assert without_noise(row.before) == row.after


def test_each_row_has_a_name_of_its_own() -> None:
    names = [row.what for row in NOISE]
    assert sorted(set(names)) == sorted(names)
