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


def institution(name: str) -> str:
    return f"<institution><institution_name>{name}</institution_name></institution>"


def stated(name: str, year: int, month: int, day: int) -> str:
    return f"<{name}><month>{month}</month><day>{day}</day><year>{year}</year></{name}>"


def titled(title: str) -> str:
    return f"<titles><title>{title}</title></titles>"


def data(doi: str) -> str:
    return f"<doi_data><doi>{doi}</doi><resource>https://example.org</resource></doi_data>"


def test_a_dissertation_has_its_person_without_a_list() -> None:
    body = (
        f"<dissertation>{person('Ada', 'Lindt')}{titled('On Moths')}"
        f"{stated('approval_date', 2020, 5, 25)}{institution('University of Oslo')}"
        f"<degree>MSc Thesis</degree>{data('10.1000/thesis')}</dissertation>"
    )
    record = read(answer("dissertation", "10.1000/thesis", body))
    assert record.type == "thesis"
    assert record.names == ("Ada Lindt",)
    assert record.dates == {"issued": Date.of(2020, 5, 25), "approved": Date.of(2020, 5, 25)}
    assert record.fields["publisher"] == "University of Oslo"
    assert record.fields["genre"] == "Master's thesis"
    assert record.details["issuers"] == "University of Oslo; Harbour Press"


def test_a_report_has_its_institution_and_its_number() -> None:
    body = (
        f"<report-paper><report-paper_metadata><contributors>{person('P.', 'Lindt')}"
        f"</contributors>{titled('Moths in Harbours')}{date(2010, 1, 'online')}"
        f"{stated('approval_date', 2010, 2, 18)}{institution('Moth Laboratory')}"
        f"{institution('Moth Ministry')}<publisher_item>"
        '<item_number item_number_type="report-number">ML/TP-47</item_number>'
        '<item_number item_number_type="sequence-number">972</item_number></publisher_item>'
        f"{data('10.1000/972')}</report-paper_metadata></report-paper>"
    )
    record = read(answer("report-paper_title", "10.1000/972", body))
    assert record.dates == {
        "issued": Date.of(2010, 1),
        "online": Date.of(2010, 1),
        "approved": Date.of(2010, 2, 18),
    }
    assert record.details["issuers"] == "Moth Laboratory; Moth Ministry; Harbour Press"
    assert record.fields["number"] == "ML/TP-47"


def test_a_review_has_its_own_date() -> None:
    relation = (
        '<program><related_item><inter_work_relation identifier-type="doi" '
        'relationship-type="isReviewOf">10.1000/moths</inter_work_relation></related_item></program>'
    )
    body = (
        f"<peer_review><contributors>{person('Ada', 'Lindt')}</contributors>"
        f"{titled('Author response: Moths')}{stated('review_date', 2020, 4, 29)}{relation}"
        f"{data('10.1000/moths.r1')}</peer_review>"
    )
    record = read(answer("peer_review", "10.1000/moths.r1", body))
    assert record.type == "review"
    assert record.dates["issued"] == Date.of(2020, 4, 29)
    assert record.relations == (Relation("reviews", Doi("10.1000/moths")),)


SERIES = "<series_metadata><titles><title>Moth Series</title></titles></series_metadata>"


def test_a_book_in_a_series() -> None:
    body = (
        f"<book book_type='monograph'><book_series_metadata>{SERIES}<contributors>"
        f"{person('Ada', 'Lindt')}</contributors>{titled('Moths of Oslo')}<volume>35</volume>"
        f"<edition_number>2</edition_number>{date(1982)}<isbn>978-3-16-148410-0</isbn>"
        f"{data('10.1000/book')}</book_series_metadata></book>"
    )
    record = read(answer("book_title", "10.1000/book", body))
    assert record.title == "Moths of Oslo"
    assert record.fields["collection-title"] == "Moth Series"
    assert "container-title" not in record.fields
    assert (record.fields["volume"], record.fields["edition"]) == ("35", "2")
    assert record.dates["issued"] == Date.of(1982)


