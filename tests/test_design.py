"""docs/design.md names every package, in the order in which they may import each other."""

import re
from pathlib import Path

import refcore

ROOT = Path(refcore.__file__).parent
TEXT = (ROOT.parent / "docs" / "design.md").read_text(encoding="utf-8")
MAP = TEXT.partition("## The module map")[2].partition("\n## ")[0]
ROWS = [
    package
    for cell in re.findall(r"^\| (`[\w/`, ]+`) \| .* \|$", MAP, re.MULTILINE)
    for package in re.findall(r"`(\w[\w/]*)`", cell)
]


def test_every_package_and_every_module_outside_has_a_row() -> None:
    packages = {f"{path.parent.name}/" for path in ROOT.glob("*/__init__.py")}
    modules = {path.stem for path in ROOT.glob("*.py")} - {"__init__", "__main__", "testing"}
    assert {row for row in ROWS if row.count("/") < 2 and row.endswith("/")} == packages
    assert {row for row in ROWS if "/" not in row} == modules


def test_a_row_of_the_map_is_a_package_or_a_module() -> None:
    assert len(ROWS) == len(set(ROWS))
    for row in ROWS:
        assert (ROOT / f"{row.rstrip('/')}").is_dir() or (ROOT / f"{row}.py").is_file()
