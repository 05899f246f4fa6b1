"""Write docs/api.md: `python docs/api.py`. The lines come from the docstrings."""

from __future__ import annotations

import inspect
from itertools import groupby
from pathlib import Path

import refcore

HEAD = """# Public names

Every name that `import refcore` offers, with the first line of its documentation.
`help(refcore.NAME)` shows the rest.
`python docs/api.py` writes this page.
"""
TITLES = {
    "arxiv": "arXiv",
    "bibtex": "BibTeX",
    "compare": "Comparison",
    "csl": "Citations",
    "curation": "Keys, duplicates, merging",
    "diagnostics": "Findings in a file",
    "documents": "Documents",
    "errors": "Errors",
    "formats": "Reading and writing",
    "index": "The local index",
    "model": "The model",
    "names": "Names",
    "records": "Records",
    "sources": "Sources",
    "verification": "Verification",
}


def summary(name: str) -> str:
    """Return the first paragraph of a public name's docstring as one line of a table."""
    text = inspect.getdoc(getattr(refcore, name)) or ""
    return " ".join(text.partition("\n\n")[0].split()).replace("|", "\\|")


def package(name: str) -> str:
    """Return the package that defines a public name."""
    module: str = refcore._HOMES[name]
    return module.split(".")[1]


def page() -> str:
    """Return the whole page."""
    names = sorted(refcore.__all__, key=lambda name: (package(name), name))
    parts = [HEAD]
    for home, group in groupby(names, package):
        rows = "\n".join(f"| `{name}` | {summary(name)} |" for name in group)
        parts.append(f"## {TITLES.get(home, home)}\n\n| name | what it is |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    Path(__file__).with_name("api.md").write_text(page(), encoding="utf-8")
