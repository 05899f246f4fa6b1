"""Names of organisations: departments, acronyms, developers and owners."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcore.compare.groups import same_group

_ROWS = [
    tuple(part.strip() for part in line.split("|"))
    for line in Path(__file__).with_name("group_names.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("label", "one", "other"), _ROWS)
def test_names_of_one_body_are_told_from_those_of_two(label: str, one: str, other: str) -> None:
    assert same_group(one, other) is (label == "one")
    assert same_group(other, one) is (label == "one")
