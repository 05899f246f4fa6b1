"""Links of identifiers, titles and cites (CSL 1.0.2, Appendix VI)."""

import pytest

from refcore.csl import Processor, bibliography, cite
from refcore.csl.processor.links import address_of
from refcore.model import Authors, Date, Doi, Library, Person, Reference

DOI = "10.1000/x_1"
ARTICLE = Reference(
    "k",
    "article-journal",
    "On moss",
    Authors([Person("Jo", "Ek")]),
    issued=Date.of(2001),
    doi=Doi(DOI),
    fields={"container-title": "Bogs", "volume": "3"},
)
LINK = '<a href="https://doi.org/10.1000/x_1">'


@pytest.mark.parametrize(
    ("variable", "value", "address"),
    [
        ("DOI", "10.1/a", "https://doi.org/10.1/a"),
        ("DOI", "https://dx.doi.org/10.1/a", "https://doi.org/10.1/a"),
        ("DOI", "doi: 10.1/a#b?c", "https://doi.org/10.1/a%23b%3Fc"),
        ("DOI", "10.1002/(SICI)1<2::AID>3.0", "https://doi.org/10.1002/(SICI)1%3C2::AID%3E3.0"),
        ("DOI", "see below", ""),
        ("PMID", "123", "https://www.ncbi.nlm.nih.gov/pubmed/123"),
        ("PMID", "1; 2", ""),
        ("PMCID", "PMC12", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12"),
        ("URL", "HTTP://a.org/b c", "http://a.org/b%20c"),
        ("URL", 'https://a.org/?q=1&r=%20#"x"', "https://a.org/?q=1&r=%20#%22x%22"),
        ("URL", "javascript:alert(1)", ""),
        ("URL", "data:text/html,x", ""),
        ("title", "https://a.org", ""),
    ],
)
def test_each_identifier_has_its_address(variable, value, address) -> None:
    assert address_of(variable, value) == address


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", f"<i>3</i>. {LINK}https://doi.org/10.1000/x_1</a>"),
        ("ieee", f"doi: {LINK}10.1000/x_1</a>."),
        ("american-medical-association", f"doi:{LINK}10.1000/x_1</a>"),
    ],
)
def test_a_printed_doi_is_a_link(style, expected) -> None:
    printed = str(bibliography(ARTICLE, style, "html"))
    assert expected in printed
    assert printed.count("<a ") == 1


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("html", f"{LINK}On moss</a>"),
        ("markdown", "[On moss](https://doi.org/10.1000/x_1)"),
        ("latex", r"\href{https://doi.org/10.1000/x_1}{On moss}"),
        ("rst", "`On moss <https://doi.org/10.1000/x\\_1>`__"),
        ("typst", '#link("https://doi.org/10.1000/x_1")[On moss];'),
        ("text", "On moss"),
        ("suite", "On moss"),
    ],
)
def test_the_title_is_a_link_where_no_identifier_is_printed(output, expected) -> None:
    printed = bibliography(ARTICLE, "nature", output)
    assert expected in str(printed)
    assert "On moss" in str(bibliography(ARTICLE, "nature", output, links=False))
    assert "doi.org" not in str(bibliography(ARTICLE, "nature", output, links=False))


def test_links_keep_the_formatting_of_what_they_show() -> None:
    book = Reference("b", "book", "On <i>Sphagnum</i>", url="https://a.org/")
    shown = bibliography(book, "nature", "html").entries[0].text
    assert '<a href="https://a.org/"><i>On </i>Sphagnum</a>' in shown


def test_a_linked_title_begins_no_list_in_typst() -> None:
    book = Reference("b", "book", "1. Moss", url="https://a.org/")
    shown = bibliography(book, "nature", "typst").entries[0].text
    assert '#link("https://a.org/")[#emph[1\\. Moss];];' in shown
    plain_title = ARTICLE.evolve(title="- Moss")
    assert "[\\- Moss];" in bibliography(plain_title, "nature", "typst").entries[0].text


def test_a_bibliography_in_latex_needs_no_package() -> None:
    printed = str(bibliography(ARTICLE, "nature", "latex"))
    assert "\\providecommand\\href{\\@secondoftwo}" in printed
    assert "href" not in str(bibliography(ARTICLE, "nature", "latex", links=False))
    assert "href" not in cite(Library([ARTICLE]), "k", "chicago-notes-bibliography", "latex")


@pytest.mark.parametrize("style", ["apa", "ieee", "nature", "modern-language-association"])
def test_no_link_lies_in_another(style) -> None:
    linked = ARTICLE.evolve(title="On https://a.org/moss", url="https://a.org/x")
    printed = str(bibliography(linked, style, "html"))
    for part in printed.split("<a ")[1:]:
        assert part.count("</a>") == 1


def test_cites_link_to_their_entries() -> None:
    items = [{"id": f"k {n}", "type": "book", "title": f"T{n}"} for n in range(4)]
    processor = Processor("ieee", items, link_citations=True)
    assert processor.cite_one(["k 1"], "html") == '<a href="#ref-k_1">[2]</a>'
    assert processor.cite_one(["k 1"], "markdown") == r"[\[2\]](#ref-k_1)"
    assert processor.cite_one(["k 1"], "latex") == r"\hyperlink{cite.k-1}{[2]}"
    assert processor.cite_one(["k 1"], "typst") == r"#link(<ref-k_1>)[\[2\]];"
    assert processor.cite_one(["k 1"], "rst") == "`[2] <ref-k-1_>`__"
    assert processor.cite_one(["k 1"], "text") == "[2]"
    assert r"\bibitem{k-1} " in str(processor.bibliography("latex"))
    assert r"#metadata(none) <ref-k_1>\[2\]" in str(processor.bibliography("typst"))
    assert ".. _ref-k-1:\n\n[2] " in str(processor.bibliography("rst"))
    assert r'<span id="ref-k_1"></span>\[2\] ' in str(processor.bibliography("markdown"))
    assert "ref-k" not in str(Processor("ieee", items).bibliography("typst"))
    assert 'id="ref-k_1"' in str(processor.bibliography("html"))
    ranged = Processor("nature", items, link_citations=True)
    assert ranged.cite_one([item["id"] for item in items], "html") == (
        '<sup><a href="#ref-k_0">1</a>–<a href="#ref-k_3">4</a></sup>'
    )
    assert Processor("ieee", items).cite_one(["k 1"], "html") == "[2]"
