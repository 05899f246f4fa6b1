"""Records: what they keep, how they read as lists and references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.arxiv import RecordAuthor
from refcore.errors import InvalidIdentifier, InvalidReference
from refcore.model import ArxivId, Authors, Date, Doi, Group, Person, Pmid
from refcore.model.keys import key_for
from refcore.records.record import Notice, Record, Relation, looks_withdrawn
from refcore.records.values import record_from_values, record_to_values
from refcore.sources.arxiv.record import arxiv_record


def record(*names: str, **more: object) -> Record:
    authors = tuple(RecordAuthor(name) for name in names)
    return arxiv_record(ArxivId("2506.13585", 1), "MiniMax-M1: Scaling", authors, **more)


def test_a_record_is_of_one_version() -> None:
    with pytest.raises(InvalidIdentifier, match="belongs to one version"):
        arxiv_record(ArxivId("2506.13585"), "M1", ())


def test_the_colon_stays_in_the_names_and_out_of_the_list() -> None:
    m1 = record("MiniMax", ":", "Aili Chen")
    assert m1.names == ("MiniMax", ":", "Aili Chen")
    assert m1.author_list.names == (Group("MiniMax"), Person("Aili", "Chen"))


def test_a_colon_makes_a_group_of_what_reads_as_a_person() -> None:
    assert record("Foo Bar", ":", "Bo Fei").author_list.names[0] == Group("Foo Bar")


def test_affiliations_stay_with_their_author() -> None:
    authors = (RecordAuthor("X Team"), RecordAuthor(":"), RecordAuthor("Bo Fei", ["CfA", "MPI"]))
    m1 = arxiv_record(ArxivId("2506.13585", 1), "M1", authors)
    assert m1.has_affiliations
    assert [name.affiliations for name in m1.author_list] == [(), ("CfA", "MPI")]


def test_the_space_after_an_initial_is_tidied() -> None:
    m1 = record("H. -W. Hammer")
    assert m1.names == ("H. -W. Hammer",)
    assert m1.author_list.names == (Person("H.-W.", "Hammer"),)


@given(st.lists(st.text(max_size=12)))
def test_no_author_list_raises(names: list[str]) -> None:
    listed = record(*names).author_list
    assert len(listed) <= len(names)


def test_a_reference_to_the_paper() -> None:
    m1 = record(
        "MiniMax",
        ":",
        "Aili Chen",
        published=Date.of(2025, 6, 16),
        primary_category="cs.CL",
        doi=Doi("10.1000/journal"),
        source="arXiv API",
        retrieved="2026-01-02",
    )
    reference = m1.to_reference()
    assert reference.key == "minimax2025minimaxm1"
    assert (reference.arxiv, reference.url) == (
        ArxivId("2506.13585"),
        "https://arxiv.org/abs/2506.13585",
    )
    assert reference.doi == Doi("10.48550/arXiv.2506.13585")
    assert reference.issued == Date.of(2025, 6, 16)
    assert reference.extra == {"primaryclass": "cs.CL"}
    assert reference.provenance is not None
    assert reference.provenance.id == "2506.13585v1"


def test_a_reference_carries_no_affiliations() -> None:
    paper = arxiv_record(ArxivId("2506.13585", 1), "M1", (RecordAuthor("Bo Fei", ["CfA"]),))
    assert paper.to_reference().authors.names == (Person("Bo", "Fei"),)


def test_a_reference_to_one_version() -> None:
    reference = record("Bo Fei").to_reference("m1", version_cited=1)
    assert (reference.key, reference.arxiv) == ("m1", ArxivId("2506.13585", 1))
    assert reference.url == "https://arxiv.org/abs/2506.13585v1"
    with pytest.raises(InvalidReference, match="not of version 2"):
        record("Bo Fei").to_reference(version_cited=2)


@pytest.mark.parametrize(
    ("authors", "title", "key"),
    [
        ([Person("Peter", "With", non_dropping_particle="de")], "On the Edge", "with2025edge"),
        ([Person("Šárka", "Øster")], "A <i>B</i> of C", "oster2025b"),
        ([Person(family="陈爱丽")], "深度 nets", "chenaili2025shendu"),
        ([], "", "item2025"),
    ],
)
def test_citation_keys(authors: list[Person], title: str, key: str) -> None:
    assert key_for(Authors(authors), 2025, title) == key


@pytest.mark.parametrize(
    ("comment", "summary", "withdrawn"),
    [
        ("This paper has been withdrawn by the authors due to an error", "", True),
        ("12 pages; this submission has been withdrawn", "", True),
        ("Withdrawn", "", True),
        ("", "This article has been withdrawn by arXiv administrators.", True),
        ("12 pages", "We study how deposits are withdrawn from banks.", False),
        ("", "The offer in the paper market was withdrawn.", False),
    ],
)
def test_withdrawn(comment: str, summary: str, withdrawn: bool) -> None:
    assert looks_withdrawn(comment, summary) is withdrawn


def test_the_way_through_a_dict() -> None:
    m1 = record(
        "MiniMax",
        published=Date.of(2025, 6),
        categories=("cs.CL", "cs.LG"),
        summary="Text",
        is_withdrawn=True,
        about=["https://example.org/m1"],
    )
    assert record_from_values(record_to_values(m1)) == m1
    details = {name: text for name, text in m1.details.items() if name != "summary"}
    assert record_from_values(record_to_values(m1, summary=False)) == m1.evolve(details=details)


ARTICLE = Record(
    id=Doi("10.5555/Boats.1"),
    source="crossref",
    type="article-journal",
    title="Boats of <i>Paper</i>",
    titles=("Boats",),
    authors=(
        RecordAuthor("Ada de Byron", ("Dry Dock",), given="Ada", family="de Byron"),
        RecordAuthor("Paper Group", is_group=True),
        RecordAuthor("Bo Fei Jr.", given="Bo", family="Fei", suffix="Jr."),
    ),
    roles={"editor": (RecordAuthor("C. Lin"),)},
    dates={"issued": Date.of(2020, 3), "online": Date.of(2019, 12, 31)},
    fields={"container-title": "Journal of Boats", "volume": "3"},
    ids=(Pmid("7654321"),),
    notices=(Notice("retracted", Date.of(2021), Doi("10.5555/r"), "the publisher", "gone"),),
    relations=(Relation("preprint", ArxivId("2001.00001")),),
    is_partial=True,
    via="Crossref REST API",
    retrieved="2026-11-28",
)


def test_a_record_of_any_source_through_values() -> None:
    assert record_from_values(record_to_values(ARTICLE)) == ARTICLE


def test_a_record_of_an_article_as_a_reference() -> None:
    reference = ARTICLE.to_reference("b")
    assert reference.authors.names == (
        Person("Ada", "de Byron"),
        Group("Paper Group"),
        Person("Bo", "Fei", suffix="Jr."),
    )
    assert (reference.doi, reference.arxiv) == (Doi("10.5555/boats.1"), None)
    assert reference.url == ""
    assert reference.fields["PMID"] == "7654321"
    assert reference.editors.names == (Person("C.", "Lin"),)
    assert (ARTICLE.years, ARTICLE.version, ARTICLE.is_withdrawn) == ((2019, 2020), 0, True)


OLD: dict[str, object] = {
    "id": "2506.13585",
    "version": 1,
    "title": "MiniMax-M1: Scaling",
    "authors": ["Bo Fei", {"name": "Ada Byron", "affiliations": ["CfA"]}],
    "published": "2025-06-16",
    "primary_category": "cs.CL",
    "categories": ["cs.CL", "cs.LG"],
    "comment": "12 pages",
    "doi": "10.5555/boats",
    "withdrawn": True,
    "source": "arXiv API",
    "about": ["https://example.org/m1"],
}


def test_values_of_format_1() -> None:
    assert record_from_values(OLD) == arxiv_record(
        ArxivId("2506.13585", 1),
        "MiniMax-M1: Scaling",
        [RecordAuthor("Bo Fei"), RecordAuthor("Ada Byron", ["CfA"])],
        published=Date.of(2025, 6, 16),
        primary_category="cs.CL",
        categories=("cs.CL", "cs.LG"),
        comment="12 pages",
        doi=Doi("10.5555/boats"),
        is_withdrawn=True,
        source="arXiv API",
        about=["https://example.org/m1"],
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": "arXiv:2513.00001v1"}, "month 13"),
        ({"id": 1}, "'id' is 1, expected a text"),
        ({"source": None}, "'source' is None"),
        ({"authors": ["A", 3]}, "neither a name nor"),
        ({"authors": [{"name": "Bo", "family": 3}]}, "neither a name nor"),
        ({"authors": [{"name": "Bo", "role": "x"}]}, "neither a name nor"),
        ({"dates": {"issued": "2025-13"}}, "'issued': month 13"),
        ({"dates": ["2025"]}, "expected ISO dates by kind"),
        ({"fields": {"volume": 3}}, "expected texts by name"),
        ({"ids": ["x"]}, "'ids': 'x' is not an identifier"),
        ({"notices": [{"date": "2025"}]}, "'notices' holds"),
        ({"relations": [{"kind": "version", "id": "x"}]}, "'relations': 'x' is not an identifier"),
        ({"more": 1}, "'more' is not known"),
    ],
)
def test_what_is_wrong_in_values_is_named(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        record_from_values({**record_to_values(ARTICLE), **change})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"version": "1"}, "'version' is '1', expected a number"),
        ({"version": True}, "'version' is True, expected a number"),
        ({"version": 0}, "versions begin with 1"),
        ({"id": "2513.00001"}, "month 13"),
        ({"authors": "Bo Fei"}, "expected a list"),
        ({"authors": [{"name": "Bo", "affiliations": "CfA"}]}, "neither a name nor"),
        ({"published": "2025-13"}, "'published': month 13"),
        ({"autors": []}, "'autors' is not known"),
        ({"about": [1]}, "expected a list of texts"),
        ({"doi": "x"}, "not a DOI"),
    ],
)
def test_what_is_wrong_in_values_of_format_1_is_named(
    change: dict[str, object], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        record_from_values({**OLD, **change})


def test_tex_in_a_title_and_a_name_is_read() -> None:
    listed = (RecordAuthor('J\\"urgen Fei'),)
    paper = arxiv_record(ArxivId("2506.13585", 1), 'Schr\\"odinger -- a $\\alpha$ < b', listed)
    reference = paper.to_reference()
    assert reference.title.startswith("Schrödinger – a ")
    assert reference.title.endswith(" < b")
    assert reference.authors.names == (Person("Jürgen", "Fei"),)
    assert paper.names == ('J\\"urgen Fei',)
