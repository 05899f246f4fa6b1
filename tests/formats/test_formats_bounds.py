"""Files of nothing but tiny records are read in part, and a finding names the limit."""

import json
from collections.abc import Callable

import pytest

from refcore import BibFile, Group, Person, Reference, Severity, loads, read_name
from refcore.bibtex import names
from refcore.bibtex.tidy import tidied
from refcore.errors import InvalidReference, RefcoreError
from refcore.formats.latex import bibitems
from refcore.names import running

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
    unread = "line 6: names and titles of at most 2 entries without"
    assert any(one.startswith(unread) for one in said)


def test_names_of_a_field_are_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MOST_NAMES", 50)
    people = " and ".join(["Ada Berg"] * 55)
    library = loads(f"@misc{{a, author={{{people}}}}} @misc{{b, title={{On It}}}}", "bibtex")
    assert len(library["a"].authors.names) == 50
    assert library["a"].authors.others == 5
    assert library["b"].title == "On It"
    assert any("at most 50 names" in held.message for held in library.diagnostics)


LONG = ("Moss " * 4_100).strip()
A_LONG_ONE = {
    "bibtex": (
        f"@misc{{a, title={{{LONG}}}, author={{Lee, Bo}}}} "
        f"@misc{{b, title={{On Fens}}, author={{{LONG}, Al and Lee, Bo}}}}"
    ),
    "biblatex": (
        f"@misc{{a, title={{On}}, subtitle={{{LONG}}}, author={{Lee, Bo}}}} "
        f"@misc{{b, title={{On Fens}}, author={{{{{LONG}}} and Lee, Bo}}}}"
    ),
    "csl-json": json.dumps(
        [
            {"id": "a", "type": "book", "title": LONG, "author": [{"family": "Lee"}]},
            {
                "id": "b",
                "type": "book",
                "title": "On Fens",
                "author": [{"family": LONG}, {"literal": LONG}, LONG, {"family": "Lee"}],
            },
        ]
    ),
    "ris": (
        f"TY  - BOOK\nTI  - {LONG}\nAU  - Lee, Bo\nER  - \n"
        f"TY  - BOOK\nTI  - On Fens\nAU  - {LONG}\nAU  - Lee, Bo\nER  - \n"
    ),
    "nbib": (
        f"PMID- 1\nTI  - {LONG}\nFAU - Lee, Bo\n\n"
        f"PMID- 2\nTI  - On Fens\nFAU - {LONG}\nCN  - {LONG}\nFAU - Lee, Bo\n\n"
    ),
    "hayagriva": (
        f"a:\n  type: book\n  title: {LONG}\n  author: Lee, Bo\n"
        f"b:\n  type: book\n  title: On Fens\n  author: ['{LONG}', 'Lee, Bo']\n"
    ),
    "cff": (
        f"title: {LONG}\nauthors:\n- family-names: Lee\nreferences:\n- title: On Fens\n"
        f"  type: book\n  authors: [{{name: {LONG}}}, {{family-names: {LONG}}}, "
        "{family-names: Lee}]\n"
    ),
}


@pytest.mark.parametrize("name", A_LONG_ONE)
def test_a_title_or_a_name_that_is_too_long_is_left_out_and_the_rest_read(name: str) -> None:
    library = loads(A_LONG_ONE[name], name)
    first, second = library
    assert (len(first.title) < 3, len(first.authors)) == (True, 1)
    assert (second.title, len(second.authors), second.authors.others) == ("On Fens", 1, True)
    said = [held.message for held in library.diagnostics if held.severity is Severity.ERROR]
    assert any(one.startswith("a title of 20,") for one in said)
    assert any(one.startswith("a name of 20,") for one in said)
    assert all(one.endswith("characters; at most 20,000 are read; left out") for one in said)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Reference("a", "book", LONG),
        lambda: Reference("a", "book").evolve(title=LONG),
        lambda: Person("Bo", LONG),
        lambda: Group(LONG),
        lambda: read_name(LONG),
    ],
)
def test_no_title_and_no_name_of_such_a_length_is_made(make: Callable[[], object]) -> None:
    with pytest.raises(RefcoreError, match="characters; at most 20,000 are read"):
        make()


def test_an_entry_of_a_list_is_read_up_to_the_limit() -> None:
    for name, text in {
        "latex": f"\\bibitem{{a}} B.~Lee.\n\\newblock On Fens.\n\\newblock 2020. {LONG}",
        "text": f"[1] Lee, B. (2020). On fens and moss. Lakes, 3(2), 1-9.\n[2] {LONG}",
    }.items():
        said = [held.message for held in loads(text, name).diagnostics]
        assert any("000 characters of a" in one for one in said), name


def test_names_of_a_list_in_a_note_are_read_up_to_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "MOST_LISTED", 50)
    names = ", ".join(f"Bo Fei{letter}{other}" for letter in "abcdefgh" for other in "abcdefgh")
    library = loads(f"- [On Moss](https://arxiv.org/abs/2401.00001) by {names}.\n", "markdown")
    (reference,) = library
    assert (len(reference.authors), reference.authors.others) == (50, True)
    assert any("of one list are read" in held.message for held in library.diagnostics)
