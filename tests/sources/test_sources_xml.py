"""Crossref's XML, and the answers of JaLC: the same record as from the JSON of the REST API."""

from __future__ import annotations

import json

import pytest

from refcore.errors import BadAnswer
from refcore.model import Date, Doi
from refcore.records.record import Record, Relation
from refcore.sources.crossref.reader import read_works
from refcore.sources.doiorg.reader import read_csl

HEAD = '<crossref_result xmlns="http://www.crossref.org/qrschema/3.0" version="3.0">'
INNER = '<crossref xmlns="http://www.crossref.org/xschema/1.1">'


def answer(kind: str, doi: str, body: str, items: str = "", status: str = "resolved") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{HEAD}<query_result><head/><body>'
        f'<query status="{status}"><doi type="{kind}">{doi}</doi>'
        f'<crm-item name="publisher-name" type="string">Harbour Press</crm-item>{items}'
        f"<doi_record>{INNER}{body}</crossref></doi_record></query></body></query_result>"
        "</crossref_result>"
    ).encode()


def date(year: int, month: int = 0, media: str = "") -> str:
    stated = f' media_type="{media}"' if media else ""
    told = f"<month>{month}</month>" if month else ""
    return f"<publication_date{stated}>{told}<year>{year}</year></publication_date>"


def person(given: str, family: str, role: str = "author") -> str:
    return (
        f'<person_name sequence="first" contributor_role="{role}"><given_name>{given}</given_name>'
        f"<surname>{family}</surname></person_name>"
    )


ARTICLE = f"""
<journal><journal_metadata language="en"><full_title>Journal of Moths</full_title>
<abbrev_title>J. Moths</abbrev_title><issn media_type="print">1234-5678</issn></journal_metadata>
<journal_issue>{date(2018, 5, "print")}<journal_volume><volume>49</volume></journal_volume>
<issue>5</issue></journal_issue>
<journal_article publication_type="full_text"><titles>
<title>The Glow of <i>Bombyx
 mori</i> &amp; CO<sub>2</sub></title><subtitle>A Census</subtitle></titles>
<contributors>{person("Ada", "LINDT")}
<organization sequence="additional" contributor_role="author">Moth Consortium</organization>
{person("Berit", "Oss", "editor")}</contributors>
{date(2018, 5, "print")}{date(2017, 11, "online")}
<pages><first_page>692</first_page><last_page>699</last_page></pages>
<publisher_item><item_number item_number_type="article_number">e12</item_number></publisher_item>
<doi_data><doi>10.1000/MOTHS</doi><resource>https://example.org</resource></doi_data>
<citation_list><citation key="1"><doi>10.1000/other</doi><volume>3</volume></citation>
</citation_list></journal_article></journal>"""


def read(content: bytes) -> Record:
    (record,) = read_works(content).records
    return record


def test_an_article() -> None:
    claim = '<crm-item name="relation" type="doi" claim="isPreprintOf">10.1000/preprint</crm-item>'
    record = read(answer("journal_article", "10.1000/moths", ARTICLE, claim))
    assert record.id == Doi("10.1000/moths")
    assert record.type == "article-journal"
    assert record.title == "The Glow of <i>Bombyx mori</i> & CO<sub>2</sub>"
    assert record.titles[0].endswith(": A Census")
    assert record.names == ("Ada LINDT", "Moth Consortium")
    assert [one.name for one in record.roles["editor"]] == ["Berit Oss"]
    assert record.dates == {
        "issued": Date.of(2017, 11),
        "online": Date.of(2017, 11),
        "print": Date.of(2018, 5),
        "issue": Date.of(2018, 5),
    }
    assert record.fields == {
        "container-title": "Journal of Moths",
        "container-title-short": "J. Moths",
        "volume": "49",
        "issue": "5",
        "page": "692-699",
        "number": "e12",
        "publisher": "Harbour Press",
        "ISSN": "1234-5678",
    }
    # The preprint makes this claim.
    assert record.relations == (Relation("preprint", Doi("10.1000/preprint")),)


def test_the_xml_that_doi_org_hands_on_is_read_too() -> None:
    (record,) = read_csl(answer("journal_article", "10.1000/moths", ARTICLE)).records
    assert record.names == ("Ada LINDT", "Moth Consortium")


def test_a_title_in_its_original_language_only() -> None:
    body = ARTICLE.replace("<subtitle>A Census</subtitle>", "").replace(
        ARTICLE[ARTICLE.index("<title>") : ARTICLE.index("</title>") + 8],
        '<title /><original_language_title language="ja">蛾の光</original_language_title>',
    )
    assert read(answer("journal_article", "10.1000/moths", body)).title == "蛾の光"


