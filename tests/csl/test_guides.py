"""Entries of the kinds that style guides print as examples, as people have them in files.

``guides.json`` names the guide's section of each. The data are the project's own; what is
expected is the form that the guide prints, as plain text, as far as the guide's CSL style has it.
"""

import json
from pathlib import Path

import pytest

import refcore

CASES = json.loads((Path(__file__).parent / "guides.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["section"])
def test_an_entry_of_a_guide(case):
    library = refcore.loads(case["entry"], case["format"])
    assert str(refcore.bibliography(library, case["style"])) == case["expected"]


def test_every_guide_has_its_examples():
    guides = {case["section"].split(",")[0].split(" ref")[0] for case in CASES}
    assert len(CASES) >= 60
    assert len(guides) >= 7
