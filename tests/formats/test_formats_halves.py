"""Half a surrogate pair is an error on its field, and affects nothing else."""

import pytest

from refcore import Date, Group, Library, Person, Reference, dump, dumps, loads
from refcore.diagnostics import Severity
from refcore.errors import InvalidDate, InvalidName, InvalidReference

HALF = "\ud800"


@pytest.mark.parametrize(
    ("format_", "text", "field"),
    [
        ("bibtex", f"@misc{{a, title = {{On{HALF}}}, author = {{Lee, Bo}}, year = 2020}}", "title"),
        ("bibtex", f"@misc{{a, title = {{On}}, author = {{L{HALF}, Bo}}, year = 2020}}", "author"),
        ("csl-json", '[{"id": "a", "type": "book", "title": "On\\ud800"}]', "title"),
        ("csl-json", f'[{{"id": "a", "type": "book", "note": "x{HALF}", "title": "On"}}]', "note"),
        ("ris", f"TY  - BOOK\nTI  - On{HALF}\nER  - \n", None),
        ("nbib", f"PMID- 1\nTI  - On{HALF}\n", None),
        ("bibtex", f"@misc{{a{HALF}, title = {{On}}, year = 2020}}", None),
        ("biblatex", f"@ma{HALF}p{{a, title = {{On}}, year = 2020}}", None),
        ("hayagriva", 'a:\n  type: book\n  title: "On\\udc00"\n', "title"),
        (
            "hayagriva",
            'a:\n  type: book\n  title: On\n  author: ["L\\ud800, B", "Li, A"]\n',
            "author",
        ),
        ("hayagriva", '"a\\ud800":\n  type: book\n  title: On\n', None),
        ("cff", 'cff-version: 1.2.0\ntitle: On\nauthors:\n- name: "X\\ud800"\n', "name"),
    ],
)
def test_reading_says_which_field(format_: str, text: str, field: str | None) -> None:
    library = loads(text, format_)
    (reference,) = library
    assert reference.title.startswith("On")
    (error,) = [found for found in library.diagnostics if found.severity is Severity.ERROR]
    assert "surrogate" in error.message
    assert error.location.line is not None
    assert error.field == field
    for output in ("bibtex", "csl-json", "ris"):
        dumps(library, output, **({"fresh": True} if output == "bibtex" else {})).encode()


def test_a_file_keeps_its_text_and_is_written_as_utf8(tmp_path) -> None:
    library = loads(f"@misc{{a, title = {{On{HALF}}}, note = {{x}}}}", "bibtex")
    library.replace(library["a"].evolve(fields={"note": "y"}))
    dump(library, tmp_path / "a.bib")
    assert "note = {y}" in (tmp_path / "a.bib").read_text(encoding="utf-8")


def test_values_refuse_it() -> None:
    with pytest.raises(InvalidReference, match="title"):
        Reference("a", title=HALF)
    with pytest.raises(InvalidReference, match="abstract"):
        Reference("a", fields={"abstract": HALF})
    for make in (lambda: Person(HALF, "x"), lambda: Person("x", HALF), lambda: Group(HALF)):
        with pytest.raises(InvalidName):
            make()
    assert len(Library([Reference("a", title="😀")])) == 1


def test_a_key_and_a_date_are_refused_as_well() -> None:
    with pytest.raises(InvalidReference, match="surrogate"):
        Reference(f"a{HALF}", "book", "T")
    with pytest.raises(InvalidDate, match="surrogate"):
        Date(literal=f"spring{HALF}")


def test_a_pair_that_yaml_escapes_is_one_letter() -> None:
    library = loads(r"""a: {type: book, title: "On \ud83d\uDE00 and \\ud800"}""", "hayagriva")
    assert library["a"].title == r"On 😀 and \ud800"
    assert not library.diagnostics
