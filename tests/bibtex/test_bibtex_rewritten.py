"""Author fields that BibTeX misreads, put right in place."""

import pytest

from refcore.bibtex import read_bibtex_names
from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.names import read_names
from refcore.bibtex.rewritten import change_names, name_changes, rewritten

MISREAD = [
    ("Ola, Tea; Ruiz, Ana", "Ola, Tea and Ruiz, Ana"),
    ("Tea Ola, Ana Ruiz, Jin Park", "Tea Ola and Ana Ruiz and Jin Park"),
    ("Ola, Tea and et al.", "Ola, Tea and others"),
    ("Tea Ola et al.", "Tea Ola and others"),
    ("Ola, Tea and 12 others", "Ola, Tea and others"),
    ("Lamp Team and Ola, Tea", "{Lamp Team} and Ola, Tea"),
    ("Team, Lamp", "{Lamp Team}"),
    ("Tea Ola, Jr. and Ruiz, Ana", "Ola, Jr., Tea and Ruiz, Ana"),
    ("Tea Ola, PhD", "Tea Ola"),
]


@pytest.mark.parametrize(("text", "right"), MISREAD)
def test_a_misread_field(text: str, right: str) -> None:
    assert rewritten(text) == right
    # BibTeX itself now reads what refcore had understood.
    assert read_bibtex_names(right).names == read_names(text)[0].names
    assert rewritten(right) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ola, Tea and others",
        "{Lamp Team}",
        "García Márquez, Gabriel and Ola, Tea",
        "Min-woo Park",
        "",
    ],
)
def test_a_field_that_stays(text: str) -> None:
    assert rewritten(text) is None


def test_only_the_misread_field_changes() -> None:
    text = "% mine\n@misc{a , author = {Ola, T.; Ruiz, A.},\n  note = {kept  as it is} }\n"
    file = BibFile.parse(text)
    (change,) = name_changes(file)
    made = change_names(file.entries["a"], change)
    assert (change.key, change.field, made.line) == ("a", "author", 2)
    assert file.to_text() == text.replace("T.; R", "T. and R")
