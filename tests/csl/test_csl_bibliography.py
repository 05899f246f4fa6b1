import html.parser
import re
import threading
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcore.csl import Bibliography, Processor, Style, bibliography, cite, references
from refcore.errors import StyleError, UnknownFormat, UnknownKey
from refcore.model import ArxivId, Authors, Date, Doi, Group, Library, Person, Reference


def people(*names: str) -> Authors:
    return Authors(Person(*name.rsplit(" ", 1)) for name in names)


M1 = Reference(
    "m1",
    "article",
    "MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning Attention",
    Authors([Group("MiniMax"), *(Person("Given Q.", f"Family{n:03}") for n in range(126))]),
    issued=Date.of(2025, 6, 16),
    arxiv=ArxivId("2506.13585", 1),
    doi=Doi("10.48550/arXiv.2506.13585"),
)
ARTICLE = Reference(
    "Knuth84",
    "article-journal",
    "Literate programming",
    people("Donald E. Knuth"),
    issued=Date.of(1984, 5),
    fields={"container-title": "The Computer Journal", "volume": "27", "page": "97-111"},
)
BOOK = Reference(
    "knuth84",
    "book",
    "The <i>TeXbook</i>",
    people("Donald E. Knuth"),
    issued=Date.of(1986),
    fields={"publisher": "Addison-Wesley", "edition": "2"},
)
PAPER = Reference(
    "long",
    "paper-conference",
    "Attention is all you need",
    people("Ashish Vaswani", "Noam Shazeer"),
    issued=Date.of(2017),
    fields={"container-title": "Proceedings", "page": "1-40"},
)
LIBRARY = Library([M1, ARTICLE, BOOK, PAPER])


def text_of(reference: Reference, style: str = "apa", output: str = "text") -> str:
    return bibliography(reference, style, output).entries[0].text


def test_apa_lists_nineteen_and_the_last() -> None:
    text = text_of(M1)
    assert "MiniMax, Family000, G. Q.," in text
    assert "Family017, G. Q., … Family125, G. Q. (2025)." in text
    assert "Family018" not in text
    assert "(arXiv:2506.13585v1). arXiv. https://doi.org/10.48550/arXiv.2506.13585" in text


def test_ieee_cuts_and_numbers() -> None:
    printed = bibliography(LIBRARY, "ieee")
    assert [entry.key for entry in printed.entries] == ["m1", "Knuth84", "knuth84", "long"]
    assert str(printed).startswith("[1] MiniMax et al., “MiniMax-M1: ")
    assert "“Literate programming,” The Computer Journal, vol. 27, pp. 97–111" in str(printed)


def test_mla_keeps_given_names_and_pages() -> None:
    assert "Vaswani, Ashish, and Noam Shazeer." in text_of(PAPER, "modern-language-association")
    assert "pp. 1–40" in text_of(PAPER, "modern-language-association")


def test_keys_that_differ_in_case_stay_apart() -> None:
    printed = bibliography(LIBRARY, "apa", "html")
    assert [entry.key for entry in printed.entries] == ["Knuth84", "knuth84", "m1", "long"]
    assert re.search(r'id="ref-Knuth84"[^>]*>Knuth, D\. E\. \(1984', str(printed))
    assert re.search(r'id="ref-knuth84"[^>]*>Knuth, D\. E\. \(1986', str(printed))
    assert cite(LIBRARY, "knuth84") == "(Knuth, 1986)"


def test_calls_leave_no_state() -> None:
    first = str(bibliography(LIBRARY, "apa"))
    bibliography(LIBRARY, "modern-language-association", "latex")
    cite(LIBRARY, "m1", "apa", "html")
    assert str(bibliography(LIBRARY, "apa")) == first


