import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from strategies_formats import references

from refcore import ArxivId, Authors, Date, Doi, Group, Person, Reference
from refcore.errors import UnreadableInput
from refcore.formats import dumps, loads, losses
from refcore.formats.findings import Findings
from refcore.formats.ris import read, write
from refcore.formats.ris.dates import date_from_ris, date_to_ris
from refcore.formats.ris.fields import READ_TYPES, WRITE_TYPES
from refcore.model.reference import CSL_TYPES

# As publishers' sites write it: a header, Windows line ends, and two titles for a journal.
ARTICLE = """Provider: Example Press
Content: text/plain; charset="UTF-8"

TY  - JOUR
AU  - Chen, Aili
AU  - van der Waals, J. D.
AU  - ATLAS Collaboration,
TI  - Scaling test-time compute
  with lightning attention
JO  - J. Ex. Learn.
T2  - Journal of Example Learning
VL  - 12
IS  - 3
SP  - 101
EP  - 134
PY  - 2025
DA  - 2025/06/16/
SN  - 1234-5678
DO  - https://doi.org/10.1000/abc(1)
UR  - https://example.org/a;session=1?b=c%20d
UR  - https://example.org/b
KW  - reasoning
KW  - scaling
N1  - One note
N1  - Another
Y2  - 2026/01/05/
U1  - our own
ER  - \n""".replace("\n", "\r\n")


def test_an_article_is_read() -> None:
    library = read(ARTICLE, "a.ris")
    (reference,) = library
    assert reference == Reference(
        "chen2025scaling",
        "article-journal",
        "Scaling test-time compute with lightning attention",
        Authors(
            [
                Person("Aili", "Chen"),
                Person("J. D.", "Waals", non_dropping_particle="van der"),
                Group("ATLAS Collaboration"),
            ]
        ),
        issued=Date.of(2025, 6, 16),
        doi=Doi("10.1000/abc(1)"),
        url="https://example.org/a;session=1?b=c%20d",
        dates={"accessed": Date.of(2026, 1, 5)},
        fields={
            "page": "101-134",
            "ISSN": "1234-5678",
            "container-title": "Journal of Example Learning",
            "container-title-short": "J. Ex. Learn.",
            "volume": "12",
            "issue": "3",
            "note": "One note\nAnother",
            "keyword": "reasoning, scaling",
        },
        extra={"ris-u1": "our own", "ris-ur": "https://example.org/b"},
    )
    assert str(reference.location) == "a.ris:4"
    assert not library.diagnostics
    assert not losses(library, "ris")


@pytest.mark.parametrize(
    ("record", "variable", "value"),
    [
        ("TY  - BOOK\nT2  - Lecture Notes", "collection-title", "Lecture Notes"),
        ("TY  - CHAP\nT2  - The Book", "container-title", "The Book"),
        ("TY  - CONF\nC3  - Proc.\nT2  - The Conference", "event-title", "The Conference"),
        ("TY  - CONF\nT2  - Proc. of It", "container-title", "Proc. of It"),
        ("TY  - BOOK\nSP  - 350", "number-of-pages", "350"),
        ("TY  - RPRT\nSN  - TR-12", "number", "TR-12"),
        ("TY  - BOOK\nSN  - 978-0-201-13447-6", "ISBN", "978-0-201-13447-6"),
        ("TY  - COMP\nET  - 2.1", "version", "2.1"),
        ("TY  - JOUR\nJF  - Full\nJA  - F.", "container-title-short", "F."),
        ("TY  - JOUR\nSP  - 12-34\nEP  - 34", "page", "12-34"),
        ("TY  - THES\nM3  - PhD thesis", "genre", "PhD thesis"),
        ("TY  - JOUR\nAB  - One\ntwo - three", "abstract", "One two - three"),
    ],
)
def test_tags_by_type(record: str, variable: str, value: str) -> None:
    (reference,) = read(f"{record}\nTI  - Title\nER  - ")
    assert reference.fields[variable] == value
    assert not losses(reference, "ris")


