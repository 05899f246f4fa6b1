"""Cut lists, wrong counts, groups among people, long runs, and what is no list of names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from refcore.compare import DifferenceKind, ListVerdict, compare_authors
from refcore.errors import InvalidName

PEOPLE = (
    "Aili Chen, Aonian Li, Bangwei Gong, Binyang Jiang, Bo Fei, Bo Yang, Boji Shan, Changqing Yu, "
    "Chao Wang, Cheng Zhu, Chengjun Xiao, Chengyu Du, Chi Zhang, Chu Qiao"
).split(", ")
RECORD = ["MiniMax", ":", *PEOPLE]


def rules(claimed: list[str], actual: list[str]) -> list[str]:
    return [difference.rule for difference in compare_authors(claimed, actual).differences]


def test_a_count_off_by_one_may_be_the_last_listed_name() -> None:
    found = compare_authors([*PEOPLE[:9], "and 4 others"], PEOPLE)
    assert found.verdict is ListVerdict.MISSING_AUTHORS
    assert [difference.rule for difference in found.differences] == [
        "5 authors are left out, from Cheng Zhu on",
        "the list says that 4 more are left out; there are 5; or Cheng Zhu is missing at its end",
    ]


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        (3, "there are 5; or Cheng Zhu and Chengjun Xiao are missing at its end"),
        (2, "there are 5; or Cheng Zhu, Chengjun Xiao and Chengyu Du are missing at its end"),
        (1, "there are 5"),
        (6, "there are 5"),
    ],
)
def test_a_count_further_off(said: int, ends: str) -> None:
    assert rules([*PEOPLE[:9], f"and {said} others"], PEOPLE)[-1].endswith(ends)


def test_a_right_count_is_said_to_be_as_the_list_says() -> None:
    rule = "5 authors are left out, from Cheng Zhu on, as the list says"
    assert rules([*PEOPLE[:9], "and 5 others"], PEOPLE) == [rule]
    assert rules([*PEOPLE[:9], "et al."], PEOPLE) == [rule]


def test_a_count_may_take_in_the_group() -> None:
    found = compare_authors([*PEOPLE[:9], "and 6 others"], RECORD)
    assert found.verdict is ListVerdict.TRUNCATED_OK
    assert "5 authors and the group MiniMax are left out, from Cheng Zhu on, as the list says" in (
        difference.rule for difference in found.differences
    )
    wrong = rules([*PEOPLE[:9], "and 8 others"], RECORD)
    assert wrong[-1].endswith("there are 5, or 6 with the group MiniMax")


@pytest.mark.parametrize("place", [1, 7, 13])
def test_a_group_among_the_people_is_added_and_the_other_missing(place: int) -> None:
    claimed = [*PEOPLE[:place], "OpenAI", *PEOPLE[place:]]
    found = {d.kind: d.rule for d in compare_authors(claimed, RECORD).differences}
    assert found == {
        DifferenceKind.GROUP_MISSING: "the group MiniMax is missing",
        DifferenceKind.GROUP_EXTRA: "the group OpenAI is not among the actual authors",
    }


@pytest.mark.parametrize("claimed", [["OpenAI", *PEOPLE], [*PEOPLE, "OpenAI"]])
def test_a_group_around_the_people_is_another_group(claimed: list[str]) -> None:
    found = compare_authors(claimed, RECORD)
    assert found.verdict is ListVerdict.WRONG
    assert [d.rule for d in found.differences] == ["OpenAI is another group than MiniMax"]


def test_another_group_at_the_same_place_among_the_people_is_another_group() -> None:
    actual = [*PEOPLE[:4], "MiniMax", *PEOPLE[4:]]
    claimed = [*PEOPLE[:4], "OpenAI", *PEOPLE[4:]]
    assert rules(claimed, actual) == ["OpenAI is another group than MiniMax"]


@pytest.mark.parametrize(
    ("claimed", "rule"),
    [
        (PEOPLE[:5], "9 authors are missing at the end, from Bo Yang on"),
        (PEOPLE[5:], "5 authors are missing at the head of the list, from Aili Chen to Bo Fei"),
        (
            [*PEOPLE[:2], *PEOPLE[6:]],
            "4 authors are missing after Aonian Li, from Bangwei Gong to Bo Yang",
        ),
        ([], "all 14 authors are missing, from Aili Chen to Chu Qiao"),
    ],
)
def test_a_run_of_missing_names_shares_one_rule(claimed: list[str], rule: str) -> None:
    found = compare_authors(claimed, PEOPLE)
    assert str(found).splitlines()[1:] == [f"  {rule}"]
    left_out = [name for name in PEOPLE if name not in claimed]
    assert [difference.suggestion for difference in found.differences] == left_out
    assert [difference.actual for difference in found.differences] == left_out


def test_three_missing_neighbours_are_named_one_by_one() -> None:
    assert rules([*PEOPLE[:2], *PEOPLE[5:]], PEOPLE) == [
        "Bangwei Gong is missing after Aonian Li",
        "Binyang Jiang is missing after Bangwei Gong",
        "Bo Fei is missing after Binyang Jiang",
    ]


@pytest.mark.parametrize(
    ("mark", "verdict"),
    [
        ("et al.", ListVerdict.TRUNCATED_OK),
        ("others", ListVerdict.TRUNCATED_OK),
        ("and 14 others", ListVerdict.TRUNCATED_OK),
        ("and 15 others", ListVerdict.TRUNCATED_OK),
        ("and 12 others", ListVerdict.MISSING_AUTHORS),
    ],
)
def test_a_mark_alone_is_an_empty_leading_run(mark: str, verdict: ListVerdict) -> None:
    assert compare_authors([mark], RECORD).verdict is verdict


def test_two_swapped_at_the_end_of_a_cut_list_leave_the_tail_out() -> None:
    for claimed in (["Aonian Li", "Aili Chen"], ["Aili Chen", "Bangwei Gong", "Aonian Li"]):
        found = compare_authors([*claimed, "et al."], PEOPLE)
        assert found.verdict is ListVerdict.ORDER_DIFFERS


@pytest.mark.parametrize("names", [[1, None], ["Bo Fei", None], [b"Bo Fei"], 7, None, b"Bo Fei"])
def test_a_text_that_is_not_a_list_of_names_is_reported(names: object) -> None:
    with pytest.raises(InvalidName, match=r"of type (int|NoneType|bytes)"):
        compare_authors(names, PEOPLE)  # type: ignore[arg-type]
    with pytest.raises(InvalidName, match=r"of type (int|NoneType|bytes)"):
        compare_authors(PEOPLE, names)  # type: ignore[arg-type]


def test_a_list_that_is_too_long_is_refused() -> None:
    with pytest.raises(InvalidName, match="at most 100,000"):
        compare_authors(["Bo Fei"] * 100_001, PEOPLE)


def numbered(number: int) -> str:
    letters = ""
    while number or len(letters) < 3:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit] + "aeiou"[digit % 5]
    return f"{letters[:4].title()} {letters.title()}"


SHAPES: list[Callable[[int], str]] = [
    numbered,
    lambda _: "Bo Fei",
    lambda _: "B. Fei",
    lambda number: f"Group {number}",
    lambda number: f"{numbered(number)} van {numbered(number + 1)}",
]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_time_grows_with_the_list(
    shape: Callable[[int], str], seconds_of: Callable[[Callable[[], object]], float]
) -> None:
    times = []
    for count in (300, 2400):
        claimed = [shape(number) for number in range(count)]
        found = compare_authors(claimed, RECORD)
        times.append(seconds_of(partial(compare_authors, claimed, RECORD)))
        assert len(found.differences) >= count - len(PEOPLE)
    # Eight times the names; a comparison of all with all would take sixty-four times as long.
    assert times[1] < 32 * max(times[0], 0.01)


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("Gong, Bo Fei", "Gong, Bo Fei runs two authors together: Bangwei Gong and Bo Fei"),
        (
            "Gong, Bo Fey",
            "Gong, Bo Fey runs two authors together: Bangwei Gong and Bo Fei; "
            '"Bo Fey" should be "Bo Fei"',
        ),
    ],
)
def test_a_family_name_and_the_next_author_with_a_comma_between(written: str, rule: str) -> None:
    actual = ["Aili Chen", "Bangwei Gong", "Bo Fei", "Bo Yang"]
    found = compare_authors(["Aili Chen", written, "Bo Yang"], actual)
    assert [str(one) for one in found.differences] == [rule]
