"""Half a surrogate pair is an error on its field, and costs nothing else."""

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
