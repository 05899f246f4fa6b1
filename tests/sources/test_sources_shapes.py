"""Shapes of answers: works of an institution, in a series, without a title, since a new schema."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refcore.model import Date, Doi, Reference
from refcore.records.record import Record
from refcore.sources.crossref.reader import read_works
from refcore.sources.datacite.reader import read_dois
from refcore.sources.inspire.reader import read_literature
from refcore.sources.openalex.reader import read_openalex
from refcore.sources.openlibrary.reader import read_books
from refcore.sources.pubmed.reader import read_articles
from refcore.sources.titles import clean_title
from refcore.verification.fields import compare_fields


def crossref(**changes: Any) -> Record:
    work = {"DOI": "10.1000/a", "type": "report", "title": ["On Boats"], **changes}
    return read_works(json.dumps({"status": "ok", "message": work}).encode()).records[0]


INSTITUTIONS = [{"name": "Boat Laboratory"}, {"name": "Boats, Inc."}]


@pytest.mark.parametrize(
    ("kind", "publisher"),
    [
        ("report", "Office of Boats"),
        ("dissertation", "Boat Laboratory"),
        ("posted-content", "Boat Laboratory"),
        ("dataset", "Office of Boats"),
        ("journal-article", "Office of Boats"),
    ],
)
def test_an_institution_issues_its_works(kind: str, publisher: str) -> None:
    record = crossref(type=kind, institution=INSTITUTIONS, publisher="Office of Boats")
    assert record.fields["publisher"] == publisher
    assert record.details["issuers"] == "Boat Laboratory; Boats, Inc.; Office of Boats"


@pytest.mark.parametrize(
    ("publisher", "differs"),
    [
        ("Boat Laboratory", False),
        ("Boats, Inc.", False),
        ("Office of Boats", False),
        ("Springer", True),
    ],
)
def test_each_issuer_is_right(publisher: str, differs: bool) -> None:
    record = crossref(institution=INSTITUTIONS, publisher="Office of Boats")
    reference = Reference("a", "report", fields={"title": "On Boats", "publisher": publisher})
    assert [one.field for one in compare_fields(reference, record)] == ["publisher"] * differs


@pytest.mark.parametrize(
    ("degree", "genre"),
    [
        ("Master of Science in Boats (MSB)", "Master's thesis"),
        ("M.Sc.", "Master's thesis"),
        ("MA", "Master's thesis"),
        ("PhD Thesis", None),
        ("Doctor of Medicine, M.D.", None),
        ("", None),
    ],
)
def test_degrees_of_dissertations(degree: str, genre: str | None) -> None:
    record = crossref(type="dissertation", degree=[degree] if degree else [])
    assert record.fields.get("genre") == genre


@pytest.mark.parametrize(
    ("kind", "containers", "held"),
    [
        ("monograph", ["Boat Series"], (None, "Boat Series")),
        ("edited-book", ["Boat Series"], (None, "Boat Series")),
        ("book-chapter", ["Boats"], ("Boats", None)),
        ("book-chapter", ["Boat Series", "Boats"], ("Boats", "Boat Series")),
        ("proceedings-article", ["Boat Days"], ("Boat Days", None)),
    ],
)
def test_what_contains_a_work(
    kind: str, containers: list[str], held: tuple[str | None, str | None]
) -> None:
    fields = crossref(type=kind, **{"container-title": containers}).fields
    assert (fields.get("container-title"), fields.get("collection-title")) == held


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (
            "Are clams (\n <i>Tridacna maxima</i>\n ) shy?",
            "Are clams (<i>Tridacna maxima</i>) shy?",
        ),
        ("Boats [ in Oslo ]", "Boats [in Oslo]"),
        ("Boats (1): Oslo", "Boats (1): Oslo"),
        ("Analgesia, the<i> Boat</i> Device", "Analgesia, the <i>Boat</i> Device"),
        (
            "Growth of <i>E. coli </i>in H<sub> 2</sub>O",
            "Growth of <i>E. coli</i> in H<sub>2</sub>O",
        ),
        ("Moths (<i> Bombyx </i>), again", "Moths (<i>Bombyx</i>), again"),
    ],
)
def test_layout_inside_brackets(written: str, title: str) -> None:
    assert clean_title(written) == title


def datacite(**changes: Any) -> Record:
    stated = {"doi": "10.5281/zenodo.1", "titles": [{"title": "On Boats"}], "creators": []}
    return read_dois(json.dumps({"data": {"attributes": {**stated, **changes}}}).encode()).records[
        0
    ]


PUBLISHED_IN = {
    "relationType": "IsPublishedIn",
    "relatedItemType": "Journal",
    "titles": [
        {"title": "A Yearbook", "titleType": "Subtitle"},
        {"title": "Journal of Boats"},
    ],
    "volume": "7",
    "issue": "2",
    "firstPage": "11",
    "lastPage": "19",
}


@pytest.mark.parametrize("container", [None, {}, {"type": "Series"}])
def test_a_related_item_is_what_contains_a_work(container: Any) -> None:
    cited = {"relationType": "References", "titles": [{"title": "Other"}]}
    fields = datacite(container=container, relatedItems=[cited, PUBLISHED_IN]).fields
    assert dict(fields) == {
        "container-title": "Journal of Boats",
        "volume": "7",
        "issue": "2",
        "page": "11-19",
    }


def test_a_container_comes_before_a_related_item() -> None:
    record = datacite(container={"title": "Boats"}, relatedItems=[PUBLISHED_IN])
    assert dict(record.fields) == {"container-title": "Boats"}


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        ({"resourceTypeGeneral": "Text", "citeproc": "post-weblog"}, "post-weblog"),
        (
            {
                "resourceTypeGeneral": "Text",
                "resourceType": "BlogPost",
                "citeproc": "article-journal",
            },
            "post-weblog",
        ),
        ({"resourceTypeGeneral": "Presentation"}, "speech"),
        ({"resourceTypeGeneral": "Poster"}, "graphic"),
        ({"resourceTypeGeneral": "Other", "resourceType": "boat"}, "document"),
    ],
)
def test_kinds_of_datacite(types: dict[str, str], kind: str) -> None:
    assert datacite(types=types).type == kind


def openalex(**changes: Any) -> Record:
    work = {"doi": "https://doi.org/10.1000/a", "title": "On Boats", "type": "article", **changes}
    return read_openalex(json.dumps(work).encode()).records[0]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"primary_location": {"raw_type": "proceedings-article"}}, "paper-conference"),
        ({"type_crossref": "proceedings-article"}, "paper-conference"),
        ({"primary_location": {"raw_type": "info:eu-repo/semantics/article"}}, "article-journal"),
        ({"primary_location": {"raw_type": None}}, "article-journal"),
        ({"primary_location": None}, "article-journal"),
        ({"type": "dissertation", "primary_location": {"raw_type": "dissertation"}}, "thesis"),
    ],
)
def test_the_type_of_openalex_is_that_of_the_agency(changes: dict[str, Any], kind: str) -> None:
    assert openalex(**changes).type == kind


@pytest.mark.parametrize("key", ["ISBN:0306406152", "isbn:0306406152", "0306406152"])
def test_open_library_repeats_what_was_asked_for(key: str) -> None:
    book = {"title": "On Boats", "series": ["Boat Series"], "publish_date": "1987"}
    (record,) = read_books(json.dumps({key: book}).encode()).records
    assert (record.title, record.fields["collection-title"]) == ("On Boats", "Boat Series")
    assert str(record.id) == "9780306406157"


@pytest.mark.parametrize("key", ["LCCN:63019392", "OLID:OL5886814M", "details"])
def test_another_key_of_open_library_is_no_isbn(key: str) -> None:
    assert read_books(json.dumps({key: {"title": "On Boats"}}).encode()).records == ()


def pubmed(title: str, date: str = "<Year>2020</Year>", vernacular: str = "") -> Record:
    said = f"<VernacularTitle>{vernacular}</VernacularTitle>" if vernacular else ""
    text = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>123</PMID><Article><Journal>"
        f"<JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal>"
        f"<ArticleTitle>{title}</ArticleTitle>{said}</Article></MedlineCitation></PubmedArticle>"
        "</PubmedArticleSet>"
    )
    return read_articles(text.encode()).records[0]


@pytest.mark.parametrize(
    ("title", "vernacular", "read"),
    [
        ("[Not Available].", "Om båter.", "Om båter"),
        ("[Not Available].", "", ""),
        ("[No title available].", "", ""),
        ("[In Process Citation]", "", ""),
        ("Not available on the shelves.", "", "Not available on the shelves"),
    ],
)
def test_what_stands_for_a_title(title: str, vernacular: str, read: str) -> None:
    assert pubmed(title, vernacular=vernacular).title == read


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("<Year>2020</Year><Season>Jan-Mar</Season>", Date.of(2020, 1)),
        ("<Year>2020</Year><Season>Sep-Dec</Season>", Date.of(2020, 9)),
        ("<Year>2020</Year><Season>Winter</Season>", Date.of(2020)),
        ("<Year>2020</Year><Month>Jul</Month>", Date.of(2020, 7)),
    ],
)
def test_months_in_place_of_a_season(date: str, printed: Date) -> None:
    assert pubmed("On boats.", date).dates["print"] == printed


def inspire(**changes: Any) -> Record:
    work = {"titles": [{"title": "On Boats"}], "dois": [{"value": "10.1000/a"}], **changes}
    return read_literature(json.dumps({"metadata": work}).encode()).records[0]


def test_a_thesis_of_inspire() -> None:
    record = inspire(
        document_type=["thesis"],
        thesis_info={
            "degree_type": "master",
            "defense_date": "2019-05-02",
            "institutions": [{"name": "Oslo U."}],
        },
    )
    assert record.id == Doi("10.1000/a")
    assert record.dates["issued"] == Date.of(2019)
    assert record.fields["genre"] == "Master's thesis"
    assert record.fields["publisher"] == "Oslo U."


def test_a_doctoral_thesis_of_inspire_has_no_genre() -> None:
    record = inspire(document_type=["thesis"], thesis_info={"degree_type": "phd", "date": "2018"})
    assert "genre" not in record.fields
    assert record.dates["issued"] == Date.of(2018)
