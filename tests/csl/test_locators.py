"""Locators as people write them, and cites whose names are running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.csl import Citation, Cite, Processor, cite, cite_of_text, read_locator
from refcore.model import Authors, Date, Library, Person, Reference

NAMES = [{"family": family, "given": "Jo"} for family in ("Ek", "Ohm", "Ray", "Sol")]


def book(key: str, names: int, year: int) -> dict:
    date = {"date-parts": [[year]]}
    return {"id": key, "type": "book", "title": "On moss", "author": NAMES[:names], "issued": date}


ITEMS = [book("one", 1, 2001), book("two", 2, 2002), book("four", 4, 2004), book("none", 0, 2005)]


@pytest.mark.parametrize(
    ("text", "label", "value", "suffix"),
    [
        ("p. 3", "page", "3", ""),
        ("33", "page", "33", ""),
        ("number 12", "number", "12", ""),
        ("no. 12", "number", "12", ""),
        ("nos. 12-14, end", "number", "12-14", ", end"),
        ("issue 12", "issue", "12", ""),
        (", pp. xiv-xvi, 3", "page", "xiv-xvi, 3", ""),
        ("chap. 2, see also", "chapter", "2", ", see also"),
        ("iv-vi, more", "page", "iv-vi", ", more"),
        ("xi", "page", "xi", ""),
        ("ill. by Fir", "", "", "ill. by Fir"),
        ("vi passim", "", "", "vi passim"),
        ("§ 4", "section", "4", ""),
        ("§§ 4–6 passim", "section", "4–6", " passim"),
        ("fol. 3v", "folio", "3v", ""),
        ("vol. 2, fol. 17r, and more", "volume", "2, fol. 17r", ", and more"),
        ("Book 3", "book", "3", ""),
        ("s.v. moss, and more", "sub-verbo", "moss", ", and more"),
        ("12 ff.", "page", "12 ff.", ""),
        ("p. 3.", "page", "3", "."),
        ("pp33-35", "page", "33-35", ""),
        ("p33", "page", "33", ""),
        ("ch12", "chapter", "12", ""),
        ("sec2.3", "section", "2.3", ""),
        ("S33", "page", "S33", ""),
        ("H1N1", "page", "H1N1", ""),
        ("45-50, emphasis added", "page", "45-50", ", emphasis added"),
        ("3, 5 & 7; see", "page", "3, 5 & 7", "; see"),
        ("{ad 3, fol. b} and more", "page", "ad 3, fol. b", " and more"),
        ("{}, 99 years later", "", "", ", 99 years later"),
        ("and passim", "", "", "and passim"),
        ("I think so", "", "", "I think so"),
        ("in a book 3 feet tall", "", "", "in a book 3 feet tall"),
    ],
)
def test_a_locator_is_read_as_it_is_written(text, label, value, suffix) -> None:
    found = read_locator(text)
    assert (found.label, found.value, found.suffix) == (label, value, suffix)


def test_labels_are_those_of_the_language_too() -> None:
    assert read_locator("Kap. 2-3", "de-DE").label == "chapter"
    assert read_locator("Kap. 2-3").label == ""


@given(st.text(max_size=40), st.sampled_from(["", "p. ", "vol. 2, ", "{"]))
def test_nothing_of_a_text_is_lost(text: str, start: str) -> None:
    written = start + text
    found = read_locator(written)
    assert written.endswith(found.suffix)
    assert found.value in written
    assert bool(found.label) == bool(found.value)


@pytest.mark.parametrize("text", ["p. " + "1-" * 100_000, "§" * 100_000, "{" * 100_000])
def test_a_long_text_is_a_suffix(text: str) -> None:
    assert read_locator(text).suffix == text


@pytest.mark.parametrize(
    ("style", "key", "author", "rest", "both"),
    [
        ("apa", "four", "Ek et al.", "(2004, p. 3)", "Ek et al. (2004, p. 3)"),
        ("apa", "two", "Ek and Ohm", "(2002, p. 3)", "Ek and Ohm (2002, p. 3)"),
        ("ieee", "four", "Ek et al.", "[1, p. 3]", "Ek et al. [1, p. 3]"),
        ("ieee", "two", "Ek and Ohm", "[1, p. 3]", "Ek and Ohm [1, p. 3]"),
        ("ieee", "none", "On moss", "[1, p. 3]", "On moss [1, p. 3]"),
        ("nature", "one", "Ek", "1", "Ek¹"),
        ("modern-language-association", "one", "Ek", "(3)", "Ek (3)"),
        ("chicago-notes-bibliography", "one", "Jo Ek", "On Moss (2001), 3.", None),
    ],
)
def test_names_may_be_running_text(style, key, author, rest, both) -> None:
    processor = Processor(style, [item for item in ITEMS if item["id"] == key])
    place = {"id": key, "locator": "3"}
    assert processor.cite_one({"id": key, "author-only": True}) == author
    assert processor.author(key) == author
    assert processor.cite_one({**place, "suppress-author": True}) == rest
    if both is not None:
        assert processor.cite_one({**place, "composite": True}) == both
    assert processor.is_note == (both is None)


def test_other_cites_follow_a_composite_one() -> None:
    processor = Processor("apa", ITEMS)
    first = Cite("two", mode="composite", suffix=", a survey")
    cites = (first, Cite("four", prefix="see"))
    assert processor.cite_one(Citation(cites)) == (
        "Ek and Ohm (2002, a survey; see Ek et al., 2004)"
    )
    assert processor.cite_one(Cite("one", mode="composite", infix="’s")) == "Ek’s (2001)"
    assert processor.cite_one(Cite("one", mode="composite", infix="in")) == "Ek in (2001)"


def test_a_library_is_cited_with_locators() -> None:
    made = Reference("k", "book", "Moss", Authors([Person("Jo", "Ek")]), issued=Date.of(2001))
    library = Library([made])
    assert cite(library, cite_of_text("k", "ch. 4, passim")) == "(Ek, 2001, Chapter 4, passim)"
    assert cite(library, [Cite("k", mode="author-only")], "ieee") == "Ek"
