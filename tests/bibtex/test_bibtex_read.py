"""Reading: what each field becomes, and that odd input loses nothing else."""

import json
import sys
from pathlib import Path

import pytest

from refcore.bibtex import read, read_bibtex_names
from refcore.diagnostics import Location
from refcore.model import ArxivId, Authors, Date, Doi, Group, Person

ORACLE = json.loads((Path(__file__).parent / "names_oracle.json").read_text(encoding="utf8"))
REST = "\n@misc{b, title = {B}}"


def one(text, **options):
    library = read(text, **options)
    assert len(library) == 1
    return next(iter(library))


def parts(name):
    if isinstance(name, Group):
        return ["", "", name.name, ""]
    particle = name.non_dropping_particle or name.dropping_particle
    return [name.given, particle, name.family, name.suffix]


def test_oracle_is_wide():
    assert len([case for case in ORACLE if case["dialect"] == "bibtex"]) > 150
    assert len([case for case in ORACLE if case["dialect"] == "biber"]) > 150


@pytest.mark.parametrize("case", ORACLE, ids=lambda case: f"{case['dialect']}:{case['name']}")
def test_names_split_as_the_programs_do(case):
    found = read_bibtex_names(case["name"], case["dialect"])
    assert [parts(name) for name in found] == case["parts"]


def test_groups_others_and_the_colon():
    names = read_bibtex_names("MiniMax and : and Aili Chen and others")
    assert names == Authors([Group("MiniMax"), Person("Aili", "Chen")], others=True)
    assert read_bibtex_names("{{Barnes and Noble}}") == Authors([Group("Barnes and Noble")])
    assert read_bibtex_names("  ") == Authors()


@pytest.mark.parametrize(
    ("text", "dialect", "names", "others"),
    [
        ("A B and others", "bibtex", ["A B"], True),
        ("A B and Others", "bibtex", ["A B", "Others"], False),
        ("A B and Others", "biber", ["A B"], True),
        ("others and A B", "bibtex", ["others", "A B"], False),
        ("others and A B", "biber", ["A B"], True),
        ("A B and {others}", "biber", ["A B"], True),
        ("A B and {others}", "bibtex", ["A B", "others"], False),
        ("A B and ", "bibtex", ["A B and"], False),
        ("and A B", "bibtex", ["and A B"], False),
        ("A B and van {}", "bibtex", ["A B", "van"], False),
        ("A B and van {}", "biber", ["A B", "van"], False),
        ("A\u00a0and\u00a0B C", "bibtex", ["A and B C"], False),
        ("Wei Sand and Andy Band", "bibtex", ["Wei Sand", "Andy Band"], False),
    ],
)
def test_and_and_others_where_the_programs_see_them(text, dialect, names, others):
    found = read_bibtex_names(text, dialect)
    assert [name.name for name in found] == names
    assert found.others is others


def test_a_stray_and_is_said():
    library = read("@misc{a, author = {A B and C D and}}")
    assert "'and' without a name" in library.diagnostics[0].message
    assert library["a"].authors[1] == Person("C", "D")
    assert (
        "'others' in lower case" in read("@misc{a, author = {A and Others}}").diagnostics[0].message
    )


def test_colon_and_comma_faults_name_the_field():
    library = read("@misc{a, author = {X : Y and : and A, B, C, D}}", "x.bib")
    assert [d.field for d in library.diagnostics] == ["author", "author"]
    assert "group" in library.diagnostics[0].message
    assert "commas" in library.diagnostics[1].message