@pytest.mark.parametrize("line", ["AN  - arXiv:2506.13585v1", "M1  - arXiv:2506.13585v1 [cs.CL]"])
def test_arxiv_papers(line: str) -> None:
    (reference,) = read(f"TY  - UNPB\nTI  - M1\nAU  - MiniMax\n{line}\nER  - ")
    assert (reference.type, reference.arxiv) == ("article", ArxivId("2506.13585", 1))
    assert reference.authors == Authors([Group("MiniMax")])
    assert "AN  - arXiv:2506.13585v1" in write([reference])


def test_names_that_are_listed_under_two_tags() -> None:
    twice = "TY  - BOOK\nA1  - Li, Bo\nA1  - Li, Bo\nAU  - Li, Bo\nAU  - Wu, An\nER  - "
    assert read(twice)["li"].authors.names == (
        Person("Bo", "Li"),
        Person("Bo", "Li"),
        Person("An", "Wu"),
    )
    cut = read("TY  - BOOK\nAU  - Li, Bo\nAU  - et al.\nER  - ")["li"]
    assert cut.authors.others is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", Date.of(2025)),
        ("2025/6", Date.of(2025, 6)),
        ("2025///", Date.of(2025)),
        ("2019///Spring", Date.of(2019, season=1)),
        ("1650///1650~/1660~", Date.parse("1650~/1660~")),
        ("2025-06-16", Date.of(2025, 6, 16)),
        ("2025/13/01/", Date.of(2025)),
        ("2025/02/30/", Date.of(2025, 2)),
        ("///in press", Date(literal="in press")),
        ("June 2025", Date.of(2025, 6)),
        ("3 March 2021", Date.of(2021, 3, 3)),
        ("11/2019", Date.of(2019, 11)),
        ("2016/Oct/19", Date.of(2016, 10, 19)),
        ("2018-04-05T10:20:30Z", Date.of(2018, 4, 5)),
        ("0000//", None),
        ("///", None),
    ],
)
def test_dates(text: str, expected: Date | None) -> None:
    assert date_from_ris(text, "DA", Findings()) == expected
    if expected is not None:
        assert date_from_ris(date_to_ris(expected), "DA", Findings()) == expected


def test_a_month_that_does_not_exist_is_told() -> None:
    library = read("TY  - BOOK\nTI  - T\nDA  - 2025/13/01/\nER  - ", "a.ris")
    assert [str(entry) for entry in library.diagnostics] == [
        "a.ris:3: t2025: DA: month 13 does not exist, expected 1 to 12; read as 2025"
    ]


def test_records_that_are_not_closed_are_read() -> None:
    library = read("TY  - BOOK\nTI  - Onesie\nTY - BOOK\nTI  - Second\n", "a.ris")
    assert library.keys() == ("onesie", "second")
    assert [str(entry) for entry in library.diagnostics] == [
        "a.ris:3: a record without 'ER  - ' before the next one",
        "a.ris:4: the last record has no 'ER  - '",
    ]


def test_keys_are_kept_and_kept_apart() -> None:
    text = "TY  - BOOK\nID  - a\nER  - \n" * 2
    library = read(text)
    assert library.keys() == ("a", "a-2")
    assert [str(entry) for entry in library.diagnostics] == [
        "line 4: a: the key is already used; this one becomes 'a-2'"
    ]


@pytest.mark.parametrize("text", ["@book{a,}", "{}", "TI  - no record", "PMID- 1"])
def test_what_is_not_ris_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="not RIS"):
        read(text)


def test_an_unknown_type_comes_back() -> None:
    library = read("TY  - SCROLL\nTI  - T\nER  - ")
    assert [entry.field for entry in library.diagnostics] == ["TY"]
    assert write(library).startswith("TY  - SCROLL\n")


def test_the_tables_name_csl_types() -> None:
    assert set(READ_TYPES.values()) <= CSL_TYPES
    assert set(WRITE_TYPES) <= CSL_TYPES
    assert set(WRITE_TYPES.values()) <= set(READ_TYPES)


