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
