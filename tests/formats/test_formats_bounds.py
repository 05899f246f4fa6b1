"""Files of nothing but tiny records are read in part, and a finding names the limit."""

import pytest

from refcore import BibFile, loads
from refcore.bibtex import names
from refcore.bibtex.tidy import tidied
from refcore.errors import InvalidReference
from refcore.formats.latex import bibitems

LEAST = 1_000


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TY  - JOUR\n" * (LEAST + 5), "ris"),
        ("".join(f"PMID- {n}\n\n" for n in range(LEAST + 5)), "nbib"),
        (f"[{','.join(['{}'] * (LEAST + 5))}]", "csl-json"),
        ("".join(f"@misc{{k{n},}}\n" for n in range(LEAST + 5)), "bibtex"),
        ("@misc{a}\n" + "@a{,}" * (LEAST + 5), "bibtex"),
    ],
)
def test_tiny_records_are_read_up_to_the_limit(text: str, name: str) -> None:
    library = loads(text, name)
    assert len(library) == LEAST
    assert any("at most 1,000 records" in held.message for held in library.diagnostics)


def test_a_file_of_tiny_entries_stays_as_it_is() -> None:
    text = "".join(f"@misc{{k{n},}}\n" for n in range(LEAST + 5))
    file = BibFile.parse(text)
    file.entries["k0"]["title"] = "A"
    changed = text.replace("@misc{k0,}", "@misc{k0, title = {A}}")
    assert file.to_text().replace("\n  ", " ").replace(",\n}", "}") == changed
    with pytest.raises(InvalidReference, match="more than 1,000 tiny entries"):
        tidied(BibFile.parse(text))


def test_entries_of_a_latex_list_are_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bibitems, "_MOST", 4)
    monkeypatch.setattr(bibitems, "_MOST_READ", 2)
    entry = "\\bibitem{k%d} B.~Fei and L.~Cai%sOn boats of %d, 2020.\n"
    text = "".join(entry % (n, "\n\\newblock " if n == 1 else ". ", n) for n in range(6))
    library = loads(f"\\begin{{thebibliography}}{{9}}\n{text}", "latex")
    assert library.keys() == ("k0", "k1", "k2", "k3")
    said = [str(one) for one in library.diagnostics]
    assert any(one.startswith("line 7: at most 4 entries of a source are read") for one in said)
    assert any(one.startswith("line 6: of at most 2 entries without") for one in said)


def test_names_of_a_field_are_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MOST_NAMES", 50)
    people = " and ".join(["Ada Berg"] * 55)
    library = loads(f"@misc{{a, author={{{people}}}}} @misc{{b, title={{On It}}}}", "bibtex")
    assert len(library["a"].authors.names) == 50
    assert library["a"].authors.others == 5
    assert library["b"].title == "On It"
    assert any("at most 50 names" in held.message for held in library.diagnostics)
