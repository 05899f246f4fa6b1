"""The differences of two lists are those that a person would name."""

from __future__ import annotations

import json

import pytest

from refcore.compare import (
    DifferenceKind,
    ListVerdict,
    VariantKind,
    compare_authors,
    compare_names,
    read_authors,
)
from refcore.model.people import Authors, Group, Person

PEOPLE = (
    "Aili Chen, Aonian Li, Bangwei Gong, Binyang Jiang, Bo Fei, Bo Yang, Boji Shan, Changqing Yu, "
    "Chao Wang, Cheng Zhu, Chengjun Xiao, Chengyu Du, Chi Zhang, Chu Qiao"
).split(", ")
RECORD = ["MiniMax", ":", *PEOPLE]


def rules(claimed: list[str], actual: list[str]) -> list[str]:
    return [difference.rule for difference in compare_authors(claimed, actual).differences]


def kinds(claimed: list[str], actual: list[str]) -> list[DifferenceKind]:
    return [difference.kind for difference in compare_authors(claimed, actual).differences]


def test_one_missing_is_one_difference() -> None:
    claimed = ["MiniMax", *(name for name in PEOPLE if name != "Bangwei Gong")]
    found = compare_authors(claimed, RECORD)
    assert found.verdict is ListVerdict.MISSING_AUTHORS
    (difference,) = found.differences
    assert difference.kind is DifferenceKind.MISSING
    assert difference.rule == "Bangwei Gong is missing after Aonian Li"
    assert (difference.claimed_position, difference.actual_position) == (None, 4)
    assert difference.suggestion == "Bangwei Gong"


def test_first_missing_is_said_to_be_at_the_head() -> None:
    assert rules(PEOPLE[1:], PEOPLE) == ["Aili Chen is missing at the head of the list"]


def test_neighbours_swapped() -> None:
    claimed = [*PEOPLE]
    claimed[4], claimed[5] = claimed[5], claimed[4]
    found = compare_authors(["MiniMax", *claimed], RECORD)
    assert [item.kind for item in found.differences] == [DifferenceKind.SWAPPED] * 2
    assert [item.suggestion for item in found.differences] == ["Bo Fei", "Bo Yang"][::-1]
    assert str(found).splitlines()[1:] == [
        "  Bo Yang and Bo Fei are swapped (5 and 6, groups not counted)"
    ]


def test_far_apart_swapped_names_both_once_in_text() -> None:
    claimed = [*PEOPLE]
    claimed[1], claimed[9] = claimed[9], claimed[1]
    found = compare_authors(claimed, PEOPLE)
    assert found.verdict is ListVerdict.ORDER_DIFFERS
    assert [difference.kind for difference in found.differences] == [DifferenceKind.SWAPPED] * 2
    assert str(found).endswith("Cheng Zhu and Aonian Li are swapped (2 and 10)")


def test_moved_says_from_and_to() -> None:
    claimed = [*PEOPLE]
    claimed.insert(8, claimed.pop(1))
    assert rules(claimed, PEOPLE) == ["Aonian Li moved from 2 to 9"]


def test_one_letter_names_both_and_suggests() -> None:
    claimed = [name.replace("Cheng Zhu", "Chen Zhu") for name in PEOPLE]
    found = compare_authors(claimed, PEOPLE)
    (difference,) = found.differences
    assert (found.verdict, difference.kind) == (ListVerdict.WRONG, DifferenceKind.MISSPELLED)
    assert (difference.claimed, difference.suggestion) == ("Chen Zhu", "Cheng Zhu")
    assert difference.claimed_position == difference.actual_position == 10
    assert difference.is_breaking


def test_missing_and_moved_do_not_blame_the_rest() -> None:
    claimed = [name for name in PEOPLE if name != "Bo Fei"]
    claimed.append(claimed.pop(0))
    found = compare_authors(claimed, PEOPLE)
    assert [item.kind for item in found.differences] == [
        DifferenceKind.MISSING,
        DifferenceKind.MOVED,
    ]
    assert found.verdict is ListVerdict.WRONG


def test_two_missing_far_apart_among_initials() -> None:
    claimed = [f"{n.split()[1]}, {n[0]}." for n in PEOPLE if n not in ("Bo Fei", "Chi Zhang")]
    found = compare_authors(claimed, PEOPLE)
    missing = [item.actual for item in found.differences if item.kind is DifferenceKind.MISSING]
    assert missing == ["Bo Fei", "Chi Zhang"]


