"""What services write beside the recorded answers: small changes of one answer each."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refcore.compare import compare_authors
from refcore.compare.kinds import ListVerdict
from refcore.records.record import Record
from refcore.sources.crossref.reader import read_works
from refcore.sources.datacite.reader import read_dois
from refcore.sources.doiorg.reader import read_csl
from refcore.sources.inspire.reader import read_literature
from refcore.sources.openalex.reader import read_openalex
from refcore.sources.openlibrary.reader import read_books
from refcore.sources.pubmed.reader import read_articles

ADA = {"given": "Ada", "family": "Lindt"}


def crossref(**changes: Any) -> Record:
    work = {"DOI": "10.1000/a", "type": "journal-article", "title": ["On Boats"], **changes}
    return read_works(json.dumps({"status": "ok", "message": work}).encode()).records[0]


def datacite(**changes: Any) -> Record:
    attributes = {
        "doi": "10.5281/zenodo.1",
        "titles": [{"title": "On Boats"}],
        "creators": [{"name": "Lindt, Ada", "givenName": "Ada", "familyName": "Lindt"}],
        "publicationYear": 2019,
        "types": {"resourceTypeGeneral": "Dataset"},
        **changes,
    }
    answer = {"data": {"id": "10.5281/zenodo.1", "type": "dois", "attributes": attributes}}
    return read_dois(json.dumps(answer).encode()).records[0]


def agency(**changes: Any) -> Record:
    work = {
        "DOI": "10.1400/1",
        "type": "article-journal",
        "title": "Sulle barche",
        "author": [{"family": "Rossi", "given": "Ada"}],
        "issued": {"date-parts": [[2011, 5]]},
        **changes,
    }
    return read_csl(json.dumps(work).encode()).records[0]


def inspire(**changes: Any) -> Record:
    metadata = {
        "control_number": 1,
        "titles": [{"title": "On Boats"}],
        "authors": [{"full_name": "Lindt, Ada"}],
        "dois": [{"value": "10.1000/a"}],
        "document_type": ["article"],
        **changes,
    }
    answer = {"hits": {"total": 1, "hits": [{"metadata": metadata}]}}
    return read_literature(json.dumps(answer).encode()).records[0]


def openalex(**changes: Any) -> Record:
    work = {
        "id": "https://openalex.org/W1",
        "doi": "https://doi.org/10.1000/a",
        "title": "On Boats",
        "publication_year": 2019,
        "type": "article",
        "authorships": [{"raw_author_name": "A. Lindt", "author": {"display_name": "Berit Other"}}],
        **changes,
    }
    return read_openalex(json.dumps({"meta": {"count": 1}, "results": [work]}).encode()).records[0]


def openlibrary(**changes: Any) -> Record:
    book = {
        "title": "On Boats",
        "authors": [{"name": "Ada Lindt"}],
        "publish_date": "1987",
        "identifiers": {"isbn_13": ["9780306406157"]},
        **changes,
    }
    return read_books(json.dumps({"ISBN:9780306406157": book}).encode()).records[0]


def pubmed(**parts: str) -> Record:
    said = {
        "authors": "<Author><LastName>Lindt</LastName><ForeName>Ada B</ForeName></Author>",
        "title": "On boats.",
        "vernacular": "",
        "date": "<PubDate><Year>2019</Year></PubDate>",
        "types": "",
        "notes": "",
        "whole": "Y",
        **parts,
    }
    text = (
        '<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation>'
        '<PMID Version="1">123</PMID><Article><Journal><JournalIssue><Volume>5</Volume>'
        "{date}</JournalIssue><Title>Journal of boats</Title></Journal>"
        "<ArticleTitle>{title}</ArticleTitle>"
        '<AuthorList CompleteYN="{whole}">{authors}</AuthorList>'
        "<PublicationTypeList>{types}</PublicationTypeList>{vernacular}</Article>"
        "<CommentsCorrectionsList>{notes}</CommentsCorrectionsList></MedlineCitation>"
        '<PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/a</ArticleId>'
        "</ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>"
    ).format_map(said)
    return read_articles(text.encode()).records[0]


def note(kind: str) -> str:
    return f'<CommentsCorrections RefType="{kind}"><PMID>9</PMID></CommentsCorrections>'


def general(kind: str, written: str = "") -> dict[str, Any]:
    return {"types": {"resourceTypeGeneral": kind, "resourceType": written}}


@pytest.mark.parametrize(
    ("record", "names"),
    [
        (crossref(author=[{"given": "Ada", "family": "Lindt, MD, Ph.D."}]), ["Ada Lindt"]),
        (crossref(author=[{"given": "Ada", "family": "Lindt, Jr., MPH"}]), ["Ada Lindt Jr."]),
        (crossref(author=[{"given": "Mr. Garvit", "family": "Oss"}]), ["Garvit Oss"]),
        (crossref(author=[{"given": "Prof. Dr. Ada", "family": "Lindt"}]), ["Ada Lindt"]),
        (crossref(author=[{**ADA, "prefix": "Dr."}]), ["Ada Lindt"]),
        (crossref(author=[{"given": "Ada Lindt", "family": "."}]), ["Ada Lindt"]),
        (crossref(author=[{"given": "Ada Lindt", "family": "-"}]), ["Ada Lindt"]),
        (crossref(author=[{"family": "Lindt, Ada"}]), ["Ada Lindt"]),
        (crossref(author=[{"sequence": "first"}, ADA]), ["Ada Lindt"]),
        (crossref(author=[{**ADA, "role": [{"role": "author"}]}]), ["Ada Lindt"]),
        (
            crossref(author=[ADA, {"given": "Ed", "family": "Oss", "role": [{"role": "editor"}]}]),
            ["Ada Lindt"],
        ),
        (crossref(author=[{**ADA, "role": [{"role": "writing-original-draft"}]}]), ["Ada Lindt"]),
        (crossref(author=[{"name": "Ada Lindt"}]), ["Ada Lindt"]),
        (crossref(author=[{**ADA, "suffix": "III"}]), ["Ada Lindt III"]),
        (crossref(author=[{**ADA, "suffix": ", Jr."}]), ["Ada Lindt Jr."]),
        (crossref(author=[{**ADA, "suffix": "PhD"}]), ["Ada Lindt"]),
        (crossref(author=[{**ADA, "suffix": None}]), ["Ada Lindt"]),
        (crossref(author=[{"given": None, "family": "Lindt"}]), ["Lindt"]),
        (crossref(author=[{"given": "Ada", "family": None}]), ["Ada"]),
        (crossref(author=None), []),
        (crossref(author=ADA), ["Ada Lindt"]),
        (crossref(author=[{"given": "Ada,", "family": "Lindt,"}]), ["Ada Lindt"]),
        (crossref(author=[{"given": "Ada", "family": "Lindt<sup>1</sup>"}]), ["Ada Lindt"]),
        (crossref(author=[{"given": "Ad&#233;le", "family": "Lindt"}]), ["Adéle Lindt"]),
        (crossref(author=[{"given": "Ada", "family": "Lindt and"}]), ["Ada Lindt"]),
        (crossref(author=[ADA, {"family": "et al."}]), ["Ada Lindt"]),
        (
            datacite(creators=[{"name": None, "givenName": "Ada", "familyName": "Lindt"}]),
            ["Ada Lindt"],
        ),
        (datacite(creators={"name": "Lindt, Ada"}), ["Ada Lindt"]),
        (datacite(creators=[{"name": "Ada Lindt"}]), ["Ada Lindt"]),
        (datacite(creators=[{"name": "Ada Lindt and Bo Oss"}]), ["Ada Lindt", "Bo Oss"]),
        (
            datacite(creators=[{"name": "Sand and Sea Institute", "nameType": "Organizational"}]),
            ["Sand and Sea Institute"],
        ),
        (
            inspire(authors=[{"full_name": "Lindt, Ada", "inspire_roles": ["author", "editor"]}]),
            ["Ada Lindt"],
        ),
        (
            pubmed(authors="<Author><CollectiveName>Boat Study Group.</CollectiveName></Author>"),
            ["Boat Study Group"],
        ),
        (agency(author="Rossi, Ada"), ["Ada Rossi"]),
        (
            agency(author=[{"family": "Rossi", "given": "Ada", "non-dropping-particle": "de"}]),
            ["Ada de Rossi"],
        ),
        (
            inspire(
                authors=[
                    {"full_name": "Lindt, Ada", "inspire_roles": ["editor"]},
                    {"full_name": "Oss, Berit"},
                ]
            ),
            ["Berit Oss"],
        ),
        (
            openalex(authorships=[{"raw_author_name": None, "author": {"display_name": "B. Oss"}}]),
            [],
        ),
        (openlibrary(authors=["Ada Lindt"]), ["Ada Lindt"]),
        (
            pubmed(authors="<Author><LastName>Lindt</LastName><Initials>AB</Initials></Author>"),
            ["AB Lindt"],
        ),
        (datacite(creators=[{"name": "(:unav)"}]), []),
        (datacite(creators=[{"name": ":tba"}]), []),
        (datacite(creators=[{"name": "Lindt, Ada; Oss, Berit"}]), ["Ada Lindt", "Berit Oss"]),
        (agency(author=[{"literal": "Rossi, Ada"}]), ["Ada Rossi"]),
        (agency(author=[{"literal": "Harbour Institute, Genoa"}]), ["Harbour Institute, Genoa"]),
        (inspire(authors=[{"full_name": "Lindt, Ada, Jr."}]), ["Ada Lindt Jr."]),
        (inspire(authors=[], corporate_author=["Boat Working Group"]), ["Boat Working Group"]),
        (openalex(), ["A. Lindt"]),
        (openalex(authorships=[{"raw_author_name": "Lindt, Ada"}]), ["Ada Lindt"]),
        (openlibrary(authors=[{"name": "Lindt, Ada"}]), ["Ada Lindt"]),
        (pubmed(authors="<Author><LastName>Lindt</LastName></Author>"), ["Lindt"]),
        (
            pubmed(
                authors='<Author ValidYN="N"><LastName>Lindtt</LastName></Author>'
                "<Author><LastName>Lindt</LastName></Author>"
            ),
            ["Lindt"],
        ),
    ],
)
def test_names(record: Record, names: list[str]) -> None:
    assert [author.name for author in record.authors] == names


@pytest.mark.parametrize(
    ("record", "title", "others"),
    [
        (crossref(title=["On Boats†"]), "On Boats", ()),
        (crossref(title=["WITHDRAWN: On Boats"]), "On Boats", ()),
        (crossref(title=["TEMPORARY REMOVAL: On Boats"]), "On Boats", ()),
        (crossref(title=["On Boats [Retracted]"]), "On Boats", ()),
        (crossref(title=["On&amp;nbsp;Boats"]), "On Boats", ()),
        (crossref(title=["The <jats:italic>Boat</jats:italic> gene"]), "The <i>Boat</i> gene", ()),
        (crossref(title="On Boats"), "On Boats", ()),
        (crossref(title=[None, "On Boats"]), "On Boats", ()),
        (crossref(title=None), "", ()),
        (crossref(title=["On\n      Boats"]), "On Boats", ()),
        (crossref(title=["The <mml:math><mml:mi>x</mml:mi></mml:math> boat"]), "The x boat", ()),
        (crossref(subtitle="A Study"), "On Boats", ("On Boats: A Study", "A Study")),
        (
            crossref(title=["Why Boats?"], subtitle=["A Study"]),
            "Why Boats?",
            ("Why Boats? A Study", "A Study"),
        ),
        (crossref(**{"original-title": ["Über Boote"]}), "On Boats", ("Über Boote",)),
        (crossref(title=["Half \ud800 a pair"]), "Half \ufffd a pair", ()),
        (datacite(titles=[{"title": None}, {"title": "On Boats"}]), "On Boats", ()),
        (openalex(title=None, display_name="On Boats"), "On Boats", ()),
        (pubmed(title="Why boats?"), "Why boats?", ()),
        (agency(title=["Sulle barche", "On Boats"]), "Sulle barche", ("On Boats",)),
        (
            datacite(titles=[{"title": "On Boats"}, {"title": "Boote", "titleType": "Other"}]),
            "On Boats",
            ("Boote",),
        ),
        (pubmed(title="[On boats (author's transl)]."), "On boats", ()),
        (
            pubmed(title="[On boats].", vernacular="<VernacularTitle>Boote.</VernacularTitle>"),
            "On boats",
            ("Boote",),
        ),
        (
            pubmed(
                title="[Not Available].", vernacular="<VernacularTitle>Boote.</VernacularTitle>"
            ),
            "Boote",
            (),
        ),
    ],
)
def test_titles(record: Record, title: str, others: tuple[str, ...]) -> None:
    assert (record.title, record.titles) == (title, others)


@pytest.mark.parametrize(
    ("record", "years"),
    [
        (crossref(issued={"date-parts": [[None]]}), set()),
        (crossref(issued={"date-parts": [["2019", 3]]}), {2019}),
        (crossref(issued={"date-parts": [[2017, 13]]}), {2017}),
        (crossref(created={"date-parts": [[2020]]}), set()),
        (crossref(issued={"date-parts": [[0]]}), set()),
        (crossref(issued={"date-parts": [2019, 3]}), {2019}),
        (crossref(issued={"date-time": "2019-03-01T00:00:00Z"}), {2019}),
        (crossref(issued={"date-parts": [[2019, 2, 31]]}), {2019}),
        (agency(issued="2011-05"), {2011}),
        (agency(issued={"literal": "May 2011"}), {2011}),
        (
            datacite(
                publicationYear=None, dates=[{"date": "2018-05/2019-01", "dateType": "Issued"}]
            ),
            {2018},
        ),
        (openlibrary(publish_date="[1999]"), {1999}),
        (pubmed(date="<PubDate><Year>2019</Year><Season>Spring</Season></PubDate>"), {2019}),
        (pubmed(date="<PubDate><MedlineDate>Spring 2001</MedlineDate></PubDate>"), {2001}),
        (
            crossref(
                issued={"date-parts": [[2018, 12]]},
                **{"journal-issue": {"published-print": {"date-parts": [[2019, 1]]}}},
            ),
            {2018, 2019},
        ),
        (datacite(publicationYear="2019"), {2019}),
        (agency(issued={"raw": "2012-03-01"}), {2012}),
        (openlibrary(publish_date="c1987"), {1987}),
        (openlibrary(publish_date="2nd edition, 2004"), {2004}),
        (openlibrary(publish_date="19--?"), set()),
        (
            pubmed(date="<PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate>"),
            {1998, 1999},
        ),
    ],
)
def test_years(record: Record, years: set[int]) -> None:
    assert {date.year for date in record.dates.values()} == years


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        (crossref(type="grant"), "document"),
        (crossref(type="posted-content"), "article"),
        (datacite(**general("Preprint")), "article"),
        (datacite(**general("Text", "Thesis")), "thesis"),
        (datacite(**general("Text", "Journal article")), "article-journal"),
        (datacite(**general("Text", "Poem")), "document"),
        (datacite(**general("Software", "Article")), "software"),
        (inspire(document_type=["thesis"]), "thesis"),
        (inspire(document_type=["conference paper"]), "paper-conference"),
        (pubmed(types="<PublicationType>Preprint</PublicationType>"), "article"),
    ],
)
def test_types(record: Record, kind: str) -> None:
    assert record.type == kind


@pytest.mark.parametrize(
    ("record", "notices"),
    [
        (crossref(**{"update-to": [{"DOI": "10.1000/b", "type": "retraction"}]}), []),
        (crossref(**{"updated-by": [{"DOI": "10.1000/a", "type": "new_version"}]}), []),
        (
            crossref(
                **{
                    "updated-by": [
                        {"DOI": "10.1000/r", "type": "retraction", "source": source}
                        for source in ("retraction-watch", "publisher")
                    ]
                }
            ),
            ["retracted"],
        ),
        (datacite(titles=[{"title": "Withdrawn: On Boats"}]), ["withdrawn"]),
        (pubmed(notes=note("RetractionIn")), ["retracted"]),
        (pubmed(notes=note("RetractionOf")), []),
        (pubmed(notes=note("ExpressionOfConcernIn")), ["concern"]),
    ],
)
def test_notices(record: Record, notices: list[str]) -> None:
    assert [one.kind for one in record.notices] == notices


@pytest.mark.parametrize(
    ("record", "relations"),
    [
        (
            crossref(relation={"is-preprint-of": [{"id-type": "doi", "id": "10.1000/j"}]}),
            [("article", "10.1000/j")],
        ),
        (
            crossref(relation={"has-preprint": [{"id-type": "arxiv", "id": "arXiv:2101.00001"}]}),
            [("preprint", "2101.00001")],
        ),
        (
            datacite(
                relatedIdentifiers=[
                    {
                        "relatedIdentifier": "10.1000/j",
                        "relatedIdentifierType": "DOI",
                        "relationType": "IsSupplementTo",
                    }
                ]
            ),
            [],
        ),
    ],
)
def test_relations(record: Record, relations: list[tuple[str, str]]) -> None:
    assert [(one.kind, str(one.id)) for one in record.relations] == relations


def test_a_list_that_is_cut_says_so() -> None:
    assert openalex(is_authors_truncated=True).is_partial
    assert pubmed(whole="N").is_partial
    assert not pubmed().is_partial


def test_an_erratum_is_not_where_a_work_appeared() -> None:
    said = [
        {"journal_title": "J.Boat Res.", "journal_volume": "5", "artid": "012", "year": 2015},
        {"material": "erratum", "journal_title": "J.Boat Res.", "journal_volume": "6"},
    ]
    fields = inspire(publication_info=said).fields
    assert fields["volume"] == "5"
    dois = [{"value": "10.1000/e", "material": "erratum"}, {"value": "10.1000/a"}]
    assert str(inspire(dois=dois).id) == "10.1000/a"


@pytest.mark.parametrize("pages", ["n/a-n/a", "no-no", "N/A", None])
def test_pages_that_are_not_known_yet_are_no_pages(pages: str | None) -> None:
    assert "page" not in crossref(page=pages).fields


def test_a_name_in_chinese_characters_is_the_same_with_its_parts_apart() -> None:
    record = crossref(author=[{"given": "伟", "family": "王"}])
    assert compare_authors(["王伟"], record.author_list).verdict is ListVerdict.MATCH
    assert compare_authors(["王娜"], record.author_list).verdict is ListVerdict.WRONG


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({**ADA, "prefix": "Prof."}, ["Ada Lindt"]),
        ({**ADA, "suffix": "IV"}, ["Ada Lindt IV"]),
        ({**ADA, "suffix": "MD, MSc"}, ["Ada Lindt"]),
        ({"given": "Ada", "family": "Lindt, Ph.D."}, ["Ada Lindt"]),
        ({"given": "Ada,", "family": "Lindt2"}, ["Ada Lindt"]),
        ({"given": "and Ada", "family": "Lindt"}, ["Ada Lindt"]),
        ({"given": "& Ada", "family": "Lindt"}, ["Ada Lindt"]),
        ({"given": "<i>Ada</i>", "family": "L&uuml;ndt"}, ["Ada Lündt"]),
        ({"given": None, "family": "Lindt"}, ["Lindt"]),
        ({"sequence": "first", "affiliation": []}, []),
        ({"name": "[No authors listed]"}, []),
        ({"name": "Authors not available"}, ["Authors not available"]),
        ({"name": "on behalf of the Moth Study Group"}, ["Moth Study Group"]),
    ],
)
def test_one_author_of_crossref(author: dict[str, Any], names: list[str]) -> None:
    assert [one.name for one in crossref(author=[author]).authors] == names


@pytest.mark.parametrize(
    ("creator", "names"),
    [
        ({"name": "Lindt, Ada B."}, ["Ada B. Lindt"]),
        ({"name": "Ada B. Lindt", "nameType": "Personal"}, ["Ada B. Lindt"]),
        ({"name": "Moth Institute", "nameType": "Organizational"}, ["Moth Institute"]),
        ({"name": "(:tba)"}, []),
        ({"name": "Not stated"}, ["Not stated"]),
        ({"name": "No author given"}, []),
    ],
)
def test_one_creator_of_datacite(creator: dict[str, Any], names: list[str]) -> None:
    assert [one.name for one in datacite(creators=[creator]).authors] == names


@pytest.mark.parametrize(
    ("kind", "notices"),
    [
        ("corrigendum", ["corrected"]),
        ("erratum", ["corrected"]),
        ("expression_of_concern", ["concern"]),
        ("Retraction", ["retracted"]),
        ("new_edition", []),
    ],
)
def test_one_update_of_crossref(kind: str, notices: list[str]) -> None:
    record = crossref(**{"updated-by": [{"DOI": "10.1000/r", "type": kind}]})
    assert [one.kind for one in record.notices] == notices


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        ({"issued": {"date-parts": [["2019"]]}}, {2019}),
        ({"issued": {"date-parts": [[0]]}}, set()),
        ({"created": {"date-parts": [[2019, 1, 1]]}}, set()),
        ({"type": "posted-content", "posted": {"date-parts": [[2020, 5]]}}, {2020}),
    ],
)
def test_dates_of_crossref(dates: dict[str, Any], years: set[int]) -> None:
    assert {date.year for date in crossref(**dates).dates.values()} == years


def pages(stated: str) -> str:
    date = "<PubDate><Year>2019</Year></PubDate>"
    title = f"On boats.</ArticleTitle><Pagination><MedlinePgn>{stated}</MedlinePgn></Pagination>"
    found = pubmed(date=date, title=f"{title}<ArticleTitle>")
    return found.fields["page"]


@pytest.mark.parametrize(
    ("stated", "whole"),
    [("101-9", "101-109"), ("S12-5", "S12-S15"), ("e77", "e77"), ("1-4, 9", "1-4, 9")],
)
def test_pages_of_pubmed_are_whole(stated: str, whole: str) -> None:
    assert pages(stated) == whole


SOURCE = "<RefSource>{}</RefSource><PMID>9</PMID></CommentsCorrections>"


@pytest.mark.parametrize(
    ("types", "kind", "said", "relations"),
    [
        ("Preprint", "UpdateIn", "J Boats. 2021. doi: 10.1000/b", ["article", "article"]),
        ("Preprint", "UpdateIn", "J Boats. 2021", ["article"]),
        ("Review", "UpdateIn", "Cochrane Database. 2021;2:CD1", ["version"]),
        ("Review", "UpdateOf", "Cochrane Database. 2011;2:CD1", ["version"]),
        ("Journal Article", "UpdateOf", "bioRxiv. 2021 Jan 2:2021.01.02.1", ["preprint"]),
        ("Journal Article", "UpdateOf", "Res Sq. 2021 Jan 2:rs.3.rs-1", ["preprint"]),
    ],
)
def test_an_update_at_pubmed_is_an_article_only_of_a_preprint(
    types: str, kind: str, said: str, relations: list[str]
) -> None:
    notes = f'<CommentsCorrections RefType="{kind}">{SOURCE.format(said)}'
    record = pubmed(types=f"<PublicationType>{types}</PublicationType>", notes=notes)
    assert [one.kind for one in record.relations] == relations


def test_what_became_of_a_work_is_a_notice_whatever_form_it_has() -> None:
    gone = datacite(dates=[{"date": "2022-01-03", "dateType": "Withdrawn"}])
    assert [(one.kind, str(one.date)) for one in gone.notices] == [("withdrawn", "2022-01-03")]
    dois = [{"value": "10.1000/a"}, {"value": "10.1000/e", "material": "erratum"}]
    amended = inspire(dois=dois)
    assert [(one.kind, str(one.id)) for one in amended.notices] == [("corrected", "10.1000/e")]


@pytest.mark.parametrize(
    "written", ["Master's thesis", "PhD dissertation", "Thèse de doctorat", "Tesi di laurea"]
)
def test_a_thesis_of_datacite_is_called_in_many_ways(written: str) -> None:
    assert datacite(**general("Text", written)).type == "thesis"


def named(*names: str) -> list[dict[str, Any]]:
    return [{"name": name, "raw_author_name": name, "full_name": name} for name in names]


@pytest.mark.parametrize(
    ("record", "names"),
    [
        (openlibrary(authors=named("Lindt, Ada, 1950-", "Oss, Berit.")), "Ada Lindt; Berit Oss"),
        (openlibrary(authors=named("Ada Lindt (Editor)", "Bo Fei Jr.")), "Ada Lindt; Bo Fei Jr."),
        (openlibrary(authors=named("Sir Ada Lindt", "Dr. Berit O.")), "Ada Lindt; Berit O."),
        (openlibrary(authors=named("Harbour Study Group.")), "Harbour Study Group"),
        (openlibrary(authors=named("Various")), ""),
        (openalex(authorships=named("Ada Lindt MD", "Berit Oss, PhD")), "Ada Lindt; Berit Oss"),
        (openalex(authorships=named("Ada Lindt*", "Berit Oss†")), "Ada Lindt; Berit Oss"),
        (openalex(authorships=named("A. Lindt", "for the Lamp Group")), "A. Lindt; Lamp Group"),
        (openalex(authorships=named("LINDT, A.", "OSS, B.")), "A. LINDT; B. OSS"),
        (inspire(authors=named("Quill, A.B.", "Oss, Bo, Jr.")), "A.B. Quill; Bo Oss Jr."),
        (
            inspire(authors=named("'t Hooft, Gerard", "de la Vane, Carl")),
            "Gerard 't Hooft; Carl de la Vane",
        ),
        (inspire(authors=None, corporate_author=["Particle Data Group"]), "Particle Data Group"),
        (inspire(authors=None, collaborations=[{"value": "ATLAS"}]), "ATLAS"),
        (datacite(creators=named("Lindt, Ada (ORCID 0000-0002-1825-0097)")), "Ada Lindt"),
        (datacite(creators=named("Prof. Ada Lindt", "jmjablons")), "Ada Lindt; jmjablons"),
        (datacite(creators=named("LINDT, ADA, Ph.D.")), "ADA LINDT"),
        (agency(author=[{"literal": "Rossi, Ada"}]), "Ada Rossi"),
        (agency(author=[{"family": "山田", "given": "太郎"}]), "太郎 山田"),
        (crossref(author=[ADA, {"name": "and 12 others"}]), "Ada Lindt"),
        (crossref(author=[{"given": "Ada", "family": "Lindt<sup>a,b</sup>"}]), "Ada Lindt"),
        (crossref(author=[{"name": "Lindt, Ada; Oss, Berit"}]), "Ada Lindt; Berit Oss"),
        (crossref(author=[ADA, {"given": "Bo", "family": "Fei"}] * 3), "Ada Lindt; Bo Fei"),
    ],
)
def test_names_in_the_forms_of_each_service(record: Record, names: str) -> None:
    assert "; ".join(record.names) == names


@pytest.mark.parametrize(
    ("record", "title", "kind", "year"),
    [
        (openlibrary(title="On boats :", publish_date="[1987?]"), "On boats", "book", 1987),
        (openlibrary(title="On boats /", publish_date="March 12, 1987"), "On boats", "book", 1987),
        (
            openalex(title="On <i>Boats</i> &amp; Rafts", type="preprint"),
            "On <i>Boats</i> & Rafts",
            "article",
            2019,
        ),
        (
            openalex(type="article", type_crossref="proceedings-article"),
            "On Boats",
            "paper-conference",
            2019,
        ),
        (
            inspire(document_type=["thesis"], thesis_info={"date": "2015-06"}),
            "On Boats",
            "thesis",
            2015,
        ),
        (
            inspire(document_type=["report"], imprints=[{"date": "2013"}]),
            "On Boats",
            "report",
            2013,
        ),
        (agency(issued={"raw": "2011-05-03"}, type="book"), "Sulle barche", "book", 2011),
        (
            datacite(publicationYear=2562, **general("Text", "Working Paper")),
            "On Boats",
            "report",
            2019,
        ),
        (datacite(publicationYear=2019, **general("Software")), "On Boats", "software", 2019),
        (datacite(titles=[{"title": "WITHDRAWN: On Boats"}]), "On Boats", "dataset", 2019),
        (crossref(type="peer-review", issued={"date-parts": [[2020]]}), "On Boats", "review", 2020),
        (crossref(type="standard", issued={"date-parts": [[None]]}), "On Boats", "standard", None),
        (crossref(type="book-section"), "On Boats", "chapter", None),
        (crossref(type="database"), "On Boats", "dataset", None),
    ],
)
def test_titles_kinds_and_years_of_each_service(
    record: Record, title: str, kind: str, year: int | None
) -> None:
    assert (record.title, record.type, record.year) == (title, kind, year)