lines = st.sampled_from(
    """TY  - JOUR|TY  - BOOK|ER  - |AU  - A, B|AU  - ,|AU  - , 0|PY  - 2020|DA  - 2020/13/45/x
    |EP  - 2|KW  - a|more|SN  - 1234-5678|AN  - arXiv:x|ID  - a|T2  - x|C3  - y|DO  - x|SP  - 1
    |Y1  - ///|Y2  - /1/|UR  - http://a;b|CY  - p|PP  - q|XX  - a|\x00|TY|ER""".replace(
        "\n    ", ""
    ).split("|")
)


@given(st.text(max_size=40) | st.lists(lines | st.text(max_size=6), max_size=14).map("\n".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        library = read(text)
    except UnreadableInput:
        return
    again = read(write(library))
    assert list(read(write(again))) == list(again)


@given(references)
def test_what_is_written_is_read_by_others_too(reference: Reference) -> None:
    text = dumps(reference, "ris")
    assert len(rispy.loads(text)) == 1
    (back,) = loads(text, "ris")
    assert back.key == reference.key or len(reference.key.splitlines()) > 1


names = st.text("abcdefghABCDEFGH éü", min_size=2, max_size=9).filter(lambda n: n.strip())
plain = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="<$"), min_size=1, max_size=9
)


@given(
    st.builds(
        Reference,
        plain.map(lambda key: f"k{key}"),
        st.sampled_from(sorted(set(WRITE_TYPES) & set(READ_TYPES.values()))),
        plain,
        st.builds(
            Authors,
            st.lists(st.builds(Group, names) | st.builds(lambda n: Person("Q.", f"X{n}"), names)),
            st.booleans(),
        ).filter(lambda authors: authors.others is False or bool(authors.names)),
        issued=st.none() | st.dates().map(lambda d: Date.of(d.year, d.month, d.day)),
        doi=st.sampled_from([None, Doi("10.1000/a(b)<c>")]),
        fields=st.dictionaries(
            st.sampled_from(["volume", "publisher", "language", "abstract", "title-short"]), plain
        ),
    )
)
def test_what_ris_holds_comes_back(reference: Reference) -> None:
    assert not losses(reference, "ris")


def one(*lines: str) -> tuple[Reference, list[str]]:
    library = read("\n".join(["TY  - JOUR", "ID  - k", "TI  - T", *lines, "ER  - "]))
    (reference,) = library
    return reference, [str(found) for found in library.diagnostics]


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["Y1  - 2012/03/04", "PY  - 2012"], Date.of(2012, 3, 4)),
        (["PY  - 2012", "DA  - 2012/03//"], Date.of(2012, 3)),
        (["PY  - 2012", "DA  - 4 Mar"], Date.of(2012, 3, 4)),
        (["PY  - 2012///", "DA  - Spring"], Date.of(2012, season=1)),
        (["DA  - 2012/03//", "Y1  - 2012/03/04/", "PY  - 2012"], Date.of(2012, 3, 4)),
    ],
)
def test_dates_that_agree_are_one_and_the_most_exact_is_taken(lines: list[str], date: Date) -> None:
    reference, said = one(*lines)
    assert (reference.issued, said, dict(reference.extra)) == (date, [], {})


def test_a_date_of_another_year_is_told_and_kept() -> None:
    reference, said = one("PY  - 2012", "Y1  - 2012/03/04", "DA  - 2013/01/01")
    assert reference.issued == Date.of(2012, 3, 4)
    assert reference.extra == {"ris-da": "2013/01/01"}
    assert said == ["line 6: k: DA: '2013/01/01' is another date than 2012-03-04; kept as extra"]