def test_threads_do_not_meet() -> None:
    wanted = {style: str(bibliography(LIBRARY, style)) for style in ("apa", "ieee")}
    found: list[tuple[str, str]] = []

    def run(style: str) -> None:
        found.extend((style, str(bibliography(LIBRARY, style))) for _ in range(3))

    threads = [threading.Thread(target=run, args=(style,)) for style in ("apa", "ieee", "apa")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 9
    assert all(text == wanted[style] for style, text in found)


def test_warnings_of_the_engine_do_not_escape() -> None:
    odd = ARTICLE.evolve(fields={"volume-title": "X", "part-number": "2", "reviewed-genre": "y"})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        bibliography(odd)
    assert not caught


def test_the_result_is_a_value() -> None:
    printed = bibliography(LIBRARY, "IEEE", "html")
    assert isinstance(printed, Bibliography)
    assert (printed.style, printed.format, printed.warnings, len(printed.entries)) == (
        "ieee",
        "html",
        (),
        4,
    )
    assert printed == bibliography(LIBRARY, "ieee", "html")
    assert hash(printed)
    assert repr(printed) == "<Bibliography of 4 in ieee, html>"


def test_nothing_to_print() -> None:
    assert str(bibliography([])) == ""
    assert str(bibliography([], "ieee", "html")) == '<div class="csl-bib-body">\n</div>'


def test_an_empty_reference_is_still_an_entry() -> None:
    printed = bibliography(Reference("bare"), "ieee")
    assert str(printed) == "[1] bare"
    assert printed.warnings == ("bare: the style sets nothing; set without it",)


def test_a_cut_list_says_so() -> None:
    cut = PAPER.evolve(authors=Authors(PAPER.authors, others=27))
    assert text_of(cut).startswith("Vaswani, A., Shazeer, N., et al. (2017)")
    assert "Shazeer, N., et al." in text_of(
        PAPER.evolve(authors=Authors(PAPER.authors, others=True))
    )
    alone = PAPER.evolve(authors=Authors(PAPER.authors.names[:1], others=True))
    assert text_of(alone).startswith("Vaswani, A., et al. (2017)")
    assert cite(Library([alone]), alone.key) == "(Vaswani et al., 2017)"


def test_calls_on_one_library_share_what_does_not_change() -> None:
    library = Library([ARTICLE, PAPER])
    before = references._kept_engine.cache_info()
    assert cite(library, ARTICLE.key, "ieee") == "[1]"
    assert cite(library, PAPER.key, "ieee") == "[2]"
    assert bibliography(library, "ieee").entries[0].key == ARTICLE.key
    after = references._kept_engine.cache_info()
    assert (after.misses - before.misses, after.hits - before.hits) == (1, 2)
    library.add(PAPER.evolve(key="new"))
    assert cite(library, "new", "ieee") == "[3]"
    assert references._kept_engine.cache_info().misses == after.misses + 1


@pytest.mark.parametrize(
    "date",
    [
        Date.of(2024, season=2),
        Date.parse("2019/2020"),
        Date.parse("2019-05/2019"),
        Date.parse("2019-05-01/2019-05"),
        Date.parse("2019-05-01/2019-05-03"),
        Date.parse("2019-21/2019-22"),
        Date.parse("2019/.."),
        Date.parse("../2019"),
        Date.of(-50, circa=True),
        Date.of(12345),
        Date.of(0),
        Date(literal="in press"),
    ],
)
@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-author-date"])
def test_every_kind_of_date_is_set(date: Date, style: str) -> None:
    printed = bibliography(ARTICLE.evolve(issued=date), style)
    assert not printed.warnings
    assert "Literate" in str(printed)
    assert "None" not in str(printed)


def test_clusters_stand_in_the_order_of_the_style() -> None:
    assert cite(LIBRARY, ["long", "Knuth84"]) == "(Knuth, 1984; Vaswani & Shazeer, 2017)"
    assert cite(LIBRARY, ["long", "m1"], "ieee") == "[1], [4]"
    assert cite(LIBRARY, ["long", "long"], "nature", "html") == "<sup>4</sup>"


def test_locales() -> None:
    german = str(bibliography(ARTICLE, "ieee", locale="de-DE"))
    assert german.endswith("S. 97–111, Mai 1984.")
    assert str(bibliography(ARTICLE, "ieee", locale="de")) == german
    with pytest.raises(StyleError, match="no locale 'tlh'; supported languages: af, ar"):
        bibliography(PAPER, locale="tlh")
    with pytest.raises(StyleError, match="no locale"):
        bibliography(PAPER, locale='en"] | //*["')


def test_what_cannot_be_had_is_an_error() -> None:
    with pytest.raises(UnknownKey, match="no reference has the key 'none'"):
        cite(LIBRARY, ["m1", "none"])
    with pytest.raises(UnknownKey, match="at least one key"):
        cite(LIBRARY, [])
    with pytest.raises(UnknownFormat, match="no output 'docx'; supported: html, latex"):
        bibliography(LIBRARY, format="docx")
    with pytest.raises(StyleError, match="citations only, no bibliography"):
        bibliography(LIBRARY, "bluebook-law-review")


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<i><b>crossed</i></b>",
    '<span class="nocase">never closed',
    "</span></i></sup>",
    "\\input{/etc/passwd} $x_1^2$ 100% #1 & ~",
    "\ufdd0open \ufdd1 \U000f0000 \ufdef",
    "line\nbreak\tand\x00zero \ufdd0",
    "*a* _b_ [c](javascript:alert(1)) `d` <http://e>",
    "None",
    "&lt;b&gt; &amp; &#60;",
    "?.!.",
    "1. # + -",
]


