"""The works that the services of the benchmark have: made from a seed, or from real records.

Every work is true; `defect` names the way in which the record of its service errs, as the
records of the real service do.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

__all__ = ["DEFECTS", "HOMES", "Stated", "Work", "made_works", "stated"]

GIVEN = (
    "Aili Bruno Carmen Dmitri Elena Farid Greta Hiroshi Ingrid Jorge Katarina Lorenzo Mehmet "
    "Nadia Oskar Priya Quentin Rosalind Stefan Tamara Umberto Vera Wolfgang Xenia Yusuf Zoltan "
    "José Zoë Łukasz Søren François Anna-Lena"
).split()
FAMILY = (
    "Abramov Bianchi Castillo Dimitrov Eriksson Ferreira Grigoriev Hoffmann Ibrahim Johansson "
    "Kowalski Lindqvist Moreau Nakamura Oliveira Petrov Quintana Rossini Schneider Takahashi "
    "Ulyanov Virtanen Watanabe Yamamoto Zimmermann Andersson Bergmann Chaudhary Delacroix Fontaine "
    "Müller Núñez Gröndahl Dvořák Åkesson Çelik Lefèvre Papadopoulos"
).split()
WORDS = (
    "adaptive agents alloys bounds boundary capacity causal cells climate clusters coding colour "
    "control crystals decay dense diffusion discrete dynamics elastic embedding energy entropy "
    "erosion estimation evolution expression fields filters flows fluids forests galaxies genes "
    "genome gradient graphs growth harmonic heavy hidden hybrid immune inference inverse islands "
    "isotopes jets joint kernels kinetics lattice layers learning light linear logic magnetic "
    "markets matter membranes memory mesh migration mixing models molecular motion networks neural "
    "neutron noise nonlinear ocean operators optimal orbits oxide parallel particles patterns "
    "peptides phases plasma polymer populations prediction pressure proteins quantum queries "
    "radiation random recovery reefs regression resonance rivers robust rotation sampling scaling "
    "search sediment sensors sequence signals silicon soil solvers sorting sparse spectra speech "
    "spin stability storage strain stress surface symmetry synthesis tensor texture thermal tides "
    "tissue topology tracking traffic transfer transport turbulence under urban vaccine vectors "
    "velocity vision voltage volcanic waves weather wetting yield zonal"
).split()
JOINTS = "of for in with from beyond".split()
VENUES = (
    "Journal of Applied Lattices",
    "Annals of Slow Motion",
    "Proceedings of the Conference on Queries",
    "Letters on Matter",
)

# Where a work is registered, and how many of 100 references are to such a work.
HOMES = {
    "arxiv": 40,
    "crossref": 18,
    "datacite": 5,
    "agency": 2,
    "pubmed": 6,
    "openlibrary": 5,
    "title": 14,
    "title at arXiv": 2,
    "web": 8,
}

# Ways in which records of Crossref err.
DEFECTS = (
    "sorted by name",
    "first author only",
    "no authors",
    "subtitle apart",
    "markup in the title",
    "escaped twice",
    "names in capitals",
    "initials only",
    "middle name with the family",
    "family and given swapped",
    "no date",
    "print a year later",
    "a placeholder among the authors",
    "alias",
    "deleted",
)
_SHARE_OF_DEFECTS = 0.25
# Since 2015 the numbers of arXiv's ids have five digits.
_FIRST_YEAR = 2015


@attrs.frozen
class Stated:
    """What a work says of itself: title, people (given, family), year, venue."""

    title: str
    people: tuple[tuple[str, str], ...]
    year: int
    venue: str


@attrs.frozen
class Work:
    """One work, where it is registered and under which identifier."""

    number: int
    home: str
    id: str
    says: Stated
    defect: str = ""

    @property
    def names(self) -> list[str]:
        """The authors as the paper prints them."""
        return [f"{given} {family}".strip() for given, family in self.says.people]


def stated(folder: Path | None, chance: random.Random) -> Iterator[Stated]:
    """Return what works say, without an end: from records of a folder, then from the seed."""
    seen: set[str] = set()
    real = _real(folder, chance) if folder else iter(())
    for one in _endless(real, chance):
        key = " ".join(sorted(re.findall(r"\w+", one.title.casefold())))
        if key not in seen:
            seen.add(key)
            yield one


def _endless(real: Iterator[Stated], chance: random.Random) -> Iterator[Stated]:
    yield from real
    while True:
        yield _made(chance)


def _made(chance: random.Random) -> Stated:
    words = chance.sample(WORDS, 6)
    words.insert(3, chance.choice(JOINTS))
    families = chance.sample(FAMILY, chance.randint(2, 8))
    people = tuple((chance.choice(GIVEN), family) for family in families)
    title = " ".join(words).capitalize()
    return Stated(title, people, chance.randint(1995, 2024), chance.choice(VENUES))


_SUFFIX = re.compile(r" (?:Jr\.?|Sr\.?|I{2,3}|IV)$")


def _real(folder: Path, chance: random.Random) -> Iterator[Stated]:
    """Return what the records of a folder with `records.jsonl.xz` say, in a random order."""
    with lzma.open(folder / "records.jsonl.xz", "rt", encoding="utf-8") as file:
        lines = [line for line in file if chance.random() < 0.12]
    chance.shuffle(lines)
    for line in lines:
        record = json.loads(line)
        authors = record.get("author")
        names = [re.sub(r" [0-9]{4}$", "", one) for one in authors or ()]
        if any(_SUFFIX.search(name) for name in names):
            continue  # no family name ends these
        people = tuple((given, family) for given, _, family in (n.rpartition(" ") for n in names))
        title = re.sub(r"\.$", "", record.get("title", ""))
        is_whole = all(map(all, people)) and "year" in record
        if 2 <= len(people) <= 12 and is_whole and len(title.split()) > 4:
            venue = record.get("journal") or record.get("booktitle") or ""
            yield Stated(title, people, int(record["year"]), venue)


def made_works(count: int, seed: int, folder: Path | None = None) -> list[Work]:
    """Return as many works, mixed as references are; the same ones for the same seed."""
    chance = random.Random(seed)
    says = stated(folder, chance)
    homes = chance.choices(list(HOMES), list(HOMES.values()), k=count)
    return [_work(number, home, next(says), chance) for number, home in enumerate(homes)]


def _work(number: int, home: str, says: Stated, chance: random.Random) -> Work:
    defect = ""
    if home in ("crossref", "title") and chance.random() < _SHARE_OF_DEFECTS:
        defect = chance.choice(DEFECTS)
    if home in ("arxiv", "title at arXiv"):
        says = attrs.evolve(says, year=max(_FIRST_YEAR, says.year))
    return Work(number, home, _identifier(number, home, says, chance, defect), says, defect)


_PREFIXES = ("10.1016", "10.1109", "10.1145", "10.1007", "10.1103")
_SUFFIXES = ("s{}", "J.{}.06", "s0-{}(99)1-2", "x<{}>1.0.co;2-#", "{}:ab_c", "a,{}")
_SUFFIX_WEIGHTS = (50, 30, 10, 5, 5, 1)


def _identifier(number: int, home: str, says: Stated, chance: random.Random, defect: str) -> str:
    if home in ("arxiv", "title at arXiv"):
        # A paper gets its id in the year in which it is posted.
        return f"{says.year % 100:02}{number % 12 + 1:02}.{number % 90_000 + 1:05}"
    if home in ("crossref", "title"):
        prefix = "10.52202" if defect == "sorted by name" else chance.choice(_PREFIXES)
        suffix = chance.choices(_SUFFIXES, _SUFFIX_WEIGHTS)[0].format(100_000 + number)
        return f"{prefix}/{suffix}"
    if home == "datacite":
        return chance.choice(("10.5281/zenodo.{}", "10.6084/m9.figshare.{}")).format(5000 + number)
    if home == "agency":
        return chance.choice(("10.1392/dironix.{}", "10.11501/{}")).format(7000 + number)
    if home == "pubmed":
        return str(30_000_000 + number)
    if home == "openlibrary":
        return isbn(number)
    return f"https://example.org/pages/{number}"


def isbn(number: int) -> str:
    """Return the ISBN-13 of a number, with its check digit."""
    digits = f"9780{number:08}"
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def of_home(works: Sequence[Work], *homes: str) -> list[Work]:
    """Return the works that are registered in some places."""
    return [work for work in works if work.home in homes]
