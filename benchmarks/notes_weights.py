"""Find the weights of the signs by which entries of notes are read, and print their table.

Usage: python benchmarks/notes_weights.py [--check FOLDER …] > refcore/markdown/weights.py

The weights are those of a logistic model: of all readings of an entry, the one that the labels
of tests/markdown/notes say shall be the likeliest. What the rules read of a note when they first
saw it is evidence too, and is in `first.jsonl`: where a title or names are not given there, they
are those of the label. (What they read of it now is none, as they were mended on it.) One note
in five is kept back; what the weights read of it is printed to stderr, and so for each FOLDER of
labelled notes. Weights near zero are left out. Needs numpy.

The works of the notes are of computer science: their titles are long and English. So each note
that can have others is learnt from twice more, with works of all fields (`notes_fields.txt`).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from notes import NOTES, Label, _folded, load
from notes_works import Work, rewritten

import refcore.markdown.layouts as layouts
from refcore.markdown.bounds import Bounds
from refcore.markdown.evidence import OtherReading, signs_of_names, signs_of_pair, signs_of_title
from refcore.markdown.layouts import entry_of, pairs_of, weigh
from refcore.markdown.note import inside
from refcore.markdown.titles import bare_title
from refcore.markdown.weights import WEIGHTS

_ROUNDS, _RATE, _KEPT, _LEAST = 14, 0.3, 0.02, 0.2
_TRIES = 6
_SEEDS = (2, 3)  # of the works of all fields
_FIELDS = Path(__file__).with_name("notes_fields.txt")
_HEAD = '''"""How much each sign of a title, of names, and of both together counts in an entry.

`benchmarks/notes_weights.py` writes this table from the labelled notes of the tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["WEIGHTS"]

