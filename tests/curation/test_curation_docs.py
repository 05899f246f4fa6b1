"""The examples of docs/curation.md give what the document says."""

import re
from pathlib import Path

import pytest

import refcore

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "curation.md").read_text(encoding="utf-8")
LIBRARY = refcore.loads(re.findall(r"```bibtex refs.bib\n(.*?)```", TEXT, re.DOTALL)[0], "bibtex")
ROWS = re.findall(r"^\| `(.+?)` \| `(\S+)` \| `(\S+)` \| `(\S+)` \|$", TEXT, re.MULTILINE)


def test_there_are_examples() -> None:
    assert len(ROWS) >= 10
    assert len(LIBRARY) == 3


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_template_gives_the_keys_of_the_table(row: tuple[str, ...]) -> None:
    template = row[0].replace("\\|", "|")
    assert tuple(refcore.make_keys(LIBRARY, template).values()) == row[1:]


def test_every_function_and_filter_is_named() -> None:
    from refcore.curation.filters import FILTERS
    from refcore.curation.functions import FUNCTIONS
    from refcore.curation.markers import MARKERS

    hidden = {"discard", "getField", "text", "regex"}
    editors = {name for name in MARKERS if name.startswith(("edtr", "editor", "pureauth"))}
    for name in {*FUNCTIONS, *FILTERS, *MARKERS} - hidden - editors:
        assert re.search(rf"[`\[:(]{re.escape(name)}[`\](\"]", TEXT), name