@pytest.mark.parametrize(
    ("text", "titles", "message"),
    [
        ("@misc{a, title={A} year=2020}", ["A", "B"], "comma is missing before 'year'"),
        ("@misc{a, title={A,\n year=2020}", ["A", "B"], "never closed"),
        ("@misc{a, title={A},\n year=2020\n", ["A", "B"], "entry is never closed"),
        ("@misc{a,\n title={A,\n author={X},\n year=2020,\n}", ["A", "B"], "never closed"),
        ('@misc{a,\n title="A,\n year=2020}', ["A", "B"], "never closed"),
        ("@misc{a, title={A}, title={C}}", ["A", "B"], "occurs twice"),
        ("@misc{a, title={A}}\n@misc{a, title={C}}", ["A", "B"], "'A' (f.bib:1:1); 'C' is left"),
        ("@misc{title={A}}", ["A", "B"], "no key"),
        ("@misc{a, title={A}, year=x}", ["A", "B"], "'x' is not defined"),
        ("@misc{a, title {A}}", ["A", "B"], "expected '='"),
        ("@misc{a, % note\n title={A}}", ["A", "B"], "unexpected '%'"),
        ("@misc{a, title={A}}, note={x}}", ["A", "B"], "'note' is outside"),
        ("@misc a, title\n@misc{a, title={A}}", ["A", "B"], "opens no entry"),
        ("@misc{a, title={A}, url}", ["A", "B"], "has no value"),
        ("@misc{a, title={A}, crossref={none}}", ["A", "B"], "no entry 'none'"),
        ("@misc{a, title={A \\{ B}, year=2020}", ["A { B", "B"], "counts as a brace"),
        ("@misc{a, title={A}, doi={x}}", ["A", "B"], "not a DOI"),
        ("@misc{a, title={A}, year=2020, month={Foo}}", ["A", "B"], "'Foo' is not a month"),
        ("@misc{a, title={A}, date={soon}}", ["A", "B"], "not a date"),
    ],
)
def test_oddities_are_said_and_lose_nothing(text, titles, message):
    library = read(text + REST, "f.bib")
    assert [reference.title for reference in library] == titles
    assert any(message in str(found) for found in library.diagnostics), library.diagnostics
    assert all(
        found.location.path == "f.bib" and found.location.line for found in library.diagnostics
    )


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title={A\n@foo{x} B}}",
        "@misc{a, title={A\\\\}}",
        "@misc\n{a, title={A}}",
        "@misc(a, title={A (x)})",
        '@misc{a, title="A {"} {\\"o}"}',
        "@misc{a, title={\\{A\\}}}",
        "\ufeff@MISC{a, TITLE={A},}",
        'x at y.org\n@comment{misc{c, title={C}}}\n@preamble{"\\foo" # {x}}@misc{a, title={A}}',
    ],
)
def test_sound_but_unusual_files_have_no_diagnostics(text):
    library = read(text + REST)
    assert library.keys() == ("a", "b")
    assert library["a"].title.strip("{").startswith("A")
    assert library.diagnostics == []


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("me x@y.org\n", (1, 5), "takes '@y' for the start"),
        ("@2x{c, title={C}}", (1, 1), "expected a type"),
        ("@{c, title={C}}", (1, 1), "expected a type"),
        ("@misc{c,\n title\u00a0= {C}}", (2, 7), "is not a space for BibTeX"),
        ("@misc{c, title={C}, crossref={}}", (1, 1), "crossref is empty"),
        ("@string{}", (1, 1), "defines nothing"),
        ('@misc{c, title="A \\"B\\" C"}', (1, 20), "within quotes it needs braces"),
        ("@misc{c, title={A} ## {B}}", (1, 21), "missing before '#'"),
        ("@misc{c, title={C}, 77, year=1}", (1, 21), "unexpected '77'"),
    ],
)
def test_what_bibtex_stumbles_on_is_said(text, place, message):
    library = read(text + REST)
    assert library["b"].title == "B"
    found = [d for d in library.diagnostics if message in d.message]
    assert [(d.location.line, d.location.column) for d in found] == [place]


def test_strings_months_and_concatenation():
    library = read(
        '@string{p = "Press"}@string(q = "The " # P)'
        '@book{a, publisher = q # { of } # "X", month = "10~" # jan, year = 2020}'
        '@string{p = {Other}}@book{b, publisher = p, month = JUN # "/" # jul, year = "2020"}'
    )
    assert library["a"].fields["publisher"] == "The Press of X"
    assert library["a"].issued == Date.of(2020, 1, 10)
    assert library["b"].fields["publisher"] == "Other"
    assert library["b"].issued == Date.parse("2020-06/2020-07")
    assert library.diagnostics == []


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_locations_count_any_line_ending(ending):
    text = ending.join(["% x", "", "  @misc{a,", "  year = 2020,", "  doi = {x}}"])
    library = read(text, "f.bib")
    assert library["a"].location == Location("f.bib", 3, 3)
    assert library.diagnostics[0].location == Location("f.bib", 5, 3)


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2506.13585v1}, archiveprefix = {arXiv}",
        "eprint = {arXiv:2506.13585v1}, eprinttype = {arxiv}",
        "eprint = {2506.13585v1}",
        "url = {https://arxiv.org/abs/2506.13585v1}",
        "note = {arXiv:2506.13585v1 [cs.CL]}",
        "journal = {arXiv preprint arXiv:2506.13585v1}",
        "journal = {CoRR abs/2506.13585v1}",
        "howpublished = {\\url{https://arxiv.org/abs/2506.13585v1}}",
    ],
)
def test_arxiv_id_in_any_place(fields):
    assert one(f"@misc{{a, {fields}}}").arxiv == ArxivId("2506.13585", 1)
    assert one(f"@article{{a, {fields}}}").type == "article"


def test_doi_of_arxiv_gives_the_id():
    reference = one("@misc{a, doi = {https://doi.org/10.48550/arXiv.2506.13585}}")
    assert reference.arxiv == ArxivId("2506.13585")
    assert reference.doi == Doi("10.48550/arXiv.2506.13585")


