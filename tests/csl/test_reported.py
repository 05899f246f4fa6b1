"""Entries, cites and locators that neighbour publicly reported faults, in the shared styles.

``reported.json`` holds a case a line. A case is the entries of a file and the list printed of them,
the citations of items and their bibliography, a whole document, or a locator as people write it and
how it is read.
"""

import json
from pathlib import Path

import pytest

import refcore
from refcore.csl import Processor, read_locator
from refcore.csl.styles import find_style

CASES = json.loads((Path(__file__).parent / "reported.json").read_text(encoding="utf-8"))


def of_kind(kind: str) -> pytest.MarkDecorator:
    cases = [case for case in CASES if case["kind"] == kind]
    return pytest.mark.parametrize("case", cases, ids=[case["name"] for case in cases])


@of_kind("list")
def test_a_list_of_references(case) -> None:
    library = refcore.loads(case["entry"], case["format"])
    made = refcore.bibliography(library, case["style"], case["output"])
    assert "\n".join(entry.text for entry in made.entries) == case["expected"]


def processor_of(case) -> Processor:
    items = case["items"]
    if isinstance(items, str):
        items = list(refcore.loads(items, "bibtex"))
    return Processor(find_style(case["style"]), items, case.get("locale"))


@of_kind("cite")
def test_the_citations_of_a_document(case) -> None:
    output = case.get("output", "text")
    assert processor_of(case).cite(case["cites"], output) == case["expected"]


@of_kind("bib")
def test_the_bibliography_of_items(case) -> None:
    made = processor_of(case).bibliography(case["output"])
    assert [entry.text for entry in made.entries] == case["expected"]


@of_kind("doc")
def test_a_rendered_document(case) -> None:
    library = refcore.loads(case["bib"], "bibtex")
    made = refcore.render(case["text"], library, style=case["style"])
    assert made.text.strip() == case["expected"]


@of_kind("locator")
def test_a_locator_as_people_write_it(case) -> None:
    found = read_locator(case["text"])
    assert [found.label, found.value, found.suffix] == case["expected"]


def test_every_case_is_run() -> None:
    assert {case["kind"] for case in CASES} == {"list", "cite", "bib", "doc", "locator"}
    assert len(CASES) >= 340
