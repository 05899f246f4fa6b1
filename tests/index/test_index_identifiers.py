"""Works of an index by every kind of identifier."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from made_dumps import line

from refcore.index import Index, build
from refcore.index.jsontext import read_json, read_object, write_json
from refcore.model import ArxivId, Doi
from refcore.model.identifiers import Identifier, Isbn, Pmid

HERE = Path(__file__).parent
BOOK = {
    "key": "DBLP:books/lamp/Quill19",
    "type": "book",
    "title": "The Book of Lamps",
    "author": ["Mara Quill"],
    "year": "2019",
    "isbn": "978-3-16-148410-0",
}
CHAPTER = {**BOOK, "key": "DBLP:books/lamp/Fenn19", "type": "incollection", "title": "Wicks"}
ARTICLE = {
    "key": "med:7",
    "type": "article",
    "title": "Lamps in Wards",
    "author": ["Ida Fenn"],
    "pmid": "31452104",
    "doi": "10.1000/wards",
}
NO_NUMBER = {**ARTICLE, "key": "med:8", "pmid": "none", "doi": "", "title": "Lamps in Halls"}
TABLE = (
    "Record ID,Title,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,RetractionDate\n"
    "1,Lamps in Wards,10.1000/Wards,031452105,Retraction,3/14/2021 0:00\n"
    "2,Others,10.1000/others,0,Retraction,3/14/2021 0:00\n"
)
CROSSREF: dict[str, Any] = {
    "DOI": "10.1000/BOOK",
    "type": "monograph",
    "title": ["A Second Book of Lamps"],
    "ISBN": ["http://id.crossref.org/isbn/9780306406157"],
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("identifiers")
    lines = [json.dumps(one) for one in (BOOK, CHAPTER, ARTICLE, NO_NUMBER, CROSSREF)]
    (folder / "works.jsonl").write_text("\n".join(lines))
    (folder / "arxiv.json").write_bytes(line("2506.13585", title="Lamps of M1"))
    (folder / "table.csv").write_text(TABLE)
    files = [folder / name for name in ("works.jsonl", "arxiv.json", "table.csv")]
    return build([*files, HERE / "acl.xml", HERE / "dblp.xml"], folder / "all.sqlite").path


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        (Isbn("9783161484100"), "The Book of Lamps"),
        ("ISBN 3-16-148410-X", "The Book of Lamps"),
        (Isbn("9780306406157"), "A Second Book of Lamps"),
        (Pmid("31452104"), "Lamps in Wards"),
        ("PMID: 31452104", "Lamps in Wards"),
        (Pmid("31452105"), "Lamps in Wards"),
        (Doi("10.1000/WARDS"), "Lamps in Wards"),
        ("https://doi.org/10.1000/wards", "Lamps in Wards"),
        (ArxivId("2506.13585"), "Lamps of M1"),
        ("arXiv:2506.13585v2", "Lamps of M1"),
        (Doi("10.48550/arXiv.2506.13585"), "Lamps of M1"),
        ("books/lamp/Quill19", "The Book of Lamps"),
        ("DBLP:books/lamp/Fenn19", "Wicks"),
        ("https://dblp.org/rec/books/lamp/Fenn19.html", "Wicks"),
    ],
)
def test_every_identifier_finds_its_work(index: Path, wanted: Identifier | str, title: str) -> None:
    with Index(index) as opened:
        assert [row.title for row in opened.works_by(wanted)] == [title]


@pytest.mark.parametrize(
    "wanted",
    [
        Pmid("9"),
        Isbn("9780000000002"),
        Doi("10.1000/none"),
        "arXiv:2506.13585v9",
        "lamps",
        "",
        "x/y",
    ],
)
def test_what_is_not_there_is_not_found(index: Path, wanted: Identifier | str) -> None:
    with Index(index) as opened:
        assert opened.works_by(wanted) == []


def test_ids_of_the_anthology_are_found_as_they_are_written(index: Path) -> None:
    name = "2021.lampcl-main.1"
    with Index(index) as opened:
        for written in (name, f"acl:{name}", f"https://aclanthology.org/{name}/"):
            assert [row.key for row in opened.works_by(written)] == [name]


def test_numbers_give_records_with_what_became_of_the_work(index: Path) -> None:
    ids: list[Identifier] = [Isbn("9783161484100"), Pmid("31452104"), Pmid("31452105"), Pmid("9")]
    with Index(index) as opened:
        found = opened.get_all(ids)
    assert list(found) == ids[:3]
    book, article, same = found.values()
    assert (book.id, book.title, book.names) == (ids[0], BOOK["title"], ("Mara Quill",))
    assert (article.id, article.ids) == (Doi("10.1000/wards"), (ids[1],))
    assert [notice.kind for notice in same.notices] == ["retracted"]


def test_titles_give_the_records_of_every_source(index: Path) -> None:
    with Index(index) as opened:
        assert [m.record.id for m in opened.find("Lamps in Wards")] == [Doi("10.1000/wards")]
        assert [m.record.source for m in opened.find("lamps of m1")] == ["arxiv"]
        # A work without an identifier has no record, but is a work.
        assert opened.find("Wicks") == []
        assert [m.work.title for m in opened.find_works("Wicks")] == ["Wicks"]


def test_many_titles_at_once_find_what_each_finds(index: Path) -> None:
    titles = ["Lamps in Wards", "Lamps in wide Wards", "The Book of Lamps", "no such", "", "Wicks"]
    with Index(index) as opened:
        assert opened.find_all(titles) == {one: opened.find_works(one) for one in titles}


@pytest.mark.parametrize(
    "value",
    [{"a": ["b", 1, None]}, {"a": "\ud800"}, {"n": 1 << 80}, {"ü": "–"}],
)
def test_json_comes_back(value: dict[str, Any]) -> None:
    written = write_json(value)
    assert json.loads(written) == value
    if "\ud800" not in written:
        assert read_json(json.dumps(value).encode()) in (value, {"n": float(1 << 80)})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a":"–"}', {"a": "–"}),
        ("{}", {}),
        # What only the standard library reads.
        ('{"n":Infinity}', {"n": float("inf")}),
        ('{"a":"\\ud800"}', {"a": "\ud800"}),
    ],
)
def test_an_object_is_read_from_a_text(text: str, value: dict[str, Any]) -> None:
    assert read_object(text) == value


@pytest.mark.parametrize("text", ["[]", "1", "", '{"a"', "null", '{"a":"\ud800"}'])
def test_what_is_not_an_object_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected|Expecting|surrogates"):
        read_object(text)
