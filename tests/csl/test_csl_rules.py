"""The rules of CSL 1.0.2, one small case each, kept in ``rules/``.

A case has a name, the section of the specification that it shows, the inside
of a style, items as CSL-JSON and what is expected: a text for one citation of
all items, a list where ``citations`` are given or the entries of the
bibliography are ``shown``. ``attributes`` stand on the style, ``format`` is
that of the output, ``locale`` the one asked for. ``alone`` has citations outside
any document.

``neighbours/`` has cases of the kinds that the public test suite names, one file
a kind. citeproc-js prints the same, or docs/csl.md says who is right.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from refcore.csl import Processor, Style
from refcore.csl.document import cite_of

HERE = Path(__file__).parent
FILES = sorted([*HERE.glob("rules/*.json"), *HERE.glob("neighbours/*.json")])
CASES = {
    f"{path.parent.name} {path.stem}: {case['name']}": case
    for path in FILES
    for case in json.loads(path.read_text(encoding="utf-8"))
}
INFO = "<info><title>Case</title><id>case</id><updated>2020-01-01T00:00:00Z</updated></info>"


def style_of(case: dict[str, Any]) -> Style:
    given = {"class": "in-text", "version": "1.0", **case.get("attributes", {})}
    attributes = " ".join(f'{name}="{value}"' for name, value in given.items())
    start = f'<style xmlns="http://purl.org/net/xbiblio/csl" {attributes}>'
    xml = f"{start}{INFO}{case['style']}</style>".encode()
    listed = "<bibliography" in case["style"]
    locale = given.get("default-locale")
    return Style("case", xml, locale, has_bibliography=listed)


def rendered(case: dict[str, Any]) -> str | list[str]:
    items = [{"type": "book", **item} for item in case["items"]]
    processor = Processor(style_of(case), items, case.get("locale"))
    output = case.get("format", "text")
    if case.get("shown") == "bibliography":
        return [entry.text for entry in processor.bibliography(output).entries]
    if "alone" in case:
        clusters = [[cite_of(cite) for cite in cites] for cites in case["alone"]]
        return [processor.cite_one(cites, output) for cites in clusters]
    if "citations" in case:
        return processor.cite(case["citations"], output)
    return processor.cite_one([item["id"] for item in items], output)


@pytest.mark.parametrize("name", CASES)
def test_a_rule(name: str) -> None:
    case = CASES[name]
    assert rendered(case) == case["expected"]


def test_every_case_says_what_it_shows() -> None:
    assert len(CASES) == sum(len(json.loads(path.read_text("utf-8"))) for path in FILES)
    assert all(case["section"] and case["expected"] for case in CASES.values())
