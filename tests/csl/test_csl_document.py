"""`Style.load` and `Processor`: citations of a document in order, and its bibliography."""

import pytest

from refcore.csl import Processor, Style
from refcore.errors import StyleError, UnknownKey
from refcore.model import Authors, Date, Person, Reference

ITEMS = [
    {
        "id": key,
        "type": "book",
        "title": title,
        "author": [{"family": family, "given": "Ann"}],
        "issued": {"date-parts": [[2001]]},
    }
    for key, title, family in (("a", "One", "Fei"), ("b", "Two", "Fei"), ("c", "Three", "Byron"))
]


def test_citations_know_what_came_before() -> None:
    note = Processor(Style.load("chicago-fullnote-bibliography"), ITEMS)
    first, again, other, later = note.cite(["a", "a", "c", {"id": "a", "locator": "3"}])
    assert first != again
    assert len(later) < len(first)
    assert "3" in later
    assert "Byron" in other


def test_two_works_of_one_year_are_distinct() -> None:
    processor = Processor("apa", ITEMS)
    assert processor.cite_one(["a", "b", "c"]) == "(Byron, 2001; Fei, 2001a, 2001b)"
    assert "(2001b). Two" in processor.bibliography()
    assert [entry.key for entry in processor.bibliography().entries] == ["c", "a", "b"]


def test_numbers_collapse() -> None:
    assert Processor("nature", ITEMS).cite_one(["a", "b", "c"], "html") == "<sup>1–3</sup>"


def test_references_and_items_are_alike() -> None:
    reference = Reference(
        "c", "book", "Three", Authors([Person("Ann", "Byron")]), issued=Date.of(2001)
    )
    for style in ("apa", "ieee"):
        ours = Processor(style, [reference]).bibliography("html")
        assert ours == Processor(style, [ITEMS[2]]).bibliography("html")


@pytest.mark.parametrize(
    "item",
    [
        {},
        {"id": None, "type": None, "title": None},
        {"id": 5, "type": 7, "title": ["x"], "author": "Ann", "issued": "2001"},
        {"id": "a", "author": [None, 5, {"family": None}, {}], "issued": {"date-parts": [[None]]}},
        {"id": "a", "type": "book", "issued": {"date-parts": [["x", 99, -1], []]}, "page": 7},
        {"id": "a", "type": "scroll", "editor": {"family": "X"}, "volume": {"a": 1}},
    ],
)
@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-note-bibliography"])
def test_odd_items_raise_nothing_and_print_no_none(item: dict, style: str) -> None:
    processor = Processor(style, [item, ITEMS[0] | {"id": "sound"}])
    key = str(item.get("id") or "item-1")
    text = processor.bibliography() + "".join(processor.cite([key, "sound"]))
    assert "None" not in text
    assert "Fei" in text


def test_what_is_odd_is_said() -> None:
    processor = Processor("apa", [{}, *ITEMS[:1], ITEMS[0], "x"])  # type: ignore[list-item]
    assert [text.split(";")[0] for text in processor.warnings] == [
        "item 1 has no id",
        "item-1: no CSL type None",
        "item 3: the id a is taken",
        "item 4 is not an object",
    ]
    with pytest.raises(UnknownKey):
        processor.cite(["z"])
    with pytest.raises(StyleError):
        Processor("apa", ITEMS, "tlh")


@pytest.mark.parametrize(
    ("style", "hanging", "align"),
    [("apa", True, ""), ("ieee", False, "flush"), ("nature", False, "flush")],
)
def test_a_bibliography_says_how_it_is_laid_out(style: str, hanging: bool, align: str) -> None:
    printed = Processor(style, ITEMS).bibliography("html")
    assert (printed.layout.hanging_indent, printed.layout.second_field_align) == (hanging, align)
    assert ("text-indent:calc(" in printed) is hanging
    assert ('<div class="csl-left-margin"' in printed) is bool(align)


def test_a_document_is_numbered_as_it_cites() -> None:
    numeric = Processor("ieee", ITEMS)
    document = numeric.document(["b", ["c", "b"]])
    assert document.citations == ("[1]", "[1], [2]")
    assert [entry.key for entry in document.bibliography.entries] == ["b", "c"]
    assert numeric.cite(["b"]) == ["[2]"], "items as they were given keep their numbers"


def test_a_document_tells_apart_what_it_cites() -> None:
    processor = Processor("apa", ITEMS)
    assert processor.document(["b", "c"]).citations == ("(Fei, 2001)", "(Byron, 2001)")
    assert processor.document(["b", "a"]).citations == ("(Fei, 2001b)", "(Fei, 2001a)")
    with pytest.raises(UnknownKey):
        processor.document(["nobody"])


def test_a_style_without_a_bibliography_lists_nothing() -> None:
    assert Processor("bluebook-law-review", ITEMS).document(["a"]).bibliography is None
