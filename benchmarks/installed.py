"""How much room refcore takes with all that it needs, and for which part of it.

    python benchmarks/installed.py [EXTRA …]

Run it with the Python of an environment in which refcore is installed. A row is a dependency in
pyproject.toml with what it needs itself and no other row has counted; EXTRA adds the rows of
an extra. Sizes are those of the installed files, without the bytecode that Python makes of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path


def key_of(name: str) -> str:
    """Return a name as indexes compare names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def size_of(name: str) -> int:
    """Return the bytes of the files of an installed distribution."""
    files = distribution(name).files or []
    paths = [Path(str(file.locate())) for file in files if file.suffix != ".pyc"]
    return sum(path.stat().st_size for path in paths)


def needs_of(name: str, extras: list[str]) -> Iterator[str]:
    """Yield what a distribution requires, as far as it is installed."""
    for line in distribution(name).requires or []:
        wanted, _, marker = line.partition(";")
        asked = re.search(r"extra\s*==\s*['\"]([^'\"]+)", marker)
        if asked and asked[1] not in extras:
            continue
        key = key_of(re.split(r"[\s<>=!~\[(;]", wanted.strip())[0])
        try:
            distribution(key)
        except PackageNotFoundError:
            continue
        yield key


def all_of(name: str, counted: set[str]) -> list[str]:
    """Return a distribution and what it needs, without what has a row already."""
    inner = [need for need in dict.fromkeys(needs_of(name, [])) if need not in counted]
    counted.update(inner)
    return [name, *(each for need in inner for each in all_of(need, counted))]


def main() -> None:
    """Print the size of each dependency and of all."""
    needs = sorted(needs_of("refcore", sys.argv[1:]))
    counted = {"refcore", *needs}
    rows = [("refcore", ["refcore"]), *((need, all_of(need, counted)) for need in needs)]
    sizes = [(name, sum(map(size_of, names)), names[1:]) for name, names in rows]
    for name, size, inner in sorted(sizes, key=lambda row: -row[1]):
        with_them = f"  with {', '.join(inner)}" if inner else ""
        print(f"{size / 1e6:8.1f} MB  {name}{with_them}")
    print(f"{sum(size for _, size, _ in sizes) / 1e6:8.1f} MB  in all")


if __name__ == "__main__":
    main()
