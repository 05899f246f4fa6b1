"""Edits of broken entries: what they change holds, and nothing else is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcore import BibFile
from refcore.errors import InvalidReference


@given(st.text(st.sampled_from('@aA{}()",=#%\\\n x1misc-'), max_size=50), st.integers(0, 3))
@settings(max_examples=400, deadline=None)
def test_edits_of_odd_entries_hold_or_are_refused(text, which):
    file = BibFile.parse("@misc{k, title = {T}, " + text + "\n@misc{z, title = {Z}}\n")
    entry = next(iter(file))
    before = list(file.entries)
    try:
        if which == 0:
            entry["title"] = "New"
        elif which == 1:
            entry["note"] = "New"
        elif which == 2:
            entry.key = "new"
        else:
            del entry["title"]
    except InvalidReference:
        assert list(file.entries) == before
        return
    again = BibFile.parse(file.to_text())
    if which == 2:
        assert "new" in again.entries
    elif which == 3:
        assert "title" not in again.entries["k"]
    else:
        assert again.entries["k"]["title" if which == 0 else "note"] == "New"


def test_what_was_found_by_making_files_at_random():
    # An entry that is added behind a broken one is not read into it.
    file = BibFile.parse("@misc{a, title = {A}}\n@misc{rest, title = ")
    file.add("book", "new", {"title": "T", "month": "May"})
    again = BibFile.parse(file.to_text()).entries["new"]
    assert dict(again.fields) == {"title": "T", "month": "May"}
    # A new field behind an unclosed value is put before it, or refused.
    file = BibFile.parse("@misc{k, title = {T}, @{\n@misc{z, title = {Z}}\n")
    file.entries["k"]["note"] = "N"
    assert BibFile.parse(file.to_text()).entries["k"]["note"] == "N"
    # New fields do not follow the layout of a broken entry.
    file = BibFile.parse("@misc{a, title {A} year = 2020,, !}")
    file.entries["a"].mend()
    assert file.to_text() == "@misc{a,\n  title = {A},\n  year = 2020,\n}"


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["@misc{", "@misc{a, t={x\n", '@misc{a, "', "@misc{a, t={}{"])
def test_long_broken_files_are_read_in_time(unit):
    text = unit * 20_000
    file = BibFile.parse(text)
    assert len(file.diagnostics) > 1_000
    assert file.to_text() == text


def test_one_letter_between_blocks_is_a_comment():
    assert BibFile.parse("@misc{a}1@misc{b}").comments == ("1",)


@pytest.mark.parametrize(
    "text",
    [
        "@book{a, volume=12a, year=2000}\n",
        "@book{a, title={A}; year=2000}\n",
        '@book{a, title = "A"s, year = 2000}\n',
        "@misc(a, title = {T}}\n@misc{b}\n",
        "@book{title={A}, year=2000}\n",
        "@book(a, itle={A})title = \n",
    ],
)
def test_a_field_taken_out_of_a_broken_entry_leaves_its_key(text):
    file = BibFile.parse(text)
    entry = next(iter(file))
    before = dict(entry.fields)
    first = next(iter(entry))
    try:
        del entry[first]
    except InvalidReference:
        assert file.to_text() == text
        return
    again = next(iter(BibFile.parse(file.to_text())))
    assert again.key == entry.key
    del before[first]
    assert dict(again.fields) == before


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "entry",
    ["@book{a title={A} year=2000}", '@book{a, title = "A" "B", year = 2000}', "@a{b c={D}}"],
)
def test_a_new_field_in_a_broken_line_stays_in_it(entry, newline):
    file = BibFile.parse(f"{entry}{newline}@misc{{z}}{newline}")
    next(iter(file))["note"] = "N"
    assert file.to_text().count(newline) == 2
    assert len(file.to_text().splitlines()) == 2
    assert BibFile.parse(file.to_text()).entries["z"] is not None
