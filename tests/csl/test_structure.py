"""The modules of csl import one another in one direction."""

import ast
from pathlib import Path

import refcore.csl

ROOT = Path(refcore.csl.__file__).parent
PACKAGE = "refcore.csl"


def modules() -> dict[str, Path]:
    found = {}
    for path in ROOT.rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join((PACKAGE, *(part for part in parts if part != "__init__")))
        found[name] = path
    return found


def imported(path: Path, known: dict[str, Path]) -> set[str]:
    """The modules that a file names in an import, for types or within functions, too."""
    named = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            inside = (f"{node.module}.{alias.name}" for alias in node.names)
            named |= {name if name in known else node.module for name in inside}
    return named & known.keys()


def test_no_module_imports_itself_through_others() -> None:
    known = modules()
    left = {name: imported(path, known) for name, path in known.items()}
    while leaves := [name for name, needs in left.items() if not needs & left.keys()]:
        for name in leaves:
            del left[name]
    assert not left
    assert len(known) > 40
