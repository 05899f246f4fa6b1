"""Merging: the union of what references say, and every contradiction named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore import (
    ArxivId,
    Authors,
    Date,
    Doi,
    Location,
    Orcid,
    Person,
    Reference,
    loads,
    merge,
)
from refcore.errors import InvalidReference

ANN, BO = Person("Ann", "Lee"), Person("Bo", "Wu")


def book(key: str, **parts) -> Reference:
    return Reference(key, "book", parts.pop("title", "One"), **parts)


def test_the_union_of_fields_under_the_first_key() -> None:
    place = Location("a.bib", 3)
    a = book("a", fields={"volume": "1"}, location=place, extra={"mine": "x"})
    b = book("b", fields={"page": "1–9"}, url="https://x.org", names={"editor": Authors([BO])})
    c = book(
        "c", dates={"accessed": Date.of(2020)}, doi=Doi("10.1000/1"), arxiv=ArxivId("1706.03762")
    )
    merged = merge([a, b, c])
    assert merged.conflicts == ()
    assert merged.reference == a.evolve(
        fields={"volume": "1", "page": "1–9"},
        url="https://x.org",
        names={"editor": Authors([BO])},
        dates={"accessed": Date.of(2020)},
        doi=Doi("10.1000/1"),
        arxiv=ArxivId("1706.03762"),
        extra={"mine": "x", "ids": "b,c"},
    )
    assert merged.reference.location == place


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (Date.of(2020), Date.of(2020, 3), Date.of(2020, 3)),
        (Date.of(2020, 3, 1), Date.of(2020), Date.of(2020, 3, 1)),
        (Date.of(2020, season=1), Date.of(2020), Date.of(2020, season=1)),
        (Date.of(2020, circa=True), Date.of(2020), Date.of(2020)),
        (Date(literal="spring 2020"), Date.of(2020), Date.of(2020)),
        (Date.of(2020), Date.parse("2020/2021"), Date.parse("2020/2021")),
        (None, Date.of(2020), Date.of(2020)),
    ],
)
def test_the_most_exact_date_is_taken(one: Date | None, other: Date, kept: Date) -> None:
    merged = merge([book("a", issued=one), book("b", issued=other)])
    assert (merged.reference.issued, merged.conflicts) == (kept, ())


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (Authors([ANN], others=True), Authors([ANN, BO]), Authors([ANN, BO])),
        (Authors([ANN, BO]), Authors([ANN], others=True), Authors([ANN, BO])),
        (Authors([Person("A.", "Lee"), BO]), Authors([ANN, BO]), Authors([ANN, BO])),
        (Authors(), Authors([ANN]), Authors([ANN])),
        (
            Authors([ANN, BO], others=True),
            Authors([ANN], others=True),
            Authors([ANN, BO], others=True),
        ),
    ],
)
def test_the_longest_list_of_authors_is_taken(one: Authors, other: Authors, kept: Authors) -> None:
    merged = merge([book("a", authors=one), book("b", authors=other)])
    assert (merged.reference.authors, merged.conflicts) == (kept, ())


def test_a_name_keeps_what_each_list_knows_of_it() -> None:
    orcid = Orcid("0000-0002-1825-0097")
    one = Authors([Person("Ann", "Lee", affiliations=["MIT"])])
    other = Authors([Person("Ann", "Lee", orcid=orcid)])
    merged = merge([book("a", authors=one), book("b", authors=other)]).reference
    assert merged.authors[0] == Person("Ann", "Lee", orcid=orcid, affiliations=["MIT"])


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("author", {"authors": Authors([ANN, BO])}, {"authors": Authors([BO, ANN])}),
        ("author", {"authors": Authors([ANN])}, {"authors": Authors([ANN, BO])}),
        ("issued", {"issued": Date.of(2020)}, {"issued": Date.of(2021)}),
        ("issued", {"issued": Date.of(2020, 2)}, {"issued": Date.of(2020, 3)}),
        ("title", {"title": "One"}, {"title": "Another"}),
        ("DOI", {"doi": Doi("10.1000/1")}, {"doi": Doi("10.1000/2")}),
        ("arxiv", {"arxiv": ArxivId("1706.03762", 1)}, {"arxiv": ArxivId("1706.03762", 2)}),
        ("volume", {"fields": {"volume": "1"}}, {"fields": {"volume": "2"}}),
        ("edition", {"fields": {"edition": "2"}}, {"fields": {"edition": "Third"}}),
        ("page", {"fields": {"page": "1-9"}}, {"fields": {"page": "1-19"}}),
        ("publisher", {"fields": {"publisher": "Wiley"}}, {"fields": {"publisher": "Elsevier"}}),
        (
            "container-title",
            {"fields": {"container-title": "Nature"}},
            {"fields": {"container-title": "Science"}},
        ),
        ("URL", {"url": "https://a.org"}, {"url": "https://b.org"}),
        ("note", {"fields": {"note": "yes"}}, {"fields": {"note": "no way"}}),
    ],
)
def test_a_contradiction_is_named_and_the_first_kept(field: str, one: dict, other: dict) -> None:
    first = book("a", **one)
    merged = merge([first, book("b", location=Location("b.bib", 7), **other)])
    assert merged.reference == first.evolve(extra={"ids": "b"})
    (conflict,) = merged.conflicts
    assert (conflict.key, conflict.field, str(conflict.location)) == ("a", field, "b.bib:7")
    assert "in 'b' contradicts" in conflict.message


@pytest.mark.parametrize(
    ("field", "one", "other", "kept"),
    [
        ("page", "41–52", "41--52", "41–52"),
        ("page", "41", "41–52", "41–52"),
        ("container-title", "J. of Keys", "J. OF KEYS", "J. of Keys"),
        ("keyword", "fish, food", "Food; fun", "fish, food, fun"),
        ("abstract", "Short.", "Short. And more.", "Short. And more."),
        ("container-title", "J. Sand", "Journal of Sand", "Journal of Sand"),
        ("container-title", "Physical Review D", "Phys. Rev. D", "Physical Review D"),
        ("edition", "2nd", "Second", "2nd"),
        ("ISBN", "0-306-40615-2", "978-0-306-40615-7", "978-0-306-40615-7"),
        ("ISSN", "1234-5678", "12345678", "1234-5678"),
        ("issue", "3", "03", "3"),
        ("page", "101-9", "101-109", "101-109"),
        ("publisher", "CUP", "Cambridge University Press", "Cambridge University Press"),
        ("volume", "12", "XII", "12"),
    ],
)
def test_values_that_say_the_same_are_no_contradiction(field, one, other, kept) -> None:
    merged = merge([book("a", fields={field: one}), book("b", fields={field: other})])
    assert (merged.reference.fields[field], merged.conflicts) == (kept, ())


def test_what_was_published_goes_before_the_preprint() -> None:
    library = loads(
        "@misc{p, title={Keys}, author={Ann Lee}, date={2019-05}, eprint={1905.00001},"
        " archiveprefix={arXiv}, doi={10.48550/arXiv.1905.00001}}"
        "@article{j, title={Keys}, author={Ann Lee}, date={2020}, journal={J. Keys},"
        " doi={10.1000/1}}",
        "bibtex",
    )
    merged = merge(library)
    paper = merged.reference
    assert (paper.key, paper.type, paper.year) == ("p", "article-journal", 2020)
    assert (paper.arxiv, paper.doi) == (ArxivId("1905.00001"), Doi("10.1000/1"))
    assert [conflict.field for conflict in merged.conflicts] == ["issued"]


def test_merging_one_changes_nothing_and_none_is_refused() -> None:
    assert merge([book("a")]).reference == book("a")
    with pytest.raises(InvalidReference):
        merge([])


texts = st.sampled_from(["", "1", "2", "41", "41–52", "Öl", "—", "a, b"])
parts = st.fixed_dictionaries(
    {
        "title": texts,
        "url": texts,
        "fields": st.dictionaries(st.sampled_from(["page", "volume", "note", "keyword"]), texts),
        "extra": st.dictionaries(st.sampled_from(["mine", "entrytype"]), texts),
        "issued": st.sampled_from(
            [None, Date.of(2020), Date.of(2020, 3), Date(literal="x"), Date.parse("../2020")]
        ),
        "authors": st.builds(
            Authors, st.lists(st.sampled_from([ANN, BO]), max_size=3), st.booleans()
        ),
    }
)


@given(st.lists(parts, min_size=1, max_size=4))
def test_any_references_can_be_merged(given_parts: list[dict]) -> None:
    held = [book(f"k{place}", **dict(part)) for place, part in enumerate(given_parts)]
    merged = merge(held).reference
    assert merged.key == "k0"
    assert bool(merged.title) == any(item.title for item in held)
    for name in {name for item in held for name in item.fields}:
        assert bool(merged.fields[name]) == any(item.fields.get(name) for item in held)
    assert merge([merged, *held]).reference == merged


def test_the_keys_of_all_stay_as_aliases() -> None:
    one, two = book("a", extra={"ids": "old"}), book("b", extra={"ids": "older, a"})
    assert merge([one, two]).reference.extra["ids"] == "old,b,older"
