"""Fidelity and speed on .bib files, beside bibtexparser, pybtex and refkit.

    python benchmarks/bibtex.py FILE… [--entries N] [--seed N] [--runs N]

Prints for each file what a read and a write leave of it, how LaTeX is converted,
and the user CPU and peak memory of reading N entries (10,000 by default) with
every title and every name. The entries are those of the files, again and again
under new keys, each with a few words of its own. Peers that are not installed
are left out.
"""

from __future__ import annotations

import argparse
import difflib
import json
import logging
import random
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import bibtex_latex
import bibtex_speed

import refcore
from refcore.bibtex.bibentry import BibEntry
from refcore.bibtex.bibfile import BibFile

SPEED = Path(__file__).with_name("bibtex_speed.py")
MODULES = {"bibtexparser": "bibtexparser", "pybtex": "pybtex", "refkit": "refkit"}
WORDS = (
    "Über",
    "{DNA}",
    "the",
    "caf{\\'e}s:",
    'na{\\"\\i}ve',
    "Łódź",
    "\\emph{in vivo}",
    "50\\%",
    "a--b",
    "$x_1$",
    "models",
    "learning",
)
BASELINES = ("bibtexparser, full stack", "bibtexparser, default stack", "pybtex")
ENTRIES, SECONDS = 10_000, 0.1


