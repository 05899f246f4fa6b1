"""The public CSL test suite: what passes is listed, to the name.

It runs where REFCORE_CSL_FIXTURES names a folder of its fixtures. A listed fixture that is not in
the folder is passed over; one that fails, and one that passes and is not listed, fail the test.
`benchmarks/csl_suite.py --passes tests/csl/suite_passes.txt --update` writes the list.
"""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BENCHMARKS = HERE.parent.parent / "benchmarks"
FOLDER = os.environ.get("REFCORE_CSL_FIXTURES", "")
LISTED = frozenset((HERE / "suite_passes.txt").read_text(encoding="utf-8").split())
PATHS = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []


def fixtures():
    """Load the runner, which is no part of the package."""
    name = "csl_fixtures"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def passes(name: str, text: str) -> bool:
    runner = fixtures()
    fixture = runner.read_fixture(text, name)
    try:
        return runner.render_fixture(fixture, runner.Refcore).strip() == fixture.result
    except Exception:
        return False


if PATHS:

    @pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
    def test_a_fixture_passes_if_it_is_listed(path: Path) -> None:
        found = passes(path.stem, path.read_text(encoding="utf-8-sig"))
        assert found == (path.stem in LISTED)


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation><layout delimiter="; "><text variable="title" font-style="italic"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>"""
ITEMS = """[{"id": "a", "type": "book", "title": "<i>A</i> & B"},
{"id": "b", "type": "book", "title": "C"}]"""


def made(mode: str, result: str, **more: str) -> str:
    held = {"MODE": mode, "CSL": STYLE, "INPUT": ITEMS, "RESULT": result, **more}
    return "\n".join(f">>== {key} ==>>\n{text}\n<<== {key} ==<<" for key, text in held.items())


ITALICS = '<i><span style="font-style:normal;">A</span> &#38; B</i>'
DOCUMENT = """[[{"citationID": "x", "citationItems": [{"id": "b"}], "properties": {"noteIndex": 1}},
[], []], [{"citationID": "y", "citationItems": [{"id": "a"}], "properties": {"noteIndex": 2}},
[["x", 1]], []]]"""


@pytest.mark.parametrize(
    ("mode", "more", "expected"),
    [
        ("citation", {}, f"{ITALICS}; <i>C</i>"),
        ("citation", {"CITATION-ITEMS": '[[{"id": "b"}], [{"id": "a"}]]'}, f"<i>C</i>\n{ITALICS}"),
        ("citation", {"CITATIONS": DOCUMENT}, f"..[0] <i>C</i>\n>>[1] {ITALICS}"),
        (
            "bibliography",
            {"BIBENTRIES": '[["b"]]'},
            '<div class="csl-bib-body">\n  <div class="csl-entry">C</div>\n</div>',
        ),
    ],
)
def test_the_runner_prints_as_the_suite_wants_it(mode, more, expected) -> None:
    assert passes("made", made(mode, expected, **more))
    assert not passes("made", made(mode, "something else", **more))
