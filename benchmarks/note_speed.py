"""How long a dense note takes to read: each line is an entry with a title, names and an id.

    python benchmarks/note_speed.py [--references 3000] [--runs 3]

Prints the size of the made note and the least processor time of the runs. The bar: a note of
3,000 references takes at most 2 seconds.
"""

from __future__ import annotations

import argparse
import random
import time

from refcore.markdown import read

FAMILIES = (
    "Chen Smith Müller García Kowalski Nguyen Ito Rossi Novak Silva Okafor Larsen Dubois Haddad "
    "Ivanov Moreau Tanaka Weber Kim Jansen"
).split()
GIVEN = (
    "Anna Bo Carla David Elena Farid Grace Hiro Ines Jonas Kira Liam Mei Nora Otto Petra Quentin "
    "Rosa Sven Tara"
).split()
WORDS = (
    "adaptive bounds causal dense entropy fields graphs heavy inference jets kernels lattice "
    "models networks optimal priors quantum robust sparse transport"
).split()
FORMS = (
    "- {names}. [{title}](https://arxiv.org/abs/{id}). {year}.",
    "- **{title}** by {names}. arXiv:{id}",
    '- {names}, "{title}", {year}, arXiv:{id}',
)
BAR = 2.0  # seconds for 3,000 references


def made_note(references: int) -> str:
    """Return a note with so many entries in three forms, and a heading above every twenty."""
    choose = random.Random(7)
    lines = ["# Reading list", ""]
    for number in range(references):
        if number % 20 == 0:
            lines += ["", f"## Part {number // 20 + 1}", ""]
        people = [
            f"{choose.choice(GIVEN)} {choose.choice(FAMILIES)}" for _ in range(choose.randint(2, 8))
        ]
        year = choose.randint(2010, 2024)
        values = {
            "names": ", ".join(people),
            "title": " ".join(choose.sample(WORDS, 5)).capitalize(),
            "id": f"{year % 100}{choose.randint(1, 12):02}.{number + 1:05}",
            "year": year,
        }
        lines.append(FORMS[number % len(FORMS)].format(**values))
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--references", type=int, default=3000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    note = made_note(given.references)
    taken = []
    for _ in range(given.runs):
        start = time.process_time()
        library = read(note)
        taken.append(time.process_time() - start)
    least, bar = min(taken), BAR * given.references / 3000
    print(f"{len(note.encode()) // 1000} KB, {len(library)} of {given.references} references:"
          f" {least:.2f} s (bar {bar:.1f})")  # fmt: skip
    raise SystemExit(least > bar)


if __name__ == "__main__":
    main()
