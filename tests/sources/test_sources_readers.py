"""Answers of the services: small ones of every shape, and texts that are not answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.errors import BadAnswer
from refcore.model import ArxivId, Date, Doi, Group, Isbn, Person, Pmid
from refcore.records.record import Notice, Relation
from refcore.sources.answers import Answer
from refcore.sources.crossref.reader import read_works
from refcore.sources.datacite.reader import read_dois
from refcore.sources.doiorg.reader import read_agencies, read_csl
from refcore.sources.inspire.reader import read_literature
from refcore.sources.openalex.reader import read_openalex
from refcore.sources.openlibrary.reader import read_books
from refcore.sources.pubmed.reader import read_articles, read_pmids
from refcore.sources.titles import clean_title, marked

WORK: dict[str, Any] = {
    "DOI": "10.5555/Boats.1",
    "type": "journal-article",
    "title": ["Boats of\n   <i>Paper</i>\n   on H<sub>2</sub>O"],
    "subtitle": ["A Study"],
    "original-title": ["Papierboote"],
    "author": [
        {"given": "Ada", "family": "Byron", "affiliation": [{"name": "Dry Dock"}]},
        {"given": "Bo", "family": "Fei, Jr."},
        {"name": "The Boat Collaboration"},
        {"family": "&NA;"},
        {"given": "-", "family": "Lin"},
        {},
    ],
    "editor": [{"given": "C.", "family": "Ito"}],
    "issued": {"date-parts": [[2019, 12, 31]]},
    "published-print": {"date-parts": [[2020, 3]]},
    "published-online": {"date-parts": [[2019, 12, 31]]},
    "journal-issue": {"issue": "4", "published-print": {"date-parts": [[2020, 3]]}},
    "created": {"date-parts": [[2024, 1, 1]]},
    "container-title": ["Journal of Boats &amp;amp; Rafts"],
    "volume": "7",
    "page": "1-12",
    "ISSN": ["1234-5678"],
    "updated-by": [
        {
            "DOI": "10.5555/r",
            "type": "retraction",
            "label": "Retraction",
            "source": "publisher",
            "updated": {"date-parts": [[2021, 5, 4]]},
        },
        {"DOI": "10.5555/r", "type": "retraction", "source": "retraction-watch"},
        {"DOI": "10.5555/Boats.1", "type": "new_version"},
    ],
    "relation": {
        "has-preprint": [{"id": "10.48550/arXiv.1901.00001", "id-type": "doi"}],
        "is-version-of": [{"id": "10.5555/boats.1", "id-type": "doi"}],
    },
}


def encoded(value: Any) -> bytes:
    return json.dumps(value).encode()


def work(**changes: Any) -> Any:
    (record,) = read_works(encoded({"status": "ok", "message": {**WORK, **changes}})).records
    return record


def test_a_work_of_crossref() -> None:
    found = work()
    assert (found.id, found.source, found.type) == (
        Doi("10.5555/boats.1"),
        "crossref",
        "article-journal",
    )
    assert found.title == "Boats of <i>Paper</i> on H<sub>2</sub>O"
    assert found.titles == (f"{found.title}: A Study", "Papierboote", "A Study")
    assert found.names == ("Ada Byron", "Bo Fei Jr.", "The Boat Collaboration", "Lin")
    assert found.author_list.names[:3] == (
        Person("Ada", "Byron", affiliations=("Dry Dock",)),
        Person("Bo", "Fei", suffix="Jr."),
        Group("The Boat Collaboration"),
    )
    assert found.roles["editor"][0].name == "C. Ito"
    assert {kind: str(date) for kind, date in found.dates.items()} == {
        "issued": "2019-12-31",
        "print": "2020-03",
        "online": "2019-12-31",
        "issue": "2020-03",
    }
    assert found.years == (2019, 2020)
    assert found.fields["container-title"] == "Journal of Boats & Rafts"
    assert found.notices == (
        Notice("retracted", Date.of(2021, 5, 4), Doi("10.5555/r"), "publisher", "Retraction"),
    )
    assert found.relations == (Relation("preprint", ArxivId("1901.00001")),)


@pytest.mark.parametrize("issued", [None, {"date-parts": [[None]]}, {"date-parts": []}, 3, {}])
def test_a_work_without_a_date(issued: Any) -> None:
    assert "issued" not in work(issued=issued).dates


@pytest.mark.parametrize(
    ("title", "plain", "kind"),
    [
        ("RETRACTED: On Boats", "On Boats", "retracted"),
        ("Retracted Article: On Boats", "On Boats", "retracted"),
        ("WITHDRAWN: On Boats", "On Boats", "withdrawn"),
        ("Retraction: On Boats", "Retraction: On Boats", None),
        ("Retracted Histories", "Retracted Histories", None),
        ("[Retracted] On Boats", "On Boats", "retracted"),
        ("(Withdrawn) On Boats", "On Boats", "withdrawn"),
        ("On Boats [Retracted]", "On Boats", "retracted"),
        ("<b>RETRACTED</b>: On Boats", "On Boats", "retracted"),
        ("TEMPORARY REMOVAL: On Boats", "On Boats", "withdrawn"),
        ("Article Withdrawn: On Boats", "On Boats", "withdrawn"),
        (
            "Retraction notice to \u201cOn Boats\u201d",
            "Retraction notice to \u201cOn Boats\u201d",
            None,
        ),
        ("Expression of Concern: On Boats", "Expression of Concern: On Boats", None),
        (
            "Removed: the Last Boat Paper (Retraction)",
            "the Last Boat Paper (Retraction)",
            "withdrawn",
        ),
    ],
)
def test_a_mark_in_front_of_a_title(title: str, plain: str, kind: str | None) -> None:
    found = marked(title)
    assert (found.title, found.notice and found.notice.kind) == (plain, kind)
    record = work(title=[title], **{"updated-by": []})
    assert (record.title, [notice.kind for notice in record.notices]) == (
        plain,
        [kind] if kind else [],
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Salt &amp;amp;amp; Water", "Salt & Water"),
        (
            "&lt;scp&gt;DNA&lt;/scp&gt; of Fish",
            ('<span style="font-variant:small-caps;">DNA</span> of Fish'),
        ),
        ("On <jats:italic>E. coli</jats:italic>", "On <i>E. coli</i>"),
        (
            'Sums in <mml:math xmlns:mml="m"><mml:msup><mml:mi>L</mml:mi>'
            "<mml:mn>1</mml:mn></mml:msup></mml:math> Spaces",
            "Sums in L1 Spaces",
        ),
        ("On Boats*", "On Boats"),
        ("A < B and C > D", "A < B and C > D"),
        ("Growth\n  of\n <b>X</b> , and more", "Growth of <b>X</b>, and more"),
        ("One<br/>Two", "One Two"),
    ],
)
def test_titles_as_sources_write_them(text: str, title: str) -> None:
    assert clean_title(text) == title


def test_a_list_of_crossref() -> None:
    answer = read_works(
        encoded(
            {
                "status": "ok",
                "message-type": "work-list",
                "message": {"total-results": 3, "items": [WORK, {"title": ["No DOI"]}, None]},
            }
        )
    )
    assert (len(answer.records), len(answer.unread), answer.total) == (1, 1, 3)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"name": "Ada Byron and Bo Fei"}, [Person("Ada", "Byron"), Person("Bo", "Fei")]),
        ({"name": "Ada Byron; Bo Fei"}, [Person("Ada", "Byron"), Person("Bo", "Fei")]),
        ({"name": "Dry Dock and Raft Institute"}, [Group("Dry Dock and Raft Institute")]),
        ({"given": "on behalf of the", "family": "Raft Group"}, [Group("Raft Group")]),
        ({"given": "The", "family": "Raft Consortium"}, [Group("The Raft Consortium")]),
        ({"given": "Hans", "non-dropping-particle": "van", "family": "Dam"},
         [Person("Hans", "van Dam")]),
    ],
)  # fmt: skip
def test_entries_that_are_not_one_person(entry: Any, expected: list[Person | Group]) -> None:
    assert list(work(author=[entry]).author_list) == expected


def test_the_date_of_issue_may_be_one_text_or_left_out() -> None:
    assert work(issued={"raw": "2010-05"}).published == Date.of(2010, 5)
    assert work(issued={"date-parts": [[None]]}).published == Date.of(2019, 12, 31)
    assert work(accepted={"date-parts": [[2017]]}).years == (2019, 2020)


@pytest.mark.parametrize("body", [b"Resource not found.", b"Resource not found.\n"])
def test_a_doi_that_crossref_does_not_have(body: bytes) -> None:
    assert read_works(body).is_absent


def test_csl_json_of_a_work() -> None:
    csl = {**WORK, "title": "Boats", "container-title": "Journal of Boats", "source": "Crossref"}
    (record,) = read_csl(encoded(csl)).records
    assert (record.title, record.source) == ("Boats", "crossref")
    (other,) = read_csl(encoded({**csl, "source": "mEDRA"})).records
    assert other.source == "doi.org"


DATASET: dict[str, Any] = {
    "doi": "10.5555/DATA.1",
    "creators": [
        {"name": "Byron, Ada", "nameType": "Personal", "givenName": "Ada", "familyName": "Byron"},
        {"name": "Dry Dock Institute", "nameType": "Organizational"},
        {"name": "Fei, Bo", "affiliation": ["Dry Dock"]},
        {"name": "Lin, C.; Ito, D."},
        {"name": "(:Unav)"},
        {"name": "Unknown"},
        {"name": "Ann Noether <1979>"},
    ],
    "contributors": [{"contributorType": "Editor", "name": "Ed Itor"}],
    "titles": [
        {"title": "Untertitel", "titleType": "TranslatedTitle"},
        {"title": "Boats &amp; Rafts"},
        {"title": "A Data Set", "titleType": "Subtitle"},
    ],
    "publisher": {"name": "Zenodo"},
    "publicationYear": 2021,
    "dates": [{"date": "2021-03-04", "dateType": "Issued"}],
    "types": {"resourceTypeGeneral": "Dataset", "citeproc": "dataset"},
    "relatedIdentifiers": [
        {"relationType": "IsVersionOf", "relatedIdentifier": "10.5555/data"},
        {"relationType": "IsPartOf", "relatedIdentifier": "10.5555/other"},
    ],
    "version": "1.0",
}


def dataset(**changes: Any) -> Any:
    body = {"data": {"id": "x", "attributes": {**DATASET, **changes}}}
    (record,) = read_dois(encoded(body)).records
    return record


def test_a_work_of_datacite() -> None:
    found = dataset()
    assert (found.title, found.type) == ("Boats & Rafts", "dataset")
    assert found.titles == ("Boats & Rafts: A Data Set", "Untertitel", "A Data Set")
    assert found.names == (
        "Ada Byron",
        "Dry Dock Institute",
        "Bo Fei",
        "C. Lin",
        "D. Ito",
        "Ann Noether",
    )
    assert found.author_list.groups == (Group("Dry Dock Institute"),)
    assert found.published == Date.of(2021, 3, 4)
    assert found.relations == (Relation("version", Doi("10.5555/data")),)
    assert (found.fields["publisher"], found.fields["version"]) == ("Zenodo", "1.0")


@pytest.mark.parametrize(
    ("creator", "names"),
    [
        ({"name": "Byron, A.; Fei, B.", "givenName": "A.; Fei, B.", "familyName": "Byron"},
         ("A. Byron", "B. Fei")),
        ({"name": "Byron, Ada, 1815-1852"}, ("Ada Byron",)),
        ({"name": "Byron, Ada, Dr."}, ("Ada Byron",)),
        ({"name": "Raft University, Harbour", "givenName": "Harbour",
          "familyName": "Raft University"}, ("Raft University, Harbour",)),
    ],
)  # fmt: skip
def test_odd_creators_of_datacite(creator: Any, names: tuple[str, ...]) -> None:
    assert dataset(creators=[creator]).names == names


@pytest.mark.parametrize(("year", "known"), [(0, None), (2554, 2011), ("2020", 2020), (None, None)])
def test_odd_years_of_datacite(year: Any, known: int | None) -> None:
    found = dataset(publicationYear=year, dates=[])
    assert (found.published.year if found.published else None) == known


def test_an_empty_record_of_datacite_is_unread() -> None:
    answer = read_dois(encoded({"data": [{"id": "10.5555/x", "attributes": {"titles": []}}]}))
    assert (answer.records, answer.unread[0].id) == ((), Doi("10.5555/x"))


ARTICLE = b"""<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://example.org/p.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">7654321</PMID><Article>
<Journal><ISSN>1234-5678</ISSN><JournalIssue><Volume>7</Volume><Issue>4</Issue>
<PubDate><MedlineDate>2019 Nov-Dec</MedlineDate></PubDate></JournalIssue>
<Title>Journal of boats</Title><ISOAbbreviation>J Boats</ISOAbbreviation></Journal>
<ArticleTitle>[Boats of <i>paper</i>.]</ArticleTitle><Pagination><MedlinePgn>1-12</MedlinePgn>
</Pagination><ELocationID EIdType="doi" ValidYN="Y">10.5555/boats.1</ELocationID>
<AuthorList CompleteYN="N">
<Author ValidYN="Y"><LastName>Byron</LastName><ForeName>Ada M</ForeName><Initials>AM</Initials>
<AffiliationInfo><Affiliation>Dry Dock.</Affiliation></AffiliationInfo></Author>
<Author ValidYN="N"><LastName>Wrong</LastName><ForeName>Name</ForeName></Author>
<Author ValidYN="Y"><LastName>Fei</LastName><ForeName>B</ForeName><Suffix>3rd</Suffix></Author>
<Author ValidYN="Y"><CollectiveName>Boat Study Group</CollectiveName></Author></AuthorList>
<VernacularTitle>Papierboote.</VernacularTitle>
<PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList>
<ArticleDate DateType="Electronic"><Year>2019</Year><Month>10</Month><Day>02</Day></ArticleDate>
</Article><CommentsCorrectionsList>
<CommentsCorrections RefType="RetractionIn"><RefSource>J Boats. 2021;8:1</RefSource>
<PMID>8765432</PMID></CommentsCorrections></CommentsCorrectionsList></MedlineCitation>
</PubmedArticle></PubmedArticleSet>"""


def test_an_article_of_pubmed() -> None:
    (found,) = read_articles(ARTICLE).records
    assert (found.id, found.title, found.titles) == (
        Pmid("7654321"),
        "Boats of <i>paper</i>",
        ("Papierboote",),
    )
    assert found.names == ("Ada M Byron", "B Fei 3rd", "Boat Study Group")
    assert found.author_list.groups == (Group("Boat Study Group"),)
    assert found.is_partial
    assert {kind: str(date) for kind, date in found.dates.items()} == {
        "issued": "2019-11",
        "print": "2019-11",
        "online": "2019-10-02",
    }
    assert found.ids == (Doi("10.5555/boats.1"),)
    (notice,) = found.notices
    assert (notice.kind, notice.date, notice.id) == ("retracted", Date.of(2021), Pmid("8765432"))


@pytest.mark.parametrize(
    ("stated", "dates"),
    [
        ("1998 Dec-1999 Jan", {"print": "1998-12", "issue": "1999-01"}),
        ("1998-1999", {"print": "1998", "issue": "1999"}),
        ("Winter 1998", {"print": "1998"}),
        ("2019 Nov 30-Dec 3", {"print": "2019-11-30"}),
    ],
)
def test_dates_of_issues_in_words(stated: str, dates: dict[str, str]) -> None:
    (found,) = read_articles(ARTICLE.replace(b"2019 Nov-Dec", stated.encode())).records
    said = {kind: str(found.dates[kind]) for kind in ("print", "issue") if kind in found.dates}
    assert said == dates


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        (b"[Boats of <i>paper</i>.]", b"[Not Available].", lambda r: r.title == "Papierboote"),
        (b'ValidYN="Y">10.5555', b'ValidYN="N">10.5555', lambda r: r.ids == ()),
        (b"J Boats. 2021;8:1", b"J Boats. 2021 May 4;8:1",
         lambda r: r.notices[0].date == Date.of(2021, 5, 4)),
        (b"RetractionIn", b"RetractedandRepublishedIn",
         lambda r: r.notices[0].kind == "retracted"),
    ],
)  # fmt: skip
def test_what_else_pubmed_says(old: bytes, new: bytes, read: Callable[[Any], bool]) -> None:
    (found,) = read_articles(ARTICLE.replace(old, new)).records
    assert read(found)


def test_a_chapter_of_pubmeds_bookshelf() -> None:
    body = b"""<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>20301999</PMID>
