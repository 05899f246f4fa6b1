"""Links between documents lead to pages, anchors and files that exist, and each page is listed."""

import doctest
import re
import runpy
from pathlib import Path
from urllib.parse import unquote

import pytest
from docs_pages import DOCS, NAMES, PAGES, ROOT, anchors, targets, tokens
from pygments.lexers import get_lexer_by_name

WEB = re.compile(r"https?://|mailto:")
LINKING = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *PAGES]


def faults(path: Path) -> list[str]:
    """Return the links of a page that lead nowhere."""
    found = []
    for target in targets(path):
        if WEB.match(target):
            continue
        file, _, anchor = unquote(target).partition("#")
        page = (path.parent / file).resolve() if file else path
        if not page.is_file() or (anchor and anchor not in anchors(page)):
            found.append(target)
    return found


@pytest.mark.parametrize("path", LINKING, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(DOCS)))
def test_the_site_can_colour_each_block(path: Path) -> None:
    for token in tokens(path):
        if token.type == "fence":
            get_lexer_by_name(token.info.split()[0])  # the site warns of a language without one


def test_a_link_to_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One `two`\n\n[a](#one-two) [b](#three) [c](gone.md) [d](page.md#one)\n")
    assert faults(page) == ["#three", "gone.md", "page.md#one"]


def test_the_first_page_lists_each_page_once() -> None:
    conf = runpy.run_path(str(DOCS / "conf.py"))
    contents = conf["parts"]((DOCS / "index.md").read_text(encoding="utf-8"))
    listed = [page for pages in contents.values() for page in pages]
    for page in tuple(listed):
        listed += conf["pages_below"](page, (DOCS / f"{page}.md").read_text(encoding="utf-8"))
    assert sorted(f"{page}.md" for page in listed) == sorted({*NAMES} - {"index.md"})


def test_the_examples_of_the_configuration_hold() -> None:
    conf = runpy.run_path(str(DOCS / "conf.py"))
    for name in ("parts", "pages_below"):
        for test in doctest.DocTestFinder().find(conf[name], name, globs=conf):
            assert test.examples
            doctest.DebugRunner().run(test)


def test_links_out_of_the_site_become_words() -> None:
    conf = runpy.run_path(str(DOCS / "conf.py"))
    text = (
        "See [the rules](../CONTRIBUTING.md#a), [one](cli.md#b), [two](#c), [a](https://a.example)."
    )
    kept = "See the rules, [one](cli.md#b), [two](#c), [a](https://a.example)."
    assert conf["without_links_out"](text, DOCS) == kept
