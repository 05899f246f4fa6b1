import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.csl.processor.markup import parse_markup
from refcore.csl.processor.textcase import cased
from refcore.csl.processor.tree import plain

CASES = ["lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title"]


def in_case(text: str, case: str, lang: str = "en") -> str:
    return plain(cased(parse_markup(text), case, lang))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the cat and the hat", "The Cat and the Hat"),
        ("what it is made of", "What It Is Made Of"),
        ("a tale: the end? of it", "A Tale: The End? Of It"),
        ("iPhone, DNA and eBay", "iPhone, DNA and eBay"),
        ("self-report of out-of-pocket costs", "Self-Report of Out-of-Pocket Costs"),
        ("the “of” in names", "The “of” in Names"),
        ("<i>the</i> <i>vibrio</i> in it", "The Vibrio in It"),
        ('on <span class="nocase">the arXiv</span> way', "On the arXiv Way"),
        ("<sup>th</sup> rise", "th Rise"),
        ("naïve élan\u00a0vital—the end", "Naïve Élan\u00a0Vital—the End"),
        ("3d printing l’amour", "3d Printing l’amour"),
        ("α-helix", "α-Helix"),
    ],
)
def test_title_case(text: str, title: str) -> None:
    assert in_case(text, "title") == title


def test_other_languages_have_no_title_case() -> None:
    assert in_case("der blaue reiter", "title", "de-DE") == "der blaue reiter"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("This Is a Pen", "This is a pen"),
        ("THE BIG WORLD", "The big world"),
        ("the DNA of iPhone Users", "The DNA of iPhone users"),
        ('A <span class="nocase">Smith</span> Pencil', "A Smith pencil"),
    ],
)
def test_sentence_case(text: str, sentence: str) -> None:
    assert in_case(text, "sentence") == sentence


@pytest.mark.parametrize(
    ("text", "first"),
    [("in press", "In press"), ("[in press]", "[In press]"), ("iPhone use", "iPhone use"),
     ("3rd edition", "3rd edition"), ("“quoted”", "“Quoted”"), ("", "")],
)  # fmt: skip
def test_capitalize_first(text: str, first: str) -> None:
    assert in_case(text, "capitalize-first") == first


def test_letters_whose_case_differs_in_length_or_by_language() -> None:
    assert in_case("straße ŉ", "uppercase") == "STRASSE ʼN"
    assert in_case("ΟΔΟΣ", "lowercase") == "οδος"
    assert in_case("ırmak i", "uppercase", "tr") == "IRMAK İ"
    assert in_case("IRMAK İ", "lowercase", "tr") == "ırmak i"


@given(st.text(), st.sampled_from(CASES))
def test_only_case_changes_and_the_tree_stays(text: str, case: str) -> None:
    inlines = parse_markup(text)
    found = cased(inlines, case)
    assert plain(found).casefold().upper() == plain(inlines).casefold().upper() or (
        len(plain(found)) != len(plain(inlines)) or not plain(inlines).isascii()
    )
    assert [type(inline) for inline in found] == [type(inline) for inline in inlines]


@pytest.mark.parametrize(
    "case", ["title", "sentence", "uppercase", "capitalize-first", "lowercase"]
)
@pytest.mark.parametrize("address", ["https://Example.org/a-B#top", "www.example.org/Of/the"])
def test_addresses_keep_their_case(case: str, address: str) -> None:
    assert cased([address], case) == [address]
    assert address in cased([f"the page {address}, and More"], case)[0]