def test_a_second_copy_is_a_duplicate() -> None:
    claimed = [*PEOPLE[:3], PEOPLE[2], *PEOPLE[3:]]
    found = compare_authors(claimed, PEOPLE)
    assert found.verdict is ListVerdict.EXTRA_AUTHORS
    assert [item.kind for item in found.differences] == [DifferenceKind.DUPLICATE]


@pytest.mark.parametrize(
    ("claimed", "actual", "kind"),
    [
        (["A B. Vaswani Noam Shazeer"], ["A B. Vaswani", "Noam Shazeer"], DifferenceKind.MERGED),
        (["Ashish", "Vaswani", "Bo Fei"], ["Ashish Vaswani", "Bo Fei"], DifferenceKind.SPLIT),
        (["{Foo}", "Bo Fei"], ["Bar Team", "Bo Fei"], DifferenceKind.OTHER_GROUP),
        (["Bo Fei"], ["Bar Team", "Bo Fei"], DifferenceKind.GROUP_MISSING),
        (["{Bar Team}", "Bo Fei"], ["Bo Fei"], DifferenceKind.GROUP_EXTRA),
        (["{Bar}", "Bo Fei"], ["Bar Team", "Bo Fei"], DifferenceKind.GROUP_VARIANT),
        (["Bar Team Bo Fei"], ["Bar Team", ":", "Bo Fei"], DifferenceKind.GROUP_GLUED),
        (["Bo Fei", "and 7 others"], ["Bo Fei", "Bo Yang"], DifferenceKind.COUNT_WRONG),
        (["Bo Fei", "others"], ["Bo Fei", "Bo Yang"], DifferenceKind.TRUNCATED),
        (["Hal Daumé Jr"], ["Hal Daumé III"], DifferenceKind.DIFFERENT_SUFFIX),
        (["Greg Corrado"], ["Gary Corrado"], DifferenceKind.DIFFERENT_GIVEN_NAME),
        (["Greg Corrado"], ["Greg Shlens"], DifferenceKind.DIFFERENT_FAMILY_NAME),
        (["Yann LeCun"], ["Ashish Vaswani"], DifferenceKind.OTHER_PERSON),
    ],
)
def test_kinds(claimed: list[str], actual: list[str], kind: DifferenceKind) -> None:
    assert kind in kinds(claimed, actual)


def test_positions_count_groups_but_not_the_colon_or_marks() -> None:
    claimed = ["MiniMax", ":", "Aili Chen", "Aonian Lee", "et al."]
    (wrong, _) = compare_authors(claimed, RECORD).differences
    assert (wrong.claimed_position, wrong.actual_position) == (3, 3)


def test_counts_are_of_people() -> None:
    found = compare_authors(["MiniMax", "Aili Chen", "and 13 others"], RECORD)
    assert (found.claimed_count, found.actual_count, found.others) == (1, 14, 13)
    assert found.verdict is ListVerdict.TRUNCATED_OK


def test_a_count_that_is_too_small_or_too_large_is_wrong() -> None:
    small = compare_authors(["Aili Chen", "and 12 others"], PEOPLE)
    large = compare_authors(["Aili Chen", "and 14 others"], PEOPLE)
    assert small.verdict is ListVerdict.MISSING_AUTHORS
    assert large.verdict is ListVerdict.EXTRA_AUTHORS
    assert "12 more" in str(small)
    assert "there are 13" in str(large)


def test_pairs_hold_every_name_in_order() -> None:
    found = compare_authors(["{MiniMax}", *PEOPLE[:3], "Bo Yang", "Bo Fei", *PEOPLE[6:]], RECORD)
    positions = [pair.claimed_position for pair in found.pairs if pair.claimed_position]
    assert positions == list(range(1, len(PEOPLE) + 1))


def test_authors_of_the_model_compare_like_strings() -> None:
    claimed = Authors([Group("MiniMax"), Person("A.", "Chen"), Person("Aonian", "Li")], others=12)
    found = compare_authors(claimed, RECORD)
    assert found.verdict is ListVerdict.TRUNCATED_OK
    assert found.differences[0].variant == (VariantKind.INITIALS,)


def test_an_actual_list_that_is_cut_excuses_its_tail() -> None:
    actual = Authors([Person("Aili", "Chen")], others=True)
    assert not compare_authors(["Aili Chen", "Bo Fei"], actual).is_wrong
    assert compare_authors(["Bo Fei", "Bo Yang"], actual).is_wrong


def test_a_long_run_of_missing_names_is_one_line() -> None:
    text = str(compare_authors(PEOPLE[:2], PEOPLE))
    assert text.splitlines()[1:] == ["  12 authors are missing at the end, from Bangwei Gong on"]


def test_read_authors_keeps_particles_apart() -> None:
    (person,) = read_authors(["van den Oord, Aaron"])
    assert person == Person("Aaron", "Oord", non_dropping_particle="van den")


