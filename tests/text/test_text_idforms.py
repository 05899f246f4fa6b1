"""The forms of identifiers match what the values of identifiers read, and are defined once."""

import re
from pathlib import Path

import pytest

import refcore
from refcore.model.identifiers import ArxivId, Doi
from refcore.text.idforms import ANY_ARXIV, DOI_PREFIX, FORMS

PACKAGE = Path(refcore.__file__).parent
SPELT = re.compile(r"10\\\.(?:\[0-9\]|\\d)\{|(?:\[0-9\]|\\d)\{4\}\\\.(?:\[0-9\]|\\d)\{4")
# The schema of CITATION.cff has a pattern of its own.
OWN = {"text/idforms.py", "formats/cff/types.py"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_matches_its_example(form) -> None:
    for flags in (0, re.VERBOSE):
        assert re.fullmatch(form.pattern, form.example, flags)
        assert not re.fullmatch(form.pattern, form.counterexample, flags)
    assert re.compile(form.pattern).groups == 0


@pytest.mark.parametrize(
    "written",
    ["2506.13585", "0704.0001v3", "hep-th/9711200", "math.GT/0309136v1", "cs/0112017",
     "cond-mat.mes-hall/0501001", "q-bio/0601001"],
)  # fmt: skip
def test_ids_of_arxiv_have_the_form(written: str) -> None:
    assert re.fullmatch(ANY_ARXIV, written, re.IGNORECASE)
    assert ArxivId.parse(written)


@pytest.mark.parametrize("written", ["10.1000/182", "10.1000.10/123", "10.48550/arXiv.2506.13585"])
def test_dois_begin_with_the_prefix(written: str) -> None:
    assert re.match(rf"{DOI_PREFIX}/", written)
    assert Doi.parse(written)


def test_no_other_module_spells_them_out() -> None:
    modules = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    assert {name for name, path in modules.items() if SPELT.search(path.read_text())} <= OWN
