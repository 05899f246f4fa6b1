"""HTML made of hostile text has the intended markup and no other."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.text.hypertext import Html, address, element, titled


def read(fragment: str) -> object:
    """Return the tree of a fragment; any error of HTML raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(fragment)


@given(st.text(), st.text())
def test_a_text_stays_a_text(content: str, value: str) -> None:
    tree = read(element("p", content, title=value))
    (made,) = list(tree)
    assert made.tag == "p"
    assert list(made) == []
    assert set(made.attrib) == {"title"}


@given(
    st.lists(st.sampled_from(["<i>", "</i>", "<b>", "</sup>", "<sup>", "<", "x", '">']), max_size=9)
)
def test_a_title_makes_whole_elements_only(pieces: list[str]) -> None:
    tree = read(element("p", titled("".join(pieces))))
    assert {made.tag for made in tree.iter()} <= {"DOCUMENT_FRAGMENT", "p", "i", "b", "sup", "sub"}


def test_small_markup_of_titles() -> None:
    assert titled("On <i>E. coli</i>") == "On <i>E. coli</i>"
    assert titled('<span class="nocase">NASA</span>') == "NASA"
    assert titled("<i>a <b>b</i></b>").startswith("&lt;i&gt;")
    assert titled("</i>a<i>").startswith("&lt;/i&gt;")
    assert titled("<i onclick=x>a</i>").startswith("&lt;i onclick")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<b>",
        "file:///etc/passwd",
        "//example.org/a",
        "https:",
        "https://",
        "https://example.org/a b",
        "https://example.org/\x01",
        "http://[",
        "vbscript:https://example.org",
        "",
    ],
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    assert "<a" not in address(url, "text")


def test_html_is_not_escaped_twice() -> None:
    assert element("p", element("b", "&")) == "<p><b>&amp;</b></p>"
    assert element("p", Html("&amp;")) == "<p>&amp;</p>"
