"""A bibliography as a page: valid, harmless, and laid out as its style wants."""

import html5lib
import pytest

from refcore import bibliography, bibliography_page
from refcore.errors import UnknownFormat
from refcore.model import Date, Reference
from refcore.names import read_author_list

BOOKS = [
    Reference(
        f"moss{number}",
        "book",
        "On Moss <script>alert(1)</script> \u202e",
        read_author_list(["Lia Hartmann"]),
        issued=Date.of(2000 + number),
        url="javascript:alert(1)",
    )
    for number in range(11)
]


def tree(page: str):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def made(style: str, title: str = "", locale: str | None = None) -> str:
    return bibliography_page(bibliography(BOOKS, style, "html", locale), title)


def test_numbers_stand_in_a_column_of_their_own() -> None:
    page = tree(made("ieee"))
    labels = page.findall(".//div[@class='csl-left-margin']")
    assert [label.text for label in labels][::10] == ["[1]", "[11]"]
    assert all("min-width" in label.get("style") for label in labels)
    assert {entry.get("style") for entry in page.findall(".//*[@class='csl-entry']")} == {
        "display:flex;gap:0.5em"
    }
    assert page.find(".//main").get("class") is None


def test_a_hanging_indent_is_half_an_inch() -> None:
    page = made("apa")
    assert "--csl-hanging: .5in" in page
    (style,) = {entry.get("style") for entry in tree(page).findall(".//*[@class='csl-entry']")}
    assert "text-indent:calc(-1*var(--csl-hanging,2em))" in style


def test_numbers_are_in_the_margin_where_the_style_says_so() -> None:
    assert "margin" in tree(made("american-heart-association")).find(".//main").get("class")


@pytest.mark.parametrize(
    ("locale", "title", "heading", "language"),
    [
        (None, "", "References", "en-US"),
        ("de-DE", "", "Referenzen", "de-DE"),
        ("fr-FR", "Sources <b>", "Sources <b>", "fr-FR"),
    ],
)
def test_heading_and_language(locale: str | None, title: str, heading: str, language: str) -> None:
    page = tree(made("apa", title, locale))
    assert page.find(".//h1").text == page.find(".//title").text == heading
    assert page.get("lang") == language


def test_hostile_titles_stay_text() -> None:
    page = tree(made("nature"))
    assert not list(page.iter("script"))
    assert {link.get("href").partition(":")[0] for link in page.iter("a")} <= {"https", "http"}
    assert "default-src 'none'" in page.find(".//meta[@http-equiv]").get("content")


def test_a_page_takes_html_alone() -> None:
    with pytest.raises(UnknownFormat, match="not as text"):
        bibliography_page(bibliography(BOOKS[0]))
