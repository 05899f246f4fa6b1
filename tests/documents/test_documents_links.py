"""Cites of a document that link to their entries."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore import Reference
from refcore.cli.commands import cli
from refcore.documents import render

BOOKS = [Reference("a", "book", "Moss"), Reference("b", "book", "Fen")]
ASKED = "---\nlink-citations: true\n---\n"
LINKS = {
    "html": '<a href="#ref-b">[2]</a>',
    "markdown": r"[\[2\]](#ref-b)",
    "latex": r"\hyperlink{cite.b}{[2]}",
    "typst": r"#link(<ref-b>)[\[2\]];",
    "rst": "`[2] <ref-b_>`__",
}


@pytest.mark.parametrize(("output", "link"), LINKS.items())
def test_the_head_of_the_document_asks_for_links(output, link):
    text = "See [@a] and [@b] too."
    assert link in render(ASKED + text, BOOKS, style="ieee", format=output).text
    assert link not in render(text, BOOKS, style="ieee", format=output).text
    off = render(ASKED + text, BOOKS, style="ieee", format=output, link_citations=False).text
    assert link not in off
    assert link in render(text, BOOKS, style="ieee", format=output, link_citations=True).text


@pytest.mark.parametrize("output", ["html", "markdown", "typst", "rst"])
def test_an_entry_that_is_listed_twice_is_one_place(output):
    lists = "::: {#refs}\n:::\n\n::: {.refs type=book}\n:::\n"
    text = render(f"{ASKED}See [@a].\n\n{lists}", BOOKS, style="ieee", format=output).text
    assert text.count("Moss") == 2
    place = {"typst": "metadata(none) <ref-a>", "rst": "_ref-a:"}.get(output, 'id="ref-a"')
    assert text.count(place) == 1


def test_on_the_command_line(tmp_path: Path):
    bib, paper = tmp_path / "r.bib", tmp_path / "p.md"
    bib.write_text("@book{a, title={Moss}}", encoding="utf-8")
    paper.write_text(ASKED + "See [@a].\n", encoding="utf-8")
    command = ["render", str(paper), "--bib", str(bib), "--style", "ieee", "--to", "typst"]
    assert "#link(<ref-a>)" in CliRunner().invoke(cli, command).output
    off = CliRunner().invoke(cli, [*command, "--no-link-citations"]).output
    assert "#link(<ref-a>)" not in off
