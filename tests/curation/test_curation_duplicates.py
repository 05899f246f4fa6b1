"""Duplicates: what is one work, what is not, and that it does not take every pair."""

from collections.abc import Callable

import pytest

from refcore import ArxivId, Authors, Date, Doi, Person, Reference, find_duplicates, loads
from refcore.curation import DuplicateReason
from refcore.curation.union import merge_duplicates

TITLE = "Attention Is All You Need"
NAMES = "Vaswani, Ashish and Shazeer, Noam and Parmar, Niki"


def entries(*texts: str):
    return loads("\n".join(texts), "bibtex")


def entry(key: str, title: str = TITLE, authors: str = NAMES, more: str = "") -> str:
    return f"@article{{{key}, title = {{{title}}}, author = {{{authors}}}, {more}}}"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("doi = {10.1000/ABC}", "doi = {https://doi.org/10.1000/abc}", DuplicateReason.DOI),
        ("eprint = {1706.03762v1}", "eprint = {1706.03762v7}", DuplicateReason.ARXIV),
        ("eprint = {1706.03762}", "doi = {10.48550/arXiv.1706.03762}", DuplicateReason.ARXIV),
        (
            "eprint = {1706.03762}",
            "url = {https://arxiv.org/pdf/1706.03762v2}",
            DuplicateReason.ARXIV,
        ),
    ],
)
def test_one_identifier_is_one_work(one: str, other: str, reason: DuplicateReason) -> None:
    kind = "archiveprefix = {arXiv}, "
    library = entries(
        entry("a", "One", "A", kind + one), entry("x"), entry("b", "Two", "B", kind + other)
    )
    (found,) = find_duplicates(library)
    assert found.keys == ("a", "b")
    assert found.reasons == (reason,)


@pytest.mark.parametrize(
    "other",
    [
        entry("b", "{Attention} is all you need!"),
        entry("b", "\\emph{Attention} Is All\n You Need"),
        entry("b", authors="A. Vaswani and N. Shazeer and N. Parmar"),
        entry("b", authors="Ashish Vaswani and others"),
        entry("b", more="journal={J}, volume=2, pages={9}"),
        entry("b", more="year = 2019, doi = {10.1000/1}"),
        entry("b", authors="Vasw{\\'a}ni, Ashish and Shazeer, N. and Parmar, Niki"),
    ],
)
def test_one_title_by_the_same_authors_is_one_work(other: str) -> None:
    (found,) = find_duplicates(
        entries(entry("a", more="year = 2017, journal={J}, volume=1, pages={9--12}"), other)
    )
    assert found.reasons == (DuplicateReason.TITLE,)
    assert str(found) == "a, b: the same title and authors"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("a"), entry("b", authors="Vaswani, Ashish and Shazeer, Noam")),
        (entry("a"), entry("b", authors="Vaswani, Anna and Shazeer, Noam and Parmar, Niki")),
        (entry("a"), entry("b", authors="")),
        (entry("a"), entry("b", TITLE + " Again")),
        (entry("a", more="doi={10.1000/1}"), entry("b", more="doi={10.1000/2}")),
        (entry("a", "Editorial", more="year=2019"), entry("b", "Editorial", more="year=2020")),
        (entry("a", ""), entry("b", "")),
        (
            entry("a", more="journal={J}, volume=1, number=2, pages={3--4}"),
            entry("b", more="journal={J}, volume=1, number=3, pages={9}"),
        ),
        (
            entry("a", more="journal={J}, volume=1, number=2, pages={2}"),
            entry("b", more="journal={J}, volume=1, number=3, pages={2}"),
        ),
        (entry("a"), "@set{b, entryset={a, c}}"),
        (entry("a", authors="", more="year=2019"), entry("b", authors="", more="year=2020")),
    ],
)
def test_what_differs_is_not_one_work(one: str, other: str) -> None:
    assert find_duplicates(entries(one, other)) == ()


def test_reasons_join_groups() -> None:
    a = Reference("a", title="One", doi=Doi("10.1000/1"))
    b = Reference("b", title="Two", doi=Doi("10.1000/1"), arxiv=ArxivId("1706.03762"))
    c = Reference("c", title="Three", arxiv=ArxivId("1706.03762", 2))
    (found,) = find_duplicates([a, b, c])
    assert found.keys == ("a", "b", "c")
    assert found.reasons == (DuplicateReason.DOI, DuplicateReason.ARXIV)


def test_references_of_one_key_from_two_files_are_told_apart() -> None:
    one, two = Reference("x", title="A"), Reference("x", title="B")
    assert find_duplicates([one, two]) == ()
    assert find_duplicates([one, two, one])[0].references == (one, one)


def many(count: int) -> list[Reference]:
    return [
        Reference(
            f"k{place}",
            title="Editorial" if place % 2 else f"A title with the number {place}",
            authors=Authors([Person("Ann", "Lee")]),
            issued=Date.of(2000),
            doi=Doi(f"10.1000/{place}"),
        )
        for place in range(count)
    ]


def test_the_time_grows_with_the_number_of_references(
    seconds_of: Callable[[Callable[[], object]], float],
) -> None:
    def seconds(count: int) -> float:
        references = many(count)
        assert find_duplicates(references) == ()
        return seconds_of(lambda: find_duplicates(references))

    assert seconds(8000) < 8 * seconds(1000) * 3 + 0.2


def test_a_union_holds_every_work_once_and_every_key_once() -> None:
    mine = loads(
        entry("a", more="doi={10.1000/1}") + "@misc{b, title={B}}", "bibtex", path="mine.bib"
    )
    theirs = loads(
        "@misc{b, title={Another}}"
        + entry("v", more="doi={10.1000/1}, volume = 3")
        + "@misc{c, related={v, b}}",
        "bibtex",
        path="theirs.bib",
    )
    references = [*mine, *theirs]
    library = merge_duplicates(references, find_duplicates(references))
    assert library.keys() == ("a", "b", "ba", "c")
    assert library["a"].fields["volume"] == "3"
    assert library["c"].extra["related"] == "a, ba"
    assert any("another work has the key 'b'" in str(found) for found in library.diagnostics)
