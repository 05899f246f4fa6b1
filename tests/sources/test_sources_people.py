"""Names and dates in shapes that sources give instead of the documented ones."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refcore.records.record import Record
from refcore.sources.crossref.reader import read_works
from refcore.sources.datacite.reader import read_dois
from refcore.sources.inspire.reader import read_literature
from refcore.sources.openlibrary.reader import read_books
from refcore.sources.pubmed.reader import read_articles


def crossref(**fields: Any) -> Record:
    work = {"DOI": "10.1000/x", "title": ["On Boats"], "type": "journal-article", **fields}
    return read_works(json.dumps({"status": "ok", "message": work}).encode()).records[0]


def datacite(**fields: Any) -> Record:
    work = {"doi": "10.5072/x", "titles": [{"title": "On Boats"}], **fields}
    return read_dois(json.dumps({"data": {"attributes": work}}).encode()).records[0]


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"family": "Wu, Fei"}, "Fei Wu"),
        ({"given": "E, Jr.", "family": "Fox"}, "E Fox Jr."),
        ({"given": "Jr., E", "family": "Fox"}, "E Fox Jr."),
        ({"given": "E Jr.", "family": "Fox"}, "E Fox Jr."),
        ({"given": "Eva", "family": "Fox PhD"}, "Eva Fox"),
        ({"given": "Eva Fox", "family": "1"}, "Eva Fox"),
        ({"given": "Eva Fox", "family": "Eva Fox"}, "Eva Fox"),
        ({"prefix": "van", "given": "Laura", "family": "der Berg"}, "Laura van der Berg"),
        ({"prefix": "Dr.", "given": "Bo", "family": "Li"}, "Bo Li"),
        ({"given": "Fei", "family": "Wu1,2"}, "Fei Wu"),
        ({"given": "Bo", "family": "Li*"}, "Bo Li"),
        ({"given": "Bo", "family": "Li†"}, "Bo Li"),
        ({"given": "Boat", "family": "Collaboration"}, "Boat Collaboration"),
        ({"name": "on behalf of the Boat Study Group"}, "Boat Study Group"),
    ],
)
def test_a_person_of_crossref_in_an_odd_shape(person: dict[str, str], name: str) -> None:
    assert crossref(author=[person]).names == (name,)


@pytest.mark.parametrize("text", [".", "[Anonymous]", "No author", "et al.", "Unknown Author"])
def test_a_placeholder_is_nobody(text: str) -> None:
    people = [{"given": "Bo", "family": "Li"}, {"family": text}, {"name": text}]
    assert crossref(author=people).names == ("Bo Li",)
    assert datacite(creators=[{"name": "Li, Bo"}, {"name": text}]).names == ("Bo Li",)


def test_updates_in_other_letters_and_with_a_time_alone() -> None:
    update = {"DOI": "10.1000/e", "type": "Expression of Concern"}
    time = {"updated": {"date-time": "2021-05-06T00:00:00Z"}}
    notice = crossref(**{"updated-by": [update | time]}).notices[0]
    assert (notice.kind, str(notice.date)) == ("concern", "2021-05-06")
    relation = crossref(**{"update-to": [update]}).relations[0]
    assert relation.kind == "corrects"


def test_a_formula_in_two_languages_is_read_once() -> None:
    formula = "<alternatives><tex-math>$B$</tex-math><mml:math><mml:mi>B</mml:mi></mml:math>"
    title = f"Decay of <inline-formula>{formula}</alternatives></inline-formula> mesons<sup>*</sup>"
    assert crossref(title=[title]).title == "Decay of B mesons"


@pytest.mark.parametrize("creator", ["King, Jr., Martin", "King, Martin, Jr."])
def test_a_suffix_between_commas(creator: str) -> None:
    (author,) = datacite(creators=[creator]).authors
    assert (author.given, author.family, author.suffix) == ("Martin", "King", "Jr.")


def test_a_person_filed_as_an_organisation() -> None:
    person = {"name": "Wu, Fei", "givenName": "Fei", "familyName": "Wu"}
    (author,) = datacite(creators=[person | {"nameType": "Organizational"}]).authors
    assert (author.name, author.is_group) == ("Fei Wu", False)


def test_a_catalogue_adds_years_and_signs() -> None:
    book = {
        "title": ["Boats /"],
        "publish_date": "19870312",
        "authors": [{"name": "Li, Bo, 1950-"}, {"name": "Fei Wu (ed.)"}],
    }
    (record,) = read_books(json.dumps({"ISBN:9783540656159": book}).encode()).records
    assert (record.title, record.names, record.year) == ("Boats", ("Bo Li", "Fei Wu"), 1987)


def test_a_thesis_of_inspire_has_the_year_of_its_defence() -> None:
    work = {
        "titles": [{"title": "On Boats"}],
        "title_translations": [{"title": "Des bateaux"}],
        "dois": [{"value": "10.1000/x"}],
        "thesis_info": {"date": "2015-06"},
        "withdrawn": True,
    }
    (record,) = read_literature(json.dumps({"metadata": work}).encode()).records
    assert (record.year, record.titles) == (2015, ("Des bateaux",))
    assert [notice.kind for notice in record.notices] == ["withdrawn"]


def test_a_group_of_pubmed_is_named_without_what_leads_to_it() -> None:
    names = "".join(
        f"<Author><{tag}>{name}</{tag}></Author>"
        for tag, name in (
            ("CollectiveName", "for the Boat Investigators;"),
            ("LastName", "et al"),
        )
    )
    article = f"<Article><AuthorList>{names}</AuthorList></Article>"
    article = f"<MedlineCitation><PMID>12345</PMID>{article}</MedlineCitation>"
    answer = f"<PubmedArticleSet><PubmedArticle>{article}</PubmedArticle></PubmedArticleSet>"
    assert read_articles(answer.encode()).records[0].names == ("Boat Investigators",)


@pytest.mark.parametrize("word", ["undefined", "null", "N/A", "[object Object]", "...", "***"])
def test_what_a_program_writes_for_nothing_is_neither_a_name_nor_a_title(word: str) -> None:
    people = [{"given": word, "family": word}, {"given": "Bo", "family": "Fei"}]
    # Without one of its entries, a list would be another list.
    assert crossref(author=people).authors == ()
    creators = [{"name": f"{word}, {word}"}, {"name": "Fei, Bo"}]
    assert datacite(creators=creators).authors == ()
    assert crossref(title=[word]).title == datacite(titles=[{"title": word}]).title == ""


def test_names_and_titles_that_look_like_words_of_programs_stay() -> None:
    kept = crossref(author=[{"given": "Jan", "family": "Null"}], title=["None of the Above"])
    assert [author.name for author in kept.authors] == ["Jan Null"]
    assert kept.title == "None of the Above"
