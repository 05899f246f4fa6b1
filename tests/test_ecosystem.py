"""The models beside bibtexparser, attrs, cattrs and citeproc-py; docs/ecosystem.md runs."""

import re
from pathlib import Path

import attrs
import bibtexparser
import cattrs
import pytest

import refcore
from refcore import Authors, BibFile, Date, Group, Person, Reference

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "ecosystem.md").read_text(encoding="utf-8")
SCRIPTS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
PLAIN = """@misc{a,  title = "A",
  month=jan, year = 2020 } % kept
@string{x = "X"}
@book{b, title = x # { and more}}
"""


@pytest.mark.parametrize("number", range(len(SCRIPTS)))
def test_a_script_of_the_document_runs(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(SCRIPTS[number], f"docs/ecosystem.md script {number + 1}", "exec"), {})  # noqa: S102


@pytest.mark.parametrize(
    "reference",
    [
        Reference("a", "book", "One"),
        Reference("a", "book", "One", Authors([Person("Bo", "Fei"), Group("Team")], others=True)),
        Reference("a", "book", "One", Authors([Person("Bo", "Fei")], others=27)),
        Reference("a", "book", "One", issued=Date.parse("2020-01/2021-03")),
        Reference("a", "chapter", names={"editor": Authors([Person("Bo", "Fei")])}),
        Reference("a", fields={"volume": "3"}, extra={"keywords": "x"}, dates={}),
        Reference("a", arxiv=refcore.ArxivId("2506.13585", 2), doi=refcore.Doi("10.1000/x")),
    ],
)
def test_cattrs_reads_what_it_wrote(reference: Reference) -> None:
    assert cattrs.structure(cattrs.unstructure(reference), Reference) == reference
    assert attrs.asdict(reference)["key"] == "a"
    assert attrs.evolve(reference, key="b").key == "b"


def test_an_untouched_library_changes_nothing() -> None:
    file = BibFile.parse(PLAIN)
    assert refcore.update_from_bibtexparser(file, refcore.to_bibtexparser(file)) == []
    assert file.to_text() == PLAIN


def test_the_default_stack_changes_only_what_it_changed() -> None:
    file = BibFile.parse(PLAIN)
    library = refcore.to_bibtexparser(file)
    for middleware in bibtexparser.middlewares.default_parse_stack():
        library = middleware.transform(library)
    library.entries[0]["title"] = "B"
    assert refcore.update_from_bibtexparser(file, library) == ["a"]
    assert file.to_text() == PLAIN.replace('"A"', '"B"')


def test_entries_are_added_renamed_and_removed() -> None:
    file = BibFile.parse(PLAIN)
    library = refcore.to_bibtexparser(file)
    first, second = library.entries
    first.key = "c"
    library.remove(second)
    library.add(bibtexparser.model.Entry("misc", "d", [bibtexparser.model.Field("title", "D")]))
    assert refcore.update_from_bibtexparser(file, library) == ["c", "d", "b"]
    assert list(file.entries) == ["c", "d"]
    assert "month=jan" in file.to_text()
    assert file.entries["d"]["title"] == "D"


def test_a_list_of_names_is_refused() -> None:
    file = BibFile.parse("@misc{a, author = {Fei, Bo}}")
    library = refcore.to_bibtexparser(file)
    library.entries[0]["author"] = ["Bo Fei"]
    with pytest.raises(TypeError, match="merging middleware"):
        refcore.update_from_bibtexparser(file, library)
    with pytest.raises(TypeError, match="a: the field author is a list, expected text"):
        refcore.from_bibtexparser(library)


def test_a_library_becomes_a_file_with_its_macros() -> None:
    library = refcore.to_bibtexparser(BibFile.parse(PLAIN))
    entries = refcore.from_bibtexparser(library).entries
    assert entries["a"].expression("month") == "jan"
    assert entries["b"]["title"] == "X and more"
