"""Every example of the documents runs, and prints what the page says."""

from pathlib import Path

import docs_runner
import pytest
from docs_pages import DOCS, NAMES

# Written by programs from what has tests of its own.
ELSEWHERE = {"cli.md", "notes.md"}
RUN = ["../README.md", *(name for name in NAMES if name not in ELSEWHERE)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the folder that the examples are run in."""
    here = tmp_path / "here"
    docs_runner.furnish(here)
    monkeypatch.chdir(here)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    return here


@pytest.mark.parametrize("name", RUN)
def test_the_examples_of_a_page_run(folder: Path, name: str) -> None:
    right, faults = docs_runner.run(DOCS / name)
    assert faults == []
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == right, f"run: python tests/docs/docs_refresh.py docs/{name}"


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("```text\n2\n```\n", "no test runs a block of 'text'"),
        ("```sh\nrefcore verfy refs.bib\n```\n", "no command 'verfy'"),
        ("```sh\nrefcore verify --ofline refs.bib\n```\n", "No such option"),
        ("```sh\npip install 'refcore[gold]'\n```\n", "no such extra: gold"),
        ("```sh\npython benchmarks/gone.py\n```\n", "no such script"),
    ],
)
def test_what_no_test_can_run_is_found(folder: Path, page: str, fault: str) -> None:
    path = folder / "page.md"
    path.write_text(page, encoding="utf-8")
    (found,) = docs_runner.run(path)[1]
    assert fault in found


@pytest.mark.parametrize(
    ("page", "right"),
    [
        ("```python\nprint(1)\n```\n\n```text\n2\n```\n", "\n```text\n1\n```\n"),
        ("```console\n$ refcore verify x.bib\nok\n$ echo $?\n0\n```\n", "\n$ echo $?\n2\n```\n"),
    ],
)
def test_what_is_wrong_is_corrected(folder: Path, page: str, right: str) -> None:
    path = folder / "page.md"
    path.write_text(page, encoding="utf-8")
    assert docs_runner.run(path)[0].endswith(right)
