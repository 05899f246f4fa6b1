"""Read the labelled notes with other works in them, to see whether their layouts are read.

Usage: python benchmarks/notes_works.py RECORDS [--seed N] [--out FOLDER]

The rules for notes were mended on the labelled notes, so that they may have learnt the titles
and names instead of the layouts. In each note, this script replaces every title and every
name by those of a work drawn from RECORDS (JSON lines with `title` and `author`, packed by xz
or not). It prints what `notes.py` prints for these notes, and `--out` keeps them:

    python benchmarks/notes_works.py records.jsonl.xz --out /tmp/other
    python benchmarks/notes.py /tmp/other --misses

Names are replaced in the form in which the note writes them, such as "Fei, B.". A note is
left out if it writes a title otherwise than the record, or two works would need other words.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import notes
from notes import NOTES, Label, load

from refcore.names import read_name

_MOST_AUTHORS = 12
_FORMS = 8
_HOMONYM = re.compile(r" [0-9]{4}$")


class Work(NamedTuple):
    """A title and its authors."""

    title: str
    authors: list[str]


def works_of(records: Path, rng: random.Random) -> dict[int, list[Work]]:
    """Return about a quarter of the works of a file, by their number of authors."""
    works: dict[int, list[Work]] = {}
    for record in _records(records):
        if rng.random() >= 0.25:
            continue
        authors = [_HOMONYM.sub("", name) for name in record.get("author", [])]
        whole = all(" " in name for name in authors)
        if record.get("title") and whole and 0 < len(authors) <= _MOST_AUTHORS:
            works.setdefault(len(authors), []).append(Work(record["title"].rstrip("."), authors))
    return works


def _records(path: Path) -> Iterator[dict[str, Any]]:
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def forms_of(name: str) -> list[str]:
    """Return the forms in which notes write a name, always in one order.

    >>> forms_of("Bo A. Fei")[:4]
    ['Bo A. Fei', 'B. A. Fei', 'B.A. Fei', 'Fei, Bo A.']
    """
    person = read_name(name)
    family = getattr(person, "full_family", "")
    given = getattr(person, "given", "")
    if not given or not family or " " not in name:
        return [name] * _FORMS
    initials = [part[:1] + "." for part in re.split(r"[\s-]+", given)]
    spaced, glued = " ".join(initials), "".join(initials)
    return [
        name,
        f"{spaced} {family}",
        f"{glued} {family}",
        f"{family}, {given}",
        f"{family}, {spaced}",
        f"{family}, {glued}",
        f"{family} {glued.replace('.', '')}",
        family,
    ]


def rewritten(text: str, labels: list[Label], works: list[Work]) -> tuple[str, list[Label]]:
    """Return a note and its labels with other works, or no labels if it writes them otherwise."""
    instead: dict[str, str] = {}
    written = []
    for label, work in zip(labels, works, strict=True):
        if label["title"] not in ("", label["full"]) or label["title"] not in text:
            return "", []
        own = {
            old: new
            for author, other in zip(label["record"], work.authors, strict=True)
            for old, new in zip(forms_of(author), forms_of(other), strict=True)
        }
        own |= dict(zip(label["record"], work.authors, strict=True))
        if not set(label["names"]) <= set(own):
            return "", []
        new = {old: by for old, by in own.items() if old in text}
        new |= {label["title"]: work.title} if label["title"] else {}
        if any(instead.get(words, by) != by for words, by in new.items()):
            return "", []
        instead |= new
        title = work.title if label["title"] else ""
        names = [own[name] for name in label["names"]]
        written.append(
            label | {"title": title, "names": names, "record": work.authors, "full": work.title}
        )
    longest = sorted(map(re.escape, instead), key=len, reverse=True)
    found = re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)" if longest else r"\Z.")
    return found.sub(lambda match: instead[match[0]], text), written


def write(records: Path, out: Path, seed: int) -> None:
    """Write the notes and labels with other works into a folder."""
    rng = random.Random(seed)
    works = works_of(records, rng)
    by_note: dict[str, list[Label]] = {}
    for label in load(NOTES):
        by_note.setdefault(label["note"], []).append(label)
    lines, count = [], 0
    for note, labels in by_note.items():
        sizes = [len(label["record"]) for label in labels]
        if not all(map(works.get, sizes)):
            continue
        text = (NOTES / f"{note}.md").read_text(encoding="utf-8")
        text, written = rewritten(text, labels, [rng.choice(works[size]) for size in sizes])
        if written:
            (out / f"{note}.md").write_text(text, encoding="utf-8")
            lines += [json.dumps(label, ensure_ascii=False) + "\n" for label in written]
            count += 1
    (out / "labels.jsonl").write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines):,} references in {count:,} of {len(by_note):,} notes, seed {seed}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("records", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
        write(args.records, args.out, args.seed)
        return
    with tempfile.TemporaryDirectory() as folder:
        write(args.records, Path(folder), args.seed)
        notes.main([folder])


if __name__ == "__main__":
    main()
