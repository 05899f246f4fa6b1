"""A library read from BibTeX is written back into its file; only what changed changes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcore import ArxivId, Authors, Date, Doi, Group, Library, Person, Reference
from refcore.errors import UnreadableInput
from refcore.formats import dump, dumps, load, loads

FILE = """% head
@string{j = "Journal of {X}"}

@Article{knuth,
  author =       {Donald E. Knuth and P{\\'a}l Erd{\\H o}s
                  and {MiniMax}},
  title =        {A {T}itle  with \\emph{marks}},
  journal =      j,
  year =         1984,
  month =        jan,
  number =       {3},
  pages =        {1--10},
  note =         {kept}, % a remark
}

@book{two, title = "Two", publisher="P", year="2001", date-added = {x}}
@online{three,
  title        = {Main},
  subtitle     = {Sub},
  date         = {2020-05},
  journaltitle = {J},
  eprint       = {2506.13585},
  eprinttype   = {arXiv},
}
% tail
@inproceedings{part, title = {Part}, crossref = {two}}
"""


def changed(key, **changes):
    library = loads(FILE, "bibtex")
    library.replace(library[key].evolve(**changes))
    return library


def difference(text):
    """Return the lines that were removed and added."""
    old, new = FILE.splitlines(), text.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_nothing_changed_nothing_changes():
    library = loads(FILE, "bibtex")
    assert dumps(library, "bibtex") == FILE
    library.replace(library["knuth"].evolve(title="Other"))
    library.replace(library["knuth"].evolve(title=loads(FILE, "bibtex")["knuth"].title))
    assert dumps(library, "bibtex") == FILE


@pytest.mark.parametrize(
    ("key", "changes", "gone", "come"),
    [
        ("knuth", {"title": "New"}, 1, ["  title =        {New},"]),
        ("knuth", {"issued": Date.of(1984, 3)}, 1, ["  month =        mar,"]),
        ("knuth", {"issued": Date.of(1999, 1)}, 1, ["  year =         1999,"]),
        ("knuth", {"issued": Date.of(1984)}, 1, []),
        ("knuth", {"doi": Doi("10.1000/x")}, 0, ["  doi =          {10.1000/x},"]),
        ("two", {"title": "Drei"}, 1, None),
        ("three", {"title": "Main: Other"}, 1, ["  subtitle     = {Other},"]),
        ("three", {"title": "New: Sub"}, 1, ["  title        = {New},"]),
        ("three", {"title": "One"}, 2, ["  title        = {One},"]),
        ("three", {"issued": Date.of(2021, 6)}, 1, ["  date         = {2021-06},"]),
        ("three", {"arxiv": ArxivId("2605.26494", 1)}, 1, ["  eprint       = {2605.26494v1},"]),
        ("three", {"arxiv": None}, 2, ["  entrysubtype = {article},"]),
    ],
)
def test_one_change_one_field(key, changes, gone, come):
    library = changed(key, **changes)
    text = dumps(library, "bibtex")
    went, came = difference(text)
    assert len(went) == gone
    if come is not None:
        assert came == come
    again = loads(text, "bibtex")
    assert again[key].evolve(**changes) == again[key]
    assert len(again) == 4


def test_fields_keep_the_names_that_the_entry_has():
    library = changed("three", fields={"container-title": "K & L", "publisher-place": "Rome"})
    assert difference(dumps(library, "bibtex"))[1] == [
        "  journaltitle = {K \\& L},",
        "  location     = {Rome},",
    ]


def test_names_that_stay_keep_their_spelling():
    library = loads(FILE, "bibtex")
    knuth = library["knuth"]
    names = [*knuth.authors.names[1:], Person("Aili", "Chen"), Group("LIGO")]
    library.replace(knuth.evolve(authors=Authors(names, others=True)))
    text = dumps(library, "bibtex")
    written = " ".join(text.split("author =", 1)[1].split("},\n", 1)[0].split())
    assert written == "{P{\\'a}l Erd{\\H o}s and {MiniMax} and Aili Chen and {LIGO} and others"
    assert loads(text, "bibtex")["knuth"].authors == Authors(names, others=True)


def test_renamed_removed_and_added():
    library = loads(FILE, "bibtex")
    library.add(library.remove("two").evolve(key="zwei"))
    library.remove("three")
    library.add(
        Reference("neu", "book", "Neu", Authors([Person("A", "B")]), issued=Date.of(2022, 2))
    )
    text = dumps(library, "bibtex")
    assert text.startswith(FILE[: FILE.index("@book")])
    assert '@book{zwei, title = "Two", publisher="P", year="2001", date-added = {x}}' in text
    assert "crossref = {zwei}" in text
    assert "% tail" in text
    again = loads(text, "bibtex")
    assert again.keys() == ("knuth", "zwei", "part", "neu")
    assert again["neu"] == library["neu"]


def test_a_new_file_where_it_is_asked_for():
    library = loads(FILE, "bibtex")
    fresh = dumps(library, "bibtex", fresh=True)
    assert fresh.startswith("@article{knuth,\n  author ")
    assert dumps(library, "bibtex", ascii=True) != FILE
    assert dumps(library, "biblatex") != FILE
    assert dumps(Library(library), "bibtex") == fresh
    assert dumps(list(library), "bibtex") == fresh
    assert dumps(library, "bibtex", fresh=False) == FILE


def test_bytes_and_encoding_stay(tmp_path: Path):
    data = FILE.replace("kept", "kept as Zoë").replace("\n", "\r\n").encode("cp1252")
    path = tmp_path / "a.bib"
    path.write_bytes(data)
    library = load(path)
    assert "not UTF-8" in str(library.diagnostics[0])
    assert dump(library, path) == []
    assert path.read_bytes() == data
    library.replace(library["two"].evolve(title="Erdős"))
    (found,) = dump(library, tmp_path / "b.bib")
    assert "'ő'" in found.message
    assert (found.key, found.field) == ("two", "title")
    wanted = data.replace(b'"Two"', b'"Erd{\\H{o}}s"')
    assert (tmp_path / "b.bib").read_bytes() == wanted
    assert load(tmp_path / "b.bib")["two"].title == "Erdős"


def test_inherited_fields_are_not_written():
    library = loads(FILE, "bibtex")
    assert library["part"].issued == Date.of(2001)
    library.replace(library["part"].evolve(title="Teil"))
    assert "crossref = {two}}" in dumps(library, "bibtex")
    assert "{Teil}" in dumps(library, "bibtex")


TEXT = st.text(st.sampled_from("aZéű &%$#_{}~^\\-'\"@,=<>"), max_size=12)
NAME = st.builds(
    Person, st.sampled_from(["Aili", "J.", "Jean-Paul"]), st.sampled_from(["Chen", "de B"])
)


@given(st.sampled_from(["knuth", "two", "three", "part"]), TEXT, st.lists(NAME, max_size=3), TEXT)
@settings(max_examples=300, deadline=None)
def test_what_is_changed_is_read_again(key, title, names, note):
    library = loads(FILE, "bibtex")
    library.replace(
        library[key].evolve(
            title=title, authors=Authors(names), fields={**library[key].fields, "note": note}
        )
    )
    # What a fresh file gives back is what can be written at all.
    fresh = loads(dumps(library, "bibtex", fresh=True), "bibtex")[key]
    again = loads(dumps(library, "bibtex"), "bibtex")
    assert again[key].title == fresh.title or key == "part"
    assert again[key].authors == fresh.authors or key == "part"
    assert [found for found in again if found.key != key] == [
        found for found in loads(FILE, "bibtex") if found.key != key
    ] or key == "two"


def test_zero_bytes_lose_no_entry_and_binary_is_refused(tmp_path: Path):
    path = tmp_path / "a.bib"
    path.write_bytes(b"@misc{a, title = {A}}\n\0\n@misc{b, title = {B}}")
    assert load(path).keys() == ("a", "b")
    path.write_bytes(b"\x7fELF\0\0\0")
    with pytest.raises(UnreadableInput, match="is binary"):
        load(path)


def test_a_broken_entry_that_is_changed_is_mended():
    text = "@misc{a, title {A} year = 2020,, !}\n@misc{b, title = {B}}\n"
    library = loads(text, "bibtex")
    library.replace(library["a"].evolve(title="New", doi=Doi("10.1000/x")))
    again = loads(dumps(library, "bibtex"), "bibtex")
    assert list(again) == list(library)
    assert dumps(again, "bibtex").endswith("@misc{b, title = {B}}\n")


EACH = "{\n    Fei, Bo and\n    {LIGO} and\n    Li, An and\n    others\n  }"
LONG = "{Fei, Bo and {LIGO}  AND Li, An and\n\tDe la Cruz, Ana and Wu, Yi}"


def _changed(expression: str, change) -> str:
    library = loads(f"@misc{{a,\n  author = {expression},\n  title = {{T}},\n}}\n", "bibtex")
    entry = library["a"]
    names = change(list(entry.authors.names))
    authors = Authors(names, others=entry.authors.others)
    library.replace(entry.evolve(authors=authors))
    text = dumps(library, "bibtex")
    assert loads(text, "bibtex")["a"].authors == authors
    return text.partition("author = ")[2].partition(",\n  title")[0]


JO = Person("Jo", "Ek")


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        (EACH, lambda one: [JO, *one[1:]], EACH.replace("Fei, Bo", "Ek, Jo")),
        (EACH, lambda one: [*one[:2], JO], EACH.replace("Li, An", "Ek, Jo")),
        (EACH, lambda one: one[1:], EACH.replace("Fei, Bo and\n    ", "")),
        (EACH, lambda one: one[:2], EACH.replace("Li, An and\n    ", "")),
        (EACH, lambda one: [*one, JO], EACH.replace("An and", "An and\n    Ek, Jo and")),
        (EACH, lambda one: [JO, *one], EACH.replace("Fei", "Ek, Jo and\n    Fei")),
        (LONG, lambda one: [*one[:3], JO, one[4]], LONG.replace("De la Cruz, Ana", "Ek, Jo")),
        (
            LONG,
            lambda one: [JO, *one[1:4], Person("Al", "Ek")],
            LONG.replace("Fei, Bo", "Ek, Jo").replace("Wu, Yi", "Ek, Al"),
        ),
        (LONG, lambda one: one[:4], LONG.replace(" and Wu, Yi", "")),
        (
            LONG,
            lambda one: [*one[:2], *one[3:]],
            "{Fei, Bo and {LIGO}  AND De la Cruz, Ana and Wu, Yi}",
        ),
        ('"Fei, Bo and\n  Li, An"', lambda one: [one[0], JO], '"Fei, Bo and\n  Ek, Jo"'),
        ("{Bo Fei and\n  An Li}", lambda one: [JO, one[1]], "{Jo Ek and\n  An Li}"),
        ("{Fei, Bo}", lambda one: [*one, JO], "{Fei, Bo and Ek, Jo}"),
        ("{{A and B} and\n Fei, Bo}", lambda one: [one[0], JO], "{{A and B} and\n Ek, Jo}"),
    ],
)
def test_a_list_of_names_keeps_its_lines(before: str, change, after: str) -> None:
    assert _changed(before, change) == after


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_change_of_one_name_changes_one_line(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 12))
    marks = st.sampled_from([" and ", " and\n    ", "\n  and ", "  AND\t", " and\r\n "])
    drawn = [data.draw(marks) for _ in range(count - 1)]
    names = [f"Family{chr(65 + n)}, Given" for n in range(count)]
    source = "".join(name + mark for name, mark in zip(names, [*drawn, ""], strict=True))
    place = data.draw(st.integers(0, count - 1))

    def change(found: list) -> list:
        return [*found[:place], JO, *found[place + 1 :]]

    assert _changed(f"{{{source}}}", change) == f"{{{source.replace(names[place], 'Ek, Jo')}}}"