@pytest.mark.parametrize(
    "line",
    [
        "M3  - doi: 10.5555/12.ab",
        "M3  - 10.5555/12.AB",
        "N1  - https://doi.org/10.5555/12.ab",
        "L3  - DOI:10.5555/12.ab",
        "M1  - doi 10.5555/12.ab",
    ],
)
def test_a_doi_in_a_tag_of_another_purpose_is_the_doi(line: str) -> None:
    reference, said = one(line)
    assert reference.doi == Doi("10.5555/12.ab")
    assert (dict(reference.fields), dict(reference.extra), said) == ({}, {}, [])


def test_another_doi_stays_what_it_is() -> None:
    reference, _ = one("DO  - 10.5555/1", "M3  - 10.5555/2")
    assert (reference.doi, reference.fields["genre"]) == (Doi("10.5555/1"), "10.5555/2")


def test_tags_may_be_written_loosely() -> None:
    text = "TY  -JOUR\nTI  -Loose\nAU\t-\tWu, Bo\nPY - 2001\nAB  - no\nPB-free and ET-al\nER  -"
    (reference,) = read(text)
    assert (reference.title, str(reference.authors), reference.year) == ("Loose", "Bo Wu", 2001)
    assert reference.fields == {"abstract": "no PB-free and ET-al"}


def test_a_last_page_that_the_first_tag_does_not_state_is_kept() -> None:
    assert one("SP  - 12-20", "EP  - 24")[0].extra == {"ris-ep": "24"}
    assert one("SP  - 12-20", "EP  - 20")[0].extra == {}


def test_writing_takes_time_that_grows_with_the_length() -> None:
    assert one("AB  - a\t" + "\t" * 50_000)[0].fields["abstract"] == "a"
    assert dumps(Reference("a", fields={"note": "\t" * 200_000 + "b"}), "ris").count("\t") == 0


def test_an_unknown_type_is_found_at_its_own_line() -> None:
    library = loads("TY  - SCROLL\nID  - a\nDO  - 10.1000/1\nTI  - On Moss\nER  - ", "ris")
    assert [(found.field, found.location.line) for found in library.diagnostics] == [("TY", 1)]


@pytest.mark.parametrize(
    ("lines", "fields", "said"),
    [
        ("SP  - No\nEP  - Specified", {}, ["SP", "EP"]),
        ("SP  - 100364\nEP  - nan\nIS  - nan", {"page": "100364"}, ["EP", "IS"]),
        ("VL  - undefined", {}, ["VL"]),
        ("C2  - 31421429", {"PMID": "31421429"}, []),
        ("C2  - PMC6789012", {"PMCID": "PMC6789012"}, []),
        ("M1  - Copyright (C) 2016 Moss Press. All rights reserved.", {}, []),
        ("M1  - " + "Moss, A. (1991). On fens. " * 4, {}, []),
        ("M1  - 17", {"number": "17"}, []),
        ("SP  - No", {"page": "No"}, []),
    ],
)
def test_what_databases_write_in_the_place_of_numbers(lines, fields, said):
    library = loads(f"TY  - JOUR\nID  - k\nTI  - T\n{lines}\nER  - \n", "ris")
    assert library["k"].fields == fields
    assert [finding.field for finding in library.diagnostics] == said
    kept = library["k"].extra.get("ris-m1", "")
    assert bool(kept) == ("ris-m1" in library["k"].extra) == (lines[:2] == "M1" and not fields)


@pytest.mark.parametrize(
    ("lines", "date", "title"),
    [
        ("OP  - 1922", "1922", None),
        ("OP  - On Boats", None, "On Boats"),
        ("OP  - 1922\nOP  - On Boats", "1922", "On Boats"),
        ("OP  - 1984: a novel", None, "1984: a novel"),
    ],
)
def test_op_has_the_year_of_the_original_or_its_title(
    lines: str, date: str | None, title: str | None
) -> None:
    library = loads(f"TY  - BOOK\nTI  - A\n{lines}\nER  - \n", "ris")
    found = next(iter(library))
    original = found.dates.get("original-date")
    assert (original and original.iso, found.fields.get("original-title")) == (date, title)
    again = next(iter(loads(dumps(library, "ris"), "ris")))
    assert (again.dates, again.fields) == (found.dates, found.fields)
