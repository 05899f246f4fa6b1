"""The example of each row of the markup of other formats."""

import pytest

from refcore.markdown.othermarkup import MARKUPS, Markup, with_plain_markup


@pytest.mark.parametrize("row", MARKUPS, ids=lambda row: row.what)
def test_each_kind_of_markup(row: Markup) -> None:
    assert with_plain_markup(row.before) == row.after
