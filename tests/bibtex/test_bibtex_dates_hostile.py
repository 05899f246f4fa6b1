"""Dates that are none: nothing else is lost for them, and they take no long time."""

from __future__ import annotations

import time

import pytest

from refcore import dumps, loads
from refcore.bibtex.languages import near_name

FIELDS = ("date", "year", "month", "day", "urldate", "origdate", "eventdate")


@pytest.mark.parametrize(
    "text",
    ["-00", "-XX", "-00-00", "T10:00:00", "T10:00 T11:00", "accessed: ", "/", "..", "~", "?", "[]"],
)
def test_an_entry_whose_date_says_nothing_is_read(text: str) -> None:
    for field in FIELDS:
        entry = f"@misc{{a, title = {{T}}, {field} = {{{text}}}}}\n@misc{{b, title = {{S}}}}"
        assert [one.title for one in loads(entry, "bibtex")] == ["T", "S"]


@pytest.mark.parametrize(
    "unit", ["2020/", "?/", "2020-01~/", "[2020] ", "T10:00:00 ", "-00", "2020--", "~", "/open"]
)
def test_long_dates_take_no_long_time(unit: str) -> None:
    start = time.process_time()
    for field in ("date", "year"):
        loads(f"@misc{{a, title = {{T}}, {field} = {{{unit * 5_000}}}}}", "bibtex")
    assert time.process_time() - start < 2


def test_long_languages_take_no_long_time() -> None:
    library = loads(f"@misc{{a, title = {{T}}, langid = {{{'english-' * 20_000}}}}}", "bibtex")
    start = time.process_time()
    dumps(library, "biblatex")
    assert time.process_time() - start < 2
    assert near_name("de-DE-1996-x-y-z") == "ngerman"
