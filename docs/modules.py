"""Write docs/modules.md from the docstrings of the modules: `python docs/modules.py`.

The packages come in the order of the map in docs/design.md.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent / "refcore"
HEAD = """# Modules

What each module is about: the first sentence of its docstring. [Design](design.md) says how the
packages work together. `python docs/modules.py` writes this page.
"""


def packages() -> list[str]:
    """Return the packages that the map of docs/design.md names, in its order."""
    design = (HERE / "design.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w/]+)/` \| .* \|$", design, re.MULTILINE)
    return list(rows)


def subject(path: Path) -> str:
    """Return the first paragraph of a module's docstring, as the cell of a table."""
    # Only the docstring is parsed: tables of words take most of the time otherwise.
    found = re.match(r'(?:#.*\n)*r?""".*?"""', path.read_text(encoding="utf-8"), re.DOTALL)
    text = ast.get_docstring(ast.parse(found[0])) or "" if found else ""
    return " ".join(text.partition("\n\n")[0].split()).replace("``", "`").replace("|", "\\|")


def section(package: str, inner: list[str]) -> str:
    """Return the modules of a package, without those of packages that have their own section."""
    home = ROOT / package
    rows = []
    for path in sorted(home.rglob("*.py")):
        name = path.relative_to(home).as_posix().removesuffix(".py")
        place = f"{path.parent.relative_to(ROOT).as_posix()}/"
        if name in ("__init__", "__main__") or any(place.startswith(f"{one}/") for one in inner):
            continue
        rows.append(f"| `{name.removesuffix('/__init__')}` | {subject(path)} |")
    head = subject(home / "__init__.py")
    return "\n".join(
        [f"## {package}", "", head, "", "| module | subject |", "|---|---|", *rows, ""]
    )


def page() -> str:
    """Return the whole page."""
    found = packages()
    parts = [
        section(one, [other for other in found if other != one and other.startswith(f"{one}/")])
        for one in found
    ]
    return "\n".join([HEAD, *parts])


if __name__ == "__main__":
    (HERE / "modules.md").write_text(page(), encoding="utf-8")
