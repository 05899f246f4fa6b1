"""A changed order is reported as the edit that made it: swapped or moved, nothing else."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from refcore.compare import AuthorComparison, DifferenceKind, ListVerdict, compare_authors
from refcore.compare.order import order_of

PEOPLE = (
    "Aili Chen, Aonian Li, Bangwei Gong, Binyang Jiang, Boris Feist, Cheng Zhu, Chu Qiao, Da Chen, "
    "Enwei Jiao, Fengyu Wu, Guohong Ma, Haimo Zhang, Jiayuan Song, Kecheng Xiao, Linbo Tang, "
    "Mozhi Zhu, Noam Shazeer, Olga Petrova, Priya Goyal, Quentin Weber"
).split(", ")
SWAPPED, MOVED = DifferenceKind.SWAPPED, DifferenceKind.MOVED


def named(found: AuthorComparison) -> dict[str, DifferenceKind]:
    return {difference.actual: difference.kind for difference in found.differences}


def swapped(names: list[str], *pairs: tuple[int, int]) -> list[str]:
    found = list(names)
    for one, other in pairs:
        found[one], found[other] = found[other], found[one]
    return found


@pytest.mark.parametrize("size", range(3, 21))
def test_every_swap_names_the_two_and_no_other(size: int) -> None:
    actual = PEOPLE[:size]
    for one in range(size):
        for other in range(one + 1, size):
            found = compare_authors(swapped(actual, (one, other)), actual)
            assert named(found) == {actual[one]: SWAPPED, actual[other]: SWAPPED}
            names = f"{actual[other]} and {actual[one]} are swapped"
            assert {d.rule for d in found.differences} == {f"{names} ({one + 1} and {other + 1})"}


@pytest.mark.parametrize("size", range(3, 21))
def test_every_move_names_one_with_its_places(size: int) -> None:
    actual = PEOPLE[:size]
    for start in range(size):
        for end in range(size):
            if abs(start - end) < 2:
                continue
            claimed = list(actual)
            claimed.insert(end, claimed.pop(start))
            found = compare_authors(claimed, actual)
            rule = f"{actual[start]} moved from {start + 1} to {end + 1}"
            assert [(d.kind, d.rule) for d in found.differences] == [(MOVED, rule)]


places = st.lists(st.integers(0, 19), min_size=4, max_size=4, unique=True)


@given(st.integers(4, 20), places)
@example(20, [0, 2, 1, 5])
@example(6, [0, 5, 2, 3])
def test_two_swaps_name_four(size: int, chosen: list[int]) -> None:
    assume(max(chosen) < size)
    a, b, c, d = chosen
    low = min(chosen)
    # Two such swaps, one place apart, are also a pair of names that moved over two others.
    assume(
        {frozenset((a, b)), frozenset((c, d))}
        != {frozenset((low, low + 2)), frozenset((low + 1, low + 3))}
    )
    actual = PEOPLE[:size]
    found = compare_authors(swapped(actual, (a, b), (c, d)), actual)
    assert named(found) == {actual[i]: SWAPPED for i in chosen}
    assert len({difference.rule for difference in found.differences}) == 2


@given(st.integers(3, 20), st.integers(1, 19))
def test_a_rotation_names_those_that_went_round(size: int, turn: int) -> None:
    assume(turn < size and size > 2)
    actual = PEOPLE[:size]
    found = compare_authors(actual[turn:] + actual[:turn], actual)
    moved = named(found)
    assert set(moved.values()) == {MOVED}
    assert len(moved) == min(turn, size - turn)
    assert set(moved) in ({*actual[:turn]}, {*actual[turn:]})


@given(st.integers(9, 20), st.data())
def test_a_swap_beside_a_move(size: int, data: st.DataObject) -> None:
    """Two names are swapped, and a third one moved to the other end of the list."""
    actual = PEOPLE[:size]
    one, other = sorted(
        data.draw(st.lists(st.integers(3, size - 1), min_size=2, max_size=2, unique=True))
    )
    claimed = swapped(actual, (one, other))
    claimed.append(claimed.pop(0))
    found = named(compare_authors(claimed, actual))
    assert found == {actual[0]: MOVED, actual[one]: SWAPPED, actual[other]: SWAPPED}


@given(st.integers(3, 20), st.data())
def test_a_swap_beside_a_missing_name(size: int, data: st.DataObject) -> None:
    actual = PEOPLE[:size]
    chosen = st.lists(st.integers(0, size - 1), min_size=3, max_size=3, unique=True)
    one, other, gone = data.draw(chosen)
    claimed = [name for name in swapped(actual, (one, other)) if name != actual[gone]]
    found = compare_authors(claimed, actual)
    assert named(found) == {
        actual[one]: SWAPPED,
        actual[other]: SWAPPED,
        actual[gone]: DifferenceKind.MISSING,
    }
    assert found.verdict is ListVerdict.WRONG


@given(st.integers(4, 20), st.data())
def test_a_swap_around_a_variant_and_a_misspelt_name(size: int, data: st.DataObject) -> None:
    actual = PEOPLE[:size]
    one = data.draw(st.integers(0, size - 4))
    claimed = swapped(actual, (one, one + 3))
    given, family = claimed[one + 1].split()
    claimed[one + 1] = f"{given[0]}. {family}"
    claimed[one + 2] += "x"
    found = named(compare_authors(claimed, actual))
    assert found == {
        actual[one]: SWAPPED,
        actual[one + 3]: SWAPPED,
        actual[one + 1]: DifferenceKind.VARIANT,
        actual[one + 2]: DifferenceKind.MISSPELLED,
    }


@given(st.permutations(range(12)))
def test_an_order_takes_in_each_index_once(values: list[int]) -> None:
    found = order_of(values)
    every = [*found.kept, *found.swaps, *found.moved]
    assert sorted(every) == list(range(12))
    assert all(found.swaps[other] == one for one, other in found.swaps.items())
    staying = sorted([*found.kept, *found.swaps])
    mended = [values[found.swaps.get(i, i)] for i in staying]
    assert mended == sorted(mended)
    ranks = {i for i in range(12) if values[i] == i}
    assert found.steps <= 12 - len(ranks)


def test_a_long_tangle_is_explained_too() -> None:
    values = [value * 7919 % 3001 for value in range(3001)]
    found = order_of(values)
    assert len(found.kept) + len(found.swaps) + len(found.moved) == 3001


def test_places_count_people_in_both_lists() -> None:
    record = ["MiniMax", ":", *PEOPLE]
    moved = list(PEOPLE)
    moved.insert(12, moved.pop(3))
    (difference,) = compare_authors(["MiniMax", ":", *moved], record).differences
    assert difference.rule == "Binyang Jiang moved from 4 to 13, groups not counted"
    assert (difference.claimed_position, difference.actual_position) == (14, 5)
    bare = compare_authors(moved, record).differences
    assert bare[1].rule == "Binyang Jiang moved from 4 to 13, groups not counted"
    assert (bare[1].claimed_position, bare[1].actual_position) == (13, 5)
    twice = compare_authors(["{MiniMax}", *PEOPLE[:3], PEOPLE[0], *PEOPLE[3:]], record)
    assert str(twice).endswith("Aili Chen is listed a second time (first at 1, groups not counted)")


def test_a_move_between_equal_places_says_where_it_is() -> None:
    claimed = ["Xena Quist", "Yuri Orlov", *PEOPLE]
    claimed.insert(2, claimed.pop(4))
    claimed.insert(2, claimed.pop(4))
    claimed.insert(2, claimed.pop(4))
    rules = [difference.rule for difference in compare_authors(claimed, PEOPLE).differences]
    assert not any("from 3 to 3" in rule for rule in rules)


def test_a_group_among_groups_is_counted_among_them() -> None:
    groups = ["{CMS Collaboration}", "{ATLAS Collaboration}", "{LHCb Collaboration}"]
    found = compare_authors([groups[2], *groups[:2]], groups)
    (difference,) = found.differences
    assert difference.rule == "LHCb Collaboration moved from 3 to 1 among the groups"
