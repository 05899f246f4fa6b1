"""Writing: the entries that BibTeX and biber expect."""

import pytest

from refcore import Library, dumps, loads
from refcore.bibtex import read, write
from refcore.bibtex.mapping import ROWS, read_row, write_row
from refcore.bibtex.scan import Scanner
from refcore.bibtex.write_names import format_name
from refcore.model import ArxivId, Authors, Date, Doi, Group, Person, Reference

PEOPLE = [Person("Aili", "Chen"), Person("Pál", "Erdős"), Person("Bo", "Fei")]
PREPRINT = Reference(
    "m1",
    "article",
    "MiniMax-M1: Scaling Test-Time Compute",
    Authors([Group("MiniMax"), *PEOPLE]),
    issued=Date.of(2025, 6, 16),
    arxiv=ArxivId("2506.13585", 1),
    doi=Doi("10.48550/arXiv.2506.13585"),
    url="https://arxiv.org/abs/2506.13585",
    extra={"primaryclass": "cs.CL"},
)


def test_preprint_in_bibtex():
    assert write([PREPRINT]) == (
        "@misc{m1,\n"
        "  author        = {{MiniMax} and Chen, Aili and Erdős, Pál and Fei, Bo},\n"
        "  title         = {{MiniMax-M1}: Scaling Test-Time Compute},\n"
        "  year          = {2025},\n"
        "  month         = jun,\n"
        "  day           = {16},\n"
        "  eprint        = {2506.13585v1},\n"
        "  archiveprefix = {arXiv},\n"
        "  primaryclass  = {cs.CL},\n"
        "  doi           = {10.48550/arXiv.2506.13585},\n"
        "  url           = {https://arxiv.org/abs/2506.13585},\n"
        "}\n"
    )


def test_preprint_in_biblatex():
    text = write([PREPRINT], flavour="biblatex", ascii=True)
    assert text.startswith("@online{m1,\n")
    assert "Erd{\\H{o}}s, P{\\'a}l" in text
    assert "date        = {2025-06-16}" in text
    assert "eprinttype  = {arxiv}" in text
    assert "eprintclass = {cs.CL}" in text
    assert "month" not in text


@pytest.mark.parametrize(
    ("limit", "written"),
    [
        (None, "{MiniMax} and Chen, Aili and Erdős, Pál and Fei, Bo"),
        (2, "{MiniMax} and Chen, Aili and others"),
        (4, "{MiniMax} and Chen, Aili and Erdős, Pál and Fei, Bo"),
        ("groups", "{MiniMax} and others"),
    ],
)
def test_author_limit(limit, written):
    assert f"author        = {{{written}}},\n" in write([PREPRINT], authors=limit)


def test_groups_without_a_group_gives_all():
    reference = PREPRINT.evolve(authors=Authors(PEOPLE))
    assert "{Chen, Aili and Erdős, Pál and Fei, Bo}" in write([reference], authors="groups")


def test_count_of_others_survives():
    reference = PREPRINT.evolve(authors=Authors(PEOPLE, others=27))
    text = write([reference])
    assert 'author+an:others = {="27"}' in text
    assert read(text)["m1"].authors.others == 27


def test_long_lists_are_filled():
    reference = PREPRINT.evolve(authors=Authors([*PEOPLE] * 40))
    lines = write([reference]).splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) < 60
    assert read("\n".join(lines))["m1"] == reference


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Person("Aili", "Chen"), "Chen, Aili"),
        (Person("Per", "Brinch Hansen"), "Brinch Hansen, Per"),
        (Person("Peter", "With", non_dropping_particle="de"), "de With, Peter"),
        (Person("Peter", "de With"), "{de With}, Peter"),
        (Person(family="Loki"), "Loki"),
        (Person(family="Le Corbusier"), "{Le Corbusier}{}"),
        (Person("bell", "hooks"), "hooks, bell"),
        (Person("Martin", "King", suffix="Jr."), "King, Jr., Martin"),
        (Person("Rise and", "Shine"), "{Shine}, {Rise and}"),
        (Group("Barnes and Noble, Inc."), "{Barnes and Noble, Inc.}"),
        (Group("R&D"), "{R\\&D}"),
    ],
)
def test_names(name, written):
    assert format_name(name) == written


