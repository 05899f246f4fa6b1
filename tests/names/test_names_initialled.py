"""Letters that mean a degree, a suffix or a company elsewhere are initials among initials."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from refcore import loads
from refcore.compare import compare_authors
from refcore.model.people import Name, Person
from refcore.names import read_author_list
from refcore.names.initialled import with_initials_alone

LETTERS = (
    "AI BA BS DO DR EA ET II IT IV JD JR MA MD MR MS OG PE PI PP RN SE SR UA UN US VI ME XY".split()
)
LISTS: dict[str, Callable[[str], str]] = {
    "commas": lambda x: f"Ling C, Okkels {x}, Wu J",
    "first": lambda x: f"Okkels {x}, Ling C, Wu J",
    "last, with a stop": lambda x: f"Ling C, Wu J, Okkels {x}.",
    "semicolons": lambda x: f"Ling C; Okkels {x}; Wu J",
    "and": lambda x: f"Ling C, Wu J, and Okkels {x}",
    "et al.": lambda x: f"Ling C, Wu J, Okkels {x}, et al.",
    "lines": lambda x: f"Ling C\nWu J\nOkkels {x}",
    "affiliations": lambda x: f"Ling C (MIT), Wu J (MIT), Okkels {x} (ETH)",
    "marks": lambda x: f"Ling C¹, Wu J¹, Okkels {x}²",
    "stops": lambda x: f"Ling C., Okkels {x[0]}.{x[1]}., Wu J.",
    "initials first": lambda x: f"C. Ling, {x[0]}. {x[1]}. Okkels, J. Wu",
    "initials first without stops": lambda x: f"C Ling, {x} Okkels, J Wu",
    "in turn": lambda x: f"Ling, C., Okkels, {x[0]}.{x[1]}., Wu, J.",
    "in turn without stops": lambda x: f"Ling, C, Okkels, {x}, Wu, J",
    "pairs": lambda x: f"Ling, C; Okkels, {x}; Wu, J",
    "pairs with and": lambda x: f"Ling, C and Okkels, {x} and Wu, J",
}
FILES: dict[str, tuple[str, Callable[[str], str]]] = {
    "bibtex": (
        "bibtex",
        lambda x: f"@book{{a, title = {{T}}, author = {{Ling C and Okkels {x} and Wu J}}}}",
    ),
    "bibtex with commas": (
        "bibtex",
        lambda x: f"@book{{a, title = {{T}}, author = {{Ling C, Okkels {x}, Wu J}}}}",
    ),
    "bibtex filed": (
        "bibtex",
        lambda x: f"@book{{a, title={{T}}, author={{Ling, C and Okkels, {x} and Wu, J}}}}",
    ),
    "ris": (
        "ris",
        lambda x: f"TY  - BOOK\nAU  - Ling, C\nAU  - Okkels, {x}\nAU  - Wu, J\nER  - \n",
    ),
    "ris, indexed": (
        "ris",
        lambda x: f"TY  - BOOK\nAU  - Ling C\nAU  - Okkels {x}\nAU  - Wu J\nER  - \n",
    ),
    "hayagriva": (
        "hayagriva",
        lambda x: f"a:\n  type: book\n  title: T\n  author: ['Ling, C', 'Okkels, {x}', 'Wu, J']\n",
    ),
}


def parts(names: object) -> list[tuple[str, str]]:
    assert isinstance(names, tuple)
    return sorted((name.family, letters(name)) for name in names if isinstance(name, Person))


def letters(name: Name) -> str:
    return "".join(filter(str.isalpha, name.given)) if isinstance(name, Person) else ""


def right(initials: str) -> list[tuple[str, str]]:
    return sorted([("Ling", "C"), ("Okkels", initials), ("Wu", "J")])


@pytest.mark.parametrize("form", LISTS)
def test_a_pasted_list(form: str) -> None:
    for initials in LETTERS:
        found = read_author_list(LISTS[form](initials))
        assert parts(found.names) == right(initials), initials


@pytest.mark.parametrize("form", FILES)
def test_a_file(form: str) -> None:
    name, written = FILES[form]
    for initials in LETTERS:
        found = next(iter(loads(written(initials), name)))
        assert parts(found.authors.names) == right(initials), initials


def test_a_list_that_is_compared() -> None:
    for first, second in LETTERS:
        record = ["Charles Ling", f"{first}bo {second}ru Okkels", "Jane Wu"]
        for claimed in (f"Okkels {first}{second}", f"Okkels, {first}{second}"):
            others = ("Ling, C", "Wu, J") if "," in claimed else ("Ling C", "Wu J")
            assert compare_authors([others[0], claimed, others[1]], record).is_right, claimed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ling C, Okkels RJGB, Wu J", ["Ling", "Okkels", "Wu"]),
        ("Ling CX, Wu MD, Li RN, Xu PE", ["Ling", "Wu", "Li", "Xu"]),
        ("Mary Ling MD, Ann Wu RN, Bo Okkels PE", ["Ling", "Wu", "Okkels"]),
        ("Ling C, MD; Okkels P, RN; Wu J, PhD", ["Ling", "Okkels", "Wu"]),
        ("Mengshun HU; Wei MA; Bin LI", ["Hu", "Ma", "Li"]),
        ("Wei AI, Bin LIU, Kui WANG", ["Ai", "Liu", "Wang"]),
        ("Petrov IV, Sidorov AI, Orlova MA", ["Petrov", "Sidorov", "Orlova"]),
        ("O'Neil SR, McKay AI, de Vries JD", ["O'Neil", "McKay", "Vries"]),
        ("Silva JR, Costa MA, Souza PR Jr", ["Silva", "Costa", "Souza"]),
        ("Okkels MD and Berg RN", ["Okkels", "Berg"]),
        ("Ling C, Okkels MD Jr, Wu J", ["Ling", "Okkels", "Wu"]),
        ("van der Okkels AI, García Lorca MA, Wu J", ["Okkels", "García Lorca", "Wu"]),
        ("Veltman M, 't Hooft G", ["Veltman", "Hooft"]),
        ("'s Jacob F, van ’t Hoff J, Wu J", ["Jacob", "Hoff", "Wu"]),
    ],
)
def test_neighbours(text: str, names: list[str]) -> None:
    found = read_author_list(text).names
    assert [name.family for name in found if isinstance(name, Person)] == names


@pytest.mark.parametrize(
    "entries",
    [
        ["Bo Fei", "Scale AI"],
        ["Qwen AI"],
        ["Okkels MD"],
        ["Okkels MD", "Berg MD"],
        ["Scale AI", "Mistral AI"],
        ["Jane Okkels MD", "Ann Berg RN"],
        ["Jane Okkels, MD", "Bo Fei"],
        ["Steele, Jr.", "Wu, Jane"],
        ["Rinaldi ME", "Okkels RM"],
    ],
)
def test_without_initials_around_them_letters_stay(entries: list[str]) -> None:
    assert with_initials_alone(entries) == entries


@pytest.mark.parametrize(
    "authors",
    [
        "Mallikarjun BR and Ayush T",
        "Wei MA and Bin LI",
        "Kui JIANG and Wei MA",
        "Rinaldi ME",
        "Rinaldi ME and Aili Chen",
        "NASA and ESA",
    ],
)
def test_names_with_capitals_behind_them_stay_as_bibtex_reads_them(authors: str) -> None:
    library = loads(f"@book{{a, title = {{T}}, author = {{{authors}}}}}", "bibtex")
    assert not library.diagnostics
    names = next(iter(library)).authors.names
    assert [name.name for name in names] == authors.split(" and ")
