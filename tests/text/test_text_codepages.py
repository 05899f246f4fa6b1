"""Encodings of one byte a letter, known by the letters inside words."""

import pytest

from refcore.text.codepages import likely_codepage

TEXTS = [
    "Müller, Jürgen and Gál, Éva: Über Straßen",
    "Núñez, José and Peña: El niño español",
    "Møller, Åse: Blåbær og rømme",
    "Forêts françaises: où naître ?",
    "São João, Conceição: Avaliação",
    "D’Amato, Niccolò: Perché l’università",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252", "cp850"])
def test_an_encoding_is_known_by_the_letters_of_words(text: str, encoding: str) -> None:
    if encoding == "cp850" and text.startswith("Forêts"):
        return  # Mac Roman has letters at all these places too
    data = text.replace("’", "'").encode(encoding)
    assert data.decode(likely_codepage(data)[0]) == text.replace("’", "'")


@pytest.mark.parametrize(
    "text",
    [
        "5 µm and 3 µs",
        "30°C, 4×4",
        "“quoted” – don’t",
        "x²y",
        "naïve",
        "Š",
    ],
)
def test_signs_of_windows_are_no_letters_of_other_encodings(text: str) -> None:
    assert likely_codepage(text.encode("cp1252"))[0] == "cp1252"