WEIGHTS: Final[Mapping[str, float]] = {
'''
Example = tuple[list[list[str]], list[bool]]
Coded = tuple[Any, Any]


def first_readings(folder: Path, labels: list[Label]) -> dict[tuple[str, str], OtherReading]:
    """Return what the rules read of works when they first saw them, by note and id."""
    known = {(label["note"], label["id"]): label for label in labels}
    path = folder / "first.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found: dict[tuple[str, str], OtherReading] = {}
    for held in map(json.loads, lines):
        key = held["note"], held["id"]
        whole = known[key] | held
        found[key] = OtherReading.of(whole["title"], held["sure"], whole["names"], whole["others"])
    return found


def mentions_of(folder: Path, labels: list[Label]) -> Any:
    """Yield each label with the content of its note and the mentions of its work."""
    notes: dict[str, Any] = {}
    for label in labels:
        name = label["note"]
        if name not in notes:
            text = (folder / f"{name}.md").read_text(encoding="utf-8")
            notes[name] = inside(text, name, Bounds(name))[0]
        reading = notes[name]
        own = [m for m in reading.mentions if m.is_paper and _id(m) == label["id"]]
        yield label, reading, own[:_TRIES]


def of_other_fields(labels: list[Label], out: Path, seed: int) -> list[Label]:
    """Write the notes that can have other works with works of all fields; return their labels.

    A work of which the list has none with as many authors stays.
    """
    rng = random.Random(seed)
    works: dict[int, list[Work]] = {}
    for line in _FIELDS.read_text(encoding="utf-8").splitlines():
        title, _, names = line.partition(" | ")
        authors = names.split(", ")
        works.setdefault(len(authors), []).append(Work(title, authors))
    by_note: dict[str, list[Label]] = {}
    for label in labels:
        by_note.setdefault(label["note"], []).append(label)
    found: list[Label] = []
    for note, own in by_note.items():
        if not any(len(label["record"]) in works for label in own):
            continue
        new = [
            rng.choice(works.get(len(label["record"])) or [Work(label["full"], label["record"])])
            for label in own
        ]
        text, written = rewritten((NOTES / f"{note}.md").read_text(encoding="utf-8"), own, new)
        if written:
            (out / f"{note}.md").write_text(text, encoding="utf-8")
            found += written
    return found


def _id(mention: Any) -> str:
    if mention.arxiv:
        return f"arXiv:{mention.arxiv}"
    return f"doi:{mention.doi.name}" if mention.doi else ""


def is_right(label: Label, title: Any, names: Any) -> bool:
    """Whether a title and names are those of a label."""
    text = _folded(bare_title(title.text)) if title else ""
    people = [name.name for name in names.names] if names else []
    others = bool(names.others) if names else False
    return (text, people, others) == (_folded(label["title"]), label["names"], label["others"])


def example(
    label: Label, reading: Any, own: list[Any], told: OtherReading | None
) -> Example | None:
    """Return the signs of each reading of an entry, and which of them are right."""
    for mention in own:
        entry = entry_of(reading, mention, told)
        if entry is None:
            continue
        pairs = pairs_of(entry)
        right = [is_right(label, *pair) for pair in pairs]
        if any(right):
            titles = {id(t): signs_of_title(entry, t) for t in (*entry.titles, None)}
            people = {id(n): signs_of_names(entry, n) for n in (*entry.people, None)}
            rows = [titles[id(t)] + people[id(n)] + signs_of_pair(entry, t, n) for t, n in pairs]
            return rows, right
    return None


def train(examples: list[Example]) -> dict[str, float]:
    """Return the weight of each sign."""
    signs = sorted({sign for rows, _ in examples for row in rows for sign in row})
    number = {sign: place for place, sign in enumerate(signs, start=1)}  # 0 fills the rows up
    coded = [_coded(rows, right, number) for rows, right in examples]
    weights, seen = np.zeros(len(signs) + 1), np.full(len(signs) + 1, 0.01)
    rng = random.Random(1)
    for _ in range(_ROUNDS):
        rng.shuffle(coded)
        for rows, right in coded:
            _learn(weights, seen, rows, right)
    return {sign: round(float(weights[number[sign]]), 2) for sign in signs}


def _coded(rows: list[list[str]], right: list[bool], number: dict[str, int]) -> Coded:
    """Return the numbers of the signs of each reading, and which readings are right."""
    table = np.zeros((len(rows), max(map(len, rows))), dtype=np.int32)
    for place, row in enumerate(rows):
        table[place, : len(row)] = [number[sign] for sign in row]
    return table, np.array(right)


def _learn(weights: Any, seen: Any, rows: Any, right: Any) -> None:
    score = weights[rows].sum(axis=1)
    likely = np.exp(score - score.max())
    likely /= likely.sum()
    wanted = likely * right / (likely * right).sum()
    far = np.abs(likely - wanted) > 1e-6
    places, difference = rows[far].ravel(), np.repeat((likely - wanted)[far], rows.shape[1])
    slope = np.bincount(places, weights=difference, minlength=len(weights))
    touched = np.bincount(places, minlength=len(weights)) > 0
    touched[0] = False
    step = np.where(touched, slope + _KEPT * weights, 0.0)
    seen += step * step
    weights -= _RATE * step / np.sqrt(seen)


def check(
    name: str,
    found: list[tuple[Label, Any, list[Any]]],
    weights: dict[str, float],
    first: dict[tuple[str, str], OtherReading],
) -> None:
    """Print how many labels the weights read right, all entries of a note together."""
    layouts.WEIGHTS = weights  # type: ignore[misc]
    right = likely = sure = 0
    by_note: dict[object, list[tuple[Label, Any, list[Any]]]] = {}
    for held in found:
        # The same note is there with other works too.
        by_note.setdefault((held[0]["note"], id(held[1])), []).append(held)
    for own in by_note.values():
        firsts = [mentions[0] for _, _, mentions in own if mentions]
        told = {
            mentions[0].identity: first[label["note"], label["id"]]
            for label, _, mentions in own
            if mentions and (label["note"], label["id"]) in first
        }
        read = weigh(own[0][1], firsts, {}, told)
        for label, _, mentions in own:
            best = read.get(mentions[0].identity) if mentions else None
            good = best is not None and is_right(label, best.title, best.names)
            right += good
            if best is not None and best.likely > 0.9:
                sure += 1
                likely += good
    print(f"{name}: {right} of {len(found)}; likely {likely} of {sure}", file=sys.stderr)


def main(arguments: list[str]) -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description="Find the weights of signs.")
    asked.add_argument("--check", nargs="*", type=Path, default=[])
    asked.add_argument("--before", action="store_true", help="say what the table reads as it is")
    options = asked.parse_args(arguments)
    labels = load(NOTES)
    first = first_readings(NOTES, labels)
    every = list(mentions_of(NOTES, labels))
    notes = sorted({label["note"] for label, _, _ in every})
    kept = set(random.Random(1).sample(notes, len(notes) // 5))
    held = [example(*one, first.get((one[0]["note"], one[0]["id"]))) for one in every]
    more = []
    for seed in _SEEDS:
        with tempfile.TemporaryDirectory() as folder:
            others = of_other_fields(labels, Path(folder), seed)
            more += list(mentions_of(Path(folder), others))
    again = [(one[0]["note"], example(*one, None)) for one in more]
    taken = [x for x, one in zip(held, every, strict=True) if x and one[0]["note"] not in kept]
    weights = train([*taken, *(x for note, x in again if x and note not in kept)])
    check("kept back", [one for one in every if one[0]["note"] in kept], weights, first)
    check("kept back, all fields", [one for one in more if one[0]["note"] in kept], weights, {})
    if options.before:
        check("all fields, as the table is", more, dict(WEIGHTS), {})
    whole = train([x for x in (*held, *(x for _, x in again)) if x])
    check("all", every, whole, first)
    for folder in options.check:
        own = load(folder)
        check(folder.name, list(mentions_of(folder, own)), whole, first_readings(folder, own))
    print(_HEAD, end="")
    for sign, weight in sorted(whole.items()):
        if abs(weight) >= _LEAST:
            print(f'    "{sign}": {weight},')
    print("}")


if __name__ == "__main__":
    main(sys.argv[1:])
