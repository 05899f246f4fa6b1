"""Hostile and long notes are read in a time that grows with their length."""

import gc
import runpy
import time
from pathlib import Path

import pytest

from refcore.markdown import read
from refcore.markdown.forms import read_forms
from refcore.markdown.note import inside

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
INSTRUCTIONS = runpy.run_path(str(BENCHMARKS / "growth.py"))["instructions"]
URL = "https://arxiv.org/abs/2506.13585"
# The beginning of a note, and a text that is repeated after it.
PATTERNS = {
    "spaces": (f"{URL} x", " "),
    "tabs": (f"{URL} x", "\t"),
    "line separators": (f"{URL} x", "\u2028"),
    "spaces of other widths": (f"{URL} x", "\u205f"),
    "and": (f"{URL} by Ada Berg", " and "),
    "ands": (f"{URL} by", " and "),
    "opening parentheses": (URL, "("),
    "closing parentheses": (URL, ")"),
    "dollars in lines": ("", "$\n"),
    "dollars": ("", "$^\n"),
    "apostrophes in lines": ("", "'\n"),
    "apostrophes": ("", "a '\n"),
    "quotes in lines": ("", '"\n'),
    "quotes": (URL, '"'),
    "spans": (URL, "<span "),
    "anchors": (URL, "<a href="),
    "comments": (URL, "<!--"),
    "superscripts": (URL, "<sup>"),
    "items of HTML": (URL, "<li>"),
    "cells of HTML": ("<table>", "<tr><td>a</td>"),
    "stars": (URL, "*a "),
    "underlines": (URL, "_a "),
    "brackets": (URL, "["),
    "images": (URL, "![a]("),
    "et al.": ("", "Berg et al. "),
    "et al. alone": (URL, " et al. "),
    "names": (f"{URL} by ", "Ada Berg, "),
    "names and names": (f"{URL} by ", "Ada Berg and "),
    "by": (URL, " by"),
    "by a name": ("", f"{URL} by Ada Berg "),
    "authors": ("", "The authors "),
    "labels": ("", "Authors: "),
    "counts": ("", "over 5 authors "),
    "no": (URL, "no "),
    "colons": ("", "a: "),
    "rows": ("|a|b|\n|-|-|\n", "|Ada Berg|x|\n"),
    "pipes": ("", "|"),
    "addresses": (URL, " https://a.org/x"),
    "entities": ("", "&#39;"),
    "dots": (URL, "..."),
    "elisions": (URL, "Ada Berg, ... "),
    "capitals": (URL, " Ada"),
    "lines of names": (f"{URL}\n", "Ada Berg\n"),
    "initials": (URL, " A."),
    "family names first": (f"{URL} by ", "Berg, A., "),
    "family names and initials": (f"{URL} by ", "Berg A, "),
    "semicolons": (f"{URL} by ", "Berg, Ada; "),
    "years": (URL, " Berg & Fei, 2023"),
    "years in parentheses": (URL, " (2023)"),
    "definitions": ("", "[a]: "),
    "DOIs": ("", "10.1000/"),
    "words before an id": ("", "arxiv:"),
    "bold words": (f"- {URL} ", "**a** "),
    "quoted words": (f"- {URL} ", '"a b" '),
    "words in parentheses": (f"- {URL} ", "a (b) "),
    "words in brackets": (f"- {URL} ", "[a] "),
    "words and semicolons": (f"- {URL} ", "Ada; "),
    "dashes": (f"- {URL} ", "Ada — "),
    "questions": (f"- {URL} ", "Ada? "),
    "titles and et al.": (f"- {URL} A title", ", Ada et al."),
    "bold tags": (URL, "<b>"),
    "italic tags": (URL, "a <i>b</i> "),
    "folds": (URL, "<details>\n"),
    "front matter": (f"---\nurl: {URL}\n", "a: b\n"),
    "open front matter": ("---\n", "a: b\n"),
    "fields": ("", "authors:: [[Ada Berg]]\n"),
    "labels of other languages": (URL, "作者："),
    "labels in lines": (URL, "\n**作者**: Ada Berg"),
    "wiki links": (URL, "[[a|"),
    "works without an id": ("", '- Ada Berg et al., "On the Form of It", ICML 2024.\n'),
    "papers in one block": ("", f"- {URL} Ada Berg, Bo Fei. "),
    "papers in lines": ("", f"**A title of it** Ada Berg, Bo Fei {URL}\n"),
    "papers in sections": ("", f"# A title\n\nAda Berg, Bo Fei\n\n{URL}\n\n"),
    "authorship": (URL, " Ada Berg is an author"),
    "authorship without a name": (URL, " is among the"),
}


def seconds(text: str) -> float:
    """Return the CPU time that a note takes, without that of collecting what other tests left."""
    gc.disable()
    try:
        start = time.process_time()
        read(text)
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_takes_long(name: str) -> None:
    """Quadratic reading of 12 KB takes seconds; linear reading takes hundredths of one."""
    begin, unit = PATTERNS[name]
    seconds(begin + unit)  # patterns are compiled when they are first used
    assert seconds(begin + unit * (12_000 // len(unit))) < 1


# Texts that are repeated with another number each time.
DISTINCT = {
    "DOIs in one paragraph": "10.1000/x{} ",
    "ids in one paragraph": "arXiv:2506.{:05} ",
    "DOIs in lines": "Bo Fei. On it. 10.1000/x{}\n",
    "links": "[On the form of it](https://doi.org/10.1000/x{}) by Bo Fei. ",
}


def instructions(text: str) -> int:
    """Return how many instructions of Python the entries of a note take."""
    reading, _, _ = inside(text, None)
    return INSTRUCTIONS(lambda: read_forms(reading))


@pytest.mark.parametrize("name", DISTINCT)
def test_the_instructions_grow_with_what_is_listed(name: str) -> None:
    """A list of eight times the length takes at most eleven times the instructions."""
    few, many = ("".join(map(DISTINCT[name].format, range(count))) for count in (50, 400))
    assert instructions(many) < 11 * instructions(few)


def test_entries_of_one_key_in_code_blocks_take_linear_time() -> None:
    few, many = (
        "".join(f"```bibtex\n@misc{{a, title={{T{n}}}}}\n```\n" for n in range(count))
        for count in (50, 400)
    )
    assert INSTRUCTIONS(lambda: read(many)) < 11 * INSTRUCTIONS(lambda: read(few))
