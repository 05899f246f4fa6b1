"""Fields with many names, and many years, are read in steps that grow with them."""

import runpy
from pathlib import Path

import pytest

from refcore import BibFile
from refcore.bibtex.authorfields import listed
from refcore.bibtex.dates import read_year

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
GROWTH = runpy.run_path(str(BENCHMARKS / "growth.py"))
INSTRUCTIONS = GROWTH["instructions"]


@pytest.mark.parametrize("name", ["Bo Fei, Al Li", "Bo, Fei, Al", "Bo; Fei", "Bo Fei", "and"])
def test_each_name_of_a_list_is_looked_at_once(name: str) -> None:
    """A list eight times as long takes at most eleven times the instructions."""
    # From Python 3.12 on, the first traced run counts too few instructions.
    INSTRUCTIONS(lambda: listed([name] * 2))
    few, many = (INSTRUCTIONS(lambda count=count: listed([name] * count)) for count in (50, 400))
    assert many < 11 * few


def test_only_one_pair_of_names_among_names_is_two_people() -> None:
    assert len(listed(["Ann Lee, Bo Wu", "Cy Doe"])) == 3
    assert len(listed(["Ann Lee, Bo Wu", "Cy Doe, Di Eff"])) == 2
    assert len(listed(["Ann Lee, Bo Wu", "Doe"])) == 2
    assert len(listed(["Ann Lee, Bo Wu"])) == 1


def test_no_year_costs_a_pattern_of_its_own() -> None:
    """Compiling a pattern takes thousands of instructions."""
    read_year("1900", "June", "")
    assert INSTRUCTIONS(lambda: read_year("1901", "June", "")) < 2_000


def test_a_key_that_changes_does_not_put_all_others_in_order_again() -> None:
    """A file four times as long takes at most seven times the steps; in quadratic time, 13."""

    def rename_all(count: int) -> None:
        file = BibFile.parse("".join(f"@misc{{k{number},}}\n" for number in range(count)))
        for number in range(count):
            file.entries[f"k{number}"].key = f"new{number}"
        assert list(file.entries) == [f"new{number}" for number in range(count)]
        assert len(file.entries) == count
        assert "k0" not in file.entries

    few, many = (GROWTH["steps"](lambda count=count: rename_all(count)) for count in (50, 200))
    assert many < 7 * few


def test_each_new_entry_takes_its_place_in_the_same_time() -> None:
    """A file four times as long takes at most seven times the instructions."""

    def add_all(count: int) -> None:
        file = BibFile.parse("@misc{k0,}\n")
        for number in range(count):
            file.add("misc", f"k{number + 1}", before=f"k{number}")
        assert list(file.entries) == [f"k{number}" for number in range(count, -1, -1)]

    few, many = (INSTRUCTIONS(lambda count=count: add_all(count)) for count in (50, 200))
    assert many < 7 * few
