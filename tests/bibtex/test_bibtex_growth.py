"""Fields with many names, and many years, are read in steps that grow with them."""

import runpy
from pathlib import Path

import pytest

from refcore.bibtex.dates import read_year
from refcore.bibtex.meant import listed

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
INSTRUCTIONS = runpy.run_path(str(BENCHMARKS / "growth.py"))["instructions"]


@pytest.mark.parametrize("name", ["Bo Fei, Al Li", "Bo, Fei, Al", "Bo; Fei", "Bo Fei", "and"])
def test_each_name_of_a_list_is_looked_at_once(name: str) -> None:
    """What is eight times as long takes at most eleven times the instructions."""
    # From Python 3.12 on the first run that is traced counts less than it does.
    INSTRUCTIONS(lambda: listed([name] * 2))
    few, many = (INSTRUCTIONS(lambda count=count: listed([name] * count)) for count in (50, 400))
    assert many < 11 * few


def test_only_one_pair_of_names_among_names_is_two_people() -> None:
    assert len(listed(["Ann Lee, Bo Wu", "Cy Doe"])) == 3
    assert len(listed(["Ann Lee, Bo Wu", "Cy Doe, Di Eff"])) == 2
    assert len(listed(["Ann Lee, Bo Wu", "Doe"])) == 2
    assert len(listed(["Ann Lee, Bo Wu"])) == 1


def test_no_year_costs_a_pattern_of_its_own() -> None:
    """Compiling one takes thousands of instructions."""
    read_year("1900", "June", "")
    assert INSTRUCTIONS(lambda: read_year("1901", "June", "")) < 2_000