class Tags(html.parser.HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.open.append(tag)
        assert all(name in ("class", "id", "style", "href") for name, _ in attrs)
        assert all(re.match("https?://", value or "") for name, value in attrs if name == "href")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def hostile(text: str) -> Reference:
    return Reference(
        "key",
        "article-journal",
        text,
        Authors([Group(text or "x"), Person("", text)] if text.split() else []),
        issued=Date(literal=text) if text else None,
        url=f"https://example.org/{text}",
        fields={"container-title": text, "volume": text, "page": text, "note": text},
    )


def check_html(reference: Reference, style: str) -> None:
    tags = Tags(str(bibliography(reference, style, "html")))
    assert tags.found <= {"div", "i", "b", "a", "sup", "sub", "span"}


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-author-date"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_titles_do_not_survive(text: str, style: str) -> None:
    reference = hostile(text)
    check_html(reference, style)
    latex = str(bibliography(reference, style, "latex"))
    assert "\\input" not in latex
    latex = latex.replace("$x_1^2$", "")  # a formula, of which every command is known
    assert not re.search(r"(?<!\\)[$%#&]", latex.replace("\\begin", "").replace("\\end", ""))
    plain = str(bibliography(reference, style))
    assert not re.search("[\ufdd0-\ufdef\ud800-\udfff\x00]", plain)
    plain.encode()


@given(st.text(max_size=20) | st.text("<>/ibsupan \"'=noce-.!?&\\{}", max_size=40))
@settings(max_examples=40, deadline=None)
def test_any_title_is_set(text: str) -> None:
    check_html(hostile(text), "ieee")
    assert len(bibliography(hostile(text), "apa", "latex").entries) == 1


def test_private_characters_come_back() -> None:
    title = "MiniMax \U000f0000\U000f0001 \ue000"
    assert title in text_of(ARTICLE.evolve(title=title))


FAULTY = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation><layout delimiter="; "><names variable="author"><name et-al-min="many"/></names>
<text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name et-al-min="many"/></names>
<number variable="volume" form="roman" suffix=" "/><text variable="title"/></layout></bibliography>
</style>"""


@pytest.mark.parametrize(
    ("volume", "expected"), [("14", "xiv T"), ("9" * 13, "9" * 13 + " T"), ("0", "T")]
)
def test_roman_numerals_have_an_end(tmp_path: Path, volume: str, expected: str) -> None:
    style = tmp_path / "roman.csl"
    style.write_text(FAULTY)
    book = Reference("a", "book", "T", fields={"volume": volume})
    assert text_of(book, str(style)) in (expected, "0 T")


@pytest.mark.slow
def test_long_titles_are_quick() -> None:
    title = "<i>a</i> " * 1_000 + "<" * 5_000 + "(https://a.org/" * 300
    assert len(text_of(ARTICLE.evolve(title=title), "ieee", "html")) > len(title)


@pytest.mark.parametrize("output", ["text", "html", "markdown", "latex"])
def test_no_invisible_letter_is_printed(output: str) -> None:
    from refcore.bibtex import read

    library = read("@book{a, title={A <b> c}, author={Ann Other}, year=2001}")
    assert library["a"].title != "A <b> c"
    assert "\u2060" not in bibliography(library, "apa", output)


def test_a_label_of_letters_is_kept_where_latex_numbers_itself() -> None:
    items = [{"id": "a", "type": "book", "title": "Tides", "issued": {"date-parts": [[2012]]}}]
    latex = Processor("din-1505-2-alphanumeric", items).bibliography("latex")
    assert "@biblabel" in latex
    assert "\\bibitem{a} [Tide12] \\textit{Tides}, 2012" in latex
    assert "\\bibitem{a} \\textit{Tides}. 2012." in Processor("ieee", items).bibliography("latex")


def test_html_makes_room_for_the_longest_label() -> None:
    items = [{"id": "a", "type": "book", "title": "Tides", "issued": {"date-parts": [[2012]]}}]
    listed = Processor("din-1505-2-alphanumeric", items).bibliography("html")
    assert listed.layout.label_width == len("[Tide12]")
    assert '<div class="csl-bib-body" style="--csl-label:9ch">' in listed


def test_blocks_of_an_entry_are_lines() -> None:
    author = [{"family": "Stone", "given": "Ruth"}]
    items = [{"id": "a", "type": "book", "title": "Tides", "author": author, "publisher": "P"}]
    style = "latin-american-perspectives"
    processor = Processor(style, items)
    assert str(processor.bibliography()).splitlines()[0] == "Stone, Ruth"
    assert '<div class="csl-block">Stone, Ruth</div><div' in processor.bibliography("html")


def test_a_year_in_the_margin_is_not_a_number_for_latex() -> None:
    author = [{"family": "Brandt", "given": "Ann"}]
    items = [
        {"id": "a", "type": "book", "author": author, "title": "Tides"},
        {"id": "b", "type": "webpage", "URL": "https://a.org", "issued": {"date-parts": [[2019]]}},
    ]
    latex = str(Processor("estudios-de-cultura-maya", items).bibliography("latex"))
    assert "@biblabel" in latex
    assert "2019" in latex


def test_a_long_margin_gets_no_room_of_its_own() -> None:
    author = [{"family": f"Name{letter}", "given": "Ann"} for letter in "abcdefgh"]
    items = [{"id": "a", "type": "book", "author": author, "title": "Tides"}]
    listed = Processor("bioarchaeology-international", items).bibliography("html")
    assert listed.layout.label_width > 12
    assert "--csl-label:" not in listed


def test_a_line_break_in_what_is_written_around_a_cite_is_a_space() -> None:
    items = [{"id": "a", "type": "book", "title": "Tides"}]
    cite = {"id": "a", "prefix": "see\nalso", "locator": "3\n4"}
    assert Processor("apa", items).cite([[cite]], "html") == [
        "(see also <i>Tides</i>, n.d., p. 3 4)"
    ]


def test_spaces_do_not_stand_at_the_ends_of_lines() -> None:
    layout = (
        '<names variable="author" suffix=". "/>'
        '<text variable="title" prefix=" " font-style="italic" display="block"/>'
        '<text variable="publisher" display="indent"/>'
    )
    xml = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        "<info><title>x</title><id>x</id><updated>2020-01-01T00:00:00Z</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation>'
        f"<bibliography><layout>{layout}</layout></bibliography></style>"
    ).encode()
    items = [{"id": "a", "title": "Tides", "author": [{"family": "Stone"}], "publisher": "P"}]
    style = Style("case", xml, None, has_bibliography=True)
    assert str(Processor(style, items).bibliography()) == "Stone.\nTides\n    P"
    assert str(Processor(style, items).bibliography("rst")) == "| Stone.\n| *Tides*\n|     P"


def test_a_space_that_breaks_no_line_makes_no_other_name() -> None:
    items = [
        {
            "id": str(number),
            "type": "book",
            "title": f"T{number}",
            "author": [{"family": "Brandt", "given": given}],
            "issued": {"date-parts": [[2016]]},
        }
        for number, given in enumerate(("Jean Paul", "Jean\u00a0Paul"))
    ]
    cites = Processor("chicago-author-date", items).cite(["0", "1"])
    assert cites == ["(Brandt 2016a)", "(Brandt 2016b)"]