def test_a_book_in_a_set() -> None:
    body = (
        "<book><book_set_metadata><set_metadata><titles><title>Moth Handbooks</title></titles>"
        f"</set_metadata><contributors>{person('Bo', 'Oss', 'editor')}</contributors>"
        f"{titled('Moths of Oslo')}<volume>1</volume>{date(2018, 4)}{data('10.1000/set1')}"
        "</book_set_metadata></book>"
    )
    record = read(answer("book_title", "10.1000/set1", body))
    assert record.fields["collection-title"] == "Moth Handbooks"
    assert record.fields["volume"] == "1"
    assert [one.name for one in record.roles["editor"]] == ["Bo Oss"]


@pytest.mark.parametrize(("part", "kind"), [("chapter", "chapter"), ("reference_entry", "entry")])
def test_a_part_of_a_book_in_a_series_has_the_editors_of_the_volume(part: str, kind: str) -> None:
    of_series = SERIES.replace("<titles>", f"<contributors>{person('Cy', 'Ray', 'editor')}"
                               "</contributors><titles>")  # fmt: skip
    body = (
        f"<book><book_series_metadata>{of_series}<contributors>{person('Bo', 'Oss', 'editor')}"
        f"</contributors>{titled('Advances in Moths')}<volume>7432</volume>{date(2012)}"
        f"{data('10.1000/volume')}</book_series_metadata><content_item component_type='{part}'>"
        f"<contributors>{person('Ada', 'Lindt')}</contributors>{titled('Wings')}"
        f"<pages><first_page>499</first_page></pages>{data('10.1000/volume_49')}</content_item></book>"
    )
    record = read(answer("book_content", "10.1000/volume_49", body))
    assert record.type == kind
    assert [one.name for one in record.roles["editor"]] == ["Bo Oss"]
    assert record.dates["issued"] == Date.of(2012)
    assert record.fields["volume"] == "7432"


def test_whole_proceedings() -> None:
    body = (
        f"<conference><contributors>{person('Bo', 'Oss', 'editor')}</contributors>"
        "<event_metadata><conference_name>Moth Days</conference_name></event_metadata>"
        f"<proceedings_series_metadata>{SERIES}<proceedings_title>Proceedings of the Moth Days"
        f"</proceedings_title><volume>4</volume>{date(2019)}{data('10.1000/proc')}"
        "</proceedings_series_metadata></conference>"
    )
    record = read(answer("conference_title", "10.1000/proc", body))
    assert (record.type, record.title) == ("book", "Proceedings of the Moth Days")
    assert record.fields["collection-title"] == "Moth Series"
    assert [one.name for one in record.roles["editor"]] == ["Bo Oss"]
    assert record.dates["issued"] == Date.of(2019)


def test_a_dataset_stands_in_its_database() -> None:
    body = (
        f"<database><database_metadata>{titled('Moth Archive')}</database_metadata><dataset>"
        f"<contributors>{person('Ada', 'Lindt')}</contributors>{titled('Flights')}<database_date>"
        f"{date(2017, 8, 'online')}</database_date>{data('10.1000/data')}</dataset></database>"
    )
    record = read(answer("dataset", "10.1000/data", body))
    assert record.fields["container-title"] == "Moth Archive"
    assert record.dates["issued"] == Date.of(2017, 8)


def test_a_journal_has_its_title() -> None:
    body = (
        "<journal><journal_metadata><full_title>Journal of Moths</full_title>"
        f"{data('10.1000/journal')}</journal_metadata></journal>"
    )
    record = read(answer("journal_title", "10.1000/journal", body))
    assert (record.type, record.title) == ("periodical", "Journal of Moths")
    assert "container-title" not in record.fields


def test_the_print_of_an_issue_is_its_date() -> None:
    twice = f"<journal_issue>{date(2020, 6, 'online')}{date(2020, 7, 'print')}"
    body = ARTICLE.replace(f"<journal_issue>{date(2018, 5, 'print')}", twice)
    assert read(answer("journal_article", "10.1000/moths", body)).dates["issue"] == Date.of(2020, 7)


def test_an_alias_answers_with_the_work_and_its_present_doi() -> None:
    record = read(answer("journal_article", "10.1000/alias", ARTICLE))
    assert record.id == Doi("10.1000/alias")
    assert record.title.startswith("The Glow of")
    assert record.names == ("Ada LINDT", "Moth Consortium")
    assert record.dates["print"] == Date.of(2018, 5)
