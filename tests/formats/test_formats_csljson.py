import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies_formats import references

from refcore import (
    ArxivId,
    Authors,
    Date,
    Doi,
    Group,
    Library,
    Orcid,
    Person,
    Reference,
    bibliography,
    loads,
)
from refcore.errors import UnreadableInput
from refcore.formats.csljson import item_to_reference, read, reference_to_item, write


def one(**item: Any) -> Reference:
    return item_to_reference({"id": "x", "type": "article", **item})[0]


def found_in(**item: Any) -> list[str]:
    return [str(entry) for entry in item_to_reference({"id": "x", "type": "book", **item})[1]]


@given(references)
def test_written_and_read_is_the_same(reference: Reference) -> None:
    library = read(write([reference]))
    assert list(library) == [reference]
    assert not library.diagnostics


@given(references)
def test_an_item_is_plain_json(reference: Reference) -> None:
    item = reference_to_item(reference)
    assert json.loads(json.dumps(item)) == item
    assert item_to_reference(item)[0] == reference


def test_provenance_goes_along() -> None:
    from refcore import Provenance

    origin = Provenance("arXiv", "2506.13585v1", "2026-01-01")
    library = read(write([Reference("a", provenance=origin)]))
    assert library["a"].provenance == origin


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["arXiv", "2506.13585", "others", "2019/2020", "0"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "id type title author editor issued accessed date-parts season circa literal raw "
                "family given custom refcore others orcid dates fields extra provenance DOI URL "
                "number eprint archive archive_location note volume items arxiv".split()
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(st.lists(json_values, max_size=3) | json_values)
def test_any_json_is_read(value: Any) -> None:
    library = read(json.dumps(value))
    assert list(read(write(library))) == list(library)


@given(st.text(max_size=40) | st.text('[]{},:"0123456789eE+-.tfn \n', max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(UnreadableInput):
        assert isinstance(read(text), Library)


def test_a_fault_is_told_with_line_and_column() -> None:
    with pytest.raises(UnreadableInput, match=r"refs\.json:2:11: not JSON"):
        read('[{"id": "a"},\n {"id": 1 "type": "book"}]', "refs.json")
    with pytest.raises(UnreadableInput, match="extra text"):
        read("[] []")


@pytest.mark.parametrize(
    "text", ["[" * 200_000, '{"a":' * 200_000, '[{"id":1,"volume":' + "[" * 900]
)
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput):
        read(text)


@pytest.mark.parametrize("depth", [200, 400, 600, 800, 900, 940, 960, 980])
def test_nesting_near_the_limit_is_read_or_refused(depth: int) -> None:
    nested = "[" * depth + "]" * depth
    with contextlib.suppress(UnreadableInput):
        assert read(f'[{{"id": 1, "type": "book", "volume": {nested}}}]').diagnostics


def test_numbers_as_written() -> None:
    library = read('[{"id": 12, "type": "book", "volume": 1.50, "issue": 1e999, "page": NaN}]')
    assert library["12"].fields == {"volume": "1.50", "issue": "1e999"}
    assert [str(entry) for entry in library.diagnostics] == [
        "line 1: 12: page: NaN is not a JSON number; left out"
    ]
    huge = "9" * 6000
    assert read(f'[{{"id": {huge}, "volume": {huge}}}]')[huge].fields["volume"] == huge


def test_lines_and_keys_are_told() -> None:
    text = '[\n  {"id": "a", "type": "book"},\n  3,\n  {"type": "scroll", "type": "roll"}\n]'
    assert [str(entry) for entry in read(text, "r.json").diagnostics] == [
        "r.json:3: item 2 is a number, expected an object; left out",
        "r.json:4: item: type: occurs twice; the last value counts",
        "r.json:4: id: an item without an id; it becomes 'item'",
        "r.json:4: item: type: 'roll' is not a CSL type; read as document",
    ]


def test_one_item_and_wrapped_items() -> None:
    assert read('{"id": "a", "type": "book"}').keys() == ("a",)
    assert read('{"items": [{"id": "a"}, {"id": "b"}]}').keys() == ("a", "b")
    assert read("[]").keys() == ()


def test_double_ids_are_kept_apart() -> None:
    library = read('[{"id": "a"}, {"id": "a-2"}, {"id": "a"}]')
    assert library.keys() == ("a", "a-2", "a-3")
    assert any("already used" in entry.message for entry in library.diagnostics)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date-parts": [[2025, 6, 16]]}, Date.of(2025, 6, 16)),
        ({"date-parts": [["2025", "06"]]}, Date.of(2025, 6)),
        ({"date-parts": [[2019, 5], [2020]]}, Date.parse("2019-05/2020")),
        ({"date-parts": [[2019], [0]]}, Date.parse("2019/..")),
        ({"date-parts": [[2019]], "season": "Winter"}, Date.of(2019, season=4)),
        ({"date-parts": [[2019]], "season": 1}, Date.of(2019, season=1)),
        ({"date-parts": [[1650]], "circa": 1}, Date.of(1650, circa=True)),
        ({"date-parts": [[1650]], "circa": "false"}, Date.of(1650)),
        ({"date-parts": [[-44, 3, 15]]}, Date.of(-43, 3, 15)),
        ({"date-parts": [[-1]]}, Date.of(0)),
        ({"date-parts": [[-45, 2, 29]]}, Date.of(-44, 2, 29)),
        ({"date-parts": [[-510], [-27]]}, Date.parse("-0509/-0026")),
        ({"date-parts": [[1]]}, Date.of(1)),
        ({"date-parts": [[2025, 2, 30]]}, Date.of(2025, 2)),
        ({"date-parts": [2025, 6]}, Date.of(2025, 6)),
        ({"date-parts": [[2020], [2019]]}, Date(literal="2020/2019")),
        ({"literal": "in press"}, Date(literal="in press")),
        ({"raw": "2025/06/16"}, Date.of(2025, 6, 16)),
        ({"raw": "Spring 2020"}, Date.parse("2020-21")),
        ({"raw": "about then"}, Date(literal="about then")),
        ("2020-21/2020-22", Date.parse("2020-21/2020-22")),
        ("2004?", Date.parse("2004?")),
        (2004, Date.of(2004)),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": [[True]]}, None),
        ({"date-parts": {}}, None),
        ({}, None),
        ([], None),
        (False, None),
    ],
)
def test_dates(value: Any, expected: Date | None) -> None:
    assert one(issued=value).issued == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([{"family": "Li", "given": "Bo"}], [Person("Bo", "Li")]),
        ([{"given": "Plato"}], [Person("Plato")]),
        (
            [{"family": "With", "non-dropping-particle": "de", "suffix": "Jr."}],
            [Person("", "With", non_dropping_particle="de", suffix="Jr.")],
        ),
        ([{"literal": "MiniMax"}], [Group("MiniMax")]),
        ([{"name": "CERN"}], [Group("CERN")]),
        ({"family": "Li"}, [Person("", "Li")]),
        (["Bo Li"], [Person("Bo", "Li")]),
        ([{"family": None, "given": None}, {"family": "Li"}], [Person("", "Li")]),
        ([None, 3, {"family": 4}], [Person("", "4")]),
        (
            [{"family": "Li", "ORCID": "http://orcid.org/0000-0002-1825-0097"}],
            [Person("", "Li", orcid=Orcid("0000-0002-1825-0097"))],
        ),
        (
            [{"family": "Li", "affiliation": [{"name": "CERN"}]}],
            [Person("", "Li", affiliations=("CERN",))],
        ),
    ],
)
def test_names(value: Any, expected: list[Any]) -> None:
    assert one(author=value).authors == Authors(expected)


