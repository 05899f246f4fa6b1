"""Every row of the customs: its example shows its words, and is read with them."""

import pytest

from refcore.model.people import Person
from refcore.names import read_name
from refcore.names.customs import (
    DEGREES,
    FAMILY_FIRST,
    PARTICLES,
    SUFFIXES,
    SURNAMES_FIRST,
    TITLES,
    Custom,
    is_degree,
    is_particle,
    is_title,
    suffix_of,
)


def read(text: str) -> Person:
    name = read_name(text)
    assert isinstance(name, Person)
    return name


@pytest.mark.parametrize("row", PARTICLES, ids=lambda row: row.where)
def test_particles(row: Custom) -> None:
    particle = read(row.example).non_dropping_particle
    assert particle
    assert set(particle.split()) <= set(row.words.split()) | {"der", "de"}
    for word in row.words.split():
        assert is_particle(word)
        assert not is_particle(word.title())
        found = read(f"Bo {word} Fei")
        assert (found.given, found.family, found.non_dropping_particle) == ("Bo", "Fei", word)
        assert read(f"{word} Fei, Bo") == found


@pytest.mark.parametrize("row", SUFFIXES, ids=lambda row: row.where)
def test_suffixes(row: Custom) -> None:
    assert suffix_of(read(row.example).suffix) == row.where
    for word in row.words.split():
        assert suffix_of(word) == row.where
        assert read(f"Bo Fei, {word}") == read(f"Fei, {word}, Bo") == read(f"Bo Fei {word}")


@pytest.mark.parametrize("row", DEGREES, ids=lambda row: row.where)
def test_degrees(row: Custom) -> None:
    assert read(row.example) == Person("Jane", "Doe")
    for word in row.words.split():
        assert is_degree(word)
        assert is_degree("".join(f"{letter}." for letter in word))
        assert read(f"Bo Fei, {word}") == read(f"Fei, Bo, {word}") == Person("Bo", "Fei")


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row.where)
def test_titles(row: Custom) -> None:
    assert read(row.example) == Person("Jane", "Doe")
    for word in row.words.split():
        assert is_title(word)
        assert read(f"{word.title()} Bo Fei") == Person("Bo", "Fei")


@pytest.mark.parametrize("row", FAMILY_FIRST, ids=lambda row: row.where)
def test_family_first(row: Custom) -> None:
    assert row.example.split()[0].lower() in SURNAMES_FIRST


@pytest.mark.parametrize("text", ["Ma", "Do", "Beng", "Ms", "Jane", "", "."])
def test_what_is_not_a_degree(text: str) -> None:
    assert not is_degree(text)


def test_initials_after_a_comma_are_no_degree() -> None:
    assert read("Doe, MD") == Person("MD", "Doe")
    assert read("van Doe, MD") == Person("MD", "Doe", non_dropping_particle="van")
