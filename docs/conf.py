"""The site of the documents: `nox -s docs` builds it from the Markdown files of this folder.

index.md is the table of contents: each of its headings with a list of links is a part of the
site. So a page is added by a link there, and the pages hold nothing but Markdown.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent
ABOUT = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = ABOUT["name"]
html_title = project
extensions = ["myst_parser"]
exclude_patterns = ["**.ipynb", "examples/**"]
nitpicky = True

# Anchors are made as on the pages of a repository: lower case, with hyphens for spaces.
myst_heading_anchors = 4
suppress_warnings = ["myst.header"]  # a page may begin a part with a deeper heading

html_theme = "furo"
html_copy_source = False  # each page's Markdown is beside it
html_show_sphinx = False
html_static_path = ["static"]
html_css_files = ["refcore.css"]
pygments_style = "default"
pygments_dark_style = "monokai"
# What is printed is not a program.
highlight_language = "none"


def parts(text: str) -> dict[str, list[str]]:
    """Return the pages of each part of the table of contents, in order.

    >>> parts("## Learn\\n\\n- [One](a.md): first\\n- [Two](b/c.md#d)\\n")
    {'Learn': ['a', 'b/c']}
    """
    found: dict[str, list[str]] = {}
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        pages = re.findall(r"^ *- \[[^]]+\]\((?!\w+:)([^)#]+)\.md", body, re.MULTILINE)
        inside = [page for page in pages if not page.startswith("..")]
        if inside:
            found[heading.strip()] = list(dict.fromkeys(inside))
    return found


def without_links_out(text: str, folder: Path) -> str:
    """Return a page with the words alone of links to files that the site does not have."""

    def kept(found: re.Match[str]) -> str:
        target = (folder / found[2]).resolve()
        return found[0] if target.is_relative_to(HERE) else found[1]

    return re.sub(r"\[([^]]+)\]\((?!\w+:|#)([^)#]+)(?:#[^)]*)?\)", kept, text)


def pages_below(page: str, text: str) -> list[str]:
    """Return the pages that a page links to in the folder of its own name.

    >>> pages_below("verdicts", "| [one](verdicts/one.md) | [two](other/two.md) |")
    ['verdicts/one']
    """
    return list(dict.fromkeys(re.findall(rf"\]\(({re.escape(page)}/[^)#]+)\.md", text)))


def contents(pages: list[str], caption: str = "") -> str:
    """Return a list of pages as Sphinx takes it for the sidebar."""
    named = f":caption: {caption}\n" if caption else ""
    return "\n```{toctree}\n:hidden:\n" + named + "\n" + "\n".join(pages) + "\n```\n"


def prepare(_app: Sphinx, page: str, source: list[str]) -> None:
    """Fit a page to the site, and add what the sidebar shows below it."""
    source[0] = without_links_out(source[0], (HERE / page).parent)
    if page == "index":
        for heading, pages in parts(source[0]).items():
            source[0] += contents(pages, heading)
    elif inside := pages_below(page, source[0]):
        source[0] += contents([f"/{one}" for one in inside])


def copy_sources(app: Sphinx, failed: Exception | None) -> None:
    """Put the Markdown of each page beside it, and the list of all into llms.txt."""
    if failed is None and app.builder.name == "html":
        for page in app.env.found_docs:
            shutil.copyfile(HERE / f"{page}.md", Path(app.outdir) / f"{page}.md")
        shutil.copyfile(HERE / "index.md", Path(app.outdir) / "llms.txt")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what the site needs beyond Sphinx."""
    app.connect("source-read", prepare)
    app.connect("build-finished", copy_sources)
    return {"parallel_read_safe": True}