def test_everything_is_json() -> None:
    found = compare_authors(["A. Chen", "Bo Yang", "Bo Fei", "others"], RECORD)
    value = json.loads(json.dumps(found.to_dict()))
    assert value["verdict"] == found.verdict
    assert len(value["differences"]) == len(found.differences)


@pytest.mark.parametrize(
    ("claimed", "actual", "kind"),
    [
        ("Y those Shen", "Yelong Shen", "misspelled"),
        ("Yelong the Shen", "Yelong Shen", "misspelled"),
        ("John from Smith", "John Smith", "misspelled"),
        ("Maria of Lima", "Maria Lima", "misspelled"),
        ("Peter de With", "Peter H. N. de With", "variant"),
        ("Pedro de Almeida e Silva", "Pedro Silva", "variant"),
        ("Will Under", "William Under", "variant"),
        ("Juan de los Santos", "Juan Santos", "variant"),
    ],
)
def test_a_word_of_running_text_is_no_middle_name(claimed: str, actual: str, kind: str) -> None:
    assert compare_names(claimed, actual).kind.value == kind


def test_compare_names_gives_kinds_and_reason() -> None:
    found = compare_names("Yan J.", "Junjie Yan")
    assert found.kind is DifferenceKind.VARIANT
    assert found.variant == (VariantKind.INITIALS, VariantKind.FAMILY_FIRST)
    assert compare_names("Yan Junjie", "Junjie Yan").rule == "written family name first"
    assert not compare_names("Niki Parmer", "Niki Parmar").can_be_same


@pytest.mark.parametrize(
    ("names", "shown", "others"),
    [
        (["{MiniMax}", ":", "Chen, Aili", "et al."], "MiniMax, Aili Chen et al.", True),
        (["Meeks, III, William H."], "William H. Meeks III", False),
        ([r"{\L}ukasz Kaiser", "(and 27 additional authors)"], "Łukasz Kaiser and 27 more", 27),
        (["Bo Fei and 3 others"], "Bo Fei and 3 more", 3),
    ],
)
def test_read_authors(names: list[str], shown: str, others: bool | int) -> None:
    authors = read_authors(names)
    assert str(authors) == shown
    assert authors.others == others


def test_two_authors_in_one_name_with_a_comma_between_them() -> None:
    assert rules(["K. He, J. Sun", "Bo Fei"], ["Kaiming He", "Jian Sun", "Bo Fei"]) == [
        "K. He, J. Sun runs two authors together: Kaiming He and Jian Sun"
    ]


def test_one_author_in_two_without_the_middle_name() -> None:
    claimed = ["Diederik", "Kingma", "Jimmy Ba"]
    found = compare_authors(claimed, ["Diederik P. Kingma", "Jimmy Ba"])
    assert found.verdict is ListVerdict.WRONG
    assert [difference.rule for difference in found.differences] == [
        "Diederik and Kingma are one author: Diederik P. Kingma"
    ]


def test_a_name_that_was_turned_around_is_shown_as_it_was_written() -> None:
    (rule,) = rules(["Scao, Teven Le"], ["Teven Le Scao"])
    assert rule.startswith("Scao, Teven Le is Teven Le Scao: the particle")


def test_a_group_for_one_person_says_so() -> None:
    found = compare_authors(["Kimi Team"], ["Kimi Team", ":", "Yifan Bai"])
    assert found.verdict is ListVerdict.TRUNCATED_OK
    assert str(found).endswith("the group takes the place of the only person of the actual list")


def test_a_group_glued_with_a_comma_to_the_first_person() -> None:
    found = compare_authors(["DeepSeek-AI, Daya Guo"], ["DeepSeek-AI", "Daya Guo"])
    assert found.verdict is ListVerdict.MATCH_WITH_VARIANT
    assert [difference.kind for difference in found.differences] == [DifferenceKind.GROUP_GLUED]


def test_a_list_with_commas_for_and_is_one_finding() -> None:
    claimed = ["Jakob Uszkoreit", "A. Vaswani, N. Shazeer, N. Parmar", "Llion Jones"]
    actual = ["Jakob Uszkoreit", "Ashish Vaswani", "Noam Shazeer", "Niki Parmar", "Llion Jones"]
    (difference,) = (item for item in compare_authors(claimed, actual).differences)
    assert difference.kind is DifferenceKind.MERGED
    assert difference.rule == (
        "one name runs 3 authors together, from Ashish Vaswani to Niki Parmar"
    )
    assert difference.suggestion == "Ashish Vaswani, Noam Shazeer, Niki Parmar"
