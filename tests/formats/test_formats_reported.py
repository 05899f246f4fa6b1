"""Neighbours of publicly reported faults: one row each of what is read, called and found.

A row's `call` names the function and its argument; `found` is a pattern of the result.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import refcore
from refcore import BibFile, Group, Library, Person, Reference
from refcore.cli.commands import cli
from refcore.latex.decode import decode

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "reported.jsonl").read_text("utf-8").splitlines()
]
AREAS = sorted({row["area"] for row in ROWS})


def first(library: Library) -> Reference:
    return next(iter(library))


def said(library: Library) -> str:
    return " ## " + " ".join(map(str, library.diagnostics))


def parts(name: Person | Group) -> str:
    if isinstance(name, Group):
        return name.name
    particle = name.non_dropping_particle or name.dropping_particle
    return "|".join(filter(None, [name.given, particle, name.family, name.suffix]))


def names(text: str, _: str) -> str:
    library = refcore.loads(f"@misc{{a, author={{{text}}}, title={{T}}}}", "bibtex")
    authors = first(library).authors
    others = " +others" if authors.others else ""
    return "; ".join(map(parts, authors.names)) + others + said(library)


def issued(text: str, format_: str) -> str:
    library = refcore.loads(text, format_ or "bibtex")
    return f"{first(library).issued}{said(library)}"


def csl(text: str, format_: str) -> str:
    library = refcore.loads(text, format_ or "bibtex")
    item = json.loads(refcore.dumps(library, "csl-json"))[0]
    return json.dumps(item, ensure_ascii=False) + said(library)


def load(text: str, format_: str) -> str:
    library = refcore.loads(text, format_ or "bibtex")
    return " / ".join(f"{one.key}:{one.type}:{one.title}" for one in library) + said(library)


def written(text: str, formats: str) -> str:
    source, target = formats.split(">")
    library = anew(refcore.loads(text, source))
    lost = " ".join(map(str, refcore.losses(library, target)))
    return f"{refcore.dumps(library, target)} ## {lost}"


def anew(library: Library) -> Library:
    """Return the references as if they came from no file."""
    return Library(one.evolve(provenance=None) for one in library)


def in_ascii(text: str, _: str) -> str:
    return refcore.dumps(anew(refcore.loads(text, "bibtex")), "bibtex", ascii=True)


def styled(text: str, style: str) -> str:
    name, _, output = style.partition(" ")
    found = refcore.bibliography(refcore.loads(text, "bibtex"), name, output or "text")
    return str(found).strip()


def key(text: str, template: str) -> str:
    library = refcore.loads(text, "bibtex")
    return refcore.make_keys(library, template)[first(library).key]


def duplicates(text: str, _: str) -> str:
    found = refcore.find_duplicates(refcore.loads(text, "bibtex"))
    return "; ".join(f"{' '.join(one.keys)} {' '.join(one.reasons)}" for one in found) or "[]"


def kept(text: str, _: str) -> str:
    return "same" if BibFile.parse(text.encode()).to_bytes() == text.encode() else "other"


def of_bytes(text: str, field: str) -> str:
    entries = BibFile.parse(text.encode("latin-1")).entries
    return str(next(iter(entries.values()))[field])


def command(text: str, arguments: str) -> str:
    Path("in.bib").write_text(text, encoding="utf-8")
    out = io.StringIO()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
        contextlib.suppress(SystemExit),
    ):
        cli(arguments.split(), prog_name="refcore")
    files = [f"== {path.name}\n{path.read_text('utf-8')}" for path in sorted(Path().iterdir())]
    return "\n".join([*files, f"== out\n{out.getvalue()}"])


CALLS: dict[str, Callable[[str, str], str]] = {
    "decode": lambda text, _: decode(text),
    "names": names,
    "issued": issued,
    "csl": csl,
    "load": load,
    "write": written,
    "ascii": in_ascii,
    "style": styled,
    "key": key,
    "dup": duplicates,
    "keep": kept,
    "bytes": of_bytes,
    "cmd": command,
}


def test_there_are_many_of_many_areas() -> None:
    assert len(ROWS) >= 830
    assert len(AREAS) >= 20


@pytest.mark.parametrize("area", AREAS)
def test_neighbours(area: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, row in enumerate(ROWS):
        if row["area"] == area:
            folder = tmp_path / str(number)
            folder.mkdir()
            monkeypatch.chdir(folder)
            name, _, argument = row["call"].partition(" ")
            found = CALLS[name](row["input"], argument)
            assert re.search(row["found"], found, re.DOTALL), (row["call"], row["input"], found)