<Book><Publisher><PublisherName>Dry Dock</PublisherName></Publisher><BookTitle>BoatReviews
</BookTitle><PubDate><Year>1993</Year></PubDate><AuthorList Type="editors"><Author>
<LastName>Itor</LastName><ForeName>Ed</ForeName></Author></AuthorList></Book>
<ArticleTitle>Rafts: an Overview.</ArticleTitle><AuthorList Type="authors"><Author>
<LastName>Byron</LastName><ForeName>Ada M</ForeName></Author></AuthorList>
</BookDocument></PubmedBookArticle></PubmedArticleSet>"""
    (found,) = read_articles(body).records
    assert (found.id, found.type, found.title) == (
        Pmid("20301999"),
        "chapter",
        "Rafts: an Overview",
    )
    assert (found.names, found.year) == (("Ada M Byron",), 1993)
    assert [one.name for one in found.roles["editor"]] == ["Ed Itor"]
    assert found.fields["container-title"] == "BoatReviews"


def test_a_search_of_pubmed() -> None:
    body = b"<eSearchResult><IdList><Id>7654321</Id><Id>x</Id></IdList></eSearchResult>"
    assert read_pmids(body) == (Pmid("7654321"),)


PHYSICS: dict[str, Any] = {
    "control_number": 1,
    "document_type": ["article"],
    "titles": [{"title": "Boats at <b>high</b> energy", "subtitle": "A study"}],
    "authors": [
        {"full_name": "Byron, Ada", "affiliations": [{"value": "Dry Dock"}]},
        {"full_name": "Fei, Bo, Jr."},
        {"full_name": "Itor, Ed", "inspire_roles": ["editor"]},
    ],
    "collaborations": [{"value": "BOAT"}],
    "author_count": 300,
    "dois": [
        {"value": "10.5555/erratum", "material": "erratum"},
        {"value": "10.5555/boats.2", "material": "publication"},
    ],
    "arxiv_eprints": [{"value": "hep-th/9901001"}],
    "publication_info": [{"journal_title": "Phys.Boat", "journal_volume": "3", "year": 1999}],
    "earliest_date": "1999-01-02",
}


def test_a_work_of_inspire() -> None:
    (found,) = read_literature(encoded({"metadata": PHYSICS})).records
    assert (found.id, found.names) == (Doi("10.5555/boats.2"), ("Ada Byron", "Bo Fei Jr."))
    assert found.ids == (ArxivId("hep-th/9901001", 1),)
    assert (found.roles["editor"][0].name, found.is_partial) == ("Ed Itor", True)
    assert {kind: str(date) for kind, date in found.dates.items()} == {
        "issued": "1999",
        "posted": "1999-01-02",
    }
    only_groups = read_literature(
        encoded({"hits": {"hits": [{"metadata": {**PHYSICS, "authors": []}}], "total": 1}})
    ).records[0]
    assert only_groups.author_list.names == (Group("BOAT"),)


def test_a_work_of_openalex_has_the_names_as_printed() -> None:
    openalex = {
        "doi": "https://doi.org/10.5555/boats.1",
        "title": "Boats",
        "publication_year": 2020,
        "publication_date": "2020-03-04",
        "type": "article",
        "type_crossref": "proceedings-article",
        "authorships": [
            {"raw_author_name": "Byron, Ada", "author": {"display_name": "Someone Else"}},
            {"raw_author_name": "Bo Fei", "author": {"display_name": "Fei Bo"}},
        ],
        "is_retracted": True,
        "is_authors_truncated": True,
        "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/7654321"},
    }
    (found,) = read_openalex(encoded({"results": [openalex]})).records
    assert (found.names, found.type) == (("Ada Byron", "Bo Fei"), "paper-conference")
    assert (found.is_withdrawn, found.is_partial, found.ids) == (True, True, (Pmid("7654321"),))
    gaps = [{"raw_author_name": "Bo Fei"}, {"raw_author_name": None, "author": {}}]
    (gap,) = read_openalex(encoded({**openalex, "authorships": gaps})).records
    assert gap.names == ()


def test_inspire_says_where_a_talk_was_printed_and_whose_it_is() -> None:
    talk = {
        **PHYSICS,
        "publication_info": [
            {"cnum": "C1", "year": 2004},
            {"journal_title": "Boat Proc.", "journal_volume": "5", "artid": "033", "year": 2006},
        ],
    }
    (found,) = read_literature(encoded({"metadata": talk})).records
    assert (found.year, found.fields["container-title"]) == (2006, "Boat Proc.")
    assert found.details["collaborations"] == "BOAT"


@pytest.mark.parametrize(
    "answer",
    [
        {
            "ISBN:9780262033848": {
                "title": "Boats",
                "subtitle": "A Book",
                "authors": [{"name": "Byron, Ada"}],
                "publishers": [{"name": "Dock Press"}],
                "publish_date": "March 2009",
            }
        },
        {
            "docs": [
                {
                    "title": "Boats",
                    "subtitle": "A Book",
                    "author_name": ["Ada Byron"],
                    "isbn": ["9780262033848", "bad"],
                    "publisher": ["Dock Press"],
                    "first_publish_year": 2009,
                }
            ]
        },
    ],
    ids=["books", "search"],
)
def test_a_book_of_open_library(answer: Any) -> None:
    (found,) = read_books(encoded(answer)).records
    assert (found.id, found.title, found.titles) == (
        Isbn("9780262033848"),
        "Boats",
        ("Boats: A Book",),
    )
    assert (found.names, found.year) == (("Ada Byron",), 2009)
    assert found.fields["publisher"] == "Dock Press"


def test_agencies_of_doi_org() -> None:
    found = read_agencies(
        encoded(
            [
                {"DOI": "10.5555/A", "RA": "Crossref"},
                {"DOI": "10.5555/b", "status": "DOI does not exist"},
                {"DOI": "10.5555/c", "status": "Unknown"},
            ]
        )
    )
    assert [(one.name, one.is_absent) for one in found.values()] == [
        ("Crossref", False),
        ("", True),
        ("", False),
    ]


READERS: list[Callable[[bytes], Any]] = [
    read_works,
    read_dois,
    read_csl,
    read_agencies,
    read_literature,
    read_openalex,
    read_books,
    read_articles,
    read_pmids,
]
ROBOT = b"<!DOCTYPE html><html><title>Making sure you're not a bot!</title></html>"
BOMB = (
    b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><PubmedArticleSet>&c;</PubmedArticleSet>'
)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "body",
    [b"", ROBOT, BOMB, b"\xff\xfe", b"[" * 100_000, b'{"status":', b"null", b"[1]", b'"x"'],
    ids=["empty", "robot", "bomb", "bytes", "deep", "cut", "null", "list", "text"],
)
def test_what_is_not_an_answer_is_refused_or_empty(
    reader: Callable[[bytes], Any], body: bytes
) -> None:
    try:
        found = reader(body)
    except BadAnswer as fault:
        assert str(fault)  # noqa: PT017
        return
    assert not (found.records if isinstance(found, Answer) else found)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.sampled_from(sorted(WORK)), values)
def test_no_value_of_crossref_raises(name: str, value: Any) -> None:
    try:
        answer = read_works(encoded({"message": {**WORK, name: value}}))
    except BadAnswer:
        return
    for record in answer.records:
        assert record.to_reference("key").key == "key"


@given(st.sampled_from(sorted(DATASET)), values)
def test_no_value_of_datacite_raises(name: str, value: Any) -> None:
    answer = read_dois(encoded({"data": {"attributes": {**DATASET, name: value}}}))
    for record in answer.records:
        assert record.to_reference("key").key == "key"


@given(st.sampled_from(sorted(PHYSICS)), values)
def test_no_value_of_inspire_raises(name: str, value: Any) -> None:
    try:
        answer = read_literature(encoded({"metadata": {**PHYSICS, name: value}}))
    except BadAnswer:
        return
    for record in answer.records:
        assert record.to_reference("key").key == "key"


@pytest.mark.parametrize(
    ("given", "family", "expected"),
    [
        ("Byunggook", "Na", ["Byunggook Na"]),
        ("BYUNGGOOK", "NA", ["BYUNGGOOK NA"]),
        ("Na", "Li", ["Na Li"]),
        ("Jan", "Null", ["Jan Null"]),
        ("Ramesh", "NA", ["Ramesh"]),
        ("Ramesh", "-", ["Ramesh"]),
        ("null", "Kumar", ["Kumar"]),
        ("NULL", "KUMAR", ["KUMAR"]),
        ("-", "Sari", ["Sari"]),
        ("Unknown", "Unknown", []),
        ("", "Anonymous", []),
    ],
)
def test_a_text_in_place_of_a_missing_name(given: str, family: str, expected: list[str]) -> None:
    work = {**WORK, "author": [{"given": given, "family": family}]}
    record = read_works(json.dumps({"message": work}).encode()).records[0]
    assert list(record.names) == expected
