from collections.abc import Callable
from pathlib import Path

import pytest

from refcore.compare.agreement import FieldComparison
from refcore.compare.pages import compare_numbers, compare_pages
from refcore.compare.publishers import compare_publishers
from refcore.compare.venues import best_venue, compare_venues
from refcore.compare.worktypes import compare_types
from refcore.compare.years import compare_years

LABELLED = Path(__file__).with_name("fields_labelled.txt").read_text("utf-8").splitlines()
ROWS = [[part.strip() for part in line.split(" |")] for line in LABELLED if line[:1] != "#"]
COMPARE: dict[str, Callable[[str, str], FieldComparison | None]] = {
    "venue": compare_venues,
    "pages": compare_pages,
    "volume": lambda claimed, actual: compare_numbers("volume", claimed, actual),
    "issue": lambda claimed, actual: compare_numbers("issue", claimed, actual),
    "publisher": compare_publishers,
    "type": compare_types,
}


@pytest.mark.parametrize(("field", "kind", "difference", "claimed", "actual"), ROWS)
def test_fields_as_labelled(
    field: str, kind: str, difference: str, claimed: str, actual: str
) -> None:
    found = COMPARE[field](claimed, actual)
    assert (found.kind if found else "none") == kind, found
    assert (found.difference if found else "none") == difference, found


@pytest.mark.parametrize(
    ("claimed", "years", "kind", "difference"),
    [
        (2020, {"print": [2021], "online": [2020]}, "same", "none"),
        (2021, {"print": [2021], "online": [2020]}, "same", "none"),
        (2022, {"print": [2021], "online": [2020]}, "variant", "one-year"),
        (2018, {"print": [2021]}, "different", "year"),
        (2019, {"print": [2021]}, "variant", "version"),
        (2035, {"print": [2021]}, "different", "ahead"),
        (2035, {}, "different", "ahead"),
        (2027, {"issue": [2027]}, "same", "none"),
        (2027, {"issue": [2024]}, "different", "year"),
    ],
)
def test_years(claimed: int, years: dict[str, list[int]], kind: str, difference: str) -> None:
    found = compare_years(claimed, years, related=[2019], today=2026)
    assert found is not None
    assert (found.kind, found.difference) == (kind, difference)


def test_the_year_of_proceedings_is_fixed() -> None:
    found = compare_years(2022, {"issued": [2021]}, type="paper-conference")
    assert found is not None
    assert found.is_different


def test_a_missing_year_is_not_a_difference() -> None:
    assert compare_years(2021, {"print": []}) is None
    assert compare_years(2021, {"print": [0]}) is None


def test_an_article_number_is_not_a_page() -> None:
    same = compare_pages("012345", "", "12345")
    own = compare_pages("1--12", "", "12345")
    other = compare_pages("77", "", "12345")
    assert same is not None
    assert same.kind == "same"
    assert own is not None
    assert (own.kind, own.difference) == ("variant", "own-pages")
    assert other is not None
    assert other.is_different


def test_the_best_of_a_records_venues_counts() -> None:
    names = ["Lecture Notes in Computer Science", "Computer Vision - ECCV 2020"]
    found = best_venue("ECCV", names)
    assert found is not None
    assert found.difference == "name"
    assert best_venue("ECCV", []) is None
