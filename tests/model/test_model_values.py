import pytest

import refcore
from refcore.diagnostics import Location
from refcore.errors import (
    DuplicateKey,
    InvalidDate,
    InvalidName,
    InvalidReference,
    RefcoreError,
    UnknownKey,
)
from refcore.model import (
    ArxivId,
    Authors,
    Date,
    Doi,
    Group,
    Library,
    Moment,
    Person,
    Provenance,
    Reference,
)


def test_a_name_is_kept_in_parts() -> None:
    person = Person("Ludwig", "Beethoven", non_dropping_particle="van", suffix="Jr")
    assert person.name == "Ludwig van Beethoven Jr"
    assert person.full_family == "van Beethoven"
    assert repr(Person(family="Loki")) == "Person('', 'Loki')"
    assert Person("  Bo ", "Fei\n") == Person("Bo", "Fei")


def test_names_without_content_are_refused() -> None:
    for make in (lambda: Person(" ", ""), lambda: Group("  ")):
        with pytest.raises(InvalidName):
            make()
    with pytest.raises(InvalidName, match="read_author_list reads names as text"):
        Authors(["Bo Fei"])  # type: ignore[list-item]
    for count in (0, -3):
        with pytest.raises(InvalidName):
            Authors(others=count)


def test_and_others_is_not_and_one_other() -> None:
    some, one = Authors(others=True), Authors(others=1)
    assert some != one
    assert some == Authors(others=True)
    assert hash(some) == hash(Authors(others=True))
    assert (str(some), str(one)) == ("et al.", "and 1 more")


def test_authors_tell_people_from_groups() -> None:
    authors = Authors([Group("MiniMax"), Person("Bo", "Fei")], others=3)
    assert (authors.groups, authors.people) == ((Group("MiniMax"),), (Person("Bo", "Fei"),))
    assert authors[0] == Group("MiniMax")
    assert authors[1:] == (Person("Bo", "Fei"),)
    assert Person("Bo", "Fei") in authors


@pytest.mark.parametrize(
    "text",
    ["2025", "2025-06", "2025-06-16", "2019/2020", "2019-03/..", "../2020", "2019-24", "1650~"],
)
def test_dates_print_as_they_were_read(text: str) -> None:
    assert Date.parse(text).iso == text


@pytest.mark.parametrize(
    "text", ["2025-13", "2025-02-30", "soon", "", "/", "../..", "2020/2019", "2019/2020/2021"]
)
def test_impossible_dates_are_refused(text: str) -> None:
    with pytest.raises(InvalidDate):
        Date.parse(text)


def test_a_date_is_never_more_exact_than_its_source() -> None:
    date = Date.parse("2025-06")
    assert (date.year, date.month, date.day) == (2025, 6, None)
    assert Date.parse("2019-21").season == 1
    assert Date.parse("2019-21").month is None
    assert Date.from_text("in press").literal == "in press"
    assert Date.parse("-0044-03-15").start == Moment(-44, 3, 15)
    with pytest.raises(InvalidDate):
        Date(literal="x", start=Moment(2000))
    with pytest.raises(InvalidDate):
        Date.of(2025, None, 3)


def test_references_are_hashable_values() -> None:
    one = Reference("a", "book", "T", fields={"publisher": "P"}, names={"editor": Authors()})
    two = Reference(
        "a",
        "book",
        "T",
        fields={"publisher": "P"},
        names={"editor": Authors()},
        provenance=Provenance("arXiv"),
        location=Location("x.bib", 3),
    )
    assert one == two
    assert hash(one) == hash(two)
    assert one.evolve(title="U") != one


@pytest.mark.parametrize(
    "bad",
    [
        {"key": ""},
        {"key": " a"},
        {"key": "a", "type": "preprint"},
        {"key": "a", "names": {"boss": Authors()}},
        {"key": "a", "names": {"author": Authors()}},
        {"key": "a", "dates": {"issued": Date.of(2020)}},
        {"key": 5},
        {"key": "a", "title": 5},
        {"key": "a", "extra": 5},
        {"key": "a", "extra": {"note": 5}},
        {"key": "a", "fields": {"volume": None}},
    ],
)
def test_impossible_references_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(InvalidReference):
        Reference(**bad)  # type: ignore[arg-type]


def test_the_arxiv_id_is_found_in_doi_and_address() -> None:
    wanted = ArxivId("2506.13585")
    assert Reference("a", doi=wanted.doi).arxiv_from_any == wanted
    assert Reference("a", url="https://arxiv.org/abs/2506.13585").arxiv_from_any == wanted
    assert Reference("a", url="https://arxiv.org/list/cs").arxiv_from_any is None
    assert Reference("a").arxiv_from_any is None