def main() -> int:
    """Print all measurements; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    missed = [missing for path in options.files for missing in fidelity(path)]
    missed += latex()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entries.bib"
        path.write_text(entries(options.files, options.entries, options.seed), encoding="utf8")
        missed += speed(path, options.runs)
    print("missed: " + "; ".join(missed) if missed else "all bars held")
    return 1 if missed else 0


def fidelity(path: Path) -> list[str]:
    """Print what is left of a file that is read and written, whole or with one edit."""
    data = path.read_bytes()
    file = BibFile.parse(data)
    same = file.to_bytes() == data
    entry = next((found for found in file.entries.values() if "title" in found), None)
    if entry is not None:
        entry["title"] = "An Edited Title"
    changed = len(_differing(data, file.to_bytes()))
    print(f"{path.name}: {len(file.entries)} entries, {len(file.diagnostics)} diagnostics")
    print(f"  unchanged: {'the same bytes' if same else 'NOT the same bytes'}")
    print(f"  one title edited: {changed} lines differ")
    for name, text in rewritten(path):
        lines = data.decode("utf8", "replace").splitlines()
        kept = len(lines) - len(_differing(data, text.encode("utf8")))
        print(f"  {name}: {100 * kept / max(1, len(lines)):.0f} % of the lines are kept")
    return [] if same else [f"{path.name} is not written as it was"]


def _differing(before: bytes, after: bytes) -> list[str]:
    old, new = (data.decode("utf8", "replace").splitlines() for data in (before, after))
    # The lines of the old text that are not in the new one, in order.
    return [line for line in difflib.unified_diff(old, new, lineterm="", n=0) if line[:1] == "-"][
        1:
    ]


def rewritten(path: Path) -> list[tuple[str, str]]:
    """Return what the peers make of a file."""
    found: list[tuple[str, str]] = []
    text = path.read_text(encoding="utf8", errors="replace")
    if find_spec("bibtexparser"):
        import bibtexparser

        found.append(("bibtexparser", bibtexparser.write_string(bibtexparser.parse_string(text))))
    if find_spec("refkit"):
        import refkit

        found.append(("refkit", refkit.BibDocument.parse(text).to_bibtex()))
    return found


def latex() -> list[str]:
    """Print how many characters and spellings come through, and what verbatim fields suffer."""
    letters, written = len(bibtex_latex.characters()), len(bibtex_latex.spellings())
    ours: list[tuple[int, int]] = []
    for name, encode, decode in bibtex_latex.converters():
        back, lost = bibtex_latex.there_and_back(encode, decode)
        decoded, odd = bibtex_latex.decoded(decode)
        ours.append((back, decoded))
        label = "latex" if name == "refcore" else f"  {name}"
        print(f"{label}: {back} of {letters} there and back, {decoded} of {written} spellings")
        if name == "refcore" and (lost or odd):
            print(f"  lost: {lost} {odd}")
    whole = sum(_verbatim(name, value) for name, value in bibtex_latex.VERBATIM)
    total = len(bibtex_latex.VERBATIM)
    print(f"verbatim: {whole} of {total} values unchanged")
    bars = ours[0][0] / letters >= 195 / 198 and ours[0][1] / written >= 76 / 79
    missed = [] if bars else ["LaTeX: fewer than 195 of 198 characters or 76 of 79 spellings"]
    return missed + (["verbatim fields are changed"] if whole < total else [])


def _verbatim(name: str, value: str) -> bool:
    library = refcore.loads(f"@misc{{a, {name} = {{{value}}}}}", "bibtex")
    written = refcore.dumps(library, "biblatex")
    again = refcore.loads(written, "bibtex")
    reference = library["a"]
    held = [reference.url, str(reference.doi), str(reference.arxiv)]
    held += [*reference.fields.values(), *reference.extra.values()]
    return value in held and list(again) == list(library)


def entries(files: list[Path], count: int, seed: int) -> str:
    """Return the text of so many entries, made from those of the files."""
    chance = random.Random(seed)
    sources = [(entry, _fields(entry)) for path in files for entry in BibFile.read(path)]
    if not sources:
        raise SystemExit("the files have no entries")
    found: list[str] = []
    for number in range(count):
        entry, fields = sources[number % len(sources)]
        fields["title"] = f"{fields.get('title', '')} {' '.join(chance.sample(WORDS, 3))}".strip()
        body = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items())
        fields["title"] = entry.get("title", "")
        found.append(f"@{entry.type}{{e{number}{body}\n}}\n")
    return "\n".join(found)


def _fields(entry: BibEntry) -> dict[str, str]:
    fields = {name: entry[name] for name in entry}
    return {name: value for name, value in fields.items() if value.count("{") == value.count("}")}


def speed(path: Path, runs: int) -> list[str]:
    """Print user CPU and peak memory of each reader, the least of some runs."""
    print(f"speed: {path.stat().st_size / 1e6:.1f} MB, user CPU, the least of {runs} runs")
    taken: dict[str, float] = {}
    memory: dict[str, float] = {}
    for name in bibtex_speed.WORK:
        module = MODULES.get(name.partition(" ")[0].strip(","))
        if module and not find_spec(module):
            continue
        command = [sys.executable, str(SPEED), name, str(path)]
        results = []
        for _ in range(runs):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"  {name}: failed: {done.stderr.strip().splitlines()[-1]}")
                break
            results.append(json.loads(done.stdout))
        else:
            taken[name] = min(result["seconds"] for result in results)
            memory[name] = min(result["megabytes"] for result in results)
            ratio = taken[name] / taken["refcore"]
            shown = f"{taken[name]:7.2f} s {memory[name]:6.0f} MB {ratio:6.2f} x"
            print(f"  {name:40}{shown}  {results[0]['found']} found")
    return missed_speed(taken, memory)


def missed_speed(taken: dict[str, float], memory: dict[str, float]) -> list[str]:
    """Return the bars that the times and the memory miss."""
    full, default, plain = BASELINES
    missed = []
    if full in taken and taken[full] < 7 * taken["refcore"]:
        missed.append("reading is less than 7 times as fast as bibtexparser's full stack")
    if plain in taken and taken[plain] < taken["refcore"]:
        missed.append("reading is slower than pybtex")
    if default in memory and memory[default] < memory["refcore"]:
        missed.append("reading takes more memory than bibtexparser's default stack")
    if taken["refcore, written unchanged"] - taken["the bytes alone"] > SECONDS:
        missed.append(f"writing unchanged takes over {SECONDS} s more than reading the bytes")
    return missed


if __name__ == "__main__":
    sys.exit(main())