def test_malformed_eprint_is_kept():
    library = read("@misc{a, eprint = {2506.1358}, archiveprefix = {arXiv}}", "f.bib")
    assert library["a"].arxiv is None
    assert dict(library["a"].extra) == {"eprint": "2506.1358", "archiveprefix": "arXiv"}
    assert "5 digits" in str(library.diagnostics[0])


def test_other_eprints_are_no_arxiv_ids():
    reference = one("@article{a, journal = {J}, eprint = {12345678}, eprinttype = {jstor}}")
    assert reference.arxiv is None
    assert reference.extra["eprint"] == "12345678"


def test_an_eprint_of_pubmed_is_a_pubmed_id():
    reference = one("@article{a, journal = {J}, eprint = {12345678}, eprinttype = {pubmed}}")
    assert reference.arxiv is None
    assert reference.fields["PMID"] == "12345678"
    assert "eprint" not in reference.extra
    assert reference.type == "article-journal"


def test_published_article_with_eprint_stays_an_article():
    reference = one(
        "@article{a, journal = {Nature}, eprint = {2506.13585}, archiveprefix = {arXiv}}"
    )
    assert reference.type == "article-journal"
    assert reference.fields["container-title"] == "Nature"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("http://a.b/c_d%20e", "http://a.b/c_d%20e"),
        (r"\url{http://a.b/c\_d\%20e}", "http://a.b/c_d%20e"),
        (r"http://a.b/{\~{}}me\&x\#y", "http://a.b/~me&x#y"),
        (r"http://a.b/$\sim$me", "http://a.b/~me"),
        ("http://a.b/~me--you''", "http://a.b/~me--you''"),
    ],
)
def test_addresses_are_not_decoded(written, url):
    assert one(f"@misc{{a, url = {{{written}}}}}").url == url


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2020, month = 6", Date.of(2020, 6)),
        ("year = {2020}, month = sept", Date.of(2020, 9)),
        ("year = 2020, month = {September}, day = 3", Date.of(2020, 9, 3)),
        ("year = 2020, month = {June 16th}", Date.of(2020, 6, 16)),
        ("date = {2020-06/..}", Date.parse("2020-06/..")),
        ("date = {1650~}", Date.of(1650, circa=True)),
        ("year = {in press}", Date(literal="in press")),
        ("date = {2020-01-02}, year = 1999", Date.of(2020, 1, 2)),
        ("title = {T}", None),
    ],
)
def test_dates(fields, date):
    assert one(f"@misc{{a, {fields}}}").issued == date


def test_crossref_fills_in_what_is_missing():
    library = read(
        "@inproceedings{a, title = {A}, crossref = {P}}"
        "@proceedings{p, title = {Proc}, subtitle = {Sub}, year = 2020, editor = {X, Y}}"
    )
    assert library["a"].title == "A"
    assert library["a"].fields["container-title"] == "Proc: Sub"
    assert library["a"].issued == Date.of(2020)
    assert library["a"].editors == Authors([Person("Y", "X")])
    assert library.diagnostics == []


def test_crossref_in_a_circle_ends():
    assert len(read("@misc{a, crossref = {b}}@misc{b, crossref = {a}}")) == 2


def test_editor_roles_and_unknown_fields():
    reference = one(
        "@book{a, editora = {X, Y}, editoratype = {collaborator}, usera = {a_b \\& c}, "
        "translator = {T, U}, subtitle = {S}, title = {T}}"
    )
    assert reference.names_of("contributor") == Authors([Person("Y", "X")])
    assert reference.names_of("translator") == Authors([Person("U", "T")])
    assert dict(reference.extra) == {"usera": "a_b \\& c"}
    assert reference.title == "T: S"


def test_thesis_kinds():
    library = read(
        "@phdthesis{a, school = {MIT}}@thesis{b, type = {mathesis}, institution = {MIT}}"
    )
    assert library["a"].fields == {"genre": "PhD thesis", "publisher": "MIT"}
    assert library["b"].fields == {"genre": "Master's thesis", "publisher": "MIT"}
    assert {reference.type for reference in library} == {"thesis"}


def test_strings_that_double_stay_bounded():
    library = read(
        "@string{a = {xxxxxxxxxx}}"
        + "@string{b = a # a}@string{a = b # b}" * 60
        + "@misc{k, title = a # {}}"
    )
    assert len(library["k"].title) <= 1_000_000
    assert "left out here: the strings of the file expand to more than 1,000,000" in str(
        library.diagnostics[0]
    )


def entries_of(count, fields):
    return "\n".join(f"@book{{k{i}, {fields(i)}}}" for i in range(count))


