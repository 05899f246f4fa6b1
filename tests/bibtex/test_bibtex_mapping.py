"""Every row of the table between BibTeX, BibLaTeX and CSL, in both directions."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refcore
from refcore.bibtex import read, write
from refcore.bibtex.annotations import annotate, read_annotations
from refcore.bibtex.languages import language_name, language_tag
from refcore.bibtex.mapping import DATES, NAMES, READ_TYPES, ROWS, WRITE_TYPES, read_row
from refcore.model import Authors, Group, Orcid, Person
from refcore.model.reference import CSL_TYPES

PLAIN_TYPES = ("misc", "book", "article", "techreport", "thesis", "incollection", "online")
VALUES = {"pages": "10--20", "language": "french", "verbatim": "978-3"}
READ_AS = {"pages": "10-20", "language": "fr"}


def is_read_by(row, field, kind):
    found = read_row(field, kind)
    return found is not None and found.row == row


ROW_CASES = [
    (row, flavour, kind)
    for row in ROWS
    for flavour in ("bibtex", "biblatex")
    for kind in sorted(row.only or PLAIN_TYPES)
    if is_read_by(row, row.bibtex if flavour == "bibtex" else row.biblatex, kind)
]


def one(text):
    library = read(text)
    assert library.diagnostics == []
    return next(iter(library))


@pytest.mark.parametrize(("row", "flavour", "kind"), ROW_CASES)
def test_row_both_ways(row, flavour, kind):
    field = row.bibtex if flavour == "bibtex" else row.biblatex
    value = VALUES.get(row.kind, "seven")
    reference = one(f"@{kind}{{k, title = {{T}}, {field} = {{{value}}}}}")
    assert reference.fields[row.variable] == READ_AS.get(row.kind, value)
    written = write([reference], flavour=flavour)
    assert one(written) == reference
    first = next(other for other in ROWS if other.variable == row.variable and other.fits(kind))
    if first == row and written.startswith(f"@{kind}{{"):
        assert re.search(rf"^  {field} += {{{value}}},$", written, re.MULTILINE)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.variable}-{row.biblatex}")
def test_row_is_reached(row):
    kinds = row.only or set(READ_TYPES)
    assert any(is_read_by(row, name, kind) for name in (row.biblatex, row.bibtex) for kind in kinds)


def test_types_name_known_types():
    assert set(READ_TYPES.values()) <= CSL_TYPES
    assert set(WRITE_TYPES) <= CSL_TYPES
    for csl_type, (_, biblatex) in WRITE_TYPES.items():
        assert biblatex in READ_TYPES, csl_type


@pytest.mark.parametrize("flavour", ["bibtex", "biblatex"])
@pytest.mark.parametrize("entry_type", sorted(READ_TYPES))
def test_entry_type_both_ways(entry_type, flavour):
    reference = one(f"@{entry_type}{{k, author = {{Aili Chen}}, title = {{T}}}}")
    assert reference.type == (READ_TYPES[entry_type] if entry_type != "inbook" else "book")
    assert one(write([reference], flavour=flavour)) == reference


@pytest.mark.parametrize("field", [*NAMES.values(), *DATES.values()])
def test_names_and_dates_both_ways(field):
    value = "2020-01-02" if field in DATES.values() else "Chen, Aili and {MiniMax}"
    reference = one(f"@book{{k, title = {{T}}, {field} = {{{value}}}}}")
    assert reference.dates or reference.names or reference.authors
    assert f"= {{{value}}}" in write([reference]).replace("{{MiniMax}}", "{MiniMax}")


def csl(entry):
    return json.loads(refcore.dumps([one(entry)], "csl-json"))[0]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "@misc{k, title={T}, eprint={2506.13585}, archiveprefix={arXiv}}",
            {"type": "article", "number": "arXiv:2506.13585"},
        ),
        (
            "@online{k, title={T}, eprint={2506.13585}, eprinttype={arxiv}}",
            {"type": "article", "number": "arXiv:2506.13585"},
        ),
        ("@misc{k, title={T}, eprint={1.2}, archiveprefix={bioRxiv}}", {"type": "article"}),
        ("@software{k, title={T}, version={1.2}}", {"type": "software", "version": "1.2"}),
        ("@dataset{k, title={T}, publisher={P}}", {"type": "dataset", "publisher": "P"}),
        (
            "@thesis{k, title={T}, type={mathesis}, institution={I}, location={L}}",
            {
                "type": "thesis",
                "genre": "Master's thesis",
                "publisher": "I",
                "publisher-place": "L",
            },
        ),
        (
            "@phdthesis{k, title={T}, school={I}, address={L}}",
            {"type": "thesis", "genre": "PhD thesis", "publisher": "I", "publisher-place": "L"},
        ),
        (
            "@inproceedings{k, title={T}, booktitle={B}, series={S}, number=3, pages={1--2}}",
            {
                "type": "paper-conference",
                "container-title": "B",
                "collection-title": "S",
                "collection-number": "3",
                "page": "1-2",
            },
        ),
        (
            "@incollection{k, title={T}, booktitle={B}, booksubtitle={C}, editor={A B}}",
            {"type": "chapter", "container-title": "B: C"},
        ),
        (
            "@techreport{k, title={T}, institution={I}, number={TR-1}, type={Memo}}",
            {"type": "report", "publisher": "I", "number": "TR-1", "genre": "Memo"},
        ),
        (
            "@article{k, title={T}, subtitle={S}, journaltitle={J}, number={2}, eid={e1}}",
            {
                "type": "article-journal",
                "title": "T: S",
                "container-title": "J",
                "issue": "2",
                "number": "e1",
            },
        ),
        (
            "@misc{k, title={T}, howpublished={\\url{https://x.org/a_b}}}",
            {"type": "webpage", "URL": "https://x.org/a_b"},
        ),
        ("@manual{k, title={T}, organization={O}}", {"type": "book", "publisher": "O"}),
        ("@online{k, title={T}, url={https://x.org}, organization={O}}", {"publisher": "O"}),
        ("@book{k, title={T}, langid={american}}", {"language": "en-US"}),
        ("@patent{k, title={T}, type={patentus}}", {"type": "patent", "genre": "U.S. patent"}),
    ],
)
def test_entry_in_csl(entry, expected):
    found = csl(entry)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("fields", "iso"),
    [
        ("year = {2019}", "2019"),
        ("year = {2019}, month = jun", "2019-06"),
        ("year = {2019}, month = 6, day = 3", "2019-06-03"),
        ("year = {1998}, month = {Spring}", "1998-21"),
        ("year = {1999--2001}", "1999/2001"),
        ("year = {1999–2001}", "1999/2001"),
        ("year = {1998/1999}", "1998/1999"),
        ("year = {c. 1850}", "1850~"),
        ("year = {ca.~1850}", "1850~"),
        ("year = {1850?}", "1850?"),
        ("year = {{\\noopsort{1973b}}1973}", "1973"),
        ("date = {2019-04-01}", "2019-04-01"),
        ("date = {19.10.2016}", "2016-10-19"),
        ("date = {2016/10/19}", "2016-10-19"),
        ("date = {1900/unknown}", "1900/.."),
        ("date = {circa 1850}", "1850~"),
        ("date = {1984--1986}", "1984/1986"),
        ("date = {199X?}", "1990?/1999?"),
        ("date = {2019-04/2019-06}", "2019-04/2019-06"),
        ("date = {2019-21}", "2019-21"),
        ("date = {1850~}", "1850~"),
        ("date = {1995/}", "1995/.."),
        ("date = {1995/present}", "1995/.."),
        ("date = {1995-03/Ongoing}", "1995-03/.."),
        ("date = {199X}", "1990/1999"),
        ("date = {19XX}", "1900/1999"),
        ("date = {1999-XX-XX}", "1999"),
        ("year = {in press}", "in press"),
        ("year = {1999--1998}", "1999–1998"),
    ],
)
def test_dates_both_ways(fields, iso):
    reference = one(f"@book{{k, title = {{T}}, {fields}}}")
    assert reference.issued.iso == iso
    for flavour in ("bibtex", "biblatex"):
        assert one(write([reference], flavour=flavour)) == reference


@pytest.mark.parametrize(
    ("text", "iso", "said"),
    [
        ("2019-04-01T10:00:00+02:00", "2019-04-01", "the time of day is left out"),
        ("1984?/1990", "1984?/1990?", "mark of one end"),
        ("1984/1990~", "1984~/1990~", "mark of one end"),
    ],
)
def test_what_a_date_loses_is_told(text, iso, said):
    library = read(f"@book{{k, title = {{T}}, date = {{{text}}}}}")
    assert library["k"].issued.iso == iso
    (found,) = library.diagnostics
    assert said in found.message


@pytest.mark.parametrize(
    ("month", "iso"),
    [
        ("März", "2020-03"),
        ("Sep--Oct 2020", "2020-09/2020-10"),
        ("December 2019/January", "2019-12/2020-01"),
        ("June 7--12, 2020", "2020-06-07/2020-06-12"),
        ("30 juin--2 juillet", "2020-06-30/2020-07-02"),
        ("2020-06", "2020-06"),
    ],
)
def test_months_with_years_and_in_other_languages(month, iso):
    assert one(f"@book{{k, title = {{T}}, year = 2020, month = {{{month}}}}}").issued.iso == iso


@pytest.mark.parametrize("text", ["1984?", "1984%", "1984~", "1984-05?", "1984?/1990?", "../1990%"])
def test_the_mark_of_a_date_stays(text):
    reference = one(f"@book{{k, title = {{T}}, date = {{{text}}}}}")
    assert (reference.issued.iso, reference.issued.circa) == (text, True)
    assert f"{{{text}}}" in write([reference], flavour="biblatex")
    for flavour in ("bibtex", "biblatex"):
        assert one(write([reference], flavour=flavour)) == reference


def test_years_before_christ():
    assert one("@book{k, title = {T}, year = {44 B.C.}}").issued.iso == "-0043"
    assert one("@book{k, title = {T}, date = {c. 300 BCE}}").issued.iso == "-0299~"


def test_years_that_bibtex_prints():
    assert "year  = {1999--2001}" in write([one("@book{k, title = {T}, date = {1999/2001}}")])
    assert "year  = {c. 1850}" in write([one("@book{k, title = {T}, date = {1850~}}")])


def test_what_csl_has_no_field_for_comes_back():
    entry = one(
        "@book{k, title = {T}, titleaddon = {A}, holder = {H}, addendum = {$x_1$ & y},"
        " language = {german}, eprint = {1.2}, eprinttype = {hdl}, file = {a_b;c%20d}}"
    )
    for flavour in ("bibtex", "biblatex"):
        assert one(write([entry], flavour=flavour)) == entry
    assert entry.extra["file"] == "a_b;c%20d"


def test_a_month_that_is_none_stays_beside_a_date():
    entry = read("@article{k, title = {T}, year = {1999--2000}, month = {Jan/Feb}}")["k"]
    assert entry.extra["month"] == "Jan/Feb"
    assert read(write([entry], flavour="biblatex"))["k"] == entry


def test_languages_both_ways():
    assert language_tag("langgerman") == "de"
    assert language_tag("USenglish") == "en-US"
    for tag in ("de", "en-US", "fr", "pt-BR", "x-klingon"):
        assert language_tag(language_name(tag)) == tag


def test_a_printed_language_is_the_language_and_stays():
    entry = one("@book{k, title = {T}, language = {german}}")
    assert (entry.fields["language"], entry.extra["language"]) == ("de", "german")
    assert one(write([entry], flavour="biblatex")) == entry
    assert "language" not in one("@book{k, title = {T}, language = {english and german}}").fields


WORD = st.text(max_size=8).map(lambda text: " ".join(text.split()))
ORCID = st.sampled_from([None, Orcid("0000-0002-1825-0097"), Orcid("0000-0001-5109-3700")])
AFFILIATIONS = st.lists(WORD.filter(bool), max_size=2)
PEOPLE = st.builds(lambda o, a: Person("A", "B", orcid=o, affiliations=a), ORCID, AFFILIATIONS)
GROUPS = st.builds(lambda a: Group("G", affiliations=a), AFFILIATIONS)


@given(st.lists(st.one_of(PEOPLE, GROUPS), min_size=1, max_size=4), st.integers(0, 3))
def test_orcids_and_affiliations_both_ways(names, others):
    authors = Authors(names, others or False)
    fields = annotate(authors, "author")
    bare = Authors(
        [Person("A", "B") if n.name == "A B" else Group("G") for n in names], bool(others)
    )
    found, understood = read_annotations(bare, "author", fields, pytest.fail)
    assert understood == set(fields)
    decoded = [[a.replace("\u2060", "") for a in name.affiliations] for name in found]
    wanted = [list(name.affiliations) for name in authors]
    if all(text.isascii() and "$" not in text and "\\" not in text for n in wanted for text in n):
        assert decoded == wanted
    assert [getattr(n, "orcid", None) for n in found] == [getattr(n, "orcid", None) for n in names]
    assert found.others == authors.others


def test_orcids_and_affiliations_in_a_file():
    person = Person(
        "Jörg",
        "Müller",
        orcid=Orcid("0000-0002-1825-0097"),
        affiliations=['Universität "Köln", Physik; {AG} 1', "Sand and Sons", "CERN"],
    )
    reference = refcore.Reference("k", "book", "T", Authors([Group("G"), person], 7))
    for flavour in ("bibtex", "biblatex"):
        for ascii_only in (False, True):
            text = write([reference], flavour=flavour, ascii=ascii_only)
            assert one(text) == reference
    assert ";" not in text.partition("author+an:affiliation")[2].partition("\n")[0]
    assert 'author+an:orcid       = {2="0000-0002-1825-0097"}' in text


@pytest.mark.parametrize(
    ("annotation", "faults"),
    [
        ('orcid = {1="0000-0002-1825-0098"}', 1),
        ('orcid = {9="0000-0002-1825-0097"}', 0),
        ("orcid = {1=flag}", 0),
        ('orcid = {1:family="x"}', 0),
        ('affiliation = {"x"}', 0),
        ("highlight = {1=bold}", 0),
    ],
)
def test_other_annotations_are_kept(annotation, faults):
    library = read(f"@book{{k, title = {{T}}, author = {{A B}}, author+an:{annotation}}}")
    name = annotation.split()[0]
    assert f"author+an:{name}" in library["k"].extra
    assert len(library.diagnostics) == faults
    assert f"author+an:{name}" in write(library)
