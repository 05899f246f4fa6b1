"""References are read from plain text; the list says how they are laid out."""

import pytest

from refcore import loads
from refcore.errors import UnreadableInput
from refcore.textlists import read, read_reference

# ruff: noqa: E501 - a reference is one line
APA = """\
Brandt, L., Osei, K., & Ruiz, M. (2014). Slow tides in shallow basins. Journal of Water, 12(3), 201–219. https://doi.org/10.1234/jw.2014.33
Castell, V. (2009). A grammar of knots. Oxford: Oxford University Press.
Farrow, T., Gill, S., Hsu, Y., & Ito, N. (2021). Unsupervised sorting of pebbles with memory. arXiv:2103.04567.
"""
IEEE = """\
[1] L. Brandt, K. Osei, and M. Ruiz, “Slow tides in shallow basins,” Journal of Water, vol. 12, no. 3, pp. 201–219, 2014.
[2] V. Castell, A grammar of knots. Oxford: Oxford University Press, 2009.
[3] T. Farrow et al., “Unsupervised sorting of pebbles with memory,” arXiv:2103.04567, 2021.
"""
VANCOUVER = """\
1. Brandt L, Osei K, Ruiz M. Slow tides in shallow basins. Journal of Water. 2014;12(3):201–19.
2. Castell V. A grammar of knots. Oxford: Oxford University Press; 2009.
3. Farrow T, Gill S, Hsu Y, et al. Unsupervised sorting of pebbles with memory. Language. 2021;7:3–9.
"""
CHICAGO = """\
Brandt, Lena, Kofi Osei, and Mara Ruiz. “Slow Tides in Shallow Basins.” Journal of Water 12, no. 3 (2014): 201–19.
Castell, Vera. A Grammar of Knots. Oxford: Oxford University Press, 2009.
Farrow, Tom, Sara Gill, and Noa Ito. “Unsupervised Sorting of Pebbles.” Language 7 (2021): 3–9.
"""


def shown(text: str) -> list[tuple[list[str], str, int | None]]:
    return [
        ([getattr(name, "family", "") for name in one.authors], one.title.casefold(), one.year)
        for one in read(text)
    ]


@pytest.mark.parametrize("text", [APA, IEEE, VANCOUVER, CHICAGO])
def test_names_title_and_year_are_found(text: str) -> None:
    found = shown(text)
    assert found[0] == (["Brandt", "Osei", "Ruiz"], "slow tides in shallow basins", 2014)
    assert found[1] == (["Castell"], "a grammar of knots", 2009)
    assert found[2][1].startswith("unsupervised sorting of pebbles")
    assert found[2][2] == 2021


def test_the_rest_is_read() -> None:
    first, book, preprint = read(APA)
    assert first.fields == {"container-title": "Journal of Water", "volume": "12", "issue": "3",
        "page": "201-219"}  # fmt: skip
    assert (str(first.doi), first.type) == ("10.1234/jw.2014.33", "article-journal")
    assert book.type == "book"
    assert str(preprint.arxiv) == "2103.04567"


def test_a_list_that_is_cut_says_so() -> None:
    assert [one.authors.others for one in read(IEEE)] == [False, False, True]


def test_the_text_is_kept_with_its_key_and_line() -> None:
    library = loads(IEEE, "text")
    assert library.texts[library.keys()[1]].startswith("V. Castell, A grammar")
    assert [one.location.line for one in library if one.location] == [1, 2, 3]


def test_a_dash_replaces_the_authors_before() -> None:
    text = "Castell, V. (2009). A grammar of knots. Wiley.\n———. (2011). More about knots. Wiley."
    assert [str(one.authors) for one in read(text)] == ["V. Castell", "V. Castell"]


def test_a_stop_after_initials_ends_the_names() -> None:
    assert read_reference("Fei B, Chen AC. A theory of words. Cell 2019;3:1–9.").title == (
        "A theory of words"
    )


def test_what_is_not_understood_is_said() -> None:
    library = read("[1] (1999).\n[2] (2001).")
    assert "kept as one text" in library.diagnostics[0].message
    assert "no reference" in read(" ").diagnostics[0].message


def test_bibtex_in_a_text_file_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="--from bibtex"):
        read("@book{a,\n title = {B}}", "refs.txt")


@pytest.mark.parametrize(
    "glued",
    [
        "pebbles with memoryhttps://arxiv.org/abs/2103.04567 (2021).",
        "Pebbles (revised)https://arxiv.org/abs/2103.04567 (2021).",
        "Pebbles with GPUshttps://arxiv.org/abs/2103.04567 (2021).",
        "What do pebbles keep?https://arxiv.org/abs/2103.04567 (2021).",
    ],
)
def test_an_address_is_found_after_a_word_without_a_space(glued: str) -> None:
    (found,) = read(f"Farrow T, Gill S, Hsu Y, et al. Unsupervised sorting of {glued}\n")
    assert str(found.arxiv) == "2103.04567"
    assert "http" not in found.title
