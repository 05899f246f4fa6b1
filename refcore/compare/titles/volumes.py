"""How many volumes a work has, or which volume it is, as catalogues write it after a title."""

from __future__ import annotations

import re
from typing import Final

from refcore.text.patterns import regex

__all__ = ["may_count_volumes", "without_volumes"]

# How a language counts volumes: the word before the number, the numbers in the form that this word
# asks for, the volumes, and an example.
_LANGUAGES: Final = (
    (
        "English", "in",
        "two three four five six seven eight nine ten eleven twelve",
        "volumes vols parts books", "Boats in three volumes",
    ),
    (
        "German", "in",
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig",
        "Bänden Banden Bde Bdn Bände Teilen Büchern Teilbänden", "Boote in sechs Bänden",
    ),
    (
        "French", "en",
        "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt "
        "dix-sept dix-huit dix-neuf",
        "volumes vols tomes parties livres", "Bateaux en deux volumes",
    ),
    (
        "Spanish", "en",
        "dos tres cuatro cinco seis siete ocho nueve diez doce veinte",
        "volúmenes volumenes vols tomos partes libros", "Barcos en 3 tomos",
    ),
    (
        "Portuguese", "em",
        "dois três quatro cinco seis sete oito nove dez doze vinte",
        "volumes vols tomos partes livros", "Barcos em 3 volumes",
    ),
    (
        "Italian", "in",
        "due tre quattro cinque sei sette otto nove dieci dodici venti",
        "volumi voll vol tomi parti libri", "Barche in dieci volumi",
    ),
    (
        "Dutch", "in",
        "twee drie vier vijf zes zeven acht negen tien twaalf twintig",
        "delen dln banden boeken", "Boten in 7 delen",
    ),
    (
        "Danish, Norwegian and Swedish", "i",
        "to två tre fire fyra fem seks sex syv sju otte åtte åtta ni nio ti tio tolv",
        "bind bd band delar dele deler", "Båtar i fem band",
    ),
    (
        "Polish", "w",
        "dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu",
        "tomach t częściach", "Łodzie w 3 tomach",
    ),
    (
        "Czech and Slovak", "v ve",
        "dvou třech čtyřech pěti šesti sedmi osmi devíti deseti dvoch troch štyroch piatich",
        "svazcích sv dílech zväzkoch", "Lodě ve třech svazcích",
    ),
    (
        "Hungarian", "",
        "két három négy öt hat hét nyolc kilenc tíz",
        "kötetben kötet köt", "Hajók három kötetben",
    ),
    (
        "Russian", "в",
        "двух трёх трех четырёх четырех пяти шести семи восьми девяти десяти двенадцати",
        "томах т книгах кн частях ч", "Лодки в 30 томах",
    ),
    (
        "Russian in Latin letters", "v",
        "dvukh dvuh trekh treh chetyrekh piati pyati shesti semi",
        "tomakh tomah tomach t", "Lodki v 6 tomakh",
    ),
)  # fmt: skip


# One volume of a work: "Boats, vol. 3", "Boote, Bd. II", "Лодки. Т. 3".
_VOLUME: Final = (
    "volume vol band bd teil tome tom t tomo deel dl del díl sv svazek kötet köt cilt część cz "
    "том т"
)


def _one_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


def _counted(before: str, numbers: str, volumes: str) -> str:
    word = rf"(?:{_one_of(before)})\s" if before else ""
    return rf"{word}(?:[0-9]{{1,3}}|{_one_of(numbers)})\s(?:{_one_of(volumes)})"


_COUNTS: Final = "|".join(_counted(*row[1:4]) for row in _LANGUAGES)
_COUNTS_ALONE: Final = "|".join(_counted("", *row[2:4]) for row in _LANGUAGES)
_HOW_MANY: Final = regex(
    rf"(?:[,.:;]?\s[(\[]?(?:{_COUNTS})|(?:[,.;]\s|\s[(\[])(?:{_COUNTS_ALONE}))(?!\w)\.?[)\]]?\.?\s*$",
    re.IGNORECASE,
)
_WHICH: Final = regex(
    rf"[,.;]\s(?:{_one_of(_VOLUME)})(?!\w)\.?\s?(?:[0-9]{{1,3}}|[IVX]{{1,6}})\.?\s*$",
    re.IGNORECASE,
)
# "Boats. 3 v.": the volumes of a catalogue.
_COLLATED: Final = regex(r"[,.;]\s[0-9]{1,3}\sv\.\s*$")
_MAY_END: Final = regex(r"[0-9IVXivx]\.?\s*$")


def without_volumes(title: str) -> str:
    """Return a title without how many volumes the work has, and which of them it is.

    >>> [*map(without_volumes, ("Boote in 20 Bänden", "Traité des bateaux, t. 3"))]
    ['Boote', 'Traité des bateaux']
    >>> without_volumes("Painting in three dimensions")
    'Painting in three dimensions'
    """
    if may_count_volumes(title):
        title = _COLLATED.sub("", _HOW_MANY.sub("", title))
    return _WHICH.sub("", title) if _MAY_END.search(title) else title


def may_count_volumes(title: str) -> bool:
    """Return quickly whether a title ends with a word for volumes.

    >>> may_count_volumes("Boote in 20 Bänden"), may_count_volumes("On boats of the north")
    (True, False)
    """
    return title.rstrip(" .)]").casefold().endswith(_ENDS)


_ENDS: Final = (" v", *(f" {word.casefold()}" for row in _LANGUAGES for word in row[3].split()))
