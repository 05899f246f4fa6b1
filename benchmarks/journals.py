"""Compare the abbreviations of a list of journals with their names, and with other journals' names.

    python benchmarks/journals.py LIST [--show N]

LIST is a text with a journal a line, `Name = Abbreviation`, or JabRef's CSV, `Name,Abbreviation`.
No abbreviation may be called another journal's than its own name; with the name of another
journal of the list that has a word in common, it has to be. Such lists have slips, and journals
that only changed their name.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import defaultdict
from pathlib import Path

from refcore.compare.venues import compare_venues

_LEAST = 4  # letters of a word that two journals have in common


def rows_of(path: Path) -> list[tuple[str, str]]:
    """Return each name with its abbreviation, without those that are not abbreviated."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    if path.suffix == ".csv":
        pairs = [(row[0], row[1]) for row in csv.reader(lines) if len(row) > 1]
    else:
        pairs = [(name, short) for name, _, short in (line.partition(" = ") for line in lines)]
    named = ((name.strip(), short.strip()) for name, short in pairs)
    return [(name, short) for name, short in named if name and short and name != short]


def others_of(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return each abbreviation with the name of another journal that has a word in common."""
    having = defaultdict(list)
    for name, _ in rows:
        for word in set(name.casefold().split()):
            having[word].append(name)
    chance, found = random.Random(1), []
    for name, short in rows:
        words = [w for w in name.casefold().split() if len(w) >= _LEAST and len(having[w]) > 1]
        other = chance.choice(having[chance.choice(words)]) if words else name
        one, two = name.casefold(), other.casefold()
        if one not in two and two not in one:
            found.append((short, other))
    return found


def main() -> None:
    """Print how many pairs are called another journal, not compared, and one journal."""
    parser = argparse.ArgumentParser(description="Compare a list of journals.")
    parser.add_argument("list", type=Path)
    parser.add_argument("--show", type=int, default=0, help="examples of what is wrong")
    arguments = parser.parse_args()
    rows = rows_of(arguments.list)
    for what, pairs, is_other in (
        ("its own name", [(short, name) for name, short in rows], False),
        ("another name", others_of(rows), True),
    ):
        found = [(pair, compare_venues(*pair)) for pair in pairs]
        wrong = [pair for pair, one in found if one and one.is_different is not is_other]
        unknown = sum(one is None for _, one in found)
        print(
            f"{what}: {len(pairs)} pairs, {len(wrong)} called wrongly "
            f"({len(wrong) / max(1, len(pairs)):.1%}), {unknown} not compared"
        )
        for short, name in wrong[: arguments.show]:
            print(f"    {short} | {name}")


if __name__ == "__main__":
    main()
