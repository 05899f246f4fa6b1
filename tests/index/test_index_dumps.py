"""Each dump gives the rows that its source means, and its faults cost only themselves."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import tarfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.errors import UnreadableInput
from refcore.formats import loads
from refcore.index import Index, build
from refcore.index.dumps import acl, crossref, dblp
from refcore.index.packed import unpacked
from refcore.index.parse import parse_block
from refcore.index.row import BadRecord, Notice, Row
from refcore.index.works import names_of, notices_from, titles_of, venues_of, years_of
from refcore.model import Doi
from refcore.records.sources import Sources
from refcore.verification.verify import verify

HERE = Path(__file__).parent
DBLP = (HERE / "dblp.xml").read_bytes()
ACL = (HERE / "acl.xml").read_bytes()
WORK: dict[str, Any] = {
    "DOI": "10.1000/ABC",
    "type": "journal-article",
    "title": ["Lamps"],
    "subtitle": ["A survey"],
    "author": [{"given": "Mara", "family": "Quill"}, {"name": "Lamp Group"}, {}],
    "container-title": ["Journal of Lamps", "Lamp Series"],
    "issued": {"date-parts": [[2020, 12]]},
    "published-print": {"date-parts": [[2021]]},
    "published-online": {"date-parts": [[None]]},
    "volume": "3",
    "page": "1-9",
    "update-to": [
        {
            "DOI": "10.1000/OLD",
            "type": "retraction",
            "updated": {"date-parts": [[2022, 3, 1]]},
        },
        {"DOI": "10.1000/x", "type": "new_version"},
    ],
}
TABLE = (HERE / "retractions.csv").read_bytes()


def rows(content: bytes, form: str = "lines") -> list[Row]:
    found = parse_block(form, 1, content)
    assert not found.faults
    return [unpacked(*row[:3]) for row in found.rows]


def test_dblp() -> None:
    paper, preprint, volume, thesis = rows(DBLP, "dblp")
    assert paper.authors == "Tomás Fenn\nMara Quill"
    assert (paper.title, paper.doi, paper.year) == ("Sorting Lamps & H2O", "10.1000/lamp.1", 2021)
    assert (paper.key, paper.stream, paper.venue) == ("conf/lamp/FennQ21", "conf/lamp", "LAMP")
    assert paper.rest == {"pages": "1-9", "crossref": "conf/lamp/2021"}
    assert (preprint.type, preprint.title) == ("article", "Why Lamps?")
    assert (volume.type, volume.authors, names_of(volume)) == ("book", "", ("Ingrid Vale",))
    assert (thesis.type, thesis.year) == ("thesis", 1987)


def test_one_damaged_record_of_dblp_harms_no_other() -> None:
    bad = DBLP.replace(b"<title>Why Lamps?</title>", b"<title>Why <Lamps?</title>")
    found = list(dblp.read_piece(bad))
    assert sum(isinstance(one, BadRecord) for one in found) == 1
    assert sum(isinstance(one, Row) for one in found) == 3


def test_entities_are_letters_and_nothing_else() -> None:
    bomb = b'<!DOCTYPE dblp [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + DBLP
    titles = [row.title for row in rows(bomb.replace(b"Why Lamps", b"Why &uuml;"), "dblp")]
    assert "Why ü?" in titles
    found = list(dblp.read_piece(DBLP.replace(b"Why Lamps", b"Why &b;")))
    assert sum(isinstance(one, BadRecord) for one in found) == 1


@pytest.mark.parametrize("size", [64, 300, 1 << 20])
def test_dblp_is_cut_between_records(
    tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("refcore.index.blocks._BLOCK", size)
    path = tmp_path / "dblp.xml.gz"
    path.write_bytes(gzip.compress(DBLP))
    assert build(path, tmp_path / "i.db").works == 4


def test_the_acl_anthology() -> None:
    first, second = acl.read_piece(ACL)
    assert isinstance(first, Row)
    assert (first.title, first.authors) == ("Parsing Lamps", "Mara Quill\nSuharto")
    assert (first.key, first.doi) == ("2021.lampcl-main.1", "10.1000/v1/2021.lampcl-main.1")
    assert (first.stream, first.year) == ("2021.lampcl-main", 2021)
    assert "no title" in str(second)
    refused = list(acl.read_piece(b'<!DOCTYPE a [<!ENTITY b "c">]>' + ACL))
    assert [type(one) for one in refused] == [BadRecord]


def test_a_work_of_crossref() -> None:
    (row,) = rows(json.dumps(WORK).encode())
    assert (row.source, row.key, row.doi) == ("crossref", "10.1000/abc", "10.1000/abc")
    assert row.authors == "Mara Quill\nLamp Group"
    assert titles_of(row) == ("Lamps: A survey", "Lamps")
    assert venues_of(row) == ("Journal of Lamps", "Lamp Series")
    assert years_of(row) == {"issued": (2020,), "print": (2021,)}
    assert list(crossref.notices_of(WORK)) == [
        Notice("10.1000/old", "retracted", "2022-03-01", "10.1000/abc", "")
    ]
    assert crossref.read_object({**WORK, "type": "journal"}) is None


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("w.json.gz", gzip.compress(json.dumps({"items": [WORK, {}]}).encode())),
        ("w.jsonl", json.dumps(WORK).encode()),
        ("w.jsonl.xz", lzma.compress(json.dumps(WORK).encode())),
    ],
    ids=["gzip", "lines", "xz"],
)
def test_files_of_crossref(tmp_path: Path, form: str, content: bytes) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / form).write_bytes(content)
    source = folder / form if form.endswith("xz") else folder
    with Index(build(source, tmp_path / "i.db").path) as index:
        assert index.works_of("10.1000/Abc")[0].title == "Lamps: A survey"
        assert [notice.kind for notice in index.notices_of("10.1000/OLD")] == ["retracted"]


def test_a_tar_archive_is_read_as_its_files(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "all.tar", "w") as archive:
        for name, content in (
            ("data/1.json.gz", gzip.compress(json.dumps({"items": [WORK]}).encode())),
            ("data/dblp.xml", DBLP),
            ("data/readme.txt", b"nothing"),
        ):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    assert build(tmp_path / "all.tar").works == 5


def test_many_dumps_make_one_index(tmp_path: Path) -> None:
    (tmp_path / "dblp.xml").write_bytes(DBLP)
    (tmp_path / "acl.xml").write_bytes(ACL)
    (tmp_path / "rw.csv").write_bytes(TABLE)
    (tmp_path / "w.jsonl").write_text(json.dumps(WORK))
    built = build([tmp_path / name for name in ("dblp.xml", "acl.xml", "rw.csv", "w.jsonl")])
    assert (built.path, built.works, built.notices) == (tmp_path / "dblp.sqlite", 6, 3)
    with Index(built.path) as index:
        found = index.find_works("Sorting Lamps & H2O")
        assert [match.work.key for match in found] == ["conf/lamp/FennQ21"]
        assert [(n.kind, n.date, n.notice) for n in index.notices_of("10.1000/abc")] == [
            ("concern", "2020-01-02", "10.1000/c"),
            ("retracted", "2021-03-14", "10.1000/note"),
        ]
        assert index.notices_of("10.1000/abc")[1].reason == "Error; Doubt"


def test_a_retracted_paper_of_the_acl_anthology_has_a_notice() -> None:
    marks = b'<retracted date="2022-05-06">Wrong lamps</retracted><erratum date="x">e1</erratum>'
    content = ACL.replace(b"</doi></paper>", b"</doi>" + marks + b"</paper>")
    found = [one for one in acl.read_piece(content) if isinstance(one, Notice)]
    doi = "10.1000/v1/2021.lampcl-main.1"
    assert found == [
        Notice(doi, "retracted", "2022-05-06", "", "Wrong lamps"),
        Notice(doi, "corrected", "", "", ""),
    ]


PUBMED_TABLE = b"""\
Record ID,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature
1,3/14/2021 0:00,10.1000/note,unavailable,31452104,Retraction
2,1/2/2020 0:00,unavailable,unavailable,0,Retraction
3,1/2/2020 0:00,10.1000/c,10.1000/abc,222,Expression of concern
4,1/2/2020 0:00,10.1000/d,Unavailable,00333,Correction
"""


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("pmid={31452104}", ["retracted"]),
        ("note={PMID: 333}", ["corrected"]),
        ("pmid={222}", ["concern"]),
        ("doi={10.1000/abc}, pmid={222}", ["concern"]),
        ("doi={10.1000/xyz}, pmid={31452104}", ["retracted"]),
        ("url={https://pubmed.ncbi.nlm.nih.gov/31452104/}", ["retracted"]),
        ("pmid={444}", []),
        ("doi={10.1000/xyz}", []),
    ],
)
def test_a_notice_is_found_by_its_pmid(tmp_path: Path, stated: str, said: list[str]) -> None:
    (tmp_path / "rw.csv").write_bytes(PUBMED_TABLE)
    built = build(tmp_path / "rw.csv")
    assert built.notices == 3
    library = loads(f"@article{{k, title={{Lamps}}, year={{2019}}, {stated}}}", "bibtex")
    with Index(built.path) as index:
        report = verify(next(iter(library)), arxiv=Sources(snapshot=index))
    assert [notice.kind for notice in report.became] == said


# The notices about one work, and what counts of them.
@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("retracted 2018, reinstated 2020", []),
        ("reinstated 2016, retracted 2018", ["retracted"]),
        ("retracted 2018, reinstated 2020, retracted 2021", ["retracted"]),
        ("retracted 2018, corrected 2019, reinstated 2020", ["corrected"]),
    ],
)
def test_a_retraction_that_was_taken_back_is_none(said: str, kinds: list[str]) -> None:
    parts = (one.split(" ") for one in said.split(", "))
    notices = [Notice("10.1000/a", kind, f"{year}-01-01", "", "") for kind, year in parts]
    assert [one.kind for one in notices_from(notices)] == kinds


def test_a_doi_gives_the_record_of_its_agency(tmp_path: Path) -> None:
    mine = shared(1, 2021, doi="10.1000/ABC", pages="1-9", title="Lamps")
    (tmp_path / "a.jsonl").write_text(json.dumps(mine))
    (tmp_path / "b.jsonl").write_text(json.dumps(WORK))
    (tmp_path / "rw.csv").write_bytes(TABLE)
    asked, other = Doi("10.1000/abc"), Doi("10.1000/none")
    with Index(build([tmp_path / "a.jsonl", tmp_path / "rw.csv"], tmp_path / "one.db").path) as one:
        assert list(one.get_all([other, asked])) == [asked]
        record = one.get_all([asked])[asked]
    assert (record.source, record.names) == ("dblp", ("Mara Quill", "Wei Li"))
    assert (record.type, record.year, record.doi) == ("paper-conference", 2021, asked)
    assert record.fields["page"] == "1-9"
    assert [notice.kind for notice in record.notices] == ["concern", "retracted"]
    assert record.is_withdrawn
    assert record.notices[1].id == Doi("10.1000/note")
    assert record.says.fields["container-title"].startswith("International Conference")
    names = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    with Index(build(names, tmp_path / "two.db").path) as two:
        record = two.get_all([asked])[asked]
    assert (record.source, record.titles, record.years) == (
        "crossref",
        ("Lamps",),
        (2020, 2021),
    )
    assert record.title == "Lamps: A survey"


def test_a_title_of_one_word_is_found_with_its_subtitle(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(WORK))
    with Index(build(tmp_path / "a.jsonl", tmp_path / "i.db").path) as index:
        assert index.find("Lamps: A Survey")


def test_an_unknown_file_says_what_is_expected(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<rss/>")
    with pytest.raises(UnreadableInput, match="not a dump that refcore knows, expected JSON lines"):
        build(tmp_path / "a.xml")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableInput, match="no file in this folder"):
        build(tmp_path / "empty")


def shared(number: int, year: int, **changes: Any) -> dict[str, Any]:
    return {
        "key": f"DBLP:conf/icml/Q{year}{number}",
        "type": "inproceedings",
        "title": f"Lamp {number} of the year {year}",
        "author": ["Mara Quill", "Wei Li 0001"],
        "booktitle": f"International Conference on Machine Learning, ICML {year}",
        "year": str(year),
        **changes,
    }


def test_the_index_knows_what_it_holds_whole(tmp_path: Path) -> None:
    papers = [shared(n, year) for year in (2020, 2021) for n in range(100)]
    papers += [shared(n, 2022) for n in range(30)]  # a part of the year
    papers += [shared(n, 2023) for n in range(5)]
    papers += [
        shared(n, 2021, key=f"DBLP:conf/w/{n}", booktitle="ICML Workshops") for n in range(50)
    ]
    source = tmp_path / "papers.jsonl"
    source.write_text("\n".join(map(json.dumps, papers)))
    with Index(build(source).path) as index:
        assert [p.papers for p in index.holds_whole("ICML", 2021)] == [100]
        assert index.holds_whole("Proc. of the Int. Conf. on Machine Learning", 2020)
        for venue, year in (("ICML", 2022), ("ICML", 2023), ("ICLR", 2021), ("arXiv", 2021)):
            assert not index.holds_whole(venue, year), (venue, year)
        for beside in ("ICML Companion", "ICML Posters", "ICML 2021 AutoCup", "ICML Newsletter"):
            assert not index.holds_whole(beside, 2021), beside
        assert index.find_works("Lamp 7 of the year 2021")[0].work.authors == "Mara Quill\nWei Li"


@given(st.binary(max_size=80))
def test_no_bytes_break_the_reading(content: bytes) -> None:
    for form in ("dblp", "acl", "items", "lines"):
        assert not parse_block(form, 1, b"<article>" + content).rows


@given(
    st.sampled_from(sorted(WORK)),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=6,
    ),
)
def test_no_value_of_crossref_breaks_the_reading(field: str, value: Any) -> None:
    found = parse_block("lines", 1, json.dumps({**WORK, field: value}).encode())
    assert len(found.rows) + len(found.faults) <= 1
