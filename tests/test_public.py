"""The public face: what is exported, documented and deprecated, and how people call it."""

import inspect
import json
import re
import runpy
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import refcore
from refcore import errors

ROOT = Path(__file__).resolve().parent.parent
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
RENAMED = {
    "parse_authors": "read_author_list",
    "parse_name": "read_name",
    "parse_names": "read_bibtex_names",
}


def test_every_public_name_can_be_had_and_has_a_docstring() -> None:
    assert list(refcore.__all__) == sorted(refcore.__all__)
    for name in refcore.__all__:
        assert getattr(refcore, name).__doc__, name
    with pytest.raises(AttributeError):
        _ = refcore.no_such_name  # type: ignore[attr-defined]


def test_every_public_call_lists_its_arguments_and_result_and_has_an_example() -> None:
    for name in refcore.__all__:
        value = getattr(refcore, name)
        text = inspect.getdoc(value) or ""
        if inspect.isclass(value):
            assert ">>>" in text or issubclass(value, Exception), name
            continue
        signature = inspect.signature(value)
        assert ">>>" in text, name
        assert "Args:" in text or not signature.parameters, name
        assert "Returns:" in text or signature.return_annotation == "None", name


def test_dir_shows_the_public_names_alone() -> None:
    assert dir(refcore) == sorted([*refcore.__all__, "__version__"])
    code = "import refcore; refcore.Person; refcore.dumps; print(*dir(refcore))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == dir(refcore)


def test_every_public_name_has_one_line_in_the_documents() -> None:
    written = runpy.run_path(str(ROOT / "docs" / "api.py"))["page"]()
    assert written == API, "run: python docs/api.py"
    listed = re.findall(r"^\| `(\w+)` \| (.+) \|$", API, re.MULTILINE)
    assert sorted(name for name, _ in listed) == list(refcore.__all__)


def test_every_error_can_be_imported() -> None:
    assert set(errors.__all__) <= set(refcore.__all__)


@pytest.mark.parametrize(("old", "new"), RENAMED.items())
def test_a_deprecated_name_warns_and_still_works(old: str, new: str) -> None:
    with pytest.warns(DeprecationWarning, match=f"refcore.{new}"):
        found = getattr(refcore, old)
    assert found is getattr(refcore, new)


def test_a_public_name_does_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in refcore.__all__:
            getattr(refcore, name)


def test_the_schema_of_reports_lists_the_verdicts() -> None:
    written = runpy.run_path(str(ROOT / "docs" / "api.py"))["schema"]()
    text = (ROOT / "docs" / "verify.schema.json").read_text(encoding="utf-8")
    assert written == text, "run: python docs/api.py"
    enum = json.loads(text)["$defs"]["report"]["properties"]["verdict"]["enum"]
    assert enum == [str(verdict) for verdict in refcore.Verdict]
