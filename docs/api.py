"""Write docs/api.md, and the verdicts in docs/verify.schema.json: `python docs/api.py`.

The lines of the page come from the docstrings, the verdicts from their enum.
"""

from __future__ import annotations

import inspect
import re
from itertools import groupby
from pathlib import Path

import refcore

SCHEMA = Path(__file__).with_name("verify.schema.json")
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
    "net": "Web addresses",
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


def schema() -> str:
    """Return the schema of `verify --json`, with the verdicts that there are."""
    verdicts = ", ".join(f'"{verdict}"' for verdict in refcore.Verdict)
    return re.sub(
        r'("verdict": \{\n *"enum": \[\n *)"confirmed"[^]]*?(?=\n *\])',
        lambda found: found[1] + verdicts,
        SCHEMA.read_text(encoding="utf-8"),
    )


if __name__ == "__main__":
    SCHEMA.write_text(schema(), encoding="utf-8")
    Path(__file__).with_name("api.md").write_text(page(), encoding="utf-8")
