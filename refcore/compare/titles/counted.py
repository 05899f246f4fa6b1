"""Words that count: parts of a work, years and decades, dimensions, signs beside a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from refcore.compare.titles.spellings import decade, number
from refcore.text.patterns import regex

__all__ = [
    "PARTS",
    "counted_after",
    "dimension",
    "is_range",
    "is_said",
    "is_same_decade",
    "number_of_part",
    "volume_apart",
]


def counted_after(words: Sequence[str]) -> list[str]:
    """Return words with the number of a part after it: "third part" and "3. Teil".

    >>> counted_after(["moss", "dritter", "band"]), counted_after(["moss", "part", "3"])
    (['moss', 'band', '3'], ['moss', 'part', '3'])
    """
    found = list(words)
    for at in range(1, len(found)):
        is_counted = at + 1 < len(found) and number(found[at + 1]) is not None
        if found[at] not in PARTS or found[at] in ("no", "number") or is_counted:
            continue
        count = _COUNTS_ABROAD.get(found[at - 1], number(found[at - 1]))
        if count is not None:
            found[at - 1 : at + 1] = [found[at], str(count)]
    return found


# Units and nouns after a number that the other title may leave out.
PARTS: Final = frozenset(
    "abschnitt abt abteilung band bd book chapter communication deel halbband libro livre no note "
    "number paper part parte parts partie parties pt report section sections teil teile tl tome"
    " tomo vol vols volume volumes".split()
)
# What counts such a part in other languages.
_COUNTS_ABROAD: Final = {
    word: value
    for value, words in enumerate(
        (
            "erster erste erstes premier premiere primo prima primero primera eerste",
            "zweiter zweite zweites deuxieme seconde second secondo seconda segundo segunda tweede",
            "dritter dritte drittes troisieme terzo terza tercero tercera terceiro terceira derde",
            "vierter vierte viertes quatrieme quarto quarta cuarto cuarta vierde",
            "funfter funfte funftes cinquieme quinto quinta vijfde",
        ),
        start=1,
    )
    for word in words.split()
}
# Signs with the words that another title may have: 97 %, $5, 20°.
_SIGNS: Final = frozenset(("percent", "per cent", "dollars", "degrees", "degree"))
_VERSIONED: Final = frozenset(("release", "version", "versions"))


def is_said(before: Sequence[str], words: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether the words that one title lacks are a sign's, or the noun after a number.

    >>> is_said(["studies", "on", "moss"], ["part"], ["xii"])
    True
    >>> is_said(["light"], ["a", "guide"], [])
    False
    """
    if list(words) == ["0"] and before and before[-1].isdigit():  # "wav2vec 2.0"
        return not after or (len(before) > 1 and before[-2] in _VERSIONED)
    near = [*before[-2:], *after[:1]]
    is_sign = " ".join(words) in _SIGNS and any(number(word) is not None for word in near)
    return is_sign or _counts_part(words, after)


def is_same_decade(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether words name one decade; "sixties" leaves the century open.

    >>> is_same_decade(["sixties"], ["1960s"]), is_same_decade(["1860s"], ["1960s"])
    (True, False)
    """
    one, other = decade(ours), decade(theirs)
    if one is None or other is None:
        return False
    return one == other or (min(one, other) < 100 and one % 100 == other % 100)


def is_range(ours: Sequence[str], theirs: Sequence[str], before: str, after: Sequence[str]) -> bool:
    """Return whether two titles write one range in two ways: 1950-2000, 1950 to 2000, 1999/00.

    >>> is_range(["to"], [], "1950", ["2000"]), is_range(["20"], ["2020"], "2019", [])
    (True, True)
    """
    if not before.isdigit():
        return False
    if not (ours and theirs):
        return (*ours, *theirs) in _UNTIL and bool(after) and after[0].isdigit()
    if not _YEAR.fullmatch(before):
        return False
    short, long = sorted((*ours, *theirs), key=len) if len(ours) == len(theirs) == 1 else ("", "")
    return (
        len(short) == 2 and bool(_YEAR.fullmatch(long)) and long.endswith(short) and before < long
    )


_YEAR: Final = regex(r"1[4-9][0-9]{2}|20[0-9]{2}")
_UNTIL: Final = (("to",), ("until",), ("through",), ("till",))


def dimension(words: Sequence[str]) -> str:
    """Return "3d" for words that mean it: "3D", "3-D", "three-dimensional".

    >>> dimension(["three", "dimensional"]), dimension(["deep"])
    ('3d', '')
    """
    if len(words) == 1:
        return words[0] if _DIMENSION.fullmatch(words[0]) else ""
    if len(words) != 2 or words[1] not in ("d", "dim", "dimensional"):
        return ""
    count = number(words[0])
    return "" if count is None else f"{count}d"


_DIMENSION: Final = regex(r"[0-9]d")


def _counts_part(words: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether "Part", before a number of both titles, is all that one title has more.

    >>> _counts_part(["vol"], ["i"]), _counts_part(["law"], [])
    (True, False)
    """
    if len(words) != 1 or words[0] not in PARTS or not after:
        return False
    # "The magical number seven" says more than "the magical seven".
    return after[0].isdigit() if words[0] == "number" else number(after[0]) is not None


def number_of_part(words: Sequence[str]) -> int | None:
    """Return the number that words say, those of a part too: "2", "Part II", "zweiter Band".

    >>> number_of_part(["zweiter", "band"]), number_of_part(["zweiter", "weltkrieg"])
    (2, None)
    >>> number_of_part(["the", "eighth"])  # Henry VIII
    8
    """
    if len(words) == 2 and words[0] == "the":
        words = words[1:]
    if len(words) == 2 and words[1] in PARTS and words[0] in _COUNTS_ABROAD:
        return _COUNTS_ABROAD[words[0]]
    return number(" ".join(_without_part(words)))


def volume_apart(words: Sequence[str]) -> tuple[int | None, list[str]]:
    """Return the number of the one volume that words name, and the other words.

    >>> volume_apart("moss volume one a guide".split()), volume_apart("part 3 moss".split())
    ((1, ['moss', 'a', 'guide']), (3, ['moss']))
    """
    places = [
        at
        for at, word in enumerate(words[:-1])
        if word in _VOLUMES and number(words[at + 1]) is not None
    ]
    if len(places) != 1:
        return None, list(words)
    at = places[0]
    return number(words[at + 1]), [*words[:at], *words[at + 2 :]]


_VOLUMES: Final = frozenset("band bd part parte partie pt teil tome tomo vol volume".split())


def _without_part(words: Sequence[str]) -> Sequence[str]:
    """Return words without what they count: "third paper", "fifty per cent", "volume 3".

    >>> _without_part(["fifty", "per", "cent"])
    ['fifty']
    """
    for cut in range(1, min(len(words), 4)):
        rest = " ".join(words[-cut:])
        if (rest in PARTS and len(words) == 2) or rest in _SIGNS:
            return words[:-cut]
    is_part = words[0] in PARTS or (words[0] == "t" and len(words) == 2)  # "t. II"
    return words[1:] if len(words) > 1 and is_part else words
