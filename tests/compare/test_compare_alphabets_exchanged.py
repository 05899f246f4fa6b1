"""Each row of letters that customs exchange makes the words of its example one."""

from __future__ import annotations

import pytest

from refcore.compare.alphabets import ALPHABETS
from refcore.compare.exchanges import Row, exchange, exchanged
from refcore.text.ascii import to_ascii

ROWS = [
    pytest.param(row, [other for other in alphabet.table if other is not row], id=row.example)
    for alphabet in ALPHABETS
    for row in alphabet.table
]


@pytest.mark.parametrize(("row", "others"), ROWS)
def test_a_row_is_needed_by_its_example(row: Row, others: list[Row]) -> None:
    one, other = (to_ascii(word).lower() for word in row.example.split(", "))
    found = exchanged(one, other, exchange([*others, row]))
    without = exchanged(one, other, exchange(others))
    assert found is not None
    assert without is None or without > found, without
