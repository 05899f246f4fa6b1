"""One answer from every reader of names, where the forms say the same."""

from __future__ import annotations

import itertools
import json

import pytest

from refcore import loads
from refcore.compare import read_authors
from refcore.model.people import Group, Name, Person
from refcore.names import read_author_list, read_name
from refcore.names.filed import read_filed
from refcore.names.running import read_names as read_in_markdown

GIVEN = ["Bo", "Aili", "Jean-Luc", "Anna Maria", "Éva", "J.", "J.-P.", "K. M.", "Jae-woo"]
FAMILY = ["Rhys", "Chen", "O'Brien", "Martin-Löf", "Daumé", "Szabó", "Fei", "Al-Rfou"]
PARTICLES = ["", "ap", "de", "van den", "von der", "della", "dos", "ibn", "v.d.", "af"]
SUFFIXES = ["", "Jr.", "III"]
GROUPS = [
    "Gemini Team",
    "ATLAS Collaboration",
    "Qwen Team",
    "Google Research",
    "LIGO Scientific Collaboration",
    "Ore Consortium",
    "Kimi Team",
]
PEOPLE = [
    Person(given, family, non_dropping_particle=particle, suffix=suffix)
    for given, family, particle, suffix in itertools.product(GIVEN, FAMILY, PARTICLES, SUFFIXES)
    if not (particle and suffix)
][::3]


def by_bibtex(text: str) -> Name:
    return loads(f"@misc{{k, author = {{{text}}}}}", "bibtex")["k"].authors[0]


def by_markdown(text: str) -> Name:
    found = read_in_markdown(f"Mo Hu, {text}, Cy Du and Al Go", lenient=True)
    assert found is not None
    return found.names[1]


def by_ris(text: str) -> Name:
    (reference,) = loads(f"TY  - GEN\nAU  - {text}\nER  - \n", "ris")
    return reference.authors[0]


def by_nbib(text: str) -> Name:
    (reference,) = loads(f"PMID- 1\nTI  - T\nFAU - {text}\n\n", "nbib")
    return reference.authors[0]


def by_hayagriva(text: str) -> Name:
    (reference,) = loads(
        f"k:\n  type: misc\n  title: T\n  author: {json.dumps(text)}\n", "hayagriva"
    )
    return reference.authors[0]


def by_pasted_list(text: str) -> Name:
    around = ("Hu, Mo", "Du, Cy") if "," in text else ("Mo Hu", "Cy Du")
    return read_author_list(f"{around[0]}; {text}; {around[1]}").names[1]


def by_comparison(text: str) -> Name:
    return read_authors([text])[0]


GIVEN_FIRST = [read_name, by_comparison, by_pasted_list, by_bibtex]
FILED = [read_name, by_comparison, read_filed, by_ris, by_nbib, by_hayagriva, by_pasted_list]


def given_first(person: Person) -> str:
    comma = ", " if person.suffix == "Jr." else " "
    name = Person(
        person.given, person.family, non_dropping_particle=person.non_dropping_particle
    ).name
    return f"{name}{comma}{person.suffix}".rstrip(" ,")


def filed(person: Person) -> str:
    parts = (person.full_family, person.suffix, person.given)
    return ", ".join(part for part in parts if part)


@pytest.mark.parametrize("reader", GIVEN_FIRST, ids=lambda reader: reader.__name__)
def test_given_name_first(reader) -> None:
    wrong = {given_first(person): reader(given_first(person)) for person in PEOPLE}
    assert {t: n for (t, n), p in zip(wrong.items(), PEOPLE, strict=True) if n != p} == {}


@pytest.mark.parametrize("reader", FILED, ids=lambda reader: reader.__name__)
def test_family_name_first(reader) -> None:
    wrong = {filed(person): reader(filed(person)) for person in PEOPLE}
    assert {t: n for (t, n), p in zip(wrong.items(), PEOPLE, strict=True) if n != p} == {}


def test_markdown() -> None:
    people = [person for person in PEOPLE if person.suffix != "Jr." and "v.d." not in person.name]
    found = {person.name: by_markdown(given_first(person)) for person in people}
    assert {
        text: name for (text, name), p in zip(found.items(), people, strict=True) if name != p
    } == {}


def test_structured_forms() -> None:
    for person in PEOPLE:
        parts = {
            "family": person.family,
            "given": person.given,
            "non-dropping-particle": person.non_dropping_particle,
            "suffix": person.suffix,
        }
        csl = json.dumps([{"id": "k", "type": "document", "author": [parts]}])
        cff = {
            "family-names": person.family,
            "given-names": person.given,
            "name-particle": person.non_dropping_particle,
            "name-suffix": person.suffix,
        }
        lines = ["cff-version: 1.2.0", "message: m", "title: T", "authors:"]
        written = [f"{name}: {json.dumps(value)}" for name, value in cff.items() if value]
        lines.append("  - " + "\n    ".join(written))
        (by_csl,) = loads(csl, "csl-json")
        (by_cff,) = loads("\n".join(lines) + "\n", "cff")
        assert by_csl.authors[0] == by_cff.authors[0] == person


@pytest.mark.parametrize("name", GROUPS)
def test_groups(name: str) -> None:
    for reader in {*GIVEN_FIRST, *FILED, by_markdown}:
        assert reader(name) == Group(name), reader.__name__
    assert by_bibtex(f"{{{name}}}") == Group(name)


@pytest.mark.parametrize("name", [name for name in GROUPS if " " in name])
def test_groups_turned_around(name: str) -> None:
    *first, last = name.split()
    if last == "Research":
        return
    for reader in {*GIVEN_FIRST, *FILED}:
        assert reader(f"{last}, {' '.join(first)}") == Group(name), reader.__name__


@pytest.mark.parametrize("text", ["Jane Doe, PhD", "Doe, Jane, PhD", "Jane Doe, M.D."])
def test_degrees(text: str) -> None:
    readers = {*GIVEN_FIRST, *FILED}
    if text.startswith("Doe"):
        readers.discard(by_bibtex)  # BibTeX's own form for a suffix
    for reader in readers:
        assert reader(text) == Person("Jane", "Doe"), reader.__name__
