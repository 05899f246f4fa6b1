"""How well reference lists as plain text are split and read, in styles that a seed chooses.

    python benchmarks/text_lists.py DBLP_FOLDER --styles 300 --seed 7

Renders lists of real records (`records.jsonl.xz` of the folder) and of made works of other
kinds in independent CSL styles, half of them with noise, and prints what is read right. The
truth is what the text shows; what a style leaves out must not be found. `--errors` renders
some references with one planted error, and prints how many the comparison with the true
record finds and names, and how often it sees errors in sound references.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from pathlib import Path

import attrs
from text_lists_data import (
    ERRORS,
    Entry,
    TextList,
    family_of,
    letters,
    lists,
    planted,
    printed,
    styles_with_lists,
)

from refcore.errors import UnreadableInput
from refcore.model import Reference
from refcore.textlists import read

FIELDS = ("split", "title", "names", "year", "doi", "arxiv")
_LABEL = re.compile(r"^(?:[\[〔][^\[\]〔〕]{1,60}[\]〕]|\(\d+\)|\d+[.)]?(?!\d))\s*")


@attrs.define
class Score:
    """What is right of what was asked, by field and noise."""

    right: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    total: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    wrong: list[tuple[str, str, str, str, str]] = attrs.field(factory=list)

    def add(self, field: str, noise: str, ok: bool) -> None:
        for kind in (noise, "all lists"):
            self.total[field, kind] += 1
            self.right[field, kind] += ok

    def share(self, field: str, noise: str = "all lists") -> float:
        return 100 * self.right[field, noise] / max(self.total[field, noise], 1)

    def __str__(self) -> str:
        noises = sorted({noise for _, noise in self.total})
        rows = [f"{'':12}" + "".join(f"{field:>9}" for field in FIELDS)]
        for noise in noises:
            shares = "".join(f"{self.share(field, noise):9.2f}" for field in FIELDS)
            rows.append(f"{noise:12}{shares}  of {self.total['split', noise]}")
        return "\n".join(rows)


def body(text: str) -> str:
    """Return the letters of an entry without its label."""
    return letters(_LABEL.sub("", text))


def score_list(found: TextList, score: Score) -> None:
    """Compare what is read of one list with its truth."""
    try:
        library = read(found.text)
    except UnreadableInput as error:  # a style can print BibTeX
        print(f"{found.style}: {error}; left out")
        return
    held = {body(library.texts[one.key]): one for one in library}
    for entry in found.entries:
        reference = held.get(body(entry.text))
        score.add("split", found.noise, reference is not None)
        if reference is None:
            reference = nearest(entry, held)
        for field, ok in judged(entry, reference).items():
            score.add(field, found.noise, ok)
            if not ok:
                got = {"title": reference.title, "names": str(reference.authors)}.get(
                    field, f"{reference.year} {reference.doi} {reference.arxiv}"
                )
                wanted = str(getattr(entry, field))
                score.wrong.append((found.style, field, entry.text, wanted, got))


def nearest(entry: Entry, held: dict[str, Reference]) -> Reference:
    """Return the reference that holds the beginning of an entry, for one split wrongly."""
    start = body(entry.text)[:30]
    return next((one for text, one in held.items() if start in text), Reference("none"))


def judged(entry: Entry, reference: Reference) -> dict[str, bool]:
    """Say of each field whether it is what the text shows."""
    names = [letters(family_of(name)) for name in reference.authors]
    found = {
        "title": letters(reference.title) == letters(entry.title),
        "names": len(names) == len(entry.names)
        and all(_ends(name, letters(true)) for name, true in zip(names, entry.names, strict=True)),
    }
    if entry.year:
        found["year"] = str(reference.year) == entry.year
    if entry.doi:
        found["doi"] = reference.doi is not None and str(reference.doi) == entry.doi
    if entry.arxiv:
        found["arxiv"] = reference.arxiv is not None and reference.arxiv.bare == entry.arxiv
    return found


def _ends(name: str, true: str) -> bool:
    return name == true or (len(true) > 3 and name.endswith(true))


def show(score: Score, field: str, most: int) -> None:
    for style, wrong, text, wanted, got in score.wrong:
        if wrong == field and most:
            print(f"{field} {style}: {text[:300]}\n    wanted {wanted}\n    got    {got}")
            most -= 1


# Planted errors

NAMED = {
    "dropped": {"missing"},
    "swapped": {"swapped", "moved"},
    "replaced": {"other-person", "different-family-name", "different-given-name", "misspelled",
        "missing", "extra"},
    "title": {"title"},
    "year": {"year"},
}  # fmt: skip


def errors(folder: Path, styles: int, seed: int, most: int) -> None:
    """Print how many planted errors are found and named, and the false alarms."""
    from refcore.textlists import compare_text

    choose = random.Random(seed)
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    paths = styles_with_lists()
    for made in lists(folder, styles, seed):
        sound = [entry.reference for entry in made.entries]
        changed: dict[str, tuple[str, Reference]] = {}
        for reference in sound:
            kind = choose.choice(ERRORS)
            other = planted(reference, kind, choose) if choose.random() < 0.4 else None
            if other is not None:
                changed[reference.key] = (kind, other)
        mixed = [changed[one.key][1] if one.key in changed else one for one in sound]
        truths = {one.key: one for one in sound}
        entries = printed(mixed, paths[made.style])
        library = read("\n".join(" ".join(entry.text.split()) for entry in entries))
        by_text = {body(library.texts[one.key]): one for one in library}
        for entry in entries:
            read_as = by_text.get(body(entry.text))
            kind = changed.get(entry.reference.key, ("", None))[0]
            if read_as is None or not _shows(kind, entry):
                continue
            compared = compare_text(
                truths[entry.reference.key], library.texts[read_as.key], read_as
            )
            kinds = set(compared.kinds)
            name = kind or "sound"
            ok = bool(kinds & NAMED[kind]) if kind else not kinds
            total[name] += 1
            found[name] += ok
            if not ok and most:
                most -= 1
                print(f"{made.style}: {kind} {sorted(kinds)} {entry.text[:300]}")
                true = truths[entry.reference.key]
                print(f"    record {true.title} {true.authors}")
    planted_total = sum(total[kind] for kind in ERRORS)
    planted_found = sum(found[kind] for kind in ERRORS)
    for kind in ERRORS:
        print(f"{kind:10} {100 * found[kind] / max(total[kind], 1):6.2f} % of {total[kind]}")
    print(f"planted errors found and named: {100 * planted_found / max(planted_total, 1):.2f} %")
    alarms = total["sound"] - found["sound"]
    print(f"false alarms: {100 * alarms / max(total['sound'], 1):.2f} % of {total['sound']}")


def _shows(kind: str, entry: Entry) -> bool:
    """Return whether the text shows the part that has the error."""
    if kind in ("dropped", "swapped", "replaced"):
        return not entry.cut and len(entry.names) == len(entry.reference.authors)
    if kind == "title":
        return bool(entry.title)
    if kind == "year":
        return bool(entry.year)
    return True


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="the folder that holds records.jsonl.xz")
    parser.add_argument("--styles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--style", nargs="*", default=[], help="only these styles")
    parser.add_argument("--errors", action="store_true", help="plant errors, and find them")
    parser.add_argument("--show", default="", help="show what is wrong of these fields")
    parser.add_argument("--most", type=int, default=30)
    given = parser.parse_args()
    if given.errors:
        errors(given.folder, given.styles, given.seed, given.most if given.show else 0)
        return
    score = Score()
    for found in lists(given.folder, given.styles, given.seed, styles=given.style):
        score_list(found, score)
    for field in given.show.split(",") if given.show else ():
        show(score, field, given.most)
    print(score)


if __name__ == "__main__":
    main()
