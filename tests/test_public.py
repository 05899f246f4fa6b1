"""The public face: what is exported, documented and deprecated, and how people call it."""

import functools
import importlib
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


# Packages that people import from, as the documents show.
PACKAGES = [
    "arxiv", "bibtex", "compare", "corpus", "csl", "documents", "files", "formats", "index",
    "latex", "markdown", "names", "textlists",
]  # fmt: skip
# What their examples would need is in tests/corpus and tests/index: dumps and folders of tables.
ON_DUMPS = {"build", "summarise", "verdicts_table", "verify_corpus", "write_records"}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_name_of_a_package_is_described_and_has_an_example(package: str) -> None:
    module = importlib.import_module(f"refcore.{package}")
    for name in module.__all__:
        held = getattr(module, name)
        if inspect.isroutine(held) and not inspect.isclass(held):
            lacks = missing_parts(inspect.getdoc(held) or "", held)
            assert lacks == ([">>>"] if name in ON_DUMPS else []), name
        elif inspect.isclass(held) and not issubclass(held, Exception):
            assert ">>>" in (inspect.getdoc(held) or ""), name


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


BOOK = refcore.Reference("a", "book", "On Moss")
LOAD = "expected a Reference, found 'refs.bib' of type str; refcore.load reads a file"
WRONG: list[tuple[str, Callable[[], object]]] = [
    ("read_name takes a text, not Person", lambda: refcore.read_name(refcore.Person("Bo", "Fei"))),
    ("read_bibtex_names takes a text, not list", lambda: refcore.read_bibtex_names(["Fei, Bo"])),
    ("read_identifier takes a text, not int", lambda: refcore.read_identifier(31452104)),
    ("compare_names takes two texts, not NoneType", lambda: refcore.compare_names("Bo Fei", None)),
    ("compare_titles takes two texts, not Reference", lambda: refcore.compare_titles(BOOK, "x")),
    ("loads takes a text, not bytes", lambda: refcore.loads(b"@misc{a}", "bibtex")),
    ("render takes a text, not PosixPath", lambda: refcore.render(Path("paper.md"), [])),
    (
        "to_bibtexparser takes a BibFile, not Library",
        lambda: refcore.to_bibtexparser(refcore.Library()),
    ),
    (
        "bibliography_page takes what bibliography returned, not Library",
        lambda: refcore.bibliography_page(refcore.Library()),
    ),
    ("expected a Reference, found None of type NoneType", lambda: refcore.dumps(None, "ris")),
    ("expected a Reference, found 1.5 of type float", lambda: refcore.losses(1.5, "ris")),
    (LOAD, lambda: refcore.bibliography("refs.bib")),
    (LOAD, lambda: refcore.cite("refs.bib", ["a"])),
    (LOAD, lambda: refcore.find_duplicates("refs.bib")),
    (LOAD, lambda: refcore.make_keys("refs.bib", "auth.lower + year")),
    (LOAD, lambda: refcore.merge("refs.bib")),
    (LOAD, lambda: refcore.render("As [@a].", "refs.bib")),
]


@pytest.mark.parametrize(("said", "call"), WRONG)
def test_a_wrong_type_is_answered_with_what_is_expected(
    said: str, call: Callable[[], object]
) -> None:
    with pytest.raises(TypeError) as caught:
        call()
    assert str(caught.value).startswith(said)


def test_one_reference_or_report_is_taken_like_several() -> None:
    assert refcore.find_duplicates(BOOK) == ()
    assert refcore.merge(BOOK).reference == BOOK
    report = refcore.verify(BOOK, arxiv=refcore.Sources())
    assert refcore.report_page(report) == refcore.report_page([report])
