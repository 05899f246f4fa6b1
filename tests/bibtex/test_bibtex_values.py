"""Values that a field should not hold: each is read as something, and nothing raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.bibtex import read
from refcore.formats import dumps

FIELDS = (
    "title author editor editortype year month day date urldate origdate pages number volume "
    "eprint archiveprefix doi url howpublished langid crossref xdata type edition isbn keywords "
    "author+an author+an:orcid subtitle related ids csl-issued csl-accessed csl-author csl-type "
    "csl-scale csl-editor"
).split()
PIECES = [
    *"~ {} \\, 1 2020 -- / .. ? % X -0 2020-13 jan and others {A} é \\'e $ <i> </i>".split(),
    *"\\url{ } \\ 10.1/ arXiv: 2001.00001 = family= , ; # : `` ٣ ²".split(),
    *(" ", "\u2009", "\u2028", "\x1f", "\x85", "\x00", "\u2060", "\ufdd0"),
]


@pytest.mark.parametrize("blank", ["~", "{ }", "\\,", "\\quad", "\u2009", "\x1f", "{}~"])
@pytest.mark.parametrize("field", ["year", "date", "month", "urldate", "title", "author"])
def test_a_value_that_prints_nothing_costs_no_entry(field, blank):
    library = read(f"@misc{{a, {field} = {{{blank}}}, note = {{N}}}}\n@misc{{b}}")
    assert library.keys() == ("a", "b")
    assert library["a"].fields["note"] == "N"


@pytest.mark.parametrize("name", ["issued", "type", "title", "doi", "url", "id"])
def test_what_a_reference_holds_elsewhere_is_not_a_field_of_it(name):
    reference = read(f"@book{{a, title = {{T}}, year = 2020, csl-{name} = {{x}}}}")["a"]
    assert name not in reference.fields
    assert reference.extra[f"csl-{name}"] == "x"
    assert str(reference.issued) == "2020"
    assert read(dumps(reference, "biblatex"))["a"] == reference


def test_an_empty_variable_is_none():
    assert not read("@book{a, title = {T}, csl-scale = {}, csl-part-title = {{}}}")["a"].fields


def balanced(text):
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


values = st.lists(st.sampled_from(PIECES), max_size=4).map("".join).filter(balanced)


@given(st.lists(st.tuples(st.sampled_from(FIELDS), values), min_size=1, max_size=4))
def test_any_value_in_any_field_is_read_and_written(pairs):
    fields = ", ".join(f"{name} = {{{value}}}" for name, value in pairs)
    library = read(f"@article{{a, {fields}}}\n@misc{{z, title = {{Z}}}}")
    assert library.keys() == ("a", "z")
    assert library["z"].title == "Z"
    for format_name in ("bibtex", "biblatex", "csl-json"):
        assert dumps(list(library), format_name)
