"""Formatting a whole file: one layout, nothing lost, the same to BibTeX."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcore import BibFile
from refcore.bibtex.tidy import tidied
from refcore.errors import InvalidReference

MIXED = """% About this file

% strings
@STRING{b = "B"}
@string(a = {A} # b)
@preamble{"\\foo"}
% on k
@Article(k, Title="T {x}",
   author = {A and
     B}, year=2020, month = jan # " 3")
@misc{broken, title = {T} year = {2020}}
junk = {x}
@inproceedings{c, crossref={a-parent}}
@proceedings{a-parent, note="has "# a}
% the end
"""


def test_one_layout():
    assert tidied(BibFile.parse(MIXED)) == (
        "% About this file\n\n% strings\n"
        '@string{b = "B"}\n@string(a = {A} # b)\n\n@preamble{"\\foo"}\n\n'
        "% on k\n@article(k,\n  title  = {T {x}},\n  author = {A and B},\n"
        '  year   = {2020},\n  month  = jan # " 3",\n)\n\n'
        "@misc{broken, title = {T} year = {2020}}\n\njunk = {x}\n"
        "@inproceedings{c,\n  crossref = {a-parent},\n}\n\n"
        '@proceedings{a-parent,\n  note = "has "# a,\n}\n\n% the end\n'
    )


def test_sorted_parents_come_last():
    written = tidied(BibFile.parse(MIXED), sort=True)
    assert list(BibFile.parse(written).entries) == ["broken", "c", "k", "a-parent"]
    assert written.startswith('% About this file\n\n% strings\n\n@string{b = "B"}')
    assert "% on k\n@article(k" in written
    assert written.endswith("% the end\n")


def test_an_order_that_changes_values_is_refused():
    text = "@string{s = {A}}@misc{b, x = s}@string{s = {B}}@misc{a, x = s}"
    assert "x = s" in tidied(BibFile.parse(text))
    with pytest.raises(InvalidReference, match="change its values"):
        tidied(BibFile.parse(text), sort=True)


def test_line_ends_stay_and_long_values_break():
    text = "@misc{a, x = {" + "word\r\n " * 40 + "end}}"
    written = tidied(BibFile.parse(text))
    assert written.count("\n") == written.count("\r\n") > 3
    assert max(map(len, written.split("\r\n"))) <= 80


@given(
    st.text(st.sampled_from('@aA{}()",=#%\\\n x1misc-'), max_size=60).map(
        "@misc{{k, title = {{T}}, {}".format
    ),
    st.booleans(),
)
@settings(max_examples=500, deadline=None)
def test_formatting_keeps_what_is_read_and_is_done_once(text, sort):
    file = BibFile.parse(text)
    try:
        written = tidied(file, sort=sort)
    except InvalidReference:
        return
    again = BibFile.parse(written)
    assert held(again) == held(file)
    assert again.comments == file.comments or sort or len(again.comments) <= len(file.comments)
    try:
        assert tidied(again, sort=sort) == written
    except InvalidReference:
        return


REMARKS = [
    "",
    "% a\n",
    "% a\n\n",
    "% a\n\n\n% b\n",
    "\n\n% a\n \n% b\n\n",
    "% a\n\n% b",
    "\ufeff\n",
]


@given(st.lists(st.tuples(st.sampled_from(REMARKS), st.sampled_from("abc")), max_size=5))
def test_a_sorted_file_is_sorted_once_whatever_stands_between_its_entries(parts):
    text = "".join(f"{remarks}\n@misc{{{key}{n}}}\n" for n, (remarks, key) in enumerate(parts))
    written = tidied(BibFile.parse(text), sort=True)
    assert tidied(BibFile.parse(written), sort=True) == written
    assert written.count("% a") == text.count("% a")


def test_a_heading_stays_apart_from_the_entry_below_it():
    text = "% My file\n\n@misc{b}\n\n% Articles\n\n@misc{a}\n\n% on c\n@misc{c}\n"
    assert tidied(BibFile.parse(text)) == text
    written = tidied(BibFile.parse("% My file\n\n@misc{b}\n@misc{a}\n"), sort=True)
    assert written == "% My file\n\n@misc{a}\n\n@misc{b}\n"


def held(file: BibFile) -> list[object]:
    """Return the entries; one without a key is known by its line, which may change."""
    found = [(e.has_key and e.key, sorted(e.fields.items())) for e in file]
    return sorted(found, key=str)


def test_a_parenthesis_never_joins_a_key():
    # BibTeX reads the key "a)" in "@misc(a)".
    file = BibFile.parse("@misc(a,)\n@misc(b, title={B})\n")
    assert tidied(file).startswith("@misc(a,)\n")
    file.add("misc", "c")
    del file.entries["b"]["title"]
    assert file.to_text() == "@misc(a,)\n@misc(b,)\n@misc(c,)\n"