def test_webpage_in_bibtex_shows_its_address():
    page = Reference("p", "webpage", "P", url="https://example.org/a_b%20c")
    text = write([page])
    assert "howpublished = {\\url{https://example.org/a_b%20c}}" in text
    assert "url          = {https://example.org/a_b%20c}" in text
    assert read(text)["p"] == page


def test_unbalanced_braces_do_not_break_the_file():
    odd = Reference("o", "document", "a } b {", url="https://e.org/{x", extra={"usera": "}"})
    library = read(write([odd, PREPRINT]))
    assert library.keys() == ("o", "m1")
    assert library["o"].title == "a } b {"
    assert library["o"].url == "https://e.org/%7Bx"


def test_entry_types_are_kept():
    text = "@manual{a,\n  title = {T},\n}\n\n@conversation{b,\n  title = {T},\n}\n"
    assert write(read(text)) == text


@pytest.mark.parametrize("flavour", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    "entry_type", ["article", "book", "inproceedings", "misc", "online", "report", "thesis"]
)
def test_rows_are_read_as_they_are_written(entry_type, flavour):
    for variable in {row.variable for row in ROWS}:
        row = write_row(variable, entry_type, flavour)
        assert row is None or read_row(row.field, entry_type).row.variable == variable


def test_scan_block_gives_spans():
    text = "x @misc{a, title = {T} # foo}"
    block = Scanner(text).block(2)
    field = block.fields[0]
    assert text[block.start : block.end] == text[2:]
    assert text[field.start : field.start + len(field.value)] == field.value == "{T} # foo"


def test_no_line_begins_like_a_field():
    names = [Person("Juan", f"Cierva{i}", non_dropping_particle="De la") for i in range(9)]
    text = write([PREPRINT.evolve(authors=Authors(names))], flavour="biblatex")
    assert "family={Cierva8}" in text
    assert not [line for line in text.splitlines() if line.strip().startswith("family=")]
    assert read(text)["m1"].authors == Authors(names)


def test_contributors_stand_in_a_field_that_the_entry_type_has():
    team = {"contributor": Authors([Group("SGLang Team")])}
    text = write([Reference("s", "software", "S", names=team)], flavour="biblatex")
    assert "namea     = {{SGLang Team}}" in text
    assert "nameatype = {collaborator}" in text
    assert "editora " in write([Reference("b", "book", "B", names=team)])


@pytest.mark.parametrize(
    ("pages", "written"),
    [
        ("1-9", "1--9"),
        ("1–9", "1--9"),
        ("e12–e15", "e12--e15"),
        ("1–9, 12–15", "1--9, 12--15"),
        ("12 – 15", "12--15"),
        ("iv—xii", "iv--xii"),
        ("12\u221215", "12--15"),
        ("2020–", "2020–"),
        ("–5", "–5"),
    ],
)
def test_every_dash_between_pages_is_a_range(pages: str, written: str) -> None:
    paper = Reference("p", "article-journal", "P", fields={"page": pages})
    assert f"pages = {{{written}}}" in write([paper])


@pytest.mark.parametrize("flavour", ["bibtex", "biblatex"])
@pytest.mark.parametrize("place", ["given", "family", "suffix"])
@pytest.mark.parametrize(
    "text", ["family=x", "a given=x b", "prefix = x", "given=a, family=b", "x=y", "="]
)
def test_a_name_that_looks_like_parts_is_read_back(flavour: str, place: str, text: str) -> None:
    odd = Person(**{"given": "An", "family": "Li", place: text})
    listed = Authors([odd, Person("Bo", "Fei")])
    written = dumps(Library([Reference("a", "book", "T", listed)]), flavour)
    assert loads(written, flavour)["a"].authors == listed
