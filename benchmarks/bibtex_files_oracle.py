"""Ask the `bibtex` program what it reads in odd .bib files, and keep its answers.

    python benchmarks/bibtex_files_oracle.py tests/bibtex/files_oracle.json [NEW.json]

The file is a list of cases with `name` and `text`; NEW.json (a dict of name to
text) adds cases. Each case gets `errors` (whether bibtex complained of an
error), `entries` (key, type and every field, inherited ones too) and
`preamble`. Needs the program `bibtex`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FIELDS = (
    "a abstract address annote author b booktitle c chapter doi edition editor eprint "
    "howpublished institution journal keywords month note number organization pages publisher "
    "school series title type url volume x y year z"
).split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()
STYLE = """ENTRY {{ {fields} }} {{}} {{ label }}
FUNCTION {{show}} {{ duplicate$ missing$ {{ pop$ pop$ }}
  {{ swap$ "F|" swap$ * "|" * swap$ * "|" * write$ newline$ }} if$ }}
FUNCTION {{default.type}} {{ "E|" cite$ * "|" * type$ * "|" * write$ newline$
{shows} }}
{macros}
READ
FUNCTION {{pre}} {{ "P|" preamble$ * "|" * write$ newline$ }}
EXECUTE {{pre}}
ITERATE {{call.type$}}
"""
AUX = "\\bibstyle{all}\n\\citation{*}\n\\bibdata{t}\n"


def ask(text: str) -> dict[str, object]:
    """Run bibtex on a text; return what it read."""
    shows = "\n".join(f'"{field}" {field} show' for field in [*FIELDS, "crossref"])
    macros = "\n".join(f'MACRO {{{month[:3].lower()}}} {{"{month}"}}' for month in MONTHS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "all.bst").write_text(
            STYLE.format(fields=" ".join(FIELDS), shows=shows, macros=macros)
        )
        (folder / "t.aux").write_text(AUX)
        (folder / "t.bib").write_bytes(text.encode())
        run = subprocess.run(["bibtex", "t"], cwd=folder, capture_output=True, check=False)
        output = (folder / "t.bbl").read_bytes().decode("utf-8", "replace")
    return {"errors": b"error message" in run.stdout, **parsed(output)}


def parsed(output: str) -> dict[str, object]:
    """Return the entries that the style printed."""
    entries: list[dict[str, object]] = []
    preamble = ""
    # A long line is broken before a space, with two spaces in place of it.
    for line in re.sub(r"\n  (?=\S)", " ", output).strip("\n").split("\n"):
        kind, *rest = line[:-1].split("|")
        if kind == "P":
            preamble = "|".join(rest)
        elif kind == "E":
            entries.append({"key": "|".join(rest[:-1]), "type": rest[-1], "fields": {}})
        elif kind == "F":
            entries[-1]["fields"][rest[0]] = "|".join(rest[1:])  # type: ignore[index]
    return {"preamble": preamble, "entries": entries}


def main() -> None:
    path = Path(sys.argv[1])
    cases = json.loads(path.read_text("utf-8")) if path.exists() else []
    known = {case["name"] for case in cases}
    if len(sys.argv) > 2:
        new = json.loads(Path(sys.argv[2]).read_text("utf-8"))
        cases += [{"name": name, "text": text} for name, text in new.items() if name not in known]
    answers = [{**case, **ask(case["text"])} for case in cases]
    lines = ",\n".join(json.dumps(answer, ensure_ascii=False) for answer in answers)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{len(answers)} cases, {sum(case['errors'] for case in answers)} with errors")


if __name__ == "__main__":
    main()
