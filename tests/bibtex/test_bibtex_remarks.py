"""A value that cannot be written as it is costs nothing else of its entry."""

import pytest

from refcore import dumps, loads

SOURCE = """@article{a,
  title = {Things}, % a remark
  author = {Lee, Bo},
  % another remark
  journal = {J},
  year = 2020,
}
"""


@pytest.mark.parametrize("value", [" lead", "two  spaces", "a\nb", "a\tb", "x } y", "back\\"])
@pytest.mark.parametrize("field", ["abstract", "publisher", "note", "volume", "keyword"])
def test_all_other_lines_stay(field: str, value: str) -> None:
    library = loads(SOURCE, "bibtex")
    reference = library["a"]
    library.replace(reference.evolve(fields={**reference.fields, field: value}))
    lines = dumps(library, "bibtex").splitlines()
    assert [line for line in SOURCE.splitlines() if line not in lines] == []


def test_a_broken_entry_is_changed_in_its_place() -> None:
    source = "@misc{a, title {A} year = 2020,, !}\n"
    library = loads(source, "bibtex")
    library.replace(library["a"].evolve(title="B"))
    assert loads(dumps(library, "bibtex"), "bibtex")["a"].title == "B"


@pytest.mark.parametrize("between", [" and\n            ", "\n        and ", " and\r\n\t\t"])
def test_a_list_with_one_name_a_line_keeps_its_layout(between: str) -> None:
    names = ["Lee, Bo", "Fei, Ann", "Li, Cy"]
    source = f"@misc{{a,\n  author = {{{between.join(names)}}},\n  title = {{T}},\n}}\n"
    library = loads(source, "bibtex")
    authors = loads("@misc{b, author = {Lee, Bo and New, Eve and Fei, Ann and Li, Cy}}", "bibtex")
    library.replace(library["a"].evolve(authors=authors["b"].authors))
    wanted = between.join([names[0], "New, Eve", *names[1:]])
    assert dumps(library, "bibtex") == source.replace(between.join(names), wanted)
