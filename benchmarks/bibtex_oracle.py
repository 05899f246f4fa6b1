"""Compare `refcore.bibtex.read_bibtex_names` with Debian's bibtex and biber, name by name.

    python benchmarks/bibtex_oracle.py [NAMES] [--write CASES.json]

Asks `format.name$` of bibtex and `biber --tool` how they split each name, and
prints where refcore splits it otherwise. `--write` keeps the answers that are
alike, for the tests. NAMES is a text with one author list a line, or the cases
of a former run; without it, those of the tests are asked for again.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import tempfile
from pathlib import Path

from refcore.bibtex import read_bibtex_names
from refcore.latex import decode, to_plain
from refcore.model import Group

CASES = Path(__file__).parent.parent / "tests" / "bibtex" / "names_oracle.json"
EXTENDED = re.compile(r"(?:family|given|prefix|suffix)\s*=")
STYLE = r"""
ENTRY { author title } {} {}
INTEGERS { n i }
FUNCTION {dump} {
  "@@" cite$ * write$ newline$
  author num.names$ 'n := #1 'i :=
  { i n #1 + < } {
    "@" write$ newline$
    "f" author i "{ff}" format.name$ * write$ newline$
    "v" author i "{vv}" format.name$ * write$ newline$
    "l" author i "{ll}" format.name$ * write$ newline$
    "j" author i "{jj}" format.name$ * write$ newline$
    i #1 + 'i := } while$
}
READ
ITERATE {dump}
"""
Parts = list[str]  # given, particle, family, suffix


def write_bib(folder: Path, names: list[str]) -> None:
    entries = [f"@book{{n{i}, author = {{{name}}}, title={{T}}}}" for i, name in enumerate(names)]
    (folder / "n.bib").write_text("\n".join(entries), encoding="utf8")


def ask_bibtex(folder: Path, names: list[str]) -> list[list[Parts]]:
    write_bib(folder, names)
    (folder / "dump.bst").write_text(STYLE)
    (folder / "n.aux").write_text("\\citation{*}\n\\bibstyle{dump}\n\\bibdata{n}\n")
    subprocess.run(["bibtex", "n"], cwd=folder, capture_output=True, check=False)
    found: list[list[Parts]] = [[] for _ in names]
    current: list[Parts] = []
    for line in (folder / "n.bbl").read_text(encoding="utf8").splitlines():
        if line.startswith("@@n"):
            current = found[int(line[3:])]
        elif line == "@":
            current.append([])
        elif line:
            current[-1].append(line[1:])
    return found


def ask_biber(folder: Path, names: list[str]) -> list[list[Parts]]:
    """Ask for all at once; names on which biber crashes are found by halving."""
    output = folder / "o.bib"
    output.unlink(missing_ok=True)
    write_bib(folder, names)
    command = ["biber", "--tool", "--quiet", "--output-xname", "-O", "o.bib", "n.bib"]
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if not output.exists():
        if len(names) == 1:
            print(f"biber crashes on {names[0]!r}")
            return [[]]
        half = len(names) // 2
        return ask_biber(folder, names[:half]) + ask_biber(folder, names[half:])
    found: list[list[Parts]] = [[] for _ in names]
    text = output.read_text(encoding="utf8")
    for match in re.finditer(r"@BOOK\{n(\d+),\s*AUTHOR = \{(.*)\},\s*TITLE", text):
        for name in re.split(r"\s+and\s+(?=\w+(?:-i)?=|others$)", match[2]):
            if name != "others":
                found[int(match[1])].append(_xname(name))
    return found


def _xname(name: str) -> Parts:
    keys = {"given": 0, "prefix": 1, "family": 2, "suffix": 3}
    parts = ["", "", "", ""]
    for match in re.finditer(r"(?<![a-z])(given|prefix|family|suffix)=(.*?)(?=, [\w-]+=|$)", name):
        value = match[2]
        whole = value.startswith("{") and value.endswith("}") and value.find("}") == len(value) - 1
        parts[keys[match[1]]] = value[1:-1] if whole and "," in value else value
    return parts


def plain(part: str) -> str:
    # biber writes the dotless i of an accent, and BibTeX leaves ties.
    decoded = to_plain(decode(part, protect=False)).replace("\u0131\u0301", "í")
    return " ".join(decoded.split())


def ours(name: str, dialect: str) -> list[Parts]:
    found = []
    for held in read_bibtex_names(name, dialect):
        if isinstance(held, Group):
            found.append(["", "", held.name, ""])
        else:
            particle = held.non_dropping_particle or held.dropping_particle
            found.append([held.given, particle, held.family, held.suffix])
    return found


def authors_of(parts: list[Parts], dialect: str) -> list[Parts]:
    """Leave out the `others` that the program does not take for a name."""
    others = ["", "", "others", ""]
    if dialect == "biber":
        return [held for held in parts if held[:4] != others]
    return parts[:-1] if parts and parts[-1][:4] == others else parts


def compare(names: list[str], found: list[list[Parts]], dialect: str) -> list[dict[str, object]]:
    """Print where refcore differs; give the cases in which it does not."""
    alike: list[dict[str, object]] = []
    total = 0
    for name, parts in zip(names, found, strict=True):
        if (dialect == "bibtex" and EXTENDED.search(name)) or not parts:
            continue
        if any(held[1] and not held[2] for held in parts):
            print(f"{dialect} leaves no family name in {name!r}; not counted")
            continue
        theirs = [[plain(part) for part in held] for held in authors_of(parts, dialect)]
        total += 1
        if ours(name, dialect) == theirs:
            alike.append({"name": name, "dialect": dialect, "parts": theirs})
        else:
            print(f"{dialect}: {name}\n   {dialect:8}{theirs}\n   refcore {ours(name, dialect)}")
    print(f"{dialect}: {len(alike)} of {total} names split alike")
    return alike


def read_names(path: Path) -> list[str]:
    text = path.read_text(encoding="utf8")
    if path.suffix != ".json":
        return text.splitlines()
    return list(dict.fromkeys(case["name"] for case in json.loads(text)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="?", type=Path, default=CASES)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    names = read_names(options.names)
    with tempfile.TemporaryDirectory() as folder:
        answers = {
            "bibtex": ask_bibtex(Path(folder), names),
            "biber": ask_biber(Path(folder), names),
        }
    cases = [case for dialect in answers for case in compare(names, answers[dialect], dialect)]
    if options.write:
        lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
        options.write.write_text(f"[\n{lines}\n]\n", encoding="utf8")


if __name__ == "__main__":
    main()
