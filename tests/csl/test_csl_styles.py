from pathlib import Path

import pytest

from refcore.csl import Processor, Style, bibliography, cite, find_style, style_names
from refcore.csl.stylefile import parse_style
from refcore.errors import StyleError
from refcore.model import Date, Library, Reference

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
LAYOUT = "<citation><layout><text variable='title'/></layout></citation>"
BOOK = Reference("b", "book", "One", issued=Date.of(2020))

POPULAR = (
    "apa ieee nature science cell modern-language-association vancouver harvard1 bmj plos "
    "american-medical-association american-chemical-society american-sociological-association "
    "american-political-science-association elsevier-harvard elsevier-with-titles the-lancet "
    "springer-basic-author-date acm-sig-proceedings association-for-computing-machinery "
    "elsevier-vancouver iso690-author-date-en din-1505-2 royal-society-of-chemistry oscola "
    "american-physics-society council-of-science-editors biomed-central frontiers "
    "chicago-author-date"
).split()


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("apa", "apa"),
        ("APA", "apa"),
        (" ieee ", "ieee"),
        ("apa.csl", "apa"),
        ("vancouver", "nlm-citation-sequence"),
        ("harvard1", "harvard-cite-them-right"),
        ("mla", "modern-language-association"),
        ("Modern Language Association", "modern-language-association"),
        ("http://www.zotero.org/styles/nature", "nature"),
        ("nature-physics", "nature"),
        ("Accident Analysis and Prevention", "accident-analysis-and-prevention"),
        ("APA Style 7th edition", "apa"),
    ],
)
def test_styles_are_found(given: str, found: str) -> None:
    assert find_style(given).name == found


def test_a_dependent_style_has_its_own_locale() -> None:
    dependent = find_style("abi-technik")
    assert dependent.default_locale == "de-DE"
    assert dependent.name in style_names()


def test_what_is_alike_is_suggested() -> None:
    with pytest.raises(StyleError, match=r"no style 'chicago-autor-date'\. Did you mean chicago-"):
        find_style("chicago-autor-date")
    with pytest.raises(StyleError, match=r"no style 'ieeee'.*ieee"):
        find_style("ieeee")
    for odd in ("", "\0", "../none", "x" * 5000):
        with pytest.raises(StyleError):
            find_style(odd)


def write(path: Path, text: str) -> Path:
    file = path / "own.csl"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_style_of_ones_own(tmp_path: Path) -> None:
    layout = "<bibliography><layout suffix='!'><text variable='title'/></layout></bibliography>"
    file = write(tmp_path, HEAD + LAYOUT + layout + "</style>")
    assert str(bibliography(BOOK, file)) == str(bibliography(BOOK, str(file))) == "One!"
    with pytest.raises(StyleError, match="cannot be read"):
        find_style(tmp_path / "none.csl")
    with pytest.raises(StyleError, match="is a folder"):
        find_style(tmp_path)


BOMB = "".join(
    f"<macro name='m{n}'>" + f"<text macro='m{n + 1}'/>" * 10 + "</macro>" for n in range(8)
)
BRANCHES = "".join(
    f"<macro name='m{n}'><choose>"
    + f"<if type='book'><text macro='m{n + 1}'/></if>" * 10
    + "</choose></macro>"
    for n in range(9)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no xml", "not well-formed"),
        ("", "not well-formed"),
        ("<html/>", "is not CSL"),
        (HEAD, "not well-formed"),
        (HEAD + "</style>", "no citation section"),
        ('<!DOCTYPE style [<!ENTITY a "b">]>' + HEAD + LAYOUT + "</style>", "DOCTYPE"),
        ('<!DOCTYPE style SYSTEM "file:///etc/passwd">' + HEAD + LAYOUT + "</style>", "DOCTYPE"),
        (HEAD + "<group>" * 400 + "</group>" * 400 + "</style>", "not well-formed"),
        (
            HEAD + "<macro name='a'><text macro='a'/></macro><citation><layout>"
            "<text macro='a'/></layout></citation></style>",
            "never ends: macro 'a' calls itself",
        ),
        (
            HEAD + "<citation><layout><text macro='a'/></layout></citation></style>",
            "calls the macro 'a', which is missing",
        ),
        (
            HEAD + BOMB + "<macro name='m8'><text value='x'/></macro><citation><layout>"
            "<text macro='m0'/></layout></citation></style>",
            "too many macros",
        ),
        (
            HEAD + BRANCHES + "<macro name='m9'><text value='x'/></macro><citation><layout>"
            "<text macro='m0'/></layout></citation></style>",
            "too many macros",
        ),
        (HEAD + " " * 4_000_001 + "</style>", "expected at most"),
    ],
)
def test_hostile_styles_are_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(StyleError, match=message):
        find_style(write(tmp_path, text))


def test_an_entity_bomb_is_refused_at_once() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n + 1};" * 10}">' for n in range(30))
    text = f"<!DOCTYPE style [{entities}]><style>&a0;</style>"
    with pytest.raises(StyleError):
        parse_style(text.encode(), "bomb")


@pytest.mark.parametrize("style", POPULAR)
def test_popular_styles_set_every_type(style: str) -> None:
    types = "article article-journal book chapter dataset paper-conference report software thesis"
    library = [
        Reference(f"k{n}", kind, f"Title {n}", issued=Date.of(2000 + n), fields={"page": "1-9"})
        for n, kind in enumerate(types.split())
    ]
    printed = bibliography(library, style, "html")
    assert len(printed.entries) == len(library)
    assert "None" not in str(printed)
    assert not [text for text in printed.warnings if "failed" in text]


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>x</title><id>x</id><updated>2020-01-01T00:00:00Z</updated>{link}</info>{body}</style>"""
BODY = '<citation><layout prefix="&lt;"><text variable="title"/></layout></citation>'


def test_a_style_may_be_a_text() -> None:
    xml = STYLE.format(link="", body=BODY)
    item = {"id": "a", "type": "book", "title": "One"}
    assert Processor(xml, [item]).cite(["a"]) == ["<One"]
    assert Processor(Style.from_xml(xml.encode(), "own"), [item]).style.name == "own"


def test_a_dependent_style_finds_its_parent_beside_it(tmp_path: Path) -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/house"/>'
    (tmp_path / "child.csl").write_text(STYLE.format(link=link, body=""))
    with pytest.raises(StyleError, match="depends on"):
        find_style(tmp_path / "child.csl")
    (tmp_path / "house.csl").write_text(STYLE.format(link="", body=BODY))
    assert find_style(tmp_path / "child.csl").name == "house"


def test_two_styles_that_depend_on_each_other_are_refused(tmp_path: Path) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        link = f'<link rel="independent-parent" href="http://x/{other}"/>'
        (tmp_path / f"{name}.csl").write_text(STYLE.format(link=link, body=""))
    with pytest.raises(StyleError, match="depends on"):
        find_style(tmp_path / "one.csl")


@pytest.mark.parametrize("locale", ["a-" * 5_000, "xx-YY", "../../en-US"])
def test_a_style_in_a_language_without_a_locale_prints_english(tmp_path: Path, locale: str) -> None:
    style = tmp_path / "own.csl"
    style.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" '
        f'default-locale="{locale}"><info><title>t</title></info><citation><layout>'
        '<text term="and"/></layout></citation></style>',
        encoding="utf-8",
    )
    assert str(cite(Library([BOOK]), ["b"], style=style)) == "and"
