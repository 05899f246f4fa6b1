"""Records: what they keep, how they read as lists and references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.arxiv import ArxivRecord, RecordAuthor
from refcore.arxiv.record import looks_withdrawn
from refcore.errors import InvalidIdentifier, InvalidReference
from refcore.model import ArxivId, Authors, Date, Doi, Group, Person
from refcore.model.keys import key_for


def record(*names: str, **more: object) -> ArxivRecord:
    authors = tuple(RecordAuthor(name) for name in names)
    return ArxivRecord(ArxivId("2506.13585", 1), "MiniMax-M1: Scaling", authors, **more)


def test_a_record_is_of_one_version() -> None:
    with pytest.raises(InvalidIdentifier, match="of one version"):
        ArxivRecord(ArxivId("2506.13585"), "M1", ())


def test_the_colon_stays_in_the_names_and_out_of_the_list() -> None:
    m1 = record("MiniMax", ":", "Aili Chen")
    assert m1.names == ("MiniMax", ":", "Aili Chen")
    assert m1.author_list.names == (Group("MiniMax"), Person("Aili", "Chen"))


def test_a_colon_makes_a_group_of_what_reads_as_a_person() -> None:
    assert record("Foo Bar", ":", "Bo Fei").author_list.names[0] == Group("Foo Bar")


def test_affiliations_stay_with_their_author() -> None:
    authors = (RecordAuthor("X Team"), RecordAuthor(":"), RecordAuthor("Bo Fei", ["CfA", "MPI"]))
    m1 = ArxivRecord(ArxivId("2506.13585", 1), "M1", authors)
    assert m1.has_affiliations
    assert [name.affiliations for name in m1.author_list] == [(), ("CfA", "MPI")]


def test_the_space_behind_an_initial_is_tidied() -> None:
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
    paper = ArxivRecord(ArxivId("2506.13585", 1), "M1", (RecordAuthor("Bo Fei", ["CfA"]),))
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
    assert ArxivRecord.from_dict(m1.to_dict()) == m1
    assert ArxivRecord.from_dict(m1.to_dict(summary=False)) == m1.evolve(summary="")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"version": "1"}, "'version' is '1', expected a number"),
        ({"version": True}, "'version' is True, expected a number"),
        ({"version": 0}, "versions begin with 1"),
        ({"id": "2513.00001"}, "month 13"),
        ({"authors": "Bo Fei"}, "expected a list"),
        ({"authors": [{"name": "Bo"}]}, "neither a name nor"),
        ({"authors": [{"name": "Bo", "affiliations": "CfA"}]}, "neither a name nor"),
        ({"published": "2025-13"}, "'published': month 13"),
        ({"autors": []}, "'autors' is not known"),
        ({"about": [1]}, "expected a list of texts"),
        ({"doi": "x"}, "not a DOI"),
    ],
)
def test_what_is_wrong_in_a_dict_is_named(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        ArxivRecord.from_dict({**record("Bo Fei").to_dict(), **change})


def test_tex_in_a_title_and_a_name_is_read() -> None:
    listed = (RecordAuthor('J\\"urgen Fei'),)
    paper = ArxivRecord(ArxivId("2506.13585", 1), 'Schr\\"odinger -- a $\\alpha$ < b', listed)
    reference = paper.to_reference()
    assert reference.title.startswith("Schrödinger – a ")
    assert reference.title.endswith(" < b")
    assert reference.authors.names == (Person("Jürgen", "Fei"),)
    assert paper.names == ('J\\"urgen Fei',)