def test_a_chapter_has_its_books_title_and_editors() -> None:
    body = f"""<book book_type="edited_book"><book_metadata language="en">
    <contributors>{person("Carl", "Vane", "editor")}</contributors>
    <titles><title>Moths and Lamps</title></titles>{date(2015)}<isbn>9783161484100</isbn>
    <doi_data><doi>10.1000/book</doi></doi_data></book_metadata>
    <content_item component_type="chapter"><contributors>{person("Ada", "Lindt")}</contributors>
    <titles><title>Glow</title></titles><pages><first_page>7</first_page></pages>
    <doi_data><doi>10.1000/book.ch1</doi></doi_data></content_item></book>"""
    chapter = read(answer("book_content", "10.1000/book.ch1", body))
    assert (chapter.type, chapter.title, chapter.names) == ("chapter", "Glow", ("Ada Lindt",))
    assert chapter.fields["container-title"] == "Moths and Lamps"
    assert chapter.fields["page"] == "7"
    assert [one.name for one in chapter.roles["editor"]] == ["Carl Vane"]
    assert chapter.year == 2015
    book = read(answer("book_title", "10.1000/book", body))
    assert (book.type, book.title) == ("book", "Moths and Lamps")
    assert "container-title" not in book.fields


def test_a_paper_of_proceedings() -> None:
    body = f"""<conference><event_metadata><conference_name>Moth Days</conference_name>
    </event_metadata><proceedings_metadata><proceedings_title>Proceedings of Moth Days
    </proceedings_title>{date(2016, media="print")}</proceedings_metadata>
    <conference_paper><contributors>{person("Ada", "Lindt")}</contributors>
    <titles><title>Glow</title></titles><doi_data><doi>10.1000/p1</doi></doi_data>
    </conference_paper></conference>"""
    paper = read(answer("conference_paper", "10.1000/p1", body))
    assert paper.type == "paper-conference"
    assert paper.fields["container-title"] == "Proceedings of Moth Days"
    assert paper.fields["event-title"] == "Moth Days"
    assert paper.year == 2016


def test_a_preprint_and_its_own_relation() -> None:
    body = f"""<posted_content type="preprint"><contributors>{person("Ada", "Lindt")}
    </contributors><titles><title>Glow</title></titles>
    <posted_date><month>14</month><day>3</day><year>2019</year></posted_date>
    <program><related_item><inter_work_relation relationship-type="isPreprintOf"
    identifier-type="doi">10.1000/moths</inter_work_relation></related_item></program>
    <doi_data><doi>10.1000/pre</doi></doi_data></posted_content>"""
    record = read(answer("posted_content", "10.1000/pre", body))
    assert record.type == "article"
    assert record.dates["posted"] == Date.of(2019)
    assert record.relations == (Relation("article", Doi("10.1000/moths")),)


def test_a_doi_that_is_not_resolved_is_absent() -> None:
    assert read_works(answer("journal_article", "10.1000/x", "", status="unresolved")).is_absent


@pytest.mark.parametrize(
    "content",
    [
        b"<html><crossref/></html>",
        b"<crossref_result",
        b'<!DOCTYPE a [<!ENTITY b "c">]><crossref_result>&b;</crossref_result>',
        b"<crossref_result>" + b"<a>" * 800_000,
    ],
)
def test_another_answer_is_refused(content: bytes) -> None:
    with pytest.raises(BadAnswer):
        read_works(content)


def test_an_answer_of_jalc() -> None:
    names = [
        {"lang": "ja", "last_name": "高木", "first_name": "由紀"},
        {"lang": "en", "last_name": "TAKAGI", "first_name": "Yuki"},
    ]
    data = {
        "ra": "JaLC",
        "doi": "10.1241/moths.1",
        "content_type": "JA",
        "content_language": "ja",
        "title_list": [
            {"lang": "en", "title": "Glow of Moths", "subtitle": "A Census"},
            {"lang": "ja", "title": "蛾の光"},
        ],
        "creator_list": [
            {"type": "person", "names": names},
            {"type": "organization", "names": [{"lang": "en", "last_name": "Moth Society"}]},
            {"type": "person", "names": []},
        ],
        "publication_date": {"publication_year": "2001", "publication_month": "04"},
        "journal_title_name_list": [
            {"journal_title_name": "蛾学会誌", "type": "full", "lang": "ja"},
            {"journal_title_name": "J. Moths", "type": "abbreviation", "lang": "en"},
        ],
        "publisher_list": [{"publisher_name": "Moth Press", "lang": "en"}],
        "volume": "17",
        "issue": "2",
        "first_page": "11",
        "last_page": "17",
    }
    (record,) = read_csl(json.dumps({"status": "OK", "data": data}).encode()).records
    assert record.id == Doi("10.1241/moths.1")
    assert (record.title, record.titles) == ("蛾の光", ("Glow of Moths: A Census",))
    assert record.names == ("Yuki TAKAGI", "Moth Society")
    assert record.authors[1].is_group
    assert record.published == Date.of(2001, 4)
    assert record.type == "article-journal"
    assert record.fields == {
        "container-title": "蛾学会誌",
        "container-title-short": "J. Moths",
        "volume": "17",
        "issue": "2",
        "page": "11-17",
        "publisher": "Moth Press",
    }


@pytest.mark.parametrize("data", [{"ra": "JaLC"}, {"ra": "JaLC", "doi": "no"}])
def test_an_answer_of_jalc_without_a_doi_gives_no_record(data: dict[str, str]) -> None:
    found = read_csl(json.dumps({"data": data}).encode())
    assert found.records == ()
    assert len(found.unread) == 1
