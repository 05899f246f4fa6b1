"""What was measured is on the page of the benchmarks alone, where a command writes it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    {ROOT / "README.md", *(ROOT / "docs").glob("**/*.md")} - {ROOT / "docs/benchmarks.md"}
)
# Limits and promises are whole seconds; these are times and rates of a machine.
MEASURED = re.compile(
    r"[0-9] ?(?:ms|µs|milliseconds)\b|\([0-9.]+ s\)"
    r"|[0-9] (?:references|records|works|entries|lists|names) (?:a|per) (?:CPU )?second"
    r"|[0-9] times as (?:fast|quick)"
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_states_no_time_that_was_measured(page: Path) -> None:
    assert MEASURED.findall(page.read_text(encoding="utf-8")) == []