def test_others_are_read_from_a_last_name() -> None:
    assert one(author=[{"family": "Li"}, {"literal": "others"}]).authors.others is True
    counted = Reference("a", authors=Authors([Person("Bo", "Li")], others=27))
    assert reference_to_item(counted)["custom"] == {"refcore": {"others": {"author": 27}}}


@pytest.mark.parametrize(
    "stated",
    [
        {"number": "arXiv:2506.13585v1"},
        {"number": "arxiv: 2506.13585v1 [cs.CL]"},
        {"archive": "arXiv", "archive_location": "2506.13585v1"},
        {"eprint": "2506.13585v1", "eprinttype": "arxiv"},
        {"arxiv": "2506.13585v1"},
        {"note": "Submitted. arXiv:2506.13585v1 [cs]"},
    ],
)
def test_arxiv_ids_are_found(stated: dict[str, str]) -> None:
    assert one(**stated).arxiv == ArxivId("2506.13585", 1)


def test_a_number_that_is_not_an_arxiv_id_stays() -> None:
    assert one(number="2506.13585").fields == {"number": "2506.13585"}
    assert one(number="arXiv:2513.00001").fields == {"number": "arXiv:2513.00001"}
    assert found_in(number="arXiv:2513.00001") == [
        "x: number: '2513.00001' is not an arXiv id: month 13 does not exist"
    ]


def test_other_spellings_of_variables_and_types() -> None:
    reference = one(type="journal-article", doi="10.1000/x", shortTitle="T", ISSN=["1", "2"])
    assert reference.type == "article-journal"
    assert reference.doi == Doi("10.1000/x")
    assert reference.fields == {"title-short": "T", "ISSN": "1, 2"}


def test_what_cannot_be_placed_is_kept() -> None:
    reference = one(DOI="not a doi", volumes={"a": 1}, type="scroll", title={"a": 1})
    assert reference.extra == {"doi": "not a doi", "volumes": '{"a": 1}', "csl-type": "scroll"}
    assert reference.title == '{"a": 1}'


def test_half_surrogates_are_replaced_and_named() -> None:
    library = read('[{"id": "a", "type": "book", "title": "\\ud800x"}]')
    assert library["a"].title == "\ufffdx"
    assert "half of a surrogate pair" in str(library.diagnostics[0])


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("0000", "1 B.C.E."),
        ("-0001", "2 B.C.E."),
        ("-0043", "44 B.C.E."),
        ("-0508/-0507", "509–508 B.C.E."),
        ("0001", "1 C.E."),
    ],
)
def test_a_year_before_the_common_era_is_printed_as_people_count(
    written: str, printed: str
) -> None:
    entry = f"@book{{a, author={{Ash, Ada}}, title={{Moss}}, date={{{written}}}}}"
    assert f"({printed})" in str(bibliography(loads(entry, "bibtex"), "apa"))
