"""The public face: what is exported, documented and deprecated, and how people call it."""

import functools
import inspect
import json
import re
import runpy
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
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


# Their examples would need an answer of arXiv; tests/arxiv has them with a server on loopback.
ASK_ARXIV = {f"ArxivClient.{name}" for name in ("ask", "fetch", "glance", "search")}
PUBLIC_CALLS = {
    name: value for name in refcore.__all__ if not inspect.isclass(value := getattr(refcore, name))
}
PUBLIC_CLASSES = [
    value for name in refcore.__all__ if inspect.isclass(value := getattr(refcore, name))
]


def missing_parts(text: str, call: Callable[..., object]) -> list[str]:
    """Return the parts that the docstring of a call lacks."""
    signature = inspect.signature(call)
    takes = [name for name in signature.parameters if name not in {"self", "cls"}]
    gives = signature.return_annotation != "None"
    wanted = {"Args:": bool(takes), "Returns:": gives, ">>>": True}
    return [part for part, is_wanted in wanted.items() if is_wanted and part not in text]


def own_members(held: type) -> Iterator[tuple[str, object, Callable[..., object] | None]]:
    """Yield the public members of a class of this project: name, member, function if a method."""
    for base in held.__mro__:
        for name, member in vars(base).items():
            if base.__module__.startswith("refcore") and not name.startswith("_"):
                function = getattr(member, "__func__", member)
                yield f"{base.__name__}.{name}", member, inspect.isfunction(function) and function


@pytest.mark.parametrize("name", PUBLIC_CALLS)
def test_a_public_function_lists_its_parts_and_has_an_example(name: str) -> None:
    text = inspect.getdoc(PUBLIC_CALLS[name]) or ""
    assert missing_parts(text, PUBLIC_CALLS[name]) == []
    says_errors = "Raises:" in text or re.search(r"\b[Nn]o \w+\s+raises\s+an\s+error", text)
    assert says_errors or not inspect.signature(PUBLIC_CALLS[name]).parameters


@pytest.mark.parametrize("held", PUBLIC_CLASSES)
def test_a_public_class_and_its_members_are_described(held: type) -> None:
    assert issubclass(held, Exception) or ">>>" in (inspect.getdoc(held) or "")
    for name, member, function in own_members(held):
        text = inspect.getdoc(member) or ""
        if function:
            lacks = missing_parts(text, function)
            assert lacks == ([">>>"] if name in ASK_ARXIV else []), name
        elif isinstance(member, (property, functools.cached_property)):
            assert text, name


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