EXPANDING = {
    "a long string in many entries": lambda n: (
        "@string{m = {" + "x" * 28 * n + "}}" + entries_of(n, lambda i: f"title = m # {{{i}}}")
    ),
    "strings made of strings": lambda n: (
        "@string{m0 = {xxxxxxxxxxxxxxx}}"
        + "".join(f"@string{{m{i} = m{i - 1} # m{i - 1}}}" for i in range(1, 17))
        + entries_of(n, lambda i: f"title = m16 # {{{i}}}")
    ),
    "many definitions of one string": lambda n: (
        "@string{m = {" + "x" * 28 * n + "}}" + "".join(f"@string{{m{i} = m}}" for i in range(n))
    ),
    "a long field taken over by many entries": lambda n: (
        entries_of(n, lambda i: "crossref = {p}") + "@book{p, publisher = {" + "x" * 28 * n + "}}"
    ),
    "a chain of cross references": lambda n: entries_of(
        n, lambda i: f"title = {{t}}, crossref = {{k{i + 1}}}"
    ),
    "a chain of xdata": lambda n: entries_of(n, lambda i: f"note = {{t}}, xdata = {{k{i + 1}}}"),
}


@pytest.mark.parametrize("case", EXPANDING)
def test_what_a_file_makes_of_itself_is_bounded(case):
    """Lines of Python that run grow no faster than the file, and the rest of it is read."""

    def steps(count):
        seen = 0

        def counted(frame, event, arg):
            nonlocal seen
            seen += event in ("call", "c_call")

        text = EXPANDING[case](count) + "@misc{last, title = {Read}}"
        sys.setprofile(counted)
        try:
            library = read(text)
        finally:
            sys.setprofile(None)
        held = sum(len(ref.title) + sum(map(len, ref.fields.values())) for ref in library)
        assert held <= 1_000_000 + 10 * len(text)
        assert library["last"].title == "Read"
        return seen

    few, many = steps(200), steps(400)
    assert many <= 2.5 * few


def test_a_link_too_many_is_said():
    library = read(EXPANDING["a chain of xdata"](150))
    assert str(library.diagnostics[0]) == (
        "line 1:1: k0: xdata: inherits nothing from 'k101': one entry inherits from at most "
        "100 others, all of the file at most 1,000,000 characters"
    )


def test_thousand_unclosed_values_lose_no_entry():
    library = read("".join(f"@misc{{a{i}, title={{T {i}\n" for i in range(1000)))
    assert [reference.title for reference in library] == [f"T {i}" for i in range(1000)]


@pytest.mark.parametrize(
    "mark",
    [
        "et~al.",
        "Others",
        r"{\em et al.}",
        "{et~al.}",
        r"\ldots",
        "u. a.",
        "etc.",
        "y otros",
        "et alii",
        r"\& al.",
        "many others",
    ],
)
def test_authors_left_out_are_no_person_in_any_spelling(mark):
    library = read(f"@misc{{a, author = {{Bo Fei and {mark}}}}}")
    authors = library["a"].authors
    assert [name.name for name in authors] == ["Bo Fei"]
    assert authors.others is True
    assert "is not a name" in library.diagnostics[0].message


@pytest.mark.parametrize(
    ("pages", "page"),
    [
        ("S1-12--S1-18", "S1-12–S1-18"),
        ("101-1--101-8", "101-1–101-8"),
        ("12--15", "12-15"),
        ("1--5, 7-9", "1-5, 7-9"),
    ],
)
def test_a_range_of_pages_with_hyphens_keeps_its_dash(pages, page):
    assert read(f"@misc{{a, pages = {{{pages}}}}}")["a"].fields["page"] == page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("journal = Science", {"container-title": "Science"}),
        ("edition = second", {"edition": "2"}),
        ("publisher = Addison-Wesley", {"publisher": "Addison-Wesley"}),
        ("journal = jfm", {}),
        ("journal = IEEE", {}),
        ('journal = "The " # Science', {"container-title": "The"}),
    ],
)
def test_a_word_without_braces_is_text(field, value):
    library = read(f"@article{{a, title = {{T}}, {field}}}")
    assert dict(library["a"].fields) == value
    (found,) = library.diagnostics
    assert "is not defined" in found.message


@pytest.mark.parametrize(
    ("fields", "volume", "issue"),
    [
        ("volume = {35(12)}", "35", "12"),
        ("volume = {35 (1--2)}", "35", "1–2"),
        ("volume = {35(12)}, number = 3", "35(12)", "3"),
        ("volume = {2 (Suppl. 1)}", "2 (Suppl. 1)", ""),
    ],
)
def test_an_issue_in_brackets_behind_the_volume(fields, volume, issue):
    found = read(f"@article{{a, title = {{T}}, {fields}}}")["a"].fields
    assert (found["volume"], found.get("issue", "")) == (volume, issue)
