"""References are read from plain text; the list says how they are laid out."""

import pytest

from refcore import loads
from refcore.errors import UnreadableInput
from refcore.textlists import read, read_reference
from refcore.textlists.clean import cleaned
from refcore.textlists.rest import read_rest

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


# The text after a title: the venue, the volume, the issue, the pages.
RESTS = [
    ("Phys. Rev. D 99, 031301(R) (2019).", "Phys. Rev. D", "99", "", "031301"),
    ("Phys. Rev. Lett. 12, 45 (2014)", "Phys. Rev. Lett", "12", "", "45"),
    ("J. Chem. Phys., 2019, 150, 044105.", "J. Chem. Phys", "150", "", "044105"),
    ("Pebble 521, 436–444 (2015).", "Pebble", "521", "", "436-444"),
    ("Pebble. 2015 May 28;521(7553):436-44. doi: 10.1000/x.", "Pebble", "521", "7553", "436-44"),
    ("PLoS ONE. 2018;13(5):e0196391.", "PLoS ONE", "13", "5", "e0196391"),
    ("BMJ. 2020;368:m441.", "BMJ", "368", "", "m441"),
    (
        "Proc. Natl. Acad. Sci. U.S.A. 110, 123–130 (2013)",
        "Proc. Natl. Acad. Sci. U.S.A",
        "110",
        "",
        "123-130",
    ),
    (
        "IEEE Trans. Sand Anal., vol. 39, no. 6, pp. 1137–1149, Jun. 2017.",
        "IEEE Trans. Sand Anal",
        "39",
        "6",
        "1137-1149",
    ),
    ("Ann. Statist. 29 (2001), no. 5, 1189–1232.", "Ann. Statist", "29", "5", "1189-1232"),
    ("Journal of Sand, vol. 3, p. 17, 2001", "Journal of Sand", "3", "", "17"),
    ("The Sand Digital Health, 2(3), e138–e148.", "The Sand Digital Health", "2", "3", "e138-e148"),
    ("Sand 2019;177:1–3.", "Sand", "177", "", "1-3"),
    ("Zeitschrift für Sand, Bd. 12, S. 33–48.", "Zeitschrift für Sand", "12", "", "33-48"),
    ("Commun. ACM 60(6): 84-90 (2017)", "Commun. ACM", "60", "6", "84-90"),
    ("Eur. J. Sand Res. 270 (2) (2018) 654–669", "Eur. J. Sand Res", "270", "2", "654-669"),
    ("Frontiers in Sand, 9, Article 1234.", "Frontiers in Sand", "9", "", "1234"),
    ("Sci. Adv. 5, eaav1234 (2019).", "Sci. Adv", "5", "", "eaav1234"),
    ("Accessed 3 May 2021. https://sand.example", "", "", "", ""),
    ("Retrieved June 12, 2020, from https://sand.example", "", "", "", ""),
]


@pytest.mark.parametrize(("text", "venue", "volume", "issue", "pages"), RESTS)
def test_where_a_work_appeared(text: str, venue: str, volume: str, issue: str, pages: str) -> None:
    found = read_rest(text)
    assert (found.venue, found.volume, found.issue, found.pages) == (venue, volume, issue, pages)


@pytest.mark.parametrize("gap", ["...", "…", ". . .", "...,", "…,"])
@pytest.mark.parametrize("joint", ["& ", "and ", ""])
def test_names_left_out_in_the_middle_do_not_hide_the_title(gap: str, joint: str) -> None:
    found = read_reference(
        f"Fei, B., Chen, A. C., {gap} {joint}Dal, O. (2017). Of moss and words. The Lancet, 3, 5-9."
    )
    assert (found.title, str(found.authors)) == ("Of moss and words", "B. Fei, A. C. Chen et al.")


@pytest.mark.parametrize(
    ("rest", "venue", "volume", "page"),
    [
        (" J. Mach. Learn. Res. 3, 5-9 (2020).", "J. Mach. Learn. Res", "3", "5-9"),
        (" in Proc. ACM Symp. User Interface (UIST), 2023.",
         "Proc. ACM Symp. User Interface (UIST)", "", ""),
        (" IEEE Trans. Pattern Anal. Mach. Intell., vol. 3, pp. 5–9, 2019.",
         "IEEE Trans. Pattern Anal. Mach. Intell", "3", "5-9"),
        (" Nature. 2019;12:3-5.", "Nature", "12", "3-5"),
        (" Journal of Words. Oxford: OUP; 2020.", "Journal of Words", "", ""),
        ("” 2022.", "", "", ""),
    ],
)  # fmt: skip
def test_what_is_after_the_title(rest: str, venue: str, volume: str, page: str) -> None:
    found = read_rest(rest)
    assert (found.venue, found.volume, found.pages) == (venue, volume, page)


@pytest.mark.parametrize(
    "venue",
    ["IEEE International Conference on Moss", "Interspeech 2017, 18th Conference",
     "The Thirty-Fourth AAAI Conference", "MM ’20: The 28th ACM Conference"],
)  # fmt: skip
def test_a_venue_is_apart_from_a_title_that_it_is_glued_to(venue: str) -> None:
    assert cleaned(f"Of Words and Stones{venue}") == f"Of Words and Stones {venue}"


def test_a_name_that_is_cut_off_at_the_end_of_a_row_is_read() -> None:
    library = loads("1. MiniMax\n\u03012. Aili Chen (MiniMax)\n3. Aonian Li*\n...", "text")
    assert len(library) <= 3
