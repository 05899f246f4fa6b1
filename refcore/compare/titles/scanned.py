"""Words as scanned pages and PDFs have them: a letter read as another, a ligature that is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from refcore.text.letters import VOWELS
from refcore.text.patterns import regex

__all__ = ["as_printed", "is_misread", "is_split_ligature"]

# Digits inside a word of letters, and the letters for which they are read.
_DIGITS: Final = (("0", "o"), ("1", "l"), ("1", "i"), ("5", "s"))
_WORD_WITH_DIGIT: Final = regex(r"(?=[a-z]*[015])(?=.*[a-z].*[a-z])[a-z015]{3,40}")
# What is read, what was printed, example; each is also read the other way. Pairs that make another
# English word too easily, such as "h" and "b", are not here.
_ALIKE: Final = tuple(
    (read, printed)
    for read, printed, _ in (
        ("rn", "m", "algorithrn"),
        ("vv", "w", "netvvork"),
        ("i", "f", "difierential"),
        ("l", "i", "identiflcation"),
        ("cl", "d", "moclel"),
        ("ii", "u", "strnctiires"),
        ("li", "h", "tlieory"),
        ("c", "e", "systcms"),
        ("nn", "rm", "thennal"),
        ("u", "n", "fuuction"),
    )
)
# Letters that are alike only as the second one of "ff", "fi" and "fl".
_OF_LIGATURES: Final = (frozenset("if"), frozenset("li"))
_BOTH_WAYS: Final = tuple(dict.fromkeys(p for a, b in _ALIKE for p in ((a, b), (b, a))))
_LEAST: Final = 6  # letters; a shorter word is too often another one
_END: Final = 2  # letters at the end, where "ous" and "ons", "ics" and "ies" are endings
# Words that are both English, though one is the other misread.
_BOTH_WORDS: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "modern modem",
        "cornet comet",
        "cornets comets",
        "stern stem",
        "yarns yams",
        "darns dams",
        "burns bums",
        "turns tums",
        "burn bum",
        "corn com",
        "barn bam",
        "torn tom",
        "turn tum",
        "yarn yam",
        "darn dam",
        "slip ship",
        "corner comer",
        "corners comers",
        "garner gamer",
        "garners gamers",
        "closing dosing",
        "closed dosed",
        "clamping damping",
        "clamped damped",
        "clocking docking",
        "clocked docked",
        "clipping dipping",
        "clipped dipped",
        "clumping dumping",
        "clumped dumped",
        "clearly dearly",
        "clicking dicking",
        "scaling sealing",
        "scaled sealed",
        "scared seared",
        "casing easing",
        "caster easter",
        "castor eastor",
        "casters easters",
        "recline redine",
        "flight fight",
        "flights fights",
        "flavor favor",
        "flavors favors",
        "flavour favour",
        "flavours favours",
        "flatten fatten",
        "flattened fattened",
        "flattening fattening",
        "flatter fatter",
        "flinch finch",
        "flounder founder",
        "flounders founders",
        "riffle rifle",
        "riffles rifles",
    )
)


def is_misread(one: str, other: str) -> bool:
    """Return whether one of two words is the other as a scan or a PDF has it.

    >>> is_misread("algorithrn", "algorithm"), is_misread("so1ids", "solids")
    (True, True)
    >>> is_misread("eld", "field"), is_misread("modem", "modern"), is_misread("hearing", "bearing")
    (True, False, False)
    """
    if _begins_misread(one, other) or _begins_misread(other, one):
        return True
    if _lost_ligature(one, other) or _lost_ligature(other, one):
        return True
    if one.isalpha() and other.isalpha():
        return _has_letters_alike(one, other)
    return _has_digits(one, other) or _has_digits(other, one)


def as_printed(title: str) -> str:
    """Return a title with "l" for each capital "I", "!" or "|" inside a word, as scans have it.

    In a word of capitals, "l" stands for "I".

    >>> as_printed("A statisticaI theory of so!ids"), as_printed("Type I errors")
    ('A statistical theory of solids', 'Type I errors')
    >>> as_printed("CONSTRUCTlON")
    'CONSTRUCTION'
    """
    if "l" in title:
        title = _FOR_I.sub("I", title)
    return _FOR_L.sub("l", title) if "I" in title or "!" in title or "|" in title else title


_FOR_I: Final = regex(r"(?<=[A-Z])l(?=[A-Z]{2})|(?<=[A-Z]{2})l(?=[A-Z])")
_FOR_L: Final = regex(
    r"\bI(?=[eiu][a-z]{3})|(?<=[a-z]{2})I(?=[a-z]*(?![A-Za-z0-9]))|(?<=[a-z])[!|](?=[a-z])"
)


def _begins_misread(one: str, other: str) -> bool:
    """Return whether a word has "l" for a capital "I", as scanned texts have.

    >>> _begins_misread("ltem", "item"), _begins_misread("lion", "iion")
    (True, False)
    """
    return one[:1] == "l" and one[1:2] not in VOWELS and f"i{one[1:]}" == other


def _has_digits(read: str, printed: str) -> bool:
    """Return whether a word has digits for letters inside it.

    >>> _has_digits("p0lym0rphism", "polymorphism"), _has_digits("glow1", "glowi")
    (True, False)
    """
    if not _WORD_WITH_DIGIT.fullmatch(read) or len(read) != len(printed) or read[-1:].isdigit():
        return False
    pairs = zip(read, printed, strict=True)
    return printed.isalpha() and all(pair in _DIGITS for pair in pairs if pair[0] != pair[1])


def _has_letters_alike(one: str, other: str) -> bool:
    """Return whether two longer words differ in one place, by letters that look alike.

    >>> _has_letters_alike("fuuction", "function"), _has_letters_alike("scaling", "sealing")
    (True, False)
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST - 2 or len(longer) - len(shorter) > _MOST:
        return False
    if frozenset((one, other)) in _BOTH_WORDS:
        return False
    most = _MOST if len(shorter) >= _VERY_LONG else 1
    return _is_read(one, other, 0, 0, most)


