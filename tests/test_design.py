"""docs/design.md is true: its module map names every module, and no module that is not there."""

import re
from pathlib import Path

import pytest

import refcore
from refcore.cli.commands import cli

ROOT = Path(refcore.__file__).parent
TEXT = (ROOT.parent / "docs" / "design.md").read_text(encoding="utf-8")
MAP = TEXT.partition("## The module map")[2].partition("\n## ")[0]
ROWS = {
    package: subject
    for cell, subject in re.findall(r"^\| (`[\w/`, ]+`) \| (.*) \|$", MAP, re.MULTILINE)
    for package in re.findall(r"`(\w[\w/]*)`", cell)
}
# Words in the map that are no modules: functions, and terms of BibTeX and LaTeX.
WORDS = frozenset(
    "cite compare_authors crossref dump dumps load loads losses readable xdata".split()
)


def modules_of(package: str) -> set[str]:
    """Return the modules of a package, those of its folders too unless they have a row."""
    home = ROOT / package
    found = set()
    for path in home.rglob("*.py"):
        inner = f"{path.parent.relative_to(ROOT).as_posix()}/"
        rows = [row for row in ROWS if row != package and row.startswith(package)]
        if path.stem not in ("__init__", "__main__") and not any(map(inner.startswith, rows)):
            found.add(path.stem)
    return found


def test_every_package_has_a_row() -> None:
    packages = {path.name for path in ROOT.iterdir() if (path / "__init__.py").exists()}
    assert packages == {row.partition("/")[0] for row in ROWS if row.endswith("/")}


@pytest.mark.parametrize("package", [row for row in ROWS if row.endswith("/")])
def test_the_map_names_the_modules_of_a_package(package: str) -> None:
    named = {
        word.rstrip("/").rpartition("/")[2] for word in re.findall(r"`([\w/]+)`", ROWS[package])
    }
    # "One file a command" means the commands.
    commands = {*cli.commands, "commands", "run", "diffs", "inputs"} if package == "cli/" else set()
    assert modules_of(package) - commands <= named
    folders = {path.name for path in (ROOT / package).rglob("*") if path.is_dir()}
    lower = {word for word in named if word.islower() and not word.startswith("_")}
    assert lower - modules_of(package) - folders - WORDS == set()