def test_a_library_finds_by_key_id_and_doi() -> None:
    one = Reference("a", arxiv=ArxivId("2506.13585", 1), doi=Doi("10.1000/X"))
    two = Reference("A", arxiv=ArxivId("2506.13585", 2))
    library = Library([one, two])
    assert library["a"] is one
    assert library["A"] is two
    assert library.by_arxiv("2506.13585v2") is two
    assert library.by_arxiv("2506.13585") is one
    assert library.by_doi("10.1000/x") is one
    assert library.keys() == ("a", "A")
    for miss in (lambda: library["b"], lambda: library.by_arxiv("2506.13585v3")):
        with pytest.raises(UnknownKey):
            miss()


def test_a_second_key_names_both() -> None:
    library = Library([Reference("a", title="One", location=Location("x.bib", 3))])
    with pytest.raises(DuplicateKey, match=r"'One' \(x.bib:3\) holds it, 'Two' \(x.bib:9\)"):
        library.add(Reference("a", title="Two", location=Location("x.bib", 9)))
    with pytest.raises(KeyError):
        library.add(Reference("a"))


def test_replacing_and_removing_keep_the_lookups_true() -> None:
    library = Library([Reference("a", doi=Doi("10.1000/x")), Reference("b")])
    library.replace(Reference("a", doi=Doi("10.1000/y")))
    with pytest.raises(UnknownKey):
        library.by_doi("10.1000/x")
    assert library.by_doi("10.1000/y").key == "a"
    assert library.keys() == ("a", "b")
    library.remove("a")
    assert [reference.key for reference in library] == ["b"]
    with pytest.raises(RefcoreError):
        library.replace(Reference("a"))


@pytest.mark.parametrize(
    ("journal", "volume", "expected"),
    [
        ("CoRR", "abs/1706.03762", "1706.03762"),
        ("CoRR", "cs.CL/0109015", "cs/0109015"),
        ("CoRR", "12", None),
        ("Nature", "abs/1706.03762", None),
        ("arXiv preprint", "arXiv:1412.6980", "1412.6980"),
        ("arXiv e-prints", "1412.6980v9", "1412.6980v9"),
        ("ArXiv", "abs/1412.6980", "1412.6980"),
        ("arXiv.org", "hep-th/9711200", "hep-th/9711200"),
        ("Computing Research Repository", "abs/1412.6980", "1412.6980"),
        ("arXiv preprint", "1412", None),
        ("arXiv Review", "1412.6980", None),
    ],
)
def test_volume_of_corr_is_an_arxiv_id(journal: str, volume: str, expected: str | None) -> None:
    found = Reference("a", fields={"container-title": journal, "volume": volume}).arxiv_from_any
    assert (None if found is None else str(found)) == expected


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("page", "arXiv:1412.6980", "1412.6980"),
        ("page", "arXiv-1412", None),
        ("page", "1-12", None),
        ("issue", "1412.6980", "1412.6980"),
        ("number", "arXiv:math/0211159", "math/0211159"),
    ],
)
def test_place_in_arxiv_is_an_arxiv_id(field: str, text: str, expected: str | None) -> None:
    found = Reference("a", fields={"container-title": "arXiv e-prints", field: text})
    assert (str(found.arxiv_from_any) if found.arxiv_from_any else None) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.alphaxiv.org/abs/1412.6980", "1412.6980"),
        ("https://alphaxiv.org/overview/1412.6980v2", "1412.6980v2"),
        ("https://ar5iv.org/html/1412.6980", "1412.6980"),
        ("https://huggingface.co/papers/1412.6980", "1412.6980"),
        ("https://scirate.com/arxiv/1412.6980", "1412.6980"),
        ("https://ui.adsabs.harvard.edu/abs/arXiv:1412.6980", "1412.6980"),
        ("https://doi.org/10.48550/arXiv.1412.6980", "1412.6980"),
        ("https://huggingface.co/models/1412.6980", None),
        ("https://example.org/abs/1412.6980", None),
        ("", None),
    ],
)
def test_address_by_arxiv_id_states_it(url: str, expected: str | None) -> None:
    found = Reference("a", url=url).arxiv_from_any
    assert (None if found is None else str(found)) == expected


@pytest.mark.parametrize(
    "call",
    [
        lambda: refcore.bibliography("refs.bib"),
        lambda: refcore.dumps("refs.bib"),
        lambda: refcore.dumps(["refs.bib"], "ris"),
        lambda: refcore.losses("refs.bib", "ris"),
        lambda: refcore.Library(["refs.bib"]),
        lambda: refcore.Library().add(5),
    ],
)
def test_what_is_not_a_reference_is_named(call) -> None:
    with pytest.raises(TypeError, match="expected a Reference, found "):
        call()


def test_a_date_of_numbers_says_how_to_make_one() -> None:
    with pytest.raises(InvalidDate, match=r"Date\.of\(2025, 6, 16\) takes numbers"):
        refcore.Date(2020, 13)
