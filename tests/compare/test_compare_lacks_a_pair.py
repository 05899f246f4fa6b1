"""A list with a name without a pair is wrong, whatever else the whole comparison finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.compare.authors import compare_in_full, lacks_a_pair
from refcore.model.people import Authors, Group, Person

NAMES = (
    "Bo Fei",
    "Fei Bo",
    "B. Fei",
    "Bo Fei-Lund",
    "Ada M. Quill",
    "Ada Quill",
    "Kees van der Sluis",
    "K. v. d. Sluis",
    "Núria Oliver i Pla",
    "Jürgen Müller",
    "Juergen Mueller",
    "Bo Fei Ada Quill",
    "Moss Team",
    "Hal Daume III",
    "Suhas BN",
    "Fei",
)


def authors(names: list[str]) -> Authors:
    return Authors(
        [
            Group(name) if name.endswith("Team") else Person(*name.rpartition(" ")[::2])
            for name in names
        ]
    )


lists = st.lists(st.sampled_from(NAMES), min_size=1, max_size=5)


@given(lists, lists)
def test_a_name_without_a_pair_makes_a_list_wrong(claimed: list[str], actual: list[str]) -> None:
    if lacks_a_pair(authors(claimed), actual):
        assert compare_in_full(authors(claimed), actual).is_wrong


@pytest.mark.parametrize(
    ("claimed", "actual", "is_lacking"),
    [
        (["Bo Fei"], ["Ada Quill"], True),
        (["Bo Fei", "Ada Quill"], ["Ada Quill"], True),
        (["Ada Quill"], ["Ada Quill", "Bo Fei"], True),
        (["Fei Bo", "A. Quill"], ["Bo Fei", "Ada M. Quill"], False),
        (["Moss Team"], ["Bo Fei"], False),
        (["Bo Fei"], ["Ada Quill", "others"], False),
    ],
)
def test_lists_of_people_that_are_whole(
    claimed: list[str], actual: list[str], is_lacking: bool
) -> None:
    assert lacks_a_pair(authors(claimed), actual) is is_lacking