_MOST: Final = 2  # places of a very long word that are misread
_VERY_LONG: Final = 8


def _is_read(one: str, other: str, at: int, to: int, most: int) -> bool:
    """Return whether the rest of two words differs in some places, by letters that look alike.

    >>> _is_read("strnctnre", "structure", 0, 0, 2), _is_read("strnctnre", "structure", 0, 0, 1)
    (True, False)
    """
    while at < len(one) and to < len(other) and one[at] == other[to]:
        at, to = at + 1, to + 1
    if one[at:] == other[to:]:
        return True
    if not most:
        return False
    is_short = min(len(one), len(other)) < _LEAST
    for read, printed in _BOTH_WAYS:
        if not (one.startswith(read, at) and other.startswith(printed, to)):
            continue
        if len(read) == len(printed) == 1 and (is_short or at >= len(one) - _END):
            continue
        if {read, printed} in _OF_LIGATURES and one[at - 1 : at] != "f":
            continue
        if is_short and {read, printed} != {"rn", "m"} and {read, printed} != {"li", "h"}:
            continue
        if _is_read(one, other, at + len(read), to + len(printed), most - 1):
            return True
    return False


# A ligature, and what is left of it.
_LEFT_OF_LIGATURES: Final = tuple(
    (sign, rest)
    for sign, left in (("ffi", "ff|f|"), ("ffl", "ff|f|"), ("ff", "f|"), ("fi", "f|"), ("fl", "f|"))
    for rest in left.split("|")
)


def _lost_ligature(short: str, long: str) -> bool:
    """Return whether a word lost a part of "fi" or "fl", which a PDF has as one letter.

    >>> _lost_ligature("eld", "field"), _lost_ligature("effcient", "efficient")
    (True, True)
    >>> _lost_ligature("old", "field")
    False
    """
    if len(short) < 2 or short in _WHOLE_WITHOUT or "f" not in long or len(short) >= len(long):
        return False
    return short in _without_a_ligature(long) and frozenset((short, long)) not in _BOTH_WORDS


def _without_a_ligature(word: str) -> Iterator[str]:
    for sign, rest in _LEFT_OF_LIGATURES:
        if sign in word and (not rest or len(word) >= _LEAST - 1):
            yield word.replace(sign, rest, 1)


def is_split_ligature(broken: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether a PDF has a gap where a word has "ffi" or "fl": "e cient" for "efficient".

    >>> is_split_ligature(["e", "cient"], ["efficient"])
    True
    """
    return (
        len(broken) == 2 and len(whole) == 1 and any(s.join(broken) == whole[0] for s in _LIGATURES)
    )


_LIGATURES: Final = ("ffi", "ffl", "ff", "fi", "fl")
# English words that are left of another one: ring of firing.
_WHOLE_WITHOUT: Final = frozenset(
    "ag air an are as ash at aw if ing in ip it led ne nd no oat on or re res ring so to up".split()
)
