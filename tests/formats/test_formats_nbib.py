import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore import ArxivId, Authors, Date, Doi, Group, Orcid, Person, Reference
from refcore.errors import UnknownFormat, UnreadableInput
from refcore.formats import dumps, load
from refcore.formats.nbib import read
from refcore.formats.nbib.dates import read_date
from refcore.formats.nbib.reader import expand_pages

RECORDS = """
PMID- 31452104
OWN - NLM
IS  - 1940-6029 (Electronic)
IS  - 1064-3745 (Linking)
VI  - 2032
IP  - 4
DP  - 2019 Sep 12
TI  - [The structure of some long title that goes
      over two lines.]
PG  - 301-9
LID - 10.1007/978-1-4939-9654-4_1 [doi]
AB  - Abstract text that is
      continued here.
FAU - van der Berg, Anna M
AU  - van der Berg AM
AUID- ORCID: 0000-0002-1825-0097
AD  - University of X, Y.
AD  - CERN.
FAU - Chen, Aili 3rd
AU  - Chen A 3rd
CN  - ATLAS Collaboration
LA  - eng
PT  - Journal Article
TA  - Methods Ex Biol
JT  - Methods in example biology
MH  - *Mice
OT  - lightning
OT  - mice, knockout
PMC - PMC6701234
AID - 10.1007/978-1-4939-9654-4_1 [doi]

PMID- 99
TI  - Second.
AU  - Smith JB
DP  - 2020 Winter
PT  - Preprint
LID - arXiv:2506.13585v1 [pii]
"""


def test_records_are_read() -> None:
    library = read(RECORDS, "p.nbib")
    first, second = library
    assert first == Reference(
        "pmid31452104",
        "article-journal",
        "The structure of some long title that goes over two lines",
        Authors(
            [
                Person(
                    "Anna M",
                    "Berg",
                    non_dropping_particle="van der",
                    orcid=Orcid("0000-0002-1825-0097"),
                    affiliations=("University of X, Y.", "CERN."),
                ),
                Person("Aili", "Chen", suffix="3rd"),
                Group("ATLAS Collaboration"),
            ]
        ),
        issued=Date.of(2019, 9, 12),
        doi=Doi("10.1007/978-1-4939-9654-4_1"),
        fields={
            "PMID": "31452104",
            "PMCID": "PMC6701234",
            "ISSN": "1940-6029",
            "volume": "2032",
            "issue": "4",
            "page": "301-309",
            "abstract": "Abstract text that is continued here.",
            "language": "en",
            "container-title": "Methods in example biology",
            "container-title-short": "Methods Ex Biol",
            "keyword": "lightning; mice, knockout",
        },
        extra={
            "nbib-own": "NLM",
            "nbib-is": "1064-3745",
            "nbib-pt": "Journal Article",
            "nbib-mh": "*Mice",
        },
    )
    assert (second.type, second.arxiv) == ("article", ArxivId("2506.13585", 1))
    assert second.authors == Authors([Person("J. B.", "Smith")])
    assert second.issued == Date.of(2020, season=4)
    assert str(second.location) == "p.nbib:33"
    assert not library.diagnostics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020", Date.of(2020)),
        ("2020 Oct", Date.of(2020, 10)),
        ("2020 Oct 14", Date.of(2020, 10, 14)),
        ("2020 Oct-Nov", Date.parse("2020-10/2020-11")),
        ("2020 Oct 14-20", Date.parse("2020-10-14/2020-10-20")),
        ("2019 Dec 30-2020 Jan 2", Date.parse("2019-12-30/2020-01-02")),
        ("1998-1999", Date.parse("1998/1999")),
        ("2020 Summer", Date.of(2020, season=2)),
        ("2020 Feb 30", Date(literal="2020 Feb 30")),
        ("2020-2019", Date(literal="2020-2019")),
        ("Dec", Date(literal="Dec")),
        ("0", Date.of(0)),
    ],
)
def test_dates(text: str, expected: Date) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1021-9", "1021-1029"),
        ("S12-S15", "S12-S15"),
        ("e12-5", "e12-e15"),
        ("9-1021", "9-1021"),
        ("7", "7"),
    ],
)
def test_pages(text: str, expected: str) -> None:
    assert expand_pages(text) == expected


@pytest.mark.parametrize(
    ("tags", "type_", "title"),
    [
        ("TI  - Part.\nBTI - Whole.", "chapter", "Part"),
        ("BTI - Whole.", "book", "Whole"),
        ("TI  - Wait...", "article-journal", "Wait..."),
        ("TI  - [German.]", "article-journal", "German"),
    ],
)
def test_types_and_titles(tags: str, type_: str, title: str) -> None:
    (reference,) = read(f"PMID- 1\n{tags}\n")
    assert (reference.type, reference.title) == (type_, title)


def test_what_is_odd_is_told() -> None:
    library = read("junk\nPMID- 1\nFAU - Li, Bo\nAUID- ORCID: 12\nDP  - soon\n", "p.nbib")
    assert [str(entry) for entry in library.diagnostics] == [
        "p.nbib:1: a line without a tag such as 'TI  - '; left out",
        "p.nbib:4: pmid1: AUID: '12' is not an ORCID: expected 0000-0000-0000-000X",
        "p.nbib:5: pmid1: DP: 'soon' is not a date; kept as text",
    ]


@pytest.mark.parametrize("text", ["@book{a,}", "TY  - BOOK\nER  - ", "{}"])
def test_what_is_not_nbib_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="not NBIB"):
        read(text)


def test_nbib_is_not_written() -> None:
    with pytest.raises(UnknownFormat, match="nbib is read but not written"):
        dumps([], "nbib")


def test_a_file_is_known_by_its_suffix(tmp_path: pytest.TempPathFactory) -> None:
    path = tmp_path / "p.nbib"  # type: ignore[operator]
    path.write_text(RECORDS, encoding="utf-8")
    assert load(path).keys() == ("pmid31452104", "pmid99")


lines = st.sampled_from(
    """PMID- 1|PMID- |TI  - a|FAU - A, B|FAU - ,|AUID- ORCID: 0000-0002-1825-0097|AD  - x|CN  - y
    |DP  - 2020 Oct|DP  - 0000 Feb 30|PG  - 12-3|LID - 10.1/x [doi]|IS  - 1|AU  - Chen AL|      more
    |junk||AUID- x|LID - arXiv:x [pii]|BTI - q|CN  -  ,|\x00""".replace("\n    ", "").split("|")
)


@given(st.text(max_size=40) | st.lists(lines | st.text(max_size=6), max_size=14).map("\n".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        library = read(text)
    except UnreadableInput:
        assert text.strip()
    else:
        assert len(library) or not text.strip()
