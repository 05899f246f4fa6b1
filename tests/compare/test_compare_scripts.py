"""Author lists in two scripts: what is compared, and what is not."""

import pytest

from refcore.compare import compare_authors
from refcore.model.people import Authors, Person


def people(*parts: tuple[str, str]) -> Authors:
    return Authors([Person(given, family) for given, family in parts])


@pytest.mark.parametrize(
    ("claimed", "actual", "verdict"),
    [
        (["刘洋", "赵敏"], ["Yang Liu", "Min Zhao"], "match-with-variant"),
        (["刘洋", "赵敏"], ["Liu Yang", "Zhao Min"], "match-with-variant"),
        (["刘洋", "赵敏"], ["Liu, Y.", "Zhao, M."], "match-with-variant"),
        (["Yang Liu", "Min Zhao"], ["刘洋", "赵敏"], "match-with-variant"),
        (["Yang Liu", "赵敏"], ["Yang Liu", "Min Zhao"], "match-with-variant"),
        (["赵敏", "刘洋"], ["Yang Liu", "Min Zhao"], "order-differs"),
        (["司马光明"], ["Guangming Sima"], "match-with-variant"),
        (["诸葛亮", "others"], ["Liang Zhuge", "Bei Liu"], "truncated-ok"),
        (["刘洋"], ["Yang Liu", "Min Zhao"], "missing-authors"),
        (["刘洋", "赵敏", "孙权"], ["Yang Liu", "Min Zhao"], "extra-authors"),
        # Other readings of the characters are nobody's fault.
        (["刘洋", "曾强"], ["Yang Liu", "Keung Tsang"], "not-compared"),
        (["高橋健", "中村優"], ["Ken Takahashi", "Yu Nakamura"], "not-compared"),
        (["Ken Takahashi"], ["高橋健"], "not-compared"),
        (["박지훈", "Ada Elm"], ["Jihoon Park", "Ada Elm"], "not-compared"),
        (["שרה לוי"], ["Sarah Levy"], "not-compared"),
        (["فاطمة حسن"], ["Fatima Hassan"], "not-compared"),
        (["박지훈", "Ada Elm"], ["Jihoon Park", "Bo Ash"], "wrong"),
        (["高橋健"], ["Ken Takahashi", "Yu Nakamura"], "missing-authors"),
        (["高橋健", "中村優"], ["Ken Takahashi"], "extra-authors"),
        (["刘洋"], ["赵敏"], "wrong"),
        # Cyrillic letters are read, and so can contradict.
        (["Олег Смирнов"], ["Oleg Smirnov"], "match-with-variant"),
        (["Олег Смирнов"], ["Pavel Kuznetsov"], "wrong"),
    ],
)
def test_lists_in_two_scripts(claimed: list[str], actual: list[str], verdict: str) -> None:
    found = compare_authors(claimed, actual)
    assert found.verdict == verdict, str(found)
    assert found.is_right is (verdict in ("match", "match-with-variant", "truncated-ok"))


def test_names_run_together_beside_a_record_with_parts_in_another_order() -> None:
    record = people(("洋", "刘"), ("敏", "赵"), ("权", "孙"))
    assert compare_authors(["刘洋", "赵敏", "孙权"], record).verdict == "match"
    found = compare_authors(["赵敏", "刘洋", "孙权"], record)
    assert found.verdict == "order-differs"
    assert "are swapped" in str(found)


def test_what_is_not_compared_is_said() -> None:
    found = compare_authors(["高橋健"], ["Ken Takahashi"])
    assert "高橋健 is not compared with Ken Takahashi, which is in another script" in str(found)
    assert not found.is_wrong
